/**
 * Footnotes whose marks are glued to the words of the text ("… maken gebruik.1 Daarvan", "vrijwilligers26.") and whose
 * bodies stand at the end of the page ("1 Bron: …"), between the lines of a sentence that goes on on the next page.
 * Both are lifted out: a number is a mark only where it counts on from the mark before it and a body answers to it.
 */
import { splitLines, type TextLine } from "./lines.js";
import type { Edit } from "./mapped.js";

const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** Digits right behind a word, its punctuation or a closing bracket, with no digit or letter behind them. */
const MARK = new RegExp(
  `(?=[\\d${SUPERSCRIPT}])(?<=\\p{L}[.,;:!?)’”"']{0,3}|\\p{N}[)”"’][.,;:!?)]{0,2})(\\d{1,3}|[${SUPERSCRIPT}]{1,3})(?![\\p{L}\\p{N}]|[.,]\\p{N})`,
  "gu",
);
const BODY = new RegExp(`^(\\d{1,3}|[${SUPERSCRIPT}]{1,3})\\s+(?=[\\p{Lu}‘“"'(]|https?:|www\\.)`, "u");
const ENDED = /(?:[.!?;]["'’”)\]]*|(?:https?:\/\/|www\.)\S*[^\s-])$/u;
/** The addresses behind the links of a page, which some programs print below its notes. */
const ADDRESS = /^(?:https?:\/\/|www\.)\S+$/u;
/** Marks that may have been lost between two that were found. */
const MAX_LOST = 2;
const MAX_LINES = 30;
/** A line at least this long may be full. */
const FILLED = 50;

export interface Notes {
  edits: Edit[];
  /** Ranges of the bodies, in the text given. */
  notes: { start: number; end: number }[];
}

interface Body {
  value: number;
  /** Index of its first line. */
  line: number;
  /** Index of its last line. */
  last: number;
  /** Offset behind its own number. */
  textStart: number;
}

const toNumber = (digits: string): number =>
  Number([...digits].map((c) => (SUPERSCRIPT.includes(c) ? SUPERSCRIPT.indexOf(c) : c)).join(""));

/** Finds notes in a text from which page numbers and running heads are gone. */
export function findNotes(text: string): Notes {
  const lines = splitLines(text);
  const bodies = findBodies(text, lines);
  const edits: Edit[] = [];
  const used = new Set<Body>();
  /** The bodies of each number that may still answer to a mark, last one first. */
  const open = new Map<number, Body[]>();
  for (const body of [...bodies].reverse()) {
    const own = open.get(body.value);
    if (own) own.push(body);
    else open.set(body.value, [body]);
  }
  let expected = 1;
  for (const match of text.matchAll(MARK)) {
    const value = toNumber(match[1] as string);
    const counts = value >= expected && value <= expected + MAX_LOST;
    if (!counts && value !== 1) continue;
    // "box B12": a letter and a number are a name.
    if (/(?:^|[^\p{L}])\p{L}$/u.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
    const candidates = open.get(value) ?? [];
    while (candidates.length > 0 && (lines[(candidates.at(-1) as Body).line] as TextLine).start <= match.index)
      candidates.pop();
    const body = candidates.pop();
    if (!body) continue;
    used.add(body);
    expected = value + 1;
    edits.push({
      start: match.index,
      end: match.index + match[0].length,
      to: "",
      rule: "footnote-mark",
      confidence: 0.9,
    });
  }
  // A body whose mark was lost stands right before or behind one that was found.
  for (let i = 1; i < bodies.length; i++) {
    if (used.has(bodies[i - 1] as Body) && follows(bodies[i - 1] as Body, bodies[i] as Body, lines))
      used.add(bodies[i] as Body);
  }
  for (let i = bodies.length - 1; i > 0; i--) {
    if (used.has(bodies[i] as Body) && follows(bodies[i - 1] as Body, bodies[i] as Body, lines))
      used.add(bodies[i - 1] as Body);
  }
  const notes: Notes["notes"] = [];
  for (const body of bodies) {
    if (!used.has(body)) continue;
    const { start, end } = { start: (lines[body.line] as TextLine).start, end: (lines[body.last] as TextLine).end };
    notes.push({ start, end });
    // The white space before it goes too, so that the sentence it interrupts runs on.
    edits.push({ start: endBefore(lines, body.line), end, to: "", rule: "footnote", confidence: 0.9 });
  }
  edits.sort((a, b) => a.start - b.start);
  return { edits: edits.filter((edit, i) => i === 0 || edit.start >= (edits[i - 1] as Edit).end), notes };
}

const follows = (a: Body, b: Body, lines: readonly TextLine[]): boolean =>
  b.value === a.value + 1 && b.line > a.last && lines.slice(a.last + 1, b.line).every((line) => line.text === "");

/** End of the last line with text before a line. */
function endBefore(lines: readonly TextLine[], i: number): number {
  for (let j = i - 1; j >= 0; j--) if (lines[j]?.text) return (lines[j] as TextLine).end;
  return 0;
}

/** Lines that can open a note, each with its extent. */
function findBodies(text: string, lines: readonly TextLine[]): Body[] {
  const bodies: Body[] = [];
  const full = fullWidth(lines);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as TextLine;
    const match = BODY.exec(line.text);
    if (!match) continue;
    const last = lastLine(lines, i, full);
    const end = (lines[last] as TextLine).end;
    const textStart = line.start + match[0].length;
    const own = text.slice(textStart, end);
    // A heading has a number too, but does not end as a sentence does.
    if (own.length < 12 || !(ENDED.test(own) || /https?:\/\//.test(own))) continue;
    bodies.push({ value: toNumber(match[1] as string), line: i, last, textStart });
  }
  return bodies;
}

/**
 * The last line of a note: it goes on over single blank lines (double spacing) until a sentence ends with its line;
 * then over full lines of the same indent; addresses below it belong to it.
 */
function lastLine(lines: readonly TextLine[], first: number, full: number): number {
  const indent = (lines[first] as TextLine).start - (lines[first] as TextLine).from;
  let last = first;
  let width = (lines[first] as TextLine).text.length;
  let addresses = false;
  for (let i = first + 1; i < lines.length && i < first + MAX_LINES; i++) {
    const line = lines[i] as TextLine;
    if (line.text === "") continue;
    const blanks = i - last - 1;
    if (ADDRESS.test(line.text)) {
      last = i;
      addresses = true;
      continue;
    }
    if (addresses || BODY.test(line.text)) break;
    const previous = (lines[last] as TextLine).text;
    const filled = previous.length >= Math.max(FILLED, width * 0.8);
    if (ENDED.test(previous)) {
      // The sentence on the page goes on in small letters; a line that was not full ended its paragraph.
      const goesOn = previous.length >= full * 0.9 && !/^\p{Ll}/u.test(line.text);
      if (blanks > 0 || line.start - line.from !== indent || !filled || !goesOn) break;
    } else if (blanks > 2 || (blanks > 0 && /^\p{Lu}/u.test(line.text) && !filled)) break;
    last = i;
    width = Math.max(width, line.text.length);
  }
  return last;
}

/** The width of a filled line: the 90th percentile. */
function fullWidth(lines: readonly TextLine[]): number {
  const lengths = lines.flatMap(({ text }) => (text === "" ? [] : [text.length])).sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.9)] ?? 0;
}
