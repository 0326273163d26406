import type { SparseVector } from "../features/vectors.js";

/** Sparse vectors turned inside out: for each term the rows that hold it, so that only shared terms cost time. */
export class Postings {
  readonly size: number;
  private readonly start: Int32Array;
  private readonly rows: Int32Array;
  private readonly weights: Float64Array;

  /**
   * @param vectors the rows
   * @param terms number of terms of the vocabulary at this moment; later terms occur in no row
   */
  constructor(vectors: readonly SparseVector[], terms: number) {
    this.size = vectors.length;
    this.start = new Int32Array(terms + 1);
    for (const { terms: own } of vectors) for (const t of own) this.start[t + 1] = (this.start[t + 1] ?? 0) + 1;
    for (let t = 0; t < terms; t++) this.start[t + 1] = (this.start[t + 1] ?? 0) + (this.start[t] ?? 0);
    const total = this.start[terms] ?? 0;
    this.rows = new Int32Array(total);
    this.weights = new Float64Array(total);
    const fill = this.start.slice(0, terms);
    for (const [row, { terms: own, weights }] of vectors.entries()) {
      for (let i = 0; i < own.length; i++) {
        const t = own[i] as number;
        const at = fill[t] as number;
        this.rows[at] = row;
        this.weights[at] = weights[i] as number;
        fill[t] = at + 1;
      }
    }
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
