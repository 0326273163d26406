/** The parts of a branchekwalificatie: prose, the table of NLQF scores, competencies, the themes of its structure. */
import { fold } from "../language/fold.js";
import type { Level } from "../model.js";
import { levelBehind, readLevelAt } from "./branchekwalificatie-level.js";
import { headingKey, isBackgroundHeading, isOverviewHeading, looksLikeTitle, sectionOf } from "./headings.js";
import { endsSentence, goesOn, type Line } from "./lines.js";

export type Part = {
  /** Half-open range of lines of its heading. */
  first: number;
  last: number;
  title: string;
} & (
  | { kind: "background" | "scores" | "overview" | "structure" | "part" }
  | { kind: "section"; section: string }
  | { kind: "theme"; level: Level | null }
  | { kind: "competentie"; code: string | null }
);

/** A row of the table of NLQF scores: the score, or its bare number with the education that it compares to. */
const SCORE =
  /^(?:(?:NLQF|EQF)[\s-]*(?:niveau\s*)?[1-8](?!\d)|[1-8]\s+(?:[Mm]bo|MBO|[Hh]bo|HBO|[Aa]ssociate|A[dD]|[Bb]achelor|[Mm]aster|[Hh]avo|HAVO|[Vv]wo|VWO)(?![\p{L}]))/u;
/** A sentence, not the cell of a table, which begins with a verb or a name. */
const OPENS_PROSE = /^(?:De|Het|Een|Deze|Dit|Bij|In|Op|Voor|Als|Wie)\s.{20}/u;
/** Most lines of one row of it. */
const MAX_ROW = 20;
/** What opens a passage of a competency. */
export const LABEL =
  /^(?:(beschrijving|omschrijving|definitie|toelichting)|(ontwikkelbaarheid)|((?:gedrags|prestatie)?-?indicator(?:en)?))(?![\p{L}-])/iu;
