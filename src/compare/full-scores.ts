import type { Corpus, Features } from "../model.js";
import {
  DenseRows,
  type Rows,
  roundScore,
  type Scored,
  Scorer,
  Shortlist,
  type SignalWeights,
} from "../similarity/index.js";
import { FeatureColumns } from "../text/index.js";
import type { GivenSignal } from "./given.js";

/** The scores of each query: all of them, or those on a shortlist. */
function scoresAmong(
  queries: Rows<Features>,
  candidates: Rows<Features>,
  weights: SignalWeights,
  among: number | null,
): (i: number) => Scored {
  if (among === null) {
    const scorer = new Scorer([...candidates], weights);
    const rows = Int32Array.from({ length: candidates.length }, (_, row) => row);
    return (i) => ({ rows, scores: scorer.scores(queries.at(i) as Features) });
  }
  const shortlist = new Shortlist(candidates, weights);
  return (i) => shortlist.best(queries.at(i) as Features, among);
}

/** {@link FullScoring} of this package. */
export function fullScores(
  a: Corpus,
  b: Corpus,
  weights: SignalWeights,
  among: number | null,
  given: readonly GivenSignal[],
): (i: number) => Scored {
  const queries = FeatureColumns.of(a);
  const candidates = a === b ? queries : FeatureColumns.of(b);
  const scores = scoresAmong(queries, candidates, weights, among);
  if (given.length === 0) return scores;
  const own = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const sides = given.map((signal) => ({
    weight: signal.weight,
    queries: vectorsOf(a, queries, signal),
    candidates: new DenseRows(vectorsOf(b, candidates, signal)),
  }));
  // The weighted mean of the other signals' score and the cosines; a signal that knows neither statement does not count.
  return (i) => {
    const { rows, scores: out } = scores(i);
    for (const [k, j] of rows.entries()) {
      if (among !== null && out[k] === 0) continue;
      let [sum, total] = [own * (out[k] as number), own];
      for (const { weight, queries: vectors, candidates: side } of sides) {
        const vector = vectors[i] ?? null;
        if (vector === null && side.empty[j]) continue;
        total += weight;
        if (vector) sum += weight * Math.max(0, side.dot(j, vector));
      }
      out[k] = total === 0 ? 0 : roundScore(Math.min(1, sum / total));
    }
    return { rows, scores: out };
  };
}

function vectorsOf(corpus: Corpus, features: Rows<Features>, { vectorOf }: GivenSignal): (ArrayLike<number> | null)[] {
  return corpus.dossiers
    .flatMap(({ statements }) => statements)
    .map((statement, i) => vectorOf(statement, features.at(i) as Features));
}
