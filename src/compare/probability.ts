/** What a score is worth: the chance that two statements overlap in substance, and that they say the same. */
export interface Probabilities {
  overlap: number;
  same: number;
}

const logistic = (score: number, middle: number, width: number): number => 1 / (1 + Math.exp((middle - score) / width));

/** Eyed from the judged pairs; to be replaced by a calibration with the number it rests on. */
export function calibrate(score: number): Probabilities {
  return { overlap: logistic(score, 0.48, 0.06), same: logistic(score, 0.68, 0.06) };
}
