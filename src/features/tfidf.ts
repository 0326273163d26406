import { naturalStem } from "../language/natural-stem.js";
import { grown } from "../language/numbers.js";
import { stemUnits } from "../language/snowball.js";
import { distinctLists, type NumberLists, PairNumbers, type Stemmer, stemNumbers } from "./stems.js";
import type { SparseRows, SparseVector } from "./vectors.js";

/** The distinct vectors of a list of texts: equal texts, and texts of equal stems, share a row. */
export interface TextRows extends SparseRows {
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

  const counts = new TermCounts(lists, first, stems);
  for (const [row, list] of first.entries()) {
    counts.addRow(lists.start[list] as number, lists.start[list + 1] as number, copies[row] as number);
  }
  const { start, terms, weights, df, vocabulary } = counts;
  const idf = new Float64Array(vocabulary);
  for (let t = 0; t < vocabulary; t++) idf[t] = Math.log((1 + texts.length) / (1 + (df[t] as number))) + 1;
  for (let row = 0; row < first.length; row++)
    weigh(terms, weights, idf, start[row] as number, start[row + 1] as number);
  const end = start[first.length] as number;
  return { rowOf, start, terms: terms.subarray(0, end), weights: weights.subarray(0, end), vocabulary };
}

/** The stems and bigrams of rows, and how often each row has them. A bigram has a number behind those of the stems. */
class TermCounts {
  readonly start: Int32Array;
  readonly terms: Int32Array;
  readonly weights: Float64Array;
  /** How many texts hold a term. */
  df: Int32Array;
  private readonly values: Int32Array;
  private readonly stems: number;
  private readonly bigrams = new PairNumbers();
  /** Where each term stands in the row that had it last. */
  private place: Int32Array;
  private rows = 0;
  private end = 0;

  constructor({ start, values }: NumberLists, lists: Int32Array, stems: number) {
    let length = 0;
    for (const list of lists) length += (start[list + 1] as number) - (start[list] as number);
    this.start = new Int32Array(lists.length + 1);
    this.terms = new Int32Array(2 * length);
    this.weights = new Float64Array(2 * length);
    this.values = values;
    this.stems = stems;
    this.place = new Int32Array(stems + 1024).fill(-1);
    this.df = new Int32Array(stems + 1024);
  }

  get vocabulary(): number {
    return this.stems + this.bigrams.size;
  }

  /** @param copies how many texts the row stands for */
  addRow(from: number, to: number, copies: number): void {
    const { values } = this;
    const begin = this.end;
    for (let p = from; p < to; p++) {
      const stem = values[p] as number;
      this.add(stem, begin, copies);
      if (p > from) this.add(this.stems + this.bigrams.number(values[p - 1] as number, stem), begin, copies);
    }
    this.start[++this.rows] = this.end;
  }

  private add(term: number, begin: number, copies: number): void {
    if (term >= this.df.length) this.widen();
    const { place, terms, weights, df } = this;
    let at = place[term] as number;
    if (at < begin) {
      at = this.end++;
      place[term] = at;
      terms[at] = term;
      df[term] = (df[term] as number) + copies;
    }
    weights[at] = (weights[at] as number) + 1;
  }

  private widen(): void {
    const { length } = this.place;
    this.df = grown(this.df);
    this.place = grown(this.place).fill(-1, length);
  }
}

/** Turns the counts of a row into weights of norm 1. */
function weigh(terms: Int32Array, weights: Float64Array, idf: Float64Array, from: number, to: number): void {
  let square = 0;
  for (let p = from; p < to; p++) {
    const w = (weights[p] as number) * (idf[terms[p] as number] as number);
    weights[p] = w;
    square += w * w;
  }
  const norm = Math.sqrt(square);
  for (let p = from; p < to; p++) weights[p] = (weights[p] as number) / norm;
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
