import type { Corpus, Features } from "../model.js";
import {
  DenseRows,
  roundScore,
  type Scored,
  Scorer,
  type SignalWeights,
  statementColumns,
} from "../similarity/index.js";
import { eachFeatures } from "../text/index.js";
import { type ShortlistPlan, shortlistScores } from "./full-rows.js";
import type { GivenSignal } from "./given.js";
import type { FullScores } from "./matching.js";

/** {@link FullScoring} of this package. */
export function fullScores(
  a: Corpus,
  b: Corpus,
  weights: SignalWeights,
  among: number | null,
  given: readonly GivenSignal[],
): FullScores {
  const left = given.map(vectorList);
  const right = a === b ? left : given.map(vectorList);
  const candidates = noted(b, right);
  const queries = a === b ? [] : noted(a, left);
  if (among === null) {
    const scores = allScores(candidates, a === b ? null : queries, weights);
    return { scores: () => withGiven(scores, { own: totalOf(weights), left, right }), plan: null };
  }
  const columns = statementColumns(candidates, queries, weights);
  const plan: ShortlistPlan = { columns, firstQuery: a === b ? 0 : columns.size, among };
  return {
    scores: () => withGiven(shortlistScores(plan), { own: totalOf(weights), left, right, listed: true }),
    plan: given.length === 0 ? plan : null,
  };
}

const totalOf = (weights: SignalWeights): number => Object.values(weights).reduce((sum, weight) => sum + weight, 0);

/** @param queries null where they are the candidates */
function allScores(
  candidates: Iterable<Features>,
  queries: Iterable<Features> | null,
  weights: SignalWeights,
): (query: number) => Scored {
  const list = [...candidates];
  const asked = queries ? [...queries] : list;
  const scorer = new Scorer(list, weights);
  const rows = Int32Array.from(list.keys());
  return (query) => ({ rows, scores: scorer.scores(asked[query] as Features) });
}

/** The vectors that a given signal has for the statements of one side, in order. */
interface VectorList {
  signal: GivenSignal;
  vectors: (ArrayLike<number> | null)[];
}

const vectorList = (signal: GivenSignal): VectorList => ({ signal, vectors: [] });

/** The features of all statements, whose vectors are noted as they pass. */
function* noted(corpus: Corpus, lists: readonly VectorList[]): IterableIterator<Features> {
  for (const [statement, features] of eachFeatures(corpus)) {
    for (const { signal, vectors } of lists) vectors.push(signal.vectorOf(statement, features));
    yield features;
  }
}

interface GivenSides {
  /** The weight of the other signals. */
  own: number;
  left: readonly VectorList[];
  right: readonly VectorList[];
  /** Whether candidates that share nothing were looked at in part only, and stay at 0. */
  listed?: boolean;
}

/** The weighted mean of the other signals' score and the cosines; a signal that knows neither statement does not count. */
function withGiven(
  scoresOf: (query: number) => Scored,
  { own, left, right, listed = false }: GivenSides,
): (query: number) => Scored {
  if (left.length === 0) return scoresOf;
  const sides = left.map(({ signal, vectors }, k) => ({
    weight: signal.weight,
    queries: vectors,
    candidates: new DenseRows((right[k] as VectorList).vectors),
  }));
  return (query) => {
    const { rows, scores: out } = scoresOf(query);
    for (const [k, j] of rows.entries()) {
      if (listed && out[k] === 0) continue;
      let [sum, total] = [own * (out[k] as number), own];
      for (const { weight, queries: vectors, candidates: side } of sides) {
        const vector = vectors[query] ?? null;
        if (vector === null && side.empty[j]) continue;
        total += weight;
        if (vector) sum += weight * Math.max(0, side.dot(j, vector));
      }
      out[k] = total === 0 ? 0 : roundScore(Math.min(1, sum / total));
    }
    return { rows, scores: out };
  };
}
