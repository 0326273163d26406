/** Steps in which a number of a vector of length 1 is written. */
const SCALE = 240;
/** One field of a packed number: room for an inner product of two vectors in steps, ±SCALE² and a little. */
const FIELD = 2 ** 17;
/** Rows in one packed number: three fields of 17 bits stay exact in the 53 bits of a number. */
const ROWS = 3;

/**
 * Vectors of length 1 in whole steps, three in one number: one multiplication does the work of three, and sums of whole
 * numbers are exact. What is found is a superset, for the exact inner product to choose from.
 */
export class PackedRows {
  private readonly dimensions: number;
  private readonly values: Float64Array;
  /** What rounding to steps can change in an inner product at most (Cauchy and Schwarz). */
  private readonly slack: number;

  /** @param rows vectors of length 1 or less, all of as many numbers; null for one that is near nothing */
  constructor(rows: readonly (ArrayLike<number> | null)[]) {
    this.dimensions = rows.find((row) => row !== null)?.length ?? 0;
    const error = Math.sqrt(this.dimensions) / (2 * SCALE);
    this.slack = error * (2 + error);
    this.values = new Float64Array(Math.ceil(rows.length / ROWS) * this.dimensions);
    for (const [i, row] of rows.entries()) {
      if (!row) continue;
      const at = Math.floor(i / ROWS) * this.dimensions;
      const field = FIELD ** (i % ROWS);
      for (let d = 0; d < this.dimensions; d++) {
        this.values[at + d] = (this.values[at + d] as number) + field * Math.round(SCALE * (row[d] as number));
      }
    }
  }

  /** The rows of a range whose inner product with a vector of length 1 can be above `least`, in order. */
  candidates(vector: ArrayLike<number>, least: number, from: number, to: number): number[] {
    const { dimensions, values } = this;
    const steps = Float64Array.from(vector, (x) => Math.round(SCALE * x));
    const limit = (least - this.slack) * SCALE * SCALE;
    const out: number[] = [];
    for (let first = from - (from % ROWS); first < to; first += ROWS) {
      const at = (first / ROWS) * dimensions;
      let [a, b, c, e] = [0, 0, 0, 0];
      let d = 0;
      for (; d + 3 < dimensions; d += 4) {
        a += (values[at + d] as number) * (steps[d] as number);
        b += (values[at + d + 1] as number) * (steps[d + 1] as number);
        c += (values[at + d + 2] as number) * (steps[d + 2] as number);
        e += (values[at + d + 3] as number) * (steps[d + 3] as number);
      }
      for (; d < dimensions; d++) a += (values[at + d] as number) * (steps[d] as number);
      let sum = a + b + (c + e);
      const third = Math.round(sum / (FIELD * FIELD));
      sum -= third * FIELD * FIELD;
      const second = Math.round(sum / FIELD);
      const own = sum - second * FIELD;
      if (own > limit && first >= from) out.push(first);
      if (second > limit && first + 1 >= from && first + 1 < to) out.push(first + 1);
      if (third > limit && first + 2 >= from && first + 2 < to) out.push(first + 2);
    }
    return out;
  }
}
