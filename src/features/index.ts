import { SPARSE_SIGNALS } from "./vectors.js";

/**
 * All signals a score can be made of. "meaning" is the likeness of the statements' vectors, "nearest" how near each word
 * is to the nearest one of the other statement.
 */
export const SIGNALS = [...SPARSE_SIGNALS, "meaning", "nearest"] as const;
export type Signal = (typeof SIGNALS)[number];

export { meaningShares, meaningVector } from "./meaning.js";
export { likeness, MIN_COSINE, namedLikeness, type Sense, vectorLikeness, wordSenses } from "./senses.js";
export { tfidfRows, tfidfVectors } from "./tfidf.js";
export { SPARSE_SIGNALS, SPARSE_VECTORS, type SparseSignal, type SparseVector, Vocabulary } from "./vectors.js";
