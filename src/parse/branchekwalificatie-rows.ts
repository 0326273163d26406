/**
 * The tables of a qualification structure. Taken out of a PDF they have lost their columns: a row is its label with
 * the first statement behind it on the same line, or the label on lines of its own, wrapped in its narrow column; then
 * the other statements, over pages. A label is a noun phrase without a full stop; a statement opens with a finite verb
 * ("Kent …", "Is in staat …") or is a whole sentence.
 */
import { isKnownWord } from "../language/background.js";
import { isFiniteVerb } from "../language/finite.js";
import { fold } from "../language/fold.js";
import { collapse } from "./builder.js";
import { endsSentence, goesOn, type Line } from "./lines.js";

/** A half-open range in the repaired text. */
export type Range = [number, number];

export interface Row {
  /** Null for statements before the first label. */
  label: { text: string; ranges: Range[] } | null;
  statements: Range[];
}

export interface Rows {
  rows: Row[];
  /** What is neither label nor statement by any evidence. */
  unknown: Range[];
}

/** Labels that were found, folded, by their first word. */
type Labels = Map<string, Set<string>>;
const firstWord = (text: string): string => /^\S*/u.exec(text)?.[0] ?? "";

/** Lines that belong together: a label, a statement, or both. */
interface Chunk {
  lines: Line[];
  start: number;
  end: number;
}

