/**
 * The rows of a matrix of requirements × variants, as text extraction leaves them: the marks behind the text, on the
 * next line, one per line, over a page break, or in the middle of a row that goes on after them.
 */
import { isFiniteVerb } from "../language/finite.js";
import type { Line } from "./lines.js";
import type { Alphabet, MarkToken } from "./matrix-marks.js";

/** A line of a matrix with its text and marks told apart; offsets in the repaired text. */
export interface MatrixLine {
  /** Half-open range of the whole line. */
  line: [number, number];
  /** Half-open range of its text, a bullet left out; empty for a line of marks only. */
  start: number;
  end: number;
  text: string;
  marks: MarkToken[];
  blanksBefore: number;
  /** Where its bullet begins. */
  markerStart?: number;
  /** Whether something that is no part of the matrix (a page number) stands between it and the line before. */
  detached?: boolean;
  /** How many empty cells the white space behind its text counts, where nothing else follows on the line. */
  emptyCells: number;
}

export interface MatrixRow {
  /** The pieces of its text in order: more than one where marks stand between them. */
  pieces: [number, number][];
  marks: MarkToken[];
  /** The lines it stands on. */
  lines: [number, number][];
}

/** Where the marks of a row of several lines stand: at its last line or at its first. */
export type Anchor = "start" | "end";

export interface RowOptions {
  /** Number of columns, if it is known. */
  columns: number | null;
  anchor: Anchor;
}

