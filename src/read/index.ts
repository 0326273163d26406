export { ReadError } from "./error.js";
export { readJson } from "./json.js";
export { type ReadOptions, readDocument, type SourceCorpus, type SourceText } from "./read.js";
export { readSheet, type Sheet, type SheetRow } from "./sheet.js";
export type { ListRow } from "./table.js";
export { readTable } from "./workbook.js";
