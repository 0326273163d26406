/**
 * The part of a profile that describes competencies: an overview of their titles (where there is one), gebieden, and
 * for each competency its description, the processes (a list, or a matrix with the variants) and sections such as
 * "Resultaat". First the structure is found, line by line; then what belongs together over all competencies (which
 * signs are marks, how many columns there are) is judged once.
 */
import { fold } from "../language/fold.js";
import { competencyArea, matrixHead, wrappedHead } from "./beroepscompetentieprofiel-lines.js";
import { headingKey, sectionOf } from "./headings.js";
import type { Line } from "./lines.js";

/** "1.1 De monteur is in staat …", "A2. …", "Competentie 3: …". */
const COMPETENCY =
  /^(?:(?:beroeps)?competentie\s+(\d{1,2}(?:\.\d{1,2})?|[A-Z](?:\.?\d{1,2})?)\s*[:.–—-]?\s+|(\d{1,2}\.\d{1,2}|[A-Z]\.?\d{1,2})\.?\s+)(?=["'‘“(]*\p{Lu})(.+)$/iu;
/** "1. Klant en vraag" among the titles of the overview. */
const LISTED_AREA = /^(\d{1,2}|[A-Z])[.:)]?\s+(\p{Lu}.*)$/u;
/** The head of the processes: "Proces", "Processen en varianten", "Varianten". */
const HEAD =
  /^(?:de\s+)?(?:process?(?:en)?|gedrags?(?:indicatoren)?|activiteiten)?[\s/|–-]*(?:en\s+)?(?:(?:beroeps)?varianten|variant|niveaus?|functies?)?\s*:?$/iu;
/** The same with numbers or letters over its columns: "Processen 1 2 3". */
const NUMBERED_HEAD =
  /^(?:process?(?:en)?|gedrags?(?:indicatoren)?|activiteiten|indicatoren)(?:\s+(?:\d{1,2}|[A-Z])){2,12}$/iu;
/** The line under the head of a Markdown table. */
const TABLE_RULE = /^\|[\s:|-]+\|$/u;
/** "Processen voor alle niveaus", "Processen voor de niveaus C en D". */
const SCOPED_HEAD = /^process(?:en)?\s+(?:voor|van|op|bij)\s+(.{3,80}?)\s*:?$/iu;
/** "de beroepskracht:", over the rows that finish its sentence. */
const LEAD = /^(?:de|het|een|zij|hij)\s[^.;]{2,60}:$|^\p{Lu}[^.;:]{2,40}:$/u;
/** Loose letters of a head that stood on its side: "ss", "is", "te", "n.". */
const LETTERS = /^(?:\p{L}{1,3}(?:[.-]|-\p{L}{1,3})?|[.,-])$/u;
const ENDED = /[.!?]["'’”)\]]*$/u;

export interface Area {
  code: string;
  title: string;
  lines: Line[];
}

/** A part of a competency under a head of its own. */
export interface Part {
  /** Section name, or "proces" for what may be a matrix. */
  section: string;
  head: Line[];
  lead: Line | null;
  scope: string | null;
  lines: Line[];
}

export interface Competency {
  code: string;
  title: string;
  area: string | null;
  /** Lines that only name it. */
  heading: Line[];
  description: Line[];
  /** Where the description begins in its first line, behind the code. */
  descriptionStart: number;
  parts: Part[];
}

export interface CompetencyPart {
  /** What stands before the first competency and is no overview. */
  intro: Line[];
  overview: Line[];
  areas: Area[];
  /** Titles of the overview by code, in order. */
  titles: Map<string, string>;
  /** The same for the areas. */
  areaTitles: Map<string, string>;
  competencies: Competency[];
}

interface Opener {
  code: string;
  rest: string;
  /** Offset of `rest` in the repaired text. */
  start: number;
}

function competencyAt(line: Line): Opener | null {
  const match = COMPETENCY.exec(line.text);
  if (!match) return null;
  const code = (match[1] ?? match[2]) as string;
  // Without the word before it, a code has two parts, its letter is a capital, and its title one too.
  if (match[1] === undefined && !/^(?:\d|[A-Z])/u.test(code)) return null;
  const rest = match[3] as string;
  if (!/^["'‘“(]*\p{Lu}/u.test(rest)) return null;
  return { code: code.toUpperCase().replace(/^([A-Z])\.(?=\d)/, "$1"), rest, start: line.end - rest.length };
}

export interface LineTests {
  /** Whether a line has marks of a matrix. */
  hasMarks: (line: Line) => boolean;
  /** A line with its white space. */
  raw: (line: Line) => string;
  /** Whether a line is the name of a variant and nothing else. */
  isVariant: (line: Line) => boolean;
}

/** Finds the structure. */
export function findCompetencies(lines: readonly Line[], { hasMarks, raw, isVariant }: LineTests): CompetencyPart {
  const overview = findOverview(lines);
  const out: CompetencyPart = {
    intro: [],
    overview: [],
    areas: [],
    titles: overview.titles,
    areaTitles: overview.areas,
    competencies: [],
  };
  let area: Area | null = null;
  let current: Competency | null = null;
  let part: Part | null = null;
  /** True while the lines of a title may run on. */
  let inHeading: Line[] | null = null;
  /** Where the lines of the head of a matrix end. */
  let headEnd = 0;

  const openPart = (section: string, head: Line[], scope: string | null = null): Part => {
    const own: Part = { section, head, lead: null, scope, lines: [] };
    current?.parts.push(own);
    return own;
  };

  for (const [i, line] of lines.entries()) {
    const { text } = line;
    if (overview.lines.has(i)) {
      out.overview.push(line);
      continue;
    }
    const gebied = competencyArea(text) ?? areaOver(line, lines[i + 1]);
    if (gebied) {
      const { code, title } = gebied;
      area = { code, title: overview.areas.get(code) ?? title, lines: [line] };
      out.areas.push(area);
      [current, part, inHeading] = [null, null, area.lines];
      continue;
    }
    const opener = competencyAt(line);
    if (opener && isOpener(opener, current, overview)) {
      const title = overview.titles.get(opener.code);
      current = {
        code: opener.code,
        title: title ?? "",
        area: areaOf(opener.code, area),
        heading: [],
        description: [],
        descriptionStart: opener.start,
        parts: [],
      };
      out.competencies.push(current);
      part = null;
      const bare = isTitle(opener.rest, title, lines[i + 1]);
      if (bare) {
        current.title ||= opener.rest;
        current.heading.push(line);
        inHeading = current.heading;
      } else {
        current.description.push(line);
        inHeading = null;
      }
      continue;
    }
    if (!current) {
      if (inHeading && line.blanksBefore === 0 && /^\p{Ll}/u.test(text) && text.length < 80) inHeading.push(line);
      else out.intro.push(line);
      continue;
    }
    const scoped = SCOPED_HEAD.exec(text);
    // The same words in small letters may be the last line of a row.
    const named = /^(?:\|\s*)?\p{Lu}|^\|[\s:|-]+\|$/u.test(text);
    const section = named ? sectionOf(text) : null;
    const isHead =
      named && (HEAD.test(text) || NUMBERED_HEAD.test(text) || TABLE_RULE.test(text) || matrixHead(raw(line)) !== null);
    if (scoped || isHead || section === "proces" || section === "gedrag") {
      // Two lines of one head, or the head of a matrix that a page break repeats.
      if (part?.section === "proces" && !scoped && part.scope === null) part.head.push(line);
      else part = openPart("proces", [line], scoped ? (scoped[1] as string) : null);
      headEnd = i + (wrappedHead(lines.slice(i, i + 4).map((own) => raw(own).replace(/[\r\n\f]+$/u, "")))?.count ?? 1);
      inHeading = null;
      continue;
    }
    // The rest of a head that is broken over lines, or the names of its columns on a line each.
    if (part?.section === "proces" && (i < headEnd || (part.lines.length === 0 && isVariant(line)))) {
      part.head.push(line);
      continue;
    }
    if (section !== null && !hasMarks(line)) {
      part = openPart(section, [line]);
      inHeading = null;
      continue;
    }
    if (part === null) {
      if (
        inHeading &&
        current.description.length === 0 &&
        /^\p{Ll}/u.test(text) &&
        !ENDED.test(text) &&
        !hasMarks(line)
      ) {
        current.heading.push(line);
        continue;
      }
      inHeading = null;
      const last = current.description.at(-1)?.text;
      const ended = last !== undefined && ENDED.test(last);
      if (hasMarks(line) || (LEAD.test(text) && (ended || last === undefined)) || (ended && opensList(text))) {
        part = openPart("proces", []);
      } else {
        if (current.description.length === 0) current.descriptionStart = line.start;
        current.description.push(line);
        continue;
      }
    }
    if (part.section === "proces" && part.lead === null && part.lines.length === 0 && LEAD.test(text)) {
      part.lead = line;
      continue;
    }
    if (part.section === "proces" && inHead(lines, i, part, hasMarks)) {
      part.head.push(line);
      continue;
    }
    // A head that a page break repeats within the matrix names the professional again.
    if (part.lead !== null && fold(text) === fold(part.lead.text)) {
      part.head.push(line);
      continue;
    }
    part.lines.push(line);
  }
  for (const competency of out.competencies) competency.title ||= gist(competency);
  return out;
}

/** Letters of a head on its side: above the first row; below it only in a run that no words make. */
function inHead(lines: readonly Line[], i: number, part: Part, hasMarks: (line: Line) => boolean): boolean {
  const letters = (j: number): boolean => {
    const line = lines[j];
    return line !== undefined && LETTERS.test(line.text) && !hasMarks(line);
  };
  if (!letters(i)) return false;
  if (part.lines.length === 0) return true;
  let [from, to] = [i, i];
  while (letters(from - 1) && i - from < 6) from--;
  while (letters(to + 1) && to - i < 6) to++;
  return to - from >= 3;
}

const opensList = (text: string): boolean => /^(?:\p{Ll}|[•▪●◦‣∙·►➢■□▶*–—-]\s*\p{L})/u.test(text);

/** The first part of a separable verb, with "te" between its parts; not "om" and "door", which open clauses too. */
const PARTICLE_TE =
  /(?<=^|\s)(aan|af|bij|binnen|in|klaar|los|mee|na|neer|op|open|over|samen|schoon|tegen|terug|toe|uit|vast|voor|vrij|waar|weg) te (?=\p{Ll}+n(?!\p{L}))/gu;

/** The description of a competency without a title, short: what the professional is able to. */
function gist({ code, description }: Competency): string {
  const text = description
    .map((line) => line.text)
    .join(" ")
    .replace(/\s+/g, " ");
  const able = /\bin staat (?:om )?(.{8,}?)(?:[,.;]|\s(?:zodat|waardoor|zodanig)\s|$)/u.exec(text)?.[1];
  if (!able || able.length > 80) return `Competentie ${code}`;
  // "tuinen aan te leggen" → "Tuinen aanleggen"; "zorg te verlenen" → "Zorg verlenen".
  return upperFirst(able.replace(PARTICLE_TE, "$1").replace(/(?<=^|\s)te (?=\p{Ll}+n(?!\p{L}))/gu, ""));
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The area of a code: the one it stands under, or the one its first part names. */
function areaOf(code: string, area: Area | null): string | null {
  if (area) return area.code;
  return /^(\d+)\.|^([A-Z])\d/u.exec(code)?.slice(1).find(Boolean) ?? null;
}

/** Whether a code counts on, or is one that the overview names. */
function isOpener({ code }: Opener, current: Competency | null, overview: Overview): boolean {
  if (overview.titles.has(code)) return true;
  if (overview.titles.size > 0) return counts(code, current?.code ?? null);
  return current === null || counts(code, current.code);
}

/** Whether a code follows another: the next of its area (one may be lost), or the first ones of a later area. */
function counts(code: string, last: string | null): boolean {
  if (last === null) return true;
  const [a, b] = [split(last), split(code)];
  if (a.area === b.area) return b.n > a.n && b.n <= a.n + 2;
  return b.area > a.area && b.area <= a.area + 2 && b.n <= 2;
}

function split(code: string): { area: number; n: number } {
  const [, area, n] = /^(\d+|[A-Z])\.?(\d*)$/u.exec(code) ?? ["", "0", ""];
  const value = /^[A-Z]$/u.test(area as string) ? (area as string).charCodeAt(0) - 64 : Number(area);
  return n === "" ? { area: 0, n: value } : { area: value, n: Number(n) };
}

/** Whether the text behind a code is a title: the one of the overview, or short and closed by nothing. */
function isTitle(rest: string, title: string | undefined, next: Line | undefined): boolean {
  if (title !== undefined && headingKey(rest) === headingKey(title)) return true;
  if (ENDED.test(rest) || rest.length > 90 || /\bin staat\b|[,;:]$/u.test(rest)) return false;
  return !(next && next.blanksBefore === 0 && /^\p{Ll}/u.test(next.text));
}

interface Overview {
  lines: Set<number>;
  titles: Map<string, string>;
  areas: Map<string, string>;
}

/**
 * The list of titles that opens the part: codes that come again further down, one after the other, with the titles of
 * their areas between them.
 */
function findOverview(lines: readonly Line[]): Overview {
  const places = new Map<string, number[]>();
  for (const [i, line] of lines.entries()) {
    const code = competencyAt(line)?.code;
    if (code === undefined) continue;
    const own = places.get(code);
    if (own) own.push(i);
    else places.set(code, [i]);
  }
  const out: Overview = { lines: new Set(), titles: new Map(), areas: new Map() };
  const twice = [...places.values()].filter((own) => own.length > 1);
  if (twice.length < 2) return out;
  const starts = twice.map((own) => own[0] as number);
  const seconds = Math.min(...twice.map((own) => own[1] as number));
  let [from, to] = [Math.min(...starts), Math.max(...starts.filter((i) => i < seconds))];
  // A title that only the overview has stands behind the last one that comes again.
  while (to + 1 < seconds && competencyAt(lines[to + 1] as Line) && !ENDED.test((lines[to + 1] as Line).text)) to++;
  const before = LISTED_AREA.exec(lines[from - 1]?.text ?? "");
  if (before && !ENDED.test(lines[from - 1]?.text ?? "")) from--;
  let title: { set: (text: string) => void; text: string } | null = null;
  for (let i = from; i <= to || (i < seconds && runsOn(lines[i] as Line, title)); i++) {
    const line = lines[i] as Line;
    out.lines.add(i);
    const opener = competencyAt(line);
    const listed = opener ? null : listedArea(line.text);
    if (opener) {
      title = { text: opener.rest, set: (text) => out.titles.set(opener.code, text) };
    } else if (listed) {
      title = { text: listed.title, set: (text) => out.areas.set(listed.code, text) };
    } else if (title) title.text = `${title.text} ${line.text}`;
    title?.set(title.text);
  }
  return out;
}

/** "Competentiegebied 1: Klant", or "1. Klant" as an overview has it. */
function listedArea(text: string): { code: string; title: string } | null {
  const match = LISTED_AREA.exec(text);
  return competencyArea(text) ?? (match ? { code: match[1] as string, title: match[2] as string } : null);
}

/** "A. Klant" right over "A1 …": an area by its number only. */
function areaOver(line: Line, next: Line | undefined): { code: string; title: string } | null {
  const listed = LISTED_AREA.exec(line.text);
  const below = next ? competencyAt(next)?.code : undefined;
  if (!listed || below === undefined || ENDED.test(line.text)) return null;
  return areaOf(below, null) === listed[1] ? { code: listed[1] as string, title: listed[2] as string } : null;
}

const runsOn = (line: Line, title: { text: string } | null): boolean =>
  title !== null && line.blanksBefore === 0 && /^\p{Ll}/u.test(line.text) && !ENDED.test(line.text);
