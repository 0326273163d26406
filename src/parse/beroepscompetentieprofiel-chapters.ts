/**
 * The chapters of a beroepscompetentieprofiel and what each is about: its numbered headings and bijlagen, or, in a
 * document without numbers, the lines that stand alone and name one of its known parts.
 */
import { opensCompetencies, taskArea } from "./beroepscompetentieprofiel-lines.js";
import {
  headingKey,
  headingNumber,
  isBackgroundHeading,
  isOverviewHeading,
  looksLikeTitle,
  sectionOf,
} from "./headings.js";
import type { Line } from "./lines.js";

export type Role = "background" | "overview" | "variants" | "tasks" | "competencies" | "context" | "typering" | "prose";

export interface Chapter {
  /** Without its number. */
  title: string;
  /** 1 for a chapter or bijlage, 2 for what stands in it … */
  rank: number;
  role: Role;
  /** Indices of its heading lines, and of the lines under it up to the next heading. */
  heading: [number, number];
  body: [number, number];
}

const BIJLAGE = /^(?:bijlagen?|appendix|hoofdstuk|deel)\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4})\b\s*[:.–—-]?\s*/iu;
const MAX_TITLE = 90;
/** Line of a table of contents. */
const CONTENTS_LINE = /(?:\.{3,}|\s{2,}|\t)\s*\d{1,3}$|^.{3,90}\s\d{1,3}$/u;

/** About the document, or about what surrounds the profession: no requirement of who exercises it. */
const BACKGROUND =
  /^(?:doel\b.*|waarom\b.*|hoe\b.*\b(?:gemaakt|ontstaan|opgebouwd|gebruiken)\b.*|(?:opbouw|opzet|gebruik|status|totstandkoming|leeswijzer|werkwijze)\b.*|.*\bbronnen\b.*|.*\b(?:geraadpleegde?|betrokken)\b.*|samenstelling\b.*|leden\b.*|.*\b(?:meeleesgroep|klankbord(?:groep)?|begeleidingscommissie|stuurgroep|projectgroep|werkgroep|deskundigen)\b.*|wet\b.*|.*\b(?:wettelijke?|wetgeving|juridische?|regelgeving|beroepscode|tuchtrecht)\b.*|.*(?:organisaties|verenigingen|vakbonden|werkgevers)\b.*|.*\b(?:arbeidsmarkt|trends|ontwikkelingen|toekomst|geschiedenis|historie|ontstaan)\b.*|.*\b(?:onderwijs|opleidingen|instroom|doorstroom|loopbaan)\b.*|definities?\b.*|begrippen.*|noten|nawoord|dankwoord|over (?:dit|de auteurs?)\b.*)$/u;
const COMPETENCIES = /(?<![\p{L}])(?:beroeps|kern)?(?:competenties?|competentiegebieden|bekwaamheden)(?![\p{L}])/u;
const TASKS =
  /(?<![\p{L}])(?:(?:kern|beroeps)?taken|takenpakket|taakgebied(?:en)?|taakomschrijving|werkzaamheden)(?![\p{L}])/u;
const VARIANTS = /(?<![\p{L}])(?:beroeps|functie)?(?:varianten|niveaus|functieprofielen|beroepsniveaus)(?![\p{L}])/u;
const TYPERING = /\b(?:typering|beroepsbeeld|beroepsbeschrijving|het beroep|kern van het (?:beroep|werk|vak))\b/u;
const CONTEXT = /(?:context|werkomgeving|werkveld|werkterrein)\b/u;

/** What a title announces, or null where it does not tell. */
function roleOf(title: string): Role | null {
  const key = headingKey(title).replace(/^[–—:.-]\s*/, "");
  if (key === "" || title.length > 110) return null;
  const [competencies, tasks] = [COMPETENCIES.test(key), TASKS.test(key)];
  if (competencies && tasks) return null;
  if (isBackgroundHeading(title) || isBackgroundHeading(key) || BACKGROUND.test(key)) return "background";
  if (competencies) return "competencies";
  if (tasks) return "tasks";
  if (VARIANTS.test(key)) return "variants";
  if (sectionOf(title) === "typering" || TYPERING.test(key)) return "typering";
  if (sectionOf(title) === "context" || CONTEXT.test(key)) return "context";
  return isOverviewHeading(title) ? "overview" : null;
}

interface Found {
  title: string;
  rank: number;
  role: Role | null;
  heading: [number, number];
}

