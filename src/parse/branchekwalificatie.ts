/**
 * Branchekwalificatie: what a trade association expects of an occupation. A table relates its titles to NLQF scores;
 * competencies have a description and numbered indicators, each closed by a mark; tables by theme say what is known and
 * done at the level of the qualification.
 */

import { isFiniteVerb } from "../language/finite.js";
import { fold } from "../language/fold.js";
import type { Unit } from "../model.js";
import { findParts, LABEL, NUMBER, type Part } from "./branchekwalificatie-headings.js";
import { readRows } from "./branchekwalificatie-rows.js";
import { type CoverageClass, collapse, type DossierBuilder } from "./builder.js";
import { type Declaration, readDeclarations } from "./declarations.js";
import { readGeneric } from "./generic.js";
import { endsSentence, type Line, linesOf, passages } from "./lines.js";
import type { KindReader } from "./reader.js";
import { requirements } from "./requirements.js";
import { findTitle } from "./title.js";

/** A heading in which the document names the occupation. */
const TITLED =
  /^(?:[Bb]ranchekwalificatie|(?:[Bb]eroeps)?[Cc]ompetentieprofiel|[Cc]ompetenties|[Kk]walificatieprofiel)\s+(?:van\s+)?(?:(?:de|het|een)\s+)?(\p{Lu}[^.:;?]{2,60})$/u;
