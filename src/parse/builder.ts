import { fold } from "../language/fold.js";
import type {
  CodeOrigin,
  Coverage,
  Dossier,
  DossierKind,
  Level,
  Mark,
  Statement,
  Unit,
  UnitKind,
  Variant,
  Warning,
} from "../model.js";
import type { SourceText } from "../read/index.js";
import type { RepairedText } from "../repair/index.js";
import { readAsides } from "./asides.js";
import { Ids, slug, statementHash } from "./ids.js";

/** Where the characters of a source went. Higher wins where two claim the same character. */
export const CLASSES = ["unparsed", "background", "headings", "statements", "furniture"] as const;
export type CoverageClass = (typeof CLASSES)[number];

/** For each character of ASCII 1, or 0 where it is white. */
const INK_ASCII = Uint8Array.from({ length: 128 }, (_, c) => (/\s/.test(String.fromCharCode(c)) ? 0 : 1));

/** A run of source text of one class: a half-open range that begins at a character. */
export interface Segment {
  start: number;
  end: number;
  class: CoverageClass;
}

/** The characters of one source by class, shared by the dossiers of a file. */
export class CoverageMap {
  readonly repaired: RepairedText;
  private readonly classes: Uint8Array;
  /** No character is of a higher class than this. */
  private highest = 0;

  constructor(repaired: RepairedText) {
    this.repaired = repaired;
    this.classes = new Uint8Array(repaired.source.length);
    for (const [start, end] of repaired.notes) this.markSource(start, end, "background");
    for (const [start, end] of repaired.furniture) this.markSource(start, end, "furniture");
  }

  markSource(start: number, end: number, name: CoverageClass): void {
    const value = CLASSES.indexOf(name);
    if (value >= this.highest) {
      this.highest = value;
      this.classes.fill(value, start, end);
      return;
    }
    for (let i = start; i < end; i++) if ((this.classes[i] ?? 0) < value) this.classes[i] = value;
  }

  /** Marks a range of the repaired text; what was lifted out from between stays what it is. */
  mark(start: number, end: number, name: CoverageClass): void {
    if (this.repaired.mapped.untouched) this.markSource(start, end, name);
    else for (const [a, b] of this.parts(start, end)) this.markSource(a, b, name);
  }

  /** The pieces of source under a range of the repaired text: more than one where something was lifted out. */
  parts(start: number, end: number): [number, number][] {
    const { mapped, source } = this.repaired;
    const out: [number, number][] = [];
    if (start >= end) return out;
    if (mapped.untouched) return [[start, end]];
    let [from] = mapped.toSource(start, start + 1);
    let last = from;
    for (let i = start + 1; i < end; i++) {
      const at = mapped.offset(i);
      if (at > last + 1 && this.lifted(last + 1, at)) {
        out.push([from, trimEnd(source, from, last + 1)]);
        from = at;
        // A piece begins at its first character, not at the white space before it.
        while (from < source.length && /\s/.test(source[from] as string)) from++;
      }
      last = at;
    }
    out.push([from, mapped.toSource(start, end)[1]]);
    return out.filter(([a, b]) => b > a);
  }

  private lifted(start: number, end: number): boolean {
    const { source } = this.repaired;
    for (let i = start; i < end; i++) {
      const value = this.classes[i] ?? 0;
      if (
        value > 0 &&
        (value === CLASSES.indexOf("furniture") || value === CLASSES.indexOf("background")) &&
        /\S/.test(source[i] as string)
      ) {
        return true;
      }
    }
    return false;
  }

  /** The whole source in order as runs of one class; white space goes with what stands before it. */
  segments(): Segment[] {
    const { source } = this.repaired;
    const out: Segment[] = [];
    for (let i = 0; i < source.length; i++) {
      if (!isInk(source, i)) continue;
      const name = CLASSES[this.classes[i] ?? 0] as CoverageClass;
      const open = out.at(-1);
      if (open?.class === name) continue;
      if (open) open.end = i;
      out.push({ start: i, end: source.length, class: name });
    }
    return out;
  }

