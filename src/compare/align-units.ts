/** The units of dossiers that can be each other's counterpart, and how alike two of them are. */
import type { Dossier, Features, Statement, Unit, UnitKind } from "../model.js";
import { roundScore, Scorer, type SignalWeights } from "../similarity/index.js";
import { dossierFeatures, features } from "../text/index.js";
import { calibrate } from "./probability.js";
import { rowScores } from "./row-scores.js";

/** Kinds of units that may be named; an indicator group is the indicators of one competency. */
export const ALIGN_UNIT_KINDS = [
  "werkproces",
  "taak",
  "indicator",
  "competentie",
  "kerntaak",
  "taakgebied",
  "competentiegebied",
] as const;
export type AlignUnitKind = (typeof ALIGN_UNIT_KINDS)[number];

/** Kinds that describe work at the same scale, the smallest first: only units of one rank are each other's counterparts. */
const RANKS: readonly (readonly AlignUnitKind[])[] = [
  ["werkproces", "taak", "indicator"],
  ["competentie"],
  ["kerntaak", "taakgebied", "competentiegebied"],
];

/** One unit with what it asks for. */
export interface AlignUnit {
  unit: Unit;
  statements: Statement[];
  features: Features[];
}

/** The units of one rank: those with statements, and the ids of those without. */
export interface RankedUnits {
  units: AlignUnit[];
  empty: string[];
}

/** The units of a rank with all statements that stand in them or under them. */
function unitsOf(dossiers: readonly Dossier[], rank: readonly AlignUnitKind[]): RankedUnits {
  const units: AlignUnit[] = [];
  const empty: string[] = [];
  for (const dossier of dossiers) {
    const all = dossierFeatures(dossier);
    const parents = new Map(dossier.units.map((unit) => [unit.id, unit.parent]));
    const wanted = (kind: UnitKind): boolean => rank.includes(kind as AlignUnitKind);
    const indicators = rank.includes("indicator");
    const holding = new Map<string, { statement: Statement; own: Features }[]>();
    for (const [i, statement] of dossier.statements.entries()) {
      const entry = { statement, own: all[i] as Features };
      for (let id: string | null = statement.unit; id !== null; id = parents.get(id) ?? null) {
        const list = holding.get(id);
        if (list) list.push(entry);
        else holding.set(id, [entry]);
      }
    }
    for (const unit of dossier.units) {
      const asGroup = indicators && unit.kind === "competentie";
      if (!wanted(unit.kind) && !asGroup) continue;
      const held = (holding.get(unit.id) ?? []).filter(
        ({ statement }) => !asGroup || (statement.unit === unit.id && statement.section === "indicator"),
      );
      if (held.length > 0) {
        units.push({ unit, statements: held.map((h) => h.statement), features: held.map((h) => h.own) });
      } else if (!asGroup) empty.push(unit.id);
    }
  }
  return { units, empty };
}

export interface SameRank {
  kinds: readonly AlignUnitKind[];
  a: RankedUnits;
  b: RankedUnits;
}

/**
 * The units of two sides in the lowest rank in which both have some with statements, or in that of the kind named.
 * @returns null if there is no such rank
 */
export function sameRank(a: readonly Dossier[], b: readonly Dossier[], kind?: AlignUnitKind): SameRank | null {
  for (const kinds of RANKS) {
    if (kind !== undefined && !kinds.includes(kind)) continue;
    const found = { kinds, a: unitsOf(a, kinds), b: unitsOf(b, kinds) };
    if (found.a.units.length > 0 && found.b.units.length > 0) return found;
  }
  return null;
}

/** Sections that say what the work is; each kind of document has its own word for them. */
const CORE = new Set(["omschrijving", "taak", "proces", "indicator"]);
const genre = (statement: Statement): string => (CORE.has(statement.section) ? "core" : statement.section);

/** What the looks at two units weigh; how they were chosen stands in DESIGN.md. */
export const LOOKS = { statements: 1, title: 1, words: 3 };

/** How alike two units are, and what it rests on. */
export interface UnitLikeness {
  /** 0..1. */
  score: number;
  /** How much of what a asks for is asked by b as well, as expected share of its statements; and the other way. */
  aInB: number;
  bInA: number;
  /** Likeness of the titles; null where one has none. */
  title: number | null;
  /** Likeness of all words together. */
  words: number;
}

/** Two statements of two units and their score. */
export interface StatementPair {
  a: number;
  b: number;
  score: number;
}

