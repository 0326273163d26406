/**
 * The marks of a matrix, whatever signs a document uses for them: `x` and `(x)`, ticks, dots, plus and minus, ja and
 * nee. One document uses one set of signs; which one is found by counting.
 */
import type { Mark } from "../model.js";

export interface MarkToken {
  /** Half-open range in the text that was read. */
  start: number;
  end: number;
  /** Null for a sign that says that the cell is empty. */
  mark: Mark | null;
  /** The cell it stands in, from 0, where the line shows its cells (tabs, bars). */
  cell?: number;
}

/** A line with marks: its text (empty for a line of marks only) and the marks behind it. */
export interface MarkedText {
  /** Half-open range of the text. */
  start: number;
  end: number;
  marks: MarkToken[];
}

export interface Alphabet {
  /** The marks of a line, or null if it has none. */
  read: (line: string) => MarkedText | null;
}

interface Family {
  full: string;
  partial: string;
  none?: string;
  /** A sign that is a bullet too: alone on a line it is no evidence of marks. */
  bullet?: RegExp;
}

/** Signs for "not", next to those of every family. */
const NONE = "[-–—−☐□]";
const FAMILIES: Record<string, Family> = {
  cross: { full: "[xX×✕✖]", partial: "[([{]\\s?[xX×✕✖]\\s?[)\\]}]" },
  tick: { full: "[✓✔√☑✅]", partial: "\\(\\s?[✓✔√]\\s?\\)", bullet: /^[✓✔]$/u },
  v: { full: "[vV]", partial: "\\(\\s?[vV]\\s?\\)" },
  dot: { full: "[●⬤⚫■◼•]", partial: "[◐◑◒◓○◯◌]|\\(\\s?[●•]\\s?\\)", bullet: /^[●■•○]$/u },
  plus: { full: "\\+{1,3}", partial: "\\+\\s?/\\s?[-–—−]|±|\\(\\s?\\+\\s?\\)" },
  word: { full: "[Jj]a", partial: "[Dd]eels", none: "[Nn]ee" },
};

/** A half-filled circle: where a document has one, an open circle says "not". */
const HALF = /[◐◑◒◓]/u;
const OPEN_CIRCLE = /^[○◯◌]$/u;

/** No line of marks is longer. */
const MAX_RUN = 300;
/** Lines with marks that a set of signs must have. */
const MIN_SCORE = 2;

interface Reader {
  trailing: RegExp;
  token: RegExp;
  cell: RegExp;
  classify: (sign: string) => Mark | null;
  family: Family;
}

function reader(family: Family, openCircleIsNone: boolean): Reader {
  const none = `${NONE}${family.none ? `|${family.none}` : ""}`;
  const token = `(?:${family.partial}|${family.full}|${none})`;
  const partial = new RegExp(`^(?:${family.partial})$`, "u");
  const full = new RegExp(`^(?:${family.full})$`, "u");
  return {
    trailing: new RegExp(`(?<!\\S)${token}(?:\\s*${token})*\\s*$`, "u"),
    token: new RegExp(token, "gu"),
    cell: new RegExp(`^${token}$`, "u"),
    family,
    classify: (sign) => {
      if (openCircleIsNone && OPEN_CIRCLE.test(sign)) return null;
      if (partial.test(sign)) return "partial";
      return full.test(sign) ? "full" : null;
    },
  };
}

/** Which set of signs the lines of a document use, or null if they have no marks. */
export function findAlphabet(lines: readonly string[]): Alphabet | null {
  let best: { score: number; own: Reader } | null = null;
  for (const family of Object.values(FAMILIES)) {
    const own = reader(family, false);
    let score = 0;
    for (const line of lines) {
      const marks = readLine(line, own)?.marks;
      if (!marks) continue;
      if (marks.length > 1) score += 2;
      else if (line.trim().length <= 3 && !family.bullet?.test(line.trim())) score += 1;
    }
    if (score >= MIN_SCORE && score > (best?.score ?? 0)) best = { score, own };
  }
  if (best === null) return null;
  const { own } = best;
  const final = lines.some((line) => OPEN_CIRCLE.test(line) || /[○◯◌]/u.test(line))
    ? reader(own.family, saysNone(lines, own))
    : own;
  return { read: (line) => readLine(line, final) };
}

/** Whether an open circle says "not": beside half-filled ones, or where it fills up every row to the same length. */
function saysNone(lines: readonly string[], own: Reader): boolean {
  if (lines.some((line) => HALF.test(line))) return true;
  const lengths = new Set(lines.flatMap((line) => readLine(line, own)?.marks.length ?? []));
  return lengths.size === 1 && !lengths.has(1);
}

function readLine(line: string, own: Reader): MarkedText | null {
  return readCells(line, own) ?? readTrailing(line, own);
}

/** The marks at the end of a line. */
function readTrailing(line: string, own: Reader): MarkedText | null {
  const from = Math.max(0, line.length - MAX_RUN);
  const tail = line.slice(from);
  const match = own.trailing.exec(tail);
  if (!match) return null;
  const at = from + match.index;
  if (from > 0 && match.index === 0) return null;
  const marks = tokens(line, at, line.length, own);
  const positive = marks.some(({ mark }) => mark !== null);
  // A dash at the end of a line is punctuation.
  if (!positive && marks.length < 2) return null;
  const [start, end] = trimmed(line, 0, at);
  return { start, end, marks };
}

function tokens(line: string, start: number, end: number, own: Reader): MarkToken[] {
  return [...line.slice(start, end).matchAll(own.token)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
    mark: own.classify(match[0]),
  }));
}

/** A line whose cells are told apart by tabs or bars: every cell behind the first holds one mark or nothing. */
function readCells(line: string, own: Reader): MarkedText | null {
  const cells = cellsOf(line);
  if (!cells || cells.length < 2) return null;
  const [first, ...rest] = cells as [[number, number], ...[number, number][]];
  const marks: MarkToken[] = [];
  for (const [cell, [start, end]] of rest.entries()) {
    const sign = line.slice(start, end);
    if (sign === "") continue;
    if (!own.cell.test(sign)) return null;
    marks.push({ start, end, mark: own.classify(sign), cell });
  }
  return marks.length > 0 ? { start: first[0], end: first[1], marks } : null;
}

/** The cells of a line with tabs or bars as ranges without white space around them; null for any other line. */
export function cellsOf(line: string): [number, number][] | null {
  const bars = /^\s*\|.*\|\s*$/su.test(line);
  if (!bars && !line.includes("\t")) return null;
  const separator = bars ? "|" : "\t";
  const out: [number, number][] = [];
  let from = bars ? line.indexOf("|") + 1 : 0;
  const stop = bars ? line.lastIndexOf("|") : line.replace(/[\r\n\f]+$/u, "").length;
  for (;;) {
    const at = line.indexOf(separator, from);
    const end = at < 0 || at >= stop ? stop : at;
    out.push(trimmed(line, from, end));
    if (end === stop) return out;
    from = end + 1;
  }
}

function trimmed(line: string, start: number, end: number): [number, number] {
  let [a, b] = [start, end];
  while (a < b && /\s/.test(line[a] as string)) a++;
  while (b > a && /\s/.test(line[b - 1] as string)) b--;
  return [a, b];
}
