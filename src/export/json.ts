import prettyJson from "json-stringify-pretty-compact";

/** Longest line of JSON: a statement, a cell or a row stands on a line of its own, readable and good to compare. */
const MAX_LINE = 4000;

/** JSON as every command prints it: one row a line. */
export const formatJson = (value: unknown): string => `${prettyJson(value, { maxLength: MAX_LINE })}\n`;
