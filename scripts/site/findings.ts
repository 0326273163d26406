/**
 * What the site shows, computed by the library: the three corpora, the overlap of all their dossiers, and the
 * counterparts of each pair. Each loader runs in a process of its own, so the result is kept on disk, under a key
 * made of all that went in: code, data and the user's own files.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type {
  CellColumns,
  CollectionId,
  CounterpartsFile,
  DossierFile,
  Overview,
} from "../../docs/components/types.js";
import {
  asSettings,
  Counterparts,
  compareSettings,
  counterpartsOf,
  type OverlapCell,
  overlapOf,
} from "../../src/compare/index.js";
import { mergeCorpora, withoutText } from "../../src/corpus.js";
import type { Corpus, Dossier } from "../../src/model.js";
import { loadCorpus, readInputs } from "../../src/node/index.js";
import { ReadError, readDocument } from "../../src/read/index.js";
import { type AnchorFindings, anchorFindings } from "./anchors.js";
import { contents } from "./contents.js";
import { type LevelFindings, levelFindings } from "./levels.js";
import { FINDINGS_CACHE, OWN_SOURCES, ROOT } from "./paths.js";
import { compact, known, summary } from "./summaries.js";

export interface Findings {
  overview: Overview;
  /** Per dossier, in the order of the overview. */
  dossiers: DossierFile[];
  counterparts: CounterpartsFile[];
  /** The dossiers with features instead of text: what a document of a reader's own is compared with. */
  extracts: Dossier[];
  levels: LevelFindings;
  anchors: AnchorFindings;
}

/** Whether the user's own sources go into the site without their text. */
export const textIsWithheld = (): boolean => process.env.ANKERPUNT_WITHOUT_TEXT === "1";

/** In the order in which the site shows them. */
const COLLECTIONS: readonly (readonly [CollectionId, string])[] = [
  ["bronnen", OWN_SOURCES],
  ["corpus", join(ROOT, "data/corpus/")],
  ["voorbeeld", join(ROOT, "data/voorbeeld/")],
];

/** The findings, from the cache if nothing changed; in a build, those that the build began with. */
export async function findings(): Promise<Findings> {
  const file = process.env[PINNED] ?? (await findingsFile());
  return JSON.parse(await readFile(file, "utf8")) as Findings;
}

/** Names the file that all loaders of one build read, so that a source that changes meanwhile can't mix results. */
export const PINNED = "ANKERPUNT_FINDINGS";

/** The file with the findings of the sources as they are now, made if it is not there. */
export async function findingsFile(): Promise<string> {
  const key = await inputKey();
  const file = join(FINDINGS_CACHE, `${key}.json`);
  if (existsSync(file)) return file;
  const result = await compute(key);
  await mkdir(FINDINGS_CACHE, { recursive: true });
  await removeOld();
  const temporary = `${file}.${process.pid}`;
  await writeFile(temporary, JSON.stringify(result));
  await rename(temporary, file);
  return file;
}

/** Another build may still be reading what is recent. */
async function removeOld(): Promise<void> {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of await readdir(FINDINGS_CACHE)) {
    const old = join(FINDINGS_CACHE, name);
    if ((await stat(old)).mtimeMs < hourAgo) await rm(old, { force: true });
  }
}