/** Scores of all units of one side against all of the other. */
export class UnitScores {
  private readonly a: readonly AlignUnit[];
  private readonly b: readonly AlignUnit[];
  /** Per unit of a, per statement: scores against all statements of b in one row. */
  private readonly statements: Float64Array[][];
  private readonly starts: number[] = [];
  private readonly titles: (Float64Array | null)[];
  private readonly words: Float64Array[];

  constructor(a: readonly AlignUnit[], b: readonly AlignUnit[], weights: SignalWeights) {
    this.a = a;
    this.b = b;
    const flat: Features[] = [];
    for (const { features: own } of b) {
      this.starts.push(flat.length);
      flat.push(...own);
    }
    const scorer = new Scorer(flat, weights);
    this.statements = a.map((unit) => unit.features.map((query) => rowScores(scorer, query, flat)));
    const titles = new Scorer(
      b.map(({ unit }) => features(unit.title)),
      weights,
    );
    this.titles = a.map(({ unit }) => (unit.title === "" ? null : titles.scores(features(unit.title))));
    const words = new Scorer(b.map(together), weights);
    this.words = a.map((unit) => words.scores(together(unit)));
  }

  private score(i: number, k: number, j: number, l: number): number {
    return this.statements[i]?.[k]?.[(this.starts[j] as number) + l] ?? 0;
  }

  /**
   * How alike two units are: the weighted mean of three looks at them. The statements: the mean score of the best
   * counterpart of each in the other, both ways. The titles, which name the work. And all words together, which see a
   * subject that is cut into statements in another way, and weigh most.
   *
   * Statements count where the other unit has their kind of section too: what is a result or a behaviour to one
   * document is not asked of another that has only descriptions. Counterparts are sought in all of the other unit.
   */
  likeness(i: number, j: number): UnitLikeness {
    const [left, right] = [this.a[i] as AlignUnit, this.b[j] as AlignUnit];
    const sections = new Set(left.statements.map(genre));
    const common = new Set(right.statements.map(genre).filter((section) => sections.has(section)));
    const counts = (statement: Statement): boolean => common.size === 0 || common.has(genre(statement));
    const there: number[] = [];
    for (const [k, statement] of left.statements.entries()) {
      if (counts(statement)) there.push(Math.max(...right.statements.map((_, l) => this.score(i, k, j, l))));
    }
    const back: number[] = [];
    for (const [l, statement] of right.statements.entries()) {
      if (counts(statement)) back.push(Math.max(...left.statements.map((_, k) => this.score(i, k, j, l))));
    }
    const title = right.unit.title === "" ? null : (this.titles[i]?.[j] ?? null);
    const words = this.words[i]?.[j] ?? 0;
    const looks: [number, number][] = [
      [LOOKS.statements, (mean(there) + mean(back)) / 2],
      [LOOKS.words, words],
      ...(title === null ? [] : [[LOOKS.title, title] as [number, number]]),
    ];
    const total = looks.reduce((sum, [weight]) => sum + weight, 0);
    const score = looks.reduce((sum, [weight, value]) => sum + weight * value, 0) / total;
    const expected = (scores: readonly number[]): number => roundScore(mean(scores.map((s) => calibrate(s).overlap)));
    return { score: roundScore(score), aInB: expected(there), bInA: expected(back), title, words };
  }

  /** Pairs of statements of two units that are each other's best counterpart, best first. */
  pairs(i: number, j: number): StatementPair[] {
    const [left, right] = [this.a[i] as AlignUnit, this.b[j] as AlignUnit];
    const best = (n: number, score: (x: number) => number): number => {
      let found = 0;
      for (let x = 1; x < n; x++) if (score(x) > score(found)) found = x;
      return found;
    };
    const out: StatementPair[] = [];
    for (let k = 0; k < left.statements.length; k++) {
      const l = best(right.statements.length, (x) => this.score(i, k, j, x));
      const score = this.score(i, k, j, l);
      if (score > 0 && best(left.statements.length, (x) => this.score(i, x, j, l)) === k)
        out.push({ a: k, b: l, score });
    }
    return out.sort((x, y) => y.score - x.score || x.a - y.a);
  }
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** All words of a unit, its title with them, as if it were one statement. */
function together({ unit, features: own }: AlignUnit): Features {
  const counts = new Map<string, number>();
  for (const { bag } of [features(unit.title), ...own]) {
    for (const [word, count] of bag) counts.set(word, (counts.get(word) ?? 0) + count);
  }
  return { hash: "", bag: [...counts].sort((x, y) => (x[0] < y[0] ? -1 : 1)) };
}
