import type { Sense } from "../features/index.js";
import { NearWords } from "./near-words.js";

/**
 * The same measure as `NearestIndex`, of some of many statements: quicker where a query is held against a few of them.
 * Only words that are near one of the query are looked at; what is known of those stands together.
 */
export class WordRows {
  private readonly near = new NearWords();
  /** Row i holds the words `words[start[i]..start[i + 1])`. */
  private readonly start: Int32Array;
  private words = new Int32Array(1024);
  private readonly weights: Float64Array;
  private query: readonly Sense[] = [];
  private total = 0;
  /** For each word: the last query that it is near, and its slot among the words near that one. */
  private readonly nearIn: Int32Array;
  private readonly slotOf: Int32Array;
  private queries = 0;
  /** By slot: how near it is to the nearest word of the query, and to each of them. */
  private nearest = new Float64Array(256);
  private values = new Float64Array(1024);
  /** For each word of the query: the nearest of the row in hand. */
  private best = new Float64Array(64);

  constructor(size: number, sensesOf: (row: number) => readonly Sense[]) {
    this.start = new Int32Array(size + 1);
    let used = 0;
    for (let row = 0; row < size; row++) {
      for (const sense of sensesOf(row)) {
        if (used === this.words.length) this.words = grown(this.words);
        this.words[used++] = this.near.number(sense);
      }
      this.start[row + 1] = used;
    }
    this.weights = Float64Array.from(this.near.senses, ({ weight }) => weight);
    this.nearIn = new Int32Array(this.near.senses.length);
    this.slotOf = new Int32Array(this.near.senses.length);
  }

  /** Takes the query that the rows are held against from now on. */
  begin(query: readonly Sense[]): void {
    this.query = query;
    this.total = query.reduce((sum, { weight }) => sum + weight, 0);
    this.queries++;
    if (this.best.length < query.length) this.best = new Float64Array(2 * query.length);
    let slots = 0;
    for (const [q, sense] of query.entries()) {
      const { words, values } = this.near.of(sense);
      this.reserve(slots + words.length);
      for (let i = 0; i < words.length; i++) {
        const n = words[i] as number;
        if (this.nearIn[n] !== this.queries) this.open(n, slots++);
        const slot = this.slotOf[n] as number;
        const value = values[i] as number;
        this.values[slot * query.length + q] = value;
        if (value > (this.nearest[slot] as number)) this.nearest[slot] = value;
      }
    }
  }

  /** Makes room for so many slots. */
  private reserve(slots: number): void {
    if (slots > this.nearest.length) this.nearest = extended(this.nearest, 2 * slots);
    const needed = slots * this.query.length;
    if (needed > this.values.length) this.values = extended(this.values, 2 * needed);
  }

  private open(n: number, slot: number): void {
    const size = this.query.length;
    this.nearIn[n] = this.queries;
    this.slotOf[n] = slot;
    this.nearest[slot] = 0;
    this.values.fill(0, slot * size, (slot + 1) * size);
  }

  /** Score of a row with the query, 0..1; NaN where neither has a word that says something. */
  score(row: number): number {
    const { words, weights, values, best, total, queries } = this;
    const size = this.query.length;
    const from = this.start[row] as number;
    const to = this.start[row + 1] as number;
    if (from === to && size === 0) return Number.NaN;
    if (from === to || size === 0) return 0;
    best.fill(0, 0, size);
    let back = 0;
    let own = 0;
    for (let at = from; at < to; at++) {
      const n = words[at] as number;
      const weight = weights[n] as number;
      own += weight;
      if (this.nearIn[n] !== queries) continue;
      const slot = this.slotOf[n] as number;
      back += weight * (this.nearest[slot] as number);
      for (let q = 0; q < size; q++) {
        const value = values[slot * size + q] as number;
        if (value > (best[q] as number)) best[q] = value;
      }
    }
    let there = 0;
    for (let q = 0; q < size; q++) there += (this.query[q] as Sense).weight * (best[q] as number);
    return Math.sqrt((there / total) * (back / own));
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}

function extended(array: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(size);
  larger.set(array);
  return larger;
}
