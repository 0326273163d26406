/** The tables that can be downloaded: where they are, and what is in them. */
import { html } from "npm:htl";
import { fileUrl, load } from "./data.js";
import { table } from "./table.js";
import { type ColumnInfo, FORMATS, type Format, type TableInfo, type TableName } from "./table-types.js";
import type { Overview } from "./types.js";
import { count, counted } from "./words.js";

const FOLDER = "data/tabellen/";

export const loadTables = (overview: Overview): Promise<TableInfo[]> => load(overview, `${FOLDER}beschrijving.json`);

/** The address of a table, as this version of the site has it. */
export const tableUrl = (overview: Overview, name: TableName, format: Format = "arrow"): string =>
  fileUrl(overview, `${FOLDER}${name}.${format}`).href;

/** More bytes than this are loaded when a reader asks for them, not before. */
const AT_ONCE = 1_000_000;

/** Large tables: an element for the page, and when they may be loaded. */
export interface WhenWanted {
  element: HTMLElement;
  wanted: Promise<void>;
}

/** @param seen when the reader has come to where small tables are used */
export function whenWanted(
  tables: readonly TableInfo[],
  names: readonly TableName[],
  seen: () => Promise<unknown>,
): WhenWanted {
  const own = tables.filter(({ name }) => names.includes(name));
  const bytes = own.reduce((sum, { sizes }) => sum + sizes.arrow, 0);
  if (bytes <= AT_ONCE) return { element: html`<span hidden></span>`, wanted: seen().then(() => {}) };
  const button = html`<button type="button">Laad de ${own.map(({ title }) => title.toLowerCase()).join(" en ")} (${size(bytes)})</button>`;
  const element = html`<p>De cellen hieronder rekenen met alle dossiers van deze site. ${button}</p>`;
  return {
    element,
    wanted: new Promise((done) =>
      button.addEventListener("click", () => {
        element.textContent = "De cellen hieronder rekenen nu met alle dossiers van deze site.";
        element.tabIndex = -1;
        element.focus();
        done();
      }),
    ),
  };
}

/** The folder with the tables, for code that is used elsewhere. */
export function tablesFolder(overview: Overview): string {
  const url = fileUrl(overview, FOLDER);
  url.search = "";
  return url.href;
}

const TYPES: Record<ColumnInfo["type"], string> = {
  text: "tekst",
  category: "tekst uit een vaste rij",
  integer: "geheel getal",
  number: "getal",
  boolean: "ja of nee (true, false)",
};

/** What a table holds, with its downloads. */
export function tableAbout(overview: Overview, info: TableInfo): HTMLElement {
  const links = FORMATS.map(
    (format) =>
      html`<li><a href=${tableUrl(overview, info.name, format)} download=${`ankerpunt-${info.name}.${format}`}>${info.title} als ${NAMES[format]}</a> <span class="where">${size(info.sizes[format])}</span></li>`,
  );
  return html`<div>
<p>${info.about} ${counted(info.rows, "rij", "rijen")}.</p>
<ul class="files">${links}</ul>
<details><summary>De ${count(info.columns.length)} kolommen van ${info.title}</summary>${table<ColumnInfo>(
    `Kolommen van ${info.title}`,
    [
      { name: "Kolom", value: (c) => html`<code>${c.name}</code>`, heading: true },
      { name: "Soort", value: (c) => TYPES[c.type] },
      { name: "Eenheid", value: (c) => c.unit ?? "" },
      { name: "Betekenis", value: (c) => c.meaning },
    ],
    info.columns,
  )}</details>
<p class="where"><b>Hoe gemaakt:</b> ${info.made}</p>
<p class="where"><b>Rechten:</b> ${info.rights}</p>
</div>`;
}

const NAMES: Record<Format, string> = { csv: "CSV", json: "JSON", arrow: "Arrow" };

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${count(Math.ceil(bytes / 1000))} kB` : `${count(Math.round(bytes / 100_000) / 10)} MB`;
}