const ABBREVIATED = /\bafgekort (?:tot|als|met)\s+["'‘“]?(\p{Lu}(?:\.?\p{Lu}){0,5})(?!\p{L})/u;
/** Marks that close an indicator: in a column of their own, so behind a full stop, a tab or on the next line. */
const MARKS = "\\(?[Xx×✓✔√●■]\\)?(?:[ \\t]+\\(?[Xx×✓✔√●■-]\\)?)*";
const ONLY_MARK = new RegExp(`^${MARKS}$`, "u");
const CLOSING_MARK = new RegExp(`(?:(?<=[.!?;:)])\\s+|\\t\\s*|\\s{2,})${MARKS}$`, "u");
/** Behind the last word, with no sign before it: only the capital that marks are set in. */
const BARE_MARK = /\s+X(?:\s+X)*$/u;

/** What a row's label says its statements are about. */
const SECTIONS: [RegExp, string][] = [
  [/^(?:beroeps|werk)?context\b/, "context"],
  [/^(?:vak)?kennis\b/, "vakkennis"],
  [/^vaardighe(?:id|den)\b/, "vaardigheden"],
  [/\b(?:verantwoordelijkhe(?:id|den)|zelfstandigheid)\b/, "verantwoordelijkheid"],
  [/^(?:beroeps)?houding\b/, "houding"],
];
/** A statement that says what is known, not what is done. */
const KNOWS =
  /^(?:(?:heeft|bezit)\b.{0,60}\b(?:kennis|inzicht|begrip)\b|(?:kent|weet)\b|is\b.{0,20}\b(?:op de hoogte|bekend met)\b)/iu;

export const branchekwalificatie: KindReader = {
  title: (blocks, repaired) => {
    const counts = new Map<string, number>();
    for (const block of blocks) {
      for (const line of block.lines) {
        const named = TITLED.exec(collapse(line.text))?.[1];
        if (named) counts.set(named, (counts.get(named) ?? 0) + 1);
      }
    }
    const best = [...counts].sort((a, b) => b[1] - a[1])[0];
    if (best) return { title: best[0] };
    const found = findTitle(blocks, repaired, "branchekwalificatie");
    const title = found.title.replace(
      /^branchekwalificatie:?\s+(?:(?:van|voor)\s+)?(?:(?:de|het|een)\s+)?(?=\S)/iu,
      "",
    );
    return { ...found, title: title.charAt(0).toUpperCase() + title.slice(1) };
  },
  read: (builder, blocks) => {
    const { lines, width } = linesOf(builder.text, blocks);
    const parts = findParts(lines, width);
    // Without competencies and tables by theme it is an outline like any other.
    if (!parts.some(({ kind }) => kind === "competentie" || kind === "theme")) {
      readGeneric(builder, blocks);
      return;
    }
    new BranchekwalificatieReader(builder, lines, width).read(parts);
  },
};

class BranchekwalificatieReader {
  private readonly builder: DossierBuilder;
  private readonly lines: readonly Line[];
  private readonly width: number;
  /** Titles that a list of the competencies names. */
  private readonly listed = new Map<string, string>();
  private readonly found = new Set<string>();
  /** Whether indicators are closed by marks, so that a bare X behind the last word is one too. */
  private readonly marked: boolean;

  constructor(builder: DossierBuilder, lines: readonly Line[], width: number) {
    this.builder = builder;
    this.lines = lines;
    this.width = width;
    const count = (...patterns: RegExp[]): number =>
      lines.filter(({ text }) => patterns.some((pattern) => pattern.test(text))).length;
    // Where nearly every numbered item has one, it is a mark without a sign before it too.
    const bare = count(BARE_MARK);
    this.marked = count(ONLY_MARK, CLOSING_MARK) >= 3 || (bare >= 3 && bare >= count(NUMBER) * 0.8);
  }

  read(parts: readonly Part[]): void {
    this.prose(this.lines.slice(0, parts[0]?.first ?? this.lines.length), false);
    for (const [i, part] of parts.entries()) {
      const content = this.lines.slice(part.last, parts[i + 1]?.first ?? this.lines.length);
      for (const { start, end } of this.lines.slice(part.first, part.last)) this.mark(start, end, "headings");
      this.readPart(part, content);
    }
    this.setLevel();
    for (const [code, title] of this.listed) {
      if (this.found.has(code)) continue;
      this.builder.unit({ kind: "competentie", title, code });
      this.builder.warn("not-described", `competency ${code} is in the list of competencies and nowhere else`);
    }
  }

  private readPart(part: Part, content: readonly Line[]): void {
    switch (part.kind) {
      case "background":
        this.prose(content, false);
        break;
      case "scores":
        // How titles and experience relate to levels of education: an entry scheme, no requirement of the work.
        this.prose(content, false);
        break;
      case "overview":
        this.overview(content);
        break;
      case "structure":
        // Without themes it is one table itself.
        if (this.opensWithVerbs(content)) this.theme({ ...part, kind: "theme", level: null }, content);
        else this.prose(content, false);
        break;
      case "part":
        this.prose(content, true, part.title);
        break;
      case "section":
        this.prose(content, true, part.title, part.section);
        break;
      case "theme":
        this.theme(part, content);
        break;
      case "competentie":
        this.competentie(part, content);
        break;
    }
  }

  /**
   * Prose: background, unless most of its sentences speak of the professional.
   * @param open whether it can be more than background
   * @param section given where the heading says what it is: then it is not background
   */
  private prose(lines: readonly Line[], open: boolean, title = "", section?: string): void {
    const found = passages(lines, this.width);
    const ranges = found.flatMap(({ start, end }) =>
      requirements(this.builder.text.slice(start, end)).map(([a, b]): [number, number] => [start + a, start + b]),
    );
    const text = ([start, end]: [number, number]): string => collapse(this.builder.text.slice(start, end));
    const speaking = ranges.filter((range) => this.speaksOfProfessional(text(range))).length;
    const required = open && ranges.length > 0 && (section !== undefined || speaking * 2 > ranges.length);
    let unit: Unit | null = null;
    for (const { markerStart, start, end } of found)
      this.mark(markerStart ?? start, end, required ? "statements" : "background");
    for (const range of ranges) {
      if (this.harvest(text(range)) || !required) continue;
      unit ??= this.builder.unit({ kind: "section", title });
      this.builder.statement({ unit, section: section ?? title, start: range[0], end: range[1] });
    }
  }

  /** Whether at least half of the passages say what is done or known, with the verb first. */
  private opensWithVerbs(lines: readonly Line[]): boolean {
    const found = passages(lines, this.width);
    const verbal = found.filter(({ start, end }) =>
      isFiniteVerb(/^\S+/u.exec(this.builder.text.slice(start, end))?.[0] ?? ""),
    );
    return verbal.length >= 2 && verbal.length * 2 >= found.length;
  }

  private speaksOfProfessional(sentence: string): boolean {
    const [first = "", second = ""] = sentence.split(" ");
    if (isFiniteVerb(first)) return true;
    if (/^(?:zij|ze|hij)$/iu.test(first)) return isFiniteVerb(second);
    const role = fold(this.builder.title);
    return (
      /^(?:de|een)$/iu.test(first) &&
      (/^\p{Lu}{2,6}$/u.test(second) ||
        fold(sentence)
          .slice(first.length + 1)
          .startsWith(role))
    );
  }

  /** A list of the competencies; prose beneath the same heading introduces them. */
  private overview(lines: readonly Line[]): void {
    const rest: Line[] = [];
    for (const line of lines) {
      const match = /^(\d{1,2})[.)]?\s+(\p{Lu}.{2,90})$/u.exec(line.text);
      if (match && !/[.;]$/.test(line.text)) {
        this.listed.set(match[1] as string, match[2] as string);
        this.mark(line.start, line.end, "headings");
      } else rest.push(line);
    }
    this.prose(rest, false);
  }

  private theme(part: Part & { kind: "theme" }, content: readonly Line[]): void {
    const level = part.level ? { level: part.level } : {};
    const theme = this.builder.unit({ kind: "section", title: part.title, ...level });
    const { rows, unknown } = readRows(this.builder.text, content);
    for (const [start, end] of unknown) this.mark(start, end, "unparsed");
    for (const { label, statements } of rows) {
      for (const [start, end] of label?.ranges ?? []) this.mark(start, end, "headings");
      const unit = label ? this.builder.unit({ kind: "section", title: label.text, parent: theme, ...level }) : theme;
      const known = SECTIONS.find(([pattern]) => pattern.test(fold(label?.text ?? "")))?.[1];
      for (const [from, to] of statements) {
        const body = this.builder.text.slice(from, to);
        for (const [a, b] of requirements(body)) {
          const section = known ?? (KNOWS.test(body.slice(a, b)) ? "vakkennis" : "vaardigheden");
          this.builder.statement({ unit, section, start: from + a, end: from + b });
        }
      }
    }
  }

  private competentie(part: Part & { kind: "competentie" }, content: readonly Line[]): void {
    const counted = content.map((line) => NUMBER.exec(line.text)?.[1]).find((code) => code !== undefined);
    const code = part.code ?? counted ?? null;
    const origin = part.code === null ? "inferred" : "source";
    const unit = this.builder.unit({
      kind: "competentie",
      title: part.title,
      code,
      ...(code ? { codeOrigin: origin } : {}),
    });
    if (code) this.found.add(code);
    let section = "omschrijving";
    let run: Line[] = [];
    const flush = (): void => {
      if (section === "indicator") this.indicators(unit, run);
      else this.sentences(unit, section, run);
      run = [];
    };
    for (const line of content) {
      const label = LABEL.exec(line.text);
      const after = label ? line.text.slice(label[0].length) : "";
      // A label ends with a colon, or its text begins with a capital; that of the indicators has a line of its own.
      const opens = label && (label[3] !== undefined ? !/[.;]$/.test(after) : /^\s*:|^\s+\p{Lu}|^$/u.test(after));
      if (!opens) {
        run.push(line);
        continue;
      }
      flush();
      section = label[3] ? "indicator" : label[2] ? "ontwikkelbaarheid" : "omschrijving";
      const length = label[3] ? line.text.length : label[0].length + (/^\s*:?\s*/.exec(after)?.[0].length ?? 0);
      this.mark(line.start, line.start + length, "headings");
      if (length < line.text.length) {
        run.push({ ...line, start: line.start + length, text: line.text.slice(length) });
      }
    }
    flush();
  }

  private sentences(unit: Unit, section: string, lines: readonly Line[]): void {
    for (const { start, end, markerStart } of passages(lines, this.width)) {
      if (markerStart !== undefined) {
        this.mark(markerStart, start, "statements");
        this.builder.statement({ unit, section, start, end });
        continue;
      }
      const body = this.builder.text.slice(start, end);
      for (const [a, b] of requirements(body))
        this.builder.statement({ unit, section, start: start + a, end: start + b });
    }
  }

  /** Items with a number each, closed by a mark behind them or on the next line: one statement whatever its sentences. */
  private indicators(unit: Unit, lines: readonly Line[]): void {
    let item: { code: string | null; start: number; end: number } | null = null;
    let closed = true;
    const flush = (): void => {
      if (item && item.end > item.start) {
        const { code, start, end } = item;
        this.builder.statement({ unit, section: "indicator", start, end, ...(code ? { code } : {}) });
      }
      item = null;
    };
    // Heads of columns stand before the first number.
    const numbered = lines.findIndex(({ text }) => NUMBER.test(text));
    const heads = lines.slice(0, Math.max(0, numbered));
    const from = heads.some(({ text }) => endsSentence(text)) ? 0 : heads.length;
    for (const { start, end } of lines.slice(0, from)) this.mark(start, end, "headings");
    for (const line of lines.slice(from)) {
      const number = NUMBER.exec(line.text);
      const mark = ONLY_MARK.test(line.text) ? line.text : this.closingMark(line.text);
      const end = line.end - (mark?.length ?? 0);
      const bullet = number ?? (closed ? /^[-–—•*]\s*(?=\p{L})/u.exec(line.text) : null);
      if (mark !== null) this.mark(end, line.end, "statements");
      if (number || (closed && line.start < end)) {
        flush();
        const length = bullet?.[0].length ?? 0;
        this.mark(line.start, line.start + length, "statements");
        item = { code: number?.[2] ?? null, start: line.start + length, end };
      } else if (item && line.start < end)
        item = { ...(item as { code: string | null; start: number; end: number }), end };
      closed = mark !== null;
    }
    flush();
  }

  private closingMark(text: string): string | null {
    return CLOSING_MARK.exec(text)?.[0] ?? (this.marked ? (BARE_MARK.exec(text)?.[0] ?? null) : null);
  }

  /** The level of the dossier, where all its tables state the same. */
  private setLevel(): void {
    const levels = this.builder.units.flatMap((unit) => (unit.level ? [unit.level] : []));
    const [first] = levels;
    if (first && levels.every(({ nlqf, mbo }) => nlqf === first.nlqf && mbo === first.mbo)) this.builder.level = first;
  }

  /** Takes what a sentence declares about words; true if it declares anything. */
  private harvest(sentence: string): boolean {
    const found = readDeclarations(sentence) ?? this.abbreviation(sentence);
    for (const declaration of found ?? []) this.builder.declaredSynonyms.push({ ...declaration, statement: null });
    return found !== null;
  }

  /** "… is hier afgekort tot PO": what the occupation is called further on. */
  private abbreviation(sentence: string): Declaration[] | null {
    const short = ABBREVIATED.exec(sentence)?.[1];
    const at = fold(sentence).indexOf(fold(this.builder.title));
    if (!short || at < 0) return null;
    const term = sentence.slice(at, at + this.builder.title.length);
    return [{ term: at === 0 ? term.charAt(0).toLowerCase() + term.slice(1) : term, members: [short] }];
  }

  private mark(start: number, end: number, name: CoverageClass): void {
    this.builder.coverage.mark(start, end, name);
  }
}
