/**
 * Headings in documents of no known kind, by their marks: Markdown's, articles and chapters of a law, numbers, labels
 * ("Competentie 2: …"), levels ("Niveau 3"), capitals; and plain lines that stand by themselves above what they name.
 */
import { isFiniteVerb } from "../language/finite.js";
import { readLevel } from "../language/levels.js";
import type { Level, UnitKind } from "../model.js";
import type { Block } from "./blocks.js";
import { collapse } from "./builder.js";
import { codeHeading } from "./codes.js";
import {
  follows,
  headingNumber,
  isBackgroundHeading,
  isOverviewHeading,
  looksLikeTitle,
  sectionOf,
} from "./headings.js";
import { isScopeLine } from "./scope.js";

export interface Heading {
  /** What it looks like: headings that look alike are of one rank. */
  style: string;
  /** Within a family of styles (Markdown, law, numbers) the rank; 0 where only the order tells. */
  rank: number;
  title: string;
  code: string | null;
  kind: UnitKind;
  level?: Level;
  /** Where the text that follows it on the same line begins, in the repaired text. */
  runIn?: number;
}

const RANKS: Record<string, number> = {
  boek: 1,
  deel: 1,
  hoofdstuk: 2,
  bijlage: 2,
  titel: 3,
  afdeling: 4,
  paragraaf: 5,
  "§": 5,
  artikel: 6,
  "art.": 6,
};
const LAW =
  /^(Boek|Deel|Hoofdstuk|Titel|Afdeling|Paragraaf|Artikel|Bijlage|BOEK|DEEL|HOOFDSTUK|TITEL|AFDELING|PARAGRAAF|ARTIKEL|BIJLAGE|Art\.|§)\s*(\d{1,3}[a-z]{0,2}(?:[.:]\d{1,3}[a-z]{0,2})*|[IVXLC]{1,6}[a-z]?|[A-Z])(?![\p{L}\p{N}])(?:\s*[.:–-])?\s*(.*)$/su;
const LEVEL =
  /^((?:(?:[Mm]bo|MBO|[Hh]bo|HBO|NLQF|EQF|ERK)[\s-]*)?(?:[Nn]iveau|NIVEAU|[Ll]evel)\s+(?:\d{1,2}|[A-E]\d?\+?|[IVX]{1,3}))(?![\p{L}\p{N}])(?:\s*[:.–-]\s*|\s+(?=\()|\s+|$)(.*)$/su;
const LABEL =
  /^(\p{Lu}[\p{L}-]{2,24})\s+(\d{1,3}(?:\.\d{1,2}){0,3}|[A-Z]|[IVX]{1,4})(?![\p{L}\p{N}])\s*[:.–-]?\s*(.*)$/su;
/** "A1 …", "HB-3: …": codes of a framework's own; they count where several lines have one. */
const OWN_CODE = /^([A-Z]{1,3}[-.]?\d{1,2}(?:\.\d{1,2}){0,2})[.:)]?\s+(.+)$/su;
/** "I. Algemeen", "B. Vakbekwaamheid". */
const LETTERED = /^([A-Z]|[IVX]{1,4})[.)]\s+(.+)$/su;

/** Labels that name a rank of unit. */
const KINDS: Record<string, UnitKind> = {
  kerntaak: "kerntaak",
  werkproces: "werkproces",
  taak: "taak",
  beroepstaak: "taak",
  taakgebied: "taakgebied",
  competentie: "competentie",
  competentiegebied: "competentiegebied",
};
const LABELS = new Set([
  ...Object.keys(KINDS),
  ..."domein thema kerndoel leerdoel leeruitkomst eindterm eindkwalificatie module rol bekwaamheid bekwaamheidseis kernkwaliteit kwalificatie onderdeel indicator vaardigheid deelcompetentie kernopgave fase aspect dimensie eis standaard criterium".split(
    " ",
  ),
]);
/** No label, though a number follows: units of time and measure, references. */
const NO_LABEL =
  /^(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|versie|pagina|tabel|figuur|schema|zie|jaar|week|uur|ongeveer|circa|minimaal|maximaal|minstens|lid|stb|stcrt|nr)$/iu;

