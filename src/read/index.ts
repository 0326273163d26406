export { decodeText } from "./decode.js";
export { ReadError } from "./error.js";
export { DEFAULT_MAX_MB } from "./limits.js";
export { type ReadOptions, readDocument, type SourceCorpus, type SourceText } from "./read.js";
export { type ListRow, looksLikeList, readList } from "./table.js";
