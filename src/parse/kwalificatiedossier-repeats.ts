/**
 * Headings that a page repeats: where a page breaks within a kerntaak or werkproces, its code and title stand again at
 * the top of the next, in the middle of a sentence or a list. They are the page's, not the text's.
 */
import { type Edit, type RepairedText, splitLines, type TextLine } from "../repair/index.js";
import { type Code, parentCode, parseCode } from "./codes.js";
import { headingKey, sectionOf } from "./headings.js";

/** What shows that the open heading has been followed by text of its own, and not by other titles of a list. */
const describes = (line: string): boolean => /[^.][.;!?]["'’”)]*$/u.test(line) || sectionOf(line) !== null;
const RESETS = /^(?:kwalificatiedossier|basisdeel|profieldeel)\b/iu;

interface Heading {
  code: Code;
  key: string;
  /** Lines of its title. */
  lines: string[];
  /** Something has been described since. */
  described: boolean;
}

/** The heading that a line opens, or null: a code, and behind it a title that is no sentence. */
function headingOf(line: TextLine): { code: Code; key: string } | null {
  const code = parseCode(line.text);
  if (!code || code.rank === "deel") return null;
  const rest = line.text.slice(code.length);
  if (!/^\s*[:.–-]?\s*\p{Lu}/u.test(rest) || /[.;]$/.test(rest)) return null;
  return { code, key: headingKey(rest.replace(/^\s*[:.–-]\s*/u, "")) };
}

/** Lifts repeated headings out of a repaired text, so that the sentence or list they interrupt goes on. */
export function liftRepeatedHeadings(repaired: RepairedText): RepairedText {
  const { mapped } = repaired;
  const lines = splitLines(mapped.text).filter((line) => line.text !== "");
  const edits: Edit[] = [];
  /** The headings in force: the open one last, before it those that hold it. */
  let open: Heading[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as TextLine;
    if (RESETS.test(line.text)) open = [];
    const found = headingOf(line);
    if (!found) {
      if (open.length > 0 && describes(line.text)) for (const heading of open) heading.described = true;
      continue;
    }
    const again = open.find(
      (heading) => heading.code.code === found.code.code && heading.key === found.key && heading.described,
    );
    if (again) {
      const stop = wrapped(lines, i, again);
      for (const own of lines.slice(i, stop))
        edits.push({ start: own.start, end: own.end, to: "", rule: "furniture:repeated-heading", confidence: 0.9 });
      i = stop - 1;
      continue;
    }
    const above = open.filter((heading) => isAbove(heading.code.code, found.code.code));
    const next = lines[i + 1];
    open = [...above, { ...found, lines: [line.text, ...(next ? [next.text] : [])], described: false }];
  }
  if (edits.length === 0) return repaired;
  return {
    ...repaired,
    mapped: mapped.apply(edits),
    furniture: [...repaired.furniture, ...edits.map((edit): [number, number] => mapped.toSource(edit.start, edit.end))],
  };
}

/** Behind the last line of a repeated heading: a title wrapped at its first place is wrapped here too. */
function wrapped(lines: readonly TextLine[], i: number, heading: Heading): number {
  const second = heading.lines[1];
  const next = lines[i + 1]?.text;
  return second !== undefined && next === second && /^\p{Ll}/u.test(second) && !/[.;:]$/.test(second) ? i + 2 : i + 1;
}

function isAbove(holder: string, code: string): boolean {
  for (let parent = parentCode(code); parent !== null; parent = parentCode(parent)) if (parent === holder) return true;
  return false;
}
