/** Terms → sparse vectors. Term numbers are handed out by a vocabulary; weights are L2-normalised. */
import { charNgrams, gramRarity, stemRarity } from "../language/background.js";
import { stemDutch } from "../language/snowball.js";
import type { Features } from "../model.js";
import { TARGET } from "../text/index.js";

/** A sparse vector: increasing term numbers with their weights. */
export interface SparseVector {
  terms: Int32Array;
  weights: Float64Array;
}

/** The signals a score can be made of. */
export const SIGNALS = ["stems", "ngrams"] as const;
export type Signal = (typeof SIGNALS)[number];

/** Length of the character n-grams. */
export const NGRAM = 4;
/** Rarity of "whoever the work is done for": so common in these documents that it hardly tells two statements apart. */
const TARGET_RARITY = 1.5;

/** Numbers for terms, in order of first use. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();

  number(term: string): number {
    let n = this.numbers.get(term);
    if (n === undefined) {
      n = this.numbers.size;
      this.numbers.set(term, n);
    }
    return n;
  }

  get size(): number {
    return this.numbers.size;
  }
}

/** A vector of L2 norm 1 from weights by term; the empty vector if there is no weight above 0. */
export function normalised(weights: ReadonlyMap<number, number>): SparseVector {
  const entries = [...weights].filter(([, w]) => w > 0).sort((a, b) => a[0] - b[0]);
  let square = 0;
  for (const [, w] of entries) square += w * w;
  const norm = Math.sqrt(square) || 1;
  return {
    terms: Int32Array.from(entries, ([t]) => t),
    weights: Float64Array.from(entries, ([, w]) => w / norm),
  };
}

/** TF-IDF of stems: counts times the background rarity of the stem. */
export function stemVector({ bag }: Features, vocabulary: Vocabulary): SparseVector {
  const weights = new Map<number, number>();
  for (const [word, count] of bag) {
    if (word === TARGET) add(weights, vocabulary.number(word), count * TARGET_RARITY);
    else {
      const stem = stemDutch(word);
      add(weights, vocabulary.number(stem), count * stemRarity(stem));
    }
  }
  return normalised(weights);
}

/** TF-IDF of the character n-grams within words: counts times the background rarity of the n-gram. */
export function ngramVector({ bag }: Features, vocabulary: Vocabulary): SparseVector {
  const weights = new Map<number, number>();
  for (const [word, count] of bag) {
    if (word === TARGET) {
      add(weights, vocabulary.number(word), count * TARGET_RARITY);
      continue;
    }
    for (const gram of charNgrams(word, NGRAM)) add(weights, vocabulary.number(gram), count * gramRarity(gram, NGRAM));
  }
  return normalised(weights);
}

function add(weights: Map<number, number>, term: number, weight: number): void {
  weights.set(term, (weights.get(term) ?? 0) + weight);
}

export const VECTORS: Record<Signal, (features: Features, vocabulary: Vocabulary) => SparseVector> = {
  stems: stemVector,
  ngrams: ngramVector,
};
