export { loadCorpus } from "./corpus.js";
export { folderExists, readInputs, writeAtomic } from "./files.js";
