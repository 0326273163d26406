import { stringify } from "csv-stringify/browser/esm/sync";

/** One row of a table by field name. */
export type Row = Record<string, string | number | boolean | null | undefined>;

/**
 * Rows → CSV, the field names first; null and undefined are empty cells. A cell that a spreadsheet could take for a
 * formula is made harmless by a quote before it.
 */
export function toCsv(rows: readonly Row[], fields: readonly string[]): string {
  return stringify(rows as Row[], { header: true, columns: [...fields], escape_formulas: true });
}
