/** The body of a page in reading order: running text, columns, tables. */
import { type Line, type Segment, toLine } from "./lines.js";

export type Region =
  | { type: "text"; lines: Line[] }
  /** Columns that are read one after another. */
  | { type: "columns"; columns: Line[][] }
  /** Rows of cells; a cell is its lines. */
  | { type: "table"; rows: TableRow[]; columns: Column[] };

export interface Column {
  x0: number;
  x1: number;
}

export interface TableRow {
  cells: Line[][];
}

/** A gutter is at least this wide, in ems. */
const MIN_GUTTER = 0.55;

type Interval = [number, number];

/** What is free of text beside and between the segments of a line, within the width of the page. */
function free(line: Line, width: number): Interval[] {
  const gaps: Interval[] = [];
  let from = -width;
  for (const { x0, x1 } of line.segments) {
    if (x0 > from) gaps.push([from, x0]);
    from = Math.max(from, x1);
  }
  gaps.push([from, 2 * width]);
  return gaps;
}

function intersect(gutters: readonly Interval[], gaps: readonly Interval[], min: number): Interval[] {
  const out: Interval[] = [];
  for (const [a, b] of gutters) {
    for (const [c, d] of gaps) {
      const [from, to] = [Math.max(a, c), Math.min(b, d)];
      if (to - from >= min) out.push([from, to]);
    }
  }
  return out;
}

/** Takes the tables that tags tell of out of the lines of a page. */
export function taggedTables(lines: readonly Line[]): { tables: Extract<Region, { type: "table" }>[]; rest: Line[] } {
  const tables = new Map<number, Map<number, Segment[][]>>();
  const rest: Line[] = [];
  for (const line of lines) {
    const others: Segment[] = [];
    for (const segment of line.segments) {
      const cell = segment.tag?.cell;
      if (!cell) {
        others.push(segment);
        continue;
      }
      const rows = tables.get(cell.table) ?? new Map<number, Segment[][]>();
      const cells = rows.get(cell.row) ?? [];
      tables.set(cell.table, rows.set(cell.row, cells));
      while (cells.length <= cell.column) cells.push([]);
      (cells[cell.column] as Segment[]).push(segment);
    }
    if (others.length > 0) rest.push(others.length === line.segments.length ? line : toLine(others));
  }
  const regions = [...tables.values()].map((rows) => {
    const width = Math.max(...[...rows.values()].map((cells) => cells.length));
    const all = [...rows].sort((a, b) => a[0] - b[0]).map(([, cells]) => cells);
    const columns = Array.from({ length: width }, (_, i) => {
      const own = all.flatMap((cells) => cells[i] ?? []);
      return { x0: Math.min(...own.map((s) => s.x0)), x1: Math.max(...own.map((s) => s.x1)) };
    });
    return {
      type: "table" as const,
      rows: all.map((cells) => ({ cells: Array.from({ length: width }, (_, i) => linesOf(cells[i] ?? [])) })),
      columns,
    };
  });
  return { tables: regions, rest };
}

function linesOf(segments: readonly Segment[]): Line[] {
  const lines: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const last = lines.at(-1);
    if (last && segment.y - (last[0] as Segment).y < 1) last.push(segment);
    else lines.push([segment]);
  }
  return lines.map(toLine);
}

/** The gaps between the segments of a line. */
const inner = (line: Line): Interval[] =>
  line.segments
    .slice(1)
    .map((segment, i) => [(line.segments[i] as Segment).x1, segment.x0] as Interval)
    .filter(([a, b]) => b > a);

/** @param pitch usual distance of two lines of running text, by size */
export function toRegions(lines: readonly Line[], width: number, pitch: (size: number) => number): Region[] {
  const regions: Region[] = [];
  let text: Line[] = [];
  const flush = (): void => {
    if (text.length > 0) regions.push({ type: "text", lines: text });
    text = [];
  };
  let i = 0;
  while (i < lines.length) {
    const line = lines[i] as Line;
    if (line.segments.length < 2) {
      text.push(line);
      i++;
      continue;
    }
    const { from, to } = grow(lines, i, i - text.length, width, pitch);
    const run = lines.slice(from, to);
    const columns = toColumns(run);
    if (columns.length < 2 || !isGrid(run, columns)) {
      text.push(line);
      i++;
      continue;
    }
    text.length -= i - from;
    flush();
    regions.push(...split(run, columns, pitch));
    i = to;
  }
  flush();
  return regions;
}

