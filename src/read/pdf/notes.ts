/** Footnotes: what stands at the foot of a page, often in small print, and opens with a mark that stands in the text. */
import { type Line, lineText } from "./lines.js";

const OPENS = /^[[(]?(\d{1,3}|\*{1,3}|[†‡])[\])]?[.:]?\s*(?=\S)/u;
const SMALLER = 0.93;
/** Where footnotes in letters of the usual size are looked for: in the last part of the lines of a page. */
const LAST_PART = 0.6;

export interface NoteContext {
  /** Size of the running text. */
  body: number;
  /** Marks seen on the pages so far, and on this page. */
  marks: ReadonlySet<string>;
  own: ReadonlySet<string>;
  pitch: (size: number) => number;
}

/**
 * The lines at the end of a page that are footnotes.
 * @returns the place where they begin, or the number of lines where there are none
 */
export function notesFrom(lines: readonly Line[], { body, marks, own, pitch }: NoteContext): number {
  let from = lines.length;
  while (from > 0 && isSmall(lines[from - 1] as Line, body)) from--;
  for (let i = from; i < lines.length; i++) {
    if (marks.has(markOf(lines[i] as Line).mark)) return i;
  }
  // In letters of the usual size: opened by a raised mark, or set apart by a gap and closed as a sentence.
  const last = lines.at(-1);
  const closed = last !== undefined && /[.!?)\]]$/u.test(lineText(last).text);
  for (let i = Math.floor(lines.length * LAST_PART); i < lines.length; i++) {
    const line = lines[i] as Line;
    const { mark, raised, rest } = markOf(line);
    if (!own.has(mark) || line.segments.length > 1 || line.size > body * 1.02) continue;
    const above = lines[i - 1];
    const apart = above !== undefined && line.y - above.y > 1.4 * pitch(line.size);
    if (raised || (apart && closed && rest.length > 25 && /^[\p{Lu}"'‘“(]/u.test(rest))) return i;
  }
  return lines.length;
}

function markOf(line: Line): { mark: string; raised: boolean; rest: string } {
  const { text } = lineText(line);
  const raised = line.segments[0]?.marks[0];
  if (raised?.[0] === 0) return { mark: text.slice(0, raised[1]), raised: true, rest: text.slice(raised[1]).trim() };
  const match = OPENS.exec(text);
  return { mark: match?.[1] ?? "", raised: false, rest: text.slice(match?.[0].length ?? 0) };
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
