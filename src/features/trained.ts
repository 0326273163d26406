/**
 * Word vectors trained on a corpus at hand: positive pointwise mutual information of words that stand near each other
 * (Levy and Goldberg 2014), brought down to a few dimensions by subspace iteration (Halko, Martinsson and Tropp 2011). The
 * same texts and settings give the same numbers.
 */
import * as v from "valibot";
import { GENERATOR } from "../generator.js";
import { shortHash } from "../language/hash.js";
import { unit } from "../language/meaning.js";
import { seeded } from "../language/random.js";
import { wordsJoined } from "../language/separable.js";
import type { Features, Generator, Settings } from "../model.js";
import { ReadError } from "../read/index.js";
import { TARGET } from "../text/index.js";
import { contentWords, wordWeight } from "./words.js";

export interface TrainOptions {
  /** Length of the vectors; fewer where there are fewer words. */
  dimensions?: number;
  /** Of the random start. */
  seed?: number;
  /** Words on either side that count as near. */
  window?: number;
  /** Least number of times that a word must be met. */
  minCount?: number;
}

const VECTORS_SCHEMA = "ankerpunt/vectors@1";

export interface TrainedVectors {
  schema: typeof VECTORS_SCHEMA;
  generator: Generator;
  /** What they were trained with and on: options, and numbers of texts and words. */
  settings: Settings;
  /** Folded words in the order of their rows. */
  words: string[];
  /** Rows of whole numbers from -127 to 127, one vector after another. */
  rows: Int8Array;
  /** Mean of the vectors of the texts, which is taken off: what all of them share. */
  mean: Float64Array;
}

/** Most words; of more the most frequent. */
const MAX_WORDS = 20_000;
const ITERATIONS = 10;
/** Rarity at and below which a word says nothing about meaning. */
const FLOOR = 0.5;
const STEPS = 127;

/**
 * Trains vectors of the words of texts.
 * @param texts statements or sentences; a few thousand at least, to be of use
 * @returns no words where none is met often enough
 */
export function trainVectors(texts: readonly string[], options: TrainOptions = {}): TrainedVectors {
  const { dimensions = 100, seed = 1, window = 6, minCount = 3 } = options;
  const lists = texts.map(wordsJoined);
  const words = frequentWords(lists, minCount);
  const numbers = new Map(words.map((word, n) => [word, n]));
  const size = Math.min(dimensions, words.length);
  const matrix = informationOf(lists, numbers, window);
  const basis = subspace(matrix, words.length, size, seed);
  const rows = new Int8Array(words.length * size);
  for (let n = 0; n < words.length; n++) {
    const row = basis.map((column) => column[n] as number);
    const largest = Math.max(...row.map(Math.abs));
    if (largest > 0) for (const [d, x] of row.entries()) rows[n * size + d] = Math.round((x / largest) * STEPS);
  }
  const hash = shortHash(`${words.join(" ")} ${base64(rows)}`, 11);
  const settings = { dimensions: size, seed, window, minCount, texts: texts.length, words: words.length, hash };
  const bare = {
    schema: VECTORS_SCHEMA,
    generator: GENERATOR,
    settings,
    words,
    rows,
    mean: new Float64Array(size),
  } as const;
  return { ...bare, mean: meanOf(bare, lists) };
}

/** Mean of the vectors of texts, as it is written: six decimals. */
function meanOf(trained: TrainedVectors, lists: readonly (readonly string[])[]): Float64Array {
  const vectors = lists.flatMap((list) => weighted(trained, new Map(list.map((word) => [word, 1]))) ?? []);
  return trained.mean.map((_, d) => {
    const sum = vectors.reduce((total, vector) => total + (vector[d] as number), 0);
    return vectors.length === 0 ? 0 : Math.round((sum / vectors.length) * 1e6) / 1e6;
  });
}

/** Trained vectors as a JSON document; {@link parseVectors} reads it back. */
export const vectorsToJson = ({ words, rows, mean, ...head }: TrainedVectors): object => ({
  ...head,
  mean: [...mean],
  words: words.join(" "),
  rows: base64(rows),
});

/** @throws ReadError with one line on what is wrong */
export function parseVectors(value: unknown): TrainedVectors {
  const found = v.safeParse(document, value);
  if (!found.success) throw new ReadError("no vectors as the command train makes them");
  const { words: list, rows: packed, mean, ...head } = found.output;
  const words = list === "" ? [] : list.split(" ");
  const binary = atob(packed);
  const rows = Int8Array.from(binary, (c) => (c.charCodeAt(0) << 24) >> 24);
  if (rows.length !== words.length * mean.length) throw new ReadError("vectors that are cut off or changed");
  return { ...head, generator: GENERATOR, words, rows, mean: Float64Array.from(mean) };
}

const document = v.object({
  schema: v.literal(VECTORS_SCHEMA),
  settings: v.record(v.string(), v.union([v.number(), v.string()])),
  mean: v.array(v.number()),
  words: v.string(),
  rows: v.pipe(v.string(), v.base64()),
});

