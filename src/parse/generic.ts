/**
 * Reads documents of no known kind: headings become units, what stands under them becomes statements: the items of
 * lists, numbered passages, sentences. It serves the other kinds too, where a document lacks the marks of its kind.
 */
import { readCompetencies } from "../language/competencies.js";
import { readLevel, statedLevel } from "../language/levels.js";
import type { Unit } from "../model.js";
import type { Block } from "./blocks.js";
import { type CoverageClass, collapse, type DossierBuilder } from "./builder.js";
import { readDeclarations } from "./declarations.js";
import { findHeadings, type Heading, type ItemCodes, itemCode, itemCodes, speaks, states } from "./generic-headings.js";
import { headingKey, isBackgroundHeading, isOverviewHeading, sectionOf } from "./headings.js";
import { requirements } from "./requirements.js";
import { readScope } from "./scope.js";
import { opensList } from "./stems.js";

/** Titles of articles that define, repeal, or say when and under which name a rule holds. */
const FORMAL_TITLE =
  /(?:^|[.:\d]\s*)(?:begrips?(?:bepaling|omschrijving)(?:en)?|definities?|inwerkingtreding|citeertitel|slotbepaling(?:en)?|intrekking.*|overgangs(?:bepaling(?:en)?|recht)|wijziging(?:en)?(?: van)? .*)$/iu;
/** Sentences of that sort, in articles without a title. */
const FORMAL =
  /\b(?:treedt in werking|wordt aangehaald als|wordt (?:hierbij )?ingetrokken|vervalt met ingang|zal met de (?:daarbij )?.{0,30}toelichting|wordt verstaan onder|wordt in het Staatsblad)\b/u;
/** How a law closes: who signed it, where and when. */
const CLOSING =
  /^(?:Lasten en bevelen|De (?:Minister|Staatssecretaris)|Onze Minister|Uitgegeven|'s-Gravenhage|Wassenaar|Den Haag,)/u;
const COMPETENCIES = /^(?:de\s+)?onderliggende\s+competenties?(?:\s+(?:zijn|is))?\s*:\s*/iu;
/** Markdown: the line between the head of a table and its rows. */
const SEPARATOR_ROW = /^\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?\s*)?\|?$/u;
const ONLY_ADDRESS = /^(?:https?:\/\/|www\.)\S+$|^\S+@\S+\.\S+$/iu;
/** The number of a page behind a line of a table of contents. */
const PAGE = /(?:\s*(?:\.\s?){3,}|\s+)\d{1,3}$/u;

/** Most lines of a title page. */
const MAX_FRONT = 12;

/** Reads the blocks of one dossier into a builder. */
export function readGeneric(builder: DossierBuilder, blocks: readonly Block[]): void {
  new GenericReader(builder, blocks).read();
  builder.level ??= readLevel(builder.title);
}

/** A heading in force. */
interface Open {
  heading: Heading;
  /** Null where it opened no unit: background, a table of contents. */
  unit: Unit | null;
  background: boolean;
}

/** The list that an item stands in. */
interface ListLevel {
  mark: string;
  lead: string | undefined;
}

class GenericReader {
  private readonly builder: DossierBuilder;
  private readonly blocks: readonly Block[];
  private readonly headings: ReadonlyMap<number, Heading>;
  private readonly codes: ItemCodes;
  /** How often a heading's words recur: what comes back under one unit after another is a section. */
  private readonly recurs = new Map<string, number>();
  /** Section names as the document writes them, not those that all documents share. */
  private readonly asWritten: boolean;
  private readonly isLaw: boolean;
  /** A law has closed: what follows, up to the next heading, is who signed it. */
  private closed = false;

  /** The last block of the title page. */
  private lastFront = 0;
  private open: Open[] = [];
  /** Of the levels that stand beside each other: how many there were, and whether one had a section of its own. */
  private levels = { count: 0, sections: false };
  private unit: Unit | null = null;
  private section = "";
  private scope: string | undefined;
  /** The stem of the list that may follow, and the lists that an item can stand in. */
  private stem: string | undefined;
  /** The number of the item before. */
  private lastCode: string | undefined;
  private lists: ListLevel[] = [];

