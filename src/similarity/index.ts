export { DenseRows } from "./dense.js";
export { type ExplainOptions, type Explanation, explain, type SignalShare } from "./explain.js";
export type { JoinCost } from "./join.js";
export { type Joined, type JoinOptions, type JoinPlan, joinPlan, joinTop } from "./join-top.js";
export { type NeighbourColumns, Neighbours } from "./neighbours.js";
export { Postings } from "./postings.js";
export { DEFAULT_WEIGHTS, roundScore, Scorer, type ScoreTarget, type SignalWeights } from "./scorer.js";
export { Shortlist } from "./shortlist.js";
export { topK } from "./top.js";
