import { type Signal, SPARSE_VECTORS, Vocabulary } from "../features/index.js";
import type { Features } from "../model.js";
import { Bags } from "./bags.js";
import { GramRows } from "./gram-rows.js";
import { MeaningRows } from "./meaning-rows.js";
import { Postings } from "./postings.js";
import { mapped, type Rows } from "./rows.js";
import { scoreOf } from "./scorer.js";
import type { SignalWeights } from "./weights.js";
import { WordRows } from "./word-rows.js";

/** A signal of few terms: what a query has in common with all rows is added up at once. */
interface TermPart {
  signal: "stems" | "concepts";
  weight: number;
  vocabulary: Vocabulary;
  postings: Postings;
  /** Whether the query in hand has none. */
  silent: boolean;
}

interface Part<T> {
  weight: number;
  rows: T;
}

/** The scores of `Scorer`, one row at a time: for some of very many candidates, of which it keeps words and no vectors. */
export class RowScorer {
  /** What each signal sees of the rows; null where it weighs nothing. */
  readonly ngrams: Part<GramRows> | null;
  readonly nearest: Part<WordRows> | null;
  readonly meaning: Part<MeaningRows> | null;
  /** What the terms in common with the query in hand add to each row. */
  readonly shared: Float64Array;
  private readonly terms: TermPart[];

  constructor(candidates: Rows<Features>, weights: SignalWeights) {
    this.shared = new Float64Array(candidates.length);
    const part = <T>(signal: Signal, rows: () => T): Part<T> | null => {
      const weight = weights[signal] ?? 0;
      return weight > 0 ? { weight, rows: rows() } : null;
    };
    this.terms = (["stems", "concepts"] as const).flatMap((signal) => {
      const vocabulary = new Vocabulary();
      const made = part(
        signal,
        () => new Postings(mapped(candidates, (row) => SPARSE_VECTORS[signal](row, vocabulary))),
      );
      return made ? { signal, weight: made.weight, vocabulary, postings: made.rows, silent: true } : [];
    });
    const bags = new Bags(candidates);
    this.ngrams = part("ngrams", () => new GramRows(bags));
    this.nearest = part("nearest", () => new WordRows(candidates));
    this.meaning = part("meaning", () => new MeaningRows(candidates, bags));
  }

  /** Takes the statement that the rows are held against from now on. */
  begin(query: Features): void {
    this.shared.fill(0);
    for (const part of this.terms) {
      const vector = SPARSE_VECTORS[part.signal](query, part.vocabulary);
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
