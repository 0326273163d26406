export { type AuditedDocument, auditPage, auditPassages, type Passage, type Piece } from "./audit.js";
export { type Row, toCsv } from "./csv.js";
export { formatJson } from "./json.js";
