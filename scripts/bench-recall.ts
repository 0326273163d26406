// What is missed where not every pair is scored: the share of the true ten best that are on the shortlists, on a sample of
// the statements of any files: npm run bench:recall -- [--seed N] FILES… (without a seed: statements at equal distances)
import { parseArgs } from "node:util";
import { scoredAmong } from "../src/compare/index.js";
import { seeded } from "../src/language/random.js";
import type { Features } from "../src/model.js";
import { loadCorpus } from "../src/node/index.js";
import { Scorer, Shortlist, statementColumns, topK } from "../src/similarity/index.js";
import { eachFeatures } from "../src/text/index.js";

const SAMPLE = 100;
const TOP = 10;
const LIMITS = [20, 50, 100, 200, 500, 1000, 2000];

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: "string" } } });
const corpus = await loadCorpus(positionals, { maxMb: 1000 });
const features = Array.from(eachFeatures(corpus), ([, own]) => own);
const dossiers = corpus.dossiers.flatMap((dossier, i) => dossier.statements.map(() => i));
const scorer = new Scorer(features);
const shortlist = new Shortlist(statementColumns(features));
const size = features.length;
const random = values.seed === undefined ? null : seeded(Number(values.seed));
const step = size / Math.min(SAMPLE, size);
// One of each of so many equal parts.
const queries = Array.from({ length: Math.min(SAMPLE, size) }, (_, k) => Math.floor((k + (random?.() ?? 0)) * step));
const used = scoredAmong(size, TOP);
const limits = [...new Set([...LIMITS.filter((limit) => limit < size), ...(used === null ? [] : [used])])];
const found = limits.map(() => 0);
let all = 0;
for (const query of queries) {
  const own = features[query] as Features;
  const best = (rows: ArrayLike<number> | null, scores: Float64Array): number[] => {
    const rowOf = (k: number): number => (rows ? (rows[k] as number) : k);
    return topK(scores, TOP, 0, (k) => scores[k] === 0 || dossiers[rowOf(k)] === dossiers[query]).map(({ index }) =>
      rowOf(index),
    );
  };
  const truth = best(null, scorer.scores(own));
  all += truth.length;
  for (const [k, limit] of limits.entries()) {
    const { rows, scores } = shortlist.best(query, limit);
    const some = new Set(best(rows, scores));
    found[k] = (found[k] as number) + truth.filter((index) => some.has(index)).length;
  }
}
console.log(
  `${size} statements, ${queries.length} queries, ${all} of their ${TOP} best; used: ${used ?? "every pair"}\n`,
);
console.log("| among | found of the ten best |\n|---|---|");
for (const [k, limit] of limits.entries()) {
  console.log(`| ${limit}${limit === used ? " (used)" : ""} | ${((found[k] as number) / all).toFixed(4)} |`);
}