  /**
   * Counts the non-white characters of a source range by class.
   * @param sum what they are added to
   */
  count(
    start: number,
    end: number,
    sum: Coverage = { statements: 0, headings: 0, furniture: 0, background: 0, unparsed: 0 },
  ): Coverage {
    const { classes } = this;
    const { source } = this.repaired;
    // Large lists are long: runs of one class are counted with as little as possible at each character.
    let value = 0;
    let ink = 0;
    for (let i = start; i < end; i++) {
      const own = classes[i] as number;
      if (own !== value) {
        if (ink > 0) sum[CLASSES[value] as CoverageClass] += ink;
        ink = 0;
        value = own;
      }
      const c = source.charCodeAt(i);
      ink += c < 128 ? (INK_ASCII[c] as number) : isInk(source, i) ? 1 : 0;
    }
    if (ink > 0) sum[CLASSES[value] as CoverageClass] += ink;
    return sum;
  }
}

/** Whether a character is no white space (`\S`). */
function isInk(text: string, i: number): boolean {
  const c = text.charCodeAt(i);
  return c < 128 ? INK_ASCII[c] === 1 : /\S/.test(text[i] as string);
}

function trimEnd(text: string, start: number, end: number): number {
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return end;
}

export interface UnitInput {
  /** What its id is made of, where that is not the title. */
  named?: string;
  kind: UnitKind;
  title: string;
  code?: string | null;
  codeOrigin?: CodeOrigin | null;
  parent?: Unit | null;
  level?: Level;
}

export interface StatementInput {
  unit: Unit;
  section: string;
  /** The item's own number. */
  code?: string;
  level?: Level;
  /** Range in the repaired text. */
  start: number;
  end: number;
  /** The text to keep, if it is not simply the repaired text of the range with its white space made single. */
  text?: string;
  /** The pieces of its range that are its text, where something else of the statement (marks) stands between them. */
  pieces?: readonly [number, number][];
  lead?: string;
  scope?: string;
  /** Id to use as it stands (statement lists). */
  id?: string;
  /** How far it holds for each variant. */
  variants?: Record<string, Mark>;
}

/** A stop word for "nothing here": no requirement. */
const NOTHING = /^(?:n\.?\s?v\.?\s?t\.?|niet van toepassing|geen|[-–—.])\s*[.;]?$/iu;

/** Puts one dossier together; every character handed to it is accounted for in the coverage. */
export class DossierBuilder {
  readonly id: string;
  readonly title: string;
  readonly kind: DossierKind;
  readonly coverage: CoverageMap;
  readonly units: Unit[] = [];
  readonly statements: Statement[] = [];
  readonly declaredSynonyms: Dossier["declaredSynonyms"] = [];
  readonly warnings: Warning[] = [];
  level: Level | null = null;
  version: string | undefined;
  readonly variants: Variant[] = [];

  private readonly ids = new Ids();

  constructor(id: string, title: string, kind: DossierKind, coverage: CoverageMap) {
    this.id = id;
    this.title = title;
    this.kind = kind;
    this.coverage = coverage;
  }

  get text(): string {
    return this.coverage.repaired.mapped.text;
  }

  unit({ kind, title, named = title, code = null, codeOrigin = null, parent = null, level }: UnitInput): Unit {
    const name = code ? slugCode(code) : slug(named);
    // The numbers of taakgebieden begin again under each variant, and so do those of many a document of no known kind.
    const prefix = parent && (!code || kind === "taakgebied" || this.kind === "generic") ? parent.id : this.id;
    const unit: Unit = {
      id: this.ids.claim(`${prefix}/${name}`),
      code,
      codeOrigin: code ? (codeOrigin ?? "source") : null,
      kind,
      title,
      parent: parent?.id ?? null,
      ...(level ? { level } : {}),
      competencies: [],
    };
    this.units.push(unit);
    return unit;
  }

