/** Reads the matrices of one part of a document into statements that say for which variants they hold. */
import { fold } from "../language/fold.js";
import { readLevel } from "../language/levels.js";
import type { Mark, Unit } from "../model.js";
import { collapse, type DossierBuilder } from "./builder.js";
import { Ids, slug } from "./ids.js";
import type { Line } from "./lines.js";
import { findAnchor, type MatrixLine, type MatrixRow, matrixLine, readRows } from "./matrix.js";
import { type Alphabet, cellsOf, findAlphabet } from "./matrix-marks.js";
import { columnCount, type Doubt, placeMarks } from "./matrix-place.js";
import { rowEvidence } from "./matrix-white.js";

export interface Matrix {
  /** The lines that name its columns. */
  head: readonly Line[];
  lines: readonly Line[];
}

export interface PlacedRow extends MatrixRow {
  /** A mark or null for each column. */
  cells: (Mark | null)[];
  doubt: Doubt | null;
}

export interface WriteOptions {
  unit: Unit;
  section: string;
  lead?: string | undefined;
  scope?: string | undefined;
}

export class MatrixReader {
  private readonly builder: DossierBuilder;
  private readonly alphabet: Alphabet | null;
  /** Ids of the variants in the order of the columns; null where the columns have no names. */
  private order: readonly string[] | null = null;
  private readonly read = new Map<Line, MatrixLine>();

  /** @param lines all that may hold marks, to find which signs the document uses */
  constructor(builder: DossierBuilder, lines: readonly Line[]) {
    this.builder = builder;
    this.alphabet = findAlphabet(lines.map((line) => this.raw(line)));
  }

  /** Whether a line has marks of the matrix. */
  readonly hasMarks = (line: Line): boolean => this.line(line).marks.length > 0;

  /** Whether a line is the name of a variant and nothing else. */
  readonly isVariant = (line: Line): boolean => {
    const key = letters(line.text);
    return key !== "" && this.builder.variants.some(({ title }) => letters(title) === key);
  };

  /** A line with its white space. */
  readonly raw = (line: Line): string => this.builder.text.slice(line.from, line.to);

  /** Whether a line names the columns: most of the variants stand in it. */
  isHead(line: Line): boolean {
    const key = letters(line.text);
    const named = this.builder.variants.filter(({ title }) => key.includes(letters(title)));
    return named.length >= 2 && named.length >= this.builder.variants.length / 2;
  }

  /** The rows of matrices that are alike, with the place of each mark. */
  place(matrices: readonly Matrix[]): PlacedRow[][] {
    const { builder } = this;
    const all = matrices.map(({ lines }) => this.lines(lines));
    const known = builder.variants.length > 0 ? builder.variants.length : null;
    const anchor = findAnchor(all, known);
    const rows = all.map((lines) => readRows(lines, { columns: known, anchor }));
    const evidence = rows.map((own, i) => own.map((row) => rowEvidence(row, builder.coverage.repaired, i)));
    const columns = columnCount(evidence.flat(), known);
    this.order = this.columnOrder(matrices, columns);
    const placed = placeMarks(evidence.flat(), columns);
    let n = 0;
    return rows.map((own) =>
      own.map((row) => {
        const place = placed[n++];
        return { ...row, cells: place?.cells ?? [], doubt: place?.doubt ?? null };
      }),
    );
  }

  /** Makes a statement of each row, and a warning of each whose marks are in doubt. */
  write(rows: readonly PlacedRow[], { unit, section, lead, scope }: WriteOptions): void {
    const { builder } = this;
    for (const row of rows) {
      const [first] = row.pieces;
      const name = unit.code ?? unit.title;
      if (!first) {
        this.warn(`${name}: marks without a text`, row.marks[0]?.start ?? 0);
        continue;
      }
      const variants = this.variantsOf(row);
      // With its bullet, its marks and the bars of a table.
      for (const [from, to] of row.lines) builder.coverage.mark(from, to, "statements");
      const end = (row.pieces.at(-1) as [number, number])[1];
      builder.statement({
        unit,
        section,
        start: first[0],
        end,
        ...(row.pieces.length > 1 ? { text: joined(builder.text, row.pieces), pieces: row.pieces } : {}),
        ...(lead ? { lead } : {}),
        ...(scope ? { scope } : {}),
        ...(variants && Object.keys(variants).length > 0 ? { variants } : {}),
      });
      const doubt = describe(row);
      if (doubt) this.warn(`${name}: ${doubt}`, first[0]);
    }
  }

  private variantsOf({ cells }: PlacedRow): Record<string, Mark> | null {
    if (this.order === null) return null;
    const out: Record<string, Mark> = {};
    // In the order of the dossier's variants, whatever that of the columns.
    for (const { id } of this.builder.variants) {
      const mark = cells[this.order.indexOf(id)];
      if (mark) out[id] = mark;
    }
    return out;
  }

