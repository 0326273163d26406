export { Postings } from "./postings.js";
export { DEFAULT_WEIGHTS, roundScore, Scorer, type SignalWeights } from "./scorer.js";
export { topK } from "./top.js";
