/** Word vectors of any word: of a known one its own, of a verb form its infinitive's, of a compound its parts'. */
import common from "../../data/background/common.json" with { type: "json" };
import { DIMENSIONS, wordVector } from "./vectors.js";
import { infinitive } from "./verbs.js";
import { compoundParts } from "./wordlist.js";

/** The length (L2) of a vector. */
export function norm(vector: Float64Array): number {
  let square = 0;
  for (let d = 0; d < vector.length; d++) square += (vector[d] as number) ** 2;
  return Math.sqrt(square);
}

/** Length 1, or null for a vector of nothing. */
export function unit(vector: Float64Array): Float64Array | null {
  const length = norm(vector);
  if (length === 0) return null;
  const out = new Float64Array(vector.length);
  for (let d = 0; d < out.length; d++) out[d] = (vector[d] as number) / length;
  return out;
}

/** Ends of the first part of a compound that the word itself does not have: "ondersteunings", "klanten". */
const JOINTS = ["", "s", "en"];

function known(word: string): Float64Array | null {
  const vector = wordVector(word);
  return vector ? unit(new Float64Array(vector)) : null;
}

function part(word: string): Float64Array | null {
  for (const joint of JOINTS) {
    const found = word.endsWith(joint) ? known(word.slice(0, word.length - joint.length)) : null;
    if (found) return found;
  }
  return null;
}

function parts(word: string): Float64Array[] {
  const own = known(word);
  if (own) return [own];
  if (word.includes("-")) return word.split("-").flatMap((piece) => known(piece) ?? []);
  const verb = infinitive(word);
  const vector = verb === null ? null : known(verb);
  if (vector) return [vector];
  return (compoundParts(word) ?? []).flatMap((piece) => part(piece) ?? []);
}

const cache = new Map<string, Float64Array | null>();
/** The vector of a folded word, of length 1 (of several parts: their mean, shorter); null where nothing is known. */
export function meaningOf(word: string): Float64Array | null {
  let sum = cache.get(word);
  if (sum !== undefined) return sum;
  const all = parts(word);
  sum = all.length === 0 ? null : new Float64Array(DIMENSIONS);
  if (sum)
    for (const vector of all)
      for (let d = 0; d < sum.length; d++) sum[d] = (sum[d] as number) + (vector[d] as number) / all.length;
  cache.set(word, sum);
  return sum;
}

/**
 * What statements of competency documents have in common: the mean of their vectors. Everything in such documents is
 * about work, people and tasks; taken off, what sets two statements apart shows (Arora, Liang and Ma 2017).
 */
export const COMMON = Float64Array.from(common.mean);

const direction = unit(COMMON) as Float64Array;

const own = new Map<string, Float64Array | null>();
/** The vector of a word without what all words of such documents share, of length 1. */
export function ownMeaning(word: string): Float64Array | null {
  const all = meaningOf(word);
  if (!all) return null;
  let vector = own.get(word);
  if (vector !== undefined) return vector;
  const whole = unit(all) ?? all;
  let along = 0;
  for (let d = 0; d < whole.length; d++) along += (whole[d] as number) * (direction[d] as number);
  const rest = new Float64Array(DIMENSIONS);
  for (let d = 0; d < DIMENSIONS; d++) rest[d] = (whole[d] as number) - along * (direction[d] as number);
  vector = unit(rest);
  own.set(word, vector);
  return vector;
}
