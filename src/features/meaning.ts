import { COMMON, meaningOf, unit } from "../language/meaning.js";
import { DIMENSIONS } from "../language/vectors.js";
import type { Features } from "../model.js";
import { TARGET } from "../text/index.js";
import { contentWords, wordWeight } from "./words.js";

/** Rarity at and below which a word says nothing about meaning. */
const FLOOR = 0.5;
/** What "whoever the work is done for" stands for in the background. */
const TARGET_WORD = "client";

interface WordPart {
  word: string;
  weight: number;
  vector: Float64Array;
}

const wordParts = (features: Features): WordPart[] =>
  contentWords(features).flatMap(([word, count]) => {
    const target = word === TARGET;
    const vector = meaningOf(target ? TARGET_WORD : word);
    return vector ? [{ word, weight: wordWeight(word, FLOOR) * (target ? 1 : count), vector }] : [];
  });

/** The rarity-weighted mean of the vectors of a statement's words, of length 1: {@link DIMENSIONS} numbers. Null where no word is known. */
export function rawMeaning(features: Features): Float64Array | null {
  const sum = new Float64Array(DIMENSIONS);
  for (const { weight, vector } of wordParts(features)) {
    for (let d = 0; d < DIMENSIONS; d++) sum[d] = (sum[d] as number) + weight * (vector[d] as number);
  }
  return unit(sum);
}

/** As {@link rawMeaning}, without what all statements of competency documents have in common. */
export function meaningVector(features: Features): Float64Array | null {
  const raw = rawMeaning(features);
  if (raw) for (let d = 0; d < DIMENSIONS; d++) raw[d] = (raw[d] as number) - (COMMON[d] as number);
  return raw && unit(raw);
}

/**
 * What each word of two statements adds to the cosine of their meanings, as shares of it that add up to 1 a side; a
 * word that draws them apart has a share below 0. Empty where one has no meaning.
 */
export function meaningShares(a: Features, b: Features): { a: WordShare[]; b: WordShare[] } {
  const [x, y] = [meaningVector(a), meaningVector(b)];
  if (!x || !y) return { a: [], b: [] };
  return { a: shares(a, y), b: shares(b, x) };
}

export interface WordShare {
  word: string;
  share: number;
}

function shares(features: Features, other: Float64Array): WordShare[] {
  const parts = wordParts(features);
  const sum = new Float64Array(DIMENSIONS);
  for (const { weight, vector } of parts) {
    for (let d = 0; d < DIMENSIONS; d++) sum[d] = (sum[d] as number) + weight * (vector[d] as number);
  }
  const norm = Math.hypot(...sum);
  const weights = parts.reduce((total, { weight }) => total + weight, 0);
  // What statements have in common is taken off each word by its weight.
  const gains = parts.map(({ word, weight, vector }) => {
    let gain = 0;
    for (let d = 0; d < DIMENSIONS; d++) {
      gain += weight * ((vector[d] as number) / norm - (COMMON[d] as number) / weights) * (other[d] as number);
    }
    return { word, gain };
  });
  const cosine = gains.reduce((total, { gain }) => total + gain, 0);
  return gains.map(({ word, gain }) => ({ word, share: gain / cosine }));
}
