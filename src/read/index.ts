export { ReadError } from "./error.js";
export { readJson } from "./json.js";
export type { PageHelper, ReadPage } from "./pdf/pdf.js";
export { type ReadOptions, readDocument, readLastPages, type SourceCorpus, type SourceText } from "./read.js";
export { readSheet, type Sheet, type SheetRow } from "./sheet.js";
export type { ListRow } from "./table.js";
export { readTable } from "./workbook.js";
