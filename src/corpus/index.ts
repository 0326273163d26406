/** The only composer of read → repair → parse → text → themes: files in, one corpus out, with its settings and what was skipped. */
export { buildCorpus, type CorpusInput } from "./build.js";
export { type CorpusOptions, corpusSettings, mergeCorpora, sharedSettings } from "./merge.js";
export { withoutText } from "./without-text.js";
