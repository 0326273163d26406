import { naturalStem } from "../language/natural-stem.js";
import { stemDutch } from "../language/snowball.js";
import { distinctLists, grown, PairNumbers, stemNumbers } from "./stems.js";
import type { SparseRows, SparseVector } from "./vectors.js";

/** The distinct vectors of a list of texts: equal texts, and texts of equal stems, share a row. */
export interface TextRows extends SparseRows {
  /** For each text the number of its row. */
  rowOf: Int32Array;
}

/** Whose Dutch stems: the reference algorithm's, or those of the package natural. */
export const STEMS = ["snowball", "natural"] as const;
export type Stems = (typeof STEMS)[number];
const STEMMERS: Record<Stems, (word: string) => string> = { snowball: stemDutch, natural: naturalStem };

/**
 * Plain TF-IDF of stems and stem bigrams over a list of texts, as scikit-learn's `TfidfVectorizer(ngram_range=(1, 2))`
 * has it: raw counts, smooth idf `ln((1 + n) / (1 + df)) + 1`, L2 norm.
 * @returns one row for each distinct text, in order of first occurrence; a text without words has an empty row
 */
export function tfidfRows(texts: readonly string[], kind: Stems = "snowball"): TextRows {
  const { lists, stems } = stemNumbers(texts, STEMMERS[kind]);
  const { rowOf, first } = distinctLists(lists);
  const size = first.length;
  const copies = new Int32Array(size);
  for (const row of rowOf) copies[row] = (copies[row] as number) + 1;

  // Terms and their counts; a bigram has the numbers behind the stems.
  const bigrams = new PairNumbers();
  const start = new Int32Array(size + 1);
  let length = 0;
  for (const list of first) length += (lists.start[list + 1] as number) - (lists.start[list] as number);
  const terms = new Int32Array(2 * length);
  const weights = new Float64Array(2 * length);
  /** Place of each term in the row where it was seen last, and how many texts hold it. */
  let place = new Int32Array(stems + 1024).fill(-1);
  let df = new Int32Array(stems + 1024);
  let end = 0;
  for (let row = 0; row < size; row++) {
    const [from, to] = [lists.start[first[row] as number] as number, lists.start[(first[row] as number) + 1] as number];
    const begin = end;
    for (let p = from; p < to; p++) {
      for (let n = 1; n <= 2 && p - n + 1 >= from; n++) {
        const stem = lists.values[p] as number;
        const term = n === 1 ? stem : stems + bigrams.number(lists.values[p - 1] as number, stem);
        if (term >= df.length) {
          df = grown(df);
          const old = place.length;
          place = grown(place).fill(-1, old);
        }
        let at = place[term] as number;
        if (at < begin) {
          at = end++;
          place[term] = at;
          terms[at] = term;
          df[term] = (df[term] as number) + (copies[row] as number);
        }
        weights[at] = (weights[at] as number) + 1;
      }
    }
    start[row + 1] = end;
  }

  const vocabulary = stems + bigrams.size;
  const idf = new Float64Array(vocabulary);
  for (let t = 0; t < vocabulary; t++) idf[t] = Math.log((1 + texts.length) / (1 + (df[t] as number))) + 1;
  for (let row = 0; row < size; row++) {
    const [from, to] = [start[row] as number, start[row + 1] as number];
    let square = 0;
    for (let p = from; p < to; p++) {
      const w = (weights[p] as number) * (idf[terms[p] as number] as number);
      weights[p] = w;
      square += w * w;
    }
    const norm = Math.sqrt(square);
    for (let p = from; p < to; p++) weights[p] = (weights[p] as number) / norm;
  }
  return { rowOf, start, terms: terms.subarray(0, end), weights: weights.subarray(0, end), vocabulary };
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
    const order = Array.from({ length: to - from }, (_, k) => from + k).sort(
      (p, q) => (terms[p] as number) - (terms[q] as number),
    );
    return {
      terms: Int32Array.from(order, (p) => terms[p] as number),
      weights: Float64Array.from(order, (p) => weights[p] as number),
    };
  });
  return { vectors: Array.from(rowOf, (row) => rows[row] as SparseVector), terms: vocabulary };
}
