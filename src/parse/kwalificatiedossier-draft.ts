/**
 * A kwalificatiedossier, read in order: parts, kerntaken and werkprocessen with their sections, additions for one
 * profile, competencies. Headings that got lost leave drafts without a code; the overview settles those later.
 */
import { readCompetencies } from "../language/competencies.js";
import { mboLevel } from "../language/levels.js";
import type { Level, UnitKind } from "../model.js";
import type { Block } from "./blocks.js";
import { type CoverageClass, collapse, type DossierBuilder } from "./builder.js";
import { type Code, codeHeading, codeWithinPart, parseCode } from "./codes.js";
import { type Declaration, readDeclarations } from "./declarations.js";
import { speaks } from "./generic-headings.js";
import { headingKey, headingNumber, isBackgroundHeading, looksLikeTitle, sectionOf } from "./headings.js";
import { isMatrixHeading, isTableHead, lettered, listedTitle, numberedHeading } from "./kwalificatiedossier-older.js";
import { requirements } from "./requirements.js";
import { isScopeLine, readScope } from "./scope.js";
import { sentences } from "./sentences.js";
import { opensList } from "./stems.js";

export interface Piece {
  /** Range in the repaired text. */
  start: number;
  end: number;
  section: string;
  lead?: string;
  scope?: string;
}

export interface Draft {
  kind: UnitKind;
  rank: "deel" | "kerntaak" | "werkproces" | "section";
  /** As its heading has it; null where the heading has none or is lost. */
  code: Code | null;
  /** Empty where the heading is lost. */
  title: string;
  parent: Draft | null;
  children: Draft[];
  /** The code that its parts say it has, where its own heading has none. */
  said: string | null;
  pieces: Piece[];
  competencies: Set<string>;
  /** Names of the sections met so far. */
  sections: Set<string>;
  /** Where it begins in the repaired text. */
  at: number;
  level?: Level;
}

export interface Drafts {
  /** In the order of the document; those without content and without parts of their own are left out. */
  drafts: Draft[];
  /** What its words stand for, by its own notes. */
  declared: Declaration[];
}

