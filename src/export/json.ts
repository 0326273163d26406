import prettyJson from "json-stringify-pretty-compact";

/** Longest line of JSON: a statement, a cell or a row stands on a line of its own, readable and good to compare. */
export const MAX_LINE = 4000;

/** JSON as every command prints it: one row a line. */
export const formatJson = (value: unknown): string => `${prettyJson(value, { maxLength: MAX_LINE })}\n`;

/** Flat rows, for as often as they are asked; they need not stand in memory. */
export interface Rows<T> extends Iterable<T> {
  size: number;
}

/** So many rows do not fit one line of JSON, however short they are. */
export const MANY = MAX_LINE / 10;
/** Rows that are put together before they are handed on. */
const BATCH = 4096;

/**
 * {@link formatJson} of an object that holds many rows, in pieces: the same characters.
 * @param value the object with an empty list at `key`
 */
export function* jsonChunks<T extends object>(value: object, key: string, rows: Rows<T>): Iterable<string> {
  if (rows.size <= MANY) {
    yield formatJson({ ...value, [key]: [...rows] });
    return;
  }
  const [before, after] = split(value, key);
  yield before;
  let n = 0;
  for (const batch of batches(rows)) {
    let text = "";
    for (const row of batch) {
      n++;
      text += `${jsonRow(row, n === rows.size ? 0 : 1)}${n === rows.size ? "" : ",\n    "}`;
    }
    yield text;
  }
  yield after;
}

/** What stands before the rows of an object, and behind them. */
export function split(value: object, key: string): [before: string, after: string] {
  // Too long for a line, so that the list, and the object, are broken as they are for the rows.
  const stand = "-".repeat(MAX_LINE + 1);
  return formatJson({ ...value, [key]: [stand] }).split(JSON.stringify(stand)) as [string, string];
}

/** Of a number, which need not be looked at for quotes, in a fraction of the time. */
const jsonCell = (value: unknown): string => (Number.isFinite(value) ? `${value}` : JSON.stringify(value));

/** A flat row at the depth of a list in an object; its fields have plain names. */
function jsonRow(row: object, reserved: number): string {
  let line = "";
  for (const [name, value] of Object.entries(row)) line += `${line === "" ? "" : ", "}"${name}": ${jsonCell(value)}`;
  if (line.length + 2 <= MAX_LINE - 4 - reserved) return `{${line}}`;
  const cells = Object.entries(row).map(([name, value]) => `"${name}": ${jsonCell(value)}`);
  return `{\n      ${cells.join(",\n      ")}\n    }`;
}

/** Rows in lists of a handy length. */
export function* batches<T>(rows: Iterable<T>): Iterable<T[]> {
  let batch: T[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