/** The chapters, in order; the first one may be what stands before any heading, with an empty heading range. */
export function findChapters(lines: readonly Line[]): Chapter[] {
  const contents = contentsLines(lines);
  const numbered = numberedChapters(lines, contents.lines);
  // Without numbers, names tell the chapters, up to the bijlagen; also where the first numbers stand below a name that
  // has numbers of its own (an overview of competencies).
  const textOf = ({ heading }: Found): string => (lines[heading[0]] as Line).text;
  const stop = numbered.find((own) => BIJLAGE.test(textOf(own)))?.heading[0] ?? lines.length;
  const named = namedChapters(lines.slice(0, stop), contents.lines);
  const number = numbered.find((own) => headingNumber(textOf(own)) !== null)?.heading[0] ?? lines.length;
  const zone = named.find(({ role }) => isZone(role))?.heading[0] ?? lines.length;
  const byNumber = number < stop && number < zone;
  const found = byNumber ? numbered : [...named, ...numbered.filter(({ heading }) => heading[0] >= stop)];
  const all = [...found, ...contents.heading].sort((a, b) => a.heading[0] - b.heading[0]);
  const chapters: Chapter[] = [];
  const above: { rank: number; role: Role | null }[] = [];
  if (all.length === 0 || (all[0] as Found).heading[0] > 0) {
    const stop = all[0]?.heading[0] ?? lines.length;
    chapters.push({ title: "", rank: 1, role: "prose", heading: [0, 0], body: [0, stop] });
  }
  for (const [i, { title, rank, role, heading }] of all.entries()) {
    while ((above.at(-1)?.rank ?? 0) >= rank) above.pop();
    const inherited = above.at(-1)?.role ?? null;
    // What stands in a chapter of background is background, unless it is a part that only the profession has.
    const own = inherited === "background" && (role === "context" || role === "typering") ? null : role;
    const effective = own ?? inherited ?? "prose";
    above.push({ rank, role: own ?? inherited });
    const stop = all[i + 1]?.heading[0] ?? lines.length;
    chapters.push({ title, rank, role: effective, heading, body: [heading[1], stop] });
  }
  return chapters;
}

/** Roles whose content has numbers of its own, which look like those of chapters. */
const isZone = (role: Role | null): boolean => role === "competencies" || role === "tasks";

/** Bijlagen and headings with a number that counts on. */
function numberedChapters(lines: readonly Line[], contents: ReadonlySet<number>): Found[] {
  const out: Found[] = [];
  /** The number of the last heading outside bijlagen, and whether bijlagen have begun. */
  let last: number[] = [];
  let bijlage = false;
  let dotted: boolean | null = null;
  /** The last number that was none of a chapter. */
  let code: number[] = [];
  const push = (i: number, title: string, rank: number): void => {
    const [text, end] = wholeTitle(lines, i, title);
    out.push({ title: text || (lines[i] as Line).text, rank, role: roleOf(text), heading: [i, end] });
    code = [];
  };
  for (const [i, line] of lines.entries()) {
    if (contents.has(i)) continue;
    const attached = BIJLAGE.exec(line.text);
    if (attached && looksLikeTitle(line.text) && !/^\p{Ll}/u.test(line.text.slice(attached[0].length))) {
      push(i, line.text.slice(attached[0].length), 1);
      bijlage ||= /^(?:bijlage|appendix)/iu.test(line.text);
      last = [];
      continue;
    }
    const marked =
      line.heading && headingNumber(line.text) === null && roleOf(line.text) !== null && !isZone(effective(out));
    if ((endsText(line) || marked) && !bijlage) {
      push(i, line.text, 1);
      continue;
    }
    const number = headingNumber(line.text);
    const title = line.text.replace(/^[\d.]+\s+/u, "");
    if (bijlage || !number || !isTitle(title) || isRun(lines, i)) continue;
    const previous = out.at(-1);
    if (previous?.heading[1] === i && number.join(".") === last.join(".") && previous.title === title) {
      // A page break repeats the heading.
      previous.heading[1] = i + 1;
      continue;
    }
    const withDot = /^\d+\.\s/u.test(line.text);
    if (!countsOn(last, number) || isOfZone(number, withDot, roleOf(title))) {
      code = number;
      continue;
    }
    if (number.length === 1) dotted ??= withDot;
    last = number;
    push(i, title, number.length);
  }
  return out;

  /** Whether a number belongs to the competencies or taken that are listed here, and opens no chapter. */
  function isOfZone(number: readonly number[], withDot: boolean, role: Role | null): boolean {
    const zone = out.at(-1);
    if (!zone || role !== null || !isZone(effective(out))) return false;
    if (number.length > zone.rank) return true;
    if (code.length > 0 && countsOn(code, number)) return true;
    return number.length === 1 && (dotted ?? withDot) !== withDot;
  }
}

/** The role of the last heading, or what it has from those above it. */
function effective(found: readonly Found[]): Role | null {
  let rank = Number.POSITIVE_INFINITY;
  for (let i = found.length - 1; i >= 0; i--) {
    const own = found[i] as Found;
    if (own.rank >= rank) continue;
    if (own.role !== null) return own.role;
    rank = own.rank;
    if (rank === 1) break;
  }
  return null;
}

