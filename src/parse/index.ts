export { detectKind, type Detection } from "./detect.js";
export { type ParseOptions, parseDossiers } from "./parse.js";
export { sentences } from "./sentences.js";
