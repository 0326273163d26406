export { cohenKappa, type LabelScores, labelScores } from "./agreement.js";
export { bootstrapMean, type Interval, seeded } from "./bootstrap.js";
export { type Grades, type RankingOptions, type RankingScores, scoreRanking } from "./ranking.js";
