/** Pages → text: the lines as they stand, blank lines between blocks, tables row by row, notes and furniture set apart. */
import { isMarkTable } from "../grid.js";
import type { TextWriter } from "../writer.js";
import { sortFurniture } from "./furniture.js";
import type { Page, Turned } from "./items.js";
import { type Line, lineText, toLines } from "./lines.js";
import { type Matrix, MatrixColumns, matrixRow, nearest } from "./matrix.js";
import { marksIn, notesFrom } from "./notes.js";
import { type Region, type TableRow, taggedTables, toRegions } from "./regions.js";

const TERMINAL = /[.!?:;]["'’”)\]]*$/u;
const ITEM = /^(?:[•▪●◦‣∙·►➢✓■□–—*-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)/u;

/** @returns how many characters there are besides furniture */
export function writePages(pages: readonly Page[], out: TextWriter): number {
  const lines = pages.map(({ items, width, height }) => ({ width, height, lines: toLines(items) }));
  const sizes = Sizes.of(lines.flatMap((page) => page.lines));
  const sorted = sortFurniture(lines, sizes.body);
  const marks = new Set<string>();
  const layouts = sorted.map(({ head, body, foot }, i) => {
    const own = new Set(marksIn(body));
    for (const mark of own) marks.add(mark);
    const from = notesFrom(body, { body: sizes.body, marks, own, pitch: sizes.pitch });
    const page = lines[i] as { width: number };
    return { head, foot, notes: body.slice(from), regions: regionsOf(body.slice(0, from), page.width, sizes) };
  });
  const matrices = findMatrices(
    layouts.map(({ regions }) => regions),
    pages,
  );
  const writer = new BodyWriter(out, sizes, matrices);
  for (const [i, { head, foot, notes, regions }] of layouts.entries()) {
    out.page();
    for (const line of head) out.furnitureLines(lineText(line).text);
    writer.page(regions, pages[i]?.turned ?? []);
    for (const line of notes) out.noteLines(lineText(line).text);
    for (const line of foot) out.furnitureLines(lineText(line).text);
  }
  out.line();
  return writer.written;
}

/** The smallest distance that is no exception: lines of one paragraph stand closest. */
function least(counts: ReadonlyMap<number, number>): number {
  const all = [...counts].sort((a, b) => a[0] - b[0]);
  const total = all.reduce((sum, [, n]) => sum + n, 0);
  let seen = 0;
  for (const [i, [distance, n]] of all.entries()) {
    seen = n + (distance - (all[i - 1]?.[0] ?? 0) < 0.6 ? seen : 0);
    if (seen >= total * 0.15) return distance;
  }
  return all[0]?.[0] ?? 0;
}

/** Tagged tables by their tags, everything else by its place, in order from the top. */
function regionsOf(lines: readonly Line[], width: number, sizes: Sizes): Region[] {
  const { tables, rest } = taggedTables(lines);
  if (tables.length === 0) return toRegions(rest, width, sizes.pitch);
  const regions: Region[] = [];
  let left = rest;
  for (const table of tables.sort((a, b) => topOf(a) - topOf(b))) {
    const top = topOf(table);
    const above = left.filter((line) => line.y < top);
    left = left.filter((line) => line.y >= top);
    regions.push(...toRegions(above, width, sizes.pitch), table);
  }
  return [...regions, ...toRegions(left, width, sizes.pitch)];
}

/** How many pieces of text are looked at for the one below. */
const AHEAD = 8;

type Table = Extract<Region, { type: "table" }>;

/** The sizes of letters in a document, and how far apart its lines stand. */
class Sizes {
  /** Of the running text. */
  readonly body: number;
  private readonly pitches: Map<number, number>;

  private constructor(body: number, pitches: Map<number, number>) {
    this.body = body;
    this.pitches = pitches;
  }

  static of(lines: readonly Line[]): Sizes {
    const letters = new Map<number, number>();
    const distances = new Map<number, Map<number, number>>();
    const segments = lines.flatMap((line) => line.segments);
    for (const [i, segment] of segments.entries()) {
      const size = Sizes.key(segment.size);
      letters.set(size, (letters.get(size) ?? 0) + segment.text.length);
      // The next line of the same column.
      const next = segments
        .slice(i + 1, i + 1 + AHEAD)
        .find((other) => other.y > segment.y + 1 && other.x0 < segment.x1 && other.x1 > segment.x0);
      if (!next || Sizes.key(next.size) !== size) continue;
      const distance = Math.round((next.y - segment.y) * 4) / 4;
      if (distance < segment.size * 0.8 || distance > segment.size * 3.2) continue;
      const own = distances.get(size) ?? new Map<number, number>();
      own.set(distance, (own.get(distance) ?? 0) + 1);
      distances.set(size, own);
    }
    const most = <T>(counts: Map<T, number>): T | undefined => [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
    const pitches = new Map([...distances].map(([size, own]) => [size, least(own)]));
    return new Sizes(most(letters) ?? 10, pitches);
  }

  private static key(size: number): number {
    return Math.round(size * 2) / 2;
  }

  /** The usual distance of two lines of that size. */
  pitch = (size: number): number => {
    const own = this.pitches.get(Sizes.key(size));
    const body = this.pitches.get(Sizes.key(this.body));
    const ratio = body ? body / this.body : 1.22;
    return Math.min(own ?? size * ratio, Math.max(size * 1.6, size * ratio * 1.1));
  };
}

/** Finds the tables of marks, and the rotated heads that stand above each. */
function findMatrices(pages: readonly Region[][], turned: readonly Page[]): Map<Region, Matrix> {
  const columns = new MatrixColumns();
  const found: { region: Table; marks: Set<number>; heads: Turned[]; key: number }[] = [];
  /** Heads at the end of a page, whose columns may go on over the page. */
  let carried: Turned[] = [];
  for (const [i, regions] of pages.entries()) {
    let left = turned[i]?.turned ?? [];
    for (const region of regions) {
      if (region.type !== "table") continue;
      const marks = isMarkTable(
        region.rows.map(({ cells }) => cells.map((cell) => cell.map((line) => lineText(line).text).join(" "))),
      );
      if (!marks) continue;
      // Heads that end above the first marks belong to the columns; what stands further left does not.
      const first = firstMark(region.rows, marks) ?? topOf(region);
      const text = region.columns[0]?.x0 ?? 0;
      const own = left.filter((head) => head.bottom <= first + 4 && head.x > text);
      const heads = own.length === 0 && region === regions[0] ? carried.filter((head) => head.x > text) : own;
      left = left.filter((head) => !heads.includes(head));
      found.push({ region, marks, heads, key: columns.add(region.rows, region.columns, marks, heads) });
    }
    const end = Math.max(0, ...regions.map(topOf));
    carried = left.filter((head) => head.bottom >= end);
  }
  return new Map(
    found.map(({ region, marks, heads, key }) => [region, { marks, heads, centres: columns.centres(key) }]),
  );
}

/** The line written last, for what comes next to see whether it goes on. */
interface Last {
  line: Line;
  text: string;
  /** Right edge of the text it stands in. */
  right: number;
}

class BodyWriter {
  written = 0;
  private readonly out: TextWriter;
  private readonly sizes: Sizes;
  private readonly matrices: ReadonlyMap<Region, Matrix>;
  /** Rotated heads that belong to a matrix. */
  private readonly taken: ReadonlySet<Turned>;
  private last: Last | null = null;
  /** True where the next line stands in another column or on another page than the last. */
  private jumped = false;
  /** True where a blank line comes before what is written next. */
  private parted = false;

  constructor(out: TextWriter, sizes: Sizes, matrices: ReadonlyMap<Region, Matrix>) {
    this.out = out;
    this.sizes = sizes;
    this.matrices = matrices;
    this.taken = new Set([...matrices.values()].flatMap(({ heads }) => heads));
  }

  page(regions: readonly Region[], turned: readonly Turned[]): void {
    this.jumped = true;
    const others = turned.filter((head) => !this.taken.has(head)).sort((a, b) => a.bottom - b.bottom || a.x - b.x);
    for (const region of regions) {
      const top = topOf(region);
      while (others[0] && others[0].bottom <= top) this.alone((others.shift() as Turned).text);
      const matrix = this.matrices.get(region);
      if (region.type === "table" && matrix) this.matrix(region.rows, matrix);
      else this.region(region);
    }
    for (const head of others) this.alone(head.text);
  }

  private region(region: Region): void {
    switch (region.type) {
      case "text":
        this.lines(region.lines);
        break;
      case "columns":
        for (const column of region.columns) {
          this.jumped = true;
          for (const inner of toRegions(column, Number.MAX_SAFE_INTEGER / 4, this.sizes.pitch)) {
            if (inner.type === "columns") for (const part of inner.columns) this.lines(part);
            else this.region(inner);
          }
        }
        this.jumped = true;
        break;
      case "table":
        for (const { cells } of region.rows) {
          for (const cell of cells) {
            if (cell.length === 0) continue;
            this.end();
            if (isLabel(cell)) this.write(oneLine(cell));
            else this.lines(cell);
          }
        }
        this.end();
        break;
    }
  }

  /** What follows is a block of its own. */
  private end(): void {
    this.last = null;
    this.parted = true;
  }

  private alone(text: string): void {
    this.end();
    this.write({ text, marks: [] });
    this.end();
  }

  private write({ text, marks }: { text: string; marks: [number, number][] }): void {
    this.written += text.length;
    if (this.parted) this.out.blank();
    this.parted = false;
    this.out.marked(text, marks);
  }

  private lines(lines: readonly Line[]): void {
    const right = Math.max(...lines.map((line) => line.segments.at(-1)?.x1 ?? 0));
    const left = Math.min(...lines.map((line) => line.segments[0]?.x0 ?? 0));
    for (const line of lines) {
      const { text, marks } = lineText(line, "\t");
      if (text === "") continue;
      if (this.goesOn(line, text, right - left)) this.out.line();
      else this.out.blank();
      this.write({ text, marks });
      this.last = { line, text, right };
      this.jumped = false;
    }
  }

  /** Whether a line belongs to the block of the line before it. */
  private goesOn(line: Line, text: string, width: number): boolean {
    const { last } = this;
    if (last === null) return false;
    const size = Math.max(line.size, last.line.size);
    if (Math.abs(line.size - last.line.size) > 0.08 * size) return false;
    const ended = TERMINAL.test(last.text);
    const short = last.right - (last.line.segments.at(-1)?.x1 ?? 0) > 0.15 * width;
    if (this.jumped) {
      if (ended || ITEM.test(text)) return false;
      return /^\p{Ll}/u.test(text) || /[\u00ad-]$/.test(last.text) || !short;
    }
    if (headingOf(line) !== headingOf(last.line)) return false;
    const fonts = [fontOf(last.line), fontOf(line)];
    if (fonts[0] !== null && fonts[1] !== null && fonts[0] !== fonts[1] && (short || ended)) return false;
    return line.y - last.line.y <= 1.3 * this.sizes.pitch(size);
  }

  private matrix(all: readonly TableRow[], matrix: Matrix): void {
    const { heads } = matrix;
    let rows = all;
    if (heads.length > 0) {
      const cells: string[] = matrix.centres.map(() => "");
      for (const head of [...heads].sort((a, b) => (a.down ? b.x - a.x : a.x - b.x))) {
        const at = nearest(matrix.centres, head.x);
        cells[at] = `${cells[at] ?? ""} ${head.text}`.trim();
      }
      // The head of the column of text stands beside them: it is the first row, or was written just now.
      const top = Math.min(...heads.map((head) => head.top)) - 30;
      const bottom = Math.max(...heads.map((head) => head.bottom)) + 8;
      const beside = (line: Line | undefined): boolean => line !== undefined && line.y > top && line.y < bottom;
      const first = rows[0]?.cells.filter((_, i) => !matrix.marks.has(i)).flat() ?? [];
      const bare = rows[0]?.cells.every((cell, i) => !matrix.marks.has(i) || cell.length === 0);
      const { last } = this;
      if (bare && beside(first.at(-1))) {
        this.end();
        this.write(oneLine(first));
        rows = rows.slice(1);
      } else if (
        last === null ||
        this.jumped ||
        !beside(last.line) ||
        last.text.length > 60 ||
        /[.;!?]$/.test(last.text)
      ) {
        this.end();
      }
      this.write({ text: `\t${cells.join("\t")}`, marks: [] });
    }
    for (const row of rows) {
      for (const { lines, tail } of matrixRow(row, matrix)) {
        this.end();
        this.write(oneLine(lines));
        if (tail !== "") this.write({ text: tail, marks: [] });
      }
    }
    this.end();
  }
}

/** Lines as one; a word that is broken at the end of its line stays so, to be put together with the others. */
function oneLine(lines: readonly Line[]): { text: string; marks: [number, number][] } {
  let text = "";
  const marks: [number, number][] = [];
  for (const line of lines) {
    const own = lineText(line);
    if (text !== "") text += /[\u00ad-]$/.test(text) ? "\n" : " ";
    for (const [a, b] of own.marks) marks.push([text.length + a, text.length + b]);
    text += own.text;
  }
  return { text, marks };
}

/** A label that was broken to fit its cell: a few short lines that are no sentences and no items. */
function isLabel(cell: readonly Line[]): boolean {
  const texts = cell.map((line) => lineText(line).text);
  if (cell.length > 4 || texts.join(" ").length > 110) return false;
  const sizes = new Set(cell.map((line) => Math.round(line.size * 2)));
  const even = cell.every((line, i) => i === 0 || line.y - (cell[i - 1] as Line).y < 1.6 * line.size);
  const right = Math.max(...cell.map((line) => line.segments.at(-1)?.x1 ?? 0));
  const goesOn = texts.every((text, i) => i === 0 || /^\p{Ll}/u.test(text) || fills(cell[i - 1] as Line, text, right));
  return sizes.size === 1 && even && goesOn && !texts.some((text) => TERMINAL.test(text) || ITEM.test(text));
}

/** Whether the first word of the next line did not fit any more. */
function fills(line: Line, next: string, right: number): boolean {
  const end = line.segments.at(-1)?.x1 ?? 0;
  return end + ((next.split(" ")[0] ?? "").length + 1) * line.size * 0.42 > right;
}

const fontOf = (line: Line): string | null => {
  const fonts = new Set(line.segments.map((segment) => segment.font));
  return fonts.size === 1 ? ([...fonts][0] ?? null) : null;
};

const headingOf = (line: Line): number | undefined => line.segments[0]?.tag?.heading;

function topOf(region: Region): number {
  if (region.type === "text") return region.lines[0]?.y ?? 0;
  const cells = region.type === "columns" ? region.columns : region.rows.flatMap((row) => row.cells);
  return Math.min(...cells.flatMap((cell) => cell.map((line) => line.y)));
}

function firstMark(rows: readonly TableRow[], marks: ReadonlySet<number>): number | undefined {
  const ys = rows.flatMap(({ cells }) => cells.flatMap((cell, i) => (marks.has(i) ? cell.map((line) => line.y) : [])));
  return ys.length > 0 ? Math.min(...ys) : undefined;
}