  /** Adds a statement; null (and the text counted as a heading) where it says that there is nothing. */
  statement({
    unit,
    section,
    code,
    level,
    start,
    end,
    text,
    pieces,
    lead,
    scope,
    id,
    variants,
  }: StatementInput): Statement | null {
    const value = text ?? collapse(this.text.slice(start, end));
    if (id === undefined && (NOTHING.test(value) || !/[\p{L}\p{N}]/u.test(value))) {
      this.coverage.mark(start, end, "headings");
      return null;
    }
    const parts = pieces?.flatMap(([a, b]) => this.coverage.parts(a, b)) ?? this.coverage.parts(start, end);
    const [from, to] = this.coverage.repaired.mapped.toSource(start, end);
    // In the order in which they are written. Large lists have many of these, and spreading what may be there is slow.
    const statement = {
      id: id ?? this.ids.claim(`${unit.id}/${statementHash(value)}`),
      unit: unit.id,
      section,
    } as Statement;
    if (code) statement.code = code;
    if (level) statement.level = level;
    statement.text = value;
    if (lead) statement.lead = lead;
    statement.source = parts.length > 1 ? { start: from, end: to, parts } : { start: from, end: to };
    if (scope) statement.scope = scope;
    if (variants) statement.variants = variants;
    this.statements.push(statement);
    this.coverage.mark(start, end, "statements");
    return statement;
  }

  warn(code: string, message: string, at?: number): void {
    this.warnings.push({ code, message, ...(at === undefined ? {} : { at }) });
  }

  /** What its notes declare, and what it names in passing, wherever that stands. */
  private declared(text: string): Dossier["declaredSynonyms"] {
    const out = [...this.declaredSynonyms];
    const found = readAsides(collapse(text));
    if (found.length === 0) return out;
    const places = new Map<string, string>();
    for (const statement of this.statements) {
      for (const { words } of readAsides(statement.text ?? "")) {
        if (!places.has(words)) places.set(words, statement.id);
      }
    }
    const pair = (a: string, b: string): string => [fold(a), fold(b)].sort().join("\n");
    const known = new Set(out.flatMap(({ term, members }) => members.map((member) => pair(term, member))));
    for (const { term, members, words } of found) {
      const [member = ""] = members;
      if (known.has(pair(term, member))) continue;
      known.add(pair(term, member));
      out.push({ term, members, statement: places.get(words) ?? null });
    }
    return out;
  }

  /** The dossier over its own part of the source. */
  finish(source: SourceText, start: number, end: number): Dossier {
    return {
      id: this.id,
      title: this.title,
      kind: this.kind,
      level: this.level,
      ...(this.version ? { version: this.version } : {}),
      source: {
        file: source.file,
        sha256: source.sha256,
        format: source.format,
        ...(source.pages === undefined ? {} : { pages: source.pages }),
      },
      units: this.units,
      ...(this.variants.length > 0 ? { variants: this.variants } : {}),
      statements: source.pageStarts
        ? this.statements.map((statement) => onPage(statement, source.pageStarts ?? []))
        : this.statements,
      declaredSynonyms: this.declared(source.text.slice(start, end)),
      repairs: this.coverage.repaired.repairs
        .filter((repair) => repair.start >= start && repair.start < end)
        .map(({ start: a, end: b, from, to, rule }) => ({ start: a, end: b, from, to, rule })),
      coverage: this.coverage.count(start, end),
      warnings: start === 0 ? [...(source.warnings ?? []), ...this.warnings] : this.warnings,
    };
  }
}

/** The statement with the page (from 1) that it begins on. */
function onPage(statement: Statement, starts: readonly number[]): Statement {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= statement.source.start) low = middle;
    else high = middle;
  }
  return { ...statement, source: { ...statement.source, page: low + 1 } };
}

/** White space made single; most texts have no other. */
export const collapse = (text: string): string => (UNEVEN.test(text) ? text.replace(/\s+/g, " ").trim() : text);
const UNEVEN = /[^\S ]| {2}|^ | $/;
const slugCode = (code: string): string => code.toLowerCase().replace(/[^a-z0-9.]+/g, "-");
