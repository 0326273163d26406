export type { Segment } from "./builder.js";
export { type Detection, detectKind } from "./detect.js";
export { type Audit, auditDocument, type ParseOptions, parseDossiers } from "./parse.js";
export { sentences } from "./sentences.js";
