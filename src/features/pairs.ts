import type { NumberLists } from "./stems.js";

/** Pairs of values that follow each other in a list, numbered; those that occur only once have no number. */
export interface RepeatedPairs {
  /** Number of the pair that begins at a place; {@link NO_PAIR} where none begins, or one that occurs only there. */
  at: Int32Array;
  /** For each pair in how many rows it stands. */
  rows: Int32Array;
  /** And the sum of the weights of those rows. */
  weights: Int32Array;
}

/** Lists of values below `size`, of which some are rows. */
export interface ListRows extends NumberLists {
  size: number;
  /** For each row the number of its list. */
  first: Int32Array;
}

export const NO_PAIR = -1;

/** Numbers of an occurrence of a pair: its place, its second value and its row, side by side as they are read together. */
const FOUND = 3;

/**
 * Pairs are found by their first value: one after another, those that begin with the same value have little memory to
 * look in for the second. A table of all pairs, most of which occur once, takes longer.
 * @param weightOf for each row
 */
export function repeatedPairs({ start, values, size, first: lists }: ListRows, weightOf: Int32Array): RepeatedPairs {
  // As `placesOf` does it, but with what is read together side by side.
  const begin = new Int32Array(size + 1);
  for (const list of lists) {
    const last = (start[list + 1] as number) - 1;
    for (let p = start[list] as number; p < last; p++) {
      const n = (values[p] as number) + 1;
      begin[n] = (begin[n] as number) + 1;
    }
  }
  for (let n = 1; n <= size; n++) begin[n] = (begin[n] as number) + (begin[n - 1] as number);
  const total = begin[size] as number;
  const found = new Int32Array(FOUND * total);
  const next = begin.slice(0, size);
  for (let row = 0; row < lists.length; row++) {
    const list = lists[row] as number;
    const last = (start[list + 1] as number) - 1;
    for (let p = start[list] as number; p < last; p++) {
      const n = values[p] as number;
      const i = FOUND * (next[n] as number);
      next[n] = (next[n] as number) + 1;
      found[i] = p;
      found[i + 1] = values[p + 1] as number;
      found[i + 2] = row;
    }
  }

  const at = new Int32Array(values.length).fill(NO_PAIR);
  const most = total >> 1;
  const rows = new Int32Array(most);
  const weights = new Int32Array(most);
  const lastRow = new Int32Array(most);
  let pairs = 0;
  // For each second value the first that it was last met with, and how often, or below 0 the number of that pair.
  const metWith = new Int32Array(size).fill(-1);
  const met = new Int32Array(size);
  for (let first = 0; first < size; first++) {
    const [from, to] = [FOUND * (begin[first] as number), FOUND * (begin[first + 1] as number)];
    for (let i = from; i < to; i += FOUND) {
      const second = found[i + 1] as number;
      if (metWith[second] === first) met[second] = (met[second] as number) + 1;
      else {
        metWith[second] = first;
        met[second] = 1;
      }
    }
    for (let i = from; i < to; i += FOUND) {
      const second = found[i + 1] as number;
      const known = met[second] as number;
      if (known === 1) continue;
      const pair = known < 0 ? -known - 1 : pairs++;
      const row = found[i + 2] as number;
      at[found[i] as number] = pair;
      if (known > 0) met[second] = -pair - 1;
      else if (lastRow[pair] === row) continue;
      lastRow[pair] = row;
      rows[pair] = (rows[pair] as number) + 1;
      weights[pair] = (weights[pair] as number) + (weightOf[row] as number);
    }
  }
  return { at, rows: rows.slice(0, pairs), weights: weights.slice(0, pairs) };
}
