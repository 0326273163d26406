import { parse } from "csv-parse/browser/esm/sync";
import Papa from "papaparse";
import { ReadError } from "./error.js";

/** One row of a statement list, as it stands: never split, dropped or repaired. */
export interface ListRow {
  /** Null where the list has no id column. */
  id: string | null;
  text: string;
  document: string | null;
  unit: string | null;
  level: string | null;
  section: string | null;
  /** Half-open range of the row in the decoded text. */
  start: number;
  end: number;
  /** Half-open range of the text cell in the decoded text, without the quotes around it. */
  textStart: number;
  textEnd: number;
}

type Column = "id" | "text" | "document" | "unit" | "level" | "section";

/**
 * Column names that are understood: English, Dutch, and those under which ESCO (conceptUri, preferredLabel) and CASE
 * (identifier, fullStatement) publish their lists. Where two name the same column the one higher up counts.
 */
const COLUMNS = new Map<string, Column>([
  ["id", "id"],
  ["code", "id"],
  ["concepturi", "id"],
  ["identifier", "id"],
  ["text", "text"],
  ["tekst", "text"],
  ["preferredlabel", "text"],
  ["fullstatement", "text"],
  ["document", "document"],
  ["dossier", "document"],
  ["unit", "unit"],
  ["eenheid", "unit"],
  ["level", "level"],
  ["niveau", "level"],
  ["section", "section"],
  ["onderdeel", "section"],
]);

const DELIMITERS = [",", ";", "\t"] as const;
type Delimiter = (typeof DELIMITERS)[number];
const NAMES: Record<Delimiter, string> = { ",": "comma", ";": "semicolon", "\t": "tab" };

const headerNames = (line: string, delimiter: string): string[] =>
  line.split(delimiter).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/s, "$1")
      .trim()
      .toLowerCase(),
  );

/** The first line that is not blank. */
const firstLine = (text: string): string => /^[^\S\r\n]*\S[^\r\n]*/mu.exec(text)?.[0] ?? "";

/** Whether the cells of a first row name the columns of a statement list, a text among them. */
export const isListHeader = (cells: readonly string[]): boolean =>
  cells.some((cell) => COLUMNS.get(cell.trim().toLowerCase()) === "text");

/** The delimiter under which the first line names most known columns, or null if it names fewer than two. */
function headerDelimiter(text: string): Delimiter | null {
  const line = firstLine(text);
  let best: Delimiter | null = null;
  let most = 1;
  for (const delimiter of DELIMITERS) {
    const known = headerNames(line, delimiter).filter((name) => COLUMNS.has(name)).length;
    if (known > most) {
      most = known;
      best = delimiter;
    }
  }
  return best;
}

/**
 * Whether a text is a statement list: its first line names columns of one, an id or code and a text among them.
 * A file that is called a table but has another header is one too (and is refused by {@link readList}).
 */
export function looksLikeList(text: string, file: string): boolean {
  const delimiter = headerDelimiter(text);
  if (delimiter) {
    const known = new Set(headerNames(firstLine(text), delimiter).map((name) => COLUMNS.get(name)));
    if (known.has("text")) return true;
  }
  return /\.(?:csv|tsv)$/i.test(file);
}

/**
 * Reads a CSV or TSV statement list with a header row.
 * @throws ReadError on a malformed table, a list without a text column, or an id that occurs twice
 */
export function readList(text: string): ListRow[] {
  const line = firstLine(text);
  const delimiter =
    headerDelimiter(text) ?? DELIMITERS.find((d) => headerNames(line, d).some((n) => COLUMNS.has(n))) ?? ",";
  const columns = headerNames(line, delimiter);
  const places = new Map<Column, number>();
  for (const [name, column] of COLUMNS) {
    const place = columns.indexOf(name);
    if (place >= 0 && !places.has(column)) places.set(column, place);
  }
  const at = (column: Column): number => places.get(column) ?? -1;
  if (at("text") < 0) {
    throw new ReadError('the table has no text column: name one column "text" or "tekst" in the first line');
  }
  const [idAt, textAt, documentAt, unitAt, levelAt, sectionAt] = [
    at("id"),
    at("text"),
    at("document"),
    at("unit"),
    at("level"),
    at("section"),
  ];

  let rows: ListRow[] = [];
  forEachRecord(text, delimiter, () => {
    rows = [];
    const seen = new Set<string>();
    /** Where the row in hand begins; the first is the header. */
    let from = -1;
    return (record, to) => {
      if (from < 0) {
        from = to;
        return;
      }
      const { start, end } = trimRange(text, from, to);
      from = to;
      const id = idAt < 0 ? null : (record[idAt] ?? "");
      if (id !== null) {
        if (id.trim() === "") throw new ReadError(`line ${lineAt(text, end)} has no id`);
        seen.add(id);
        if (seen.size === rows.length)
          throw new ReadError(`the id "${id}" stands twice (line ${lineAt(text, end)}): ids must be unique`);
      }
      // A text with a delimiter in it and no quotes around it would lose its end.
      if (record.length > columns.length && record.slice(columns.length).some((extra) => extra.trim() !== "")) {
        throw new ReadError(
          `line ${lineAt(text, end)} has ${record.length} cells, the first line names ${columns.length}: put quotes around a text that holds a ${NAMES[delimiter]}`,
        );
      }
      const [textStart, textEnd] = cellRange(text, start, end, textAt, delimiter);
      rows.push({
        id,
        text: record[textAt] ?? "",
        document: cellOf(record, documentAt),
        unit: cellOf(record, unitAt),
        level: cellOf(record, levelAt),
        section: cellOf(record, sectionAt),
        start,
        end,
        textStart,
        textEnd,
      });
    };
  });
  if (rows.length === 0) throw new ReadError("the table has no rows under its header");
  return rows;
}

