import { MIN_COSINE, namedLikeness, type Sense, vectorLikeness, wordSenses } from "../features/index.js";
import type { Features } from "../model.js";
import { DenseRows } from "./dense.js";
import { PackedRows } from "./packed.js";

/** Words of the candidates that are near a word, and how near. */
interface Neighbours {
  words: Int32Array;
  values: Float64Array;
}

/** Vectors near a vector, and how near. */
interface NearVectors {
  vectors: number[];
  values: number[];
}

const NO_VECTORS: NearVectors = { vectors: [], values: [] };

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
  private readonly senses: Sense[] = [];
  private readonly numbers = new Map<string, number>();
  /** Rows that hold each word. */
  private readonly rows: Int32Array[];
  /** How many words the rows before each row have. */
  private readonly wordsBefore: Int32Array;
  /** The vectors of the words, each once, and the words that have each. */
  private readonly vectors: DenseRows;
  private readonly packed: PackedRows;
  private readonly wordsOfVector: number[][] = [];
  private readonly vectorNumbers = new Map<Float64Array, number>();
  private readonly vectorList: readonly Float64Array[];
  /** Words by stem, group and concept: only those can be near by name. */
  private readonly byName = new Map<string, number[]>();
  private readonly cache = new Map<string, Neighbours>();
  /** For one word of the query: the nearest in each row that has been met. */
  private readonly nearest: Float64Array;
  /** For each word of the candidates: the nearest of the query. */
  private readonly best: Float64Array;
  /** While the neighbours of a word are gathered: how near each word is (0 between), and the words met. */
  private readonly likeness: Float64Array;
  private readonly met: Int32Array;

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
        const n = this.number(sense);
        if (n === rows.length) rows.push([]);
        (rows[n] as number[]).push(row);
        this.totals[row] = (this.totals[row] as number) + sense.weight;
      }
      this.wordsBefore[row + 1] = this.senses.length;
    }
    this.rows = rows.map((own) => Int32Array.from(own));
    this.best = new Float64Array(this.senses.length);
    this.likeness = new Float64Array(this.senses.length);
    this.met = new Int32Array(this.senses.length);
    this.vectorList = [...this.vectorNumbers.keys()];
    this.vectors = new DenseRows(this.vectorList);
    this.packed = new PackedRows(this.vectorList);
  }

  static of(candidates: readonly Features[]): NearestIndex {
    return new NearestIndex(candidates.map(wordSenses));
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
      if (sense.vector) {
        const v = this.vectorNumbers.get(sense.vector);
        if (v === undefined) {
          this.vectorNumbers.set(sense.vector, this.wordsOfVector.length);
          this.wordsOfVector.push([n]);
        } else (this.wordsOfVector[v] as number[]).push(n);
      }
    }
    return n;
  }

  /** Finds the neighbours of all words of the candidates at once: the vectors of two words are held together once. */
  prepare(): void {
    const near = this.wordsOfVector.map((): NearVectors => ({ vectors: [], values: [] }));
    this.packed.eachWithEarlier(MIN_COSINE, (v, earlier) => {
      const vector = this.vectorList[v] as Float64Array;
      const own = near[v] as NearVectors;
      for (const u of earlier) {
        const value = vectorLikeness(this.vectors.dot(u, vector));
        if (value === 0) continue;
        own.vectors.push(u);
        own.values.push(value);
        if (u === v) continue;
        const other = near[u] as NearVectors;
        other.vectors.push(v);
        other.values.push(value);
      }
    });
    for (const sense of this.senses) {
      const v = sense.vector ? this.vectorNumbers.get(sense.vector) : undefined;
      this.cache.set(sense.key, this.merged(sense, v === undefined ? NO_VECTORS : (near[v] as NearVectors)));
    }
  }

  private neighbours(sense: Sense): Neighbours {
    let found = this.cache.get(sense.key);
    if (!found) {
      const { vector } = sense;
      const vectors = vector ? this.packed.candidates(vector, MIN_COSINE, 0, this.vectors.size) : [];
      const values = vectors.map((v) => vectorLikeness(this.vectors.dot(v, vector as Float64Array)));
      found = this.merged(sense, { vectors, values });
      this.cache.set(sense.key, found);
    }
    return found;
  }

  /** The words near one: by name, and those that have a vector near its own; each with the higher of the two. */
  private merged(sense: Sense, near: NearVectors): Neighbours {
    const { likeness, met } = this;
    let size = 0;
    for (const name of names(sense)) {
      for (const n of this.byName.get(name) ?? []) {
        // A word is met by each name the two share.
        if (likeness[n] !== 0) continue;
        likeness[n] = namedLikeness(sense, this.senses[n] as Sense)?.value ?? 0;
        met[size++] = n;
      }
    }
    for (let i = 0; i < near.vectors.length; i++) {
      const value = near.values[i] as number;
      for (const n of this.wordsOfVector[near.vectors[i] as number] as number[]) {
        const known = likeness[n] as number;
        if (known === 0) met[size++] = n;
        if (value > known) likeness[n] = value;
      }
    }
    const words = met.slice(0, size);
    const values = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      const n = words[i] as number;
      values[i] = likeness[n] as number;
      likeness[n] = 0;
    }
    return { words, values };
  }

  /**
   * Holds the words of a query against those of the first `size` candidates: see {@link there} and {@link back}, which
   * stand until the next call.
   * @returns the sum of the weights of the query's words
   */
  measure(query: readonly Sense[], size: number): number {
    const { rows, senses, there, back, nearest, best } = this;
    const among = this.wordsBefore[size] as number;
    there.fill(0, 0, size);
    back.fill(0, 0, size);
    best.fill(0, 0, among);
    let total = 0;
    for (const sense of query) {
      const { weight } = sense;
      total += weight;
      const { words, values } = this.neighbours(sense);
      nearest.fill(0, 0, size);
      for (let i = 0; i < words.length; i++) {
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
      const gain = (senses[n] as Sense).weight * (best[n] as number);
      const own = rows[n] as Int32Array;
      for (let k = 0; k < own.length; k++) {
        const row = own[k] as number;
        if (row >= size) break;
        back[row] = (back[row] as number) + gain;
      }
    }
    return total;
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

const names = ({ stem, declared, groups, concepts }: Sense): string[] => [
  stem,
  ...declared,
  ...groups.map((group) => `:${group}`),
  ...concepts.map((concept) => `::${concept}`),
];
