/** Tables to take along, for a spreadsheet. */
import { html } from "npm:htl";
import { type Cell, csv, distinct, saveFile } from "./csv.js";
import { onPress } from "./press.js";

/** What can go into a spreadsheet: its name, its columns and its rows. */
export interface Sheet {
  name: string;
  columns: string[];
  rows: Cell[][];
}

/** What Excel allows for the name of a sheet: so many characters, and none of these. */
const MAX_NAME = 31;
const NOT_IN_NAME = /[\\/?*[\]:]/g;
const EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Buttons that save a table, made when they are pressed; what writes a workbook is loaded then. */
export function downloads(make: () => Sheet, label: string): HTMLElement {
  const excel = html`<button type="button" class="quiet">Download ${label} (Excel)</button>`;
  const said = html`<span class="where" role="status"></span>`;
  const workbook = async (): Promise<void> => {
    const { toXlsx } = await import("../generated/xlsx.js");
    const { name, columns, rows } = make();
    const fields = distinct(columns);
    const table = {
      name: name.replace(NOT_IN_NAME, "-").slice(0, MAX_NAME),
      fields,
      rows: rows.map((row) => Object.fromEntries(fields.map((field, i) => [field, row[i] ?? null]))),
    };
    saveFile(`${name}.xlsx`, (await toXlsx([table])) as BlobPart, EXCEL);
  };
  onPress(excel, said, workbook, "Het Excel-bestand kon niet worden gemaakt. Laad de pagina opnieuw, of neem de CSV.");
  const text = html`<button type="button" class="quiet" title="Met puntkomma's en decimale komma's">Download ${label} (CSV)</button>`;
  text.addEventListener("click", () => {
    const { name, columns, rows } = make();
    saveFile(`${name}.csv`, csv(distinct(columns), rows), "text/csv;charset=utf-8");
  });
  return html`<p class="buttons downloads">${excel} ${text} ${said}</p>`;
}
