import { naturalStem } from "../language/natural-stem.js";
import { placesOf } from "../language/numbers.js";
import { stemUnits } from "../language/snowball.js";
import { type ListRows, NO_PAIR, type RepeatedPairs, repeatedPairs } from "./pairs.js";
import { distinctLists, type Stemmer, stemNumbers } from "./stems.js";
import type { RankedRows, SparseRows, SparseVector } from "./vectors.js";

/** The distinct vectors of a list of texts: equal texts, and texts of equal stems, share a row. */
export interface TextRows extends RankedRows {
  /** For each text the number of its row. */
  rowOf: Int32Array;
}

/** Whose Dutch stems: the reference algorithm's, or those of the package natural. */
export const STEMS = ["snowball", "natural"] as const;
export type Stems = (typeof STEMS)[number];
const STEMMERS: Record<Stems, Stemmer> = { snowball: { units: stemUnits }, natural: { word: naturalStem } };

/**
 * Plain TF-IDF of stems and stem bigrams over a list of texts, as scikit-learn's `TfidfVectorizer(ngram_range=(1, 2))`
 * has it: raw counts, smooth idf `ln((1 + n) / (1 + df)) + 1`, L2 norm.
 * @returns one row for each distinct text, in order of first occurrence; a text without words has an empty row
 */
export function tfidfRows(texts: readonly string[], kind: Stems = "snowball"): TextRows {
  const { lists, stems } = stemNumbers(texts, STEMMERS[kind]);
  const { rowOf, first } = distinctLists(lists);
  const copies = new Int32Array(first.length);
  for (const row of rowOf) copies[row] = (copies[row] as number) + 1;
  const tokens = { ...lists, first, size: stems };
  const counts = countStems(tokens, copies);
  const pairs = repeatedPairs(tokens, copies);
  const ranked = rank(joined(counts.rows, pairs.rows));
  const df = joined(counts.texts, pairs.weights);
  const idf = (count: number): number => Math.log((1 + texts.length) / (1 + count)) + 1;
  const idfs = new Float64Array(df.length);
  for (let t = 0; t < df.length; t++) idfs[ranked.numbers[t] as number] = idf(df[t] as number);
  return { rowOf, frequencies: ranked.frequencies, ...weighed(tokens, copies, pairs, ranked.numbers, idfs, idf) };
}

/** In how many rows, and in how many texts, each stem stands. @param copies how many texts each row stands for */
function countStems(
  { start, values, first, size }: ListRows,
  copies: Int32Array,
): { rows: Int32Array; texts: Int32Array } {
  const [rows, texts] = [new Int32Array(size), new Int32Array(size)];
  const lastRow = new Int32Array(size).fill(-1);
  for (let row = 0; row < first.length; row++) {
    const list = first[row] as number;
    for (let p = start[list] as number; p < (start[list + 1] as number); p++) {
      const stem = values[p] as number;
      if (lastRow[stem] === row) continue;
      lastRow[stem] = row;
      rows[stem] = (rows[stem] as number) + 1;
      texts[stem] = (texts[stem] as number) + (copies[row] as number);
    }
  }
  return { rows, texts };
}

function joined(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/**
 * New numbers for terms: those of two rows and more first, from the rarest to the most frequent, then the others. Ties
 * keep their order.
 * @param rows in how many rows each term stands, at least 1
 * @returns also how many rows hold each of the terms of two rows and more, by their new numbers
 */
function rank(rows: Int32Array): { numbers: Int32Array; frequencies: Int32Array } {
  let most = 1;
  for (const count of rows) if (count > most) most = count;
  const [begin, byCount] = placesOf(rows, most + 1);
  const alone = begin[2] as number;
  const shared = rows.length - alone;
  const frequencies = new Int32Array(shared);
  const numbers = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const t = byCount[i] as number;
    const number = i < alone ? shared + i : i - alone;
    numbers[t] = number;
    if (number < shared) frequencies[number] = rows[t] as number;
  }
  return { numbers, frequencies };
}

/** Rows of more terms than this are sorted by the engine: putting each in its place takes the square of their number. */
const SHORT = 64;

/** Sorts the first so many numbers. */
function sort(numbers: Int32Array, size: number): void {
  if (size > SHORT) {
    numbers.subarray(0, size).sort();
    return;
  }
  for (let i = 1; i < size; i++) {
    const number = numbers[i] as number;
    let at = i;
    for (; at > 0 && (numbers[at - 1] as number) > number; at--) numbers[at] = numbers[at - 1] as number;
    numbers[at] = number;
  }
}

/**
 * The rows by the new numbers of their terms, in increasing order, and their weights, of norm 1.
 * @param numbers of the stems, and behind them of the repeated pairs
 * @param idfs by those numbers
 */
function weighed(
  { start: starts, values, first, size: stems }: ListRows,
  copies: Int32Array,
  pairs: RepeatedPairs,
  numbers: Int32Array,
  idfs: Float64Array,
  idf: (texts: number) => number,
): SparseRows {
  let tokens = 0;
  let longest = 0;
  for (const list of first) {
    const length = (starts[list + 1] as number) - (starts[list] as number);
    tokens += length;
    longest = Math.max(longest, length);
  }
  const start = new Int32Array(first.length + 1);
  const terms = new Int32Array(2 * tokens);
  const weights = new Float64Array(2 * tokens);
  const own = new Int32Array(2 * longest);
  let vocabulary = numbers.length;
  let end = 0;
  for (let row = 0; row < first.length; row++) {
    const list = first[row] as number;
    const [from, to] = [starts[list] as number, starts[list + 1] as number];
    let size = 0;
    let alone = to > from ? to - from - 1 : 0;
    for (let p = from; p < to; p++) {
      own[size++] = numbers[values[p] as number] as number;
      const pair = pairs.at[p] as number;
      if (pair === NO_PAIR) continue;
      own[size++] = numbers[stems + pair] as number;
      alone--;
    }
    sort(own, size);
    const begin = end;
    let square = 0;
    for (let i = 0; i < size; ) {
      const term = own[i] as number;
      let count = 1;
      while (++i < size && own[i] === term) count++;
      const weight = count * (idfs[term] as number);
      terms[end] = term;
      weights[end++] = weight;
      square += weight * weight;
    }
    // Bigrams that occur only here.
    const weight = alone > 0 ? idf(copies[row] as number) : 0;
    square += alone * weight * weight;
    for (; alone > 0; alone--) {
      terms[end] = vocabulary++;
      weights[end++] = weight;
    }
    const norm = Math.sqrt(square);
    for (let p = begin; p < end; p++) weights[p] = (weights[p] as number) / norm;
    start[row + 1] = end;
  }
  return { start, terms: terms.subarray(0, end), weights: weights.subarray(0, end), vocabulary };
}

/**
 * {@link tfidfRows} as one vector for each text.
 * @returns the vectors, and the number of terms; a text without words has the empty vector
 */
export function tfidfVectors(
  texts: readonly string[],
  stems: Stems = "snowball",
): { vectors: SparseVector[]; terms: number } {
  const { rowOf, start, terms, weights, vocabulary } = tfidfRows(texts, stems);
  const rows = Array.from({ length: start.length - 1 }, (_, row): SparseVector => {
    const [from, to] = [start[row] as number, start[row + 1] as number];
    return { terms: terms.slice(from, to), weights: weights.slice(from, to) };
  });
  return { vectors: Array.from(rowOf, (row) => rows[row] as SparseVector), terms: vocabulary };
}
