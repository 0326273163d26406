export { meaningShares, meaningVector } from "./meaning.js";
export {
  type Likeness,
  likeness,
  MIN_COSINE,
  namedLikeness,
  type Sense,
  vectorLikeness,
  wordSenses,
} from "./senses.js";
export { SIGNALS, type Signal, SPARSE_SIGNALS, type SparseSignal } from "./signals.js";
export { tfidfRows, tfidfVectors } from "./tfidf.js";
export { SPARSE_VECTORS, type SparseVector, Vocabulary } from "./vectors.js";
