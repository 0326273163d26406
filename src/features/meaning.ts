import { stemRarity } from "../language/background.js";
import { DIMENSIONS, wordVector } from "../language/vectors.js";
import { verbStem } from "../language/verbs.js";
import type { Features } from "../model.js";
import { TARGET } from "../text/index.js";

/** Words less rare than this (articles, prepositions, auxiliaries) say nothing about meaning. */
const MIN_RARITY = 1.5;
/** What "whoever the work is done for" stands for in the background, and its weight. */
const TARGET_WORD = "client";
const TARGET_WEIGHT = 1;

/**
 * The rarity-weighted mean of the vectors of a statement's words, L2-normalised: {@link DIMENSIONS} numbers. An
 * unknown compound with hyphens counts by its parts. Null where no word is known.
 */
export function meaningVector({ bag }: Features): Float64Array | null {
  const sum = new Float64Array(DIMENSIONS);
  for (const [word, count] of bag) {
    const target = word === TARGET;
    const parts = target ? [TARGET_WORD] : wordVector(word) ? [word] : word.split("-");
    for (const part of parts) {
      const vector = wordVector(part);
      if (!vector) continue;
      const weight = target ? TARGET_WEIGHT : count * Math.max(0, stemRarity(verbStem(part)) - MIN_RARITY);
      let square = 0;
      for (const x of vector) square += x * x;
      const factor = weight / (Math.sqrt(square) || 1);
      for (let d = 0; d < DIMENSIONS; d++) sum[d] = (sum[d] as number) + factor * (vector[d] as number);
    }
  }
  let square = 0;
  for (const x of sum) square += x * x;
  if (square === 0) return null;
  const norm = Math.sqrt(square);
  return Float64Array.from(sum, (x) => x / norm);
}
