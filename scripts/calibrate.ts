// Fits the probabilities that scores stand for: npx tsx scripts/calibrate.ts [FOLDER], with the judged pairs of
// scripts/evaluate.ts. Only the numbers are kept (data/calibration.json).
import { writeFile } from "node:fs/promises";
import { logOdds } from "../src/compare/probability.js";
import { fitLogistic } from "../src/evaluate/calibration.js";
import { DEFAULT_WEIGHTS, Scorer } from "../src/similarity/index.js";
import { readJudged } from "./judged.js";

const gold = await readJudged(process.argv[2] ?? "../shared/gold");
const scorer = new Scorer(gold.candidates.map(({ features }) => features));
const pairs = gold.queries.flatMap(({ features, grades }) =>
  [...scorer.scores(features)].map((score, i) => ({ score, grade: grades.get(gold.candidates[i]?.id ?? "") ?? 0 })),
);
const x = pairs.map(({ score }) => logOdds(score));
const curve = (least: number) => {
  const { intercept, slope } = fitLogistic(
    x,
    pairs.map(({ grade }) => grade >= least),
  );
  return { intercept: Math.round(intercept * 1e4) / 1e4, slope: Math.round(slope * 1e4) / 1e4 };
};
const count = (least: number): number => pairs.filter(({ grade }) => grade >= least).length;
const out = {
  source:
    "Fitted by scripts/calibrate.ts to judged pairs of statements (grade 1: overlap in substance, 2: the same requirement; a pair that no reader listed counts as 0). One reader, a language model.",
  weights: DEFAULT_WEIGHTS,
  basis: { queries: gold.queries.length, pairs: pairs.length, overlap: count(1), same: count(2) },
  overlap: curve(1),
  same: curve(2),
};
await writeFile("data/calibration.json", `${JSON.stringify(out, null, 2)}\n`);
console.log(out);
