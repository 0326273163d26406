/**
 * Reads a dossier as an outline: parts and codes, headings, section names, lists with their lead, sentences. It serves
 * kwalificatiedossiers and every kind that has no reader of its own.
 */
import { readCompetencies } from "../language/competencies.js";
import type { Unit, UnitKind } from "../model.js";
import type { Block } from "./blocks.js";
import { type CoverageClass, collapse, type DossierBuilder } from "./builder.js";
import { type Code, codeHeading, parentCode, parseCode } from "./codes.js";
import { readDeclaration } from "./declarations.js";
import {
  headingKey,
  headingNumber,
  isBackgroundHeading,
  isOverviewHeading,
  looksLikeTitle,
  Numbering,
  sectionOf,
} from "./headings.js";
import { sentences } from "./sentences.js";

const PART = /^(basisdeel|profieldeel)\b/iu;
const DOSSIER_LINE = /^kwalificatiedossier$/iu;
const COMPETENCIES = /^(?:De )?onderliggende competenties? (?:zijn|is|:)\s*:?\s*/iu;
/** "Voor X geldt aanvullend:", "Aanvullend geldt voor X:"; the rest of the line may be the first requirement. */
const SCOPE =
  /^(?:Voor (?:de |het |een )?([^:.]{3,120}?) geldt (?:aanvullend|ook|daarnaast)|(?:Aanvullend|Daarnaast) geldt voor (?:de |het |een )?([^:.]{3,160}?))\s*:\s*/su;

/** A line that is a heading by itself, whatever stands around it. */
export function isHeadingLine(line: string): boolean {
  return (
    DOSSIER_LINE.test(line) ||
    codeHeading(line) !== null ||
    (line.length <= 60 && PART.test(line) && !/[.,;]$/.test(line)) ||
    (sectionOf(line) !== null && looksLikeTitle(line.replace(/\s*:\s*$/, "")) && !headingNumber(line)) ||
    isScopeLine(line)
  );
}

const isScopeLine = (line: string): boolean => SCOPE.exec(line)?.[0].length === line.length;

const KIND_OF_RANK: Record<Code["rank"], UnitKind> = {
  deel: "profieldeel",
  kerntaak: "kerntaak",
  werkproces: "werkproces",
};

type Mode = "normal" | "background" | "overview";

export interface OutlineOptions {
  /** Whether the document carries codes: then plain headings between them open no units of their own. */
  coded: boolean;
}

