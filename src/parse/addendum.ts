/** Addendum: what is added to a profile of an occupation: its taken, vakkennis and competencies, with who they hold for. */
import { fold } from "../language/fold.js";
import type { Unit } from "../model.js";
import { repairText } from "../repair/index.js";
import { findHeadings, type Heading, type TakenOverview, type Topic, topicOf } from "./addendum-headings.js";
import { readAddition } from "./addendum-scope.js";
import { type CoverageClass, collapse, type DossierBuilder } from "./builder.js";
import { readDeclarations } from "./declarations.js";
import { readGeneric } from "./generic.js";
import { looksLikeTitle, sectionOf } from "./headings.js";
import { bareItems, type Line, linesOf, type Passage, passages } from "./lines.js";
import type { KindReader } from "./reader.js";
import { requirements } from "./requirements.js";

/** A label that opens the text on its own line: "Toelichting De begeleider …". */
const LABEL = /^(Toelichting|Omschrijving|Beschrijving|Definitie)(?:\s*:\s*|\s+)(?=["'‘“(]?\p{Lu})/u;
const SECTION_OF_LABEL: Record<string, string> = { Toelichting: "toelichting" };
/** A line this full is not the last one of its paragraph. */
const FULL = 0.9;

export const addendum: KindReader = {
  read: (builder, blocks) => {
    const { lines, width } = linesOf(builder.text, blocks);
    const { headings, overview } = findHeadings(lines);
    // Without any of its own chapters it is an outline like any other.
    if (!headings.some(({ kind }) => kind === "taak" || kind === "competentie")) {
      readGeneric(builder, blocks);
      return;
    }
    new AddendumReader(builder, lines, width, overview).read(headings);
  },
};

class AddendumReader {
  private readonly builder: DossierBuilder;
  private readonly lines: readonly Line[];
  private readonly width: number;
  private readonly overview: TakenOverview;

  private topic: Topic | null = null;
  private chapter: { title: string; unit: Unit | null; implied?: boolean } | null = null;
  private unit: Unit | null = null;
  private section = "";
  /** The sections whose names stand above what is read, without text between them. */
  private readonly sections: string[] = [];
  private readonly groups = new Map<string, Unit>();
  /** The kerntaak whose taken are read. */
  private kerntaak: Unit | null = null;
  private readonly found = new Map<string, Unit>();

  constructor(builder: DossierBuilder, lines: readonly Line[], width: number, overview: TakenOverview) {
    this.builder = builder;
    this.lines = lines;
    this.width = width;
    this.overview = overview;
  }

  read(headings: readonly Heading[]): void {
    this.content(0, headings[0]?.first ?? this.lines.length, headings[0]);
    for (const [i, heading] of headings.entries()) {
      const next = headings[i + 1];
      for (const line of this.lines.slice(heading.first, heading.last)) this.mark(line.start, line.end, "headings");
      this.open(heading);
      this.content(heading.last, next?.first ?? this.lines.length, next);
    }
    this.checkOverview();
    this.harvestNotes();
  }

  private open(heading: Heading): void {
    const { title } = heading;
    if (heading.kind !== "section") this.sections.length = 0;
    switch (heading.kind) {
      case "chapter":
        this.topic = heading.topic;
        this.chapter = { title, unit: null };
        this.unit = null;
        this.section = heading.topic === "knowledge" ? "vakkennis" : (sectionOf(title) ?? title);
        break;
      case "part":
        this.unit = this.builder.unit({ kind: "section", title, parent: this.chapterUnit() });
        this.section = title;
        break;
      case "section":
        this.section = heading.section;
        this.sections.push(heading.section);
        // Without a chapter around it a section is a unit of its own.
        if (this.topic === null || this.topic === "background" || this.chapter?.implied) {
          this.topic = "profile";
          this.chapter = { title, unit: null, implied: true };
        }
        if (this.topic === "profile") this.unit = this.chapter?.unit ?? null;
        break;
      case "group":
        if (this.topic === "knowledge") {
          this.unit = this.builder.unit({ kind: "vakkennis", title });
          this.section = "vakkennis";
        } else {
          this.topic = "taken";
          this.unit = this.group(title);
          this.section = title;
        }
        break;
      case "taak":
        this.topic = "taken";
        this.openTaak(heading);
        break;
      case "competentie":
        this.topic = "competencies";
        this.openCompetentie(heading);
        break;
      case "entry":
        break;
    }
  }

  private chapterUnit(): Unit | null {
    if (this.chapter === null) return null;
    this.chapter.unit ??= this.builder.unit({ kind: "section", title: this.chapter.title });
    return this.chapter.unit;
  }

  private group(title: string): Unit {
    const key = fold(title);
    const known = this.groups.get(key);
    if (known) return known;
    const unit = this.builder.unit({ kind: "taakgebied", title });
    this.groups.set(key, unit);
    return unit;
  }

  private knowledge(): Unit {
    return this.builder.unit({ kind: "vakkennis", title: this.chapter?.title ?? "Vakkennis en vaardigheden" });
  }

  private openTaak({ unit: kind, number, code, origin, title, first }: Heading & { kind: "taak" }): void {
    this.section = "taak";
    const known = this.found.get(`${kind} ${number}`);
    if (known && fold(known.title) === fold(title)) {
      this.unit = known; // a heading repeated after a page break
      return;
    }
    if (known) this.warn("code-twice", `${kind} ${code} stands twice with different titles`, first);
    const current = this.unit?.kind === "taakgebied" ? this.unit.title : this.groupOf(this.unit);
    const group = this.overview.get(number)?.group ?? current;
    const over = kind === "taak" ? this.kerntaak : null;
    const unit = this.builder.unit({
      kind,
      title,
      parent: group === null ? over : this.group(group),
      code,
      codeOrigin: origin,
    });
    this.unit = unit;
    if (kind === "kerntaak") this.kerntaak = unit;
    this.found.set(`${kind} ${number}`, unit);
    if (origin === "repaired") this.warn("taak-number", `the number of ${kind} ${code} was misread`, first);
    if (this.overview.size > 0 && !this.overview.has(number)) {
      this.warn("not-in-overview", `${kind} ${code} is not in the overview`, first);
    }
  }

  private groupOf(unit: Unit | null): string | null {
    for (const group of this.groups.values()) if (group.id === unit?.parent) return group.title;
    return null;
  }

  private openCompetentie({ letter, written, title, first }: Heading & { kind: "competentie" }): void {
    if (letter === null) this.warn("unknown-competency", "a competency whose name is not one of the 25", first);
    else if (written !== null && written !== letter) {
      this.warn("competency-letter", `competency ${letter} has the letter ${written}`, first);
    }
    const code = letter ?? written;
    const origin = written === code ? "source" : written === null ? "inferred" : "repaired";
    this.unit = this.builder.unit({ kind: "competentie", title, code, ...(code ? { codeOrigin: origin } : {}) });
    if (code && /^[A-Y]$/.test(code)) this.unit.competencies = [code];
    this.section = "toelichting";
  }

  /** What stands between two headings. */
  private content(from: number, to: number, next: Heading | undefined): void {
    const lines = this.lines.slice(from, to);
    if (lines.length === 0) return;
    this.between(lines, next);
    this.sections.length = 0;
  }

  private between(lines: readonly Line[], next: Heading | undefined): void {
    if (this.topic === null || this.topic === "background") {
      this.background(lines);
      return;
    }
    if (this.topic === "overview" || this.topic === "contents") {
      for (const line of lines) this.mark(line.start, line.end, "headings");
      return;
    }
    // An addition begins anew, also in the middle of what looks like one paragraph.
    const starts = lines.flatMap((line, i) => (i > 0 && /^Aanvullend\s+geldt\b/u.test(line.text) ? [i] : []));
    const found = [0, ...starts].flatMap((from, i) => passages(lines.slice(from, starts[i]), this.width));
    const bare = this.topic === "knowledge" && found.every((passage) => passage.markerStart === undefined);
    this.columns(bare ? this.listed(lines) : found, next);
  }

  /**
   * Sections whose names stand side by side, with their lists below: as many lists as names, a blank line between
   * them, are one for each.
   */
  private columns(list: readonly Passage[], next: Heading | undefined): void {
    const lists: Passage[][] = [];
    for (const passage of list) {
      const last = lists.at(-1);
      if (last && passage.blanksBefore === 0) last.push(passage);
      else lists.push([passage]);
    }
    const names = this.sections;
    if (names.length < 2 || names.length !== lists.length) {
      this.requirements(list, next);
      return;
    }
    for (const [i, own] of lists.entries()) {
      this.section = names[i] as string;
      this.requirements(own, next);
    }
  }

  /** Items of a list without marks; a sentence with a colon before them stays what it is. */
  private listed(lines: readonly Line[]): Passage[] {
    return bareItems(lines, this.width).map((item) => {
      const stem = /:$/.test(item.lines.at(-1)?.text ?? "");
      return stem ? item : { ...item, markerStart: item.start };
    });
  }

  private background(lines: readonly Line[]): void {
    for (const { start, end, text, blanksBefore } of lines) {
      const known =
        topicOf(text) === "background" && text.length <= 60 && (blanksBefore > 0 || start === lines[0]?.start);
      const title = looksLikeTitle(text) && (known || (this.topic === null && text.length <= 90));
      this.mark(start, end, title ? "headings" : "background");
    }
    const whole = collapse(lines.map((line) => line.text).join(" "));
    for (const [a, b] of requirements(whole)) this.harvest(whole.slice(a, b));
  }

  private requirements(list: readonly Passage[], next: Heading | undefined): void {
    let scope: string | undefined;
    /** An announcement that stands alone holds for the passage behind it, or for the list. */
    let awaits = false;
    let lead: string | undefined;
    for (const [i, passage] of list.entries()) {
      const item = passage.markerStart !== undefined;
      const before = list[i - 1];
      let start = passage.start;
      const label = this.label(passage);
      if (label > 0) start += label;
      const opening = readAddition(this.builder.text.slice(start, passage.end));
      if (opening) {
        scope = opening.scope;
        this.mark(start, start + opening.length, "headings");
        start += opening.length;
        awaits = start >= passage.end;
        lead = undefined;
        if (awaits) continue;
      } else if (
        scope !== undefined &&
        !awaits &&
        !(item && (before?.markerStart !== undefined || lead !== undefined)) &&
        !this.runsOn(before, passage)
      ) {
        scope = undefined;
      }
      awaits = false;
      if (!item) lead = undefined;
      const upcoming = list[i + 1];
      lead = this.passage(passage, start, { scope, once: opening?.length === 0 }, lead, upcoming, next) ?? lead;
      if (opening?.length === 0) scope = undefined;
    }
  }

  /** Length of a label that opens a passage, which sets the section. */
  private label(passage: Passage): number {
    const match = LABEL.exec(this.builder.text.slice(passage.start, passage.end));
    if (!match || this.topic !== "competencies") return 0;
    this.section = SECTION_OF_LABEL[match[1] as string] ?? "omschrijving";
    this.mark(passage.start, passage.start + match[0].length, "headings");
    return match[0].length;
  }

  /** Whether a paragraph plainly goes on behind a page break: its last line before it was full. */
  private runsOn(before: Passage | undefined, passage: Passage): boolean {
    const last = before?.lines.at(-1);
    if (!last || passage.markerStart !== undefined || last.text.length < this.width * FULL) return false;
    const { mapped, furniture } = this.builder.coverage.repaired;
    const [a, b] = [mapped.offset(last.end - 1), mapped.offset(passage.start)];
    return furniture.some(([start, end]) => start >= a && end <= b);
  }

  /**
   * The statements of one passage; returns the stem that it ends with, if it opens a list.
   * @param limits for whom they hold; `once`: the first sentence only
   */
  private passage(
    passage: Passage,
    start: number,
    { scope, once }: { scope: string | undefined; once: boolean },
    lead: string | undefined,
    upcoming: Passage | undefined,
    next: Heading | undefined,
  ): string | undefined {
    const { end, markerStart } = passage;
    const item = markerStart !== undefined;
    if (item) {
      this.mark(markerStart, passage.start, "statements");
      this.add(start, end, scope, lead);
      return undefined;
    }
    const body = this.builder.text.slice(start, end);
    const found = requirements(body);
    for (const [j, [a, b]] of found.entries()) {
      const sentence = collapse(body.slice(a, b));
      if (this.harvest(sentence)) this.mark(start + a, start + b, "background");
      else if (j === found.length - 1 && /:$/.test(sentence) && upcoming?.markerStart !== undefined) {
        this.mark(start + a, start + b, "statements");
        return sentence;
      } else if (j === found.length - 1 && /:$/.test(sentence) && upcoming === undefined && next !== undefined) {
        // It announces what the headings behind it name.
        this.mark(start + a, start + b, "headings");
      } else this.add(start + a, start + b, once && j > 0 ? undefined : scope, undefined);
    }
    return undefined;
  }

  private add(start: number, end: number, scope: string | undefined, lead: string | undefined): void {
    this.unit ??= this.topic === "knowledge" ? this.knowledge() : this.chapterUnit();
    const unit = this.unit ?? this.builder.unit({ kind: "section", title: this.builder.title });
    this.unit = unit;
    this.builder.statement({
      unit,
      section: this.section || unit.title,
      start,
      end,
      ...(lead ? { lead } : {}),
      ...(scope ? { scope } : {}),
    });
  }

  /** Every taak of the overview must be there; one that is not becomes a unit without statements. */
  private checkOverview(): void {
    for (const [number, { code, unit: kind, title, group, line }] of this.overview) {
      if (this.found.has(`${kind} ${number}`)) continue;
      this.builder.unit({
        kind,
        title,
        code,
        parent: group === null ? null : this.group(group),
      });
      const [at] = this.builder.coverage.repaired.mapped.toSource(line.start, line.end);
      this.builder.warn("not-described", `${kind} ${code} is in the overview and nowhere else`, at);
    }
  }

  private harvestNotes(): void {
    const { notes, source } = this.builder.coverage.repaired;
    for (const [start, end] of notes) {
      const note = collapse(repairText(source.slice(start, end)).mapped.text);
      for (const [a, b] of requirements(note)) this.harvest(note.slice(a, b));
    }
  }

  /** Takes what a sentence declares about words; true if it declares anything. */
  private harvest(sentence: string): boolean {
    const found = readDeclarations(sentence);
    for (const declaration of found ?? []) this.builder.declaredSynonyms.push({ ...declaration, statement: null });
    return found !== null;
  }

  private mark(start: number, end: number, name: CoverageClass): void {
    this.builder.coverage.mark(start, end, name);
  }

  private warn(code: string, message: string, line: number): void {
    const { start, end } = this.lines[line] as Line;
    this.builder.warn(code, message, this.builder.coverage.repaired.mapped.toSource(start, end)[0]);
  }
}
