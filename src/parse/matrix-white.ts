/** The white space around the marks of a row, in the source: what is left of the empty cells. */
import type { RepairedText } from "../repair/index.js";
import type { MatrixRow } from "./matrix.js";
import type { MarkToken } from "./matrix-marks.js";
import { mode, type RowEvidence, type White } from "./matrix-place.js";

/** What a row shows of the places of its marks. */
export function rowEvidence(row: MatrixRow, repaired: RepairedText, matrix: number): RowEvidence {
  const { source, mapped } = repaired;
  const marks = row.marks.map((mark) => ({ mark, at: mapped.toSource(mark.start, mark.end) }));
  const columns = marks.map(({ at: [start] }) => start - lineStart(source, start));
  return { marks: row.marks, matrix, columns, white: whiteOf(row, repaired) };
}

function whiteOf(row: MatrixRow, { source, mapped }: RepairedText): White | null {
  const [first] = row.marks;
  const text = row.pieces.filter(([start]) => first && start < first.start).at(-1);
  if (!first || !text) return null;
  const place = ({ start, end }: MarkToken): [number, number] => mapped.toSource(start, end);
  const before = source.slice(mapped.toSource(text[0], text[1])[1], place(first)[0]);
  const between = row.marks
    .slice(1)
    .map((mark, i) => source.slice(place(row.marks[i] as MarkToken)[1], place(mark)[0]));
  if ([before, ...between].some((white) => /\S/.test(white))) return null;
  const end = place(row.marks.at(-1) as MarkToken)[1];
  const trail = /^[^\S\r\n\f]*/u.exec(source.slice(end, end + 200))?.[0].length ?? 0;
  // One mark a line: what stands between two marks is the measure of one cell.
  if (between.length > 0 && between.every((white) => BREAK.test(white))) {
    const measure = mode(between.map(blank));
    if (measure === 0) return null;
    const cells = (white: string): number => Math.max(0, Math.round(blank(white) / measure) - 1);
    return { lead: [cells(before)], inner: between.map(cells), trail };
  }
  if (between.some((white) => BREAK.test(white))) return null;
  return { lead: leading(before), inner: between.map((white) => white.length - 1), trail };
}

const BREAK = /[\r\n\f]/u;

/** White space on lines of its own, and before the mark. */
function blank(white: string): number {
  const [, ...rest] = white.split(/\r\n?|\n|\f/u);
  return rest.reduce((sum, line) => sum + line.length, 0);
}

/**
 * The empty cells that the white space between the text and its first mark counts. The first space behind the text is
 * only the gap between two words; a space before a mark that follows without a blank line may only open a page.
 */
function leading(white: string): number[] {
  if (!BREAK.test(white)) return [white.length - 1];
  const lines = white.split(/\r\n?|\n|\f/u);
  const behind = Math.max(0, (lines[0] as string).length - 1);
  const cells = behind + blank(white);
  const opensPage = lines.at(-1) === " ";
  return opensPage && cells > 0 ? [cells, cells - 1] : [cells];
}

/** A line that is longer shows no columns. */
const MAX_LINE = 1000;

function lineStart(source: string, at: number): number {
  let i = at;
  while (i > 0 && at - i < MAX_LINE && !BREAK.test(source[i - 1] as string)) i--;
  return i;
}
