export { seeded } from "../language/random.js";
export {
  cohenKappa,
  confusion,
  type KappaWeights,
  kappaOf,
  type LabelScores,
  labelScores,
} from "./agreement.js";
export {
  type BootstrapOptions,
  bootstrapMean,
  type Estimate,
  estimateCounts,
  estimateMean,
  type Interval,
} from "./bootstrap.js";
export { compareDecisions, type DecisionAgreement } from "./decisions.js";
export { type EvaluateOptions, type EvaluationResult, evaluate } from "./evaluate.js";
export { type Coding, type Codings, type Gold, type Judgements, readGold } from "./gold.js";
export { type Agreement, evaluateLabels, type LabelEvaluation, type LabelOptions } from "./labels.js";
export {
  type CurvePoint,
  evaluatePairs,
  type PairClass,
  type PairEvaluation,
  type PairOptions,
} from "./pairs.js";
export { type Grades, type RankingOptions, type RankingScores, scoreRanking } from "./ranking.js";
export { evaluateTheme, PROGRAM, type ThemeDifference, type ThemeEvaluation } from "./theme-coding.js";
