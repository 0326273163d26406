// How well the scores find judged counterparts: npm run evaluate [FOLDER], with match-vragen.csv, match-kandidaten.csv
// and match-oordelen.csv (default ../shared/gold). Baselines (scikit-learn's, if python3 has it), each signal alone,
// each left out, the whole; and the whole with weights chosen on other queries than those it is measured on.
import { execFileSync } from "node:child_process";
import natural from "natural/lib/natural/tfidf/index.js";
import { bootstrapMean, type RankingScores, scoreRanking, seeded } from "../src/evaluate/index.js";
import { SIGNALS, type Signal, tfidfVectors } from "../src/features/index.js";
import { stemDutch } from "../src/language/snowball.js";
import { words } from "../src/language/tokens.js";
import { DEFAULT_WEIGHTS, Postings, Scorer, type SignalWeights } from "../src/similarity/index.js";
import { readJudged } from "./judged.js";

const { queries, candidates } = await readJudged(process.argv[2] ?? "../shared/gold");
const [q, c] = [queries.map(({ text }) => text), candidates.map(({ text }) => text)];
type Scores = (query: number) => ArrayLike<number>;

/** Scores of the ranking of each query. */
function rankings(scoresOf: Scores): RankingScores[] {
  return queries.map(({ grades }, i) => {
    const order = Array.from(scoresOf(i), (score, k) => ({ score, k }));
    order.sort((a, b) => b.score - a.score || a.k - b.k);
    return scoreRanking(
      order.map(({ k }) => candidates[k]?.id ?? ""),
      grades,
    );
  });
}

const ndcgs = (all: readonly RankingScores[]): number[] => all.map(({ ndcg }) => ndcg);

function report(name: string, all: readonly RankingScores[]): readonly RankingScores[] {
  const of = (key: keyof RankingScores) => bootstrapMean(all.map((scores) => scores[key]));
  const { mean, low, high, n } = of("ndcg");
  const figures = [mean, low, high, of("p1").mean, of("rr").mean, of("ap").mean].map((x) => x.toFixed(3));
  console.log(`${name.padEnd(40)} ${figures.join("  ")}  ${n}`);
  return all;
}

console.log(`${"".padEnd(40)} nDCG@10 low   high   P@1    MRR    AP     queries`);

/** scikit-learn's cosines, or null where this machine has none. */
function scikit(): { version: string; scores: Record<string, number[][]> } | null {
  for (const python of ["/usr/bin/python3", "python3"]) {
    try {
      const input = JSON.stringify({ queries: q, candidates: c });
      const out = execFileSync(python, ["scripts/sklearn-baseline.py"], { input, maxBuffer: 1e9, encoding: "utf8" });
      const found = JSON.parse(out);
      if (found) return found;
    } catch {
      // No such python, or one that is broken: the next.
    }
  }
  return null;
}

const sklearn = scikit();
let baseline: readonly RankingScores[] | null = null;
let baselineName = "";
if (sklearn === null) console.log("scikit-learn: not installed for python3, its baselines are left out");
for (const [name, scores] of Object.entries(sklearn?.scores ?? {})) {
  const all = report(
    `scikit-learn ${sklearn?.version} ${name}`,
    rankings((i) => scores[i] ?? []),
  );
  if (baseline === null || bootstrapMean(ndcgs(all)).mean > bootstrapMean(ndcgs(baseline)).mean) {
    baseline = all;
    baselineName = `scikit-learn ${name}`;
  }
}

const plain = tfidfVectors([...q, ...c]);
const postings = Postings.of(plain.vectors.slice(q.length));
report(
  "--signals words: TF-IDF over the input",
  rankings((i) => {
    const out = new Float64Array(c.length);
    const vector = plain.vectors[i];
    if (vector) postings.addScores(vector, 1, out);
    return out;
  }),
);
const tfidf = new natural.TfIdf();
for (const text of c) tfidf.addDocument(words(text).map(stemDutch));
report(
  "natural's TfIdf on stems",
  rankings((i) => {
    const out = new Float64Array(c.length);
    tfidf.tfidfs(words(q[i] ?? "").map(stemDutch), (k, measure) => {
      out[k] = measure;
    });
    return out;
  }),
);

const all = candidates.map(({ features }) => features);
const rankedBy = (weights: SignalWeights): RankingScores[] => {
  const scorer = new Scorer(all, weights);
  const features = queries.map((query) => query.features);
  return rankings((i) => scorer.scores(features[i] ?? { hash: "", bag: [] }));
};
const used = SIGNALS.filter((signal) => DEFAULT_WEIGHTS[signal]);
for (const signal of SIGNALS) report(`${signal} alone`, rankedBy({ [signal]: 1 }));
for (const signal of used) report(`without ${signal}`, rankedBy({ ...DEFAULT_WEIGHTS, [signal]: 0 }));
const whole = report("the whole", rankedBy(DEFAULT_WEIGHTS));