  /** The variants that the columns stand for: in the order of their heads, if these can be read. */
  private columnOrder(matrices: readonly Matrix[], columns: number): string[] | null {
    const { variants } = this.builder;
    if (variants.length === 0 && columns > 0) this.nameColumns(matrices, columns);
    const ids = variants.map(({ id }) => id);
    if (ids.length !== columns) {
      const at = matrices.find(({ lines }) => lines.length > 0)?.lines[0]?.start ?? 0;
      this.warn(`rows with ${columns} marks, but ${ids.length} variants: no marks are given`, at, "matrix-columns");
      return null;
    }
    for (const { head } of matrices) {
      const order = orderIn(head.map(this.raw), variants);
      if (order) return order;
    }
    return ids;
  }

  /** Variants that only the head of a matrix names, or, if it does not, by their number. */
  private nameColumns(matrices: readonly Matrix[], columns: number): void {
    const { builder } = this;
    const heads = matrices.flatMap(({ head }) => head);
    const titles = heads.map((line) => headCells(this.raw(line), columns)).find((cells) => cells !== null);
    const ids = new Ids();
    for (let i = 0; i < columns; i++) {
      const title = titles?.[i] ?? `variant ${i + 1}`;
      builder.variants.push({ id: ids.claim(slug(title)), title, level: readLevel(title) });
    }
    if (!titles)
      this.warn(
        `a matrix whose ${columns} columns have no names that can be read`,
        heads[0]?.start ?? 0,
        "matrix-columns",
      );
  }

  private warn(message: string, at: number, code = "matrix-row"): void {
    this.builder.warn(code, message, this.builder.coverage.repaired.mapped.toSource(at, at + 1)[0]);
  }

  private lines(lines: readonly Line[]): MatrixLine[] {
    return lines.map((line, i) => {
      const previous = lines[i - 1];
      const between = previous ? this.builder.text.slice(previous.end, line.start) : "";
      return { ...this.line(line), detached: /\S/.test(between) };
    });
  }

  private line(line: Line): MatrixLine {
    let own = this.read.get(line);
    if (!own) {
      own = matrixLine(this.raw(line), line.from, line, this.alphabet);
      this.read.set(line, own);
    }
    return own;
  }
}

const letters = (text: string): string => fold(text).replace(/[^a-z]/g, "");

/**
 * The order in which the head of a matrix names the variants: in cells of one line, or in the loose letters of heads
 * that stood on their side. Null unless all are there: the halves of names that are broken over lines tell nothing.
 */
function orderIn(head: readonly string[], variants: readonly { id: string; title: string }[]): string[] | null {
  for (const raw of head) {
    const cells = rowCells(raw).map(letters);
    const found = variants.map(({ id, title }) => ({ id, at: cells.indexOf(letters(title)) }));
    if (found.every(({ at }) => at >= 0)) return found.sort((a, b) => a.at - b.at).map(({ id }) => id);
  }
  let text = letters(head.filter((raw) => raw.trim().length <= 4).join(""));
  const found: { id: string; at: number }[] = [];
  // The longest first: "begeleider" stands in "persoonlijk begeleider" too.
  for (const { id, title } of [...variants].sort((a, b) => b.title.length - a.title.length)) {
    const key = letters(title);
    const at = key === "" ? -1 : text.indexOf(key);
    if (at < 0) return null;
    found.push({ id, at });
    text = text.slice(0, at) + "-".repeat(key.length) + text.slice(at + key.length);
  }
  return found.sort((a, b) => a.at - b.at).map(({ id }) => id);
}

/** The cells of a row: between bars, tabs or wide gaps. */
export function rowCells(raw: string): string[] {
  const ranges = cellsOf(raw);
  const cells = ranges ? ranges.map(([start, end]) => raw.slice(start, end)) : raw.split(/\s*\|\s*|\s{2,}/u);
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
}

/** The names of the columns in a line of heads: its last cells. */
function headCells(raw: string, columns: number): string[] | null {
  const cells = rowCells(raw);
  if (cells.length < columns || cells.length > columns + 1) return null;
  const own = cells.slice(-columns);
  return own.every((cell) => /\p{L}{2}|^[A-Z\d]$/u.test(cell)) ? own : null;
}

/** The text of pieces between which marks stand. */
function joined(text: string, pieces: readonly [number, number][]): string {
  return pieces
    .map(([start, end]) => collapse(text.slice(start, end)))
    .reduce((whole, piece) =>
      /\p{Ll}-$/u.test(whole) && /^\p{Ll}/u.test(piece) && !/^(?:en|of)\b/u.test(piece)
        ? whole.slice(0, -1) + piece
        : `${whole} ${piece}`,
    );
}

/** The marks of a row as a string: "--xxx", with "o" for a partial one. */
const markString = (cells: readonly (Mark | null)[]): string =>
  cells.map((cell) => (cell === "full" ? "x" : cell === "partial" ? "o" : "-")).join("");

function describe({ cells, doubt, marks }: PlacedRow): string | null {
  if (marks.length === 0) return "a row without marks";
  switch (doubt) {
    case "too-many":
      return `${marks.length} marks for ${cells.length} variants; read as ${markString(cells)}`;
    case "white-space":
      return `the white space before ${marks.length} marks does not count ${cells.length - marks.length} empty cells; read as ${markString(cells)}`;
    case "no-ladder":
      return `a higher variant is left out, as the layout shows; read as ${markString(cells)}`;
    default:
      return null;
  }
}
