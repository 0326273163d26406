/**
 * What the site shows, computed by the library: the three corpora, the overlap of all their dossiers, and the
 * counterparts of each pair. The result is kept on disk as the files that pages load, in a folder named by all that went
 * in: code, data and the user's own files. So a build of many dossiers need not hold them all as one text.
 */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { CollectionId, DossierFile, Overview, SharesFile } from "../../docs/components/types.js";
import { asSettings, Counterparts, compareSettings } from "../../src/compare/index.js";
import { mergeCorpora, withoutText } from "../../src/corpus/index.js";
import type { Corpus, Dossier } from "../../src/model.js";
import { loadCorpus, readInputs } from "../../src/node/index.js";
import { ReadError, readDocument } from "../../src/read/index.js";
import { type AnchorFindings, anchorFiles, anchorFindings } from "./anchors.js";
import { contents } from "./contents.js";
import type { DataFile } from "./data-file.js";
import { type LevelFindings, levelFiles, levelFindings } from "./levels.js";
import { FINDINGS_CACHE, OWN_SOURCES, ROOT } from "./paths.js";
import { searchFiles } from "./search.js";
import { mapFile, pairFiles, sharesOf } from "./shares.js";
import { summary } from "./summaries.js";
import { tableFiles } from "./table-files.js";

export interface Findings {
  corpus: Corpus;
  /** Of the dossiers of the corpus. */
  counterparts: Counterparts;
  overview: Overview;
  /** Per dossier, in the order of the overview. */
  dossiers: DossierFile[];
  shares: SharesFile[];
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

/** Names the folder that all loaders of one build read, so that a source that changes meanwhile can't mix results. */
export const PINNED = "ANKERPUNT_FINDINGS";

/** The text of one of the files that pages load at once: from the cache, and in a build what the build began with. */
export async function finding(name: string): Promise<string> {
  return readFile(join(process.env[PINNED] ?? (await findingsFolder()), `${name}.json`), "utf8");
}

/**
 * The folder with the findings of the sources as they are now, made if it is not there: what all pages need stands in
 * it, what is loaded when a reader asks for it in `data/`.
 */
export async function findingsFolder(): Promise<string> {
  const key = await inputKey();
  const folder = join(FINDINGS_CACHE, key);
  if (existsSync(folder)) return folder;
  const temporary = `${folder}.${process.pid}`;
  await mkdir(temporary, { recursive: true });
  await removeOld();
  const folders = new Set<string>();
  for (const [path, content] of dataFiles(await compute(key))) {
    const file = join(temporary, path);
    if (!folders.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
    folders.add(dirname(file));
    await writeFile(file, content instanceof Uint8Array ? content : JSON.stringify(content));
  }
  await rename(temporary, folder);
  return folder;
}

/** Another build may still be reading what is recent. */
async function removeOld(): Promise<void> {
  const hourAgo = Date.now() - 3_600_000;
  for (const name of await readdir(FINDINGS_CACHE)) {
    const old = join(FINDINGS_CACHE, name);
    if ((await stat(old)).mtimeMs < hourAgo) await rm(old, { recursive: true, force: true });
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
  const shares = sharesOf(all);
  const overview: Overview = {
    generator: corpus.generator,
    settings: asSettings(all.settings, corpus.settings),
    version: key.slice(0, 12),
    dossiers: dossiers.map((d, i) => {
      const compared = all.templates[i]?.filter((isOne) => !isOne).length;
      return summary(d, fileKey(d.id), from[i] ?? "voorbeeld", compared);
    }),
    skipped: corpora.flatMap(({ collection, corpus: c }) => c.skipped.map((s) => ({ collection, ...s }))),
    replaced,
  };
  return {
    corpus,
    counterparts: all,
    overview,
    dossiers: dossiers.map((d) => contents(d, texts.get(d.source.sha256))),
    shares,
    levels: levelFindings(all, corpus),
    anchors: anchorFindings(all, corpus),
  };
}

/** Every file that pages load, made one after another. */
export function* dataFiles(findings: Findings): Generator<DataFile> {
  const { corpus, counterparts, overview, dossiers, shares, levels, anchors } = findings;
  const keys = overview.dossiers.map((d) => d.key);
  yield ["overzicht.json", overview];
  yield ["kaart.json", mapFile(counterparts, shares)];
  const extracts = withoutText(corpus).dossiers;
  for (const [i, name] of keys.entries()) {
    yield [`data/dossiers/${name}.json`, dossiers[i]];
    // With features instead of text: what a document of a reader's own is compared with.
    yield [`data/uittreksel/${name}.json`, extracts[i]];
    yield [`data/aandelen/${name}.json`, shares[i]];
  }
  yield* pairFiles(counterparts, shares, keys);
  yield* levelFiles(levels, keys);
  yield* anchorFiles(anchors, keys);
  const search = searchFiles(overview, dossiers);
  yield ["zoeken.json", search.overview];
  for (const [name, shard] of search.shards) yield [`data/zoeken/${name}.json`, shard];
  yield* tableFiles(findings);
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

/** The same for the same program and documents, on any machine and in any folder. */
async function inputKey(): Promise<string> {
  const hash = createHash("sha256").update(`${textIsWithheld()}`);
  const unused = join(ROOT, "data/bronnen");
  const folders: [string, string[]][] = [];
  for (const folder of [join(ROOT, "src"), join(ROOT, "data"), join(ROOT, "scripts/site")]) {
    folders.push([ROOT, (await filesUnder(folder)).filter((file) => !file.startsWith(unused))]);
  }
  folders.push([OWN_SOURCES, await sourcesIn(OWN_SOURCES)]);
  for (const [base, files] of folders) {
    for (const file of files) {
      hash
        .update(relative(base, file).split(sep).join("/"))
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
