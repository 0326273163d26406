/** The lines of one dossier as its reader sees them, for readers that go by layout. */
import { splitLines, type TextLine } from "../repair/index.js";
import { type Block, isDoubleSpaced } from "./blocks.js";

export interface Line extends TextLine {
  /** True for a heading that is marked as one (Markdown's "##", which `text` leaves out). */
  heading: boolean;
  /** Blank lines before it; the one that double spacing leaves between all lines is taken off. */
  blanksBefore: number;
}

export interface Lines {
  /** Without blank ones. */
  lines: Line[];
  /** The width of a filled line: the 90th percentile of their lengths, at least 40. */
  width: number;
}

/** Beyond this width lines are not wrapped: each is a paragraph of its own. */
const UNWRAPPED = 180;
/** A line that may be followed by more of the same paragraph, as a share of the width. */
const FILLED = 0.7;
/** The same where the line ends a sentence: the last line of a paragraph is often short. */
const FILLED_ENDED = 0.55;

/** Markdown's heading marks, with those that may close the line. */
const HASHES = /^#{1,6}\s+(\S.*?)(?:\s+#+)?$/u;
/** Closing punctuation, behind which a line need not go on. */
const TERMINAL = /[.!?:;]["'’”)\]]*$/u;
const GOES_ON = /^(?:\p{Ll}|[,;)&/…]|\.(?:$|\s+\P{Ll}))/u;
/** Words and signs that no sentence and no item ends with. */
const DANGLING =
  /(?:[,/(-]|(?<![\p{L}\p{N}])(?:de|het|een|en|of|van|in|op|aan|met|voor|door|bij|tot|te|om|als|die|dat|naar|over|uit|zijn|haar|hun|deze|m\.b\.t\.?|t\.a\.v\.?|o\.a\.?|bijv\.?|bv\.?))$/u;

/** The lines that hold the blocks of a dossier. */
export function linesOf(text: string, blocks: readonly Block[]): Lines {
  const from = blocks[0]?.lines[0]?.from ?? 0;
  const last = blocks.at(-1)?.lines.at(-1);
  const offset = from;
  const all = splitLines(text.slice(from, last?.to ?? 0)).map((line) => ({
    ...line,
    start: line.start + offset,
    end: line.end + offset,
    from: line.from + offset,
    to: line.to + offset,
  }));
  const spacing = isDoubleSpaced(all) ? 1 : 0;
  const lines: Line[] = [];
  let blanks = 0;
  for (const line of all) {
    if (line.text === "") {
      blanks++;
      continue;
    }
    const title = HASHES.exec(line.text)?.[1];
    const base = { ...line, blanksBefore: Math.max(0, blanks - spacing), heading: title !== undefined };
    lines.push(title === undefined ? base : { ...base, text: title });
    blanks = 0;
  }
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  return { lines, width: Math.max(40, lengths[Math.floor(lengths.length * 0.9)] ?? 40) };
}

export const endsSentence = (text: string): boolean => TERMINAL.test(text);

/** Whether a line is the second half of the sentence that the one before it broke off, whatever stands between. */
export function goesOn(previous: string, next: string): boolean {
  return !endsSentence(previous) && (GOES_ON.test(next) || DANGLING.test(previous));
}

/** One paragraph, or one item of a list. */
export interface Passage {
  lines: Line[];
  /** Half-open range in the repaired text, the mark of an item left out. */
  start: number;
  end: number;
  /** Where the mark of an item begins. */
  markerStart?: number;
  blanksBefore: number;
}

const BULLET =
  /^(?:[•▪●◦‣∙·►➢✓✔○■□▶➔→\u{e000}-\u{f8ff}]\s*|[-–—*>»]\s*(?=[\p{L}\p{N}("'‘“])|(?:\(?\d{1,2}|[a-z])[.)]\s+(?=[\p{L}("'‘“]))/u;
/** What OCR makes of bullets: a lone sign before white space and a small letter. */
const DAMAGED_BULLET = /^(?:[^\p{L}\p{N}\s&%/+,)([{«‘“]|[oe0])\s+(?=\p{Ll})/u;
const DASH = /^[-–—]/u;

/** Whether a line opens an item with a mark. */
export const opensItem = ({ text }: Line): boolean => BULLET.test(text);

/** Puts lines together to paragraphs and items, none of them a heading. */
export function passages(lines: readonly Line[], width: number): Passage[] {
  return joined(lines, width).flatMap((passage, i, all) => withoutMarks(passage, all[i - 1]));
}

const closes = (line: Line | undefined, sign: string): boolean => line?.text.endsWith(sign) === true;

/** A list that lost its marks: behind a stem with a colon each item is closed by a semicolon. */
function withoutMarks(passage: Passage, before: Passage | undefined): Passage[] {
  const { lines, markerStart, blanksBefore } = passage;
  if (markerStart !== undefined || !lines.some((line) => closes(line, ";"))) return [passage];
  const own = lines.findIndex((line, i) => closes(line, ":") && lines.slice(i + 1).some((next) => closes(next, ";")));
  if (own < 0 && (before?.markerStart !== undefined || !closes(before?.lines.at(-1), ":"))) return [passage];
  const range = (part: Line[]): Passage => ({
    lines: part,
    start: (part[0] as Line).start,
    end: (part.at(-1) as Line).end,
    blanksBefore: part[0] === lines[0] ? blanksBefore : (part[0] as Line).blanksBefore,
  });
  const out = own < 0 ? [] : [range(lines.slice(0, own + 1))];
  let item: Line[] = [];
  for (const [i, line] of lines.slice(own + 1).entries()) {
    item.push(line);
    if (!closes(line, ";") && i < lines.length - own - 2) continue;
    out.push({ ...range(item), markerStart: (item[0] as Line).start });
    item = [];
  }
  return out;
}

function joined(lines: readonly Line[], width: number): Passage[] {
  const out: Passage[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const marker = BULLET.exec(line.text)?.[0] ?? (last ? DAMAGED_BULLET.exec(line.text)?.[0] : undefined);
    if (last && belongs(last, line, marker, width)) {
      last.lines.push(line);
      last.end = line.end;
    } else {
      const start = line.start + (marker?.length ?? 0);
      const base = { lines: [line], start, end: line.end, blanksBefore: line.blanksBefore };
      out.push(marker === undefined ? base : { ...base, markerStart: line.start });
    }
  }
  return out;
}

function belongs(passage: Passage, line: Line, marker: string | undefined, width: number): boolean {
  const previous = passage.lines.at(-1) as Line;
  const filled = previous.text.length >= width * (endsSentence(previous.text) ? FILLED_ENDED : FILLED);
  if (line.heading || previous.heading) return false;
  if (marker !== undefined) {
    // A dash also stands between the words of a sentence that happens to break there.
    const inSentence = DASH.test(marker) && passage.markerStart === undefined && line.blanksBefore === 0;
    return inSentence && filled && !endsSentence(previous.text);
  }
  if (goesOn(previous.text, line.text)) return true;
  if (line.blanksBefore > 0 || width > UNWRAPPED) return false;
  return filled && !(passage.markerStart !== undefined && endsSentence(previous.text));
}

/** The items of a list that lost its marks: one for each line, but where it is full or plainly breaks off. */
export function bareItems(lines: readonly Line[], width: number): Passage[] {
  const out: Passage[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const previous = last?.lines.at(-1);
    const ended = previous === undefined || endsSentence(previous.text);
    if (last && previous && !ended && (DANGLING.test(previous.text) || previous.text.length >= width * 0.85)) {
      last.lines.push(line);
      last.end = line.end;
    } else out.push({ lines: [line], start: line.start, end: line.end, blanksBefore: line.blanksBefore });
  }
  return out;
}
