export { loadCorpus } from "./corpus.js";
export { folderExists, type InputFile, type Inputs, readInputs, writeAtomic } from "./files.js";