/** The longest run of lines around one that leave its gutters free. */
function grow(
  lines: readonly Line[],
  at: number,
  first: number,
  width: number,
  pitch: (size: number) => number,
): { from: number; to: number } {
  const line = lines[at] as Line;
  const min = MIN_GUTTER * line.size;
  let gutters = inner(line);
  const take = (next: Line): boolean => {
    const kept = intersect(gutters, free(next, width), min);
    // Each gutter has to stay: a line across one of them ends the run.
    if (kept.length < gutters.length) return false;
    gutters = kept;
    return true;
  };
  const near = (a: Line, b: Line): boolean => {
    const distance = Math.abs(b.y - a.y);
    const alone = a.segments.length < 2 || b.segments.length < 2;
    return distance <= (alone ? 2.6 : 6) * pitch(Math.max(a.size, b.size));
  };
  let to = at + 1;
  while (to < lines.length && near(lines[to - 1] as Line, lines[to] as Line) && take(lines[to] as Line)) to++;
  // Upwards only lines of the right columns: what stands above at the left is the text before.
  let from = at;
  while (
    from > first &&
    near(lines[from - 1] as Line, lines[from] as Line) &&
    rightOnly(lines[from - 1] as Line, gutters) &&
    take(lines[from - 1] as Line)
  )
    from--;
  return { from, to: endOf(lines, at, to, gutters, pitch) };
}

/** Where a run ends: of what stands alone at the left below its last full line, only what goes on at the usual distance. */
function endOf(
  lines: readonly Line[],
  at: number,
  to: number,
  gutters: readonly Interval[],
  pitch: (size: number) => number,
): number {
  let last = to - 1;
  const leftOnly = (line: Line): boolean => line.segments.length < 2 && !rightOnly(line, gutters);
  while (last > at && leftOnly(lines[last] as Line)) last--;
  let end = last + 1;
  while (end < to) {
    const [above, line] = [lines[end - 1] as Line, lines[end] as Line];
    const left = above.segments[0] as Segment;
    if (line.y - left.y > 1.3 * pitch(line.size) || Math.abs(line.size - left.size) > 0.08 * line.size) break;
    end++;
  }
  return end;
}

const rightOnly = (line: Line, gutters: readonly Interval[]): boolean =>
  (line.segments[0]?.x0 ?? 0) >= (gutters[0]?.[1] ?? 0) - 1;

/** The columns of a run: what lies between the places that are free of text in all of its lines. */
function toColumns(lines: readonly Line[]): Column[] {
  const segments = lines.flatMap((line) => line.segments).sort((a, b) => a.x0 - b.x0);
  const columns: Column[] = [];
  for (const { x0, x1, size } of segments) {
    const last = columns.at(-1);
    if (last && x0 - last.x1 < MIN_GUTTER * size) last.x1 = Math.max(last.x1, x1);
    else columns.push({ x0, x1 });
  }
  return columns;
}

const middle = (segment: Segment): number => (segment.x0 + segment.x1) / 2;

/** The column that a segment stands in. */
function columnOf(segment: Segment, columns: readonly Column[]): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, { x0, x1 }] of columns.entries()) {
    const distance = Math.max(0, x0 - middle(segment), middle(segment) - x1);
    if (distance < least) {
      least = distance;
      best = i;
    }
  }
  return best;
}

/** One line with a gap is no table: another line must agree on it, or its parts must be far apart. */
function isGrid(lines: readonly Line[], columns: readonly Column[]): boolean {
  const several = lines.filter(
    (line) => new Set(line.segments.map((segment) => columnOf(segment, columns))).size > 1,
  ).length;
  if (several >= 2) return true;
  const line = lines.find((candidate) => candidate.segments.length > 1) as Line;
  const gap = Math.max(...inner(line).map(([a, b]) => b - a));
  if (gap <= 2 * line.size) return false;
  // A line by itself: a label and a text, not a title with its page number or a text with its mark.
  const [label, text] = line.segments as [Segment, Segment];
  return (
    lines.length > 1 ||
    (line.segments.length === 2 &&
      /^\p{Lu}/u.test(label.text) &&
      label.text.length < 50 &&
      /\p{L}+ \p{L}+ /u.test(text.text))
  );
}

/** The lines of each column: what stands in it on one baseline. */
function byColumn(lines: readonly Line[], columns: readonly Column[]): Line[][] {
  return columns.map((_, i) =>
    lines.flatMap((line) => {
      const segments = line.segments.filter((segment) => columnOf(segment, columns) === i);
      return segments.length > 0 ? [toLine(segments)] : [];
    }),
  );
}

