export { meaningScale, meaningShares, meaningVector, wordMeaning } from "./meaning.js";
export { type Likeness, likeness, type Sense, wordSenses } from "./senses.js";
export { SIGNALS, type Signal, SPARSE_SIGNALS, type SparseSignal } from "./signals.js";
export { STEMS, type Stems, tfidfRows, tfidfVectors } from "./tfidf.js";
export {
  parseVectors,
  type TrainedVectors,
  type TrainOptions,
  trainedVector,
  trainVectors,
  vectorsToJson,
} from "./trained.js";
export { SPARSE_VECTORS, type SparseVector, Vocabulary, wordGrams } from "./vectors.js";
export { contentWords, countedWords } from "./words.js";
