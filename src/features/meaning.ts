import { COMMON, meaningOf, norm, unit } from "../language/meaning.js";
import { DIMENSIONS } from "../language/vectors.js";
import type { Features } from "../model.js";
import { TARGET } from "../text/index.js";
import { countedWords, wordWeight } from "./words.js";

/** Rarity at and below which a word says nothing about meaning. */
const FLOOR = 0.5;
/** What "whoever the work is done for" stands for in the background. */
const TARGET_WORD = "client";

interface WordPart {
  word: string;
  weight: number;
  vector: Float64Array;
}

/** What a word adds to the meaning of a statement each time it stands there: its vector and what that weighs; null of one that is not known. */
export function wordMeaning(word: string): Omit<WordPart, "word"> | null {
  const vector = meaningOf(word === TARGET ? TARGET_WORD : word);
  return vector && { weight: wordWeight(word, FLOOR), vector };
}

const wordParts = (features: Features): WordPart[] =>
  countedWords(features).flatMap(([word, count]) => {
    const own = wordMeaning(word);
    return own ? [{ word, weight: own.weight * count, vector: own.vector }] : [];
  });

function summed(parts: readonly WordPart[]): Float64Array {
  const sum = new Float64Array(DIMENSIONS);
  for (const { weight, vector } of parts) {
    for (let d = 0; d < DIMENSIONS; d++) sum[d] = (sum[d] as number) + weight * (vector[d] as number);
  }
  return sum;
}

/** The rarity-weighted mean of the vectors of a statement's words, of length 1: {@link DIMENSIONS} numbers. Null where no word is known. */
export const rawMeaning = (features: Features): Float64Array | null => unit(summed(wordParts(features)));

/** A meaning by the words of a statement: `scale` times the sum of their vectors by weight, less `shift` times {@link COMMON}. */
export interface Meaning {
  scale: number;
  shift: number;
}

/**
 * What makes a meaning of a sum of vectors: as {@link rawMeaning}, without what all statements of competency documents have
 * in common, and of length 1 again. Null where nothing is left.
 */
export function meaningScale(sum: Float64Array): Meaning | null {
  const length = norm(sum);
  if (length === 0) return null;
  let square = 0;
  for (let d = 0; d < DIMENSIONS; d++) square += ((sum[d] as number) / length - (COMMON[d] as number)) ** 2;
  const rest = Math.sqrt(square);
  return rest === 0 ? null : { scale: 1 / (length * rest), shift: 1 / rest };
}

/** The meaning of a statement in numbers: a vector of length 1. */
export function meaningVector(features: Features): Float64Array | null {
  const sum = summed(wordParts(features));
  const own = meaningScale(sum);
  return own && sum.map((x, d) => own.scale * x - own.shift * (COMMON[d] as number));
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
  const length = norm(summed(parts));
  const weights = parts.reduce((total, { weight }) => total + weight, 0);
  // What statements have in common is taken off each word by its weight.
  const gains = parts.map(({ word, weight, vector }) => {
    let gain = 0;
    for (let d = 0; d < DIMENSIONS; d++) {
      gain += weight * ((vector[d] as number) / length - (COMMON[d] as number) / weights) * (other[d] as number);
    }
    return { word, gain };
  });
  const cosine = gains.reduce((total, { gain }) => total + gain, 0);
  return gains.map(({ word, gain }) => ({ word, share: gain / cosine }));
}
