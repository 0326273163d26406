/** Blocks → text, and the text within a block. */
import type { FlowBlock, FlowCell, Inline } from "./blocks.js";
import { gridOf, isMarkTable, markRow } from "./grid.js";
import type { TextWriter } from "./writer.js";

/** Collects the text of a block. */
export class InlineBuilder {
  private value = "";
  private readonly found: [number, number][] = [];

  get text(): string {
    return this.value;
  }

  get isBlank(): boolean {
    return this.value.trim() === "";
  }

  /** Adds text as it stands; white space at a line's start and double spaces are left out, tabs stay. */
  add(text: string): void {
    // Soft hyphens and zero-width marks show nothing; a hard space is a space.
    let clean = text
      .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
      .replace(/[\u00a0\u2007\u202f]/g, " ")
      .replace(/\u2011/g, "-");
    clean = clean.replace(/ {2,}/g, " ").replace(/ ?\n ?/g, "\n");
    if (/^ /.test(clean) && /(?:^|[ \n])$/.test(this.value)) clean = clean.slice(1);
    if (/^\n/.test(clean)) this.value = this.value.replace(/ $/, "");
    this.value += clean;
  }

  /** Adds a footnote mark. */
  mark(text: string): void {
    const at = this.value.length;
    this.value += text;
    this.found.push([at, this.value.length]);
  }

  /** Takes what was collected: one piece for each paragraph (a blank line parts them), white space around it left out. */
  take(): Inline[] {
    const pieces: Inline[] = [];
    let from = 0;
    for (const part of this.value.split(/(\n\s*\n)/)) {
      const start = from + part.length - part.trimStart().length;
      const end = from + part.trimEnd().length;
      from += part.length;
      if (end <= start) continue;
      const marks = this.found
        .filter(([a, b]) => a >= start && b <= end)
        .map(([a, b]): [number, number] => [a - start, b - start]);
      pieces.push({ text: this.value.slice(start, end), marks });
    }
    this.value = "";
    this.found.length = 0;
    return pieces;
  }
}

/** One text of several, with a separator between them. */
export function joinInline(parts: readonly Inline[], separator: string): Inline {
  let text = "";
  const marks: [number, number][] = [];
  for (const part of parts) {
    if (text !== "") text += separator;
    for (const [start, end] of part.marks) marks.push([text.length + start, text.length + end]);
    text += part.text;
  }
  return { text, marks };
}

/** The same text on one line. */
const oneLine = ({ text, marks }: Inline): Inline => ({ text: text.replace(/\n/g, " "), marks });

/**
 * Writes blocks as the parser reads them: a blank line between blocks, items of a list line by line with their marks,
 * headings on a line of their own, notes behind the block that they belong to.
 */
export function writeFlow(blocks: readonly FlowBlock[], out: TextWriter): void {
  let inList = false;
  for (const block of blocks) {
    const isItem = block.type === "item";
    if (isItem && inList) out.line();
    else out.blank();
    inList = isItem;
    switch (block.type) {
      case "heading":
        writeInline(oneLine(block.inline), out);
        break;
      case "paragraph":
        writeInline(block.inline, out);
        break;
      case "item":
        out.add(`${"  ".repeat(block.depth)}${block.marker} `);
        writeInline(oneLine(block.inline), out);
        break;
      case "furniture":
        out.furnitureLines(block.text);
        break;
      case "table":
        writeTable(block.rows, out);
        break;
    }
    for (const note of block.notes ?? []) out.noteLines(note);
  }
  out.line();
}

const writeInline = ({ text, marks }: Inline, out: TextWriter): void => out.marked(text, marks);

/**
 * A table whose cells hold marks keeps its columns: one line for each row, tabs between the cells. Of any other the
 * cells stand one after another, row by row, each with its own lines.
 */
function writeTable(rows: readonly FlowCell[][], out: TextWriter): void {
  const grid = gridOf(rows);
  const texts = grid.map((row) =>
    row.map((cell) => (cell ? joinInline(cellLines(cell), " ") : { text: "", marks: [] })),
  );
  const columns = isMarkTable(texts.map((row) => row.map((cell) => cell.text)));
  if (columns === null) {
    for (const row of grid) {
      for (const cell of row) {
        if (!cell) continue;
        out.blank();
        writeFlow(cell.blocks, out);
      }
    }
    return;
  }
  for (const [i, row] of grid.entries()) {
    if (row[0] && row.slice(1).every((cell) => cell === null)) {
      // One cell over the whole width: a heading between the rows.
      out.blank();
      writeFlow(row[0].blocks, out);
      continue;
    }
    for (const line of splitRow(row, texts[i] ?? [], columns)) {
      const { text, marks } = markRow(line, columns);
      if (text.trim() === "") continue;
      out.blank();
      out.marked(text, marks);
    }
    for (const cell of row)
      for (const block of cell?.blocks ?? []) for (const note of block.notes ?? []) out.noteLines(note);
  }
}

/** The lines in a cell, each block one or (where it holds line breaks) more. */
function cellLines(cell: FlowCell): Inline[] {
  return cell.blocks.flatMap((block): Inline[] => {
    if (block.type === "furniture") return [];
    if (block.type === "table") return block.rows.flatMap((row) => row.flatMap(cellLines));
    if (!block.inline.text.includes("\n")) return [block.inline];
    return splitLines(block.inline);
  });
}

function splitLines({ text, marks }: Inline): Inline[] {
  return [...text.matchAll(/[^\n]+/g)].map((match) => ({
    text: match[0],
    marks: marks
      .filter(([start, end]) => start >= match.index && end <= match.index + match[0].length)
      .map(([start, end]): [number, number] => [start - match.index, end - match.index]),
  }));
}

/** A row that holds several lines with a mark for each is as many rows. */
function splitRow(row: readonly (FlowCell | null)[], whole: Inline[], columns: ReadonlySet<number>): Inline[][] {
  const lines = row.map((cell) => (cell ? cellLines(cell) : []));
  const most = Math.max(0, ...lines.filter((_, i) => columns.has(i)).map((cell) => cell.length));
  const fits =
    most > 1 &&
    lines.every((cell, i) => cell.length === most || cell.length === 0 || (!columns.has(i) && cell.length === 1));
  const labels = lines.findIndex((cell, i) => !columns.has(i) && cell.length === most);
  if (!fits || labels < 0) return [whole];
  return Array.from({ length: most }, (_, n) => lines.map((cell) => cell[n] ?? { text: "", marks: [] }));
}
