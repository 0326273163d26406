import { mean, quantileSorted, sampleWithReplacement } from "simple-statistics";

export interface Interval {
  mean: number;
  /** Bounds of the 95% percentile interval. */
  low: number;
  high: number;
  /** Number of values it rests on. */
  n: number;
}

/** A seeded generator of numbers from 0 up to 1 (mulberry32, public domain): the same seed, the same numbers. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
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