const BULLET =
  /^(?:[•▪●◦‣∙·►➢✓✔○■□▶➔→\u{e000}-\u{f8ff}]\s*|[-–—*>»]\s+|[-–—*>»](?=\p{L})|(?:\(?\d{1,2}|[a-z])[.)]\s+|\d{1,2}(?:[a-z]|\.\d{1,2})[.)]?\s+)(?=[\p{L}("'‘“])/u;

/** Words that no requirement ends with; "door" and "op" may be part of its verb ("vraagt door", "stelt op"). */
const OPEN_END =
  /(?:(?<![\p{L}\p{N}])(?:de|het|een|en|of|te|van|met|die|dat|zodat|omdat|waarbij|waardoor|wanneer|als|dan|deze|elke|iedere|tussen|binnen|tijdens|volgens|zonder|per|hun|welke)|[-/(])$/u;
/** Words that no requirement begins with. */
const FUNCTION_START =
  /^(?:de|het|een|en|of|van|met|in|op|voor|die|dat|te|om|aan|bij|door|uit|als|naar|tot|hun|zijn|haar)(?![\p{L}\p{N}])/u;

/** Reads one line. @param raw the line with its white space, `offset` where it begins in the repaired text */
export function matrixLine(raw: string, offset: number, line: Line, alphabet: Alphabet | null): MatrixLine {
  const found = alphabet?.read(raw.replace(/[\r\n\f]+$/u, "")) ?? null;
  const start = found ? offset + found.start : line.start;
  const end = found ? offset + found.end : line.end;
  const text = raw.slice(start - offset, end - offset);
  const bullet = BULLET.exec(text)?.[0];
  const trailing = found ? "" : raw.slice(end - offset).replace(/[\r\n\f]+$/u, "");
  return {
    line: [line.start, line.end],
    start: start + (bullet?.length ?? 0),
    end,
    text: bullet ? text.slice(bullet.length) : text,
    marks: (found?.marks ?? []).map((token) => ({ ...token, start: token.start + offset, end: token.end + offset })),
    blanksBefore: line.blanksBefore,
    ...(bullet ? { markerStart: start } : {}),
    emptyCells: Math.max(0, trailing.length - 1),
  };
}

/**
 * Puts lines together to rows.
 * @param lines those between the head of the matrix and what follows it
 */
export function readRows(lines: readonly MatrixLine[], { columns, anchor }: RowOptions): MatrixRow[] {
  const starts = explicitStarts(lines) ?? groupStarts(lines, columns);
  if (starts) return rowsAt(lines, starts);
  return anchor === "start" ? startAnchored(lines) : endAnchored(lines, columns);
}

function rowsAt(lines: readonly MatrixLine[], starts: ReadonlySet<MatrixLine>): MatrixRow[] {
  const rows: MatrixRow[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last && !starts.has(line)) extend(last, line);
    else rows.push(open(line));
  }
  return rows;
}

function open(line: MatrixLine): MatrixRow {
  return {
    pieces: line.start < line.end ? [[line.start, line.end]] : [],
    marks: [...line.marks],
    lines: [line.line],
  };
}

/** Adds a line to a row: to its last piece, or as a new one where marks stand between. */
function extend(row: MatrixRow, line: MatrixLine): void {
  const last = row.pieces.at(-1);
  if (line.start < line.end) {
    const between = row.marks.some((mark) => mark.start >= (last?.[1] ?? 0) && mark.end <= line.start);
    if (last && !between && !line.detached) last[1] = line.end;
    else row.pieces.push([line.start, line.end]);
  }
  row.marks.push(...line.marks);
  row.lines.push(line.line);
}

/** Rows that open with a bullet or number of their own. */
function explicitStarts(lines: readonly MatrixLine[]): Set<MatrixLine> | null {
  const marked = lines.filter((line) => line.markerStart !== undefined);
  const runs = markRuns(lines);
  return marked.length >= 2 && marked.length >= runs * 0.8 && lines[0]?.markerStart !== undefined
    ? new Set(marked)
    : null;
}

/** Number of runs of marks with no text between them. */
function markRuns(lines: readonly MatrixLine[]): number {
  let runs = 0;
  let inRun = false;
  for (const line of lines) {
    if (line.start < line.end) inRun = false;
    if (line.marks.length > 0 && !inRun) {
      runs++;
      inRun = true;
    }
  }
  return runs;
}

/** Rows that blank lines part, where each such group has text and one run of marks. */
function groupStarts(lines: readonly MatrixLine[], columns: number | null): Set<MatrixLine> | null {
  const groups: MatrixLine[][] = [];
  for (const line of lines) {
    if (line.blanksBefore > 0 || groups.length === 0) groups.push([line]);
    else groups.at(-1)?.push(line);
  }
  // Only where text stands below the marks of its row: else the marks themselves say where a row ends.
  if (groups.length < 2 || !groups.some(marksAbove)) return null;
  const whole = groups.every((group, i) => {
    const marks = group.reduce((sum, line) => sum + line.marks.length, 0);
    const before = groups[i - 1]?.findLast((line) => line.start < line.end);
    return (
      group.some((line) => line.start < line.end) &&
      marks > 0 &&
      (columns === null || marks <= columns) &&
      markRuns(group) === 1 &&
      !(before && OPEN_END.test(before.text))
    );
  });
  return whole ? new Set(groups.map((group) => group[0] as MatrixLine)) : null;
}

/** Whether a line of text stands below the marks. */
const marksAbove = (group: readonly MatrixLine[]): boolean => {
  const first = group.findIndex((line) => line.marks.length > 0);
  return first >= 0 && group.slice(first + 1).some((line) => line.start < line.end);
};

function startAnchored(lines: readonly MatrixLine[]): MatrixRow[] {
  const starts = lines.filter((line, i) => i === 0 || (line.marks.length > 0 && line.start < line.end));
  return rowsAt(lines, new Set(starts));
}

/**
 * How the rows of a matrix begin, as far as the lines show it: with a verb ("maakt …") or with a capital. Null where
 * they do neither.
 */
function opener(lines: readonly MatrixLine[]): ((line: MatrixLine) => boolean) | null {
  const runs = markRuns(lines);
  const rowsThat = (test: (text: string) => boolean): number =>
    lines.filter((line) => line.start < line.end && test(line.text)).length / runs;
  if (runs < 2) return null;
  if (rowsThat(isCapital) >= 0.8) return ({ text }) => isCapital(text);
  return rowsThat(isVerbal) >= 0.7 ? ({ text }) => isVerbal(text) : null;
}

const isVerbal = (text: string): boolean => isFiniteVerb(/^[^\s,;:]+/u.exec(text)?.[0] ?? "");
const isCapital = (text: string): boolean => /^["'‘“(]*\p{Lu}/u.test(text);

function endAnchored(lines: readonly MatrixLine[], columns: number | null): MatrixRow[] {
  const rows: MatrixRow[] = [];
  const opens = opener(lines);
  let text = "";
  let i = 0;
  while (i < lines.length) {
    const line = lines[i] as MatrixLine;
    const last = rows.at(-1);
    const hasText = line.start < line.end;
    if (!last) {
      rows.push(open(line));
      text = line.text;
    } else if (last.marks.length === 0 || !hasText) {
      extend(last, line);
      if (hasText) text = line.text;
    } else {
      const more = continuation(lines, i, text, last.marks.length, columns, opens);
      for (const own of lines.slice(i, i + more)) extend(last, own);
      i += more;
      if (i >= lines.length) break;
      const next = lines[i] as MatrixLine;
      rows.push(open(next));
      text = next.text;
    }
    i++;
  }
  return rows;
}

/**
 * How many lines from `i` on still belong to the row before, whose marks stand in its middle. They do where the text
 * before the marks cannot end there, where the white space behind the line counts a row of empty cells (the second half
 * of a row that a page break cut), or where the line opens otherwise than the rows of this matrix; and only if a row
 * that opens plainly, or the end of the matrix, comes before the next marks.
 */
function continuation(
  lines: readonly MatrixLine[],
  i: number,
  before: string,
  marks: number,
  columns: number | null,
  opens: ((line: MatrixLine) => boolean) | null,
): number {
  const line = lines[i] as MatrixLine;
  if (columns !== null && marks > columns) return 0;
  const cut = OPEN_END.test(before);
  const counted = columns !== null && columns > 1 && line.emptyCells >= columns - 1 && line.marks.length === 0;
  const foreign = opens !== null && !opens(line);
  if (!cut && !counted && !foreign) return 0;
  if (line.marks.length > 0) return 0;
  // The lines up to the next marks.
  let n = 1;
  while (i + n < lines.length && (lines[i + n - 1] as MatrixLine).marks.length === 0) {
    const next = lines[i + n] as MatrixLine;
    // The other half of the marks may stand behind the other half of the text.
    if (next.start >= next.end) return columns !== null && marks + runLength(lines, i + n) === columns ? n : 0;
    const previous = lines[i + n - 1] as MatrixLine;
    if (opens !== null ? opens(next) : !OPEN_END.test(previous.text)) return n;
    n++;
  }
  const reachedEnd = i + n >= lines.length && (lines[i + n - 1] as MatrixLine).marks.length === 0;
  return reachedEnd ? n : 0;
}

/** Number of marks from a line on, up to the next text. */
function runLength(lines: readonly MatrixLine[], from: number): number {
  let marks = 0;
  for (let i = from; i < lines.length && (i === from || (lines[i]?.start ?? 0) >= (lines[i]?.end ?? 0)); i++) {
    marks += lines[i]?.marks.length ?? 0;
  }
  return marks;
}

/**
 * Where the marks of rows of several lines stand in a document, judged over its matrices: the reading in which more
 * rows begin as requirements do and fewer break off.
 */
export function findAnchor(matrices: readonly (readonly MatrixLine[])[], columns: number | null): Anchor {
  const wrong = { start: 0, end: 0 };
  for (const lines of matrices) {
    if (explicitStarts(lines) ?? groupStarts(lines, columns)) continue;
    wrong.end += badRows(endAnchored(lines, columns), lines);
    // Marks on a line of their own stand below the text that they close.
    const below = lines.filter((line) => line.start >= line.end && line.marks.length > 0).length;
    wrong.start += badRows(startAnchored(lines), lines) + 2 * below;
  }
  return wrong.start < wrong.end ? "start" : "end";
}

/** How often rows begin or end as no requirement does, or have no marks or no text. */
function badRows(rows: readonly MatrixRow[], lines: readonly MatrixLine[]): number {
  const byStart = new Map(lines.map((line) => [line.start, line]));
  const byEnd = new Map(lines.map((line) => [line.end, line]));
  let bad = 0;
  for (const { pieces, marks } of rows) {
    const first = byStart.get(pieces[0]?.[0] ?? -1)?.text ?? "";
    const last = byEnd.get(pieces.at(-1)?.[1] ?? -1)?.text ?? "";
    if (marks.length === 0 || first === "") bad++;
    if (FUNCTION_START.test(first)) bad++;
    if (!isVerbal(first) && !isCapital(first)) bad++;
    if (OPEN_END.test(last)) bad++;
  }
  return bad;
}
