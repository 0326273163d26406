import { GENERATOR } from "../generator.js";
import { CORPUS_SCHEMA, type Corpus, type Dossier, type Skipped } from "../model.js";
import { parseList } from "../parse/list.js";
import { ReadError, readDocument, type SourceText } from "../read/index.js";
import { type CorpusOptions, corpusSettings, uniqueIds } from "./merge.js";

export interface CorpusInput {
  /** Base name of the file, or the shortest path that tells it from another of the same name. */
  file: string;
  bytes: Uint8Array;
}

/** Byte order of UTF-16 units: the same on every machine, whatever its language. */
const byName = (a: { file: string }, b: { file: string }): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);

/**
 * Reads, repairs and parses files into one corpus. Files that cannot be read stand in `skipped` with the reason.
 * @returns dossiers ordered by file name and place in the file, whatever the order of the input; no dossiers for no input
 */
export async function buildCorpus(inputs: readonly CorpusInput[], options: CorpusOptions = {}): Promise<Corpus> {
  const settings = corpusSettings(options);
  const dossiers: Dossier[] = [];
  const skipped: Skipped[] = [];
  for (const { file, bytes } of [...inputs].sort(byName)) {
    try {
      const source = await readDocument(bytes, file, options.maxMb === undefined ? {} : { maxMb: options.maxMb });
      if (source.format === "corpus") {
        if (JSON.stringify(source.corpus.settings) !== JSON.stringify(settings)) {
          throw new ReadError("a corpus made with other settings: make it anew with the settings of this run");
        }
        dossiers.push(...source.corpus.dossiers);
        skipped.push(...source.corpus.skipped);
      } else {
        dossiers.push(...(source.rows ? parseList(source, source.rows) : await documentDossiers(source, options)));
      }
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      skipped.push({ file, reason: error.message });
    }
  }
  return { schema: CORPUS_SCHEMA, generator: GENERATOR, settings, dossiers: uniqueIds(dossiers), skipped };
}

/** Repair and the parsing of running text are loaded here: a statement list, taken as it is, does without. */
async function documentDossiers(source: SourceText, { repair, kind }: CorpusOptions): Promise<Dossier[]> {
  const [{ repairText }, { parseDossiers }] = await Promise.all([
    import("../repair/index.js"),
    import("../parse/index.js"),
  ]);
  return parseDossiers(
    source,
    repairText(source.text, { repair: repair !== false, known: source }),
    kind ? { kind } : {},
  );
}
