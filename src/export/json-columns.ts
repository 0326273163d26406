/** Rows by the million as JSON: written as bytes from columns, without a string for each row. */
import { jsonChunks, MANY, MAX_LINE, split } from "./json.js";

/** Texts that recur, each row with the place of its own; or numbers, one for each row. */
type Column =
  | { name: string; texts: readonly string[]; places: Int32Array }
  | { name: string; numbers: Float64Array | Int32Array };

/** Rows of equal fields, in columns; names and texts of any kind. */
export interface Columns {
  size: number;
  columns: readonly Column[];
}

const CHUNK = 1 << 20;
/** Scores have nine decimals: as whole numbers they are written digit by digit. */
const DECIMALS = 9;
const UNIT = 10 ** DECIMALS;
const ZERO = 48;

const encoder = new TextEncoder();

/**
 * `formatJson` of an object that holds many rows, in pieces: the same characters.
 * @param value the object with an empty list at `key`
 */
export function* jsonColumns(value: object, key: string, rows: Columns): Iterable<string | Uint8Array> {
  const writers = rows.columns.map(columnWriter);
  const longest = writers.reduce((sum, writer) => sum + writer.longest, 0);
  // A row that may not fit a line is broken.
  if (rows.size <= MANY || longest > MAX_LINE / 2) {
    yield* jsonChunks(value, key, { size: rows.size, [Symbol.iterator]: () => objects(rows) });
    return;
  }
  const [before, after] = split(value, key);
  yield before;
  let bytes = new Uint8Array(CHUNK);
  let at = 0;
  const between = encoder.encode("},\n    ");
  for (let row = 0; row < rows.size; row++) {
    if (at + longest + between.length > CHUNK) {
      yield bytes.subarray(0, at);
      bytes = new Uint8Array(CHUNK);
      at = 0;
    }
    for (const writer of writers) at = writer.write(row, bytes, at);
    at = copy(between, 0, row + 1 === rows.size ? 1 : between.length, bytes, at);
  }
  yield bytes.subarray(0, at);
  yield after;
}

function* objects({ size, columns }: Columns): IterableIterator<object> {
  for (let row = 0; row < size; row++) {
    yield Object.fromEntries(
      columns.map((column) => [
        column.name,
        "numbers" in column ? column.numbers[row] : column.texts[column.places[row] as number],
      ]),
    );
  }
}

interface ColumnWriter {
  /** Most bytes of a cell, what stands before it included. */
  longest: number;
  /** Writes a cell and what stands before it. @returns the place behind it */
  write(row: number, bytes: Uint8Array, at: number): number;
}

function columnWriter(column: Column, place: number): ColumnWriter {
  const before = `${place === 0 ? "{" : ", "}${JSON.stringify(column.name)}: `;
  if ("numbers" in column) {
    const { numbers } = column;
    const prefix = encoder.encode(before);
    return {
      longest: prefix.length + 25,
      write: (row, bytes, at) => writeNumber(numbers[row] as number, bytes, copy(prefix, 0, prefix.length, bytes, at)),
    };
  }
  const { places } = column;
  // A line feed stands in no cell: it ends each.
  const cells = encoder.encode(column.texts.map((text) => `${before}${JSON.stringify(text)}`).join("\n"));
  const starts = new Int32Array(column.texts.length + 1);
  let longest = 0;
  for (let cell = 0, p = 0; cell < column.texts.length; cell++, p++) {
    while (p < cells.length && cells[p] !== 10) p++;
    starts[cell + 1] = p + 1;
    longest = Math.max(longest, p - (starts[cell] as number));
  }
  return {
    longest,
    write: (row, bytes, at) => {
      const cell = places[row] as number;
      return copy(cells, starts[cell] as number, (starts[cell + 1] as number) - 1, bytes, at);
    },
  };
}

/** Copies few bytes. @returns the place behind them */
function copy(source: Uint8Array, from: number, to: number, bytes: Uint8Array, at: number): number {
  let end = at;
  for (let p = from; p < to; p++) bytes[end++] = source[p] as number;
  return end;
}

/** Writes a number as JSON has it. @returns the place behind it */
function writeNumber(value: number, bytes: Uint8Array, at: number): number {
  const units = Math.round(value * UNIT);
  // Smaller ones have an exponent; others may have more decimals.
  if (value >= 1e-6 && value < 1 && units / UNIT === value) return writeDecimals(units, bytes, at);
  if (Number.isInteger(value) && value > 0 && value < 100) return writeSmall(value, bytes, at);
  const text = JSON.stringify(value);
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
  return at + text.length;
}

/** Writes a whole number of one or two digits. */
function writeSmall(value: number, bytes: Uint8Array, at: number): number {
  let end = at;
  if (value > 9) bytes[end++] = ZERO + Math.trunc(value / 10);
  bytes[end++] = ZERO + (value % 10);
  return end;
}

function writeDecimals(units: number, bytes: Uint8Array, at: number): number {
  bytes[at] = ZERO;
  bytes[at + 1] = 46;
  let rest = units | 0;
  let end = at + 2;
  for (let p = at + 1 + DECIMALS; p > at + 1; p--) {
    const next = (rest / 10) | 0;
    const digit = rest - 10 * next;
    bytes[p] = ZERO + digit;
    if (digit !== 0 && end === at + 2) end = p + 1;
    rest = next;
  }
  return end;
}