// Cross-validation: for each fifth of the queries weights from the other four, the mean of the mixes that are best there
// (of few queries the very best mix is mostly luck).
const GRID: SignalWeights[] = [0, 2, 4, 8].flatMap((ngrams) =>
  [0, 1, 2, 4].flatMap((concepts) =>
    [0, 3, 6].flatMap((meaning) => [0, 4, 8, 12].map((nearest) => ({ ngrams, concepts, meaning, nearest }))),
  ),
);
const FOLDS = 5;
/** Which fifth a query falls in is chance: the figure is the mean over so many foldings. */
const FOLDINGS = 20;
/** How many of the best mixes are averaged. What they say is drawn halfway to equal weights: of few queries much is luck. */
const BEST = 20;

/** The signals' own scores, to try weights without computing them anew. */
const parts = new Map<Signal, Float64Array[]>(
  used.map((signal) => {
    const scorer = new Scorer(all, { [signal]: 1 });
    return [signal, queries.map(({ features }) => scorer.scores(features))];
  }),
);
const mixed = (weights: SignalWeights): number[] =>
  ndcgs(
    rankings((i) => {
      const out = new Float64Array(c.length);
      for (const [signal, scores] of parts) {
        const weight = weights[signal] ?? 0;
        if (weight > 0) for (const [k, score] of (scores[i] ?? []).entries()) out[k] = (out[k] ?? 0) + weight * score;
      }
      return out;
    }),
  );
const mixes = GRID.map((weights) => {
  const total = Object.values(weights).reduce((sum, w) => sum + w, 0);
  return Object.fromEntries(Object.entries(weights).map(([signal, w]) => [signal, w / total])) as SignalWeights;
}).filter((weights) => !Object.values(weights).some(Number.isNaN));
const grid = mixes.map(mixed);

/** What each query scores with weights from the other fifths. */
function heldOut(seed: number): number[] {
  const random = seeded(seed);
  const shuffled = queries
    .map((_, i) => ({ i, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ i }) => i);
  const held: number[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const test = new Set(shuffled.filter((_, at) => at % FOLDS === fold));
    const trained = grid.map((scores) => scores.reduce((sum, score, i) => sum + (test.has(i) ? 0 : score), 0));
    const best = trained
      .map((score, at) => ({ score, at }))
      .sort((a, b) => b.score - a.score || a.at - b.at)
      .slice(0, BEST);
    const mean = Object.fromEntries(
      used.map((signal) => {
        const learned = best.reduce((sum, { at }) => sum + (mixes[at]?.[signal] ?? 0), 0) / best.length;
        return [signal, (learned + 1 / used.length) / 2];
      }),
    ) as SignalWeights;
    const scores = mixed(mean);
    for (const i of test) held[i] = scores[i] ?? 0;
  }
  return held;
}
const average = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;
const foldings = Array.from({ length: FOLDINGS }, (_, k) => heldOut(k + 1));
const byFolding = foldings.map(average).sort((a, b) => a - b);
const held = queries.map((_, i) => average(foldings.map((scores) => scores[i] ?? 0)));
const equal = mixed(Object.fromEntries(used.map((signal) => [signal, 1])));
const cross = bootstrapMean(held);
console.log(
  `\nThe whole, weights by ${FOLDS}-fold cross-validation over queries (halfway between equal ones and the mean of the best ${BEST} of ${grid.length} mixes, ${FOLDINGS} foldings): ` +
    `nDCG@10 ${cross.mean.toFixed(3)} (${cross.low.toFixed(3)}–${cross.high.toFixed(3)}), by folding ${byFolding[0]?.toFixed(3)} to ${byFolding.at(-1)?.toFixed(3)}`,
);

if (baseline) {
  const base = ndcgs(baseline);
  const mean = bootstrapMean(base).mean;
  for (const [name, scores] of [
    ["the whole", ndcgs(whole)],
    ["cross-validated", held],
    ["equal weights, nothing fitted,", equal],
  ] as const) {
    const gain = bootstrapMean(scores.map((score, i) => score - (base[i] ?? 0)));
    const percent = [gain.mean, gain.low, gain.high].map((x) => `${((100 * x) / mean).toFixed(1)}%`);
    console.log(
      `Gain of ${name} over ${baselineName}, pair by pair: ${gain.mean.toFixed(3)} (${gain.low.toFixed(3)}–${gain.high.toFixed(3)}), ${percent[0]} (${percent[1]} to ${percent[2]})`,
    );
  }
}
