import { sharedSettings } from "../corpus/index.js";
import { GENERATOR } from "../generator.js";
import type { Corpus, Dossier, Features, Generator, Settings, Skipped, Statement, Unit } from "../model.js";
import { Scorer } from "../similarity/index.js";
import { dossierFeatures, statementLevels } from "../text/index.js";
import { type Relation, statementRelation, unitRelation } from "./align-relation.js";
import { type AlignUnit, type AlignUnitKind, LOOKS, type SameRank, sameRank, UnitScores } from "./align-units.js";
import { assign, type Edge } from "./assignment.js";
import { type CompareOptions, compareSettings } from "./counterparts.js";
import { type Evidence, explain } from "./evidence.js";
import { higherSide, levelDifferences } from "./level-order.js";
import { rowScores } from "./row-scores.js";
import { SelectionError } from "./selection-error.js";

/** Two counterparts. */
export interface AlignPair {
  /** Ids of the units or statements. */
  a: string;
  b: string;
  /** Of the units; for statements those of the units that hold them. */
  aCode: string | null;
  bCode: string | null;
  aTitle: string;
  bTitle: string;
  /** Of statements; null in a corpus without text. */
  aText?: string | null;
  bText?: string | null;
  /** 0..1. */
  score: number;
  /** Read from a to b: "broader" means that b asks all that a asks, and more. */
  relation: Relation;
  /** Of units: the expected share of what one asks for that the other asks too, 0..1. */
  aInB?: number;
  bInA?: number;
  /** What carried the score, strongest first. */
  evidence: Evidence[];
}

/** A unit without a counterpart. */
export interface LoneUnit {
  id: string;
  code: string | null;
  title: string;
}

/** A statement without a counterpart. */
export interface LoneStatement {
  id: string;
  text: string | null;
}

export interface AlignResult {
  schema: "ankerpunt/align@1";
  generator: Generator;
  settings: Settings;
  pairs: AlignPair[];
  onlyA: (LoneUnit | LoneStatement)[];
  onlyB: (LoneUnit | LoneStatement)[];
  /** Ids of units of the same rank that hold no statements: they are not paired. */
  empty: { a: string[]; b: string[] };
  skipped: Skipped[];
}

export const ALIGN_BY = ["unit", "statement"] as const;

export interface AlignOptions extends CompareOptions {
  by?: (typeof ALIGN_BY)[number];
  /** Pair the units of the rank of this kind; by default the lowest rank that both sides have. */
  unitKind?: AlignUnitKind;
  /** Pairs of ids of a and b that may not be made. */
  forbidden?: readonly (readonly [string, string])[];
  /** Pairs of ids of a and b that are made whatever their score; neither gets another counterpart. */
  fixed?: readonly (readonly [string, string])[];
  /** Ids of a, and of b, that get no counterpart. */
  alone?: { a: readonly string[]; b: readonly string[] };
}

/**
 * Least score of two units that are each other's counterpart: where right and wrong pairs part best in six pairs of
 * documents that were read first (37 pairs to be found; see DESIGN.md).
 */
export const UNIT_THRESHOLD = 0.34;

interface Side {
  id: string;
  code: string | null;
  title: string;
  text?: string | null;
}

interface Problem {
  a: Side[];
  b: Side[];
  edges: Edge[];
  least: number;
  scoreOf: (a: number, b: number) => number;
  describe: (
    a: number,
    b: number,
    score: number,
  ) => Omit<AlignPair, keyof Side | "a" | "b" | "score" | "aCode" | "bCode" | "aTitle" | "bTitle">;
}

/**
 * The best one-to-one assignment of the units (or statements) of two corpora, and what is left on both sides.
 * A counterpart must be worth having: pairs below the threshold in the settings are not made, and none is made at the
 * cost of a better one.
 * @returns pairs in the order of a; `broader` and the like are read from a to b
 * @throws SelectionError if the two have no rank of units in common, or not the kind named
 * @throws ReadError if the two were made with different settings
 */
