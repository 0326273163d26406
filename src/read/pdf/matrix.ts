/** Tables of marks: which column a mark stands in, told by its place, also where a column is empty on this page. */
import { isMark } from "../grid.js";
import type { Turned } from "./items.js";
import { type Line, lineText, type Segment } from "./lines.js";
import type { Column, TableRow } from "./regions.js";

export interface Matrix {
  /** Columns of the table that hold marks. */
  marks: Set<number>;
  /** Rotated heads of the columns. */
  heads: Turned[];
  /** Where the columns of marks stand, those without a mark here as well. */
  centres: number[];
}

const NEAR = 5;
const middle = (segment: Segment): number => (segment.x0 + segment.x1) / 2;

/** The place of the nearest of some centres. */
export function nearest(centres: readonly number[], x: number): number {
  let best = 0;
  for (const [i, centre] of centres.entries())
    if (Math.abs(centre - x) < Math.abs((centres[best] as number) - x)) best = i;
  return best;
}

/** The columns of marks of all tables of a document: parts of one table on several pages share them. */
export class MatrixColumns {
  private readonly groups: { left: number; centres: number[] }[] = [];

  /** @returns a key for {@link centres} */
  add(
    rows: readonly TableRow[],
    columns: readonly Column[],
    marks: ReadonlySet<number>,
    turned: readonly Turned[],
  ): number {
    const left = columns[0]?.x0 ?? 0;
    const own: number[] = [];
    for (const { cells } of rows) {
      for (const [i, cell] of cells.entries()) {
        if (!marks.has(i)) continue;
        for (const line of cell)
          for (const segment of line.segments) if (isMark(segment.text)) own.push(middle(segment));
      }
    }
    const text = Math.max(...columns.filter((_, i) => !marks.has(i)).map(({ x0 }) => x0));
    const centres = withHeads(
      cluster(own),
      turned.filter((head) => head.x > text),
    );
    const known = this.groups.findIndex(
      (group) => Math.abs(group.left - left) < 2 * NEAR && agree(group.centres, centres),
    );
    const group = this.groups[known];
    if (group) {
      group.centres = cluster([...group.centres, ...centres]);
      return known;
    }
    this.groups.push({ left, centres });
    return this.groups.length - 1;
  }

  centres(key: number): number[] {
    return evened(this.groups[key]?.centres ?? []);
  }
}

/** Whether columns can be those of one table: some are the same, and no two others are closer than columns are. */
function agree(a: readonly number[], b: readonly number[]): boolean {
  const same = b.filter((x) => a.some((y) => Math.abs(x - y) < NEAR)).length;
  if (same === 0 || same < Math.min(a.length, b.length) / 2) return false;
  const gaps = [a, b].flatMap((own) => own.slice(1).map((x, i) => x - (own[i] as number)));
  const least = Math.min(...gaps, 60);
  return b.every((x) => a.every((y) => Math.abs(x - y) < NEAR || Math.abs(x - y) > least * 0.6));
}

/** Heads that stand above a column without marks here tell where that column is. */
function withHeads(centres: readonly number[], heads: readonly Turned[]): number[] {
  const sorted = headCentres(centres, heads);
  if (sorted.length < 2 || centres.length === 0) return [...centres];
  const width = Math.min(...sorted.slice(1).map((x, i) => x - (sorted[i] as number)));
  // Marks may stand at the left of their columns and heads in the middle: the same way in all of them.
  const shifts = centres.map((x) => x - (sorted[nearest(sorted, x)] as number)).sort((a, b) => a - b);
  const shift = shifts[Math.floor(shifts.length / 2)] as number;
  const others = sorted
    .map((x) => x + shift)
    .filter((x) => centres.every((centre) => Math.abs(centre - x) > width / 2));
  const last = Math.max(...centres, ...sorted) + width;
  return [...centres, ...others.filter((x) => x < last)].sort((a, b) => a - b);
}

/** The middles of heads; the lines of a head that was broken are one, unless marks stand under each. */
function headCentres(centres: readonly number[], heads: readonly Turned[]): number[] {
  const pitch = Math.min(...centres.slice(1).map((x, i) => x - (centres[i] as number)));
  const groups: Turned[][] = [];
  for (const head of [...heads].sort((a, b) => a.x - b.x)) {
    const group = groups.at(-1);
    const gap = head.x - (group?.at(-1)?.x ?? Number.NEGATIVE_INFINITY);
    if (group && gap < 1.5 * head.size && gap < 0.75 * pitch) group.push(head);
    else groups.push([head]);
  }
  return groups.map((group) => group.reduce((sum, { x }) => sum + x, 0) / group.length);
}

/** The middles of groups of values that lie close together. */
function cluster(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const groups: number[][] = [];
  for (const value of sorted) {
    const group = groups.at(-1);
    if (group && value - (group.at(-1) as number) < NEAR) group.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((sum, x) => sum + x, 0) / group.length);
}

/** Columns at even distances with one left out between them: that one is empty. */
function evened(centres: readonly number[]): number[] {
  const gaps = centres.slice(1).map((x, i) => x - (centres[i] as number));
  const least = Math.min(...gaps);
  if (gaps.length < 2) return [...centres];
  const out = [centres[0] as number];
  for (const [i, gap] of gaps.entries()) {
    const steps = Math.round(gap / least);
    if (steps > 1 && steps <= 4 && Math.abs(gap / least - steps) < 0.12) {
      for (let k = 1; k < steps; k++) out.push((centres[i] as number) + k * (gap / steps));
    }
    out.push(centres[i + 1] as number);
  }
  return out;
}

/**
 * One row of a matrix: its lines of text and, behind the last, the cells of marks with a tab before each. A row with
 * a mark beside each of its lines is as many rows.
 */
export function matrixRow({ cells }: TableRow, { marks, centres }: Matrix): { lines: Line[]; tail: string }[] {
  const text = cells.filter((_, i) => !marks.has(i));
  const marked = cells.filter((_, i) => marks.has(i)).flat();
  const lines = mergeLines(text.flat());
  const tails = new Map<number, string[]>();
  for (const line of marked) {
    const tail = tails.get(line.y) ?? centres.map(() => "");
    for (const segment of line.segments) {
      const at = nearest(centres, middle(segment));
      tail[at] = tail[at] ? `${tail[at]} ${segment.text}` : segment.text;
    }
    tails.set(line.y, tail);
  }
  const rows = [...tails.values()];
  const heads = rows.some((row) => row.some((cell) => cell !== "" && !isMark(cell)));
  const one = (): string[] =>
    centres.map((_, i) =>
      rows
        .map((row) => row[i])
        .filter(Boolean)
        .join(" "),
    );
  const toTail = (row: readonly string[]): string => (row.every((cell) => cell === "") ? "" : `\t${row.join("\t")}`);
  // Several lines of marks beside as many lines of text, each a row of its own.
  if (
    !heads &&
    rows.length > 1 &&
    rows.length === lines.length &&
    lines.every((line) => tails.has(line.y)) &&
    lines.every((line) => /^[\p{Lu}•–-]/u.test(lineText(line).text))
  ) {
    return lines.map((line) => ({ lines: [line], tail: toTail(tails.get(line.y) ?? []) }));
  }
  return [{ lines, tail: toTail(rows.length === 1 ? (rows[0] as string[]) : one()) }];
}

/** What stands on one baseline, as one line. */
function mergeLines(lines: readonly Line[]): Line[] {
  const merged: Line[] = [];
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    const last = merged.at(-1);
    if (last && Math.abs(last.y - line.y) < 1) last.segments = [...last.segments, ...line.segments];
    else merged.push({ ...line });
  }
  return merged;
}
