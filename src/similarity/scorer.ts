import {
  meaningVector,
  type Signal,
  SPARSE_SIGNALS,
  SPARSE_VECTORS,
  type SparseSignal,
  type SparseVector,
  Vocabulary,
} from "../features/index.js";
import type { Features } from "../model.js";
import { DenseRows } from "./dense.js";
import { NearestIndex } from "./nearest.js";
import { Postings } from "./postings.js";

/** Weights of the signals in a score; only their proportions count. */
export type SignalWeights = Partial<Record<Signal, number>>;

/**
 * Words with their nearest counterpart carry most; letters, synonyms and the whole of a statement each see what the
 * others cannot. Round figures: on the judged queries the score changes little around them. Stems add nothing beside.
 */
export const DEFAULT_WEIGHTS: SignalWeights = { ngrams: 4, concepts: 2, meaning: 3, nearest: 8 };

/** Scores are rounded to this many decimals, so that equal is equal on every machine. */
const DECIMALS = 1e9;
export const roundScore = (score: number): number => Math.round(score * DECIMALS) / DECIMALS;

interface SparsePart {
  signal: SparseSignal;
  weight: number;
  vocabulary: Vocabulary;
  postings: Postings;
  empty: Uint8Array;
}

/** Scores any statement against all statements of one side: the weighted mean of cosines, 0..1. */
export class Scorer {
  readonly size: number;
  private readonly sparse: SparsePart[];
  private readonly nearest: { weight: number; index: NearestIndex } | null;
  private readonly meaning: { weight: number; rows: DenseRows } | null;

  /** @param weights signals that are not named, or weigh 0, are not used */
  constructor(candidates: readonly Features[], weights: SignalWeights = DEFAULT_WEIGHTS) {
    this.size = candidates.length;
    const weightOf = (signal: Signal): number => weights[signal] ?? 0;
    this.sparse = SPARSE_SIGNALS.filter((signal) => weightOf(signal) > 0).map((signal) => {
      const vocabulary = new Vocabulary();
      const vectors: SparseVector[] = candidates.map((features) => SPARSE_VECTORS[signal](features, vocabulary));
      return {
        signal,
        weight: weightOf(signal),
        vocabulary,
        postings: new Postings(vectors, vocabulary.size),
        empty: Uint8Array.from(vectors, (vector) => (vector.terms.length === 0 ? 1 : 0)),
      };
    });
    const nearest = weightOf("nearest");
    this.nearest = nearest > 0 ? { weight: nearest, index: new NearestIndex(candidates) } : null;
    this.meaning =
      weightOf("meaning") > 0
        ? { weight: weightOf("meaning"), rows: new DenseRows(candidates.map(meaningVector)) }
        : null;
  }

  /**
   * Scores of one statement against every candidate, in order, rounded to 9 decimals; 0 where nothing is shared. A
   * signal that sees nothing in either of two statements (no synonym, no known word) does not count for that pair.
   * @param among how many candidates are scored, about: those that all signals but meaning find most alike; the others
   * get 0. Meaning is compared pair by pair: no index helps it.
   * @param size how many candidates there are scores of, from the first on
   */
  scores(query: Features, among = Number.POSITIVE_INFINITY, size = this.size): Float64Array {
    const out = new Float64Array(size);
    // What counts for a pair: all weights, less those of the signals that are empty on both sides.
    const total = new Float64Array(size);
    for (const { signal, weight, vocabulary, postings, empty } of this.sparse) {
      const vector = SPARSE_VECTORS[signal](query, vocabulary);
      const silent = vector.terms.length === 0;
      for (let i = 0; i < total.length; i++) if (!(silent && empty[i])) total[i] = (total[i] as number) + weight;
      postings.addScores(vector, weight, out);
    }
    if (this.nearest) {
      const { weight, index } = this.nearest;
      const scores = index.scores(query, size);
      for (let i = 0; i < size; i++) {
        const score = scores[i] as number;
        if (Number.isNaN(score)) continue;
        total[i] = (total[i] as number) + weight;
        out[i] = (out[i] as number) + weight * score;
      }
    }
    const indexed = this.sparse.length > 0 || this.nearest !== null;
    if (this.meaning && indexed && among < size) keepBest(out, total, among);
    if (this.meaning) {
      const { weight, rows } = this.meaning;
      const vector = meaningVector(query);
      for (let i = 0; i < size; i++) {
        if (total[i] === LEFT_OUT || (vector === null && rows.empty[i])) continue;
        total[i] = (total[i] as number) + weight;
        if (vector && !rows.empty[i]) out[i] = (out[i] as number) + weight * Math.max(0, rows.dot(i, vector));
      }
    }
    for (let i = 0; i < out.length; i++) {
      out[i] = (total[i] as number) <= 0 ? 0 : roundScore(Math.min(1, (out[i] as number) / (total[i] as number)));
    }
    return out;
  }
}

/** The total of a pair that is not looked at any further. */
const LEFT_OUT = -1;
/** Steps of a score in which the best are told from the rest. */
const STEPS = 4096;

/** Marks all but the best `count` of the sums as left out; a few more are kept where several stand on one step. */
function keepBest(sums: Float64Array, total: Float64Array, count: number): void {
  const stepOf = (i: number): number =>
    total[i] === 0 ? 0 : Math.min(STEPS, Math.floor((STEPS * (sums[i] as number)) / (total[i] as number)));
  const counts = new Int32Array(STEPS + 1);
  for (let i = 0; i < sums.length; i++) counts[stepOf(i)] = (counts[stepOf(i)] as number) + 1;
  let step = STEPS;
  for (let kept = counts[step] as number; step > 0 && kept < count; kept += counts[step] as number) step--;
  for (let i = 0; i < sums.length; i++) if (stepOf(i) < step) total[i] = LEFT_OUT;
}
