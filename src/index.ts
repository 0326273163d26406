/** The public API, in the order of the flow: read → repair → parse → corpus → compare. */
export * from "./model.js";
export { parseCorpus } from "./validate.js";
export { GENERATOR } from "./generator.js";
export { stemDutch } from "./language/snowball.js";
export { type Token, tokenize } from "./language/tokens.js";
export { competencyLetter, competencyName } from "./language/competencies.js";
export {
  DEPTH_WORDS,
  depthScale,
  LEVEL_SCALES,
  type LevelHit,
  type LevelScale,
  levelHits,
  SCALES,
  type Scale,
  type ScaleStep,
} from "./language/depth.js";
export {
  ReadError,
  type ReadOptions,
  readDocument,
  readSheet,
  type Sheet,
  type SheetRow,
  type SourceCorpus,
  type SourceText,
} from "./read/index.js";
export { MappedText, type Repair, type RepairedText, type RepairOptions, repairText } from "./repair/index.js";
export {
  type Audit,
  auditDocument,
  type Detection,
  detectKind,
  type ParseOptions,
  parseDossiers,
  type Segment,
  sentences,
} from "./parse/index.js";
export { features } from "./text/index.js";
export { buildCorpus, type CorpusInput, type CorpusOptions, mergeCorpora, withoutText } from "./corpus/index.js";
export {
  parseVectors,
  SIGNALS,
  type Signal,
  type SparseVector,
  STEMS,
  type Stems,
  tfidfVectors,
  type TrainedVectors,
  type TrainOptions,
  trainVectors,
  vectorsToJson,
} from "./features/index.js";
export {
  DEFAULT_WEIGHTS,
  type Explanation,
  type ExplainOptions,
  explain,
  Scorer,
  type SignalShare,
  type SignalWeights,
} from "./similarity/index.js";
export { builtInThemes, DEFAULT_THEME, parseTheme, type Theme, ThemeError, type ThemeRule } from "./themes/index.js";
export * from "./compare/index.js";
export * from "./evaluate/index.js";
export {
  type AuditedDocument,
  auditPage,
  auditPassages,
  type CaseAssociation,
  type CaseDocument,
  type CaseItem,
  type CaseLink,
  type CaseNode,
  type CaseOptions,
  type CasePackage,
  type CrosswalkSides,
  crosswalkToCase,
  crosswalkToSkos,
  dossierTables,
  EXPORT_FORMATS,
  type ExportedCrosswalk,
  ExportError,
  type ExportFile,
  type ExportFormat,
  type ExportOptions,
  exportFiles,
  formatJson,
  type Passage,
  type Piece,
  type Table,
  tableToCsv,
  toCase,
  toCsv,
  toMarkdown,
  toSkos,
  toSssom,
  toXlsx,
} from "./export/index.js";
