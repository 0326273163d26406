export type { Segment } from "./builder.js";
export { type Detection, detectKind } from "./detect.js";
export { type Audit, auditDocument, type ParseOptions, parseDossiers } from "./parse.js";
export { shownTitle } from "./sentence-titles.js";
export { sentences } from "./sentences.js";
