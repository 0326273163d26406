/** Lines → blocks: what a reader sees as one heading, one item of a list or one paragraph. */
import { splitLines, type TextLine } from "../repair/index.js";

export interface Block {
  type: "line" | "item" | "paragraph";
  lines: TextLine[];
  /** Half-open range in the repaired text, the mark of an item left out. */
  start: number;
  end: number;
  /** The text with its line breaks made spaces. */
  text: string;
  /** The mark of an item: a bullet, "1.", "a)". A numbered line may be a heading: that depends on its place. */
  marker?: string;
  /** Range of the mark. */
  markerStart?: number;
  /** Blank lines before it (0 where lines simply follow each other; double spacing taken off). */
  blanksBefore: number;
}

/** Marks that open an item whatever follows; a hyphen may be glued to its word ("-toont"). */
const BULLET = /^(?:[•▪●◦‣∙·►➢✓]\s*|[-–—*>»]\s*(?=[\p{L}\p{N}("'‘“])|[-–—]\s+)/u;
/** Marks that OCR makes of bullets: only before white space and a small letter. */
const DAMAGED_BULLET = /^[.,=":;\]|~°o©e]\s+(?=\p{Ll}|\p{Lu}{2})/u;
const NUMBERED = /^(?:\(?(?:\d{1,2}|[a-z])[.)])\s+(?=\p{L}|["'‘“(])/u;

/** Dashes also stand between the words of a sentence that happens to break there. */
const DASH = /^[–—-]/u;

const TERMINAL = /[.!?:;]["'’”)\]]*$/u;
const OPENS_LOWER = /^[\p{Ll}(,;&/…]/u;

/**
 * True where most lines are followed by one blank line although their sentences run on: the blank line is spacing.
 */
export function isDoubleSpaced(lines: readonly TextLine[]): boolean {
  let single = 0;
  let runsOn = 0;
  let followed = 0;
  for (let i = 0; i + 2 < lines.length; i++) {
    const [a, b, c] = [lines[i], lines[i + 1], lines[i + 2]] as [TextLine, TextLine, TextLine];
    if (a.text === "") continue;
    if (b.text !== "") followed++;
    else if (c.text !== "") {
      single++;
      if (!TERMINAL.test(a.text) && OPENS_LOWER.test(c.text)) runsOn++;
    }
  }
  return single > followed && runsOn > single * 0.25;
}

interface MarkedLine extends TextLine {
  blanksBefore: number;
  marker?: string;
}

function mark(lines: TextLine[]): MarkedLine[] {
  const out: MarkedLine[] = [];
  const spacing = isDoubleSpaced(lines) ? 1 : 0;
  let blanks = 0;
  for (const line of lines) {
    if (line.text === "") {
      blanks++;
      continue;
    }
    const marker = (BULLET.exec(line.text) ?? DAMAGED_BULLET.exec(line.text) ?? NUMBERED.exec(line.text))?.[0];
    out.push({ ...line, blanksBefore: Math.max(0, blanks - spacing), ...(marker === undefined ? {} : { marker }) });
    blanks = 0;
  }
  return out;
}

/** Longest line that can be a heading. */
const MAX_HEADING = 130;

/**
 * Puts lines together. A line goes on with the one before it where that ends in the middle of a sentence: its last
 * line has no closing punctuation and this one opens small, or it was full and no blank line stands between.
 * @param text repaired text
 * @param isHeading lines that stand alone whatever surrounds them (codes, known section names)
 */
export function blocks(text: string, isHeading: (line: string) => boolean): Block[] {
  const lines = mark(splitLines(text));
  const full = fullWidth(lines);
  const out: Block[] = [];
  for (const found of lines) {
    const last = out.at(-1);
    const previous = last?.lines.at(-1);
    const inSentence =
      found.marker !== undefined &&
      DASH.test(found.marker) &&
      last !== undefined &&
      last.marker === undefined &&
      previous !== undefined &&
      found.blanksBefore === 0 &&
      !TERMINAL.test(previous.text) &&
      previous.text.length >= full * 0.7;
    const { marker: _, ...plain } = found;
    const line: MarkedLine = inSentence ? plain : found;
    if (last && previous && line.marker === undefined && !isHeading(line.text) && continues(last, previous.text, line, full)) {
      last.lines.push(line);
      last.end = line.end;
      last.text += (/-$/.test(last.text) && /^\//.test(line.text) ? "" : " ") + line.text;
      if (last.type === "line") last.type = "paragraph";
      continue;
    }
    const marker = line.marker;
    const start = line.start + (marker?.length ?? 0);
    const alone = isHeading(line.text);
    out.push({
      type: alone ? "line" : marker !== undefined ? "item" : TERMINAL.test(line.text) || line.text.length > MAX_HEADING ? "paragraph" : "line",
      lines: [line],
      start: alone ? line.start : start,
      end: line.end,
      text: alone ? line.text : text.slice(start, line.end),
      blanksBefore: line.blanksBefore,
      ...(marker !== undefined && !alone ? { marker: marker.trim(), markerStart: line.start } : {}),
    });
  }
  return out;

  function continues(block: Block, previous: string, line: MarkedLine, width: number): boolean {
    if (block.type === "line" && block.lines.length === 1 && isHeading(previous)) {
      // A heading runs on only where it clearly breaks off: the next line follows at once and opens small.
      return line.blanksBefore === 0 && OPENS_LOWER.test(line.text) && !TERMINAL.test(previous);
    }
    const ended = TERMINAL.test(previous);
    if (line.blanksBefore === 0) {
      if (DASH.test(line.text)) return true;
      if (OPENS_LOWER.test(line.text)) return true;
      if (block.type === "item" && ended) return false;
      // Sentence after sentence in one paragraph: the line before was filled, or did not end a sentence but was long.
      return previous.length >= width * (ended ? 0.55 : 0.7);
    }
    // Over a blank line or a page: only a sentence that is plainly not finished.
    return line.blanksBefore <= 4 && !ended && OPENS_LOWER.test(line.text) && previous.length >= width * 0.35 && /^\p{Ll}/u.test(line.text);
  }
}

/** The width of a filled line: the 90th percentile of line lengths, at least 40. */
function fullWidth(lines: readonly TextLine[]): number {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  return Math.max(40, lengths[Math.floor(lengths.length * 0.9)] ?? 40);
}
