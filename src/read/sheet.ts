import { parse } from "csv-parse/browser/esm/sync";
import { decodeText } from "./decode.js";
import { ReadError } from "./error.js";

/** A table that a person keeps beside the documents: judgements, codings, decisions. */
export interface Sheet {
  /** Names of the columns in lower case, in order. */
  columns: string[];
  rows: SheetRow[];
}

export interface SheetRow {
  /** Line of the file, from 1. */
  line: number;
  /** The cells by column, trimmed; "" where a row is short. */
  cells: Record<string, string>;
}

const DELIMITERS = [",", ";", "\t"];

/** A cell that was made harmless for a spreadsheet (see toCsv) is what it was before. */
const unescaped = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/**
 * Reads a CSV or TSV table with a header row, in any encoding that documents may have.
 * @throws ReadError if it is not text, malformed, has no rows, a column twice, or a cell beyond the header
 */
export function readSheet(bytes: Uint8Array): Sheet {
  const { text } = decodeText(bytes);
  const header = /^[^\S\r\n]*\S[^\r\n]*/mu.exec(text)?.[0];
  if (header === undefined) throw new ReadError("the file is empty");
  const cellsBy = (delimiter: string): number => header.split(delimiter).length;
  const delimiter = DELIMITERS.reduce((best, one) => (cellsBy(one) > cellsBy(best) ? one : best));
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    throw new ReadError(`the table is malformed: ${(error as Error).message.split("\n")[0]}`);
  }
  const columns = (records[0]?.record ?? []).map((name) => name.toLowerCase());
  const twice = columns.find((name, i) => name !== "" && columns.indexOf(name) !== i);
  if (twice !== undefined) throw new ReadError(`the column "${twice}" stands twice`);
  const rows = records.slice(1).map(({ record, info }): SheetRow => {
    if (record.slice(columns.length).some((cell) => cell !== "")) {
      throw new ReadError(`line ${info.lines} has ${record.length} cells, the first line names ${columns.length}`);
    }
    return {
      line: info.lines,
      cells: Object.fromEntries(columns.map((name, i) => [name, unescaped(record[i] ?? "")])),
    };
  });
  if (rows.length === 0) throw new ReadError("the table has no rows under its header");
  return { columns, rows };
}
