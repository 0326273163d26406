export { type AuditedDocument, auditPage, auditPassages, type Passage, type Piece } from "./audit.js";
export { csvChunks, type Row, toCsv } from "./csv.js";
export { batches, formatJson, jsonChunks, type Rows } from "./json.js";
