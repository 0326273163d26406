/** A table that a person keeps in Excel, read as the same table in CSV. */
import { ReadError } from "./error.js";
import { Limits } from "./limits.js";
import { readSheet, type Sheet } from "./sheet.js";
import { sniff } from "./sniff.js";

/** What the first row of a table of judgements, labels or decisions names. */
const KEYS = ["id", "query", "vraag", "a"];

/**
 * Reads a table with a header row: CSV or TSV, or of an Excel workbook the sheets whose first row names an id, a query or
 * the a of a pair.
 * @throws ReadError as {@link readSheet}, and on a workbook without such a sheet
 */
export async function readTable(bytes: Uint8Array): Promise<Sheet> {
  if (sniff(bytes) !== "zip") return readSheet(bytes);
  const { isWorkbook, readWorkbook, sheetsToCsv, Zip } = await import("./documents.js");
  const zip = new Zip(bytes, new Limits());
  if (!isWorkbook(zip)) throw new ReadError("no table: give CSV, TSV or XLSX");
  const isTable = (cells: readonly string[]): boolean => cells.some((cell) => KEYS.includes(cell.trim().toLowerCase()));
  const sheets = readWorkbook(zip);
  if (!sheets.some(({ hidden, rows }) => !hidden && isTable(rows[0] ?? []))) {
    throw new ReadError('no sheet of the workbook is a table of ids: name a column "id" in its first row');
  }
  return readSheet(new TextEncoder().encode(sheetsToCsv(sheets, isTable).text));
}
