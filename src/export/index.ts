export { type AuditedDocument, auditPage, auditPassages, type Passage, type Piece } from "./audit.js";
export {
  type CaseAssociation,
  type CaseDocument,
  type CaseItem,
  type CaseLink,
  type CaseNode,
  type CaseOptions,
  type CasePackage,
  type CrosswalkSides,
  crosswalkToCase,
  toCase,
} from "./case.js";
export { codingSheet } from "./coding-sheet.js";
export { csvChunks, type Row, toCsv } from "./csv.js";
export { ExportError } from "./dossier.js";
export { type ExportedCrosswalk, type ExportFile, type ExportOptions, exportFiles } from "./files.js";
export { EXPORT_FORMATS, type ExportFormat } from "./formats.js";
export { batches, formatJson, jsonChunks, type Rows } from "./json.js";
export { type Columns, jsonColumns } from "./json-columns.js";
export { toMarkdown } from "./markdown.js";
export { crosswalkToSkos, toSkos } from "./skos.js";
export { toSssom } from "./sssom.js";
export { dossierTables, type Table, tableToCsv } from "./tables.js";
export { toXlsx } from "./xlsx.js";
