import data from "../../data/calibration.json" with { type: "json" };

/** What a score is worth: the chance that two statements overlap in substance, and that they say the same. */
export interface Probabilities {
  overlap: number;
  same: number;
}

/** What the probabilities rest on: judged queries, pairs of them that overlap, pairs that say the same. */
export const CALIBRATION_BASIS = data.basis;

/**
 * Log-odds of a score: a logistic curve over them runs from 0 to 1 as the score does, so that few high scores among the
 * judged pairs give no wild guess at the ends (the one-slope form of beta calibration, Kull et al. 2017).
 * @param score 0..1; drawn in to 0.001 … 0.999
 */
export function logOdds(score: number): number {
  const inside = Math.min(0.999, Math.max(0.001, score));
  return Math.log(inside / (1 - inside));
}

const chance = ({ intercept, slope }: { intercept: number; slope: number }, score: number): number =>
  1 / (1 + Math.exp(-(intercept + slope * logOdds(score))));

/**
 * The probabilities that a score of the default weights stands for, each 0..1 and growing with it. They hold for a pair
 * drawn from two documents of one field; `data/calibration.json` says on how many judged pairs they rest.
 */
export function calibrate(score: number): Probabilities {
  const overlap = chance(data.overlap, score);
  return { overlap, same: Math.min(overlap, chance(data.same, score)) };
}

/** The least score, in hundredths, at which overlap is as likely as not. */
export const EVEN_SCORE = Math.ceil(100 / (1 + Math.exp(data.overlap.intercept / data.overlap.slope))) / 100;