/** Reads blocks into a builder. The blocks are those of one dossier, in order. */
export function readOutline(builder: DossierBuilder, blocks: readonly Block[], { coded }: OutlineOptions): void {
  const byCode = new Map<string, Unit>();
  let mode: Mode = "normal";
  let modeNumber: number[] | null = null;
  let numbering = new Numbering();
  // The assertions keep the compiler from narrowing what closures below assign.
  let unit = null as Unit | null;
  let part: Unit | null = null;
  /** The innermost headings by rank of their number. */
  let outline: { number: number[]; unit: Unit }[] = [];
  let section = "";
  let scope: string | undefined;
  let lead: { text: string; start: number; end: number } | null = null;
  let repeatedTitle = "";

  const mark = (block: Block, name: CoverageClass): void =>
    builder.coverage.mark(block.markerStart ?? block.start, block.end, name);
  const enter = (next: Unit | null, nextSection: string): void => {
    unit = next;
    section = nextSection;
    scope = undefined;
    lead = null;
    mode = "normal";
  };
  const currentUnit = (): Unit => {
    unit ??= builder.unit({ kind: "section", title: builder.title });
    if (section === "") section = unit.title;
    return unit;
  };

  for (const [i, block] of blocks.entries()) {
    const next = blocks[i + 1];
    const text = collapse(block.text);

    if (DOSSIER_LINE.test(text)) {
      mark(block, "headings");
      mode = "normal";
      unit = null;
      continue;
    }
    if (text === builder.title || (builder.version && text === `${builder.title} (${builder.version})`)) {
      mark(block, "headings");
      if (mode !== "overview") mode = "normal";
      continue;
    }

    const coding = block.type === "item" ? null : codeHeading(text);
    if (coding && mode !== "overview") {
      mark(block, "headings");
      const opened = openCoded(coding.code, coding.title, block);
      enter(opened, "omschrijving");
      continue;
    }
    if (text.length <= 60 && PART.test(text) && block.type !== "item" && !/[.,;]$/.test(text)) {
      // In an overview the word only heads a column; the part itself begins where prose or codes follow it.
      const basis = /^basis/iu.test(text);
      mark(block, "headings");
      if (mode === "overview" && !basis) continue;
      if (basis)
        part = byCode.get("B1") ?? addCoded({ code: "B1", origin: "inferred" }, "basisdeel", "Basisdeel", null);
      else part = null;
      enter(part, "omschrijving");
      numbering = new Numbering();
      continue;
    }

    const titled = text.replace(/\s*:\s*$/, "");
    const number = isNumbered(block, blocks[i - 1], next) ? headingNumber(fullText(block)) : null;
    const series = number ? numbering.accept(number) : null;
    const numbered = series !== null;
    const standsAlone = block.type === "line" && looksLikeTitle(titled) && (block.blanksBefore > 0 || i === 0);

    if (
      mode !== "normal" &&
      number &&
      series === "outline" &&
      (modeNumber === null || number.length <= modeNumber.length)
    ) {
      mode = "normal";
    }
    if (
      mode !== "overview" &&
      (numbered || (standsAlone && block.type !== "item")) &&
      (isBackgroundHeading(text) || isOverviewHeading(text))
    ) {
      mark(block, "headings");
      mode = isOverviewHeading(text) ? "overview" : "background";
      modeNumber = series === "outline" ? number : null;
      continue;
    }
    if (mode === "overview") {
      mark(block, "headings");
      continue;
    }

    const named = block.type !== "item" && !numbered ? sectionOf(text) : null;
    if (named && looksLikeTitle(titled) && (mode === "normal" || modeNumber === null)) {
      mark(block, "headings");
      if (unit === null || (!coded && isOwnSection(unit))) {
        enter(
          builder.unit({
            kind: named === "vakkennis" ? "vakkennis" : "section",
            title: titled,
            parent: outline.at(-1)?.unit ?? null,
          }),
          named,
        );
      } else enter(unit, named);
      continue;
    }

    if (mode === "background") {
      const leaves = standsAlone && !coded && modeNumber === null && !readDeclaration(text) && next !== undefined;
      if (!leaves) {
        harvest(text);
        mark(block, "background");
        continue;
      }
      mode = "normal";
    }

    const competencies = COMPETENCIES.exec(text);
    if (competencies) {
      mark(block, "headings");
      const { letters, unknown } = readCompetencies(text.slice(competencies[0].length));
      const target = currentUnit();
      target.competencies = [...new Set([...target.competencies, ...letters])].sort();
      for (const name of unknown) {
        builder.warn("unknown-competency", `"${name}" is not one of the 25 competencies`, place(block.start));
      }
      continue;
    }

    if (numbered || (standsAlone && next !== undefined && !(coded && unit?.code && next.type !== "item"))) {
      mark(block, "headings");
      const title = titled.replace(/^\d+(?:\.\d+)*\.?\s+/, "");
      if (title === repeatedTitle) continue;
      repeatedTitle = title;
      // A series counts on beneath the innermost heading of the outline.
      const depth = series === "outline" ? (number?.length ?? 1) : Number.POSITIVE_INFINITY;
      if (number) while ((outline.at(-1)?.number.length ?? 0) >= depth) outline.pop();
      const opened = builder.unit({
        kind:
          series === "series" && /\btaken\b/iu.test(outline.map((above) => above.unit.title).join(" "))
            ? "taak"
            : "section",
        title,
        parent: outline.at(-1)?.unit ?? part,
        ...(number ? { code: number.join(".") } : {}),
      });
      if (number && series === "outline") outline = [...outline, { number, unit: opened }];
      enter(opened, title);
      continue;
    }

    readContent(block, next);
  }

  /** The text of a block with the number that its mark took off. */
  function fullText(block: Block): string {
    return collapse(builder.text.slice(block.markerStart ?? block.start, block.end));
  }

  /** A numbered line that reads as a heading: a title, and not one of a run of numbered items. */
  function isNumbered(block: Block, previous: Block | undefined, next: Block | undefined): boolean {
    const own = fullText(block);
    if (headingNumber(own) === null || !looksLikeTitle(collapse(block.text)) || block.lines.length > 2) return false;
    if (block.marker === undefined) return true;
    const inRun = (other: Block | undefined): boolean =>
      other?.marker !== undefined && /^\d/.test(other.marker) && headingNumber(fullText(other)) !== null;
    return (
      !inRun(next) &&
      !(inRun(previous) && previous?.lines.at(-1)?.text === fullText(previous as Block) && block.blanksBefore === 0)
    );
  }

  function readContent(block: Block, next: Block | undefined): void {
    const raw = builder.text.slice(block.start, block.end);
    let start = block.start;
    const scoped = SCOPE.exec(raw);
    if (scoped) {
      scope = collapse((scoped[1] ?? scoped[2]) as string);
      lead = null;
      builder.coverage.mark(block.markerStart ?? block.start, block.start + scoped[0].length, "headings");
      start += scoped[0].length;
      if (start >= block.end) return;
    }
    const target = currentUnit();
    if (block.type === "item") {
      const whole = collapse(builder.text.slice(start, block.end));
      if (harvest(whole)) {
        mark(block, "background");
        return;
      }
      builder.coverage.mark(block.markerStart ?? start, start, "statements");
      add(target, start, block.end, lead?.text);
      return;
    }
    const body = builder.text.slice(start, block.end);
    const ranges = sentences(body);
    lead = null;
    for (const [j, [a, b]] of ranges.entries()) {
      const sentence = collapse(body.slice(a, b));
      if (harvest(sentence)) {
        builder.coverage.mark(start + a, start + b, "background");
        continue;
      }
      if (j === ranges.length - 1 && /:$/.test(sentence) && next?.type === "item") {
        lead = { text: sentence, start: start + a, end: start + b };
        builder.coverage.mark(start + a, start + b, "statements");
        continue;
      }
      add(target, start + a, start + b, undefined);
    }
  }

  function add(target: Unit, start: number, end: number, leadText: string | undefined): void {
    builder.statement({
      unit: target,
      section: section || target.title,
      start,
      end,
      ...(leadText ? { lead: leadText } : {}),
      ...(scope ? { scope } : {}),
    });
  }

  /** Takes a declaration out of the running text; true if the sentence is one. */
  function harvest(sentence: string): boolean {
    const declaration = readDeclaration(sentence);
    if (declaration === null) return false;
    if (declaration !== "pronouns") {
      builder.declaredSynonyms.push({ term: declaration.term, members: declaration.members, statement: null });
    }
    return true;
  }

  function place(at: number): number {
    return builder.coverage.repaired.mapped.toSource(at, at)[0];
  }

  function addCoded(
    code: { code: string; origin: Unit["codeOrigin"] },
    kind: UnitKind,
    title: string,
    parent: Unit | null,
  ): Unit {
    const opened = builder.unit({ kind, title, code: code.code, codeOrigin: code.origin, parent });
    byCode.set(code.code, opened);
    return opened;
  }

  function openCoded(code: Code, title: string, block: Block): Unit {
    const known = byCode.get(code.code);
    if (known && (title === "" || headingKey(known.title) === headingKey(title))) return known;
    if (known && code.rank !== "deel" && code.doubtful === false) {
      builder.warn("code-twice", `${code.code} stands twice with different titles`, place(block.start));
    }
    const kind = code.rank === "deel" && code.code.startsWith("B") ? "basisdeel" : KIND_OF_RANK[code.rank];
    let above: Unit | null = null;
    const parent = parentCode(code.code);
    if (parent) {
      above = byCode.get(parent) ?? openCoded({ ...(parseCode(parent) as Code), origin: "repaired" }, "", block);
      if (above.codeOrigin === "repaired" && above.title === "") above.codeOrigin = "inferred";
    }
    const opened = addCoded(code, kind, title, above);
    if (code.rank === "deel") part = opened;
    return opened;
  }

  /** A unit that a section name opened, so that the next section name opens another beside it. */
  function isOwnSection(candidate: Unit): boolean {
    return candidate.code === null && sectionOf(candidate.title) !== null;
  }
}
