import type { Signal } from "../features/index.js";

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

/** What a pair gained as a share of what counted for it. */
export const scoreOf = (sum: number, total: number): number => (total <= 0 ? 0 : roundScore(Math.min(1, sum / total)));