  constructor(builder: DossierBuilder, blocks: readonly Block[]) {
    this.builder = builder;
    this.blocks = blocks;
    this.headings = findHeadings(builder.text, blocks, builder.title);
    this.codes = itemCodes(blocks.map((block) => collapse(block.text)));
    this.asWritten = builder.kind === "generic";
    for (const heading of this.headings.values()) {
      const key = headingKey(heading.title);
      if (heading.code === null && !heading.level) this.recurs.set(key, (this.recurs.get(key) ?? 0) + 1);
    }
    this.isLaw =
      [...this.headings.values()].filter((heading) => heading.style === "law6" || /^artikel\s/iu.test(heading.title))
        .length >= 2;
  }

  read(): void {
    const contents = this.contents();
    const numbers = [...this.headings.keys()];
    const [first = 0] = this.isLaw
      ? numbers.filter((i) => this.headings.get(i)?.code !== null)
      : numbers.filter((i) => i > 0);
    for (const [i, block] of this.blocks.entries()) {
      const heading = this.headings.get(i);
      if (contents.has(i) || isTitleLine(block, this.builder.title, this.builder.version)) this.mark(block, "headings");
      else if (heading) this.heading(heading, block, i);
      else if (i < first && this.frontMatter(block, i)) this.lastFront = i;
      else this.content(block, block.start, i);
    }
  }

  /**
   * Before the first heading: of a law who decided and on what ground; of any document the short lines of its title
   * page, among them its level.
   */
  private frontMatter(block: Block, i: number): boolean {
    const text = collapse(block.text);
    const stated = statedLevel(text, { bareIsMbo: /\bmbo\b/iu.test(this.builder.title) });
    if (stated) {
      this.builder.level ??= stated;
      this.mark(block, "headings");
      return true;
    }
    if (this.isLaw) {
      this.mark(block, "background");
      return true;
    }
    if (block.type !== "line" || i > this.lastFront + 1 || i > MAX_FRONT || speaks(text)) return false;
    this.mark(block, "background");
    return true;
  }

  /** The blocks that only list what the document holds: their lines have page numbers, or come back as headings. */
  private contents(): Set<number> {
    const out = new Set<number>();
    const last = new Map<string, number>();
    for (const [i, block] of this.blocks.entries()) last.set(entryKey(block), i);
    for (let i = 0; i < this.blocks.length; i++) {
      const block = this.blocks[i] as Block;
      if (block.type === "item" || !isOverviewHeading(collapse(block.text))) continue;
      for (let j = i + 1; j < this.blocks.length; j++) {
        const entry = this.blocks[j] as Block;
        const paged = PAGE.test(collapse(entry.text));
        const comesBack = (last.get(entryKey(entry)) ?? j) > j;
        if (!(paged || comesBack) || /[.:;]$/.test(entry.text)) break;
        out.add(j);
      }
      if (out.has(i + 1)) out.add(i);
    }
    return out;
  }

  private heading(heading: Heading, block: Block, i: number): void {
    const rest = heading.runIn ?? block.end;
    this.builder.coverage.mark(block.markerStart ?? block.start, rest, "headings");
    this.endList();
    this.scope = undefined;
    this.closed = false;
    // The head of a column above the levels it holds.
    if (/^niveaus?$/iu.test(heading.title) && this.headings.get(i + 1)?.level) return;
    // A page repeats the heading that is open.
    const last = this.open.at(-1)?.heading;
    if (
      heading.code !== null &&
      last?.code === heading.code &&
      last.style === heading.style &&
      last.title === heading.title
    )
      return;
    if (heading.level) this.levels.count++;
    else if (this.endsLevels(heading)) this.open.pop();
    const background = isBackgroundHeading(heading.title) || (this.isLaw && FORMAL_TITLE.test(heading.title));
    if (this.isSection(heading) && !background) {
      this.section = this.sectionName(heading.title);
      if (this.open.at(-1)?.heading.level) this.levels.sections = true;
      else this.unit = this.open.findLast((open) => open.unit !== null)?.unit ?? null;
    } else {
      this.close(heading);
      if (!heading.level && !this.open.some((open) => open.heading.level)) this.levels = { count: 0, sections: false };
      const above = this.open.at(-1);
      const inBackground = background || above?.background === true;
      const parent = this.open.findLast((open) => open.unit !== null)?.unit ?? null;
      const unit = inBackground ? null : this.makeUnit(heading, parent);
      this.open.push({ heading, unit, background: inBackground });
      this.unit = unit;
      this.section = unit ? this.sectionName(heading.title) : "";
    }
    if (rest < block.end) this.content({ ...block, type: "paragraph" }, rest, i);
  }