/** Longest label before a statement on its line, and on lines of its own. */
const MAX_LABEL = 120;
const MAX_OWN_LABEL = 200;
/** From this length a label is more than a name. */
const LONG_LABEL = 80;
/** A word with a capital, perhaps with a part in brackets: "(Her)kent". */
const CAPITAL = /(?<![^\s(])\(?\p{Lu}[\p{Ll})]*\p{Ll}(?![\p{L}\p{N}])/gu;
/** A wide gap or a tab is what is left of the line between two columns. */
const GAP = /(?:\t|\s{3,})\s*(?=\S)/u;
/** Words that no label ends with. */
const UNFINISHED =
  /(?:[,.:;/-]|(?<![\p{L}\p{N}])(?:de|het|een|en|of|van|in|op|aan|met|voor|door|bij|tot|te|om|als|die|dat|naar|over|uit|zijn|haar|hun|wordt|worden|is))$/iu;
/** A cell whose lines would have held the next word too stands in a narrower column than the statements. */
const NARROW = 0.85;

const opensWithVerb = (text: string): boolean => {
  const word = /^\(?\p{Lu}[\p{Ll})]*\p{Ll}(?![\p{L}\p{N}])/u.exec(text)?.[0];
  return word !== undefined && isFiniteVerb(word);
};

/** Reads the lines of one table. */
export function readRows(text: string, lines: readonly Line[]): Rows {
  const chunks = toChunks(lines);
  const width = statementWidth(text, chunks);
  const labels: Labels = new Map();
  // Labels recur over rows and tables; those found by their verb help where there is none.
  for (const chunk of chunks) {
    const cut = labelEnd(text, chunk, new Map());
    if (cut === null) continue;
    const label = fold(collapse(text.slice(chunk.start, cut)));
    labels.set(firstWord(label), (labels.get(firstWord(label)) ?? new Set()).add(label));
  }

  const rows: Row[] = [];
  const unknown: Range[] = [];
  const open = (ranges: Range[]): void => {
    const label = nameOf(collapse(ranges.map(([start, end]) => text.slice(start, end)).join(" ")));
    const last = rows.at(-1);
    // A row that is split over pages may repeat its label.
    if (last?.label && fold(last.label.text) === fold(label)) last.label.ranges.push(...ranges);
    else rows.push({ label: { text: label, ranges }, statements: [] });
  };
  const add = (range: Range): void => {
    if (rows.length === 0) rows.push({ label: null, statements: [] });
    (rows.at(-1) as Row).statements.push(range);
  };
  for (const [i, chunk] of chunks.entries()) {
    const own = collapse(text.slice(chunk.start, chunk.end));
    const next = chunks[i + 1];
    const nextText = next ? collapse(text.slice(next.start, next.end)) : "";
    const cut = labelEnd(text, chunk, labels);
    const statementFollows =
      next !== undefined &&
      (opensWithVerb(nextText) || (endsSentence(nextText) && labelEnd(text, next, labels) === null));
    const isLabel =
      !endsSentence(own) && own.length <= MAX_OWN_LABEL && (opensWithVerb(own) ? isNarrow(chunk, width) : cut === null);
    if (isLabel && statementFollows) open([[chunk.start, chunk.end]]);
    else if (cut !== null) {
      open([[chunk.start, cut]]);
      let start = cut;
      while (/\s/.test(text[start] as string)) start++;
      add([start, chunk.end]);
    } else if (opensWithVerb(own) || endsSentence(own) || rows.length > 0) add([chunk.start, chunk.end]);
    else unknown.push([chunk.start, chunk.end]);
  }
  return { rows, unknown };
}

/** A label as a title: what a long one enumerates between brackets is left to the source. */
const nameOf = (label: string): string =>
  label.length <= LONG_LABEL ? label : label.replace(/\s*\([^()]*,[^()]*\)/gu, "");

/** Puts lines together that one sentence or one label runs over. */
function toChunks(lines: readonly Line[]): Chunk[] {
  const out: Chunk[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const previous = last?.lines.at(-1);
    if (last && previous && belongs(last, previous, line)) {
      last.lines.push(line);
      last.end = line.end;
    } else out.push({ lines: [line], start: line.start, end: line.end });
  }
  return out;
}

function belongs(chunk: Chunk, previous: Line, line: Line): boolean {
  if (goesOn(previous.text, line.text)) return true;
  // "Vaardigheid:" with the rest of the label below it.
  if (/:$/.test(previous.text) && line.blanksBefore === 0 && /^\p{Ll}/u.test(line.text)) return true;
  if (line.blanksBefore > 0 || endsSentence(previous.text)) return false;
  // Under a label that has lines of its own a statement may begin at once.
  const label = !chunk.lines.some((own) =>
    own.text.split(/\s+/).some((word) => /^\(?\p{Lu}/u.test(word) && isFiniteVerb(word)),
  );
  return !(label && opensWithVerb(line.text));
}

/** Where the label of a chunk ends, if a statement follows it there; null if it holds no label with a statement. */
function labelEnd(text: string, chunk: Chunk, labels: Labels): number | null {
  const whole = text.slice(chunk.start, chunk.end);
  if (opensWithVerb(whole)) return null;
  const first = chunk.lines[0] as Line;
  const gap = GAP.exec(text.slice(first.start, first.end));
  if (gap && isLabelText(text.slice(first.start, first.start + gap.index))) return first.start + gap.index;
  let guess: number | null = null;
  for (const match of whole.matchAll(CAPITAL)) {
    const before = whole.slice(0, match.index).trimEnd();
    if (before === "") continue;
    if (before.length > MAX_LABEL) break;
    if (isLabelText(before) && isFiniteVerb(match[0])) return chunk.start + before.length;
    // A verb that is not known: no noun is either, and none has a capital in the middle of a phrase.
    const unknown = /\p{Ll}t$/u.test(match[0]) && !isKnownWord(fold(match[0]));
    if (isLabelText(before) && unknown && endsSentence(whole)) guess ??= chunk.start + before.length;
  }
  if (guess !== null) return guess;
  for (const label of labels.get(firstWord(fold(whole))) ?? []) {
    const length = prefixLength(whole, label);
    if (length > 0 && /^\s+\p{Lu}/u.test(whole.slice(length))) return chunk.start + length;
  }
  return null;
}

const isLabelText = (text: string): boolean =>
  text.length <= MAX_LABEL &&
  !UNFINISHED.test(text) &&
  !/[.!?;]\s/u.test(text) &&
  !/\p{L}{4}\.$/u.test(text) &&
  /\p{L}/u.test(text);

/** Length of the beginning of a text that equals a label but for case, accents and white space; 0 if it does not. */
function prefixLength(text: string, label: string): number {
  let length = 0;
  for (const match of text.matchAll(/\S+/gu)) {
    length = match.index + match[0].length;
    const own = fold(collapse(text.slice(0, length)));
    if (own.length >= label.length) return own === label && length < text.length ? length : 0;
  }
  return 0;
}

/** The width of the column of statements, by what is surely one; 0 where nothing is. */
function statementWidth(text: string, chunks: readonly Chunk[]): number {
  const sure = chunks.filter(({ start, end }) => {
    const own = text.slice(start, end);
    return opensWithVerb(own) && endsSentence(own);
  });
  return Math.max(0, ...sure.flatMap(({ lines }) => lines.map((line) => line.text.length)));
}

/** Whether a chunk breaks its lines before the width of the statements: the next word would have fitted. */
function isNarrow(chunk: Chunk, width: number): boolean {
  return (
    chunk.lines.length > 1 &&
    chunk.lines.slice(1).every((line, i) => {
      const [word = ""] = line.text.split(/\s/);
      return (chunk.lines[i] as Line).text.length + 1 + word.length < width * NARROW;
    })
  );
}
