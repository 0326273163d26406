/** The signals that share terms: only statements with a term in common have a score. */
export const SPARSE_SIGNALS = ["stems", "ngrams", "concepts"] as const;
export type SparseSignal = (typeof SPARSE_SIGNALS)[number];

/**
 * All signals a score can be made of. "meaning" is the likeness of the statements' vectors, "nearest" how near each word
 * is to the nearest one of the other statement.
 */
export const SIGNALS = [...SPARSE_SIGNALS, "meaning", "nearest"] as const;
export type Signal = (typeof SIGNALS)[number];
