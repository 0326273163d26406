export { loadCorpus } from "./corpus.js";
export { loadEmbedder, type Transformers } from "./embeddings.js";
export { collectNow, collectOften } from "./engine.js";
export {
  folderExists,
  type InputFile,
  isFile,
  isFolder,
  makeFolder,
  readInputs,
  writeAtomic,
} from "./files.js";
export { runPart, share } from "./workers.js";
