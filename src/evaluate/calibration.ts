/** From scores to probabilities, by judged pairs. */

export interface Logistic {
  intercept: number;
  slope: number;
}

/** The probability that a logistic curve gives a score, 0..1. */
const probability = ({ intercept, slope }: Logistic, score: number): number =>
  1 / (1 + Math.exp(-(intercept + slope * score)));

const MAX_STEPS = 100;
const CONVERGED = 1e-10;

/**
 * Platt's logistic curve through scores and yes/no judgements (Platt 1999; Newton's method of Lin, Lin and Weng 2007).
 * The targets are drawn in a little, as if one more yes and one more no had been seen, so that few judgements that
 * happen to be divided cleanly give no certainty.
 * @throws RangeError if the lists differ in length, or hold no yes or no no
 */
export function fitLogistic(scores: readonly number[], labels: readonly boolean[]): Logistic {
  if (scores.length !== labels.length) throw new RangeError(`${scores.length} scores, ${labels.length} judgements`);
  const yes = labels.filter(Boolean).length;
  const no = labels.length - yes;
  if (yes === 0 || no === 0) throw new RangeError("a calibration needs judgements of both kinds");
  const target = (label: boolean): number => (label ? (yes + 1) / (yes + 2) : 1 / (no + 2));
  let curve: Logistic = { intercept: Math.log((yes + 1) / (no + 1)), slope: 0 };
  for (let step = 0; step < MAX_STEPS; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-12, 0, 1e-12];
    for (const [i, score] of scores.entries()) {
      const p = probability(curve, score);
      const d = target(labels[i] as boolean) - p;
      const w = p * (1 - p);
      g0 += d;
      g1 += d * score;
      h00 += w;
      h01 += w * score;
      h11 += w * score * score;
    }
    const det = h00 * h11 - h01 * h01;
    const [a, b] = [(h11 * g0 - h01 * g1) / det, (h00 * g1 - h01 * g0) / det];
    // Halve the step until the likelihood grows: Newton's full step can leap too far on few yeses.
    let size = 1;
    const now = logLikelihood(curve, scores, labels, target);
    let next = curve;
    for (; size > 1e-6; size /= 2) {
      next = { intercept: curve.intercept + size * a, slope: curve.slope + size * b };
      if (logLikelihood(next, scores, labels, target) >= now) break;
    }
    curve = next;
    if (Math.abs(size * a) + Math.abs(size * b) < CONVERGED) break;
  }
  return curve;
}

function logLikelihood(
  curve: Logistic,
  scores: readonly number[],
  labels: readonly boolean[],
  target: (label: boolean) => number,
): number {
  let sum = 0;
  for (const [i, score] of scores.entries()) {
    const x = curve.intercept + curve.slope * score;
    const t = target(labels[i] as boolean);
    // log(1 + e^x) without overflow.
    sum += t * x - (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));
  }
  return sum;
}
