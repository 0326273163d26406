import {
  countedWords,
  meaningScale,
  type Signal,
  SPARSE_VECTORS,
  type SparseVector,
  Vocabulary,
  wordGrams,
  wordMeaning,
  wordSenses,
} from "../features/index.js";
import type { SparseRows } from "../features/vectors.js";
import { COMMON } from "../language/meaning.js";
import { Floats, Ints, inBytes, Numbered, VectorNumbers } from "../language/numbers.js";
import type { Features } from "../model.js";
import { type Bags, bags } from "./bags.js";
import { type Grams, gramColumns } from "./gram-rows.js";
import { type MeaningColumns, sumMeanings, type WordMeanings } from "./meaning-rows.js";
import { postingColumns } from "./postings.js";
import { type StatementColumns, sparseVector, type TermColumns } from "./row-scorer.js";
import { SenseNumbers } from "./sense-numbers.js";
import { DEFAULT_WEIGHTS, type SignalWeights } from "./weights.js";
import { type WordColumns, wordColumns } from "./word-rows.js";

/**
 * Statements in columns, each looked at once: the features of a hundred thousand would fill 130 MB as objects.
 * @param candidates one after another; none is kept
 * @param queries those that are no candidates: the rows behind them
 * @param weights signals that are not named, or weigh 0, are left out
 */
export function statementColumns(
  candidates: Iterable<Features>,
  queries: Iterable<Features> = [],
  weights: SignalWeights = DEFAULT_WEIGHTS,
): StatementColumns {
  const weightOf = (signal: Signal): number => weights[signal] ?? 0;
  const counted = new CountedRows();
  const terms = (["stems", "concepts"] as const)
    .filter((signal) => weightOf(signal) > 0)
    .map((signal) => ({ signal, rows: new TermRows(signal) }));
  const senses = weightOf("nearest") > 0 ? new SenseRows() : null;
  const all: RowsBuilder[] = [counted, ...terms.map(({ rows }) => rows), ...(senses ? [senses] : [])];
  for (const features of candidates) for (const rows of all) rows.add(features);
  for (const rows of all) rows.endCandidates();
  for (const features of queries) for (const rows of all) rows.add(features);
  const own = counted.done();
  const weighed = <T>(signal: Signal, columns: () => T): { weight: number; columns: T } | null =>
    weightOf(signal) > 0 ? { weight: weightOf(signal), columns: columns() } : null;
  return {
    size: own.size,
    weight: Object.values(weights).reduce((sum, weight) => sum + weight, 0),
    bags: own,
    terms: terms.map(({ signal, rows }) => ({ weight: weightOf(signal), columns: rows.done() })),
    ngrams: weighed("ngrams", () => gramColumns(own, gramsOf(counted.names))),
    nearest: senses && { weight: weightOf("nearest"), columns: senses.done() },
    meaning: weighed("meaning", () => meaningColumns(own, counted.names)),
  };
}

/** Rows of one kind, one after another. */
abstract class RowsBuilder {
  protected size = 0;
  protected readonly start = new Ints();

  constructor() {
    this.start.push(0);
  }

  abstract add(features: Features): void;

  /** What comes now are queries only. */
  endCandidates(): void {
    this.size = this.start.size - 1;
  }
}

/** The words that statements are about. */
class CountedRows extends RowsBuilder {
  private readonly numbers = new Numbered();
  private readonly words = new Ints();
  private readonly counts = new Ints();
  private vocabulary = 0;

  add(features: Features): void {
    for (const [word, count] of countedWords(features)) {
      this.words.push(this.numbers.number(word));
      this.counts.push(count);
    }
    this.start.push(this.words.size);
  }

  override endCandidates(): void {
    super.endCandidates();
    this.vocabulary = this.names.length;
  }

  get names(): readonly string[] {
    return this.numbers.words;
  }

  done(): Bags {
    const { size, vocabulary, start, words, counts } = this;
    return bags({ size, vocabulary, start: start.done(), words: words.done(), counts: inBytes(counts.done()) });
  }
}

class TermRows extends RowsBuilder {
  private readonly signal: "stems" | "concepts";
  private readonly vocabulary = new Vocabulary();
  private readonly terms = new Ints();
  private readonly weights = new Floats();

  constructor(signal: "stems" | "concepts") {
    super();
    this.signal = signal;
  }

  add(features: Features): void {
    const { terms, weights } = SPARSE_VECTORS[this.signal](features, this.vocabulary);
    for (let i = 0; i < terms.length; i++) {
      this.terms.push(terms[i] as number);
      this.weights.push(weights[i] as number);
    }
    this.start.push(this.terms.size);
  }

  done(): TermColumns {
    const vectors: SparseRows = {
      start: this.start.done(),
      terms: this.terms.done(),
      weights: this.weights.done(),
      vocabulary: this.vocabulary.size,
    };
    return { vectors, postings: postingColumns(firstOf(vectors, this.size)) };
  }
}

const firstOf = (rows: SparseRows, length: number): Iterable<SparseVector> & { length: number } => ({
  length,
  *[Symbol.iterator]() {
    for (let row = 0; row < length; row++) yield sparseVector(rows, row);
  },
});

/** The words that say something. */
class SenseRows extends RowsBuilder {
  private readonly words = new Ints();
  private readonly senses = new SenseNumbers();
  private known = 0;

  add(features: Features): void {
    for (const sense of wordSenses(features)) this.words.push(this.senses.number(sense));
    this.start.push(this.words.size);
  }

  override endCandidates(): void {
    super.endCandidates();
    this.known = this.senses.size;
  }

  done(): WordColumns {
    const { size, known, senses } = this;
    return wordColumns({
      size,
      known,
      start: this.start.done(),
      words: this.words.done(),
      ...senses.done(),
    });
  }
}

function gramsOf(words: readonly string[]): Grams {
  const numbers = new Numbered();
  const [starts, grams, weights] = [new Ints(), new Ints(), new Floats()];
  starts.push(0);
  for (const word of words) {
    for (const { gram, weight } of wordGrams(word)) {
      const g = numbers.number(gram);
      if (g === weights.size) weights.push(weight);
      grams.push(g);
    }
    starts.push(grams.size);
  }
  return { starts: starts.done(), grams: grams.done(), weights: weights.done() };
}

function meaningColumns(bags: Bags, words: readonly string[]): MeaningColumns {
  const own = wordMeanings(words);
  const rows = bags.start.length - 1;
  const [scale, shift] = [new Float64Array(rows), new Float64Array(rows)];
  const sum = new Float64Array(own.dimensions);
  for (let row = 0; row < rows; row++) {
    sumMeanings(bags, own, row, sum);
    const found = meaningScale(sum);
    scale[row] = found?.scale ?? 0;
    shift[row] = found?.shift ?? 0;
  }
  return { ...own, scale, shift, common: COMMON };
}

function wordMeanings(words: readonly string[]): WordMeanings {
  const vectors = new VectorNumbers();
  const vectorOf = new Int32Array(words.length).fill(-1);
  const weights = new Float64Array(words.length);
  for (const [word, name] of words.entries()) {
    const own = wordMeaning(name);
    if (!own || own.weight <= 0) continue;
    vectorOf[word] = vectors.number(own.vector);
    weights[word] = own.weight;
  }
  return { vectorOf, weights, vectors: vectors.done(), dimensions: COMMON.length };
}
