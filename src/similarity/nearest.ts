import { MIN_COSINE, namedLikeness, type Sense, vectorLikeness, wordSenses } from "../features/index.js";
import type { Features } from "../model.js";
import { DenseRows } from "./dense.js";
import { PackedRows } from "./packed.js";

/** Words of the candidates that are near a word, and how near, among the first so many. */
interface Neighbours {
  among: number;
  words: number[];
  values: number[];
}

/**
 * How well the words of two statements go together: each word with the nearest one of the other statement, weighed by
 * rarity, both ways (Corley and Mihalcea 2005), the geometric mean of the two. Each pair of words is looked at once.
 */
export class NearestIndex {
  readonly size: number;
  private readonly senses: Sense[] = [];
  private readonly numbers = new Map<string, number>();
  /** Rows that hold each word. */
  private readonly rows: Int32Array[];
  /** Sum of the weights of each row's words. */
  private readonly totals: Float64Array;
  /** How many words the rows before each row have. */
  private readonly wordsBefore: Int32Array;
  private readonly vectors: DenseRows;
  private readonly packed: PackedRows;
  /** Words by stem, group and concept: only those can be near by name. */
  private readonly byName = new Map<string, number[]>();
  private readonly cache = new Map<string, Neighbours>();

  constructor(candidates: readonly Features[]) {
    this.size = candidates.length;
    this.totals = new Float64Array(candidates.length);
    this.wordsBefore = new Int32Array(candidates.length + 1);
    const rows: number[][] = [];
    for (const [row, features] of candidates.entries()) {
      for (const sense of wordSenses(features)) {
        const n = this.number(sense);
        if (n === rows.length) rows.push([]);
        (rows[n] as number[]).push(row);
        this.totals[row] = (this.totals[row] as number) + sense.weight;
      }
      this.wordsBefore[row + 1] = this.senses.length;
    }
    this.rows = rows.map((own) => Int32Array.from(own));
    const vectors = this.senses.map(({ vector }) => vector);
    this.vectors = new DenseRows(vectors);
    this.packed = new PackedRows(vectors);
  }

  private number(sense: Sense): number {
    let n = this.numbers.get(sense.key);
    if (n === undefined) {
      n = this.senses.length;
      this.numbers.set(sense.key, n);
      this.senses.push(sense);
      for (const name of names(sense)) {
        const known = this.byName.get(name);
        if (known) known.push(n);
        else this.byName.set(name, [n]);
      }
    }
    return n;
  }

  /** The words near one, among the first `among` words: what an earlier call found is added to. */
  private neighbours(sense: Sense, among: number): Neighbours {
    let found = this.cache.get(sense.key);
    if (!found) {
      found = { among: 0, words: [], values: [] };
      this.cache.set(sense.key, found);
    }
    if (found.among >= among) return found;
    const near = new Map<number, number>();
    for (const name of names(sense)) {
      for (const n of this.byName.get(name) ?? []) {
        if (n >= found.among && n < among) near.set(n, namedLikeness(sense, this.senses[n] as Sense)?.value ?? 0);
      }
    }
    if (sense.vector) {
      for (const n of this.packed.candidates(sense.vector, MIN_COSINE, found.among, among)) {
        const value = vectorLikeness(this.vectors.dot(n, sense.vector));
        if (value > (near.get(n) ?? 0)) near.set(n, value);
      }
    }
    for (const [n, value] of near) {
      found.words.push(n);
      found.values.push(value);
    }
    found.among = among;
    return found;
  }

  /**
   * One number for each candidate, 0..1; NaN where neither statement has a word that says something.
   * @param size how many candidates, from the first on
   */
  scores(query: Features, size = this.size): Float64Array {
    const { rows, senses, totals } = this;
    const among = this.wordsBefore[size] as number;
    const there = new Float64Array(size);
    const back = new Float64Array(size);
    /** For one word of the query: the nearest in each row that has been met. */
    const nearest = new Float64Array(size);
    /** For each word of the candidates: the nearest of the query. */
    const best = new Float64Array(senses.length);
    let total = 0;
    for (const sense of wordSenses(query)) {
      total += sense.weight;
      const { words, values } = this.neighbours(sense, among);
      nearest.fill(0);
      for (let i = 0; i < words.length; i++) {
        const n = words[i] as number;
        const value = values[i] as number;
        if (value > (best[n] as number)) best[n] = value;
        const own = rows[n] as Int32Array;
        for (let k = 0; k < own.length; k++) {
          const row = own[k] as number;
          if (row >= size) break;
          if (value > (nearest[row] as number)) nearest[row] = value;
        }
      }
      for (let row = 0; row < size; row++)
        there[row] = (there[row] as number) + sense.weight * (nearest[row] as number);
    }
    for (let n = 0; n < among; n++) {
      if (best[n] === 0) continue;
      const gain = (senses[n] as Sense).weight * (best[n] as number);
      const own = rows[n] as Int32Array;
      for (let k = 0; k < own.length; k++) {
        const row = own[k] as number;
        if (row >= size) break;
        back[row] = (back[row] as number) + gain;
      }
    }
    return totals.subarray(0, size).map((own, row) => {
      if (own === 0 && total === 0) return Number.NaN;
      if (own === 0 || total === 0) return 0;
      return Math.sqrt(((there[row] as number) / total) * ((back[row] as number) / own));
    });
  }
}

const names = ({ stem, declared, groups, concepts }: Sense): string[] => [
  stem,
  ...declared,
  ...groups.map((group) => `:${group}`),
  ...concepts.map((concept) => `::${concept}`),
];
