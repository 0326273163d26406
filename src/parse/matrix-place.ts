/**
 * Which column each mark of a matrix stands in. Text extraction keeps the marks and loses the columns; what is left to
 * go by is, in this order: cells that the line shows, columns that the marks of all rows stand in, a row with as many
 * marks as columns, and the ladder: what a lower variant does, a higher one does too, so that fewer marks belong to the
 * highest variants. The white space left before and between the marks usually counts the empty cells; it is evidence
 * for the ladder or against it.
 */
import type { Mark } from "../model.js";
import type { MarkToken } from "./matrix-marks.js";

/** What a row shows of the places of its marks. */
export interface RowEvidence {
  marks: readonly MarkToken[];
  /** Which matrix of the document it stands in. */
  matrix: number;
  /** Offset of each mark in its line, white space counted. */
  columns: readonly number[];
  /** White space around the marks; null where something else stands between. */
  white: White | null;
}

export interface White {
  /** Empty cells before the first mark; two readings where the first space of a line may only say that a page begins. */
  lead: readonly number[];
  /** Empty cells between each mark and the next. */
  inner: readonly number[];
  /** White space behind the last mark on its line. */
  trail: number;
}

/** How the white space of a row fits the place given to its marks. */
export type Doubt = "too-many" | "too-few" | "white-space" | "no-ladder";

export interface Placement {
  cells: (Mark | null)[];
  doubt: Doubt | null;
}

/** White space is believed against the ladder where it agrees with it in this share of rows, and in so many. */
const TRUSTED = { share: 0.7, rows: 5 };
/** Columns of a printed table stand at least so far apart. */
const MIN_GAP = 3;
/** Marks of one column differ by so much at most. */
const TOLERANCE = 1;

/** A few rows with more marks than variants are misread; more of them show that there are more columns. */
const MAX_TOO_LONG = 0.1;

/**
 * The number of columns: that of the variants, unless many rows show more; the longest row if there are no variants.
 */
export function columnCount(rows: readonly RowEvidence[], known: number | null): number {
  const lengths = rows.map(({ marks }) => Math.max(marks.length, ...marks.map((mark) => (mark.cell ?? -1) + 1)));
  const most = lengths.reduce((a, b) => Math.max(a, b), 0);
  if (known === null || most <= known) return known ?? most;
  return lengths.filter((length) => length > known).length > rows.length * MAX_TOO_LONG ? most : known;
}

/** Places the marks of the rows of one document. @param n number of columns */
export function placeMarks(rows: readonly RowEvidence[], n: number): Placement[] {
  const groups = new Map<number, RowEvidence[]>();
  for (const row of rows) {
    const group = groups.get(row.matrix);
    if (group) group.push(row);
    else groups.set(row.matrix, [row]);
  }
  const grids = new Map([...groups].map(([matrix, group]) => [matrix, grid(group, n)]));
  const whole = grid(rows, n);
  const usual = mode(rows.flatMap(({ white, marks }) => (white && marks.length > 0 ? [white.trail] : [])));
  const trusted = trustWhite(rows, n);
  return rows.map((row) => {
    const { marks } = row;
    if (marks.some((mark) => mark.cell !== undefined)) return byCells(marks, n);
    if (marks.length > n) return { cells: marks.slice(-n).map(({ mark }) => mark), doubt: "too-many" };
    const columns = grids.get(row.matrix) ?? (usable(row, whole) ? whole : null);
    if (columns && usable(row, columns)) return byGrid(row, columns);
    if (marks.length === n) return { cells: marks.map(({ mark }) => mark), doubt: null };
    return byLadder(row, n, usual, trusted);
  });
}

/** Whether the marks, in the order of the variants, leave no higher variant out. */
function isLadder(cells: readonly (Mark | null)[]): boolean {
  const first = cells.findIndex((cell) => cell !== null);
  return first < 0 || cells.slice(first).every((cell) => cell !== null);
}

