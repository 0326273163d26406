/** Scores of statements held against judged pairs. */
import { calibrate, DEFAULT_THRESHOLD, type MatchOptions, match } from "../compare/index.js";
import type { Corpus, Dossier, Statement } from "../model.js";
import { ReadError } from "../read/index.js";
import { roundScore } from "../similarity/index.js";
import { dossierFeatures } from "../text/index.js";
import { type KappaWeights, kappaOf } from "./agreement.js";
import { type BootstrapOptions, type Estimate, estimateCounts, estimateMean } from "./bootstrap.js";
import type { Judgements } from "./gold.js";
import { scoreRanking } from "./ranking.js";

/** Precision, recall and F1 of the pairs at or above a threshold. */
export interface CurvePoint {
  threshold: number;
  /** Pairs at or above it. */
  pairs: number;
  /** Null where there are no pairs, or none to be found. */
  precision: number | null;
  recall: number | null;
  f1: number | null;
}

export interface PairClass {
  /** Least grade of a pair that counts as right. */
  grade: number;
  /** Judged pairs of that grade. */
  judged: number;
  threshold: number;
  precision: Estimate;
  recall: Estimate;
  f1: Estimate;
  curve: CurvePoint[];
}

export interface PairEvaluation {
  of: "pairs";
  /** Queries with at least one grade above 0, those without, and the candidates each is held against. */
  queries: number;
  withoutPair: number;
  candidates: number;
  /** Means over queries. */
  ranking: { ndcg10: Estimate; p1: Estimate; mrr: Estimate; ap: Estimate };
  /** Overlapping (grade 1 and more) and the same (grade 2 and more). */
  overlap: PairClass;
  same: PairClass;
  /** Of the three classes (neither, overlapping, the same) over all pairs; pairs that are not listed have grade 0. */
  kappa: Estimate;
  kappaQuadratic: Estimate;
  perQuery: ({ query: string } & Record<"ndcg10" | "p1" | "rr" | "ap", number>)[];
}

export interface PairOptions extends BootstrapOptions, Pick<MatchOptions, "signals" | "stems" | "given"> {
  /** Least score of a pair that counts as overlapping. */
  threshold?: number;
}

interface Place {
  dossier: Dossier;
  statement: Statement;
}

/**
 * How well scores find judged pairs. Every judged query is held against all statements of the dossiers (or lists) that
 * hold a judged candidate; a pair that is not listed counts as grade 0.
 * @param corpus holds every id of the judgements, each once
 * @throws ReadError naming ids that no statement has, or that several have
 */
export function evaluatePairs(gold: Judgements, corpus: Corpus, options: PairOptions = {}): PairEvaluation {
  const places = placesOf(gold, corpus);
  const queries = new Set(gold.grades.keys());
  const holders = new Set<Dossier>();
  for (const grades of gold.grades.values()) {
    for (const id of grades.keys()) holders.add((places.get(id) as Place).dossier);
  }
  const only = corpus.dossiers.flatMap((dossier) => judged(dossier, queries, options.signals === "words"));
  const candidates = corpus.dossiers.filter((dossier) => holders.has(dossier));
  const count = candidates.reduce((sum, dossier) => sum + dossier.statements.length, 0);
  const { signals, stems, given } = options;
  const made = { ...(signals ? { signals } : {}), ...(stems ? { stems } : {}), ...(given ? { given } : {}) };
  const { rows } = match(
    { ...corpus, dossiers: only },
    { ...corpus, dossiers: candidates },
    { ...made, top: Math.max(1, count), min: 0 },
  );
  const found = new Map<string, { id: string; score: number }[]>();
  for (const { a, b, score } of rows) {
    if (a === b) continue;
    const list = found.get(a);
    if (list) list.push({ id: b, score });
    else found.set(a, [{ id: b, score }]);
  }
  const ordered = only.flatMap((dossier) => dossier.statements.map(({ id }) => id));
  const cases = ordered.map((query): Case => {
    const grades = gold.grades.get(query) ?? new Map<string, number>();
    const ranked = found.get(query) ?? [];
    const {
      ndcg: ndcg10,
      p1,
      rr,
      ap,
    } = scoreRanking(
      ranked.map(({ id }) => id),
      grades,
    );
    const pool = places.get(query)?.dossier;
    return {
      query,
      grades,
      ranked,
      pairs: count - (pool && holders.has(pool) ? 1 : 0),
      scores: { ndcg10, p1, rr, ap },
    };
  });
  const scored = cases.filter(({ scores }) => !Number.isNaN(scores.ndcg10));
  const measure = (key: keyof Case["scores"]): Estimate =>
    estimateMean(
      scored.map(({ scores }) => scores[key]),
      options,
    );
  const threshold = options.threshold ?? DEFAULT_THRESHOLD;
  const same = sameThreshold();
  const tables = cases.map((one) => classTable(one, threshold, same));
  const kappa = (weights: KappaWeights): Estimate =>
    estimateCounts(
      tables,
      (cells) => kappaOf([cells.slice(0, 3), cells.slice(3, 6), cells.slice(6, 9)], weights),
      options,
    );
  return {
    of: "pairs",
    queries: scored.length,
    withoutPair: cases.length - scored.length,
    candidates: count,
    ranking: { ndcg10: measure("ndcg10"), p1: measure("p1"), mrr: measure("rr"), ap: measure("ap") },
    overlap: pairClass(cases, 1, threshold, options),
    same: pairClass(cases, 2, same, options),
    kappa: kappa("none"),
    kappaQuadratic: kappa("quadratic"),
    perQuery: scored.map(({ query, scores }) => ({
      query,
      ndcg10: roundScore(scores.ndcg10),
      p1: scores.p1,
      rr: roundScore(scores.rr),
      ap: roundScore(scores.ap),
    })),
  };
}

