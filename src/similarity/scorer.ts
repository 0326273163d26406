import { SIGNALS, type Signal, type SparseVector, VECTORS, Vocabulary } from "../features/vectors.js";
import type { Features } from "../model.js";
import { Postings } from "./postings.js";

/** Weights of the signals in a score; they add up to 1. */
export type SignalWeights = Partial<Record<Signal, number>>;

/** Tuned on half of the judged queries, confirmed on the rest: n-grams carry more, stems steady them. */
export const DEFAULT_WEIGHTS: SignalWeights = { stems: 0.25, ngrams: 0.75 };

/** Scores are rounded to this many decimals, so that equal is equal on every machine. */
const DECIMALS = 1e9;
export const roundScore = (score: number): number => Math.round(score * DECIMALS) / DECIMALS;

/** Scores any statement against all statements of one side: the weighted sum of cosines, 0..1. */
export class Scorer {
  private readonly parts: { weight: number; vocabulary: Vocabulary; postings: Postings; signal: Signal }[];
  readonly size: number;

  constructor(candidates: readonly Features[], weights: SignalWeights = DEFAULT_WEIGHTS) {
    this.size = candidates.length;
    const used = SIGNALS.filter((signal) => (weights[signal] ?? 0) > 0);
    const total = used.reduce((sum, signal) => sum + (weights[signal] ?? 0), 0);
    this.parts = used.map((signal) => {
      const vocabulary = new Vocabulary();
      const vectors: SparseVector[] = candidates.map((features) => VECTORS[signal](features, vocabulary));
      return {
        weight: (weights[signal] ?? 0) / total,
        vocabulary,
        postings: new Postings(vectors, vocabulary.size),
        signal,
      };
    });
  }

  /** Scores of one statement against every candidate, in order, rounded to 9 decimals; 0 where nothing is shared. */
  scores(query: Features): Float64Array {
    const out = new Float64Array(this.size);
    for (const { weight, vocabulary, postings, signal } of this.parts) {
      postings.addScores(VECTORS[signal](query, vocabulary), weight, out);
    }
    for (let i = 0; i < out.length; i++) out[i] = roundScore(Math.min(1, out[i] as number));
    return out;
  }
}
