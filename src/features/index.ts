import { SPARSE_SIGNALS, type SparseSignal } from "./vectors.js";

/** All signals a score can be made of; "meaning" is the likeness of word vectors. */
export const SIGNALS = [...SPARSE_SIGNALS, "meaning"] as const;
export type Signal = SparseSignal | "meaning";

export { meaningVector } from "./meaning.js";
export { tfidfRows, tfidfVectors } from "./tfidf.js";
export { SPARSE_SIGNALS, SPARSE_VECTORS, type SparseSignal, type SparseVector, Vocabulary } from "./vectors.js";
