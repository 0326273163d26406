/** Tables to take along, for a spreadsheet. */
import { html } from "npm:htl";
import { type Cell, csv, saveFile } from "./csv.js";

/** What can go into a spreadsheet: its name, its columns and its rows. */
export interface Sheet {
  name: string;
  columns: string[];
  rows: Cell[][];
}

/** What Excel allows for the name of a sheet, in characters. */
const MAX_NAME = 31;
const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Buttons that save a table, made when they are pressed; what writes a workbook is loaded then. */
export function downloads(make: () => Sheet, label: string): HTMLElement {
  const excel = html`<button type="button" class="quiet">Download ${label} (Excel)</button>`;
  excel.addEventListener("click", async () => {
    const { toXlsx } = await import("../generated/xlsx.js");
    const { name, columns, rows } = make();
    const table = {
      name: name.slice(0, MAX_NAME),
      fields: columns,
      rows: rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null]))),
    };
    saveFile(`${name}.xlsx`, (await toXlsx([table])) as BlobPart, EXCEL);
  });
  const text = html`<button type="button" class="quiet" title="Met puntkomma's en decimale komma's">Download ${label} (CSV)</button>`;
  text.addEventListener("click", () => {
    const { name, columns, rows } = make();
    saveFile(`${name}.csv`, csv(columns, rows), "text/csv;charset=utf-8");
  });
  return html`<p class="buttons downloads">${excel} ${text}</p>`;
}
