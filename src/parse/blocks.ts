/** Lines → blocks: what a reader sees as one heading, one item of a list or one paragraph. */
import { isFiniteVerb } from "../language/finite.js";
import { splitLines, type TextLine } from "../repair/index.js";
import { breaksOff, sectionOf } from "./headings.js";

export interface Block {
  type: "line" | "item" | "paragraph" | "row";
  lines: TextLine[];
  /** Half-open range in the repaired text, the mark of an item left out. */
  start: number;
  end: number;
  /** The text with its line breaks made spaces. */
  text: string;
  /**
   * The mark of an item: a bullet, "1.", "a)". A numbered line may be a heading: that depends on its place. An item of
   * a list that lost its marks has none.
   */
  marker?: string;
  /** Depth of a heading that is marked as one (Markdown's "##"), 1 for the highest. */
  heading?: number;
  /** Range of the mark. */
  markerStart?: number;
  /** Blank lines before it (0 where lines simply follow each other; double spacing taken off). */
  blanksBefore: number;
}

/**
 * Marks that open an item whatever follows; a hyphen may be glued to its word ("-toont"). Symbol fonts leave
 * characters of the private use area, or the section sign that stands at their place ("§ heeft kennis van").
 */
const BULLET =
  /^(?:[•▪●◦‣∙·►➢✓✔⁃○■□▶➔→\u{e000}-\u{f8ff}]\s*|§\s*(?=\p{L})|[-–—>»]\s*(?=[\p{L}\p{N}("'‘“])|\*(?!\*)\s*(?=[\p{L}\p{N}("'‘“])|[-–—]\s+)/u;
/** Marks that OCR makes of bullets: any lone symbol, or a letter that is no word, before white space and a small letter. */
const DAMAGED_BULLET = /^(?:[^\p{L}\p{N}\s&%/+)([{«‘“]|[oe0])\s+(?=\p{Ll}|\p{Lu}{2})/u;
const NUMBERED = /^\(?(?:\d{1,3}|[a-z]|[ivx]{2,4})(?:[.)]|°\.?)\s+(?=\p{L}|["'‘“(])/u;

/** Markdown's heading marks, with those that may close the line. */
const HASHES = /^(#{1,6})\s+(?=\S)/u;
/** A row of a Markdown table. */
const ROW = /^\|.*\|$/u;

/** Numbers, codes and labels that open one of a series: "1.2 …", "A2: …", "Kerndoel 6: …". */
const SERIES =
  /^(?:(\d{1,2}(?:\.\d{1,2}){1,3})\.?|([A-Z]{1,3})[-.]?\d{1,2}(?:\.\d{1,2})*[.:)]?|(\p{Lu}[\p{L}-]{2,24})\s+\d{1,3}\s*[:.–-])\s+(?=[\p{Lu}"'‘“(])/u;

/** "3 De leerling …": a number and nothing else; it is of a series only right after the number before it. */
const PLAIN_NUMBER = /^(\d{1,3})\s+(?=\p{Lu})/u;

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
  heading?: number;
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
    const hashes = HASHES.exec(line.text);
    const marker = ROW.test(line.text)
      ? undefined
      : (hashes ?? BULLET.exec(line.text) ?? DAMAGED_BULLET.exec(line.text) ?? NUMBERED.exec(line.text))?.[0];
    out.push({
      ...line,
      blanksBefore: Math.max(0, blanks - spacing),
      ...(marker === undefined ? {} : { marker }),
      ...(hashes ? { heading: (hashes[1] as string).length } : {}),
    });
    blanks = 0;
  }
  return out;
}

/** Longest line that can be a heading. */
const MAX_HEADING = 130;
/** A line is full, so that its sentence may run on, from this share of the width. */
const FULL = 0.7;
/** Beyond this width lines are not wrapped: each is a paragraph of its own. */
const UNWRAPPED = 180;
/** Most blank lines (a page break with its furniture) over which a sentence goes on. */
const MAX_BLANKS = 8;
/** First words of requirements that are listed one a line: with them a list is told from a sentence that runs on. */
const OPENS_REQUIREMENT = /^(?:heeft|kan|kent|weet|beheerst|begrijpt|bezit|is in staat|past|gebruikt)\b/u;
/**
 * Puts lines together. A line goes on with the one before it where that ends in the middle of a sentence: its last
 * line has no closing punctuation and this one opens small, or it was full and no blank line stands between.
 * @param text repaired text
 * @param isHeading lines that stand alone whatever surrounds them (codes, known section names)
 * @param opens lines that begin a block of their own, and may go on (a label with its text behind it)
 */
export function blocks(
  text: string,
  isHeading: (line: string) => boolean,
  opens: (line: string) => boolean = () => false,
): Block[] {
  const lines = mark(splitLines(text));
  const full = fullWidth(lines);
  const wide = full > UNWRAPPED || !isWrapped(lines);
  const out: Block[] = [];
  for (const found of lines) {
    const last = out.at(-1);
    const previous = last?.lines.at(-1);
    const { marker: own, ...plain } = found;
    const line: MarkedLine = own !== undefined && inSentence(last, previous, found) ? plain : found;
    const alone = line.heading !== undefined || isHeading(line.text);
    const bare = !alone && line.marker === undefined && opensBareItem(last, previous, line);
    if (
      last &&
      previous &&
      line.marker === undefined &&
      !alone &&
      !bare &&
      !opens(line.text) &&
      continues(last, previous.text, line)
    ) {
      last.lines.push(line);
      last.end = line.end;
      last.text += (previous.text.endsWith("-") && /^\//.test(line.text) ? "" : " ") + line.text;
      if (last.type === "line" && last.heading === undefined && !isHeading(last.lines[0]?.text ?? ""))
        last.type = "paragraph";
      continue;
    }
    out.push(block(line, alone, bare));
  }
  return out;

  function block(line: MarkedLine, alone: boolean, bare: boolean): Block {
    const { marker, heading } = line;
    const inner = line.start + (marker?.length ?? 0);
    const start = alone && heading === undefined ? line.start : inner;
    const base = {
      lines: [line],
      start,
      end: line.end,
      text: text.slice(start, line.end),
      blanksBefore: line.blanksBefore,
    };
    if (heading !== undefined) {
      // Markdown may close a heading with the marks that open it.
      const own = base.text.replace(/\s+#+$/, "");
      return { ...base, type: "line", end: start + own.length, text: own, heading, markerStart: line.start };
    }
    if (alone) return { ...base, type: "line" };
    if (marker !== undefined) return { ...base, type: "item", marker: marker.trim(), markerStart: line.start };
    if (bare) return { ...base, type: "item" };
    if (ROW.test(line.text)) return { ...base, type: "row" };
    return { ...base, type: TERMINAL.test(line.text) || line.text.length > MAX_HEADING ? "paragraph" : "line" };
  }

  /** A dash also stands between the words of a sentence that happens to break there. */
  function inSentence(last: Block | undefined, previous: TextLine | undefined, line: MarkedLine): boolean {
    return (
      DASH.test(line.marker ?? "") &&
      last !== undefined &&
      last.marker === undefined &&
      previous !== undefined &&
      line.blanksBefore === 0 &&
      !TERMINAL.test(previous.text) &&
      previous.text.length >= full * FULL
    );
  }

  /** An item of a list that lost its marks: small letters after a stem with a colon, or after another such item. */
  function opensBareItem(last: Block | undefined, previous: TextLine | undefined, line: MarkedLine): boolean {
    if (!last || !previous || !/^\p{Ll}/u.test(line.text)) return false;
    const short = previous.text.length < full * 0.85 || line.blanksBefore > 0;
    // A single word with a colon is a label, and its value may follow on the next line.
    if (/:$/.test(previous.text) && last.type !== "item")
      return short && (/\s/.test(last.text) || isHeading(previous.text));
    if (last.type !== "item" || last.marker !== undefined) return false;
    if (/[;.]$/.test(previous.text)) return true;
    return OPENS_REQUIREMENT.test(line.text) && short;
  }

  function continues(block: Block, previous: string, line: MarkedLine): boolean {
    if (block.type === "row" || ROW.test(line.text) || block.heading !== undefined) return false;
    if (block.type === "line" && block.lines.length === 1 && isHeading(previous)) {
      // A heading runs on only where it clearly breaks off: the next line follows at once and opens small, or the
      // last word cannot be the end of a title. The name of a section is whole.
      if (line.blanksBefore > 0 || TERMINAL.test(previous) || sectionOf(previous) !== null) return false;
      return (
        OPENS_LOWER.test(line.text) ||
        (breaksOff(previous) && line.text.length <= MAX_HEADING && !TERMINAL.test(line.text))
      );
    }
    const ended = TERMINAL.test(previous);
    if (ended && isNextOfSeries(block, line.text)) return false;
    if (block.type !== "item" && opensAlike(block, previous, line.text)) return false;
    if (line.blanksBefore === 0) {
      if (DASH.test(line.text)) return true;
      if (OPENS_LOWER.test(line.text)) return !wide || previous.length >= full * FULL;
      // An item of several sentences goes on only behind a line that is plainly full.
      if (block.type === "item" && ended) return !wide && previous.length >= full * 0.95;
      // Sentence after sentence in one paragraph: the line before was filled, or did not end a sentence but was long.
      return !wide && previous.length >= full * (ended ? 0.55 : FULL);
    }
    // Over a blank line or a page: only a sentence that is plainly not finished.
    return line.blanksBefore <= MAX_BLANKS && !ended && /^\p{Ll}/u.test(line.text) && previous.length >= full * 0.35;
  }
}

/** Whether a line opens the next of a series that the block's own first line belongs to. */
function isNextOfSeries(block: Block, line: string): boolean {
  const plain = PLAIN_NUMBER.exec(line)?.[1];
  if (plain !== undefined) return Number(plain) - 1 === Number(PLAIN_NUMBER.exec(block.lines[0]?.text ?? "")?.[1]);
  const own = SERIES.exec(line);
  const first = own ? SERIES.exec(block.lines[0]?.text ?? "") : null;
  if (!own || !first) return false;
  const kind = (match: RegExpExecArray): string => match[3] ?? match[2] ?? "1";
  return kind(own) === kind(first);
}

/** The first two words of a line that opens with a capital, and something behind them. */
const OPENING = /^(\p{Lu}[\p{L}-]*\s+[\p{L}-]+)\s+\S/u;

/**
 * Whether a line opens as the first line of the block did, so that both are of a list that lost its marks and its stops:
 * with the same subject ("De medewerker kan …"), or with a verb of the third person.
 */
function opensAlike(block: Block, previous: string, line: string): boolean {
  const first = block.lines[0]?.text ?? "";
  if (breaksOff(previous) || !/^\p{Lu}/u.test(line)) return false;
  const own = OPENING.exec(line)?.[1];
  if (own !== undefined && own === OPENING.exec(first)?.[1]) return true;
  return (
    !TERMINAL.test(previous) && [first, line].every((text) => isFiniteVerb(/^\p{Lu}\p{Ll}+/u.exec(text)?.[0] ?? ""))
  );
}

/** Whether sentences run over the ends of lines at all: somewhere one breaks off and the next goes on small. */
function isWrapped(lines: readonly MarkedLine[]): boolean {
  return lines.some((line, i) => {
    const previous = lines[i - 1]?.text ?? "";
    return (
      line.blanksBefore === 0 && line.marker === undefined && /^\p{Ll}/u.test(line.text) && /[\p{L},]$/u.test(previous)
    );
  });
}

/** The width of a filled line: the 90th percentile of line lengths, at least 40. */
function fullWidth(lines: readonly TextLine[]): number {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  return Math.max(40, lengths[Math.floor(lengths.length * 0.9)] ?? 40);
}
