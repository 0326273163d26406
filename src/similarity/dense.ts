/** Dense vectors of one length in one block of memory: many inner products, fast. */
export class DenseRows {
  readonly size: number;
  /** 1 where a row has no vector. */
  readonly empty: Uint8Array;
  private values = new Float64Array();
  private dimensions = 0;

  constructor(rows: readonly (ArrayLike<number> | null)[]) {
    this.size = rows.length;
    this.empty = new Uint8Array(this.size);
    for (const [i, row] of rows.entries()) {
      if (row === null) this.empty[i] = 1;
      else {
        if (this.dimensions === 0) this.hold(row.length);
        this.values.set(row, i * this.dimensions);
      }
    }
  }

  private hold(dimensions: number): void {
    this.dimensions = dimensions;
    this.values = new Float64Array(this.size * dimensions);
  }

  /** Inner product of a row with a vector of the same length; 0 for an empty row. */
  dot(row: number, vector: ArrayLike<number>): number {
    return dotAt(this.values, row * this.dimensions, vector, this.dimensions);
  }
}

/** Inner product of a vector with what stands in a block from a place on. */
export function dotAt(values: Float64Array, at: number, vector: ArrayLike<number>, dimensions: number): number {
  // Four sums side by side: the processor need not wait for each addition. Declared one by one: taking an array apart
  // costs more than the whole sum.
  let a = 0;
  let b = 0;
  let c = 0;
  let e = 0;
  let d = 0;
  for (; d + 3 < dimensions; d += 4) {
    a += (values[at + d] as number) * (vector[d] as number);
    b += (values[at + d + 1] as number) * (vector[d + 1] as number);
    c += (values[at + d + 2] as number) * (vector[d + 2] as number);
    e += (values[at + d + 3] as number) * (vector[d + 3] as number);
  }
  for (; d < dimensions; d++) a += (values[at + d] as number) * (vector[d] as number);
  return a + b + (c + e);
}
