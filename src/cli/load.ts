import { SelectionError } from "../compare/index.js";
import { buildCorpus, type CorpusOptions } from "../corpus/index.js";
import { type Corpus, DOSSIER_KINDS, type DossierKind } from "../model.js";
import { type InputFile, loadCorpus } from "../node/index.js";
import { ReadError } from "../read/index.js";
import { FailedError, UsageError } from "./errors.js";
import { type OutputOptions, warnSkipped } from "./output.js";

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

/** For commands that can do nothing with a corpus without text. */
export function refuseWithoutText(corpus: Corpus, command: string): void {
  const bare = corpus.dossiers.find(({ statements }) => statements.some(({ text }) => text === null));
  if (bare) throw new FailedError(`${command} needs text: ${bare.id} comes without`);
}

/** For commands that show a file whole: what FILE#id names has to be in it all the same. */
export async function checkSelections(files: readonly InputFile[], options: CorpusOptions): Promise<void> {
  const { select } = await import("../compare/parts.js");
  for (const { file, bytes, select: ids } of files) {
    if (ids.length === 0) continue;
    const corpus = await buildCorpus([{ file, bytes }], options);
    if (corpus.dossiers.length === 0) continue;
    try {
      for (const id of ids) select(corpus, id);
    } catch (error) {
      if (error instanceof SelectionError) throw new UsageError(error.message);
      throw error;
    }
  }
}