/** What stands behind the text of a profile, also without a number where its chapters have one. */
const END_MATTER =
  /^(?:literatuur(?:lijst)?|(?:geraadpleegde |schriftelijke )?(?:bronnen|literatuur)(?:lijst|overzicht)?|bronvermelding|referenties|colofon|begrippen(?:lijst)?|afkortingen(?:lijst)?|noten|dankwoord|nawoord)$/iu;
const endsText = ({ text, blanksBefore }: Line): boolean =>
  blanksBefore > 0 && END_MATTER.test(text.replace(/\s*:$/u, ""));

/** Whether a text can be the title of a chapter: no footnote, and not broken off. */
const isTitle = (text: string): boolean =>
  looksLikeTitle(text) && text.length <= MAX_TITLE && !/-$|https?:|www\.|^(?:bron|zie)\b\s*:?/iu.test(text);

/** A number that follows: the next of its rank or one of a rank above, one lost heading allowed. */
function countsOn(last: readonly number[], next: readonly number[]): boolean {
  if (next.some((n) => n === 0) || next.length > 4) return false;
  if (last.length === 0) return next.length === 1 || next.every((n, i) => i === 0 || n === 1);
  const rank = next.length - 1;
  if (next.length > last.length + 1) return false;
  if (!next.slice(0, rank).every((n, i) => n === last[i])) return false;
  const step = (next[rank] ?? 0) - (last[rank] ?? 0);
  return step >= 1 && step <= 2;
}

/** A title that breaks off goes on on the next line. */
function wholeTitle(lines: readonly Line[], i: number, title: string): [string, number] {
  const next = lines[i + 1];
  const breaksOff = /(?:[,/-]|(?<![\p{L}])(?:de|het|een|en|of|van|in|op|voor|met|bij|te))$/u.test(title);
  if (next && breaksOff && next.blanksBefore === 0 && next.text.length < 80 && !/[.;:]$/u.test(next.text)) {
    return [`${title} ${next.text}`, i + 2];
  }
  return [title, i + 1];
}

/** Whether a numbered line stands in a list: the next or the previous line counts on without any text between. */
function isRun(lines: readonly Line[], i: number): boolean {
  const number = (j: number): number[] | null => headingNumber(lines[j]?.text ?? "");
  const own = number(i) as number[];
  if (own.length > 1) return false;
  const next = number(i + 1);
  const previous = number(i - 1);
  return (
    (next?.length === 1 && next[0] === (own[0] as number) + 1) ||
    (previous?.length === 1 && previous[0] === (own[0] as number) - 1)
  );
}

/** The table of contents: the lines under "Inhoud" that end with a page number or come again further down. */
function contentsLines(lines: readonly Line[]): { heading: Found[]; lines: Set<number> } {
  const out = new Set<number>();
  const start = lines.findIndex((line) => /^(?:#+\s*)?(?:inhoud(?:sopgave)?|index)$/iu.test(line.text));
  if (start < 0) return { heading: [], lines: out };
  const bare = (text: string): string => headingKey(text.replace(/[\s.]*\d{1,3}$/u, ""));
  const later = new Map<string, number>();
  for (let i = start + 1; i < lines.length; i++) later.set(bare((lines[i] as Line).text), i);
  const seen = new Set<string>();
  for (let i = start + 1; i < lines.length; i++) {
    const { text } = lines[i] as Line;
    const key = bare(text);
    if (seen.has(key) && !CONTENTS_LINE.test(text)) break;
    if (!CONTENTS_LINE.test(text) && (later.get(key) ?? i) === i) break;
    seen.add(key);
    out.add(i);
  }
  const title = (lines[start] as Line).text;
  return { heading: [{ title, rank: 1, role: "overview", heading: [start, start + 1] }], lines: out };
}

/** In a document without numbers: lines that stand alone, read as titles and name a known part. */
function namedChapters(lines: readonly Line[], contents: ReadonlySet<number>): Found[] {
  const out: Found[] = [];
  let role: Role | null = null;
  for (const [i, line] of lines.entries()) {
    const text = line.text.replace(/^#+\s*/u, "");
    // What opens a part by itself makes the same of the lines behind it as a title would.
    if (opensCompetencies(text)) role = "competencies";
    else if (taskArea(text)) role = "tasks";
    if (contents.has(i) || (line.blanksBefore === 0 && i > 0) || !looksLikeTitle(text) || text.length > 80) continue;
    const own = roleOf(text);
    // Within a list of taken or competenties a known name may be one of its own headings ("Varianten").
    if (
      own === null ||
      own === role ||
      ((role === "competencies" || role === "tasks") && !/^(?:background|competencies|tasks)$/.test(own))
    ) {
      continue;
    }
    role = own;
    const title = text.replace(/^\d{1,2}(?:\.\d{1,2})*\.?\s+(?=\p{Lu})/u, "");
    out.push({ title, rank: 1, role, heading: [i, i + 1] });
  }
  return out;
}
