export {
  ALIGN_BY,
  type AlignOptions,
  type AlignPair,
  type AlignResult,
  align,
  alignment,
  type LoneStatement,
  type LoneUnit,
  UNIT_THRESHOLD,
} from "./align.js";
export { RELATIONS, type Relation } from "./align-relation.js";
export { ALIGN_UNIT_KINDS, type AlignUnitKind } from "./align-units.js";
export { type AnchorCount, type FacetCount, levelsOf } from "./anchor-counts.js";
export {
  type AnchorStatement,
  type AnchorsResult,
  type AnchorTally,
  type AnchorUnit,
  findAnchors,
  themeById,
} from "./anchors.js";
export { competencyProfile, competencySimilarity } from "./competencies.js";
export {
  asSettings,
  type CompareOptions,
  type CompareSettings,
  type CounterpartClass,
  type CounterpartPair,
  type CounterpartResult,
  Counterparts,
  compareSettings,
  counterpartsOf,
  DEFAULT_THRESHOLD,
  IndexedDossier,
} from "./counterparts.js";
export {
  type CrosswalkLone,
  type CrosswalkOptions,
  type CrosswalkPair,
  type CrosswalkResult,
  crosswalk,
  MAPPINGS,
  type Mapping,
} from "./crosswalk.js";
export {
  checkDecisions,
  DECISIONS,
  DECISIONS_SCHEMA,
  type Decision,
  type DecisionKind,
  readDecisions,
} from "./decisions.js";
export type { Evidence } from "./evidence.js";
export { fullScores } from "./full-scores.js";
export {
  type DossierGaps,
  findGaps,
  type Gap,
  type GapGroup,
  type GapOptions,
  type GapsResult,
  sameMeaning,
} from "./gaps.js";
export { allWeights, GIVEN_SIGNALS, type GivenName, type GivenSignal, givenSettings } from "./given.js";
export { type Embedder, embeddingSignal, vectorSignal } from "./given-signals.js";
export type { HigherSide, LevelDifference } from "./level-order.js";
export {
  compareLevels,
  type DossierLevels,
  dossierLevels,
  type LevelsResult,
  type VariantStatement,
} from "./levels.js";
export { type OtherLevelPair, otherLevelOf, sameContentOtherLevel } from "./levels-content.js";
export {
  type Kept,
  LADDERS,
  type Ladder,
  type LadderException,
  type Progression,
  type VariantCount,
  type VariantOverlap,
} from "./levels-ladder.js";
export {
  type LevelEvidence,
  type LevelProfile,
  type LevelScales,
  levelProfile,
  type ScaleProfile,
  type UnitProfile,
  type VariantProfile,
} from "./levels-profile.js";
export { type ThemeAtLevel, themeByLevel } from "./levels-theme.js";
export { match } from "./match.js";
export {
  type FullPart,
  type FullScores,
  type FullScoring,
  Matching,
  type MatchOptions,
  type MatchResult,
  type MatchRow,
  type Shard,
  scoredAmong,
} from "./matching.js";
export { turned } from "./oriented.js";
export {
  OVERLAP_UNITS,
  type OverlapCell,
  type OverlapOptions,
  type OverlapResult,
  type OverlapUnit,
  overlap,
  overlapOf,
  type SharedGroup,
  sharedGroups,
} from "./overlap.js";
export { byProfile, byVariant, profiles, select, selectPart } from "./parts.js";
export { calibrate, type Probabilities } from "./probability.js";
export { SelectionError } from "./selection-error.js";
export { mergeShards, readMatch, ShardError, type ShardHead, shardOrder } from "./shards.js";
export { type ThemePartOptions, themePart } from "./theme-part.js";
export {
  compareVersions,
  VERSION_STATUSES,
  type VersionedStatement,
  type VersionedUnit,
  type VersionStatus,
  type VersionsResult,
  type WordChange,
} from "./versions.js";