function base64(rows: Int8Array): string {
  let binary = "";
  for (const x of rows) binary += String.fromCharCode(x & 255);
  return btoa(binary);
}

/** Words in order of frequency, then of the alphabet. */
function frequentWords(lists: readonly (readonly string[])[], minCount: number): string[] {
  const counts = new Map<string, number>();
  for (const list of lists) for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= minCount)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MAX_WORDS)
    .map(([word]) => word);
}

/** A symmetric sparse matrix: for each row its columns with their values. */
type Matrix = { columns: Int32Array; values: Float64Array }[];

/** Positive pointwise mutual information of each two words within the window. */
function informationOf(
  lists: readonly (readonly string[])[],
  numbers: ReadonlyMap<string, number>,
  window: number,
): Matrix {
  const counts = Array.from({ length: numbers.size }, () => new Map<number, number>());
  const sums = new Float64Array(numbers.size);
  let total = 0;
  for (const list of lists) {
    const own = list.flatMap((word) => numbers.get(word) ?? []);
    for (const [i, a] of own.entries()) {
      for (let j = Math.max(0, i - window); j < Math.min(own.length, i + window + 1); j++) {
        const b = own[j] as number;
        if (i === j) continue;
        const row = counts[a] as Map<number, number>;
        row.set(b, (row.get(b) ?? 0) + 1);
        sums[a] = (sums[a] as number) + 1;
        total++;
      }
    }
  }
  return counts.map((row, a) => {
    const kept = [...row]
      .map(([b, count]) => [b, Math.log((count * total) / ((sums[a] as number) * (sums[b] as number)))] as const)
      .filter(([, value]) => value > 0)
      .sort((x, y) => x[0] - y[0]);
    return { columns: Int32Array.from(kept, ([b]) => b), values: Float64Array.from(kept, ([, value]) => value) };
  });
}

/**
 * The directions in which a symmetric matrix does most, as columns, each by the root of what it does (Levy, Goldberg and
 * Dagan 2015).
 */
function subspace(matrix: Matrix, rows: number, size: number, seed: number): Float64Array[] {
  const random = seeded(seed);
  let basis: Float64Array[] = Array.from({ length: size }, () =>
    Float64Array.from({ length: rows }, () => random() - 0.5),
  );
  orthonormal(basis);
  for (let i = 0; i < ITERATIONS; i++) {
    basis = basis.map((column) => times(matrix, column));
    orthonormal(basis);
  }
  return basis.map((column) => {
    const image = times(matrix, column);
    let stretch = 0;
    for (let n = 0; n < column.length; n++) stretch += (column[n] as number) * (image[n] as number);
    return column.map((x) => x * Math.sqrt(Math.abs(stretch)));
  });
}

const times = (matrix: Matrix, vector: Float64Array): Float64Array =>
  Float64Array.from(matrix, ({ columns, values }) => {
    let sum = 0;
    for (let k = 0; k < columns.length; k++) sum += (values[k] as number) * (vector[columns[k] as number] as number);
    return sum;
  });

/** Gram and Schmidt, twice for each column, so that rounding leaves them at right angles. */
function orthonormal(columns: Float64Array[]): void {
  for (const [i, column] of columns.entries()) {
    for (let pass = 0; pass < 2; pass++) {
      for (const other of columns.slice(0, i)) {
        let along = 0;
        for (let n = 0; n < column.length; n++) along += (column[n] as number) * (other[n] as number);
        for (let n = 0; n < column.length; n++) column[n] = (column[n] as number) - along * (other[n] as number);
      }
      column.set(unit(column) ?? column);
    }
  }
}

const rowsOf = new WeakMap<TrainedVectors, Map<string, number>>();

/** The mean of the vectors of words, weighed by count and rarity, of length 1; null where none is known. */
function weighted(trained: TrainedVectors, counts: ReadonlyMap<string, number>): Float64Array | null {
  let numbers = rowsOf.get(trained);
  if (!numbers) {
    numbers = new Map(trained.words.map((word, n) => [word, n]));
    rowsOf.set(trained, numbers);
  }
  const size = trained.mean.length;
  const sum = new Float64Array(size);
  for (const [word, count] of counts) {
    const n = numbers.get(word);
    if (n === undefined || word === TARGET) continue;
    const row = trained.rows.subarray(n * size, (n + 1) * size);
    const norm = Math.hypot(...row);
    const weight = norm === 0 ? 0 : (count * wordWeight(word, FLOOR)) / norm;
    for (let d = 0; d < size; d++) sum[d] = (sum[d] as number) + weight * (row[d] as number);
  }
  return unit(sum);
}

/** The vector of a statement from trained word vectors, of length 1, without what all texts share; null where no word is known. */
export function trainedVector(trained: TrainedVectors, features: Features): Float64Array | null {
  const own = weighted(trained, new Map(contentWords(features)));
  return own && unit(own.map((x, d) => x - (trained.mean[d] as number)));
}
