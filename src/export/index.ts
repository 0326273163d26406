export { type AuditedDocument, auditPage } from "./audit.js";
export { type Row, toCsv } from "./csv.js";
export { formatJson } from "./json.js";
