/** What brings two words near, in numbers: apart from the data that says which words are, for threads that know no words. */

/** What a document calls the same is the same there, but for the word. */
export const DECLARED = 0.95;
export const SYNONYM = 0.8;
export const SAME_CONCEPT = 0.3;
/** Cosines below this are chance. */
export const MIN_COSINE = 0.3;
const COSINE_WEIGHT = 0.9;

/** What a cosine of two words' vectors counts for, 0..1. */
export const vectorLikeness = (cosine: number): number => (cosine > MIN_COSINE ? cosine * COSINE_WEIGHT : 0);
