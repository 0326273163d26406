/**
 * What the page adds to the text: page numbers, copyright lines, running heads and footers, footnote marks on a line
 * of their own, and the footnotes themselves, which interrupt the sentence they stand in.
 */
import { splitLines, type TextLine } from "./lines.js";
import type { Edit } from "./mapped.js";
import { sparsePageNumbers } from "./pages.js";

const PAGE_NUMBER =
  /^(?:[-–—|]\s*)?(?:(?:pagina|pag\.?|p\.|blz\.?)\s*)?\d{1,4}(?:\s*(?:van|\/|\|)\s*\d{1,4})?(?:\s*[-–—|])?$/iu;
const BARE_NUMBER = /^\d{1,4}$/;
/** A label whose value stands on the next line: levels of profiles, one after another, count up as pages do. */
const ASKS_NUMBER =
  /^(?:\p{L}[\p{L}\s-]{0,30}[\s-])?(?:niveau|nlqf|eqf|score|studielast|crebo(?:code|nummer)?|leerjaar|sbu|ec)\s*:?$/iu;
const COPYRIGHT = /^(?:©|\(c\)\s|copyright\b)/iu;
/** A line of dots, dashes or the like, as tables of contents and rules leave behind. */
const RULE = /^[.\-–—_=*~·•\s]{6,}$/u;
/** Longest line that can be a running head. */
const MAX_HEAD = 110;

