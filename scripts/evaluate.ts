// How well the scores find judged counterparts: npm run evaluate [FOLDER], with match-vragen.csv, match-kandidaten.csv
// and match-oordelen.csv (default ../shared/gold). Each signal alone, each left out, and the whole.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import natural from "natural/lib/natural/tfidf/index.js";
import { bootstrapMean, type RankingScores, scoreRanking } from "../src/evaluate/index.js";
import { SIGNALS, tfidfVectors } from "../src/features/index.js";
import { stemDutch } from "../src/language/snowball.js";
import { words } from "../src/language/tokens.js";
import { DEFAULT_WEIGHTS, Postings, Scorer, type SignalWeights } from "../src/similarity/index.js";
import { features, learnRoles } from "../src/text/index.js";

type Row = Record<string, string>;
const folder = process.argv[2] ?? "../shared/gold";
const read = async (file: string): Promise<Row[]> =>
  parse(await readFile(join(folder, file), "utf8"), { columns: true });
const [queries, candidates, judgements] = await Promise.all(
  ["match-vragen.csv", "match-kandidaten.csv", "match-oordelen.csv"].map(read),
);
if (!queries || !candidates || !judgements) throw new Error("no gold");

const grades = new Map<string, Map<string, number>>();
for (const { vraag = "", kandidaat = "", graad } of judgements) {
  const own = grades.get(vraag) ?? new Map<string, number>();
  grades.set(vraag, own.set(kandidaat, Number(graad)));
}
const texts = (rows: Row[]): string[] => rows.map((row) => row.text ?? "");
const [q, c] = [texts(queries), texts(candidates)];

/** Ranks the candidates for every query and prints the means of the scores. */
function report(name: string, scoresOf: (query: number) => ArrayLike<number>): void {
  const all = queries?.map((query, i): RankingScores => {
    const scores = Array.from(scoresOf(i));
    const order = scores.map((score, k) => ({ score, k })).sort((a, b) => b.score - a.score || a.k - b.k);
    return scoreRanking(
      order.map(({ k }) => candidates?.[k]?.id ?? ""),
      grades.get(query.id ?? "") ?? new Map(),
    );
  });
  const of = (key: keyof RankingScores) => bootstrapMean((all ?? []).map((scores) => scores[key]));
  const { mean, low, high, n } = of("ndcg");
  const figures = [mean, low, high, of("p1").mean, of("rr").mean, of("ap").mean].map((x) => x.toFixed(3));
  console.log(`${name.padEnd(34)} ${figures.join("  ")}  ${n}`);
}

console.log(`${"".padEnd(34)} nDCG@10 low   high   P@1    MRR    AP     queries`);

const plain = tfidfVectors([...q, ...c]);
const postings = new Postings(plain.vectors.slice(q.length), plain.terms);
report("words: TF-IDF over the input", (i) => {
  const out = new Float64Array(c.length);
  const vector = plain.vectors[i];
  if (vector) postings.addScores(vector, 1, out);
  return out;
});
const tfidf = new natural.TfIdf();
for (const text of c) tfidf.addDocument(words(text).map(stemDutch));
report("natural's TfIdf on stems", (i) => {
  const out = new Float64Array(c.length);
  tfidf.tfidfs(words(q[i] ?? "").map(stemDutch), (k, measure) => {
    out[k] = measure;
  });
  return out;
});

const roles = learnRoles(q);
const candidateFeatures = c.map((text) => features(text));
const queryFeatures = q.map((text) => features(text, roles));
function signals(name: string, weights: SignalWeights): void {
  const scorer = new Scorer(candidateFeatures, weights);
  report(name, (i) => scorer.scores(queryFeatures[i] ?? features("")));
}
for (const signal of SIGNALS) signals(`${signal} alone`, { [signal]: 1 });
for (const signal of SIGNALS) {
  if (DEFAULT_WEIGHTS[signal]) signals(`without ${signal}`, { ...DEFAULT_WEIGHTS, [signal]: 0 });
}
signals("the whole", DEFAULT_WEIGHTS);
