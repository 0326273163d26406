// Makes data/corpus/corpus.json anew: the five documents, extracted without their text. Run it at the end of a change
// that moves what is read from them; test/golden/corpus.test.ts holds the file against a fresh extraction.
import { mkdir } from "node:fs/promises";
import { withoutText } from "../src/corpus/index.js";
import { formatJson } from "../src/export/index.js";
import { loadCorpus, writeAtomic } from "../src/node/index.js";

const folder = process.env.ANKERPUNT_BRONNEN ?? "../shared/bronnen";
const corpus = await loadCorpus([folder]);
if (corpus.dossiers.length === 0) throw new Error(`no documents in ${folder}: name their folder in ANKERPUNT_BRONNEN`);
await mkdir("data/corpus", { recursive: true });
await writeAtomic("data/corpus/corpus.json", formatJson(withoutText(corpus)));
console.log(`${corpus.dossiers.length} dossiers`);