  private makeUnit(heading: Heading, parent: Unit | null): Unit {
    const { title, code, kind, level } = heading;
    const named = kind === "section" && sectionOf(title) === "vakkennis" ? "vakkennis" : kind;
    return this.builder.unit({ kind: named, title, code, parent, ...(level ? { level } : {}) });
  }

  /** Whether a heading only names a part of the unit that is open: a known name, or one that comes back. */
  private isSection(heading: Heading): boolean {
    const unit = this.open.findLast((open) => !open.background);
    if (!unit || heading.code !== null || heading.level) return false;
    const known = sectionOf(heading.title) !== null;
    const comesBack = (this.recurs.get(headingKey(heading.title)) ?? 0) >= 2;
    if (!known && !comesBack) return false;
    const other = unit.heading;
    const [weight, above] = [LOOKS.indexOf(heading.style), LOOKS.indexOf(other.style)];
    if (weight >= 0 && above > weight) return false;
    // Beside one that is a section itself it stands as that one does.
    const own = sectionOf(other.title) !== null || (this.recurs.get(headingKey(other.title)) ?? 0) >= 2;
    if (own && other.code === null) return false;
    if (heading.style.startsWith("#") && other.style.startsWith("#")) return heading.rank > other.rank;
    return heading.style !== other.style || comesBack;
  }

