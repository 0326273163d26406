import { type Sense, wordSenses } from "../features/index.js";
import type { Features } from "../model.js";
import { NearWords, type Neighbours, nearIndex } from "./near-words.js";
import { SenseNumbers } from "./sense-numbers.js";

/**
 * How well the words of two statements go together: each word with the nearest one of the other statement, weighed by
 * rarity, both ways (Corley and Mihalcea 2005), the geometric mean of the two. Each pair of words is looked at once.
 */
export class NearestIndex {
  readonly size: number;
  /** Sum of the weights of each row's words. */
  readonly totals: Float64Array;
  /** What {@link measure} found for each row: how much of the query's weight its words cover, and of its own weight the query's. */
  readonly there: Float64Array;
  readonly back: Float64Array;
  private readonly senses = new SenseNumbers();
  private readonly near: NearWords;
  /** Rows that hold each word. */
  private readonly rows: Int32Array[];
  /** How many words the rows before each row have. */
  private readonly wordsBefore: Int32Array;
  /** The weight of each word. */
  private readonly weights: Float64Array;
  /** For one word of the query: the nearest in each row that has been met. */
  private readonly nearest: Float64Array;
  /** For each word of the candidates: the nearest of the query. */
  private readonly best: Float64Array;
  constructor(candidates: readonly (readonly Sense[])[]) {
    this.size = candidates.length;
    this.totals = new Float64Array(candidates.length);
    this.there = new Float64Array(candidates.length);
    this.back = new Float64Array(candidates.length);
    this.nearest = new Float64Array(candidates.length);
    this.wordsBefore = new Int32Array(candidates.length + 1);
    const rows: number[][] = [];
    for (const [row, words] of candidates.entries()) {
      for (const sense of words) {
        const n = this.senses.number(sense);
        if (n === rows.length) rows.push([]);
        (rows[n] as number[]).push(row);
        this.totals[row] = (this.totals[row] as number) + sense.weight;
      }
      this.wordsBefore[row + 1] = this.senses.size;
    }
    this.near = new NearWords(this.senses.named, nearIndex(this.senses.named, this.senses.size));
    this.rows = rows.map((own) => Int32Array.from(own));
    this.best = new Float64Array(this.senses.size);
    this.weights = this.senses.weights.slice(0, this.senses.size);
  }

  static of(candidates: readonly Features[]): NearestIndex {
    return new NearestIndex(candidates.map(wordSenses));
  }

  /** Finds the neighbours of all words of the candidates at once: the vectors of two words are held together once. */
  prepare(): void {
    this.near.prepare();
  }

  /**
   * Holds the words of a query against those of the first `size` candidates: see {@link there} and {@link back}, which
   * stand until the next call.
   * @returns the sum of the weights of the query's words
   */
  measure(query: readonly Sense[], size: number): number {
    const { rows, there, back, nearest, best, weights } = this;
    const among = this.wordsBefore[size] as number;
    there.fill(0, 0, size);
    back.fill(0, 0, size);
    best.fill(0, 0, among);
    let total = 0;
    for (const sense of query) {
      const { weight } = sense;
      total += weight;
      const { words, values, from, to } = this.neighbours(sense);
      nearest.fill(0, 0, size);
      for (let i = from; i < to; i++) {
        const n = words[i] as number;
        if (n >= among) continue;
        const value = values[i] as number;
        if (value > (best[n] as number)) best[n] = value;
        const own = rows[n] as Int32Array;
        for (let k = 0; k < own.length; k++) {
          const row = own[k] as number;
          if (row >= size) break;
          if (value > (nearest[row] as number)) nearest[row] = value;
        }
      }
      for (let row = 0; row < size; row++) there[row] = (there[row] as number) + weight * (nearest[row] as number);
    }
    for (let n = 0; n < among; n++) {
      if (best[n] === 0) continue;
      const gain = (weights[n] as number) * (best[n] as number);
      const own = rows[n] as Int32Array;
      for (let k = 0; k < own.length; k++) {
        const row = own[k] as number;
        if (row >= size) break;
        back[row] = (back[row] as number) + gain;
      }
    }
    return total;
  }

  private neighbours(sense: Sense): Neighbours {
    const { senses, near } = this;
    const before = senses.size;
    const n = senses.number(sense);
    if (senses.size > before) near.extend(senses.named);
    return near.of(n);
  }

  /** The score of a row after {@link measure}, 0..1; NaN where neither statement has a word that says something. */
  score(row: number, total: number): number {
    const own = this.totals[row] as number;
    if (own === 0 && total === 0) return Number.NaN;
    if (own === 0 || total === 0) return 0;
    return Math.sqrt(((this.there[row] as number) / total) * ((this.back[row] as number) / own));
  }

  /**
   * {@link score} for each candidate.
   * @param size how many candidates, from the first on
   */
  scores(query: Features, size = this.size): Float64Array {
    const total = this.measure(wordSenses(query), size);
    return Float64Array.from({ length: size }, (_, row) => this.score(row, total));
  }
}
