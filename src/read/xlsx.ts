/**
 * Excel workbooks → statement lists. The sheets that are one are written as CSV, which is then read as a CSV file is.
 * Cells are taken as they are shown where that matters for ids (1.10 is not 1.1).
 */
import type { Warning } from "../model.js";
import { ReadError } from "./error.js";
import { child, children, descendants, type Element, parseXml } from "./xml.js";
import type { Zip } from "./zip.js";

export interface Sheet {
  name: string;
  hidden: boolean;
  rows: string[][];
}

const MAX_COLUMNS = 1000;
const MAX_ROWS = 1_048_576;

export const isWorkbook = (zip: Zip): boolean => zip.has("xl/workbook.xml");

/** The sheets of a workbook with what their cells show. */
export function readWorkbook(zip: Zip): Sheet[] {
  const workbook = part(zip, "xl/workbook.xml");
  const targets = new Map<string, string>();
  for (const { attributes } of descendants(part(zip, "xl/_rels/workbook.xml.rels"), "Relationship")) {
    const target = attributes.Target ?? "";
    targets.set(attributes.Id ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  }
  const strings = descendants(part(zip, "xl/sharedStrings.xml"), "si").map(richText);
  const styles = readFormats(part(zip, "xl/styles.xml"));
  const since1904 = /^(?:1|true)$/.test(descendants(workbook, "workbookPr")[0]?.attributes.date1904 ?? "");
  const sheets: Sheet[] = [];
  for (const { attributes } of descendants(workbook, "sheet")) {
    const path = targets.get(attributes.id ?? "") ?? "";
    const bytes = zip.read(path);
    if (!bytes || !/worksheets?\//.test(path)) continue;
    sheets.push({
      name: attributes.name ?? "",
      hidden: (attributes.state ?? "visible") !== "visible",
      rows: readRows(bytes),
    });
  }
  if (sheets.length === 0) throw new ReadError("a broken Excel workbook: no sheets in it; save it anew");
  return sheets;

  function readRows(bytes: Uint8Array): string[][] {
    const rows: string[][] = [];
    parseXml(bytes, {
      parent: "sheetData",
      handle: (row) => {
        const number = Number(row.attributes.r ?? rows.length + 1);
        // Rows are in order; one that claims to stand far below adds no empty rows in between (they say nothing).
        if (!(number <= MAX_ROWS)) return;
        const cells: string[] = [];
        for (const cell of children(row, "c")) {
          const at = columnOf(cell.attributes.r) ?? cells.length;
          if (at < MAX_COLUMNS) cells[at] = show(cell);
        }
        rows.push(Array.from(cells, (cell) => cell ?? ""));
      },
    });
    return rows;
  }

  function show(cell: Element): string {
    const value = child(cell, "v");
    const raw = value ? value.children.filter((c) => typeof c === "string").join("") : "";
    switch (cell.attributes.t) {
      case "s":
        return strings[Number(raw)] ?? "";
      case "inlineStr":
        return richText(child(cell, "is") ?? cell);
      case "str":
      case "e":
      case "d":
        return raw;
      case "b":
        return raw === "1" ? "TRUE" : "FALSE";
      default:
        return raw === ""
          ? ""
          : formatNumber(Number(raw), styles[Number(cell.attributes.s ?? 0)] ?? "General", since1904);
    }
  }
}

function part(zip: Zip, name: string): Element | undefined {
  const bytes = zip.read(name);
  return bytes ? parseXml(bytes) : undefined;
}

/** The text of a cell, its runs put together; how it is pronounced (`rPh`) left out. */
function richText(element: Element): string {
  let text = "";
  for (const c of children(element)) {
    if (c.name === "t") text += c.children.filter((t) => typeof t === "string").join("");
    else if (c.name === "r") text += richText(c);
  }
  // How Excel writes characters that XML cannot hold.
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, "\n");
}

/** "BC12" → 54. */
function columnOf(reference: string | undefined): number | null {
  const name = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (!name) return null;
  return [...name].reduce((sum, c) => sum * 26 + c.charCodeAt(0) - 64, 0) - 1;
}

/** The number format of each cell style. */
function readFormats(styles: Element | undefined): string[] {
  const own = new Map(
    descendants(styles, "numFmt").map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? "General",
    ]),
  );
  const builtIn: Record<number, string> = {
    1: "0",
    2: "0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy-mm-dd",
    15: "yyyy-mm-dd",
    16: "yyyy-mm-dd",
    17: "yyyy-mm-dd",
    22: "yyyy-mm-dd",
    49: "@",
  };
  return children(descendants(styles, "cellXfs")[0], "xf").map(({ attributes }) => {
    const id = Number(attributes.numFmtId ?? 0);
    return own.get(id) ?? builtIn[id] ?? "General";
  });
}

