/** Reads kwalificatiedossiers, files of anchor points taken from them, and keuzedelen. */
import { readLevel } from "../language/levels.js";
import type { Level, Unit, UnitKind } from "../model.js";
import type { Block } from "./blocks.js";
import { collapse, type DossierBuilder } from "./builder.js";
import { codeHeading, compareCodes, parentCode } from "./codes.js";
import { readGeneric } from "./generic.js";
import { sectionOf } from "./headings.js";
import { type Draft, isPartLine, isWerkprocesWithinPart, readDrafts } from "./kwalificatiedossier-draft.js";
import { numberedHeading } from "./kwalificatiedossier-older.js";
import { type Codes, type ProfileName, profileNames, type Settled, settle } from "./kwalificatiedossier-resolve.js";
import { type Overview, type OverviewEntry, readOverview } from "./overview.js";
import { overviewRanges } from "./overview-range.js";
import { isMisspelling, letterKey, Readings, titleSimilarity } from "./titles.js";

const SECTIONS = new Set(["omschrijving", "resultaat", "gedrag", "complexiteit", "verantwoordelijkheid"]);
/** Two readings of one title; less alike, they are two titles. */
const SAME = 0.6;
/** More names than this are no spellings of a few profiles. */
const MAX_SCOPES = 200;

/** What only dossiers of this kind have: codes, parts, the sections of kerntaken and werkprocessen. */
function belongsToKind(block: Block): boolean {
  const text = collapse(block.text);
  if (block.type === "item" || block.type === "row") return false;
  return (
    codeHeading(text) !== null ||
    numberedHeading(text) !== null ||
    isWerkprocesWithinPart(text) ||
    isPartLine(text) ||
    SECTIONS.has(sectionOf(text) ?? "")
  );
}

/** Reads the blocks of one dossier into a builder. */
export function readKwalificatiedossier(builder: DossierBuilder, blocks: readonly Block[]): void {
  // A text of another kind, read as one: nothing of it may be lost.
  if (!blocks.some(belongsToKind)) {
    readGeneric(builder, blocks);
    return;
  }
  const ranges = overviewRanges(blocks);
  const overview = readOverview(
    ranges.flatMap(([start, end]) => blocks.slice(start, end).flatMap((block) => block.lines)),
  );
  const { drafts, declared } = readDrafts(builder, blocks, ranges);
  const place = (draft: Draft): number => builder.coverage.repaired.mapped.toSource(draft.at, draft.at)[0];
  const codes = settle(builder, drafts, overview, place);
  const names = profileNames(builder, drafts, overview, codes);
  const own = builder.text.slice(blocks[0]?.start, blocks.at(-1)?.end);
  const writer = new Writer(builder, own, drafts, overview, codes, names);
  writer.units();
  writer.statements();
  builder.declaredSynonyms.push(...declared.map(({ term, members }) => ({ term, members, statement: null })));
  builder.level ??= dossierLevel(builder, drafts, names);
}

class Writer {
  private readonly builder: DossierBuilder;
  private readonly drafts: readonly Draft[];
  private readonly overview: Overview;
  private readonly codes: Codes;
  private readonly names: ReadonlyMap<string, ProfileName>;
  private readonly made = new Map<Draft, Unit>();
  private readonly byCode = new Map<string, Unit>();
  private readonly draftOf = new Map<string, Draft>();
  private readonly readings: Readings;
  /** All readings of titles that have the same letters. */
  private readonly twins = new Map<string, string[]>();

  constructor(
    builder: DossierBuilder,
    text: string,
    drafts: readonly Draft[],
    overview: Overview,
    codes: Codes,
    names: ReadonlyMap<string, ProfileName>,
  ) {
    this.builder = builder;
    this.drafts = drafts;
    this.overview = overview;
    this.codes = codes;
    this.names = names;
    this.readings = new Readings(text);
    for (const draft of drafts) {
      const code = codes.get(draft)?.code;
      if (code && !this.draftOf.has(code)) this.draftOf.set(code, draft);
    }
    for (const title of [
      ...drafts.map((draft) => draft.title),
      ...[...overview.values()].map((entry) => entry.title),
    ]) {
      const key = letterKey(title);
      const list = this.twins.get(key);
      if (!list) this.twins.set(key, [title]);
      else if (!list.includes(title) && list.length < MAX_SCOPES) list.push(title);
    }
  }

  /** The units described, in the order of the document; those that are only listed stand where their code belongs. */
  units(): void {
    const listed = [...this.overview.values()]
      .filter((entry) => !this.draftOf.has(entry.code))
      .sort((a, b) => compareCodes(a.code, b.code));
    let next = 0;
    for (const draft of this.drafts) {
      const code = this.codes.get(draft)?.code;
      while (code && next < listed.length && compareCodes((listed[next] as OverviewEntry).code, code) < 0)
        this.ensure((listed[next++] as OverviewEntry).code);
      this.unitOf(draft);
    }
    for (const entry of listed.slice(next)) this.ensure(entry.code);
    const lost = [...this.overview.values()].filter(
      (entry) => entry.title === "" && entry.rank === "werkproces" && !this.draftOf.has(entry.code),
    );
    if (lost.length > 0)
      this.builder.warn("overview-title", `no title was found for ${lost.map((entry) => entry.code).join(", ")}`);
  }