/** An item with a number of its own: "1.1", "2.3:", "C1.2", "1a)"; the first group is that of its competency. */
export const NUMBER = /^(?=([A-Z]?\d{1,2})(?:\.\d{1,2}|[a-z])[.:)]?\s)(\S+?)[.:)]?\s+(?=\S)/u;
const NUMBERED = /^(?:competentie\s+)?(\d{1,2})\s*[.:)]?\s+(?=["'‘“(]?\p{Lu})/iu;
/** Said to be a competency, whatever stands under it. */
const NAMED = /^competentie\s+\d/iu;
const COMPETENCIES = /^(?:(?:beroeps)?competenties?|(?:beroeps)?competentieprofiel|kerncompetenties)\b/u;
const STRUCTURE = /^kwalificatie(?:structuur|raamwerk|niveau)\b/u;
/** How many lines may stand between a competency's heading and its first label. */
const LABEL_WITHIN = 2;
/** The same where the heading says that it is one: its description has no label. */
const NAMED_WITHIN = 15;

/** Finds the parts among the lines of a dossier. */
export function findParts(lines: readonly Line[], width: number): Part[] {
  const prefixes = themePrefixes(lines);
  const scores = scoreTable(lines, width);
  const parts: Part[] = [];
  /** The level that the heading of the structure states: then its themes need no line for it. */
  let level: Level | null = null;
  let i = 0;
  while (i < lines.length) {
    if (i === scores?.part.first) {
      // Among its rows nothing is a heading.
      parts.push(scores.part);
      i = scores.lastRow + 1;
      continue;
    }
    const part =
      readTheme(lines, i, prefixes) ??
      readCompetentie(lines, i) ??
      readStructureTheme(lines, i, level) ??
      readChapter(lines, i, parts, width);
    if (part) {
      parts.push(part);
      if (part.kind === "structure") level = levelBehind(part.title);
      else if (part.kind !== "theme") level = null;
    }
    i = part ? part.last : i + 1;
  }
  return parts;
}

const before = (title: string): string | null => /^[^:]{3,60}:/u.exec(fold(title))?.[0] ?? null;

/**
 * What headings above a line that states a level have before their colon, where more than one line begins with it:
 * headings that lost their level are told by it.
 */
function themePrefixes(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>();
  for (const i of lines.keys()) {
    if (readLevelAt(lines, i) === null) continue;
    const prefix = before(lines[i - 1]?.text ?? "");
    if (prefix) counts.set(prefix, 0);
  }
  for (const { text } of lines) {
    const prefix = endsSentence(text) ? null : before(text);
    const n = prefix === null ? undefined : counts.get(prefix);
    if (prefix !== null && n !== undefined) counts.set(prefix, n + 1);
  }
  return new Set([...counts].filter(([, n]) => n > 1).map(([prefix]) => prefix));
}

/** A theme: its title (over one or two lines) and the line that states the level of its table. */
function readTheme(lines: readonly Line[], i: number, prefixes: ReadonlySet<string>): Part | null {
  const line = lines[i] as Line;
  if (endsSentence(line.text) || !/^[\p{Lu}(]/u.test(line.text) || line.text.length > 110) return null;
  if (readLevelAt(lines, i) !== null) return null;
  for (const last of [i + 1, i + 2]) {
    const next = lines[last];
    if (!next) break;
    const stated = readLevelAt(lines, last);
    if (stated) {
      const title = lines
        .slice(i, last)
        .map((own) => own.text)
        .join(" ");
      return { kind: "theme", title, level: stated.level, first: i, last: last + stated.count };
    }
    if (next.blanksBefore > 0 || !goesOn(line.text, next.text)) break;
  }
  const prefix = before(line.text);
  return prefix !== null && prefixes.has(prefix)
    ? { kind: "theme", title: line.text, level: null, first: i, last: i + 1 }
    : null;
}

/** A theme in a structure of which the heading states the level: a title that stands over something. */
function readStructureTheme(lines: readonly Line[], i: number, level: Level | null): Part | null {
  const [above, line, next] = [lines[i - 1], lines[i] as Line, lines[i + 1]];
  if (level === null || !above || !next || line.blanksBefore === 0 || next.blanksBefore > 1) return null;
  const { text } = line;
  const key = headingKey(text);
  const other = isBackgroundHeading(text) || isOverviewHeading(text) || COMPETENCIES.test(key) || STRUCTURE.test(key);
  if (other || text.length > 60 || /\s{2,}|\t/.test(text) || !looksLikeTitle(text) || NUMBERED.test(text)) return null;
  return { kind: "theme", title: text, level, first: i, last: i + 1 };
}

/** A competency: its title, with the first of its labels behind it. */
function readCompetentie(lines: readonly Line[], i: number): Part | null {
  const { text } = lines[i] as Line;
  const match = NUMBERED.exec(text);
  const title = text.slice(match?.[0].length ?? 0);
  if (!looksLikeTitle(title) || LABEL.test(title) || NUMBER.test(text)) return null;
  let last = i + 1;
  // A title may be wrapped.
  while (last < i + LABEL_WITHIN && lines[last] && /^\p{Ll}/u.test(lines[last]?.text ?? "")) last++;
  const whole = [title, ...lines.slice(i + 1, last).map((line) => line.text)].join(" ");
  const found: Part = { kind: "competentie", title: whole, code: match?.[1] ?? null, first: i, last };
  if (NAMED.test(text) && labelFollows(lines, last)) return found;
  const label = LABEL.exec(lines[last]?.text ?? "");
  if (!label) return null;
  // Indicators without a description before them must be there: "Indicatoren" may also head what is said about them.
  if (label[3] !== undefined && (match === null || !NUMBER.test(lines[last + 1]?.text ?? ""))) return null;
  return found;
}

/** Whether a label stands further down, before the next competency. */
function labelFollows(lines: readonly Line[], from: number): boolean {
  const own = lines.slice(from, from + NAMED_WITHIN);
  const end = own.findIndex(({ text }) => NAMED.test(text));
  return (end < 0 ? own : own.slice(0, end)).some(({ text }) => LABEL.test(text));
}

/** The table of NLQF scores with its column heads, up to the heading behind it. */
function scoreTable(lines: readonly Line[], width: number): { part: Part; lastRow: number } | null {
  const rows = lines.flatMap((line, i) => (SCORE.test(line.text) ? [i] : []));
  const near = (n: number): boolean => (rows[n + 1] ?? Number.POSITIVE_INFINITY) - (rows[n] as number) <= MAX_ROW;
  let n = rows.findIndex((_, m) => near(m));
  const start = rows[n];
  if (start === undefined) return null;
  while (near(n)) n++;
  let first = start;
  while (first > 0) {
    const above = lines[first - 1] as Line;
    const opensProse = isBackgroundHeading(above.text) || COMPETENCIES.test(headingKey(above.text));
    if (endsSentence(above.text) || above.text.length > width * 0.8 || opensProse) break;
    first--;
  }
  return { part: { kind: "scores", title: "", first, last: start }, lastRow: rows[n] as number };
}

function readChapter(lines: readonly Line[], i: number, parts: readonly Part[], width: number): Part | null {
  const line = lines[i] as Line;
  const title = line.text.replace(/\s*:$/, "");
  const here = { first: i, last: i + 1, title };
  const within = parts.at(-1);
  const question = /\?$/.test(title);
  if (!looksLikeTitle(title.replace(/\?$/, "")) || title.length > 90 || lines[i + 1] === undefined) return null;
  const above = lines[i - 1];
  if (above && within?.last !== i && goesOn(above.text, title)) return null;
  if (isBackgroundHeading(title)) return { kind: "background", ...here };
  const key = headingKey(title);
  if (isOverviewHeading(title) || (COMPETENCIES.test(key) && key.length <= 60)) return { kind: "overview", ...here };
  if (STRUCTURE.test(key)) return { kind: "structure", ...here };
  // In a table or a competency lines are labels and cells; behind the table of scores only prose shows its heading.
  if (within?.kind === "theme" || within?.kind === "competentie") return null;
  if (within?.kind === "scores" && !OPENS_PROSE.test((lines[i + 1] as Line).text)) return null;
  const alone = line.heading || above === undefined || line.blanksBefore > 0 || within?.last === i;
  if (!alone || NUMBERED.test(title)) return null;
  const section = sectionOf(title);
  if (section !== null && section !== "indicator") return { kind: "section", section, ...here };
  const prose = (lines[i + 1] as Line).text.length > width * 0.5 && (lines[i + 1] as Line).text.length > title.length;
  return question || prose || section !== null ? { kind: "part", ...here } : null;
}
