import { mean, quantileSorted, sampleWithReplacement } from "simple-statistics";
import { seeded } from "../language/random.js";
import { roundScore } from "../similarity/index.js";

export interface Interval {
  mean: number;
  /** Bounds of the 95% percentile interval. */
  low: number;
  high: number;
  /** Number of values it rests on. */
  n: number;
}

/**
 * Mean with its bootstrap percentile interval (Efron 1979): values drawn again with replacement, as many as there are.
 * NaN values are left out. @returns NaN throughout where no value is left
 */
export function bootstrapMean(values: readonly number[], { seed = 1, draws = 2000 } = {}): Interval {
  const kept = values.filter((value) => !Number.isNaN(value));
  if (kept.length === 0) return { mean: Number.NaN, low: Number.NaN, high: Number.NaN, n: 0 };
  const random = seeded(seed);
  const means = Array.from({ length: draws }, () => mean(sampleWithReplacement(kept, kept.length, random)));
  means.sort((a, b) => a - b);
  return { mean: mean(kept), low: quantileSorted(means, 0.025), high: quantileSorted(means, 0.975), n: kept.length };
}

/** A measure with its interval, as it stands in results: nine decimals, null where there is nothing to measure. */
export interface Estimate {
  value: number | null;
  /** Bounds of the 95% bootstrap percentile interval. */
  low: number | null;
  high: number | null;
  /** Number of cases (queries, statements) it rests on. */
  n: number;
}

export interface BootstrapOptions {
  seed?: number;
  draws?: number;
}

const shown = (value: number): number | null => (Number.isNaN(value) ? null : roundScore(value));

/** A mean with its interval, for output. */
export function estimateMean(values: readonly number[], options: BootstrapOptions = {}): Estimate {
  const { mean: value, low, high, n } = bootstrapMean(values, options);
  return { value: shown(value), low: shown(low), high: shown(high), n };
}

/**
 * Any measure of counts that add up over cases, with its bootstrap percentile interval: cases are drawn again with
 * replacement and their counts added.
 * @param cases for each case its counts, all of the same length
 * @param measure of the sums of the counts; draws in which it is NaN are left out of the interval
 */
export function estimateCounts(
  cases: readonly (readonly number[])[],
  measure: (sums: readonly number[]) => number,
  { seed = 1, draws = 2000 }: BootstrapOptions = {},
): Estimate {
  const width = cases[0]?.length ?? 0;
  const sums = (pick: (i: number) => readonly number[]): number[] => {
    const out = new Array<number>(width).fill(0);
    for (let i = 0; i < cases.length; i++) {
      const counts = pick(i);
      for (let k = 0; k < width; k++) out[k] = (out[k] as number) + (counts[k] as number);
    }
    return out;
  };
  const value = cases.length === 0 ? Number.NaN : measure(sums((i) => cases[i] as readonly number[]));
  if (Number.isNaN(value)) return { value: null, low: null, high: null, n: cases.length };
  const random = seeded(seed);
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const one = measure(sums(() => cases[Math.floor(random() * cases.length)] as readonly number[]));
    if (!Number.isNaN(one)) values.push(one);
  }
  values.sort((a, b) => a - b);
  return {
    value: roundScore(value),
    low: shown(values.length === 0 ? Number.NaN : quantileSorted(values, 0.025)),
    high: shown(values.length === 0 ? Number.NaN : quantileSorted(values, 0.975)),
    n: cases.length,
  };
}