const COMPETENCIES = /^(?:de\s+)?onderliggende\s+competenties?\b/iu;
/** Single words over a list of short lines, which would else be the first of them. */
const HEADS_LIST =
  /^(?:(?:kern|hoofd|deel|beroeps)?taken|(?:hoofd)?werkzaamheden|activiteiten|(?:kern|beroeps)?competenties|(?:functie-?)?eisen|bevoegdheden|resultaatgebieden)$/iu;
const SUBJECT = /^(?:De|Het|Een|Zij|Ze|Hij|Je|Jij|U|Men|Er|Dit|Deze|Dat|Wij|We|Elke?|Alle|In|Op|Met|Bij|Voor)\b/u;
/** Words of a line that are looked at for a verb. */
const VERB_WITHIN = 12;
const MAX_TITLE = 110;
const MAX_PLAIN = 80;
/** Most words of a heading that no white space sets off. */
const MAX_BETWEEN = 4;

/** Whether a line says something: it has a subject and a verb, or ends a sentence. */
export function speaks(text: string): boolean {
  if (/[.!?;]["'’”)]*$/u.test(text) && text.length > 3) return true;
  if (!SUBJECT.test(text)) return false;
  return text
    .split(/\s+/)
    .slice(1, VERB_WITHIN)
    .some(
      (word) =>
        isFiniteVerb(word.replace(/[^\p{L}()]/gu, "")) ||
        /^(?:zijn|hebben|kunnen|moeten|worden|leren|weten|kan|leer|weet)$/u.test(word),
    );
}

/**
 * Whether a first line states something, so that it is more than the document's title: the stem of a list, a sentence,
 * or words in small letters, that have a subject or a verb. A question is a title, and so are words with a stop behind.
 */
export function states(text: string): boolean {
  if (/[:;]$/.test(text)) return true;
  if (text.endsWith("?")) return false;
  const bare = text.replace(/[.!]["'’”)]*$/u, "");
  if (speaks(bare)) return true;
  if (bare === text && !/^\p{Ll}/u.test(text)) return false;
  return SUBJECT.test(text) || bare.split(/\s+/).some((word) => isFiniteVerb(word));
}

const isName = (text: string): boolean =>
  text !== "" && text.length <= MAX_TITLE && !speaks(text) && !/[:,]$/.test(text) && !/\p{L}{4,}[.!?]\s/u.test(text);

/** A label of a level; not "Niveau 3 en 4" or "Niveau 2 is bedoeld voor …", nor the heads of columns "Niveau 1  Niveau 2". */
function levelLabel(text: string): RegExpExecArray | null {
  const match = LEVEL.exec(text);
  const rest = match?.[2] ?? "";
  return /^\p{Ll}{1,3}\s/u.test(rest) || LEVEL.test(rest) ? null : match;
}

/** Lines that stand alone whatever surrounds them, in this kind of document. */
export function isGenericHeading(line: string): boolean {
  if (line.length > MAX_TITLE) return false;
  const law = LAW.exec(line);
  if (law) return !/^\p{Ll}/u.test(law[3] as string) && !speaks(law[3] as string);
  const level = levelLabel(line);
  return level !== null && !speaks(level[2] as string);
}

/** The headings of a document, by number of block. */
export function findHeadings(text: string, blocks: readonly Block[], title: string): Map<number, Heading> {
  return new Finder(text, blocks, title).find();
}

class Finder {
  private readonly blocks: readonly Block[];
  private readonly texts: string[];
  private readonly title: string;
  private readonly source: string;
  private readonly labels: Set<string>;
  private readonly ownCodes: boolean;
  private readonly found = new Map<number, Heading>();

  constructor(source: string, blocks: readonly Block[], title: string) {
    this.source = source;
    this.blocks = blocks;
    this.title = title;
    this.texts = blocks.map((block) =>
      collapse(
        source.slice(
          block.markerStart !== undefined && block.heading === undefined ? block.markerStart : block.start,
          block.end,
        ),
      ),
    );
    this.labels = recurring(this.texts);
    this.ownCodes = hasOwnCodes(this.texts);
  }

  find(): Map<number, Heading> {
    let number: number[] | null = null;
    for (const [i, block] of this.blocks.entries()) {
      const marked = this.marked(block, i);
      if (marked) {
        this.found.set(i, marked);
        continue;
      }
      const numbered = this.numbered(block, i, number);
      if (!numbered) continue;
      number = numbered.number;
      this.found.set(i, numbered.heading);
    }
    this.plain();
    return this.found;
  }

  /** Headings that their own marks show. */
  private marked(block: Block, i: number): Heading | null {
    const text = this.texts[i] as string;
    if (block.type === "row") return null;
    if (block.heading !== undefined) return { ...this.named(text), style: `#${block.heading}`, rank: block.heading };
    const bold = /^\*\*([^*]+)\*\*:?$/u.exec(text)?.[1]?.trim();
    if (bold && isName(bold)) return { ...this.named(bold), style: "bold", rank: 0 };
    const law = LAW.exec(text);
    if (law && block.type !== "item") return this.law(block, text, law);
    const level = levelLabel(text);
    if (level && block.type !== "item") return this.level(block, text, level);
    if (block.type === "item") return null;
    const code = codeHeading(text);
    if (code && code.code.rank !== "deel") {
      const { rank } = code.code;
      return {
        style: rank,
        rank: rank === "kerntaak" ? 1 : 2,
        title: code.title || code.code.code,
        code: code.code.code,
        kind: rank,
      };
    }
    return this.labelled(block, text);
  }

  /** What a title says of itself: an article, a level, a label, a number; else only its words. */
  private named(text: string): Pick<Heading, "title" | "code" | "kind" | "level"> {
    const law = LAW.exec(text);
    if (law) return { title: text, code: law[2] as string, kind: "section" };
    const level = levelLabel(text);
    if (level) return { title: text, code: null, kind: "section", level: levelOf(text, level[1] as string) };
    const label = LABEL.exec(text);
    const word = (label?.[1] ?? "").toLowerCase();
    if (label && LABELS.has(word))
      return { title: (label[3] as string) || text, code: label[2] as string, kind: KINDS[word] ?? "section" };
    const code = codeHeading(text);
    if (code && code.code.rank !== "deel")
      return { title: code.title || text, code: code.code.code, kind: code.code.rank };
    const number = headingNumber(text);
    const title = text.replace(/\s*:\s*$/, "") || text;
    return number
      ? { title: title.replace(/^[\d.]+\s+/, ""), code: number.join("."), kind: "section" }
      : { title, code: null, kind: "section" };
  }

  private law(block: Block, text: string, [, word, number, rest]: RegExpExecArray): Heading | null {
    const name = (word as string).toLowerCase();
    const own = rest as string;
    // "Artikel 3 van de wet" speaks of an article.
    if (/^[\p{Ll},]/u.test(own)) return null;
    const heading = {
      style: `law${RANKS[name]}`,
      rank: RANKS[name] as number,
      code: number as string,
      kind: "section" as const,
    };
    if (own === "" || isName(own)) return { ...heading, title: text.replace(/\s*[.:]\s*$/, "") };
    return {
      ...heading,
      title: text.slice(0, text.length - own.length).replace(/\s*[.:–-]?\s*$/u, ""),
      runIn: this.runIn(block, LAW, 3),
    };
  }

  private level(block: Block, text: string, [, label, rest]: RegExpExecArray): Heading | null {
    const own = rest as string;
    const heading = {
      style: "level",
      rank: 0,
      code: null,
      kind: "section" as const,
      level: levelOf(text, label as string),
    };
    if (own === "" || (own.length <= 60 && isName(own))) return { ...heading, title: text.replace(/\s*:\s*$/, "") };
    return { ...heading, title: label as string, runIn: this.runIn(block, LEVEL, 2) };
  }

  private labelled(block: Block, text: string): Heading | null {
    const label = LABEL.exec(text);
    const word = (label?.[1] ?? "").toLowerCase();
    if (label && this.labels.has(word) && (block.type === "line" || block.lines.length <= 3)) {
      const own = label[3] as string;
      // "Competenties K, L": a list, not the number of what follows.
      if (own === "" || (!/^[,;/]/.test(own) && isName(own))) {
        return {
          style: `label ${word}`,
          rank: 0,
          title: own || text.replace(/\s*[:.]\s*$/, ""),
          code: label[2] as string,
          kind: KINDS[word] ?? "section",
        };
      }
    }
    const code = this.ownCodes ? OWN_CODE.exec(text) : null;
    if (code && block.type === "line" && isName(code[2] as string)) {
      const depth = (code[1] as string).split(".").length;
      return {
        style: `code ${/^[A-Z]+/.exec(code[1] as string)?.[0].length} ${depth}`,
        rank: 0,
        title: code[2] as string,
        code: code[1] as string,
        kind: "section",
      };
    }
    const letter = LETTERED.exec(text);
    if (letter && block.type === "line" && block.blanksBefore > 0 && isName(letter[2] as string)) {
      return {
        style: /^[IVX]+$/.test(letter[1] as string) && letter[1] !== "C" ? "roman" : "letter",
        rank: 0,
        title: letter[2] as string,
        code: letter[1] as string,
        kind: "section",
      };
    }
    return null;
  }

  /** "2.1 Taken": a number of the outline, not one of a run of numbered items, above something. */
  private numbered(block: Block, i: number, last: number[] | null): { heading: Heading; number: number[] } | null {
    const text = this.texts[i] as string;
    const number = headingNumber(text);
    if (!number || block.lines.length > 2 || block.type === "row") return null;
    const title = text.replace(/^[\d.]+\s+/, "").replace(/\s*:\s*$/, "");
    if (!isName(title) || !looksLikeTitle(title)) return null;
    const next = this.blocks[i + 1];
    if (!next) return null;
    const same = (j: number): boolean => {
      const other = headingNumber(this.texts[j] ?? "");
      return (
        other !== null && other.length === number.length && Math.abs((other.at(-1) ?? 0) - (number.at(-1) ?? 0)) === 1
      );
    };
    // One of a run is an item, unless white space sets it off and its neighbour's number does not follow at once.
    if (same(i + 1) || (same(i - 1) && !this.found.has(i - 1))) return null;
    if (number.length === 1 && block.marker !== undefined && last !== null && !follows(last, number) && number[0] !== 1)
      return null;
    const heading: Heading = {
      style: `num${number.length}`,
      rank: number.length,
      title,
      code: number.join("."),
      kind: "section",
    };
    return { heading, number };
  }

  /** Lines without a mark of their own, by what stands around them. */
  private plain(): void {
    const { blocks, texts } = this;
    const isLine = (i: number): boolean =>
      blocks[i]?.type === "line" && !this.found.has(i) && !speaks(texts[i] as string);
    const runs = this.runs(isLine);
    for (let i = 0; i < blocks.length; i++) {
      if (!isLine(i) || texts[i] === this.title) continue;
      const block = blocks[i] as Block;
      const text = texts[i] as string;
      const bare = text.replace(/\s*:\s*$/, "");
      if (!this.canBePlain(text, bare, block, i)) continue;
      const caps = /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u.test(bare);
      const known =
        sectionOf(bare) !== null || HEADS_LIST.test(bare) || isBackgroundHeading(bare) || isOverviewHeading(bare);
      // Lines one under another are a list; the one above it can be its heading.
      const joined = (j: number): boolean => isLine(j) && (blocks[j]?.blanksBefore ?? 0) === 0;
      const inList = !known && !caps && (block.blanksBefore === 0 && i > 0 ? isLine(i - 1) || joined(i + 1) : false);
      if (inList) continue;
      const run = runs[i];
      // Headings of several ranks can follow each other, and the last line of a list may head what comes next.
      const long = run !== undefined && run.to - run.from >= 3 && !(i === run.to && i + 1 < blocks.length);
      if (!known && !caps && long) continue;
      this.found.set(i, { ...this.named(bare), style: caps ? "caps" : "plain", rank: 0 });
    }
  }

  private canBePlain(text: string, bare: string, block: Block, i: number): boolean {
    if (
      i + 1 >= this.blocks.length ||
      text.length > MAX_PLAIN ||
      !looksLikeTitle(bare) ||
      isScopeLine(text) ||
      COMPETENCIES.test(text)
    )
      return false;
    if (/^https?:|^www\.|@/.test(text)) return false;
    if (/:$/.test(text) && bare.split(" ").length > 4 && sectionOf(bare) === null) return false;
    if (speaks(bare)) return false;
    if (i === 0 || block.blanksBefore > 0 || sectionOf(bare) !== null || this.found.has(i - 1)) return true;
    // No white space at all: a few words between the end of a sentence and the next one or the next item.
    const next = this.blocks[i + 1];
    const ended = /[.!?]["'’”)]*$/u.test(this.texts[i - 1] as string);
    return ended && bare.split(" ").length <= MAX_BETWEEN && (next?.type === "item" || next?.type === "paragraph");
  }

  /** Four lines or more, each by itself, with nothing between them: a list that stands wide. */
  private runs(isLine: (i: number) => boolean): { from: number; to: number }[] {
    const out: { from: number; to: number }[] = [];
    for (let i = 0; i < this.blocks.length; i++) {
      if (!isLine(i)) continue;
      const from = i;
      while (isLine(i + 1)) i++;
      for (let j = from; j <= i; j++) out[j] = { from, to: i };
    }
    return out;
  }

  /** Where the rest of a line begins: white space may differ from the text given, so it is read off the source. */
  private runIn(block: Block, pattern: RegExp, group: number): number {
    const rest = pattern.exec(this.source.slice(block.start, block.end))?.[group] ?? "";
    return block.end - rest.length;
  }
}

const levelOf = (text: string, label: string): Level => readLevel(text) ?? { label };

/** Label words that number several lines, with different numbers, or are known for it. */
function recurring(texts: readonly string[]): Set<string> {
  const numbers = new Map<string, Set<string>>();
  for (const text of texts) {
    const match = LABEL.exec(text);
    if (!match || NO_LABEL.test(match[1] as string)) continue;
    const word = (match[1] as string).toLowerCase();
    const seen = numbers.get(word) ?? new Set();
    seen.add(match[2] as string);
    numbers.set(word, seen);
  }
  return new Set([...numbers].flatMap(([word, seen]) => (seen.size >= 2 || LABELS.has(word) ? [word] : [])));
}

/** What opens an item that is a requirement itself. */
export interface ItemCodes {
  /** Words that number items ("Kerndoel 3: De leerlingen leren …"), in small letters. */
  labels: ReadonlySet<string>;
  /** Whether lines have codes of the document's own ("A1 …"). */
  own: boolean;
  /** Whether lines are counted through with bare numbers ("3 De leerling …"). */
  counted: boolean;
}

/** How the items of a document are numbered. */
export function itemCodes(texts: readonly string[]): ItemCodes {
  return { labels: recurring(texts), own: hasOwnCodes(texts), counted: isCountedThrough(texts) };
}

/** A number and a sentence, each number the next of the one before it. */
const COUNTED = /^(\d{1,3})\s+(?=\p{Lu})/u;
const MIN_COUNTED = 3;
function isCountedThrough(texts: readonly string[]): boolean {
  const numbers = texts.flatMap((text) => (speaks(text) ? Number(COUNTED.exec(text)?.[1] ?? Number.NaN) : []));
  const counted = numbers.filter((n) => !Number.isNaN(n));
  return counted.length >= MIN_COUNTED && counted.every((n, i) => i === 0 || n === (counted[i - 1] ?? 0) + 1);
}

const hasOwnCodes = (texts: readonly string[]): boolean =>
  texts.filter((text) => OWN_CODE.test(text) && !/^(?:NLQF|EQF|EU)/.test(text)).length >= 3;

/** The code that opens a text, and how long it is with what stands behind it; null without one. */
export function itemCode(raw: string, { labels, own, counted }: ItemCodes): { code: string; length: number } | null {
  const label = LABEL.exec(raw);
  if (label && labels.has((label[1] as string).toLowerCase()) && !/^[,;/]/.test(label[3] as string))
    return { code: label[2] as string, length: raw.length - (label[3] as string).length };
  const number = /^(\d{1,3}(?:\.\d{1,3}){1,4})\.?\s+(?=[\p{L}"'‘“(])/u.exec(raw);
  if (number) return { code: number[1] as string, length: number[0].length };
  const plain = counted && speaks(collapse(raw)) ? COUNTED.exec(raw) : null;
  if (plain) return { code: plain[1] as string, length: plain[0].length };
  const code = own ? OWN_CODE.exec(raw) : null;
  return code ? { code: code[1] as string, length: raw.length - (code[2] as string).length } : null;
}