  private unitOf(draft: Draft): Unit {
    const known = this.made.get(draft);
    if (known) return known;
    const settled = this.codes.get(draft);
    const parent = draft.parent ? this.unitOf(draft.parent) : this.parentOf(settled);
    const level = draft.level ?? (settled ? this.names.get(settled.code)?.level : undefined);
    const unit = this.builder.unit({
      kind: draft.kind,
      title: this.titleOf(draft, settled) || this.byName(draft.kind, settled?.code),
      code: settled?.code ?? null,
      codeOrigin: settled?.origin ?? null,
      parent,
      ...(level ? { level } : {}),
    });
    unit.competencies = [...draft.competencies].sort();
    this.made.set(draft, unit);
    if (settled && !this.byCode.has(settled.code)) this.byCode.set(settled.code, unit);
    return unit;
  }

  private parentOf(settled: Settled | undefined): Unit | null {
    const parent = settled ? parentCode(settled.code) : null;
    return parent ? this.ensure(parent) : null;
  }

  /** The unit with a code: as described, as listed, or concluded from the codes of its parts. */
  private ensure(code: string): Unit {
    const known = this.byCode.get(code);
    if (known) return known;
    const draft = this.draftOf.get(code);
    if (draft) return this.unitOf(draft);
    const entry = this.overview.get(code);
    const parent = parentCode(code);
    const deel = parent === null;
    const name = this.names.get(code);
    const kind = kindOf(code);
    const unit = this.builder.unit({
      kind,
      title: (deel ? (name?.title ?? "") : this.better(entry?.title ?? "")) || this.byName(kind, code),
      code,
      codeOrigin: entry?.origin ?? "inferred",
      parent: parent ? this.ensure(parent) : null,
      ...(name?.level ? { level: name.level } : {}),
    });
    this.byCode.set(code, unit);
    return unit;
  }

  /** What a unit goes by that nothing names: its kind and code; the part of a keuzedeel is the keuzedeel itself. */
  private byName(kind: UnitKind, code: string | undefined): string {
    if (kind === "section") return this.builder.title;
    const name = kind.charAt(0).toUpperCase() + kind.slice(1);
    return kind === "basisdeel" || !code ? name : `${name} ${code}`;
  }

  private titleOf(draft: Draft, settled: Settled | undefined): string {
    const entry = settled ? this.overview.get(settled.code) : undefined;
    if (draft.rank === "deel") {
      const named = draft.code !== null ? draft.title : "";
      const known =
        (settled && this.names.get(settled.code)?.title) || (draft.kind === "profieldeel" ? "" : draft.title);
      return named || known || draft.title;
    }
    if (!entry || entry.title === "")
      return draft.title === "" && draft.rank === "werkproces" ? this.opening(draft) : this.better(draft.title);
    if (draft.title === "") return this.better(entry.title);
    if (titleSimilarity(draft.title, entry.title) >= SAME) return this.better(draft.title, entry.title);
    this.builder.warn("title-differs", `${settled?.code ?? ""} has another title than in the overview`);
    return this.better(draft.title);
  }

  /** The least damaged reading of a title, those of others with the same letters among them. */
  private better(...titles: string[]): string {
    return this.readings.best(titles.flatMap((title) => [title, ...(this.twins.get(letterKey(title)) ?? [])]));
  }

  /** A werkproces whose title nothing tells goes by its first words. */
  private opening(draft: Draft): string {
    const [first] = draft.pieces;
    if (!first) return "";
    return `${this.builder.text.slice(first.start, first.end).split(/\s+/).slice(0, 8).join(" ")} …`;
  }

  /** The statements in the order of the document. */
  statements(): void {
    const scopes = this.scopes();
    const all = this.drafts.flatMap((draft) => draft.pieces.map((piece) => ({ draft, piece })));
    all.sort((a, b) => a.piece.start - b.piece.start);
    for (const { draft, piece } of all) {
      const { scope, ...rest } = piece;
      this.builder.statement({
        ...rest,
        unit: this.unitOf(draft),
        ...(scope ? { scope: scopes.get(scope) ?? scope } : {}),
      });
    }
  }

  /** Spellings of whom additions hold for: as the profile is called, else the least damaged. */
  private scopes(): Map<string, string> {
    const counts = new Map<string, number>();
    for (const draft of this.drafts)
      for (const { scope } of draft.pieces) if (scope) counts.set(scope, (counts.get(scope) ?? 0) + 1);
    const titles = [...this.byCode.values()]
      .filter((unit) => unit.kind === "profieldeel" && unit.title !== "")
      .map((unit) => unit.title);
    const frequent = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([scope]) => scope);
    const out = new Map<string, string>();
    if (frequent.length > MAX_SCOPES) return out;
    for (const scope of frequent) {
      const known = [...titles, ...new Set(out.values())].find((other) => isMisspelling(scope, other));
      const others = frequent.filter((other) => isMisspelling(scope, other) || isMisspelling(other, scope));
      out.set(scope, known ?? this.readings.best(others));
    }
    return out;
  }
}

/** The kind of unit that a code names. */
function kindOf(code: string): UnitKind {
  if (code.includes("-W")) return "werkproces";
  if (code.includes("-K")) return "kerntaak";
  return code.startsWith("B") ? "basisdeel" : code.startsWith("P") ? "profieldeel" : "section";
}

/** The level of the dossier: that of the profiles described, else of all its profiles, where they agree. */
function dossierLevel(
  builder: DossierBuilder,
  drafts: readonly Draft[],
  names: ReadonlyMap<string, ProfileName>,
): Level | null {
  const own = drafts.flatMap((draft) => (draft.level ? [draft.level] : []));
  const list = own.length > 0 ? own : [...names.values()].flatMap(({ level }) => (level ? [level] : []));
  const [first, ...rest] = list;
  if (first) return rest.every((level) => level.nlqf === first.nlqf) ? first : null;
  return readLevel(builder.title, { bareIsMbo: true });
}
