export { tfidfVectors } from "./tfidf.js";
export {
  ngramVector,
  normalised,
  SIGNALS,
  type Signal,
  type SparseVector,
  stemVector,
  VECTORS,
  Vocabulary,
} from "./vectors.js";