/** A number as its format shows it, for the formats that lists use: plain, fixed decimals, leading zeros, dates. */
export function formatNumber(n: number, format: string, since1904 = false): string {
  if (!Number.isFinite(n)) return "";
  const code = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").split(";")[0] ?? "";
  if (/[dy]/i.test(code)) return isoDate(n, since1904);
  const fixed = /^(0+)(?:\.(0+))?$/.exec(code);
  if (fixed) {
    const text = Math.abs(n).toFixed((fixed[2] ?? "").length);
    const [whole = "", decimals] = text.split(".");
    return `${n < 0 ? "-" : ""}${whole.padStart((fixed[1] as string).length, "0")}${decimals ? `.${decimals}` : ""}`;
  }
  // 15 digits, as Excel shows them: 0.1 + 0.2 is 0.3.
  return String(Number(n.toPrecision(15)));
}

function isoDate(n: number, since1904: boolean): string {
  // Excel counts a 29 February 1900 that never was.
  const days = since1904 ? n + 1462 : n < 60 ? n + 1 : n;
  const date = new Date(Math.round((days - 25569) * 86_400_000));
  return Number.isNaN(date.getTime()) ? String(n) : date.toISOString().slice(0, 10);
}

/** Sheets → one CSV text: those that are lists by their first row that holds anything. */
export function sheetsToCsv(
  sheets: readonly Sheet[],
  isHeader: (cells: readonly string[]) => boolean,
): { text: string; warnings: Warning[] } {
  const warnings: Warning[] = [];
  const lists: { sheet: Sheet; rows: string[][] }[] = [];
  for (const sheet of sheets) {
    const rows = sheet.rows.filter((row) => row.some((cell) => cell.trim() !== ""));
    if (rows.length === 0) continue;
    if (sheet.hidden)
      warnings.push({ code: "sheet-left-out", message: `the hidden sheet "${sheet.name}" was left out` });
    else if (isHeader(rows[0] ?? [])) lists.push({ sheet, rows });
    else
      warnings.push({
        code: "sheet-left-out",
        message: `the sheet "${sheet.name}" was left out: its first row names no text column`,
      });
  }
  const [first, ...others] = lists;
  if (!first)
    throw new ReadError('no sheet is a statement list: name one column "text" or "tekst" in the first row of a sheet');
  const header = first.rows[0] ?? [];
  const body = [...first.rows.slice(1)];
  for (const { sheet, rows } of others) {
    if (JSON.stringify(trimmed(rows[0] ?? [])) === JSON.stringify(trimmed(header))) body.push(...rows.slice(1));
    else
      warnings.push({
        code: "sheet-left-out",
        message: `the sheet "${sheet.name}" was left out: its columns differ from those of "${first.sheet.name}"`,
      });
  }
  const width = header.length;
  const lines = [header.map((cell) => cell.replace(/\s+/g, " ").trim()), ...body].map((row) =>
    Array.from({ length: width }, (_, i) => quoted(row[i] ?? "")).join(","),
  );
  return { text: `${lines.join("\n")}\n`, warnings };
}

function trimmed(row: readonly string[]): string[] {
  const cells = row.map((cell) => cell.trim().toLowerCase());
  while (cells.at(-1) === "") cells.pop();
  return cells;
}

const quoted = (cell: string): string => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