interface Case {
  query: string;
  grades: ReadonlyMap<string, number>;
  ranked: { id: string; score: number }[];
  /** Number of candidates it is held against. */
  pairs: number;
  scores: Record<"ndcg10" | "p1" | "rr" | "ap", number>;
}

/** Where every id of the gold stands. */
function placesOf(gold: Judgements, corpus: Corpus): Map<string, Place> {
  const wanted = new Set([...gold.grades].flatMap(([query, grades]) => [query, ...grades.keys()]));
  const places = new Map<string, Place>();
  for (const dossier of corpus.dossiers) {
    for (const statement of dossier.statements) {
      if (!wanted.has(statement.id)) continue;
      if (places.has(statement.id)) {
        throw new ReadError(
          `the id "${statement.id}" of the gold stands in two documents: ids must be unique over all files`,
        );
      }
      places.set(statement.id, { dossier, statement });
    }
  }
  const missing = [...wanted].filter((id) => !places.has(id));
  if (missing.length > 0) {
    const some = missing
      .slice(0, 5)
      .map((id) => `"${id}"`)
      .join(", ");
    throw new ReadError(
      `no statement of the files has the id ${some}${missing.length > 5 ? ` and ${missing.length - 5} more` : ""}`,
    );
  }
  return places;
}

/** The judged statements of a dossier as one of their own; its name for the professional was learned from all of it. */
function judged(dossier: Dossier, ids: ReadonlySet<string>, withText: boolean): Dossier[] {
  const own = dossierFeatures(dossier);
  const statements = dossier.statements.flatMap((statement, i): Statement[] => {
    const features = own[i];
    if (!ids.has(statement.id) || !features) return [];
    return [withText ? statement : { ...statement, text: null, features }];
  });
  return statements.length === 0 ? [] : [{ ...dossier, statements }];
}

/** The least score at which a pair is more likely than not to say the same. */
function sameThreshold(): number {
  for (let step = 0; step <= 1000; step++) if (calibrate(step / 1000).same >= 0.5) return step / 1000;
  return 1;
}

/** Right and wrong pairs of a query at a threshold: right, made, to be found. */
function hits({ ranked, grades }: Case, grade: number, threshold: number): [number, number, number] {
  const made = ranked.filter(({ score }) => score >= threshold);
  const right = made.filter(({ id }) => (grades.get(id) ?? 0) >= grade).length;
  return [right, made.length, [...grades.values()].filter((g) => g >= grade).length];
}

const STEPS = Array.from({ length: 21 }, (_, i) => i / 20);

function pairClass(cases: readonly Case[], grade: number, threshold: number, options: BootstrapOptions): PairClass {
  const counts = cases.map((one) => hits(one, grade, threshold));
  const precision = ([right, made]: readonly number[]): number => (right as number) / (made as number);
  const recall = ([right, , all]: readonly number[]): number => (right as number) / (all as number);
  const f1 = ([right, made, all]: readonly number[]): number =>
    (2 * (right as number)) / ((made as number) + (all as number));
  const shown = (value: number): number | null => (Number.isNaN(value) ? null : roundScore(value));
  return {
    grade,
    judged: counts.reduce((sum, [, , all]) => sum + all, 0),
    threshold,
    precision: estimateCounts(counts, precision, options),
    recall: estimateCounts(counts, recall, options),
    f1: estimateCounts(counts, f1, options),
    curve: STEPS.map((step) => {
      const sums = [0, 0, 0];
      for (const one of cases) for (const [i, x] of hits(one, grade, step).entries()) sums[i] = (sums[i] as number) + x;
      return {
        threshold: step,
        pairs: sums[1] as number,
        precision: shown(precision(sums)),
        recall: shown(recall(sums)),
        f1: shown(f1(sums)),
      };
    }),
  };
}

/** Nine counts: the judged class (row) by the class that the score gives (column). */
function classTable({ ranked, grades, pairs }: Case, overlap: number, same: number): number[] {
  const cells = new Array<number>(9).fill(0);
  const add = (grade: number, given: number): void => {
    const at = Math.min(2, grade) * 3 + given;
    cells[at] = (cells[at] as number) + 1;
  };
  const seen = new Set<string>();
  for (const { id, score } of ranked) {
    seen.add(id);
    add(grades.get(id) ?? 0, score >= same ? 2 : score >= overlap ? 1 : 0);
  }
  for (const [id, grade] of grades) {
    if (seen.has(id)) continue;
    seen.add(id);
    add(grade, 0);
  }
  // Candidates that share nothing with the query, and were not judged to.
  cells[0] = (cells[0] as number) + Math.max(0, pairs - seen.size);
  return cells;
}
