/** Pairs of values that follow each other, numbered; those that occur only once have no number. */
export interface RepeatedPairs {
  /** Number of the pair that begins at a place; {@link NO_PAIR} where none begins, or one that occurs only there. */
  at: Int32Array;
  /** For each pair in how many rows it stands. */
  rows: Int32Array;
  /** And the sum of the weights of those rows. */
  weights: Int32Array;
}

export const NO_PAIR = -1;

/**
 * Pairs are found by their first value: one after another, those that begin with the same value have little memory to
 * look in for the second. A table of all pairs, most of which occur once, takes longer.
 * @param values below `size`
 * @param rowAt for each place the row of the pair that begins there, in increasing order; {@link NO_PAIR} where none does
 * @param weightOf for each row
 */
export function repeatedPairs(
  values: Int32Array,
  size: number,
  rowAt: Int32Array,
  weightOf: Int32Array,
): RepeatedPairs {
  const begin = new Int32Array(size + 1);
  for (let p = 0; p < rowAt.length; p++) {
    if (rowAt[p] === NO_PAIR) continue;
    const first = (values[p] as number) + 1;
    begin[first] = (begin[first] as number) + 1;
  }
  for (let n = 1; n <= size; n++) begin[n] = (begin[n] as number) + (begin[n - 1] as number);
  const total = begin[size] as number;
  // The places by first value, each with the second beside it.
  const found = new Int32Array(2 * total);
  const next = begin.slice(0, size);
  for (let p = 0; p < rowAt.length; p++) {
    if (rowAt[p] === NO_PAIR) continue;
    const first = values[p] as number;
    const i = next[first] as number;
    next[first] = i + 1;
    found[2 * i] = p;
    found[2 * i + 1] = values[p + 1] as number;
  }

  const at = new Int32Array(values.length).fill(NO_PAIR);
  const [rows, weights, lastRow] = [0, 1, 2].map(() => new Int32Array(total >> 1)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let pairs = 0;
  // For each second value the first that it was last met with, and how often, or below 0 the number of that pair.
  const metWith = new Int32Array(size).fill(-1);
  const met = new Int32Array(size);
  for (let first = 0; first < size; first++) {
    const [from, to] = [begin[first] as number, begin[first + 1] as number];
    if (to - from < 2) continue;
    for (let i = from; i < to; i++) {
      const second = found[2 * i + 1] as number;
      if (metWith[second] === first) met[second] = (met[second] as number) + 1;
      else {
        metWith[second] = first;
        met[second] = 1;
      }
    }
    for (let i = from; i < to; i++) {
      const second = found[2 * i + 1] as number;
      const known = met[second] as number;
      if (known === 1) continue;
      const pair = known < 0 ? -known - 1 : pairs++;
      const place = found[2 * i] as number;
      const row = rowAt[place] as number;
      at[place] = pair;
      if (known > 0) met[second] = -pair - 1;
      else if (lastRow[pair] === row) continue;
      lastRow[pair] = row;
      rows[pair] = (rows[pair] as number) + 1;
      weights[pair] = (weights[pair] as number) + (weightOf[row] as number);
    }
  }
  return { at, rows: rows.slice(0, pairs), weights: weights.slice(0, pairs) };
}
