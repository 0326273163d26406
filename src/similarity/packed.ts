import { dotAt } from "./dense.js";

/** Steps in which a number of a vector of length 1 is written. */
const SCALE = 240;
/** One field of a packed number: room for an inner product of two vectors in steps, ±SCALE² and a little. */
const FIELD = 2 ** 17;
/** Rows in one packed number: three fields of 17 bits stay exact in the 53 bits of a number. */
const ROWS = 3;
/** Vectors that are held against the rows at once, so that each packed number is fetched once for all of them. */
const TILE = 4;

const inSteps = (x: number): number => Math.round(SCALE * x);

/**
 * Vectors of length 1 in whole steps, three in one number: one multiplication does the work of three, and sums of whole
 * numbers are exact. What is found is a superset, for the exact inner product to choose from.
 */
export class PackedRows {
  private readonly rows: readonly (ArrayLike<number> | null)[];
  private readonly dimensions: number;
  /** An even number of packs of {@link ROWS} rows, those at the end empty. */
  private readonly values: Float64Array;
  /** What rounding to steps can change in an inner product at most (Cauchy and Schwarz). */
  private readonly slack: number;
  /** For {@link begin}: packed inner products of the rows of a tile, and where those of the row in hand begin. */
  private products = new Float64Array();
  private tileFirst = -1;
  private tilePacks = 0;
  private at = 0;

  /**
   * @param rows vectors of length 1 or less, all of as many numbers; null for one that is near nothing
   * @param packed the same rows, if they were packed before ({@link packed})
   */
  constructor(rows: readonly (ArrayLike<number> | null)[], packed?: Float64Array) {
    this.rows = rows;
    this.dimensions = rows.find((row) => row !== null)?.length ?? 0;
    const error = Math.sqrt(this.dimensions) / (2 * SCALE);
    this.slack = error * (2 + error);
    this.values = packed ?? new Float64Array(2 * Math.ceil(rows.length / (2 * ROWS)) * this.dimensions);
    if (packed) return;
    for (const [i, row] of rows.entries()) {
      if (!row) continue;
      const at = Math.floor(i / ROWS) * this.dimensions;
      const field = FIELD ** (i % ROWS);
      for (let d = 0; d < this.dimensions; d++) {
        this.values[at + d] = (this.values[at + d] as number) + field * inSteps(row[d] as number);
      }
    }
  }

  get packed(): Float64Array {
    return this.values;
  }

  private limit(least: number): number {
    return (least - this.slack) * SCALE * SCALE;
  }

  /** The rows of a range whose inner product with a vector of length 1 can be above `least`, in order. */
  candidates(vector: ArrayLike<number>, least: number, from: number, to: number): number[] {
    const { dimensions, values } = this;
    const steps = new Float64Array(dimensions);
    for (let d = 0; d < dimensions; d++) steps[d] = inSteps(vector[d] as number);
    const limit = this.limit(least);
    const out: number[] = [];
    for (let first = from - (from % ROWS); first < to; first += ROWS) {
      choose(dotAt(values, (first / ROWS) * dimensions, steps, dimensions), limit, first, from, to, out);
    }
    return out;
  }

  /**
   * For each row, in order, the rows up to itself whose inner product with it can be above `least`.
   * @param take is handed the list of each row that has a vector; the list is used again
   */
  eachWithEarlier(least: number, take: (row: number, near: readonly number[]) => void): void {
    const { rows } = this;
    const limit = this.limit(least);
    const packs = 2 * Math.ceil(rows.length / (2 * ROWS));
    const sums = new Float64Array(TILE * packs);
    const near: number[] = [];
    for (let first = 0; first < rows.length; first += TILE) {
      const last = Math.min(rows.length, first + TILE) - 1;
      this.multiply(this.tile(first), Math.floor(last / ROWS) + 1, packs, sums);
      for (let row = first; row <= last; row++) {
        if (!rows[row]) continue;
        near.length = 0;
        for (let pack = 0, at = (row - first) * packs; pack * ROWS <= row; pack++)
          choose(sums[at + pack] as number, limit, pack * ROWS, 0, row + 1, near);
        take(row, near);
      }
    }
  }

