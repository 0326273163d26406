import type { RankedRows } from "../features/vectors.js";

/** Numbers of an entry in `held`. */
export const ENTRY = 3;

/** Steps in which the norm of the rest of a row is kept, rounded up. */
export const REST_STEPS = 0xffff;

/**
 * Rows of L2 norm at most 1, ready to be joined: each row's terms rarest first, and for each term the rows that hold
 * it, those first that have most of their mass in this term and the more frequent ones. Terms of one row only are
 * left out: they count in a norm, and in no product.
 */
export interface JoinIndex {
  rows: number;
  /** Row r holds the entries start[r]..start[r + 1] of `terms` and `weights`; terms are numbered rarest first. */
  start: Int32Array;
  terms: Int32Array;
  weights: Float64Array;
  /** For each entry the norm of what its row holds from there on, in {@link REST_STEPS}, rounded up. */
  rest: Uint16Array;
  /** 1 for rows without any term, those that are left out counted: they are like nothing. */
  empty: Uint8Array;
  vocabulary: number;
  /**
   * Term t stands in the rows of the entries postings[t]..postings[t + 1] of `held`: row, weight (nearest float32, read
   * through `heldWeights`) and `rest` of each, side by side, as they are read together. The rest falls along a list.
   */
  postings: Int32Array;
  held: Int32Array;
  heldWeights: Float32Array;
}

/** @param candidates 1 for each row that can be found; all where it is left out */
export function joinIndex(source: RankedRows, candidates?: Uint8Array): JoinIndex {
  const rows = source.start.length - 1;
  const { start, terms, weights } = sharedTerms(source);
  const vocabulary = source.frequencies.length;

  // Postings are handed out from the row end with most rest to that with least, so that every list is in that order.
  const rest = new Uint16Array(terms.length);
  const rowAt = new Int32Array(terms.length);
  for (let row = 0; row < rows; row++) {
    let square = 0;
    for (let p = (start[row + 1] as number) - 1; p >= (start[row] as number); p--) {
      square += (weights[p] as number) ** 2;
      rest[p] = Math.min(REST_STEPS, Math.ceil(Math.sqrt(square) * REST_STEPS + 1e-3));
      rowAt[p] = row;
    }
  }
  const empty = Uint8Array.from({ length: rows }, (_, row) => (source.start[row + 1] === source.start[row] ? 1 : 0));
  const postings = new Int32Array(vocabulary + 1);
  for (let p = 0; p < terms.length; p++) {
    if (candidates && candidates[rowAt[p] as number] === 0) continue;
    const t = (terms[p] as number) + 1;
    postings[t] = (postings[t] as number) + 1;
  }
  for (let t = 0; t < vocabulary; t++) postings[t + 1] = (postings[t + 1] as number) + (postings[t] as number);
  const total = postings[vocabulary] as number;
  const fill = postings.slice(0, vocabulary);
  const held = new Int32Array(ENTRY * total);
  const heldWeights = new Float32Array(held.buffer);
  for (const p of descending(rest)) {
    const row = rowAt[p] as number;
    if (candidates && candidates[row] === 0) continue;
    const t = terms[p] as number;
    const at = fill[t] as number;
    fill[t] = at + 1;
    held[ENTRY * at] = row;
    heldWeights[ENTRY * at + 1] = weights[p] as number;
    held[ENTRY * at + 2] = rest[p] as number;
  }
  const entries = { start, terms, weights, rest };
  return { rows, ...entries, empty, vocabulary, postings, held, heldWeights };
}

/** How many entries of the rows have a term that two rows or more hold. */
export function sharedEntries({ frequencies }: RankedRows): number {
  let entries = 0;
  for (const count of frequencies) entries += count;
  return entries;
}

/** The rows without the terms that only one row holds. */
function sharedTerms(source: RankedRows): Pick<JoinIndex, "start" | "terms" | "weights"> {
  const rows = source.start.length - 1;
  const vocabulary = source.frequencies.length;
  const total = sharedEntries(source);
  const start = new Int32Array(rows + 1);
  const terms = new Int32Array(total);
  const weights = new Float64Array(total);
  let end = 0;
  for (let row = 0; row < rows; row++) {
    for (let p = source.start[row] as number; p < (source.start[row + 1] as number); p++) {
      const t = source.terms[p] as number;
      if (t >= vocabulary) break;
      terms[end] = t;
      weights[end++] = source.weights[p] as number;
    }
    start[row + 1] = end;
  }
  return { start, terms, weights };
}

/** Places of the values from the largest to the smallest, ties in order: a counting sort. */
export function descending(values: Uint16Array): Int32Array {
  const next = new Int32Array(0x10001);
  for (const value of values) next[0xffff - value + 1] = (next[0xffff - value + 1] as number) + 1;
  for (let v = 0; v < 0x10000; v++) next[v + 1] = (next[v + 1] as number) + (next[v] as number);
  const order = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const v = 0xffff - (values[i] as number);
    order[next[v] as number] = i;
    next[v] = (next[v] as number) + 1;
  }
  return order;
}