  /** Closes what a heading ends: all of its own look, and what is lower in its family. */
  private close(heading: Heading): void {
    const family = (style: string): string => style.replace(/[\d#]+$/, "");
    // Chapters and annexes of a law stand under nothing but higher parts of it.
    if (family(heading.style) === "law" && heading.rank < ARTICLE) {
      this.open = this.open.filter((open) => family(open.heading.style) === "law" && open.heading.rank < heading.rank);
      return;
    }
    const same = this.open.findIndex((open) => open.heading.style === heading.style);
    const lower =
      heading.rank > 0
        ? this.open.findIndex(
            (open) => family(open.heading.style) === family(heading.style) && open.heading.rank >= heading.rank,
          )
        : -1;
    // Capitals stand above bold lines, those above lettered ones, and plain ones below all.
    const weight = LOOKS.indexOf(heading.style);
    const lighter = weight < 0 ? -1 : this.open.findIndex((open) => LOOKS.indexOf(open.heading.style) > weight);
    const cuts = [same, lower, lighter].filter((cut) => cut >= 0);
    if (cuts.length > 0) this.open = this.open.slice(0, Math.min(...cuts));
    // Background goes on under headings that are plainly lower; labels, levels and codes name what is required.
    const top = this.open.at(-1);
    if (!top?.background) return;
    const ranked = top.heading.rank > 0 && (weight >= 0 || family(top.heading.style) === family(heading.style));
    const plain = weight > LOOKS.indexOf(top.heading.style) && LOOKS.includes(top.heading.style);
    if (!ranked && !plain) this.open.pop();
  }

  /**
   * Whether a heading without a mark of its own goes back to what the levels are levels of. Levels beside each other are
   * set alike: where those before had no sections, one after the last is not the last level's alone.
   */
  private endsLevels(heading: Heading): boolean {
    if (!this.open.at(-1)?.heading.level || heading.code !== null || heading.rank > 0) return false;
    return sectionOf(heading.title) !== null && this.levels.count >= 2 && !this.levels.sections;
  }

  private sectionName(title: string): string {
    return this.asWritten ? title : (sectionOf(title) ?? title);
  }

  private content(block: Block, from: number, i: number): void {
    const whole = collapse(this.builder.text.slice(from, block.end));
    if (
      this.closed ||
      this.open.at(-1)?.background ||
      ONLY_ADDRESS.test(whole) ||
      (this.isLaw && (CLOSING.test(whole) || this.isFormal(whole)))
    ) {
      this.harvest(whole);
      this.mark(block, "background", from === block.start ? undefined : from);
      this.closed ||= this.isLaw && CLOSING.test(whole);
      return;
    }
    if (block.type === "row") {
      this.row(block, i);
      return;
    }
    const competencies = COMPETENCIES.exec(whole);
    if (competencies) {
      this.competencies(block, whole.slice(competencies[0].length));
      return;
    }
    const scoped = readScope(this.builder.text.slice(from, block.end));
    let start = from;
    if (scoped) {
      this.endList();
      this.scope = scoped.scope;
      this.builder.coverage.mark(block.markerStart ?? from, from + scoped.length, "headings");
      start += scoped.length;
      if (start >= block.end) return;
    }
    if (block.type === "item") this.item(block, start, i);
    else this.paragraph(block, start, i);
  }

  /** An article without a title can be formal as a whole; a longer one only in its sentences. */
  private isFormal(text: string): boolean {
    return text.length < 600 && FORMAL.test(text);
  }

  private competencies(block: Block, list: string): void {
    this.mark(block, "headings");
    const unit = this.current();
    const { letters, unknown } = readCompetencies(list);
    unit.competencies = [...new Set([...unit.competencies, ...letters])].sort();
    const place = this.builder.coverage.repaired.mapped.toSource(block.start, block.start)[0];
    for (const name of unknown)
      this.builder.warn("unknown-competency", `"${name}" is not one of the 25 competencies`, place);
  }

  /** A row of a Markdown table is left as it is: one statement; its head and the line under it are no content. */
  private row(block: Block, i: number): void {
    const text = collapse(block.text);
    const next = this.blocks[i + 1];
    this.endList();
    if (SEPARATOR_ROW.test(text)) this.mark(block, "furniture");
    else if (next && SEPARATOR_ROW.test(collapse(next.text))) this.mark(block, "headings");
    else {
      const raw = this.builder.text.slice(block.start, block.end);
      const start = block.start + (/^\|\s*/.exec(raw)?.[0].length ?? 0);
      const end = block.end - (/\s*\|$/.exec(raw)?.[0].length ?? 0);
      this.builder.coverage.mark(block.start, block.end, "statements");
      this.add(start, Math.max(start, end));
    }
  }

  private item(block: Block, from: number, i: number): void {
    const raw = this.builder.text.slice(from, block.end);
    // A bullet before the item's own number: "• 1 De leraar …", "• a. de kennis".
    const inner = /^(?:(\d{1,3})(?:[.)°]{1,2})?|([a-z]|[ivx]{2,4})(?:[.)°]{1,2}))\s+(?=[\p{L}"'‘“(])/u.exec(raw);
    const own = block.marker !== undefined && inner && !/[\p{L}\d]/u.test(block.marker) ? inner : null;
    const mark = this.markOf(own ? own[0].trim() : (block.marker ?? ""));
    const code = own ? (own[1] ?? own[2]) : /^\(?([\p{L}\d]{1,4})[.)°]+$/u.exec(block.marker ?? "")?.[1];
    const start = from + (own?.[0].length ?? 0);
    const whole = collapse(this.builder.text.slice(start, block.end));
    this.builder.coverage.mark(block.markerStart ?? from, start, "statements");
    if (this.harvest(whole)) {
      this.builder.coverage.mark(start, block.end, "background");
      return;
    }
    const level = this.enterList(mark);
    this.lastCode = code;
    const next = this.blocks[i + 1];
    if (/:$/.test(whole) && next?.type === "item" && !this.headings.has(i + 1) && this.isDeeper(next)) {
      this.stem = whole;
      this.builder.coverage.mark(start, block.end, "statements");
      return;
    }
    const found = code === undefined ? itemCode(raw.slice(start - from), this.codes) : null;
    this.add(start + (found?.length ?? 0), block.end, level.lead, code ?? found?.code);
    if (found) this.builder.coverage.mark(start, start + found.length, "statements");
  }

  /** The list that an item with this mark belongs to: an open one, or a new one under the stem before it. */
  private enterList(mark: string): ListLevel {
    const at = this.lists.findIndex((list) => list.mark === mark);
    // A stem that has not been followed by anything opens a new list, even with marks that are in use.
    if (at >= 0 && this.stem === undefined) {
      this.lists = this.lists.slice(0, at + 1);
      return this.lists[at] as ListLevel;
    }
    const level = { mark, lead: this.stem };
    this.lists = [...this.lists.filter((list) => list.mark !== mark), level];
    this.stem = undefined;
    return level;
  }

  /** The mark of an item's list. A lone "i." is the letter behind "h.", and else the first of the Roman numbers. */
  private markOf(marker: string): string {
    const letter = /^\(?([ivx])[.)]/.exec(marker)?.[1];
    if (letter === undefined) return markOf(marker);
    const within = this.lists.at(-1)?.mark === "i";
    return within || (letter === "i" && this.lastCode !== "h") ? "i" : "a";
  }

  private isDeeper(next: Block): boolean {
    const mark = this.markOf(next.marker ?? "");
    const at = this.lists.findIndex((list) => list.mark === mark);
    return at < 0 || at > this.lists.length - 1;
  }

  private paragraph(block: Block, from: number, i: number): void {
    this.endList();
    const raw = this.builder.text.slice(from, block.end);
    const numbered = itemCode(raw, this.codes);
    if (numbered) {
      // A numbered passage is one statement, whatever its sentences.
      this.builder.coverage.mark(from, from + numbered.length, "statements");
      const whole = collapse(raw.slice(numbered.length));
      if (/:$/.test(whole) && this.opensList(i)) {
        this.stem = whole;
        this.builder.coverage.mark(from, block.end, "statements");
      } else this.add(from + numbered.length, block.end, undefined, numbered.code);
      return;
    }
    const note = readDeclarations(collapse(raw));
    const ranges = requirements(raw);
    if (note !== null && (ranges.length === 1 || /^\*/.test(raw))) {
      this.harvest(collapse(raw));
      this.builder.coverage.mark(from, block.end, "background");
      return;
    }
    for (const [j, [a, b]] of ranges.entries()) {
      const sentence = collapse(raw.slice(a, b));
      if (this.harvest(sentence)) this.builder.coverage.mark(from + a, from + b, "background");
      else if (j === ranges.length - 1 && opensList(sentence) && this.opensList(i)) {
        this.stem = sentence;
        this.builder.coverage.mark(from + a, from + b, "statements");
      } else this.add(from + a, from + b);
    }
  }

  private opensList(i: number): boolean {
    return this.blocks[i + 1]?.type === "item" && !this.headings.has(i + 1);
  }

  private endList(): void {
    this.stem = undefined;
    this.lists = [];
  }

  private add(start: number, end: number, lead?: string, code?: string): void {
    const unit = this.current();
    this.builder.statement({
      unit,
      section: this.section || unit.title || this.builder.title,
      start,
      end,
      ...(lead ? { lead } : {}),
      ...(code ? { code } : {}),
      ...(this.scope ? { scope: this.scope } : {}),
    });
  }

  private current(): Unit {
    this.unit ??=
      this.open.findLast((open) => open.unit !== null)?.unit ??
      this.builder.unit({ kind: "section", title: this.builder.title });
    return this.unit;
  }

  private harvest(text: string): boolean {
    const found = readDeclarations(text);
    for (const { term, members } of found ?? []) this.builder.declaredSynonyms.push({ term, members, statement: null });
    return found !== null;
  }

  private mark(block: Block, name: CoverageClass, from = block.markerStart ?? block.start): void {
    this.builder.coverage.mark(from, block.end, name);
  }
}

/** The rank of an article among the parts of a law. */
const ARTICLE = 6;
/** Looks of headings that have no rank, the heaviest first. */
const LOOKS = ["caps", "bold", "roman", "letter", "plain"];

/** Items with like marks are of one list: all numbers, all letters, the same bullet. */
function markOf(marker: string): string {
  if (/\d°/.test(marker)) return "1°";
  if (/\d/.test(marker)) return "1";
  if (/^\(?[ivx]{2,4}[.)]/.test(marker)) return "i";
  if (/^\(?[a-z][.)]/.test(marker)) return "a";
  return marker;
}

/** What an entry of a table of contents has in common with the heading it stands for. */
const entryKey = (block: Block): string => headingKey(collapse(block.text).replace(PAGE, ""));

/** Whether a block is the document's title and no more: one without a title goes by its first words, and says those too. */
const isTitleLine = (block: Block, title: string, version: string | undefined): boolean => {
  const text = collapse(block.text);
  const same = text === title || (version !== undefined && text === `${title} (${version})`);
  return same && block.type !== "item" && !states(text);
};
