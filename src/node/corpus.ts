import { select as selectDossier } from "../compare/index.js";
import { buildCorpus, type CorpusOptions, mergeCorpora } from "../corpus.js";
import type { Corpus } from "../model.js";
import { readInputs } from "./files.js";

/**
 * Files, folders, globs and `FILE#dossier-id` → one corpus, in the order of the file names.
 * @throws SelectionError on an id that no dossier of its file has
 */
export async function loadCorpus(paths: readonly string[], options: CorpusOptions = {}): Promise<Corpus> {
  const { files, skipped } = await readInputs(paths);
  const corpora: Corpus[] = [];
  for (const { file, bytes, select } of files) {
    const corpus = await buildCorpus([{ file, bytes }], options);
    const whole = select.length === 0 || corpus.dossiers.length === 0;
    corpora.push(whole ? corpus : { ...corpus, dossiers: select.map((id) => selectDossier(corpus, id)) });
  }
  const merged = mergeCorpora(corpora, options);
  return { ...merged, skipped: [...skipped, ...merged.skipped] };
}
