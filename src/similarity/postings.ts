import type { SparseVector } from "../features/vectors.js";

/** Sparse vectors turned inside out: for each term the rows that hold it, so that only shared terms cost time. */
export interface PostingColumns {
  /** By row: 1 where it has no term. */
  empty: Uint8Array;
  /** Term t is held by `rows[start[t]..start[t + 1])`, in order, with the weights. */
  start: Int32Array;
  rows: Int32Array;
  weights: Float64Array;
}

/** Sparse vectors by term. */
export class Postings {
  readonly size: number;
  /** 1 where a row has no term. */
  readonly empty: Uint8Array;
  private readonly start: Int32Array;
  private readonly rows: Int32Array;
  private readonly weights: Float64Array;

  constructor({ empty, start, rows, weights }: PostingColumns) {
    this.size = empty.length;
    this.empty = empty;
    this.start = start;
    this.rows = rows;
    this.weights = weights;
  }

  static of(vectors: readonly SparseVector[]): Postings {
    return new Postings(postingColumns(vectors));
  }

  /** Adds `factor` times the inner product of a query with the first `size` rows to `out`, one number for each of them. */
  addScores(query: SparseVector, factor: number, out: Float64Array, size = out.length): void {
    const { start, rows, weights } = this;
    for (let i = 0; i < query.terms.length; i++) {
      const t = query.terms[i] as number;
      if (t >= start.length - 1) continue;
      const w = (query.weights[i] as number) * factor;
      const end = start[t + 1] as number;
      for (let p = start[t] as number; p < end; p++) {
        const row = rows[p] as number;
        if (row >= size) break;
        out[row] = (out[row] as number) + w * (weights[p] as number);
      }
    }
  }
}

/** @param vectors the rows, gone through twice */
export function postingColumns(vectors: Iterable<SparseVector> & { length: number }): PostingColumns {
  const empty = new Uint8Array(vectors.length);
  const counts: number[] = [];
  let row = 0;
  for (const { terms } of vectors) {
    for (let i = 0; i < terms.length; i++) {
      const t = terms[i] as number;
      counts[t] = (counts[t] ?? 0) + 1;
    }
    empty[row++] = terms.length === 0 ? 1 : 0;
  }
  const start = new Int32Array(counts.length + 1);
  for (let t = 0; t < counts.length; t++) start[t + 1] = (start[t] as number) + (counts[t] ?? 0);
  const total = start[counts.length] as number;
  const rows = new Int32Array(total);
  const weights = new Float64Array(total);
  const fill = start.slice(0, counts.length);
  row = 0;
  for (const { terms, weights: own } of vectors) {
    for (let i = 0; i < terms.length; i++) {
      const t = terms[i] as number;
      const at = fill[t] as number;
      rows[at] = row;
      weights[at] = own[i] as number;
      fill[t] = at + 1;
    }
    row++;
  }
  return { empty, start, rows, weights };
}
