export { type Row, toCsv } from "./csv.js";
export { formatJson } from "./json.js";
