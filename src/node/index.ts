export { loadCorpus } from "./corpus.js";
export { folderExists, isFile, makeFolder, readInputs, writeAtomic } from "./files.js";
export { type MatchPart, runPart } from "./workers.js";
