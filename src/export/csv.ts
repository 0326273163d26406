import { stringify } from "csv-stringify/browser/esm/sync";
import { batches } from "./json.js";

/** One row of a table by field name. */
export type Row = Record<string, string | number | boolean | null | undefined>;

/**
 * Rows → CSV, the field names first; null and undefined are empty cells. A cell that a spreadsheet could take for a
 * formula is made harmless by a quote before it.
 */
export const toCsv = (rows: Iterable<Row>, fields: readonly string[]): string => [...csvChunks(rows, fields)].join("");

/** {@link toCsv} in pieces, for rows that do not fit in memory. */
export function* csvChunks(rows: Iterable<Row>, fields: readonly string[]): Iterable<string> {
  const columns = [...fields];
  yield stringify([], { header: true, columns });
  for (const batch of batches(rows)) yield stringify(batch, { columns, escape_formulas: true });
}
