import { Ints, inverted } from "../language/numbers.js";
import type { Bags } from "./bags.js";

/** The n-grams of words. */
export interface Grams {
  /** Word n has the n-grams `grams[starts[n]..starts[n + 1])`, one as often as it stands there. */
  starts: Int32Array;
  grams: Int32Array;
  /** What each weighs. */
  weights: Float64Array;
}

export interface GramColumns extends Grams {
  /** N-gram g stands in the words of candidates `wordsOf[begins[g]..begins[g + 1])`. */
  begins: Int32Array;
  wordsOf: Int32Array;
  /** One over the norm of each candidate; 0 for one without n-grams. */
  inverse: Float64Array;
}

/** What is known of the n-grams of the candidates. */
export function gramColumns(bags: Bags, own: Grams): GramColumns {
  const [begins, wordsOf] = inverted(own.starts.subarray(0, bags.vocabulary + 1), own.grams, own.weights.length);
  const sums = new GramSums(bags, own);
  const inverse = new Float64Array(bags.size);
  for (let row = 0; row < bags.size; row++) {
    sums.take(row);
    const norm = sums.norm();
    inverse[row] = norm === 0 ? 0 : 1 / norm;
  }
  return { ...own, begins, wordsOf, inverse };
}

/** The weights of the n-grams of one statement. */
class GramSums {
  /** By n-gram: the weight; 0 for those that the statement has not. */
  readonly sums: Float64Array;
  readonly met = new Ints();
  private readonly bags: Bags;
  private readonly own: Grams;

  constructor(bags: Bags, own: Grams) {
    this.sums = new Float64Array(own.weights.length);
    this.bags = bags;
    this.own = own;
  }

  take(row: number): void {
    const { sums, met } = this;
    const { start, words, counts } = this.bags;
    const { starts, grams, weights } = this.own;
    for (let i = 0; i < met.size; i++) sums[met.values[i] as number] = 0;
    met.size = 0;
    for (let w = start[row] as number; w < (start[row + 1] as number); w++) {
      const word = words[w] as number;
      const count = counts[w] as number;
      for (let at = starts[word] as number; at < (starts[word + 1] as number); at++) {
        const g = grams[at] as number;
        if (sums[g] === 0) met.push(g);
        sums[g] = (sums[g] as number) + count * (weights[g] as number);
      }
    }
  }

  norm(): number {
    let square = 0;
    for (let i = 0; i < this.met.size; i++) square += (this.sums[this.met.values[i] as number] as number) ** 2;
    return Math.sqrt(square);
  }
}

/**
 * Cosines of character n-grams (the weights of `ngramVector`), by words: the n-grams of a query give each word that has
 * some of them a gain, and a row the sum of what its words gain, over its norm.
 */
export class GramRows {
  /** What was gathered: the inner product of each row with the query, but for the norm of the row. */
  readonly found: Float64Array;
  private readonly bags: Bags;
  private readonly columns: GramColumns;
  /** What the query gives each word of the rows, the most of that, and the words that it gives anything. */
  private readonly gains: Float64Array;
  private most = 0;
  private readonly met = new Ints();
  private readonly query: GramSums;
  /** Whether the query has no n-grams. */
  private silent = true;

  constructor(bags: Bags, columns: GramColumns) {
    this.bags = bags;
    this.columns = columns;
    this.gains = new Float64Array(bags.vocabulary);
    this.query = new GramSums(bags, columns);
    this.found = new Float64Array(bags.size);
  }

  /** Takes the statement that the rows are held against from now on, by its row. */
  begin(row: number): void {
    const { gains, met, query } = this;
    const { begins, wordsOf, weights } = this.columns;
    for (let i = 0; i < met.size; i++) gains[met.values[i] as number] = 0;
    met.size = 0;
    query.take(row);
    const norm = query.norm();
    this.silent = norm === 0;
    for (let i = 0; i < query.met.size; i++) {
      const g = query.met.values[i] as number;
      const gain = ((query.sums[g] as number) / norm) * (weights[g] as number);
      const end = begins[g + 1] as number;
      for (let at = begins[g] as number; at < end; at++) {
        const word = wordsOf[at] as number;
        const before = gains[word] as number;
        if (before === 0) met.push(word);
        gains[word] = before + gain;
      }
    }
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
    return !this.silent || this.columns.inverse[row] !== 0;
  }

  /** The cosine of a row with the query by what was gathered, 0..1. */
  score(row: number): number {
    return (this.found[row] as number) * (this.columns.inverse[row] as number);
  }
}
