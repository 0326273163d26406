/** Tables to take along, for a spreadsheet. */
import { html } from "npm:htl";
import { type Cell, csv, downloadButton, saveFile } from "./csv.js";

/** What can go into a spreadsheet: its name, its columns and its rows. */
export interface Sheet {
  name: string;
  columns: string[];
  rows: Cell[][];
}

/** What Excel allows for the name of a sheet, in characters. */
const MAX_NAME = 31;
const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Buttons that save a table; what writes a workbook is loaded when it is asked for. */
export function downloads(make: () => Sheet, label: string): HTMLElement {
  const { name } = make();
  const excel = html`<button type="button" class="quiet">Download ${label} (XLSX)</button>`;
  excel.addEventListener("click", async () => {
    const { toXlsx } = await import("../generated/xlsx.js");
    const { columns, rows } = make();
    const table = {
      name: name.slice(0, MAX_NAME),
      fields: columns,
      rows: rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]))),
    };
    saveFile(`${name}.xlsx`, (await toXlsx([table])) as BlobPart, EXCEL);
  });
  return html`<p class="downloads">${downloadButton(`${name}.csv`, `Download ${label} (CSV)`, () => {
    const { columns, rows } = make();
    return csv(columns, rows);
  })} ${excel}</p>`;
}