export function align(a: Corpus, b: Corpus, options: AlignOptions = {}): AlignResult {
  return alignment(a, b, options).result;
}

/** An alignment that can say of any two sides what they are to each other, paired or not. */
export interface Alignment {
  result: AlignResult;
  /** Whether a unit or statement of a (or b) takes part. */
  has: (side: "a" | "b", id: string) => boolean;
  /** Two of them as if they were paired; null if one does not take part. */
  pair: (a: string, b: string) => AlignPair | null;
}

/** As {@link align}. */
export function alignment(a: Corpus, b: Corpus, options: AlignOptions = {}): Alignment {
  const corpus = sharedSettings([a, b]) ?? {};
  const by = options.by ?? "unit";
  const { threshold, weights } = compareSettings(options);
  const rank = by === "unit" ? ranked(a, b, options.unitKind) : null;
  const least = rank ? (options.threshold ?? UNIT_THRESHOLD) : threshold;
  const problem = rank ? unitProblem(rank, least, weights) : statementProblem(a, b, least, weights);
  const places = { a: placesOf(problem.a), b: placesOf(problem.b) };
  const chosen = decided(problem, places, options);
  const [inA, inB] = [new Set(chosen.map((edge) => edge.a)), new Set(chosen.map((edge) => edge.b))];
  const lone = (sides: Side[], paired: Set<number>): (LoneUnit | LoneStatement)[] =>
    sides
      .filter((_, i) => !paired.has(i))
      .map(({ id, code, title, text }) => (text === undefined ? { id, code, title } : { id, text }));
  const described = ({ a: i, b: j, score }: Edge): AlignPair => {
    const [left, right] = [problem.a[i] as Side, problem.b[j] as Side];
    return {
      a: left.id,
      b: right.id,
      aCode: left.code,
      bCode: right.code,
      aTitle: left.title,
      bTitle: right.title,
      ...(left.text === undefined ? {} : { aText: left.text, bText: right.text ?? null }),
      score,
      ...problem.describe(i, j, score),
    };
  };
  return {
    result: {
      schema: "ankerpunt/align@1",
      generator: GENERATOR,
      settings: {
        corpus,
        by,
        kinds: rank ? [...rank.kinds] : null,
        threshold: least,
        weights: { ...weights },
        looks: rank ? { ...LOOKS } : null,
        rarity: "background",
      },
      pairs: chosen.map(described),
      onlyA: lone(problem.a, inA),
      onlyB: lone(problem.b, inB),
      empty: { a: rank?.a.empty ?? [], b: rank?.b.empty ?? [] },
      skipped: [...a.skipped, ...b.skipped],
    },
    has: (side, id) => places[side].has(id),
    pair: (left, right) => {
      const [i, j] = [places.a.get(left), places.b.get(right)];
      return i === undefined || j === undefined ? null : described({ a: i, b: j, score: problem.scoreOf(i, j) });
    },
  };
}

const placesOf = (sides: readonly Side[]): Map<string, number> => new Map(sides.map(({ id }, i) => [id, i]));

function ranked(a: Corpus, b: Corpus, kind: AlignUnitKind | undefined): SameRank {
  const found = sameRank(a.dossiers, b.dossiers, kind);
  if (found) return found;
  throw new SelectionError(
    kind === undefined
      ? "no units to pair: the two have no rank of units with statements in common (statements can be paired with --by statement)"
      : `no units to pair: not both have units with statements in the rank of "${kind}"`,
  );
}

/** The assignment with what was decided beforehand in it. */
function decided(
  problem: Problem,
  { a: at, b: bt }: Record<"a" | "b", Map<string, number>>,
  { forbidden = [], fixed = [], alone }: AlignOptions,
): Edge[] {
  const taken = { a: new Set(alone?.a.map((id) => at.get(id))), b: new Set(alone?.b.map((id) => bt.get(id))) };
  const made: Edge[] = [];
  for (const [left, right] of fixed) {
    const [i, j] = [at.get(left), bt.get(right)];
    if (i === undefined || j === undefined) continue;
    made.push({ a: i, b: j, score: problem.scoreOf(i, j) });
    taken.a.add(i);
    taken.b.add(j);
  }
  const barred = new Set(forbidden.map(([left, right]) => `${at.get(left)} ${bt.get(right)}`));
  const free = problem.edges.filter(({ a, b }) => !taken.a.has(a) && !taken.b.has(b) && !barred.has(`${a} ${b}`));
  return [...made, ...assign(free, problem.least)].sort((x, y) => x.a - y.a || x.b - y.b);
}

