// What statements of competency documents have in common, in numbers: the mean of the vectors of the statements of our
// own examples (data/voorbeeld). npx tsx scripts/common.ts, after scripts/background.mjs.
import { writeFile } from "node:fs/promises";
import { rawMeaning } from "../src/features/meaning.js";
import { DIMENSIONS } from "../src/language/vectors.js";
import { loadCorpus } from "../src/node/index.js";
import { dossierFeatures } from "../src/text/index.js";

const { dossiers } = await loadCorpus(["data/voorbeeld"]);
const vectors = dossiers.flatMap(dossierFeatures).flatMap((features) => rawMeaning(features) ?? []);
const mean = Array.from({ length: DIMENSIONS }, (_, d) => {
  const sum = vectors.reduce((total, vector) => total + (vector[d] as number), 0);
  return Math.round((sum / vectors.length) * 1e5) / 1e5;
});
const source = `Mean of the vectors of ${vectors.length} statements of data/voorbeeld (own work of the project).`;
await writeFile("data/background/common.json", `${JSON.stringify({ source, mean })}\n`);
