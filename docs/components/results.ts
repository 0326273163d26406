/** The result of a cell: a table of Arquero, to read and to take along. */
import type { ColumnTable } from "npm:arquero";
import { html } from "npm:htl";
import type { Cell } from "./csv.js";
import { downloads } from "./sheets.js";
import { table } from "./table.js";
import { count, score } from "./words.js";

/** More than this nobody reads from a screen. */
const MOST_ROWS = 50;

/** @param caption what the rows are; it also names the files */
export function result(caption: string, rows: ColumnTable): HTMLElement {
  const columns = rows.columnNames();
  const all = rows.objects() as Record<string, unknown>[];
  const numeric = new Set(columns.filter((name) => all.some((row) => typeof row[name] === "number")));
  const whole = new Set(
    [...numeric].filter((name) => all.every((row) => row[name] == null || Number.isInteger(row[name]))),
  );
  const more = all.length - MOST_ROWS;
  return html`<div>${table(
    caption,
    columns.map((name, i) => ({
      name,
      value: (row: Record<string, unknown>) => written(row[name], whole.has(name)),
      number: numeric.has(name),
      heading: i === 0,
    })),
    all.slice(0, MOST_ROWS),
  )}${more > 0 ? html`<p class="where">En nog ${count(more)} ${more === 1 ? "rij" : "rijen"}: die staan in de download.</p>` : ""}${downloads(
    () => ({
      name: caption.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
      columns,
      rows: all.map((row) => columns.map((name) => cell(row[name]))),
    }),
    "deze tabel",
  )}</div>`;
}

/** @param whole whether all numbers of the column are: a column is written in one way */
function written(value: unknown, whole: boolean): string {
  if (typeof value === "number" && !Number.isNaN(value)) return whole ? count(value) : score(value);
  return value === null || value === undefined || value === "" || Number.isNaN(value) ? "–" : String(value);
}

const cell = (value: unknown): Cell =>
  value === null || value === undefined || Number.isNaN(value)
    ? null
    : typeof value === "number"
      ? value
      : String(value);
