import { SelectionError } from "../compare/index.js";
import type { CorpusOptions } from "../corpus.js";
import { type Corpus, DOSSIER_KINDS, type DossierKind } from "../model.js";
import { loadCorpus } from "../node/index.js";
import { ReadError } from "../read/index.js";
import { FailedError, type OutputOptions, UsageError, warnSkipped } from "./output.js";

/** Flags of every command that reads documents. */
export interface ReadFlags extends OutputOptions {
  repair?: boolean;
  kind?: string;
  maxMb?: number;
}

/** Options of reading from the flags that every reading command has. */
export function corpusOptions({ repair, kind, maxMb }: ReadFlags): CorpusOptions {
  if (kind !== undefined && !DOSSIER_KINDS.includes(kind as DossierKind)) {
    throw new UsageError(`--kind ${kind}: one of ${DOSSIER_KINDS.join(", ")}`);
  }
  return {
    ...(repair === false ? { repair: false } : {}),
    ...(kind === undefined ? {} : { kind: kind as DossierKind }),
    ...(maxMb === undefined ? {} : { maxMb }),
  };
}

/** Reads files, folders, globs and FILE#part into one corpus; says on standard error what was skipped. */
export async function load(paths: readonly string[], flags: ReadFlags): Promise<Corpus> {
  const options = corpusOptions(flags);
  let corpus: Corpus;
  try {
    corpus = await loadCorpus(paths, options);
  } catch (error) {
    if (error instanceof SelectionError) throw new UsageError(error.message);
    if (error instanceof ReadError) throw new FailedError(error.message);
    throw error;
  }
  warnSkipped(corpus.skipped);
  if (corpus.dossiers.length === 0) throw new FailedError("nothing could be read");
  return corpus;
}