const unitSide = ({ unit }: AlignUnit): Side => ({ id: unit.id, code: unit.code, title: unit.title });

function unitProblem({ a, b }: SameRank, least: number, weights: CompareOptions["weights"]): Problem {
  const scores = new UnitScores(a.units, b.units, weights ?? {});
  const edges: Edge[] = [];
  for (let i = 0; i < a.units.length; i++) {
    for (let j = 0; j < b.units.length; j++) {
      const { score } = scores.likeness(i, j);
      if (score >= least) edges.push({ a: i, b: j, score });
    }
  }
  return {
    a: a.units.map(unitSide),
    b: b.units.map(unitSide),
    edges,
    least,
    scoreOf: (i, j) => scores.likeness(i, j).score,
    describe: (i, j) => {
      const { score: likeness, aInB, bInA, title } = scores.likeness(i, j);
      const [left, right] = [a.units[i] as AlignUnit, b.units[j] as AlignUnit];
      return {
        relation: unitRelation(aInB, bInA, likeness),
        aInB,
        bInA,
        evidence: [
          ...(title === null ? [] : [{ kind: "title" as const, score: title }]),
          ...scores
            .pairs(i, j)
            .slice(0, MAX_EVIDENCE)
            .map(({ a: k, b: l, score }) => ({
              kind: "statements" as const,
              a: left.statements[k]?.id ?? "",
              b: right.statements[l]?.id ?? "",
              score,
            })),
        ],
      };
    },
  };
}

/** Most pairs of statements shown as evidence for a pair of units. */
const MAX_EVIDENCE = 5;

interface Entry {
  statement: Statement;
  features: Features;
  unit: Unit | undefined;
}

function entries(dossiers: readonly Dossier[]): Entry[] {
  return dossiers.flatMap((dossier) => {
    const units = new Map(dossier.units.map((unit) => [unit.id, unit]));
    const own = dossierFeatures(dossier);
    return dossier.statements.map((statement, i) => ({
      statement,
      features: own[i] as Features,
      unit: units.get(statement.unit),
    }));
  });
}

const statementSide = ({ statement, unit }: Entry): Side => ({
  id: statement.id,
  code: statement.code ?? unit?.code ?? null,
  title: unit?.title ?? "",
  text: statement.text,
});

function statementProblem(a: Corpus, b: Corpus, least: number, weights: CompareOptions["weights"]): Problem {
  const [left, right] = [entries(a.dossiers), entries(b.dossiers)];
  const others = right.map((entry) => entry.features);
  const scorer = new Scorer(others, weights);
  const rowOf = (i: number): Float64Array => rowScores(scorer, left[i]?.features as Features, others);
  const edges: Edge[] = [];
  for (let i = 0; i < left.length; i++) {
    for (const [j, score] of rowOf(i).entries()) if (score >= least && score > 0) edges.push({ a: i, b: j, score });
  }
  return {
    a: left.map(statementSide),
    b: right.map(statementSide),
    edges,
    least,
    scoreOf: (i, j) => rowOf(i)[j] ?? 0,
    describe: (i, j, score) => {
      const [x, y] = [left[i]?.features as Features, right[j]?.features as Features];
      const levels = levelDifferences(
        statementLevels(left[i]?.statement as Statement),
        statementLevels(right[j]?.statement as Statement),
      );
      return {
        relation: statementRelation(x, y, score, higherSide(levels)),
        evidence: [...explain(x, y), ...levels.map((level): Evidence => ({ kind: "level", ...level }))],
      };
    },
  };
}