const DOSSIER_LINE = /^(?:kwalificatiedossier|keuzedeel)(?: mbo)?$/iu;
const PART = /^(basisdeel|profieldeel)(?:\s*[:(–-].*|\s+P\s?\d.*)?$/iu;
const LEVEL_LINE = /^(?:mbo[\s-]*)?niveau(?:\s*:?\s*([1-4]))?$/iu;
/**
 * Headings (folded) over what states no requirement of the profession: what the law asks, where a qualification leads,
 * which dossiers an elective part goes with, what holds for every programme alike.
 */
const ASIDE =
  /^(?:(?:wettelijke )?beroepsvereisten|branchevereisten|loopbaanperspectief|niveau van de beroepsuitoefening|trends en innovaties|detaillering.*|doorstroom.*|generieke? (?:onderdelen|onderdeel|deel|kwalificatie-?eisen)|algemene informatie|gekoppeld aan(?: .*)?|relevantie van .*|aard van (?:het )?keuzedeel|studielast|(?:mbo-?)?certifica(?:at|ten).*|diploma.*|wijzigingen.*|brondocumenten.*|referentiedocumenten|ondertekening.*|bijlagen?)$/;
/** Sections that only keuzedelen have. */
const DESCRIBES_PART = /^beschrijving van (?:het|dit) keuzedeel$/;
const NOTHING = /^(?:nee|ja|geen|n\.?\s?v\.?\s?t\.?|niet van toepassing|[-–—])\.?$/iu;

/** Section names that can open a line whose text follows at once: behind a colon, or in the next column. */
const LABEL =
  /^(?:\|\s*)?\**((?:omschrijving|beschrijving|(?:gewenst )?resultaat|gedrag|complexiteit|verantwoordelijkheid(?: en zelfstandigheid)?|vakkennis(?: en vaardigheden)?|context|typering van het beroep|typerende beroepshouding|resultaat van de beroepengroep))\**(?:\s*:\**\s+|\s*\t+\s*|\s{3,}|\s*\|\s*)(?=\S)/iu;
const MARK = /^[-–—•▪●§*]\s*(?=\p{L})/u;
/** The line of competencies, at the start of a block and within one. */
const COMPETENCIES =
  /^(?:de\s+)?(?:onderliggende\s+)?competenties?(?:\s+(?:zijn|is))?(?:\s*:\s*|\t+\s*|\s{3,}|\s*\|\s*)/iu;
const COMPETENCIES_WITHIN = /(?:\bDe\s+)?\bonderliggende\s+competenties?\s+(?:zijn|is)\s*:?\s*/iu;
/** Longest line that can be the title of a kerntaak or werkproces. */
const MAX_TITLE = 150;

/** Whether a line opens the basisdeel or a profieldeel. */
export const isPartLine = (line: string): boolean => line.length <= 90 && PART.test(line) && !/[.,;]$/.test(line);

/** "Resultaat:   De planten …", "Competenties   K, L": the name of a section with its text behind it. */
export const opensWithLabel = (line: string): boolean => LABEL.test(line) || COMPETENCIES.test(line);

/** "K1-W2 Verpot planten": the heading of a werkproces whose code leaves out the deel. */
export const isWerkprocesWithinPart = (line: string): boolean =>
  line.length <= MAX_TITLE && codeWithinPart(line, null)?.code.rank === "werkproces";

/** Lines that stand alone in a kwalificatiedossier, beside those of every kind. */
export function isKwalificatieHeading(line: string): boolean {
  const key = line.length <= 70 ? headingKey(line) : "";
  return (
    PART.test(line) ||
    LEVEL_LINE.test(line) ||
    (line.length <= MAX_TITLE && (codeWithinPart(line, null)?.title ?? "") !== "") ||
    numberedHeading(line) !== null ||
    isMatrixHeading(line) ||
    isTableHead(line) ||
    lettered(line) !== null ||
    ((ASIDE.test(key) || DESCRIBES_PART.test(key)) && looksLikeTitle(line.replace(/\s*:\s*$/, "")))
  );
}

/** Bold marks of Markdown around a whole line. */
const plain = (text: string): string => /^\*\*(.+?)\*\*:?$/u.exec(text)?.[1] ?? text;

/** Names of sections by rank, for what stands under a heading before the first section. */
const DEFAULT_SECTION: Record<Draft["rank"], string> = {
  deel: "typering",
  kerntaak: "omschrijving",
  werkproces: "omschrijving",
  section: "",
};

/**
 * Reads the blocks of one dossier.
 * @param overviews ranges of block numbers that only list what the dossier holds
 */
export function readDrafts(
  builder: DossierBuilder,
  blocks: readonly Block[],
  overviews: readonly [number, number][],
): Drafts {
  return new DraftReader(builder, blocks).read(overviews);
}

class DraftReader {
  private readonly builder: DossierBuilder;
  private readonly blocks: readonly Block[];
  private readonly drafts: Draft[] = [];
  private readonly declared: Declaration[] = [];
  /** Number of stars → whether a word has been marked with them. */
  private readonly starred: Set<number>;
  /** Whether werkprocessen have plain numbers. */
  private readonly older: boolean;
  /** Whether codes leave out the deel they stand in. */
  private readonly codesWithinPart: boolean;
  /** Whether werkprocessen are described at all, so that a title above one can be told. */
  private readonly describesWork: boolean;
  private readonly byCode = new Map<string, Draft>();
  private readonly byTitle = new Map<string, Draft>();
  private kerntaak: Draft | null = null;
  private werkproces: Draft | null = null;

  private part: Draft | null = null;
  private unit: Draft | null = null;
  private section = "";
  private scope: string | undefined;
  private lead: string | null = null;
  /** "front" until the dossier proper begins. */
  private mode: "front" | "text" | "aside" | "matrix" = "front";
  /** Where in the table of competencies of an older dossier; null outside it. */
  private table: "head" | "components" | "knowledge" | null = null;
  /** What the block before was. */
  private last: "heading" | "text" = "text";
  /** Blocks already read by the one before them. */
  private skip = 0;

  constructor(builder: DossierBuilder, blocks: readonly Block[]) {
    this.builder = builder;
    this.blocks = blocks;
    this.starred = new Set(
      blocks.flatMap((block) =>
        block.text.includes("*")
          ? [...block.text.matchAll(/[\p{L})](\*{1,4})(?!\*)/gu)].map((match) => (match[1] as string).length)
          : [],
      ),
    );
    this.older = blocks.some((block) => numberedHeading(collapse(block.text))?.code.rank === "werkproces");
    this.codesWithinPart = blocks.some((block) => isWerkprocesWithinPart(collapse(block.text)));
    this.describesWork = blocks.some((block) => block.type === "line" && sectionOf(collapse(block.text)) === "gedrag");
  }

  read(overviews: readonly [number, number][]): Drafts {
    let listed = 0;
    for (let i = 0; i < this.blocks.length; i++) {
      const block = this.blocks[i] as Block;
      while (listed < overviews.length && i >= (overviews[listed] as [number, number])[1]) listed++;
      if (i >= (overviews[listed]?.[0] ?? this.blocks.length)) {
        this.mark(block, "headings");
        continue;
      }
      this.block(block, i);
      i += this.skip;
      this.skip = 0;
    }
    const holds = new Set<Draft>();
    for (const draft of this.drafts) {
      const used =
        draft.pieces.length > 0 || draft.competencies.size > 0 || draft.code !== null || draft.level !== undefined;
      if (used) for (let at: Draft | null = draft; at; at = at.parent) holds.add(at);
    }
    return {
      drafts: this.drafts.filter((draft) => holds.has(draft) || draft.kind === "basisdeel"),
      declared: this.declared,
    };
  }

  private block(block: Block, i: number): void {
    const text = plain(collapse(block.text));
    const { title, version } = this.builder;
    const named = (text === title || (version && text === `${title} (${version})`)) && codeHeading(text) === null;
    if (DOSSIER_LINE.test(text) || named) {
      this.mark(block, "headings");
      if (DOSSIER_LINE.test(text)) {
        this.enter(null, "");
        this.mode = "front";
      }
      return;
    }
    if (block.type === "row" && this.tableHead(block, i)) return;
    if (this.matrixLine(block, i, text) || this.tableLine(block, text)) return;
    if (
      this.codeLine(block, i, text) ||
      this.partLine(block, text) ||
      this.levelLine(block, i, text) ||
      this.asideLine(block, text) ||
      this.sectionLine(block, i, text) ||
      this.titleLine(block, i, text)
    ) {
      return;
    }
    if (this.mode !== "text") {
      this.outside(block, text);
      return;
    }
    if (this.heading(block, i, text)) return;
    this.content(block, i);
  }

  /** Before the dossier proper, and under headings that state no requirement. */
  private outside(block: Block, text: string): void {
    const numbered = block.type === "item" && /^\d/.test(block.marker ?? "") && block.lines.length === 1;
    const heading = (block.type === "line" || numbered) && looksLikeTitle(text);
    this.harvest(text);
    this.mark(block, heading || NOTHING.test(text) ? "headings" : "background");
  }

  /** The head of a table of Markdown, and the line under it. */
  private tableHead(block: Block, i: number): boolean {
    const line = (other: Block | undefined): boolean => other?.type === "row" && /^[|\s:-]+$/.test(other.text);
    if (!line(block) && !line(this.blocks[i + 1])) return false;
    this.mark(block, line(block) ? "furniture" : "headings");
    return true;
  }

  /** The matrix of an older dossier, up to where a werkproces is described: titles and marks, no requirements. */
  private matrixLine(block: Block, i: number, text: string): boolean {
    if (isMatrixHeading(text)) {
      this.mark(block, "headings");
      this.mode = "matrix";
      return true;
    }
    if (this.mode !== "matrix") return false;
    const rank = numberedHeading(text)?.code.rank;
    if (rank === "werkproces" || ASIDE.test(headingKey(text)) || sectionOf(text) === "omschrijving") {
      this.mode = "text";
      return false;
    }
    if (rank === "kerntaak") this.codeLine(block, i, text);
    else this.mark(block, "headings");
    this.mode = "matrix";
    return true;
  }

  /** The table of competencies under a werkproces of an older dossier: their components are names, not requirements. */
  private tableLine(block: Block, text: string): boolean {
    if (this.unit?.rank !== "werkproces" || this.mode !== "text") return false;
    const letter = block.type === "item" ? null : lettered(text);
    if (letter !== null) {
      this.unit.competencies.add(letter);
      this.table = "components";
    } else if (isTableHead(text)) this.table = "head";
    else if (this.table === "head" && /^(?:indicator|vakkennis)$/.test(sectionOf(text) ?? "")) this.table = "head";
    else if (this.table === "components" && block.type === "item") this.table = "components";
    else {
      if (this.table === "knowledge" && block.type === "item") this.section = "vakkennis";
      else if (this.table !== null && this.table !== "head" && sectionOf(text) === null && !numberedHeading(text)) {
        this.section = "indicator";
        this.table = "knowledge";
      }
      return false;
    }
    this.mark(block, "headings");
    return true;
  }

  private codeLine(block: Block, i: number, text: string): boolean {
    if (block.type === "item" || block.type === "row") return false;
    const found =
      numberedHeading(text) ??
      codeHeading(text) ??
      this.bareProfile(text, i) ??
      (this.codesWithinPart ? this.withinPart(text) : null) ??
      (this.older ? this.listed(text) : null);
    if (!found) return false;
    this.mark(block, "headings");
    let { title } = found;
    const next = this.blocks[i + 1];
    // The code on a line of its own, its title on the next.
    if (title === "" && next && next.type === "line" && next.heading === undefined && this.isTitle(next)) {
      title = collapse(next.text);
      this.mark(next, "headings");
      this.skip = 1;
    }
    this.openCoded(found.code, plain(title), block);
    return true;
  }

  /** "P1 Begeleider" without a colon: a heading where the description of a profile follows at once. */
  private bareProfile(text: string, i: number): { code: Code; title: string } | null {
    const code = parseCode(text);
    const next = this.blocks[i + 1];
    if (code?.rank !== "deel" || !next) return null;
    const title = text.slice(code.length).trim();
    const follows = collapse(next.text);
    const opens =
      LEVEL_LINE.test(follows) ||
      sectionOf(follows) === "typering" ||
      parseCode(follows)?.parent === code.code ||
      (this.codesWithinPart && codeWithinPart(follows, null) !== null);
    return opens && looksLikeTitle(title) ? { code, title } : null;
  }

  /** A title of the list of werkprocessen under the name of its kerntaak. */
  private listed(text: string): { code: Code; title: string } | null {
    const found = listedTitle(text);
    return found !== null && found.code.parent === this.kerntaak?.code?.code && this.mode === "text" ? found : null;
  }

  private withinPart(text: string): { code: Code; title: string } | null {
    const open = this.part;
    return codeWithinPart(text, open?.code?.code ?? open?.said ?? (open?.kind === "basisdeel" ? "B1" : null));
  }

  private partLine(block: Block, text: string): boolean {
    if (block.type === "item" || !isPartLine(text)) return false;
    this.mark(block, "headings");
    const kind = /^basis/iu.test(text) ? "basisdeel" : "profieldeel";
    // Behind the word no colon is needed: "Profieldeel P1 Molenaar".
    const named = codeHeading(
      text.replace(/^\S+\s*[:(–-]?\s*/u, "").replace(/^([BP]\s?\d)\)?[\s:–-]+(?=\p{Lu})/u, "$1: "),
    );
    if (named) {
      this.openCoded(named.code, named.title, block);
      return true;
    }
    // A page may repeat the name of the part that is open.
    if (kind === "basisdeel" && this.part?.kind === kind) return true;
    this.part = this.add({ kind, rank: "deel", title: text, at: block.start });
    this.enter(this.part, DEFAULT_SECTION.deel);
    return true;
  }

  private levelLine(block: Block, i: number, text: string): boolean {
    const match = LEVEL_LINE.exec(text);
    if (!match) return false;
    const next = this.blocks[i + 1];
    const digit = match[1] ?? (next ? /^[1-4]$/.exec(collapse(next.text))?.[0] : undefined);
    if (digit === undefined) return false;
    this.mark(block, "headings");
    if (match[1] === undefined && next) {
      this.mark(next, "headings");
      this.skip = 1;
    }
    const level = mboLevel(Number(digit), `${text.replace(/\s*:?\s*[1-4]?$/, "")} ${digit}`);
    if (level && this.part) this.part.level = level;
    else if (level) this.builder.level = level;
    return true;
  }

  private asideLine(block: Block, text: string): boolean {
    if (text.length > 90) return false;
    const key = headingKey(text);
    const numberedItem = block.type === "item" && /^\d/.test(block.marker ?? "");
    if (block.type !== "line" && !numberedItem) return false;
    if (!ASIDE.test(key) && !isBackgroundHeading(text)) return false;
    this.mark(block, "headings");
    this.scope = undefined;
    this.lead = null;
    this.mode = "aside";
    return true;
  }

  private sectionLine(block: Block, i: number, text: string): boolean {
    if (block.type === "item" && block.heading === undefined) return false;
    const whole = DESCRIBES_PART.test(headingKey(text)) ? "typering" : sectionOf(text);
    if (whole !== null && block.lines.length <= 2 && looksLikeTitle(text.replace(/\s*:\s*$/, ""))) {
      this.mark(block, "headings");
      this.openSection(whole, text.replace(/\s*:\s*$/, ""), block);
      return true;
    }
    const raw = this.builder.text.slice(block.start, block.end);
    // The bar that closes a row of a table.
    const end = block.type === "row" ? block.end - (/\s*\|$/.exec(raw)?.[0].length ?? 0) : block.end;
    const label = LABEL.exec(raw);
    const named = label ? sectionOf(label[1] as string) : null;
    if (!label || !named || (this.mode === "front" && this.unit === null)) return false;
    const markerStart = block.start + label[0].length;
    this.builder.coverage.mark(block.start, markerStart, "headings");
    this.openSection(named, label[1] as string, block);
    // In the next column a list can begin at once.
    this.builder.coverage.mark(end, block.end, "headings");
    const bullet = MARK.exec(this.builder.text.slice(markerStart, end))?.[0];
    const start = markerStart + (bullet?.length ?? 0);
    if (start >= end) return true;
    const rest = { ...block, start, end, text: this.builder.text.slice(start, end) };
    if (bullet) this.content({ ...rest, type: "item", marker: bullet.trim(), markerStart }, i);
    else this.content({ ...rest, type: block.type === "row" ? "paragraph" : block.type }, i);
    return true;
  }

  /** The title of a werkproces or kerntaak that has no code: what stands above its first section. */
  private titleLine(block: Block, i: number, text: string): boolean {
    const next = this.blocks[i + 1];
    if (!next || next.type === "item" || !this.isTitle(block) || isScopeLine(text)) return false;
    const follows = collapse(next.text);
    const section = sectionOf(follows);
    // The name of a profile stands above its level.
    if (LEVEL_LINE.test(follows) && this.part?.kind === "profieldeel") {
      this.mark(block, "headings");
      if (this.part.code === null && this.isUnused(this.part)) this.part.title = text;
      else this.part = this.add({ kind: "profieldeel", rank: "deel", title: text, at: block.start });
      this.enter(this.part, DEFAULT_SECTION.deel);
      return true;
    }
    if (section !== "omschrijving" && section !== "complexiteit") return false;
    if (
      this.part === null &&
      this.unit === null &&
      this.mode === "front" &&
      section === "omschrijving" &&
      !this.describesWork
    )
      return false;
    this.mark(block, "headings");
    const empty =
      this.unit !== null && this.unit.code !== null && this.unit.title === "" && this.unit.pieces.length === 0;
    if (empty && this.unit) {
      this.unit.title = text;
      return true;
    }
    const title = text.replace(/^(?:\d{1,2}(?:\.\d{1,2})*\.?|[a-z][.)])\s+/u, "");
    if (section === "omschrijving") this.enter(this.addWerkproces(title, block.start), DEFAULT_SECTION.werkproces);
    else
      this.enter(
        this.add({ kind: "kerntaak", rank: "kerntaak", title, parent: this.part, at: block.start }),
        DEFAULT_SECTION.kerntaak,
      );
    return true;
  }

  private isTitle(block: Block): boolean {
    const text = collapse(block.text);
    return (
      (block.type === "line" || block.type === "paragraph") &&
      block.lines.length <= 3 &&
      text.length <= MAX_TITLE &&
      looksLikeTitle(text.slice(0, 100)) &&
      !/[.!?;:,]$/.test(text) &&
      !speaks(text) &&
      sectionOf(text) === null &&
      parseCode(text) === null &&
      !COMPETENCIES.test(text) &&
      !PART.test(text) &&
      !LEVEL_LINE.test(text) &&
      !NOTHING.test(text)
    );
  }

  /** Other headings of a part ("Beroepsspecifieke onderdelen"): they name, but hold nothing of their own. */
  private heading(block: Block, i: number, text: string): boolean {
    const listed = this.older && (this.unit === null || this.unit.sections.size === 0);
    if (this.unit !== null && this.unit.rank !== "deel" && this.unit.rank !== "section" && !listed) return false;
    const numberedItem = block.type === "item" && /^\d/.test(block.marker ?? "") && block.lines.length === 1;
    const next = this.blocks[i + 1];
    // A line by itself, or right under another heading with white space behind it.
    const under = this.last === "heading" && (next?.blanksBefore ?? 0) > 0;
    const stands = block.type === "line" && (block.blanksBefore > 0 || block.heading !== undefined || under);
    // A chapter ends the list of what it comes after.
    const chapter = listed && (numberedItem || headingNumber(text) !== null);
    if (!next || !(numberedItem || stands || chapter) || !looksLikeTitle(text) || text.length > 70) return false;
    if (numberedItem && next.type === "item" && /^\d/.test(next.marker ?? "")) return false;
    if (chapter) this.enter(null, "");
    this.mark(block, "headings");
    this.scope = undefined;
    this.lead = null;
    return true;
  }

  private openCoded(code: Code, title: string, block: Block): void {
    const key = headingKey(title);
    const last = this.byCode.get(code.code);
    const known = this.byTitle.get(`${code.code} ${key}`) ?? (key === "" || last?.title === "" ? last : undefined);
    if (known && !code.doubtful) {
      if (known.title === "") known.title = title;
      if (known.rank === "deel") this.part = known;
      this.enter(
        known,
        this.unit === known ? this.section : (known.pieces.at(-1)?.section ?? DEFAULT_SECTION[known.rank]),
      );
      return;
    }
    const rank = code.rank;
    if (rank === "deel") {
      const kind = code.code.startsWith("B") ? "basisdeel" : code.code.startsWith("P") ? "profieldeel" : "section";
      // The name of the part may stand above its code: "Profieldeel", then "P1: …".
      const open =
        this.part && this.part.code === null && this.part.kind === kind && this.isUnused(this.part) ? this.part : null;
      if (open) {
        Object.assign(open, { code, title: title || open.title, at: block.start });
        this.register(open, code);
      }
      this.part = open ?? this.add({ kind, rank, code, title, at: block.start });
      this.enter(this.part, DEFAULT_SECTION.deel);
      return;
    }
    const kind = rank;
    const parent = rank === "kerntaak" ? this.partOf(code) : this.kerntaakOf(code);
    this.enter(this.add({ kind, rank, code, title, parent, at: block.start }), DEFAULT_SECTION[rank]);
  }

  private isUnused(draft: Draft): boolean {
    return draft.pieces.length === 0 && draft.children.length === 0;
  }

  /** The part that holds a kerntaak: the one with its code, or the one that is open and has none yet. */
  private partOf(code: Code): Draft | null {
    const letter = code.code.charAt(0);
    // Plainly numbered kerntaken belong to the part they stand in.
    if (code.parent === null) return this.part;
    const known = this.byCode.get(code.parent ?? "");
    if (known) {
      this.part = known;
      return known;
    }
    const kind = letter === "B" ? "basisdeel" : letter === "P" ? "profieldeel" : null;
    return this.part?.kind === kind && this.part.code === null && (this.part.said ?? code.parent) === code.parent
      ? this.part
      : null;
  }

  private kerntaakOf(code: Code): Draft | null {
    const known = this.byCode.get(code.parent ?? "");
    if (known) return known;
    // The heading of the kerntaak was lost just before.
    const last = this.kerntaak;
    return last && last.code === null && last.parent === this.part && (last.said ?? code.parent) === code.parent
      ? last
      : null;
  }

  /** Opens a section in the unit that is open, or a unit whose heading was lost. */
  private openSection(section: string, title: string, block: Block): void {
    const unit = this.unit;
    const inPart = this.part !== null;
    const seen = (name: string): boolean => unit?.sections.has(name) === true;
    let target = unit;
    if (section === "omschrijving" && inPart && unit?.rank !== "section") {
      if (unit?.rank !== "werkproces" || seen("omschrijving") || seen("gedrag"))
        target = this.addWerkproces("", block.start);
    } else if (
      section === "resultaat" &&
      unit?.rank === "werkproces" &&
      seen("resultaat") &&
      seen("gedrag") &&
      /^resultaat$/iu.test(title)
    ) {
      target = this.addWerkproces("", block.start);
    } else if (section === "complexiteit" && inPart && (unit?.rank !== "kerntaak" || seen("complexiteit"))) {
      target = this.addKerntaak(block.start);
    } else if (section === "verantwoordelijkheid" && inPart && unit?.rank === "werkproces" && seen("gedrag")) {
      target = this.addKerntaak(block.start);
    } else if (
      section === "typering" &&
      unit &&
      (unit.rank === "kerntaak" || unit.rank === "werkproces") &&
      /beroep/iu.test(title) &&
      !/beroepengroep/iu.test(title)
    ) {
      this.part = this.add({ kind: "profieldeel", rank: "deel", title: "Profieldeel", at: block.start });
      target = this.part;
    }
    target ??= this.add({
      kind: section === "vakkennis" ? "vakkennis" : "section",
      rank: "section",
      title,
      at: block.start,
    });
    // Sections of their own stand beside each other, not within the one before.
    if (target.rank === "section" && target === unit && target.title !== title) {
      target = this.add({
        kind: section === "vakkennis" ? "vakkennis" : "section",
        rank: "section",
        title,
        at: block.start,
      });
    }
    target.sections.add(section);
    this.enter(target, section);
  }

  private addWerkproces(title: string, at: number): Draft {
    const inPart = this.kerntaak && (this.part === null || this.kerntaak.parent === this.part) ? this.kerntaak : null;
    const last = this.werkproces;
    const parent = last && inPart && last.at > inPart.at ? last.parent : inPart;
    return this.add({ kind: "werkproces", rank: "werkproces", title, parent: parent ?? this.addKerntaak(at), at });
  }

  private addKerntaak(at: number): Draft {
    return this.add({ kind: "kerntaak", rank: "kerntaak", title: "", parent: this.part, at });
  }

  private add(fields: Pick<Draft, "kind" | "rank" | "title" | "at"> & Partial<Draft>): Draft {
    const draft: Draft = {
      code: null,
      parent: null,
      children: [],
      said: null,
      pieces: [],
      competencies: new Set(),
      sections: new Set(),
      ...fields,
    };
    this.drafts.push(draft);
    if (draft.parent) {
      draft.parent.children.push(draft);
      draft.parent.said ??= draft.code?.parent ?? null;
    }
    if (draft.code && !draft.code.doubtful) this.register(draft, draft.code);
    if (draft.rank === "kerntaak") this.kerntaak = draft;
    if (draft.rank === "werkproces") this.werkproces = draft;
    return draft;
  }

  private register(draft: Draft, code: Code): void {
    this.byCode.set(code.code, draft);
    this.byTitle.set(`${code.code} ${headingKey(draft.title)}`, draft);
  }

  private enter(unit: Draft | null, section: string): void {
    this.unit = unit;
    this.section = section;
    this.scope = undefined;
    this.lead = null;
    this.mode = "text";
    this.table = null;
  }

  private current(): Draft {
    this.unit ??= this.add({ kind: "section", rank: "section", title: this.builder.title, at: 0 });
    if (this.section === "") this.section = this.unit.rank === "section" ? "typering" : DEFAULT_SECTION[this.unit.rank];
    return this.unit;
  }

  private content(block: Block, i: number): void {
    const raw = this.builder.text.slice(block.start, block.end);
    const from = block.markerStart ?? block.start;
    if (this.isNote(block, i)) {
      this.harvest(collapse(raw.replace(/^\*+/, "")));
      this.builder.coverage.mark(from, block.end, "background");
      return;
    }
    let start = block.start;
    const scoped = readScope(raw);
    if (scoped) {
      this.scope = scoped.scope;
      this.lead = null;
      this.builder.coverage.mark(from, start + scoped.length, "headings");
      start += scoped.length;
      if (start >= block.end) return;
    }
    const body = this.builder.text.slice(start, block.end);
    const named = body.includes("ompetentie") || body.includes("OMPETENTIE");
    const competencies = named ? (COMPETENCIES.exec(body) ?? COMPETENCIES_WITHIN.exec(body)) : null;
    if (!competencies) {
      this.statements(block, start, block.end, i);
      return;
    }
    const at = start + competencies.index;
    if (body.slice(0, competencies.index).trim() !== "")
      this.statements(block, start, trimEnd(this.builder.text, at), i);
    this.competencies(block, at, at + competencies[0].length, i);
  }

  /** Reads a line of competencies into the unit, over the blocks that go on with it. */
  private competencies(block: Block, at: number, listStart: number, i: number): void {
    const unit = this.current();
    const [first] = sentences(this.builder.text.slice(listStart, block.end));
    const stop = first ? listStart + first[1] : block.end;
    let list = this.builder.text.slice(listStart, stop);
    this.builder.coverage.mark(at, stop, "headings");
    let read = readCompetencies(list);
    let next = stop >= block.end ? i + 1 : this.blocks.length;
    for (; next < this.blocks.length; next++) {
      const more = this.blocks[next] as Block;
      if (
        more.heading !== undefined ||
        more.text.length > 200 ||
        parseCode(more.text) ||
        isScopeLine(collapse(more.text)) ||
        sectionOf(collapse(more.text))
      )
        break;
      const open =
        list.trim() === "" ||
        /,\s*$/.test(list) ||
        read.unknown.length > 0 ||
        /^\p{Ll}/u.test(more.text) ||
        more.type === "item";
      const longer = `${list}${more.type === "item" && list.trim() !== "" ? ", " : " "}${more.text}`;
      const both = readCompetencies(longer);
      if (!open || both.unknown.length > 0 || both.letters.length <= read.letters.length) break;
      list = longer;
      read = both;
      this.mark(more, "headings");
      this.skip++;
    }
    for (const letter of read.letters) unit.competencies.add(letter);
    for (const name of read.unknown) {
      if (NOTHING.test(name)) continue;
      this.builder.warn("unknown-competency", `"${name}" is not one of the 25 competencies`, this.place(at));
    }
    this.lead = null;
    if (stop < block.end) this.statements({ ...block, type: "paragraph" }, stop, block.end, i);
  }

  private statements(block: Block, start: number, end: number, i: number): void {
    this.last = "text";
    const unit = this.current();
    const { coverage } = this.builder;
    if (block.type === "item" || block.type === "row") {
      coverage.mark(block.markerStart ?? start, start, "statements");
      this.piece(unit, start, end, this.lead ?? undefined);
      return;
    }
    const body = this.builder.text.slice(start, end);
    const ranges = requirements(body);
    this.lead = null;
    for (const [j, [a, b]] of ranges.entries()) {
      const sentence = collapse(body.slice(a, b));
      if (this.harvest(sentence)) coverage.mark(start + a, start + b, "background");
      else if (j === ranges.length - 1 && this.blocks[i + 1]?.type === "item" && opensList(sentence, true)) {
        this.lead = sentence;
        coverage.mark(start + a, start + b, "statements");
      } else this.piece(unit, start + a, start + b);
    }
  }

  private piece(unit: Draft, start: number, end: number, lead?: string): void {
    unit.pieces.push({
      start,
      end,
      section: this.section,
      ...(lead ? { lead } : {}),
      ...(this.scope ? { scope: this.scope } : {}),
    });
    unit.sections.add(this.section);
  }

  /** A note under the text: it opens with the stars that a word before it carries. */
  private isNote(block: Block, i: number): boolean {
    const stars = block.marker === "*" ? 1 : (/^\*{1,4}(?=\s*[\p{L}‘'"“])(?!\*)/u.exec(block.text)?.[0].length ?? 0);
    if (stars === 0 || /\*\*/.test(block.text.slice(stars))) return false;
    if (stars === 1) {
      const bulleted = (other: Block | undefined): boolean =>
        other?.marker === "*" && readDeclarations(collapse(other.text)) === null;
      if (bulleted(this.blocks[i - 1]) || bulleted(this.blocks[i + 1])) return false;
    }
    return this.starred.has(stars) || readDeclarations(collapse(block.text)) !== null;
  }

  /** Takes a declaration out of the text; true if the text is one. */
  private harvest(text: string): boolean {
    const found = readDeclarations(text);
    this.declared.push(...(found ?? []));
    return found !== null;
  }

  private mark(block: Block, name: CoverageClass): void {
    this.last = name === "headings" ? "heading" : "text";
    this.builder.coverage.mark(block.markerStart ?? block.start, block.end, name);
  }

  private place(at: number): number {
    return this.builder.coverage.repaired.mapped.toSource(at, at)[0];
  }
}

function trimEnd(text: string, end: number): number {
  while (end > 0 && /\s/.test(text[end - 1] as string)) end--;
  return end;
}