const cellOf = (record: readonly string[], at: number): string | null => (at < 0 ? null : record[at] || null);

/** Takes a record, and the end of its row in the text. */
type TakeRecord = (record: string[], end: number) => void;

/**
 * Hands over the records of a table one by one, so that they need not all be kept.
 * @param begin called before the first record; called again where a quote stood in a place of its own, and all begins anew
 * @throws ReadError where a quote does not close, and what is thrown by who takes the records
 */
function forEachRecord(text: string, delimiter: Delimiter, begin: () => TakeRecord): void {
  if (takeWellFormed(text, delimiter, begin())) return;
  const take = begin();
  for (const { record, end } of anyRecords(text, delimiter)) take(record, end);
}

/** @returns false where a quote stands in another place than the rules have it: then not all records were handed over */
function takeWellFormed(text: string, delimiter: Delimiter, take: TakeRecord): boolean {
  const newline = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  let start = 0;
  let wellFormed = true;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: newline as "\r" | "\n" | "\r\n",
    // Tab-separated files have no quoting; a quote in them is a quote.
    ...(delimiter === "\t" ? { fastMode: true } : {}),
    step: ({ data, errors, meta }, parser) => {
      if (errors.length > 0) {
        wellFormed = false;
        parser.abort();
        return;
      }
      const row = trimRange(text, start, meta.cursor);
      if (row.start < row.end) take(data, meta.cursor);
      start = meta.cursor;
    },
  });
  return wellFormed;
}

/**
 * The records of any table: a quote within a cell is a quote.
 * @throws ReadError where a quote does not close
 */
function anyRecords(text: string, delimiter: Delimiter): { record: string[]; end: number }[] {
  let records: { record: string[]; info: { bytes: number } }[];
  try {
    records = parse(text, {
      delimiter,
      quote: delimiter === "\t" ? null : '"',
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as typeof records;
  } catch (error) {
    throw new ReadError(`the table is malformed: ${(error as Error).message.split("\n")[0]}`);
  }
  const offsetOf = byteToOffset(text);
  return records.map(({ record, info }) => ({ record, end: offsetOf(info.bytes) }));
}

/** The number of the line, from 1, that holds an offset. */
const lineAt = (text: string, offset: number): number => text.slice(0, offset).split(/\r\n|\n|\r/).length;

const QUOTE = 0x22;
const isBreak = (code: number): boolean => code === 10 || code === 13;

function trimRange(text: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to];
  while (start < end && isBreak(text.charCodeAt(start))) start++;
  while (end > start && isBreak(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** Where a cell of a row stands, without quotes around it; at the end of the row where it is missing. */
function cellRange(text: string, start: number, end: number, column: number, delimiter: Delimiter): [number, number] {
  let from = start;
  const between = delimiter.charCodeAt(0);
  for (let i = 0; from <= end; i++) {
    const quoted = delimiter !== "\t" && text.charCodeAt(from) === QUOTE ? closingQuote(text, from, end, between) : -1;
    let stop = quoted < 0 ? from : quoted;
    while (stop < end && text.charCodeAt(stop) !== between) stop++;
    if (i === column) return quoted < 0 ? [from, stop] : [from + 1, quoted];
    from = stop + 1;
  }
  return [end, end];
}

/** The quote that closes a cell: not doubled, and the cell ends behind it. -1 without one: the first is text then. */
function closingQuote(text: string, open: number, end: number, delimiter: number): number {
  for (let i = open + 1; i < end; i++) {
    if (text.charCodeAt(i) !== QUOTE) continue;
    const next = text.charCodeAt(i + 1);
    if (next === QUOTE && i + 1 < end) i++;
    else if (i + 1 === end || next === delimiter) return i;
  }
  return -1;
}

/** Maps increasing UTF-8 byte offsets to UTF-16 offsets of the same text. */
function byteToOffset(text: string): (bytes: number) => number {
  let at = 0;
  let count = 0;
  return (bytes) => {
    while (count < bytes && at < text.length) {
      const code = text.codePointAt(at) as number;
      count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      at += code < 0x10000 ? 1 : 2;
    }
    return at;
  };
}
