import { countedWords, wordGrams } from "../features/index.js";
import { extended, Ints, inverted } from "../language/numbers.js";
import type { Features } from "../model.js";
import type { Bags } from "./bags.js";

/**
 * Cosines of character n-grams (the weights of `ngramVector`), by words: the n-grams of a query give each word that has
 * some of them a gain, and a row the sum of what its words gain, over its norm.
 */
export class GramRows {
  /** What was gathered: the inner product of each row with the query, but for the norm of the row. */
  readonly found: Float64Array;
  /** One over the norm of each row; 0 for a row without n-grams. */
  readonly inverse: Float64Array;
  private readonly bags: Bags;
  /** What the query gives each word of the rows, the most of that, and the words that it gives anything. */
  private readonly gains: Float64Array;
  private most = 0;
  private readonly met = new Ints();
  private readonly numbers = new Map<string, number>();
  private readonly weights: number[] = [];
  /** Word n has the n-grams `grams[starts[n]..starts[n + 1])`. */
  private readonly starts = new Ints();
  private readonly grams = new Ints();
  /** N-gram g stands in the words `wordsOf[begin[g]..begin[g + 1])`. */
  private readonly begins: Int32Array;
  private readonly wordsOf: Int32Array;
  /** By n-gram: the weight in the statement in hand; 0 between. */
  private sums = new Float64Array(1024);
  private readonly metGrams = new Ints();
  /** Whether the query has no n-grams. */
  private silent = true;

  constructor(bags: Bags) {
    this.bags = bags;
    this.gains = new Float64Array(bags.vocabulary);
    this.starts.push(0);
    for (let word = 0; word < bags.vocabulary; word++) this.addWord(word);
    [this.begins, this.wordsOf] = inverted(this.starts.done(), this.grams.done(), this.weights.length);
    this.found = new Float64Array(bags.size);
    this.inverse = new Float64Array(bags.size);
    for (let row = 0; row < bags.size; row++) {
      for (let at = bags.start[row] as number; at < (bags.start[row + 1] as number); at++)
        this.addGrams(bags.words[at] as number, bags.counts[at] as number);
      const norm = this.norm();
      this.inverse[row] = norm === 0 ? 0 : 1 / norm;
      this.clear();
    }
  }

  /** Takes the n-grams of the next word. */
  private addWord(word: number): void {
    for (const { gram, weight } of wordGrams(this.bags.nameOf(word))) {
      let g = this.numbers.get(gram);
      if (g === undefined) {
        g = this.weights.length;
        this.numbers.set(gram, g);
        this.weights.push(weight);
      }
      this.grams.push(g);
    }
    this.starts.push(this.grams.size);
  }

  private addGrams(word: number, count: number): void {
    const { grams, starts, weights, metGrams } = this;
    while (starts.size <= word + 1) this.addWord(starts.size - 1);
    if (this.sums.length < weights.length) this.sums = extended(this.sums, 2 * weights.length);
    const { sums } = this;
    for (let at = starts.values[word] as number; at < (starts.values[word + 1] as number); at++) {
      const g = grams.values[at] as number;
      if (sums[g] === 0) metGrams.push(g);
      sums[g] = (sums[g] as number) + count * (weights[g] as number);
    }
  }

  private norm(): number {
    let square = 0;
    for (let i = 0; i < this.metGrams.size; i++)
      square += (this.sums[this.metGrams.values[i] as number] as number) ** 2;
    return Math.sqrt(square);
  }

  private clear(): void {
    for (let i = 0; i < this.metGrams.size; i++) this.sums[this.metGrams.values[i] as number] = 0;
    this.metGrams.size = 0;
  }

  /** Takes the statement that the rows are held against from now on. */
  begin(query: Features): void {
    const { gains, met, metGrams, begins, wordsOf, weights } = this;
    for (let i = 0; i < met.size; i++) gains[met.values[i] as number] = 0;
    met.size = 0;
    for (const [word, count] of countedWords(query)) this.addGrams(this.bags.number(word), count);
    const norm = this.norm();
    this.silent = norm === 0;
    for (let i = 0; i < metGrams.size; i++) {
      const g = metGrams.values[i] as number;
      if (g >= begins.length - 1) continue;
      const gain = ((this.sums[g] as number) / norm) * (weights[g] as number);
      const end = begins[g + 1] as number;
      for (let at = begins[g] as number; at < end; at++) {
        const word = wordsOf[at] as number;
        const before = gains[word] as number;
        if (before === 0) met.push(word);
        gains[word] = before + gain;
      }
    }
    this.clear();
    this.most = 0;
    for (let i = 0; i < met.size; i++) this.most = Math.max(this.most, gains[met.values[i] as number] as number);
  }

  /**
   * Adds up what the words give the first `size` rows, in {@link found}.
   * @param least words are left out that gain less, as a share of what the best gains
   * @param common words are left out that more rows have
   */
  gather(size: number, least = 0, common = this.bags.size): void {
    const { found, gains, met } = this;
    const { rowStart, rows, rowCounts } = this.bags;
    found.fill(0, 0, size);
    for (let i = 0; i < met.size; i++) {
      const word = met.values[i] as number;
      const gain = gains[word] as number;
      const from = rowStart[word] as number;
      const to = rowStart[word + 1] as number;
      if (gain < least * this.most || to - from > common) continue;
      for (let at = from; at < to; at++) {
        const row = rows[at] as number;
        if (row >= size) break;
        found[row] = (found[row] as number) + gain * (rowCounts[at] as number);
      }
    }
  }

  /** As {@link gather} without bounds, of one row. */
  gatherOne(row: number): void {
    const { gains } = this;
    const { start, words, counts } = this.bags;
    const to = start[row + 1] as number;
    let sum = 0;
    for (let at = start[row] as number; at < to; at++)
      sum += (gains[words[at] as number] as number) * (counts[at] as number);
    this.found[row] = sum;
  }

  /** Whether the query or a row has n-grams. */
  counts(row: number): boolean {
    return !this.silent || this.inverse[row] !== 0;
  }

  /** The cosine of a row with the query by what was gathered, 0..1. */
  score(row: number): number {
    return (this.found[row] as number) * (this.inverse[row] as number);
  }
}
