import { buildCorpus, type CorpusOptions, mergeCorpora } from "../corpus/index.js";
import type { Corpus, Dossier } from "../model.js";
import { readInputs } from "./files.js";

/**
 * Files, folders, globs and `FILE#dossier-id` → one corpus, in the order of the file names.
 * @throws SelectionError on an id that no dossier of its file has
 */
export async function loadCorpus(paths: readonly string[], options: CorpusOptions = {}): Promise<Corpus> {
  const { files, skipped } = await readInputs(paths);
  const corpora: Corpus[] = [];
  for (const { file, bytes, select, whole } of files) {
    const corpus = await buildCorpus([{ file, bytes }], options);
    const plain = select.length === 0 || corpus.dossiers.length === 0;
    corpora.push(plain ? corpus : { ...corpus, dossiers: await selected(corpus, select, whole) });
  }
  const merged = mergeCorpora(corpora, options);
  return { ...merged, skipped: [...skipped, ...merged.skipped] };
}

/** What is wanted of one file, each once, in the order of the file: a dossier before its parts, parts by their id. */
async function selected(corpus: Corpus, ids: readonly string[], whole: boolean): Promise<Dossier[]> {
  const { select } = await import("../compare/parts.js");
  const wanted = [...(whole ? corpus.dossiers : []), ...ids.map((id) => select(corpus, id))];
  const byId = [...new Map(wanted.map((dossier) => [dossier.id, dossier])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  return corpus.dossiers.flatMap(({ id }) =>
    byId.filter((dossier) => dossier.id === id || dossier.id.startsWith(`${id}/`)),
  );
}
