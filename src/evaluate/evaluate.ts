import { allWeights, asSettings, compareSettings, givenSettings } from "../compare/index.js";
import { GENERATOR } from "../generator.js";
import type { Corpus, Generator, Settings } from "../model.js";
import { ReadError } from "../read/index.js";
import { DEFAULT_WEIGHTS } from "../similarity/index.js";
import type { Gold } from "./gold.js";
import { evaluateLabels, type LabelEvaluation } from "./labels.js";
import { evaluatePairs, type PairEvaluation, type PairOptions } from "./pairs.js";

export interface EvaluationResult {
  schema: "ankerpunt/evaluation@1";
  generator: Generator;
  settings: Settings;
  result: PairEvaluation | LabelEvaluation;
}

export interface EvaluateOptions extends PairOptions {
  /** The order of labels, for quadratic weights. */
  labels?: readonly string[];
}

/**
 * Holds the scores against judged pairs, or codings against each other, with bootstrap intervals.
 * @param corpus the statements that judged pairs name; labels need none
 * @throws ReadError where judged pairs come without their statements, or labels of fewer than two coders
 */
export function evaluate(gold: Gold, corpus: Corpus | null, options: EvaluateOptions = {}): EvaluationResult {
  const { seed = 1, draws = 2000 } = options;
  const drawn = { seed, draws };
  if (gold.of === "labels") {
    if (gold.codings.length < 2) throw new ReadError("labels of one coder: there is nothing to hold them against");
    return {
      schema: "ankerpunt/evaluation@1",
      generator: GENERATOR,
      settings: drawn,
      result: evaluateLabels(gold.codings, { ...drawn, ...(options.labels ? { labels: options.labels } : {}) }),
    };
  }
  if (!corpus) throw new ReadError("judged pairs need the files that hold their statements");
  const { signals, stems = "snowball", given = [] } = options;
  const weights = signals === undefined || signals === "words" ? {} : { weights: signals };
  const own = compareSettings({ ...options, ...weights });
  const settings = { ...asSettings(own, corpus.settings), ...givenSettings(given) };
  const words = signals === "words" ? { signals: "words", stems, rarity: "input" } : {};
  const all = given.length > 0 && signals !== "words" ? { signals: allWeights(signals ?? DEFAULT_WEIGHTS, given) } : {};
  return {
    schema: "ankerpunt/evaluation@1",
    generator: GENERATOR,
    settings: { ...settings, ...words, ...all, ...drawn },
    result: evaluatePairs(gold, corpus, options),
  };
}
