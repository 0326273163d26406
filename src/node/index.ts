export { loadCorpus } from "./corpus.js";
export { loadEmbedder, type Transformers } from "./embeddings.js";
export {
  folderExists,
  type InputFile,
  isFile,
  isFolder,
  isStandardInput,
  makeFolder,
  readInputs,
  writeAtomic,
} from "./files.js";
export { type MatchPart, runPart } from "./workers.js";
