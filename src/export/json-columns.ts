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

const encoder = new TextEncoder();
const CHUNK = 1 << 20;
/** Scores have nine decimals: as whole numbers they are written three digits at a time. */
const DECIMALS = 9;
const UNIT = 10 ** DECIMALS;
const ZERO = 48;
/** The digits of 000 to 999. */
const DIGITS = encoder.encode(Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, "0")).join(""));

const BETWEEN = "},\n    ";
/** Texts are copied so many bytes at a time, the last ones with what stands behind them: there has to be room. */
const WORD = 4;

/** The bytes of a text with room behind them. */
function encoded(text: string): Uint8Array {
  const bytes = encoder.encode(text);
  const roomy = new Uint8Array(bytes.length + WORD);
  roomy.set(bytes);
  return roomy;
}

/**
 * `formatJson` of an object that holds many rows, in pieces: the same characters.
 * @param value the object with an empty list at `key`
 */
export function* jsonColumns(value: object, key: string, rows: Columns): Iterable<string | Uint8Array> {
  const columns = columnCells(rows.columns);
  const longest = columns.reduce((sum, column) => sum + column.longest, 0);
  // A row that may not fit a line is broken.
  if (rows.size <= MANY || longest > MAX_LINE / 2) {
    yield* jsonChunks(value, key, { size: rows.size, [Symbol.iterator]: () => objects(rows) });
    return;
  }
  const [before, after] = split(value, key);
  yield before;
  for (let row = 0; row < rows.size; ) {
    const bytes = new Uint8Array(CHUNK + WORD);
    const end = row + Math.min(rows.size - row, Math.floor(CHUNK / (longest + BETWEEN.length)));
    const size = writeRows(columns, row, end, bytes);
    // Behind the last row only its brace.
    yield bytes.subarray(0, end === rows.size ? size - BETWEEN.length + 1 : size);
    row = end;
  }
  yield after;
}

/** Writes rows with what stands between them. A generator that did this itself would stay slow. @returns how many bytes */
function writeRows(columns: readonly ColumnCells[], from: number, to: number, bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer);
  const between = new DataView(encoded(BETWEEN).buffer);
  let at = 0;
  for (let row = from; row < to; row++) {
    for (const { cells, starts, before, beforeLength, places, numbers } of columns) {
      at = copy(before, 0, beforeLength, view, at);
      if (places !== null) {
        const cell = places[row] as number;
        at = copy(cells, starts[cell] as number, (starts[cell + 1] as number) - 1, view, at);
      } else if (numbers !== null) at = writeNumber(numbers[row] as number, bytes, at);
    }
    at = copy(between, 0, BETWEEN.length, view, at);
  }
  return at;
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

/** Texts as JSON: text i is the bytes of `cells` from starts[i] to starts[i + 1] - 1. */
interface TextCells {
  cells: DataView;
  starts: Int32Array;
  longest: number;
}

/** A column ready to be written; all of one shape, as they are written side by side by the million. */
interface ColumnCells extends TextCells {
  /** Most bytes of a cell, what stands before it included. */
  longest: number;
  /** What stands before a cell: its name. */
  before: DataView;
  beforeLength: number;
  /** Which text each row has; null for numbers. */
  places: Int32Array | null;
  numbers: Float64Array | Int32Array | null;
}

function textCells(texts: readonly string[]): TextCells {
  // A line feed stands in no cell: it ends each.
  const bytes = encoded(`${texts.map((text) => JSON.stringify(text)).join("\n")}\n`);
  const starts = new Int32Array(texts.length + 1);
  let longest = 0;
  for (let i = 0; i < texts.length; i++) {
    const end = bytes.indexOf(10, starts[i]);
    starts[i + 1] = end + 1;
    longest = Math.max(longest, end - (starts[i] as number));
  }
  return { cells: new DataView(bytes.buffer), starts, longest };
}

const NO_TEXTS = textCells([]);
/** Most bytes of a number. */
const LONGEST_NUMBER = 25;

/** Columns of the same texts share their cells. */
function columnCells(columns: readonly Column[]): ColumnCells[] {
  const made = new Map<readonly string[], TextCells>();
  return columns.map((column, i) => {
    const name = encoded(`${i === 0 ? "{" : ", "}${JSON.stringify(column.name)}: `);
    const [before, beforeLength] = [new DataView(name.buffer), name.length - WORD];
    if ("numbers" in column) {
      const longest = beforeLength + LONGEST_NUMBER;
      return { ...NO_TEXTS, before, beforeLength, longest, places: null, numbers: column.numbers };
    }
    const texts = made.get(column.texts) ?? textCells(column.texts);
    made.set(column.texts, texts);
    const longest = beforeLength + texts.longest;
    return { ...texts, before, beforeLength, longest, places: column.places, numbers: null };
  });
}

/** Copies few bytes. @returns the place behind them */
function copy(source: DataView, from: number, to: number, target: DataView, at: number): number {
  for (let p = from, end = at; p < to; p += WORD, end += WORD) target.setUint32(end, source.getUint32(p));
  return at + to - from;
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

/** Writes a number below 1 of so many units of the last decimal. */
function writeDecimals(units: number, bytes: Uint8Array, at: number): number {
  bytes[at] = ZERO;
  bytes[at + 1] = 46;
  const thousands = (units / 1000) | 0;
  const millions = (thousands / 1000) | 0;
  writeThree(millions, bytes, at + 2);
  writeThree(thousands - 1000 * millions, bytes, at + 5);
  writeThree(units - 1000 * thousands, bytes, at + 8);
  let end = at + 2 + DECIMALS;
  while (bytes[end - 1] === ZERO) end--;
  return end;
}

function writeThree(n: number, bytes: Uint8Array, at: number): void {
  bytes[at] = DIGITS[3 * n] as number;
  bytes[at + 1] = DIGITS[3 * n + 1] as number;
  bytes[at + 2] = DIGITS[3 * n + 2] as number;
}
