import { namedLikeness, type Sense, vectorLikeness, wordSenses } from "../features/index.js";
import type { Features } from "../model.js";

/** Words of the candidates that are near a word, the nearest first. */
interface Neighbours {
  words: Int32Array;
  values: Float64Array;
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
  private readonly rows: number[][] = [];
  /** Sum of the weights of each row's words. */
  private readonly totals: Float64Array;
  private readonly vectors: Float32Array;
  private readonly dimensions: number;
  /** Words by stem, group and concept: only those can be near by name. */
  private readonly byName = new Map<string, number[]>();
  private readonly cache = new Map<string, Neighbours>();

  constructor(candidates: readonly Features[]) {
    this.size = candidates.length;
    this.totals = new Float64Array(candidates.length);
    for (const [row, features] of candidates.entries()) {
      for (const sense of wordSenses(features)) {
        (this.rows[this.number(sense)] as number[]).push(row);
        this.totals[row] = (this.totals[row] as number) + sense.weight;
      }
    }
    this.dimensions = this.senses.find(({ vector }) => vector)?.vector?.length ?? 0;
    this.vectors = new Float32Array(this.senses.length * this.dimensions);
    for (const [i, { vector }] of this.senses.entries()) if (vector) this.vectors.set(vector, i * this.dimensions);
  }

  private number(sense: Sense): number {
    let n = this.numbers.get(sense.word);
    if (n === undefined) {
      n = this.senses.length;
      this.numbers.set(sense.word, n);
      this.senses.push(sense);
      this.rows.push([]);
      for (const name of names(sense)) {
        const known = this.byName.get(name);
        if (known) known.push(n);
        else this.byName.set(name, [n]);
      }
    }
    return n;
  }

  private neighbours(sense: Sense): Neighbours {
    let found = this.cache.get(sense.word);
    if (found) return found;
    const value = new Map<number, number>();
    const { vector } = sense;
    const { vectors, dimensions } = this;
    if (vector) {
      for (let n = 0; n < this.senses.length; n++) {
        let cosine = 0;
        const at = n * dimensions;
        for (let d = 0; d < dimensions; d++) cosine += (vector[d] as number) * (vectors[at + d] as number);
        const likeness = vectorLikeness(cosine);
        if (likeness > 0) value.set(n, likeness);
      }
    }
    for (const name of names(sense)) {
      for (const n of this.byName.get(name) ?? []) {
        const named = namedLikeness(sense, this.senses[n] as Sense)?.value ?? 0;
        if (named > (value.get(n) ?? 0)) value.set(n, named);
      }
    }
    const sorted = [...value].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    found = { words: Int32Array.from(sorted, ([n]) => n), values: Float64Array.from(sorted, ([, v]) => v) };
    this.cache.set(sense.word, found);
    return found;
  }

  /** One number for each candidate, 0..1; NaN where neither statement has a word that says something. */
  scores(query: Features): Float64Array {
    const there = new Float64Array(this.size);
    const back = new Float64Array(this.size);
    /** Which word of the query has found its nearest in a row last, from 1. */
    const stamp = new Int32Array(this.size);
    const best = new Map<number, number>();
    let total = 0;
    for (const [w, sense] of wordSenses(query).entries()) {
      total += sense.weight;
      const { words, values } = this.neighbours(sense);
      for (let i = 0; i < words.length; i++) {
        const n = words[i] as number;
        const value = values[i] as number;
        if (value > (best.get(n) ?? 0)) best.set(n, value);
        // The nearest words come first: a row that was met has its best already.
        for (const row of this.rows[n] as number[]) {
          if (stamp[row] === w + 1) continue;
          stamp[row] = w + 1;
          there[row] = (there[row] as number) + sense.weight * value;
        }
      }
    }
    for (const [n, value] of best) {
      const gain = (this.senses[n] as Sense).weight * value;
      for (const row of this.rows[n] as number[]) back[row] = (back[row] as number) + gain;
    }
    return this.totals.map((own, row) => {
      if (own === 0 && total === 0) return Number.NaN;
      if (own === 0 || total === 0) return 0;
      return Math.sqrt(((there[row] as number) / total) * ((back[row] as number) / own));
    });
  }
}

const names = ({ stem, groups, concepts }: Sense): string[] => [
  stem,
  ...groups.map((group) => `:${group}`),
  ...concepts.map((concept) => `::${concept}`),
];
