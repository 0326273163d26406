/** Footnotes: small print at the foot of a page that opens with a mark. */
import { type Line, lineText } from "./lines.js";

const OPENS = /^[[(]?(\d{1,3}|\*{1,3}|[†‡])[\])]?[.:]?\s*(?=\S)/u;
const SMALLER = 0.93;

/**
 * The lines at the end of a page that are footnotes, given the marks seen on it so far.
 * @returns the place where they begin, or the number of lines where there are none
 */
export function notesFrom(lines: readonly Line[], body: number, marks: ReadonlySet<string>): number {
  let from = lines.length;
  while (from > 0 && isSmall(lines[from - 1] as Line, body)) from--;
  // The first of the small lines that opens a note whose mark stands in the text.
  for (let i = from; i < lines.length; i++) {
    const line = lines[i] as Line;
    const { text } = lineText(line);
    const mark =
      line.segments[0]?.marks[0]?.[0] === 0 ? text.slice(0, line.segments[0].marks[0][1]) : OPENS.exec(text)?.[1];
    if (mark !== undefined && marks.has(mark)) return i;
  }
  return lines.length;
}

const isSmall = (line: Line, body: number): boolean => line.segments.every((segment) => segment.size < body * SMALLER);

/** The footnote marks in some lines, a list ("1, 2") taken apart; those that open a line are those of notes. */
export function marksIn(lines: readonly Line[]): string[] {
  return lines.flatMap(({ segments }) =>
    segments.flatMap(({ text, marks }) =>
      marks.filter(([start]) => start > 0).flatMap(([a, b]) => text.slice(a, b).split(/,\s?/)),
    ),
  );
}
