export { loadCorpus } from "./corpus.js";
export { folderExists, type InputFile, isFile, isFolder, makeFolder, readInputs, writeAtomic } from "./files.js";
export { type MatchPart, runPart } from "./workers.js";
