/** Tables as grids: where cells stand when some span several columns or rows, and which columns hold only marks. */
import type { FlowCell, Inline } from "./blocks.js";

/** What a cell of a matrix holds: "x", "(x)", a tick, a circle (full, half, open), plus and minus, ja and nee. */
const MARK =
  /^(?:\(\s?[xX×✓✔√●•vV+]\s?\)|[xX×✗✘✓✔✅√☒☑☐■□◼●○•◐◑◒◓◯⚫⬤✕✖vV]{1,2}|\+{1,3}|±|[-–—−]{1,2}|\+\s?\/\s?[-–—−]|[Jj]a|[Nn]ee|[Dd]eels)$/u;
const POSITIVE = /[xX×✗✘✓✔✅√☒☑■◼●•◐◑◒◓⚫⬤✕✖vV+±]|[Jj]a|[Dd]eels/u;
/** Signs that are bullets as well: one column of them is no matrix. */
const BULLET = /^[•●■▪○-]$/u;

/** Whether a cell holds a mark, or several below each other. */
export const isMark = (text: string): boolean =>
  MARK.test(text.trim()) ||
  (text.trim() !== "" &&
    text
      .trim()
      .split(/\s+/)
      .every((part) => MARK.test(part)));

/** No table has more columns; a cell that claims to span more is not believed. */
const MAX_COLUMNS = 200;
const MAX_CELLS = 2_000_000;

/** Rows of cells → a grid in which each cell stands at its first place and null where another reaches in. */
export function gridOf(rows: readonly (readonly FlowCell[])[]): (FlowCell | null)[][] {
  const grid: (FlowCell | null)[][] = [];
  /** Of each column, how many rows below are still taken by a cell from above. */
  const taken: number[] = [];
  let cells = 0;
  for (const row of rows) {
    const line: (FlowCell | null)[] = [];
    let at = 0;
    const skip = (): void => {
      while ((taken[at] ?? 0) > 0) {
        line[at] = null;
        (taken[at] as number)--;
        at++;
      }
    };
    for (const cell of row) {
      skip();
      const columns = Math.max(1, Math.min(cell.columns, MAX_COLUMNS - at));
      for (let i = 0; i < columns; i++) {
        line[at + i] = i === 0 ? cell : null;
        taken[at + i] = Math.max(0, Math.min(cell.rows, rows.length) - 1);
      }
      at += columns;
    }
    skip();
    cells += line.length;
    if (cells > MAX_CELLS) break;
    grid.push(Array.from(line, (cell) => cell ?? null));
  }
  return grid;
}

/**
 * The columns that hold marks and nothing else (but for heads above the first row with marks); null if the table is no
 * matrix: it has none, or marks in one row only.
 */
export function isMarkTable(texts: readonly (readonly string[])[]): Set<number> | null {
  const first = texts.findIndex((row) => row.some((text, i) => i > 0 && isMark(text) && POSITIVE.test(text)));
  if (first < 0) return null;
  const body = texts.slice(first);
  const columns = new Set<number>();
  const width = Math.max(...texts.map((row) => row.length));
  for (let i = 1; i < width; i++) {
    const cells = body.map((row) => (row[i] ?? "").trim()).filter((text) => text !== "");
    const marks = cells.filter(isMark).length;
    // A head that is repeated further down, or a remark, does not make a column of marks another.
    if (marks > 0 && marks >= cells.length * 0.75) columns.add(i);
  }
  const marked = body.filter((row) => row.some((text, i) => columns.has(i) && isMark(text))).length;
  const labelled = body.some((row) => row.some((text, i) => !columns.has(i) && text.trim() !== ""));
  const bullets = body.every((row) => row.every((text, i) => !columns.has(i) || text === "" || BULLET.test(text)));
  if (columns.size === 0 || (columns.size < 2 && bullets) || !labelled || (marked < 2 && columns.size < 2)) return null;
  // An empty column between columns of marks is one of them.
  const [from, to] = [Math.min(...columns), Math.max(...columns)];
  for (let i = from; i <= to; i++) {
    if (body.every((row) => (row[i] ?? "").trim() === "")) columns.add(i);
  }
  // So is one at the right that has a head.
  for (let i = to + 1; i < width; i++) {
    const empty = body.every((row) => (row[i] ?? "").trim() === "");
    if (empty && texts.slice(0, first).some((row) => (row[i] ?? "").trim() !== "")) columns.add(i);
  }
  return columns;
}

/** One line of a matrix: the cells before the marks joined by spaces, a tab before each cell of marks. */
export function markRow(cells: readonly Inline[], columns: ReadonlySet<number>): Inline {
  let text = "";
  const marks: [number, number][] = [];
  for (const [i, cell] of cells.entries()) {
    if (columns.has(i) || columns.has(i - 1)) text += "\t";
    else if (text !== "" && cell.text !== "" && !/\s$/.test(text)) text += " ";
    for (const [start, end] of cell.marks) marks.push([text.length + start, text.length + end]);
    text += cell.text.replace(/[\t\n]/g, " ");
  }
  return { text, marks };
}