function split(lines: readonly Line[], columns: Column[], pitch: (size: number) => number): Region[] {
  const parts = byColumn(lines, columns);
  if (isFlow(parts, columns, pitch)) return [{ type: "columns", columns: parts }];
  return [{ type: "table", rows: toRows(lines, columns, pitch), columns }];
}

/** Whether columns are read one after another: each is filled with running text, and they do not share their gaps. */
function isFlow(parts: readonly Line[][], columns: readonly Column[], pitch: (size: number) => number): boolean {
  if (parts.some((part) => part.length < 4)) return false;
  for (const [i, part] of parts.entries()) {
    const width = (columns[i] as Column).x1 - (columns[i] as Column).x0;
    const words = part.reduce((sum, line) => sum + line.segments.reduce((n, s) => n + s.text.split(" ").length, 0), 0);
    const full = part.filter(
      (line) => (line.segments.at(-1)?.x1 ?? 0) > (columns[i] as Column).x1 - width * 0.25,
    ).length;
    if (words < part.length * 2.5 || full < part.length * 0.4) return false;
  }
  const top = Math.min(...parts.map((part) => part[0]?.y ?? 0));
  const bottom = Math.max(...parts.map((part) => part.at(-1)?.y ?? 0));
  // The last column may end early, no other.
  for (const part of parts.slice(0, -1)) {
    const covered = (part.at(-1)?.y ?? 0) - (part[0]?.y ?? 0);
    if (covered < (bottom - top) * 0.75) return false;
  }
  const starts = parts.map((part) => startsOf(part, pitch));
  const fewest = starts.reduce((a, b) => (b.length < a.length ? b : a));
  if (fewest.length < 2) return true;
  const others = starts.filter((other) => other !== fewest).flat();
  const shared = fewest.filter((y) => others.some((other) => Math.abs(other - y) < 2)).length;
  return shared < fewest.length * 0.7;
}

/** Where text begins anew behind a gap. */
function startsOf(part: readonly Line[], pitch: (size: number) => number): number[] {
  return part.slice(1).flatMap((line, i) => (line.y - (part[i] as Line).y > 1.25 * pitch(line.size) ? [line.y] : []));
}

/** Lines → rows of a table. A row begins behind a gap that all columns share, or where the first column begins anew. */
function toRows(lines: readonly Line[], columns: readonly Column[], pitch: (size: number) => number): TableRow[] {
  const distances = lines.slice(1).map((line, i) => line.y - (lines[i] as Line).y);
  const usual = Math.min(...distances.filter((d) => d > 2), pitch(lines[0]?.size ?? 10));
  const parts = lines.map((line) => byColumn([line], columns));
  // Where most labels stand behind a gap, a label right below a line of text is none: it goes on.
  const labels = parts.filter(([label]) => label?.length).length;
  const gaps = lines.filter(
    (line, i) => i > 0 && parts[i]?.[0]?.length && line.y - (lines[i - 1] as Line).y > wide(line),
  ).length;
  const spaced = gaps >= labels * 0.3;

  const rows: TableRow[] = [];
  for (const [i, part] of parts.entries()) {
    const line = lines[i] as Line;
    const above = parts[i - 1];
    if (!above || opens(line, part, above, rows.at(-1) as TableRow)) rows.push({ cells: columns.map(() => []) });
    for (const [j, own] of part.entries()) ((rows.at(-1) as TableRow).cells[j] as Line[]).push(...own);
  }
  return rows;

  function wide(line: Line): number {
    return 1.3 * Math.max(usual, line.size * 1.1);
  }

  function opens(line: Line, now: Line[][], above: Line[][], row: TableRow): boolean {
    const held = now.filter((cell) => cell.length > 0).length;
    const label = (now[0] as Line[]).length > 0;
    const begins = now.every((cell, j) => {
      const last = row.cells[j]?.at(-1);
      return cell.length === 0 || last === undefined || (cell[0] as Line).y - last.y > wide(line);
    });
    const reach = Math.max(...row.cells.flatMap((cell) => cell.map((own) => own.y)));
    if (begins && line.y - reach > wide(line)) return held > 1 || label || line.y - reach > 2.2 * usual;
    // Without a gap: the label begins anew where the line before had none, or where each line is a row of its own.
    if (!label || held < 2) return false;
    if ((above[0] as Line[]).length === 0) return true;
    const first = line.segments[0]?.text ?? "";
    return !spaced && !/^\p{Ll}/u.test(first) && above.filter((cell) => cell.length > 0).length > 1;
  }
}
