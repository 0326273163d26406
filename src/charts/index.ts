export { type BalanceRow, type BalanceSide, balanceBars, balanceRows } from "./balance.js";
export { COVERAGE_NAMES, type CoverageDossier, type CoverageRow, coverageBars, coverageRows } from "./coverage.js";
export { type Differences, differences, type Part } from "./differences.js";
export {
  type FacetOptions,
  type FacetRow,
  facetMatrix,
  facetRows,
  type ThemeBarRow,
  type ThemeRow,
  themeBarRows,
  themeBars,
} from "./facets.js";
export {
  type DirectedShare,
  directedShares,
  type HeatmapDossier,
  type HeatmapOptions,
  type HeatmapRow,
  heatmapRows,
  type OverlapShares,
  overlapHeatmap,
} from "./heatmap.js";
export {
  type LadderRow,
  type LevelGridRow,
  type LevelProfileRow,
  type LevelStep,
  ladderBars,
  ladderRows,
  levelGrid,
  levelGridRows,
} from "./levels.js";
export type { PartRow } from "./part-bars.js";
export { percent } from "./share.js";
export { type ChartOptions, type ChartSpec, chart } from "./spec.js";
export { type SpreadDossier, spreadBars, spreadRows } from "./spread.js";
export { shareAbove, type ThresholdRow, type ThresholdSide, thresholdLines, thresholdRows } from "./thresholds.js";