/** @param key of all that went in */
export async function compute(key: string, collections = COLLECTIONS): Promise<Findings> {
  const corpora: { collection: CollectionId; corpus: Corpus }[] = [];
  const texts = new Map<string, string>();
  for (const [collection, folder] of collections) {
    if ((await sourcesIn(folder)).length === 0) continue;
    const corpus = await loadCorpus([folder]);
    const withheld = collection === "bronnen" && textIsWithheld();
    corpora.push({ collection, corpus: withheld ? withoutText(corpus) : corpus });
    if (withheld) continue;
    for (const [sha256, text] of await sourceTexts(folder)) texts.set(sha256, text);
  }
  // A dossier that the user has in full takes the place of the same one, or one of the same file, of the project.
  const mine = corpora.find((c) => c.collection === "bronnen")?.corpus.dossiers ?? [];
  const own = new Set(mine.flatMap((d) => [d.id, d.source.sha256]));
  const isReplaced = (d: Dossier): boolean => own.has(d.id) || own.has(d.source.sha256);
  const replaced: string[] = [];
  for (const entry of corpora) {
    if (entry.collection === "bronnen") continue;
    const { dossiers } = entry.corpus;
    replaced.push(...dossiers.filter(isReplaced).map((d) => d.title));
    entry.corpus = { ...entry.corpus, dossiers: dossiers.filter((d) => !isReplaced(d)) };
  }
  const corpus = mergeCorpora(corpora.map((c) => c.corpus));
  const { dossiers } = corpus;
  const from = corpora.flatMap((c) => c.corpus.dossiers.map(() => c.collection));

  const all = new Counterparts(dossiers, compareSettings({}));
  const settings = asSettings(all.settings, corpus.settings);
  const result = overlapOf(all, settings, corpus.skipped);
  const place = new Map(dossiers.map((d, i) => [d.id, i]));
  const column = <T>(value: (cell: OverlapCell) => T): T[] => result.cells.map(value);
  const cells: CellColumns = {
    a: column((c) => known(place, c.a)),
    b: column((c) => known(place, c.b)),
    aStatements: column((c) => c.aStatements),
    bStatements: column((c) => c.bStatements),
    identical: column((c) => c.identical),
    near: column((c) => c.near),
    bIdentical: column((c) => c.bIdentical),
    bNear: column((c) => c.bNear),
    aInB: column((c) => c.aInB),
    bInA: column((c) => c.bInA),
  };
  return {
    overview: {
      generator: corpus.generator,
      settings,
      version: key.slice(0, 12),
      dossiers: dossiers.map((d, i) => summary(d, fileKey(d.id), from[i] ?? "voorbeeld")),
      cells,
      skipped: corpora.flatMap(({ collection, corpus: c }) => c.skipped.map((s) => ({ collection, ...s }))),
      replaced,
    },
    dossiers: dossiers.map((d) => contents(d, texts.get(d.source.sha256))),
    extracts: withoutText(corpus).dossiers,
    levels: levelFindings(all, corpus),
    anchors: anchorFindings(all, corpus),
    counterparts: dossiers.map((d, a) => ({
      id: d.id,
      others: Object.fromEntries(
        dossiers.flatMap((other, b) => (a === b ? [] : [[b, compact(d, other, counterpartsOf(all, a, b, settings))]])),
      ),
    })),
  };
}

/** The decoded text of each file that can be read, by its hash: what the offsets of a dossier refer to. */
async function sourceTexts(folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { file, bytes } of (await readInputs([folder])).files) {
    try {
      const source = await readDocument(bytes, file);
      if (source.format !== "corpus") texts.set(source.sha256, source.text);
    } catch (error) {
      // The corpus of the same folder says so already.
      if (!(error instanceof ReadError)) throw error;
    }
  }
  return texts;
}

/** A file name that is safe everywhere, whatever the id of a user's dossier is. */
export function fileKey(id: string): string {
  return `${id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)}-${sha256(id).slice(0, 8)}`;
}

/** The files of a folder that a reader would take: no explanation, nothing hidden. */
async function sourcesIn(folder: string): Promise<string[]> {
  return (await filesUnder(folder)).filter((file) => !/[\\/](readme(\.[^\\/]*)?|\.[^\\/]*|thumbs\.db)$/i.test(file));
}

async function inputKey(): Promise<string> {
  const hash = createHash("sha256").update(`${OWN_SOURCES}\0${textIsWithheld()}`);
  for (const folder of [join(ROOT, "src"), join(ROOT, "data"), join(ROOT, "scripts/site"), OWN_SOURCES]) {
    for (const file of await filesUnder(folder)) {
      hash
        .update(relative(ROOT, file).split(sep).join("/"))
        .update("\0")
        .update(sha256(await readFile(file)));
    }
  }
  return hash.digest("hex");
}

function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** All files under a folder, in an order that does not depend on the machine; none if there is no such folder. */
async function filesUnder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort();
}
