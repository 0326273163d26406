import { wordSenses } from "../features/index.js";
import { extended, Ints, inverted } from "../language/numbers.js";
import type { Features } from "../model.js";
import { NearWords } from "./near-words.js";
import type { Rows } from "./rows.js";

/**
 * How well the words of two statements go together: each word with the nearest one of the other statement, weighed by
 * rarity, both ways (Corley and Mihalcea 2005), the geometric mean of the two. The words near those of a query are found
 * once, and what is known of them stands together; a row looks its words up there.
 */
export class WordRows {
  readonly near = new NearWords();
  /** Row i holds the words `words[start[i]..start[i + 1])`. */
  private readonly start: Int32Array;
  private readonly words: Int32Array;
  /** And the other way round: word n stands in the rows `rowsOf[rowStart[n]..rowStart[n + 1])`. */
  private readonly rowStart: Int32Array;
  private readonly rowsOf: Int32Array;
  private readonly weights: Float64Array;
  /** What was gathered: how much of a row's weight the words of the query cover, and of the query's weight those of a row. */
  private readonly back: Float64Array;
  private readonly there: Float64Array;
  /** Sum of the weights of each row's words. */
  private readonly totals: Float64Array;
  /** The weights of the query's words, and their sum. */
  private query = new Float64Array();
  private total = 0;
  /** For each word its slot among those near a word of the query; 0 for those that are near none. */
  private readonly slotOf: Int32Array;
  /** By slot, from 1: the word, how near it is to the nearest word of the query by its weight, and to each of them. */
  private readonly nearWords = new Ints();
  private gains = new Float64Array(256);
  private values = new Float64Array(1024);
  /** For each word of the query: the nearest of the row in hand. */
  private best = new Float64Array(64);

  constructor(rows: Rows<Features>) {
    this.start = new Int32Array(rows.length + 1);
    this.totals = new Float64Array(rows.length);
    const words = new Ints();
    let row = 0;
    for (const features of rows) {
      for (const sense of wordSenses(features)) {
        words.push(this.near.number(sense));
        this.totals[row] = (this.totals[row] as number) + sense.weight;
      }
      this.start[++row] = words.size;
    }
    this.words = words.done();
    [this.rowStart, this.rowsOf] = inverted(this.start, this.words, this.near.senses.length);
    this.back = new Float64Array(rows.length);
    this.there = new Float64Array(rows.length);
    this.weights = Float64Array.from(this.near.senses, ({ weight }) => weight);
    this.slotOf = new Int32Array(this.near.senses.length);
  }

  /** Takes the statement that the rows are held against from now on. */
  begin(features: Features): void {
    const query = wordSenses(features);
    this.query = Float64Array.from(query, ({ weight }) => weight);
    this.total = query.reduce((sum, { weight }) => sum + weight, 0);
    const { nearWords, slotOf, weights } = this;
    for (let i = 0; i < nearWords.size; i++) slotOf[nearWords.values[i] as number] = 0;
    nearWords.size = 0;
    if (this.best.length < query.length) this.best = new Float64Array(2 * query.length);
    for (const [q, sense] of query.entries()) {
      const { words, values } = this.near.of(sense);
      this.reserve(nearWords.size + words.length + 1);
      for (let i = 0; i < words.length; i++) {
        const n = words[i] as number;
        const slot = slotOf[n] === 0 ? this.open(n) : (slotOf[n] as number);
        const value = values[i] as number;
        this.values[slot * query.length + q] = value;
        const gain = value * (weights[n] as number);
        if (gain > (this.gains[slot] as number)) this.gains[slot] = gain;
      }
    }
  }

  /** Makes room for so many slots. */
  private reserve(slots: number): void {
    if (slots > this.gains.length) this.gains = extended(this.gains, 2 * slots);
    const needed = slots * this.query.length;
    if (needed > this.values.length) this.values = extended(this.values, 2 * needed);
  }

  private open(n: number): number {
    const size = this.query.length;
    this.nearWords.push(n);
    const slot = this.nearWords.size;
    this.slotOf[n] = slot;
    this.gains[slot] = 0;
    this.values.fill(0, slot * size, (slot + 1) * size);
    return slot;
  }

  /**
   * Adds up for the first `size` rows how much of their weight the words of the query cover, and how much of the query's
   * weight they cover at most: as if each of their words were all that covers a word of the query ({@link cover} says how
   * much it is).
   * @param least words are left out that are less near
   * @param common words are left out that more rows have
   */
  gather(size: number, least = 0, common = this.back.length): void {
    const { back, there, gains, nearWords, weights, rowStart, rowsOf } = this;
    back.fill(0, 0, size);
    there.fill(0, 0, size);
    for (let slot = 1; slot <= nearWords.size; slot++) {
      const n = nearWords.values[slot - 1] as number;
      const gain = gains[slot] as number;
      const from = rowStart[n] as number;
      const to = rowStart[n + 1] as number;
      if (gain < least * (weights[n] as number) || to - from > common) continue;
      const covered = this.coveredBy(slot);
      for (let at = from; at < to; at++) {
        const row = rowsOf[at] as number;
        if (row >= size) break;
        back[row] = (back[row] as number) + gain;
        there[row] = (there[row] as number) + covered;
      }
    }
  }

  /** How much of the weight of the query a near word covers by itself. */
  private coveredBy(slot: number): number {
    const { query, values } = this;
    let sum = 0;
    for (let q = 0, v = slot * query.length; q < query.length; q++, v++)
      sum += (query[q] as number) * (values[v] as number);
    return sum;
  }

  /** How much of the weight of one row the words of the query cover, as {@link gather} finds it without bounds. */
  gatherOne(row: number): void {
    const { words, slotOf, gains } = this;
    const to = this.start[row + 1] as number;
    let back = 0;
    for (let at = this.start[row] as number; at < to; at++) {
      const slot = slotOf[words[at] as number] as number;
      if (slot !== 0) back += gains[slot] as number;
    }
    this.back[row] = back;
  }

  /** How much of the weight of the query the words of a row cover, each by the nearest; behind {@link gather} or {@link gatherOne}. */
  cover(row: number): void {
    const { words, slotOf, values, best, query } = this;
    if (this.back[row] === 0) {
      this.there[row] = 0;
      return;
    }
    const size = query.length;
    for (let q = 0; q < size; q++) best[q] = 0;
    const to = this.start[row + 1] as number;
    for (let at = this.start[row] as number; at < to; at++) {
      const slot = slotOf[words[at] as number] as number;
      if (slot === 0) continue;
      for (let q = 0, v = slot * size; q < size; q++, v++) {
        const value = values[v] as number;
        if (value > (best[q] as number)) best[q] = value;
      }
    }
    let there = 0;
    for (let q = 0; q < size; q++) there += (query[q] as number) * (best[q] as number);
    this.there[row] = there;
  }

  /** Whether the query or a row has a word that says something. */
  counts(row: number): boolean {
    return this.total > 0 || (this.totals[row] as number) > 0;
  }

  /**
   * Score of a row with the query by what was gathered, 0..1; 0 where one of the two has no word that says something.
   * Before {@link cover} the most that it can be.
   */
  score(row: number): number {
    const back = this.back[row] as number;
    if (back === 0) return 0;
    return Math.sqrt(Math.min(1, (this.there[row] as number) / this.total) * (back / (this.totals[row] as number)));
  }
}
