import { grown, Ints, inverted } from "../language/numbers.js";
import { type NamedWords, type NearIndex, NearWords, nearIndex } from "./near-words.js";

/** The words of statements that say something, by row. */
export interface SenseLists {
  /** How many rows are candidates, from the first on; those behind are queries only. */
  size: number;
  /** How many words the candidates have; words of queries only have higher numbers. */
  known: number;
  /** Row i holds the words `words[start[i]..start[i + 1])`. */
  start: Int32Array;
  words: Int32Array;
  /** By word. */
  weights: Float64Array;
  named: NamedWords;
}

export interface WordColumns extends SenseLists {
  /** The other way round: word n stands in the candidates `rowsOf[rowStart[n]..rowStart[n + 1])`. */
  rowStart: Int32Array;
  rowsOf: Int32Array;
  /** Sum of the weights of each row's words. */
  totals: Float64Array;
  near: NearIndex;
}

/** What is known of the words of the candidates. */
export function wordColumns(own: SenseLists): WordColumns {
  const { size, known, start, words, weights } = own;
  const [rowStart, rowsOf] = inverted(start.subarray(0, size + 1), words, known);
  const totals = new Float64Array(start.length - 1);
  for (let row = 0; row < totals.length; row++) {
    let total = 0;
    for (let at = start[row] as number; at < (start[row + 1] as number); at++)
      total += weights[words[at] as number] as number;
    totals[row] = total;
  }
  return { ...own, rowStart, rowsOf, totals, near: nearIndex(own.named, known) };
}

/**
 * How well the words of two statements go together: each word with the nearest one of the other statement, weighed by
 * rarity, both ways (Corley and Mihalcea 2005), the geometric mean of the two. The words near those of a query are found
 * once, and what is known of them stands together; a row looks its words up there.
 */
export class WordRows {
  private readonly near: NearWords;
  private readonly columns: WordColumns;
  /** What was gathered: how much of a row's weight the words of the query cover, and of the query's weight those of a row. */
  private readonly back: Float64Array;
  private readonly there: Float64Array;
  /** The weights of the query's words, how many there are, and their sum. */
  private query = new Float64Array(64);
  private asked = 0;
  private total = 0;
  /** For each word its slot among those near a word of the query; 0 for those that are near none. */
  private readonly slotOf: Int32Array;
  /** By slot, from 1: the word, how near it is to the nearest word of the query by its weight, and to each of them. */
  private readonly nearWords = new Ints();
  private gains = new Float64Array(256);
  private values = new Float64Array(1024);
  /** For each word of the query: the nearest of the row in hand. */
  private best = new Float64Array(64);

  constructor(columns: WordColumns) {
    this.columns = columns;
    this.near = new NearWords(columns.named, columns.near);
    this.back = new Float64Array(columns.size);
    this.there = new Float64Array(columns.size);
    this.slotOf = new Int32Array(columns.known);
  }

  /** Takes the statement that the rows are held against from now on, by its row. */
  begin(row: number): void {
    const { nearWords, slotOf } = this;
    const { start, words, weights, totals } = this.columns;
    const own = words.subarray(start[row], start[row + 1]);
    this.asked = own.length;
    if (this.query.length < own.length) {
      this.query = new Float64Array(2 * own.length);
      this.best = new Float64Array(2 * own.length);
    }
    for (let q = 0; q < own.length; q++) this.query[q] = weights[own[q] as number] as number;
    this.total = totals[row] as number;
    for (let i = 0; i < nearWords.size; i++) slotOf[nearWords.values[i] as number] = 0;
    nearWords.size = 0;
    for (let q = 0; q < own.length; q++) {
      const near = this.near.of(own[q] as number);
      this.reserve(nearWords.size + near.to - near.from + 1);
      for (let i = near.from; i < near.to; i++) {
        const n = near.words[i] as number;
        const slot = slotOf[n] === 0 ? this.open(n) : (slotOf[n] as number);
        const value = near.values[i] as number;
        this.values[slot * own.length + q] = value;
        const gain = value * (weights[n] as number);
        if (gain > (this.gains[slot] as number)) this.gains[slot] = gain;
      }
    }
  }

  /** Makes room for so many slots. */
  private reserve(slots: number): void {
    if (slots > this.gains.length) this.gains = grown(this.gains, 2 * slots);
    const needed = slots * this.asked;
    if (needed > this.values.length) this.values = grown(this.values, 2 * needed);
  }

  private open(n: number): number {
    const size = this.asked;
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
    const { back, there, gains, nearWords } = this;
    const { weights, rowStart, rowsOf } = this.columns;
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
    const { query, asked, values } = this;
    let sum = 0;
    for (let q = 0, v = slot * asked; q < asked; q++, v++) sum += (query[q] as number) * (values[v] as number);
    return sum;
  }

  /** How much of the weight of one row the words of the query cover, as {@link gather} finds it without bounds. */
  gatherOne(row: number): void {
    const { slotOf, gains } = this;
    const { start, words } = this.columns;
    const to = start[row + 1] as number;
    let back = 0;
    for (let at = start[row] as number; at < to; at++) {
      const slot = slotOf[words[at] as number] as number;
      if (slot !== 0) back += gains[slot] as number;
    }
    this.back[row] = back;
  }

  /** How much of the weight of the query the words of a row cover, each by the nearest; behind {@link gather} or {@link gatherOne}. */
  cover(row: number): void {
    const { slotOf, values, best, query } = this;
    const { start, words } = this.columns;
    if (this.back[row] === 0) {
      this.there[row] = 0;
      return;
    }
    const size = this.asked;
    for (let q = 0; q < size; q++) best[q] = 0;
    const to = start[row + 1] as number;
    for (let at = start[row] as number; at < to; at++) {
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
    return this.total > 0 || (this.columns.totals[row] as number) > 0;
  }

  /**
   * Score of a row with the query by what was gathered, 0..1; 0 where one of the two has no word that says something.
   * Before {@link cover} the most that it can be.
   */
  score(row: number): number {
    const back = this.back[row] as number;
    if (back === 0) return 0;
    return Math.sqrt(
      Math.min(1, (this.there[row] as number) / this.total) * (back / (this.columns.totals[row] as number)),
    );
  }
}
