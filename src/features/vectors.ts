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

/** Rows whose terms stand rarest first, those that only one row holds behind all others: they count in a norm only. */
export interface RankedRows extends SparseRows {
  /** For each term that two rows or more hold, in how many it stands; these have the first numbers. */
  frequencies: Int32Array;
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

/** Gathers the weights of one vector; the same memory serves all vectors. */
class VectorBuilder {
  /** By term; 0 for those that are not met. */
  private sums = new Float64Array(1024);
  private terms = new Int32Array(256);
  private size = 0;

  /** Adds to the weight of a term; only what is above 0 counts. */
  add(term: number, value: number): void {
    if (value <= 0) return;
    const before = this.sums[term] ?? 0;
    if (before === 0) this.meet(term);
    this.sums[term] = before + value;
  }

  /** Makes the weight of a term at least a value. */
  raise(term: number, value: number): void {
    const before = this.sums[term] ?? 0;
    if (value <= before) return;
    if (before === 0) this.meet(term);
    this.sums[term] = value;
  }

  private meet(term: number): void {
    if (term >= this.sums.length) {
      const sums = new Float64Array(2 * (term + 1));
      sums.set(this.sums);
      this.sums = sums;
    }
    if (this.size === this.terms.length) {
      const terms = new Int32Array(2 * this.size);
      terms.set(this.terms);
      this.terms = terms;
    }
    this.terms[this.size++] = term;
  }

  /** The vector of L2 norm 1 of what was added, the empty one for nothing; begins anew. */
  take(): SparseVector {
    const terms = this.terms.slice(0, this.size).sort();
    const weights = new Float64Array(this.size);
    let square = 0;
    for (let i = 0; i < terms.length; i++) {
      const weight = this.sums[terms[i] as number] as number;
      weights[i] = weight;
      square += weight * weight;
      this.sums[terms[i] as number] = 0;
    }
    const norm = Math.sqrt(square);
    for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] as number) / norm;
    this.size = 0;
    return { terms, weights };
  }
}

const builder = new VectorBuilder();

/** TF-IDF of stems, the forms of a verb brought together. */
export function stemVector(features: Features, vocabulary: Vocabulary): SparseVector {
  for (const [word, count] of contentWords(features)) {
    if (word === TARGET) builder.add(vocabulary.number(word), TARGET_WEIGHT);
    else {
      const stem = verbStem(word);
      builder.add(vocabulary.number(stem), count * weight(stemRarity(stem)));
    }
  }
  return builder.take();
}

/** TF-IDF of the character n-grams within words: sees through endings, compounds and misread letters. */
export function ngramVector(features: Features, vocabulary: Vocabulary): SparseVector {
  for (const [word, count] of contentWords(features)) {
    if (word === TARGET) {
      builder.add(vocabulary.number(word), TARGET_WEIGHT);
      continue;
    }
    const { grams, weights: own } = gramsOf(word);
    const numbers = vocabulary.numbersOf(word, grams);
    for (let i = 0; i < numbers.length; i++) builder.add(numbers[i] as number, count * (own[i] as number));
  }
  return builder.take();
}

interface WordGrams {
  grams: string[];
  weights: number[];
}

const known = new Map<string, WordGrams>();

/** The n-grams of a word with their weights: looked up once, however often the word is met. */
function gramsOf(word: string): WordGrams {
  let found = known.get(word);
  if (!found) {
    const all = wordGrams(word);
    found = { grams: all.map(({ gram }) => gram), weights: all.map((one) => one.weight) };
    known.set(word, found);
  }
  return found;
}

/** The n-grams of a word, each as often as it stands there, with what they weigh; of {@link TARGET} the word itself. */
export function wordGrams(word: string): { gram: string; weight: number }[] {
  if (word === TARGET) return [{ gram: TARGET, weight: TARGET_WEIGHT }];
  return charNgrams(word, NGRAM).map((gram) => ({ gram, weight: weight(gramRarity(gram, NGRAM)) }));
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
  for (const { group, concept, rarity } of thesaurusHits(stems)) {
    builder.add(vocabulary.number(group), rarity);
    // Two colons: no group has such an id.
    const above = vocabulary.number(`::${concept}`);
    builder.raise(above, CONCEPT_WEIGHT * rarity);
  }
  return builder.take();
}

export const SPARSE_VECTORS: Record<SparseSignal, (features: Features, vocabulary: Vocabulary) => SparseVector> = {
  stems: stemVector,
  ngrams: ngramVector,
  concepts: conceptVector,
};