  /**
   * Takes the row that {@link most} is asked of. Rows are best taken in order, since {@link TILE} are made ready at once.
   * @param size how many rows it is held against, from the first on
   */
  begin(row: number, size: number): void {
    const first = row - (row % TILE);
    const packs = Math.ceil(size / ROWS);
    const stride = this.values.length / this.dimensions;
    if (this.products.length === 0) this.products = new Float64Array(TILE * stride);
    if (first !== this.tileFirst || packs > this.tilePacks) {
      this.multiply(this.tile(first), packs, stride, this.products);
      this.tileFirst = first;
      this.tilePacks = packs;
    }
    this.at = (row - first) * stride;
  }

  /** At least the inner product of the row in hand with another. */
  most(other: number): number {
    const field = other % ROWS;
    const sum = this.products[this.at + (other - field) / ROWS] as number;
    const third = Math.round(sum / (FIELD * FIELD));
    if (field === 2) return third / (SCALE * SCALE) + this.slack;
    const rest = sum - third * FIELD * FIELD;
    const second = Math.round(rest / FIELD);
    return (field === 1 ? second : rest - second * FIELD) / (SCALE * SCALE) + this.slack;
  }

  /** The rows from one on in steps, {@link TILE} of them side by side. */
  private tile(first: number): Float64Array {
    const steps = new Float64Array(TILE * this.dimensions);
    for (let k = 0; k < TILE; k++) {
      const row = this.rows[first + k];
      if (row) for (let d = 0; d < this.dimensions; d++) steps[TILE * d + k] = inSteps(row[d] as number);
    }
    return steps;
  }

  /**
   * Inner products of the vectors of a tile with the first packs, in `sums`: `stride` numbers for each vector. Two packs
   * and four vectors at once, so that six numbers fetched make eight products.
   */
  private multiply(steps: Float64Array, packs: number, stride: number, sums: Float64Array): void {
    const { dimensions, values } = this;
    for (let pack = 0; pack < packs; pack += 2) {
      const at = pack * dimensions;
      const next = at + dimensions;
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      for (let d = 0; d < dimensions; d++) {
        const a = values[at + d] as number;
        const b = values[next + d] as number;
        const s0 = steps[TILE * d] as number;
        const s1 = steps[TILE * d + 1] as number;
        const s2 = steps[TILE * d + 2] as number;
        const s3 = steps[TILE * d + 3] as number;
        a0 += a * s0;
        a1 += a * s1;
        a2 += a * s2;
        a3 += a * s3;
        b0 += b * s0;
        b1 += b * s1;
        b2 += b * s2;
        b3 += b * s3;
      }
      sums[pack] = a0;
      sums[stride + pack] = a1;
      sums[2 * stride + pack] = a2;
      sums[3 * stride + pack] = a3;
      sums[pack + 1] = b0;
      sums[stride + pack + 1] = b1;
      sums[2 * stride + pack + 1] = b2;
      sums[3 * stride + pack + 1] = b3;
    }
  }
}

/** Adds the rows of a pack, from `first` on, whose part of a packed inner product is above a limit. */
function choose(sum: number, limit: number, first: number, from: number, to: number, out: number[]): void {
  const third = Math.round(sum / (FIELD * FIELD));
  const rest = sum - third * FIELD * FIELD;
  const second = Math.round(rest / FIELD);
  const own = rest - second * FIELD;
  if (own > limit && first >= from && first < to) out.push(first);
  if (second > limit && first + 1 >= from && first + 1 < to) out.push(first + 1);
  if (third > limit && first + 2 >= from && first + 2 < to) out.push(first + 2);
}
