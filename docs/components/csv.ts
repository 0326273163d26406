/** Downloads for a spreadsheet. */

export type Cell = string | number | null;

/**
 * Semicolons and decimal commas, as a Dutch spreadsheet expects; a byte order mark, so that it reads é as é. A cell
 * that a spreadsheet could take for a formula gets an apostrophe in front, as in the output of the command line.
 */
export function csv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [columns, ...rows].map((row) => row.map(cell).join(";"));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  const text = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(value) ? `'${value}` : value;
  return /[";,\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Columns that differ from each other: a title of a document may be that of a column. */
export const distinct = (columns: readonly string[]): string[] =>
  columns.map((column, i) => (columns.indexOf(column) === i ? column : `${column} (${i + 1})`));

/** Hands a file to the user, as a download. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
