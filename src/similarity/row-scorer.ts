import type { SparseRows, SparseVector } from "../features/vectors.js";
import type { Bags } from "./bags.js";
import { type GramColumns, GramRows } from "./gram-rows.js";
import { type MeaningColumns, MeaningRows } from "./meaning-rows.js";
import { type PostingColumns, Postings } from "./postings.js";
import { scoreOf } from "./weights.js";
import { type WordColumns, WordRows } from "./word-rows.js";

/** A signal with what it weighs. */
interface Weighed<T> {
  weight: number;
  columns: T;
}

/** A signal of few terms: what a query has in common with all rows is added up at once. */
export interface TermColumns {
  /** Of all rows. */
  vectors: SparseRows;
  /** Of the candidates. */
  postings: PostingColumns;
}

/**
 * Statements as the signals see them, in numbers only: plain data that threads can share. No words, so that who scores
 * them need know none. A signal that weighs nothing is null.
 */
export interface StatementColumns {
  /** How many rows are candidates, from the first on; those behind are queries only. */
  size: number;
  /** Of all signals together. */
  weight: number;
  bags: Bags;
  terms: Weighed<TermColumns>[];
  ngrams: Weighed<GramColumns> | null;
  nearest: Weighed<WordColumns> | null;
  meaning: Weighed<MeaningColumns> | null;
}

interface TermPart {
  weight: number;
  vectors: SparseRows;
  postings: Postings;
  /** Whether the query in hand has none. */
  silent: boolean;
}

interface Part<T> {
  weight: number;
  rows: T;
}

const part = <C, T>(own: Weighed<C> | null, rows: (columns: C) => T): Part<T> | null =>
  own && { weight: own.weight, rows: rows(own.columns) };

export const sparseVector = ({ start, terms, weights }: SparseRows, row: number): SparseVector => {
  const [from, to] = [start[row], start[row + 1]];
  return { terms: terms.subarray(from, to), weights: weights.subarray(from, to) };
};

/** The scores of `Scorer`, one row at a time: for some of very many candidates, of which it keeps words and no vectors. */
export class RowScorer {
  /** What each signal sees of the rows; null where it weighs nothing. */
  readonly ngrams: Part<GramRows> | null;
  readonly nearest: Part<WordRows> | null;
  readonly meaning: Part<MeaningRows> | null;
  /** What the terms in common with the query in hand add to each row. */
  readonly shared: Float64Array;
  private readonly terms: TermPart[];

  constructor({ size, bags, terms, ngrams, nearest, meaning }: StatementColumns) {
    this.shared = new Float64Array(size);
    this.terms = terms.map(({ weight, columns: { vectors, postings } }) => ({
      weight,
      vectors,
      postings: new Postings(postings),
      silent: true,
    }));
    this.ngrams = part(ngrams, (columns) => new GramRows(bags, columns));
    this.nearest = part(nearest, (columns) => new WordRows(columns));
    this.meaning = part(meaning, (columns) => new MeaningRows(bags, columns));
  }

  /** Takes the statement that the rows are held against from now on, by its row. */
  begin(query: number): void {
    this.shared.fill(0);
    for (const part of this.terms) {
      const vector = sparseVector(part.vectors, query);
      part.silent = vector.terms.length === 0;
      part.postings.addScores(vector, part.weight, this.shared);
    }
    this.ngrams?.rows.begin(query);
    this.nearest?.rows.begin(query);
    this.meaning?.rows.begin(query);
  }

  score(row: number): number {
    const { ngrams, nearest, meaning } = this;
    let sum = this.shared[row] as number;
    let total = 0;
    for (const { weight, silent, postings } of this.terms) if (!silent || postings.empty[row] === 0) total += weight;
    if (ngrams?.rows.counts(row)) {
      ngrams.rows.gatherOne(row);
      total += ngrams.weight;
      sum += ngrams.weight * ngrams.rows.score(row);
    }
    if (nearest?.rows.counts(row)) {
      nearest.rows.gatherOne(row);
      nearest.rows.cover(row);
      total += nearest.weight;
      sum += nearest.weight * nearest.rows.score(row);
    }
    if (meaning?.rows.counts(row)) {
      total += meaning.weight;
      sum += meaning.weight * meaning.rows.score(row);
    }
    return scoreOf(sum, total);
  }
}
