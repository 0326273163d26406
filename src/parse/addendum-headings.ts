/**
 * The headings of an addendum: numbered chapters, an overview of its taken, the taken with their groups, sections and
 * competencies. Chapters and taken are both numbered "4."; the overview, their order and their titles tell them apart.
 */
import { competencyLetter } from "../language/competencies.js";
import { fold } from "../language/fold.js";
import type { CodeOrigin } from "../model.js";
import { headingKey, isBackgroundHeading, looksLikeTitle, sectionOf } from "./headings.js";
import { endsSentence, goesOn, type Line, opensItem } from "./lines.js";

/** What a chapter is about: how its text is read. */
export type Topic = "contents" | "background" | "overview" | "profile" | "taken" | "knowledge" | "competencies";

export type Heading = {
  /** Half-open range of lines. */
  first: number;
  last: number;
  title: string;
} & (
  | { kind: "chapter"; topic: Topic }
  | { kind: "section"; section: string }
  | { kind: "part" | "group" | "entry" }
  | { kind: "taak"; unit: "kerntaak" | "taak"; number: number; code: string; origin: CodeOrigin }
  | { kind: "competentie"; letter: string | null; written: string | null }
);

interface Entry {
  code: string;
  unit: "kerntaak" | "taak";
  title: string;
  group: string | null;
  line: Line;
}

/** The taken that an overview names, by number. */
export type TakenOverview = ReadonlyMap<number, Entry>;

export interface Headings {
  headings: Heading[];
  overview: TakenOverview;
}

const OVERVIEW = /^(?:overzicht\b|taken(?:overzicht|lijst)\b)/u;
const CONTENTS = /^inhoud(?:sopgave)?$/u;
const KNOWLEDGE = /^(?:benodigde |vereiste )?(?:vakkennis|kennis)\b.{0,30}$/u;
const COMPETENCIES = /^(?:(?:beroeps)?competenties|de competenties)\b.{0,40}$/u;
const DUTIES = /^taken en verantwoordelijkheden\b|^verantwoordelijkheden\b|^rol en verantwoordelijkheid\b/u;
const TAKEN = /^(?:\S+ ){0,4}(?:kern)?taken\b(?: (?:van|per)\b.*)?$/u;
const PROFILE =
  /^(?:algemene (?:informatie|beschrijving)|beroepsbeschrijving|over het beroep|de beroepsuitoefening)\b/u;
/** How the document came about, whom it is by and how far it reaches. */
const BACKGROUND =
  /^(?:proces|totstandkoming|ontwikkelproces|inhoud en reikwijdte|reikwijdte|uitgangspunten|(?:leden )?(?:van de )?(?:stuur|werk|project|klankbord)groep|bijlagen?|validering|legitimering|geraadpleegde?|namenlijst|dankwoord)\b/u;
