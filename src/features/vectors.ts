/** Terms → sparse vectors. Term numbers are handed out by a vocabulary; weights are L2-normalised. */
import { charNgrams, gramRarity, stemRarity } from "../language/background.js";
import { thesaurusHits } from "../language/thesaurus.js";
import { verbStem } from "../language/verbs.js";
import type { Features } from "../model.js";
import { TARGET } from "../text/index.js";
import type { SparseSignal } from "./signals.js";
import { contentWords } from "./words.js";

/** A sparse vector: increasing term numbers with their weights. */
export interface SparseVector {
  terms: Int32Array;
  weights: Float64Array;
}

/** Sparse vectors one after another: row i holds `terms[start[i]..start[i + 1])`, each term once, with its weights. */
export interface SparseRows {
  start: Int32Array;
  terms: Int32Array;
  weights: Float64Array;
  /** Terms are numbered below it. */
  vocabulary: number;
}

/** Length of the character n-grams. */
const NGRAM = 4;
/** Weight of "whoever the work is done for": so common that it hardly tells two statements apart. */
const TARGET_WEIGHT = 2;
/**
 * A word is weighed by 1 + its rarity, but rarity stops counting here: the background is not of our own kind of text,
 * and a word it has hardly seen may be an everyday one in competency documents.
 */
const MAX_RARITY = 5;

const weight = (rarity: number): number => 1 + Math.min(MAX_RARITY, rarity);

/** Numbers for terms, in order of first use. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly lists = new Map<string, Int32Array>();

  /** The numbers of a list of terms that goes by a name of its own: looked up once. */
  numbersOf(name: string, terms: readonly string[]): Int32Array {
    let found = this.lists.get(name);
    if (!found) {
      found = Int32Array.from(terms, (term) => this.number(term));
      this.lists.set(name, found);
    }
    return found;
  }

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

  /** The terms by number. */
  terms(): string[] {
    return [...this.numbers.keys()];
  }
}

/** A vector of L2 norm 1 from weights by term; the empty vector if there is no weight above 0. */
export function normalised(weights: ReadonlyMap<number, number>): SparseVector {
  const terms = new Int32Array(weights.size);
  let size = 0;
  for (const [term, weight] of weights) if (weight > 0) terms[size++] = term;
  const kept = terms.subarray(0, size).sort();
  const out = new Float64Array(size);
  let square = 0;
  for (let i = 0; i < size; i++) {
    const weight = weights.get(kept[i] as number) as number;
    out[i] = weight;
    square += weight * weight;
  }
  const norm = Math.sqrt(square) || 1;
  for (let i = 0; i < size; i++) out[i] = (out[i] as number) / norm;
  return { terms: kept, weights: out };
}

/** TF-IDF of stems, the forms of a verb brought together. */
export function stemVector(features: Features, vocabulary: Vocabulary): SparseVector {
  const weights = new Map<number, number>();
  for (const [word, count] of contentWords(features)) {
    if (word === TARGET) add(weights, vocabulary.number(word), TARGET_WEIGHT);
    else {
      const stem = verbStem(word);
      add(weights, vocabulary.number(stem), count * weight(stemRarity(stem)));
    }
  }
  return normalised(weights);
}

/** TF-IDF of the character n-grams within words: sees through endings, compounds and misread letters. */
export function ngramVector(features: Features, vocabulary: Vocabulary): SparseVector {
  const weights = new Map<number, number>();
  for (const [word, count] of contentWords(features)) {
    if (word === TARGET) {
      add(weights, vocabulary.number(word), TARGET_WEIGHT);
      continue;
    }
    const { grams, weights: own } = gramsOf(word);
    const numbers = vocabulary.numbersOf(word, grams);
    for (let i = 0; i < numbers.length; i++) add(weights, numbers[i] as number, count * (own[i] as number));
  }
  return normalised(weights);
}

interface WordGrams {
  grams: string[];
  weights: number[];
}

const wordGrams = new Map<string, WordGrams>();

/** The n-grams of a word with their weights: looked up once, however often the word is met. */
function gramsOf(word: string): WordGrams {
  let found = wordGrams.get(word);
  if (!found) {
    const grams = charNgrams(word, NGRAM);
    found = { grams, weights: grams.map((gram) => weight(gramRarity(gram, NGRAM))) };
    wordGrams.set(word, found);
  }
  return found;
}

/** What a concept weighs beside the groups of synonyms under it: near things are less alike than the same thing. */
const CONCEPT_WEIGHT = 0.5;

/**
 * The groups of synonyms a statement speaks of, weighed by rarity, and the concepts above them (each once, by its
 * rarest group); sees through other words for the same.
 */
export function conceptVector(features: Features, vocabulary: Vocabulary): SparseVector {
  const words = contentWords(features).map(([word]) => word);
  const stems = new Set(words.filter((word) => word !== TARGET).map(verbStem));
  const weights = new Map<number, number>();
  for (const { group, concept, rarity } of thesaurusHits(stems)) {
    add(weights, vocabulary.number(group), rarity);
    // Two colons: no group has such an id.
    const above = vocabulary.number(`::${concept}`);
    weights.set(above, Math.max(weights.get(above) ?? 0, CONCEPT_WEIGHT * rarity));
  }
  return normalised(weights);
}

function add(weights: Map<number, number>, term: number, value: number): void {
  weights.set(term, (weights.get(term) ?? 0) + value);
}

export const SPARSE_VECTORS: Record<SparseSignal, (features: Features, vocabulary: Vocabulary) => SparseVector> = {
  stems: stemVector,
  ngrams: ngramVector,
  concepts: conceptVector,
};