const masked = (text: string): string => text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ");
/** The second half of a sentence; a full stop before a small letter is a bullet misread. */
const GOES_ON = /^(?:\p{Ll}|[,;:)]|\.(?:$|\s+\P{Ll}))/u;
const GAP = { to: "", rule: "furniture:gap", confidence: 0.9 };
const endsSentence = (text: string): boolean => /[.!?:;]["'’”)\]]*$/u.test(text);

export interface Furniture {
  edits: Edit[];
  /** Ranges of the notes lifted out, in the text given: prose of the document, but not of the sentence it stood in. */
  notes: { start: number; end: number }[];
}

/** Finds furniture in a text whose lines still stand as on the page. */
export function findFurniture(text: string): Furniture {
  const lines = splitLines(text).filter((line) => line.text !== "");
  const kind = new Map<TextLine, string>();

  for (const line of lines) {
    if (COPYRIGHT.test(line.text) && line.text.length <= MAX_HEAD) kind.set(line, "copyright");
    else if (RULE.test(line.text)) kind.set(line, "rule");
  }
  const notes = findFootnotes(text, lines, kind);
  findPageNumbers(text, lines, kind);
  findRunningHeads(lines, kind);
  findNumberedFeet(lines, kind);

  const edits: Edit[] = [];
  for (const line of lines) {
    const rule = kind.get(line);
    if (rule) edits.push({ start: line.start, end: line.end, to: "", rule: `furniture:${rule}`, confidence: 0.9 });
  }
  for (const note of notes) edits.push({ ...note, to: "", rule: "footnote", confidence: 0.9 });
  edits.push(...bridges(lines, edits));
  edits.sort((a, b) => a.start - b.start);
  return { edits, notes };
}

/**
 * Where something was lifted out of the middle of a sentence, the blank lines that it stood between go too: the halves
 * become lines that follow each other, and punctuation follows its word.
 */
function bridges(lines: readonly TextLine[], lifted: readonly Edit[]): Edit[] {
  const out: Edit[] = [];
  const sorted = [...lifted].sort((a, b) => a.start - b.start);
  let next = 0;
  let before: TextLine | undefined;
  let between: Edit[] = [];
  for (const line of lines) {
    while (next < sorted.length && (sorted[next] as Edit).end <= line.start) between.push(sorted[next++] as Edit);
    const current = sorted[next];
    if (current && current.start <= line.start && line.end <= current.end) continue;
    if (before && between.length > 0 && !endsSentence(before.text) && GOES_ON.test(line.text)) {
      let from = before.end;
      for (const edit of between) {
        if (edit.start > from) out.push({ ...GAP, start: from, end: edit.start });
        from = edit.end;
      }
      out.push({ ...GAP, start: from, end: line.start, to: /^\p{Ll}/u.test(line.text) ? "\n" : "" });
    }
    before = line;
    between = [];
  }
  return out.filter((edit) => edit.end > edit.start);
}

interface Link {
  line: TextLine;
  i: number;
  /** Of the chain up to here. */
  length: number;
  before: Link | undefined;
}

/**
 * Page numbers: numbers that stand beside a copyright line or a repeated line, or that count up by one from page to
 * page (three at least, so that a number in a list or table is not taken for one).
 */
function findPageNumbers(text: string, lines: TextLine[], kind: Map<TextLine, string>): void {
  const candidates = lines
    .map((line, i) => ({ line, i, value: Number(/\d+/.exec(line.text)?.[0]) }))
    .filter(
      ({ line, i }) => PAGE_NUMBER.test(line.text) && !kind.has(line) && !ASKS_NUMBER.test(lines[i - 1]?.text ?? ""),
    );
  for (const { line, i } of candidates) {
    const around = [lines[i - 2], lines[i - 1], lines[i + 1], lines[i + 2]];
    const byCopyright = around.some((other) => other && kind.get(other) === "copyright");
    const labelled = !BARE_NUMBER.test(line.text) && /[a-z|\-–—/]/iu.test(line.text);
    if (byCopyright || labelled) kind.set(line, "page-number");
  }
  // The longest chain of numbers that grow by one in reading order; a page seldom has fewer than ten lines.
  const open = candidates.filter(({ line }) => !kind.has(line) && BARE_NUMBER.test(line.text));
  /** The last link of the longest chain that ends in each number. */
  const chains = new Map<number, Link>();
  let longest: Link | undefined;
  for (const { line, i, value } of open) {
    const before = chains.get(value - 1);
    if (before && i - before.i < 10) continue;
    const link: Link = { line, i, length: (before?.length ?? 0) + 1, before };
    if (link.length > (chains.get(value)?.length ?? 0)) chains.set(value, link);
    if (link.length > (longest?.length ?? 0)) longest = link;
  }
  if (longest && longest.length >= 3)
    for (let link: Link | undefined = longest; link; link = link.before) kind.set(link.line, "page-number");
  const rest = open.flatMap(({ line }) => (kind.has(line) ? [] : [line]));
  for (const line of sparsePageNumbers(text, rest)) kind.set(line, "page-number");
}

/** A number that says it is that of the page ("pagina 3", "p. 3 van 7"), at the end of a line with more on it. */
const NUMBERED_FOOT =
  /(?:\b(?:pagina|pag\.?|blz\.?|p\.)\s*(\d{1,4})(?:\s*(?:van|\/)\s*\d{1,4})?|\b(\d{1,4})\s*(?:van|\/)\s*\d{1,4})\s*$/iu;

/** Heads and footers with the number of the page on the same line: the same words at least twice, the number growing. */
function findNumberedFeet(lines: TextLine[], kind: Map<TextLine, string>): void {
  const groups = new Map<string, { line: TextLine; value: number }[]>();
  for (const line of lines) {
    const may = line.text.length <= MAX_HEAD && /\d$/.test(line.text) && !kind.has(line);
    const match = may ? NUMBERED_FOOT.exec(line.text) : null;
    if (!match) continue;
    const group = groups.get(masked(line.text));
    const entry = { line, value: Number(match[1] ?? match[2]) };
    if (group) group.push(entry);
    else groups.set(masked(line.text), [entry]);
  }
  for (const group of groups.values()) {
    const grows = group.every(({ value }, i) => i === 0 || value > (group[i - 1] as { value: number }).value);
    if (group.length >= 2 && grows) for (const { line } of group) kind.set(line, "running-head");
  }
}

/** Running heads and footers: short lines, the same but for numbers, that stand next to page numbers at least twice. */
function findRunningHeads(lines: TextLine[], kind: Map<TextLine, string>): void {
  const isPage = (line: TextLine | undefined): boolean =>
    line !== undefined && (kind.get(line) === "page-number" || kind.get(line) === "copyright");
  const beside = new Map<string, TextLine[]>();
  for (const [i, line] of lines.entries()) {
    if (kind.has(line) || line.text.length > MAX_HEAD || endsSentence(line.text)) continue;
    if (!isPage(lines[i - 1]) && !isPage(lines[i + 1])) continue;
    // The marks of a table ("x x (x)") are the same from row to row too.
    if (!/\p{L}{3}/u.test(line.text)) continue;
    const key = masked(line.text);
    const own = beside.get(key);
    if (own) own.push(line);
    else beside.set(key, [line]);
  }
  for (const group of beside.values()) {
    if (group.length >= 2) for (const line of group) kind.set(line, "running-head");
  }
}

/** How many lines behind its mark a footnote may stand. */
const NOTE_WITHIN = 150;
/** Most lines of one footnote. */
const NOTE_LINES = 12;
const OPENS_NOTE = /^[\p{Lu}"'‘“(]/u;

/**
 * Footnotes whose mark was set on a line of its own: first the mark, in or behind a sentence, later (before the next
 * mark counts on) the same number again, above the line where the note begins. A mark within a sentence shows itself;
 * one behind a sentence, or before a capital, counts only if its note stands where notes stand: under the white rule
 * at the foot of the page, or behind another note.
 */
function findFootnotes(text: string, lines: TextLine[], kind: Map<TextLine, string>): { start: number; end: number }[] {
  const marks = new Map<number, number>();
  const notes: { start: number; end: number }[] = [];
  const numberOf = (i: number): number => {
    const line = lines[i];
    return line && BARE_NUMBER.test(line.text) && !kind.has(line) ? Number(line.text) : Number.NaN;
  };
  const opensNote = (i: number): boolean => OPENS_NOTE.test(lines[i + 1]?.text ?? "");
  const underRule = (i: number): boolean =>
    /[ \t\u00a0]{20,}/.test(text.slice(lines[i - 1]?.end ?? 0, lines[i]?.start ?? 0)) ||
    kind.get(lines[i - 1] as TextLine) === "rule";
  /** Under the rule, or behind the note before it. */
  const atFoot = (i: number): boolean => {
    if (underRule(i)) return true;
    for (let j = i - 1; j > Math.max(0, i - NOTE_LINES); j--) {
      if (numberOf(j) === numberOf(i) - 1) return opensNote(j) && atFoot(j);
    }
    return false;
  };
  const noteAhead = (value: number, from: number): boolean => {
    for (let j = from + 2; j < Math.min(lines.length, from + NOTE_WITHIN); j++) {
      if (numberOf(j) === value) return opensNote(j) && atFoot(j);
    }
    return false;
  };
  let expected = 1;
  let i = 0;
  while (i < lines.length) {
    const line = lines[i] as TextLine;
    const value = numberOf(i);
    const before = lines[i - 1];
    const after = lines[i + 1];
    const within = before && after && !endsSentence(before.text) && /^[\p{Ll}.,;:)]/u.test(after.text);
    if (value === expected && before && after && (within || noteAhead(value, i))) {
      marks.set(value, i);
      kind.set(line, "footnote-mark");
      expected = value + 1;
    } else if (marks.has(value) && after && opensNote(i) && (marks.get(value) ?? i) < i - 1) {
      // The note runs to the next note, or to the first line that ends a sentence.
      let stop = i + 1;
      while (
        stop + 1 < lines.length &&
        !endsSentence((lines[stop] as TextLine).text) &&
        !BARE_NUMBER.test((lines[stop + 1] as TextLine).text)
      ) {
        stop++;
      }
      kind.set(line, "footnote-mark");
      marks.delete(value);
      notes.push({ start: after.start, end: (lines[stop] as TextLine).end });
      i = stop + 1;
      continue;
    }
    i++;
  }
  return notes;
}