/** What stands behind the text, also right below its last line. */
const SOURCES = /^(?:geraadpleegde )?(?:bronnen|literatuur)(?:lijst|overzicht)?$/u;
const CHAPTER = /^(?:hoofdstuk\s+)?(\d{1,2}(?:\.\d{1,2}){0,3})[.:]?\s+(?=["'‘“(]?\p{Lu})/iu;
/** "Taak 2: Plannen", "Kerntaak A – Plannen", "Taak 1.2 Plannen": said to be one, whatever the chapter. */
const NAMED_TAAK =
  /^((?:[Kk]ern|[Bb]eroeps|[Dd]eel)?[Tt]aak)\s+(\d{1,2}(?:\.\d{1,2})?|[A-Z](?:\.?\d{1,2})?)(?:\s*[.:)–—-]+\s*|\s+)(?=["'‘“(]?\p{Lu})/u;
/** "T2 Plannen", "KT2. Plannen", "B. Plannen", "2. Plannen": in a chapter of taken. */
const COUNTED_TAAK = /^(?:(KT|T|K)\.?\s?(?=\d))?(?:(\d{1,2})\s*[.:)]?\s+|([A-Z])[.:)]\s+)(?=["'‘“(]?\p{L})/u;

interface Counted {
  /** Whether the word stands before the number. */
  named: boolean;
  unit: "kerntaak" | "taak";
  /** As written. */
  code: string;
  /** By which it is compared: of "B" 2, of "1.2" 102. */
  number: number;
  /** Length of what stands before the title. */
  length: number;
}

/** The number that opens the title of a taak, or null. */
function taakNumber(text: string): Counted | null {
  const named = NAMED_TAAK.exec(text);
  const match = named ?? COUNTED_TAAK.exec(text);
  if (!match) return null;
  const [whole, word = ""] = match;
  const code = named ? (named[2] as string) : (match[2] ?? match[3] ?? "");
  const [, first = "", second] = /^(\d+|[A-Z])\.?(\d+)?$/u.exec(code) ?? [];
  const n = /^\d/.test(first) ? Number(first) : first.charCodeAt(0) - 64;
  return {
    named: named !== null,
    unit: /^k/iu.test(word) ? "kerntaak" : "taak",
    code: named ? code : `${word}${code}`,
    number: second === undefined ? n : n * 100 + Number(second),
    length: whole.length,
  };
}
/** The number of a page behind a title, with the dots before it. */
const PAGE = /(?:\s*\.{2,}\s*|\s+)\d{1,3}$/u;
const COMPETENTIE = /^competentie\s+([A-Z])(?![\p{L}\p{N}])\s*[.:)–-]?\s*/iu;
const LETTER = /^([A-Y])(?:[.:)]\s*|\s+)(?=\p{Lu})/u;

/** What a chapter with this title is about. */
export function topicOf(title: string): Topic {
  const key = headingKey(title);
  if (CONTENTS.test(key)) return "contents";
  if (OVERVIEW.test(key)) return "overview";
  if (isBackgroundHeading(title) || BACKGROUND.test(key)) return "background";
  if (DUTIES.test(key)) return "profile";
  if (KNOWLEDGE.test(key) || key === "vaardigheden") return "knowledge";
  if (COMPETENCIES.test(key)) return "competencies";
  if (TAKEN.test(key)) return "taken";
  return "profile";
}

/** The section that a heading opens; as `sectionOf`, with what addenda call it. */
const sectionName = (title: string): string | null =>
  title.length <= 70 && DUTIES.test(headingKey(title)) ? "verantwoordelijkheid" : sectionOf(title);

const withoutColon = (text: string): string => text.replace(/\s*:$/, "");
const letters = (text: string): string => fold(text).replace(/[^a-z]+/g, "");

/** Whether two titles are the same but for case, accents and signs, the second perhaps without its end. */
function sameTitle(whole: string, found: string): boolean {
  const [a, b] = [letters(whole), letters(found)];
  return a === b || (b.length >= 8 && a.startsWith(b)) || (a.length >= 8 && b === a.slice(0, b.length));
}

/** Finds the headings of an addendum among its lines. */
export function findHeadings(lines: readonly Line[]): Headings {
  return new HeadingFinder(lines).find();
}

class HeadingFinder {
  private readonly lines: readonly Line[];
  private readonly headings: Heading[] = [];
  private readonly overview = new Map<number, Entry>();
  /** Names of groups of taken, by their letters, as they stand in the overview or above the taken. */
  private readonly groups = new Set<string>();
  /** Whether chapters are numbered with parts ("3.1"): background then ends only with the next number. */
  private readonly numbered: boolean;

  private i = 0;
  private topic: Topic | null = null;
  /** The number of the chapter that holds what is read. */
  private chapter: readonly number[] = [];
  private lastTaak = 0;
  /** The group that the overview is in. */
  private group: string | null = null;
  /** The first title of the table of contents. */
  private contents: string | null = null;

  constructor(lines: readonly Line[]) {
    this.lines = lines;
    this.numbered = lines.some((line) => (CHAPTER.exec(line.text)?.[1] ?? "").includes("."));
  }

  find(): Headings {
    while (this.i < this.lines.length) if (!this.readLine()) this.i++;
    return { headings: this.headings, overview: this.overview };
  }

  /** Reads a heading at the current line and goes behind it; false if the line is none. */
  private readLine(): boolean {
    if (this.topic === "contents" && this.readContents()) return true;
    if (this.readChapter()) return true;
    return this.topic === "overview" ? this.readEntry() : this.readInner();
  }

  private line(n = this.i): Line {
    return this.lines[n] as Line;
  }

  private push(heading: Heading): true {
    this.headings.push(heading);
    this.i = heading.last;
    return true;
  }

  private here(title: string): { first: number; last: number; title: string } {
    return { first: this.i, last: this.i + 1, title };
  }

  /** Whether the line before a line is a heading. */
  private behindHeading(): boolean {
    return this.headings.at(-1)?.last === this.i;
  }

  /** Whether the current line stands as a heading would: alone, with something behind it, and no half of a sentence. */
  private standsAlone(): boolean {
    const [before, line, after] = [this.lines[this.i - 1], this.line(), this.lines[this.i + 1]];
    if (line.heading) return true;
    if (after === undefined || !looksLikeTitle(withoutColon(line.text))) return false;
    if (after.blanksBefore === 0 && /^\p{Ll}/u.test(after.text)) return false;
    if (before === undefined || this.behindHeading()) return true;
    return line.blanksBefore > 0 && !goesOn(before.text, line.text);
  }

  private readChapter(): boolean {
    const { text, heading } = this.line();
    const match = CHAPTER.exec(text);
    const title = withoutColon(text.slice(match?.[0].length ?? 0));
    if (match) {
      const number = (match[1] as string).split(".").map(Number);
      if ((heading || looksLikeTitle(title)) && this.isChapter(number, title)) return this.enter(title, number);
      return false;
    }
    // Background in a document with numbered chapters holds headings of every kind.
    if (this.numbered && this.topic === "background" && !heading) return false;
    const sources = SOURCES.test(headingKey(title)) && endsSentence(this.lines[this.i - 1]?.text ?? "");
    return this.isNamed(title) && (sources || this.standsAlone()) && this.enter(title, []);
  }

  /** Titles without a number that open a chapter by their name alone. */
  private isNamed(title: string): boolean {
    if (title.length > 70) return false;
    const own = topicOf(title);
    const key = headingKey(title);
    if (own === "profile") return this.topic !== "overview" && this.topic !== "profile" && PROFILE.test(key);
    // "Organisatiegebonden taken" is a group of them, here and in the overview.
    if (own === "taken") return this.topic !== "knowledge" && /^(?:kern)?taken\b/u.test(key);
    return own === "background" || own === "overview" || this.topic !== own;
  }

  /** Whether a number and title go on with the chapters; what counts on beneath them are taken. */
  private isChapter(number: readonly number[], title: string): boolean {
    const [first = 0] = number;
    if (number.length > 1) return true;
    if (this.topic === null) return first <= 2;
    const known = topicOf(title) !== "profile";
    const last = this.chapter[0] ?? 0;
    const next = first > last && first <= last + 2;
    if (this.topic === "overview") return next && known && first !== Math.max(0, ...this.overview.keys()) + 1;
    if (this.topic !== "taken") return next || this.chapter.length === 0;
    const named = this.overview.get(first);
    if (named && sameTitle(named.title, title)) return false;
    return next && (known || (this.overview.size > 0 && !named && first !== this.lastTaak + 1));
  }

  private enter(title: string, number: readonly number[]): boolean {
    const own = topicOf(title);
    if (number.length > 0) this.chapter = number;
    if (number.length > 1) {
      // "3.2.1 Cliëntgebonden taken" in a chapter of taken is a group of them; "3.2 Taken" is not.
      const ofTaken = own === "taken" && (this.topic === "taken" || this.topic === "overview");
      if (ofTaken && headingKey(title).includes(" ")) return this.openGroup(title);
      // A numbered section of a chapter that is being read ("2.1 Context").
      if (own === "profile" && this.topic === "background") return false;
      if (own === "profile" && this.topic !== null && this.topic !== "overview") {
        return this.readInner(title) || this.push({ kind: "part", ...this.here(title) });
      }
    }
    this.topic = own;
    this.group = null;
    return this.push({ kind: "chapter", topic: own, ...this.here(title) });
  }

  private openGroup(title: string): true {
    if (this.topic !== "knowledge") this.topic = "taken";
    this.groups.add(letters(title));
    this.group = title;
    return this.push({ kind: "group", ...this.here(title) });
  }

  /** A line of the table of contents, which ends where its first title stands again or text begins. */
  private readContents(): boolean {
    const { text, blanksBefore, heading } = this.line();
    const paged = PAGE.test(text);
    const title = letters(text.replace(PAGE, ""));
    const again = this.contents !== null && !paged && title === this.contents;
    const opens = this.contents !== null && !paged && blanksBefore > 0 && topicOf(text) === "background";
    if (heading || again || opens || (endsSentence(text) && text.length > 60)) {
      this.topic = null;
      return false;
    }
    this.contents ??= title;
    return this.push({ kind: "entry", ...this.here(text) });
  }

  /** A line of the overview: a taak, the rest of its title, or the name of a group. */
  private readEntry(): boolean {
    const { text } = this.line();
    const title = text.replace(PAGE, "");
    const found = taakNumber(title);
    // The list is over where a title of it stands again, or where text begins.
    const again = found ? this.overview.get(found.number) : undefined;
    if (found && again && sameTitle(again.title, title.slice(found.length))) {
      this.topic = "taken";
      return this.readInner();
    }
    if (endsSentence(text) && text.length > 60) {
      this.topic = "taken";
      return false;
    }
    const last = [...this.overview.values()].at(-1);
    if (found) {
      const { code, unit, number, length } = found;
      this.overview.set(number, { code, unit, title: title.slice(length), group: this.group, line: this.line() });
    } else if (last && /^\p{Ll}/u.test(title)) last.title += ` ${title}`;
    else if (looksLikeTitle(title)) {
      this.group = title;
      this.groups.add(letters(title));
    }
    return this.push({ kind: "entry", ...this.here(title) });
  }

  /** Headings within a chapter. `given`: the title of the current line without its number. */
  private readInner(given?: string): boolean {
    const line = this.line();
    const title = given ?? withoutColon(line.text);
    const own = sectionName(title);
    if (given === undefined && this.topic !== "taken" && this.opensNamed() && this.readTaak()) return true;
    if (this.topic === "background" || this.topic === null) {
      if (this.numbered || own === null || !this.standsAlone()) return false;
      this.topic = "profile";
    }
    // The head of a table's cell, with the competency in the next one.
    if (this.topic === "competencies" && /^competentie$/iu.test(title)) {
      return this.push({ kind: "entry", ...this.here(title) });
    }
    if (this.readCompetentie(title)) return true;
    if (this.topic === "taken" && given === undefined && this.readTaak()) return true;
    if (this.isGroup(title)) return this.openGroup(title);
    if (own && looksLikeTitle(title) && (given !== undefined || line.heading || this.canOpen())) {
      return this.push({ kind: "section", section: own, ...this.here(title) });
    }
    const part = this.topic === "profile" && given === undefined && title.length <= 80 && this.standsAlone();
    return part && this.push({ kind: "part", ...this.here(title) });
  }

  /** A known name may follow the text at once, where that has ended, or where a list follows. */
  private canOpen(): boolean {
    const [before, after] = [this.lines[this.i - 1], this.lines[this.i + 1]];
    if (!before || this.behindHeading() || this.line().blanksBefore > 0 || endsSentence(before.text)) return true;
    return after !== undefined && opensItem(after) && !goesOn(before.text, this.line().text);
  }

  /** Whether a taak with its word before the number stands here as headings do. */
  private opensNamed(): boolean {
    return taakNumber(this.line().text)?.named === true && this.standsAlone();
  }

  private readTaak(): boolean {
    const { text } = this.line();
    const found = taakNumber(text);
    const title = text.slice(found?.length ?? 0);
    const listed = found ? this.overview.get(found.number) : undefined;
    if (found && listed && sameTitle(listed.title, title)) {
      return this.openTaak(found, "source", title, listed.title);
    }
    // The number was misread, or lost, where the title is that of another.
    const key = letters(title);
    for (const [number, entry] of this.overview) {
      const same = letters(entry.title) === key || (key.length >= 12 && sameTitle(entry.title, title));
      if (number > this.lastTaak && same && (found || this.standsAlone())) {
        return this.openTaak({ ...entry, number }, found ? "repaired" : "inferred", title, entry.title);
      }
    }
    if (!found || !looksLikeTitle(title)) return false;
    // The title of a known competency is none of a taak.
    if (!found.named && /^[A-Z]$/.test(found.code) && competencyLetter(title) !== null) return false;
    const { number, named, unit } = found;
    const counts = this.overview.size === 0 && number > this.lastTaak && number <= this.lastTaak + 2;
    // A numbered line before others like it is an item of a list, not the heading of what follows.
    const after = this.lines[this.i + 1];
    const next = after === undefined ? null : taakNumber(after.text);
    const item = after === undefined || (next !== null && !(named && next.named && next.unit !== unit));
    if (named && item && this.standsAgain(text)) return this.push({ kind: "entry", ...this.here(title) });
    return (named || counts) && !item && this.openTaak(found, "source", title, null);
  }

  /** Whether the same line comes again further down: then it only names what stands there. */
  private standsAgain(text: string): boolean {
    const key = letters(text.replace(PAGE, ""));
    return this.lines.slice(this.i + 1).some((line) => letters(line.text) === key);
  }

  /**
   * @param found the title as it begins here
   * @param whole the title by the overview: here it may be wrapped over several lines
   */
  private openTaak(
    { number, code, unit }: Pick<Counted, "number" | "code" | "unit">,
    origin: CodeOrigin,
    found: string,
    whole: string | null,
  ): true {
    let last = this.i + 1;
    let title = found;
    for (let next = this.lines[last]; next && last < this.i + 3; next = this.lines[++last]) {
      const longer = `${title} ${next.text}`;
      const wrapped =
        whole === null
          ? next.blanksBefore === 0 && /^\p{Ll}/u.test(next.text) && !endsSentence(next.text)
          : letters(title).length < letters(whole).length && letters(whole).startsWith(letters(longer));
      if (!wrapped) break;
      title = longer;
    }
    this.lastTaak = number;
    this.topic = "taken";
    return this.push({ kind: "taak", unit, number, code, origin, first: this.i, last, title });
  }

  private isGroup(title: string): boolean {
    if ((this.topic !== "taken" && this.topic !== "knowledge") || !looksLikeTitle(title)) return false;
    if (this.groups.has(letters(title))) return true;
    if (!this.standsAlone()) return false;
    if (this.topic === "taken") return /\btaken$/u.test(headingKey(title));
    // Above "Vakkennis" and "Vaardigheden" stands for which taken they are.
    return sectionName(title) === null && sectionOf(this.lines[this.i + 1]?.text ?? "") !== null;
  }

  private readCompetentie(title: string): boolean {
    const explicit = COMPETENTIE.exec(title);
    const listed = this.topic === "competencies";
    const match = explicit ?? (listed ? LETTER.exec(title) : null);
    if (match === null && !(listed && competencyLetter(title) !== null && this.standsAlone())) return false;
    let name = title.slice(match?.[0].length ?? 0);
    let last = this.i + 1;
    let letter = competencyLetter(name);
    const next = this.lines[last];
    if (letter === null && next) {
      const longer = `${name} ${next.text}`.trim();
      letter = competencyLetter(longer);
      if (letter !== null) {
        name = longer;
        last++;
      }
    }
    if (!looksLikeTitle(name) || (letter === null && !(explicit && listed))) return false;
    this.topic = "competencies";
    const written = match?.[1]?.toUpperCase() ?? null;
    return this.push({ kind: "competentie", letter, written, first: this.i, last, title: name });
  }
}