function byCells(marks: readonly MarkToken[], n: number): Placement {
  const cells: (Mark | null)[] = Array.from({ length: n }, () => null);
  let doubt: Doubt | null = null;
  for (const { cell, mark } of marks) {
    if (cell !== undefined && cell < n) cells[cell] = mark;
    else doubt = "too-many";
  }
  return { cells, doubt };
}

function byGrid({ marks, columns }: RowEvidence, at: readonly number[]): Placement {
  const cells: (Mark | null)[] = at.map(() => null);
  for (const [i, { mark }] of marks.entries()) cells[nearest(at, columns[i] as number)] = mark;
  return { cells, doubt: isLadder(cells) ? null : "no-ladder" };
}

function byLadder({ marks, white }: RowEvidence, n: number, usual: number, trusted: boolean): Placement {
  const ladder: (Mark | null)[] = [
    ...Array.from({ length: n - marks.length }, () => null),
    ...marks.map(({ mark }) => mark),
  ];
  if (white === null || marks.length === 0) return { cells: ladder, doubt: null };
  const between = white.inner.reduce((sum, gap) => sum + gap, 0);
  if (between === 0 && white.lead.includes(n - marks.length)) return { cells: ladder, doubt: null };
  // The white space tells another place. It is followed where it accounts for every column.
  const behind = Math.max(0, white.trail - usual);
  const lead = white.lead.find((before) => before + marks.length + between + behind === n);
  if (trusted && lead !== undefined && between + behind > 0) {
    const cells: (Mark | null)[] = Array.from({ length: lead }, () => null);
    for (const [i, { mark }] of marks.entries()) {
      cells.push(mark, ...Array.from({ length: white.inner[i] ?? (i < marks.length - 1 ? 0 : behind) }, () => null));
    }
    return { cells, doubt: "no-ladder" };
  }
  return { cells: ladder, doubt: "white-space" };
}

/** Whether the white space of a document counts its empty cells: in most rows with fewer marks than columns it does. */
function trustWhite(rows: readonly RowEvidence[], n: number): boolean {
  const short = rows.filter(({ marks, white }) => white !== null && marks.length > 0 && marks.length < n);
  const agree = short.filter(({ marks, white }) => white?.lead.includes(n - marks.length));
  return agree.length >= TRUSTED.rows && agree.length >= short.length * TRUSTED.share;
}

/**
 * The columns that the marks of all rows stand in, where there are exactly as many as wanted and they stand apart as
 * the columns of a table do; null otherwise.
 */
function grid(rows: readonly RowEvidence[], n: number): number[] | null {
  const places = rows.flatMap(({ columns }) => columns).sort((a, b) => a - b);
  if (rows.length < 2 || places.length <= n) return null;
  const clusters: number[][] = [];
  for (const place of places) {
    const last = clusters.at(-1);
    if (last && place - (last[0] as number) <= TOLERANCE) last.push(place);
    else clusters.push([place]);
  }
  if (clusters.length !== n) return null;
  const at = clusters.map((own) => own[own.length >> 1] as number);
  return at.every((place, i) => i === 0 || place - (at[i - 1] as number) >= MIN_GAP) ? at : null;
}

/** Whether every mark of a row stands in a column of its own. */
function usable({ columns }: RowEvidence, at: readonly number[] | null): boolean {
  if (!at) return false;
  const taken = columns.map((place) => nearest(at, place));
  return (
    new Set(taken).size === taken.length &&
    columns.every((place) => at.some((own) => Math.abs(own - place) <= TOLERANCE))
  );
}

function nearest(at: readonly number[], place: number): number {
  let best = 0;
  for (const [i, own] of at.entries()) if (Math.abs(own - place) < Math.abs((at[best] as number) - place)) best = i;
  return best;
}

/** The most frequent value, the smallest of several; 0 for none. */
export function mode(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}
