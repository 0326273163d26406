/** Directions kept of a vector. */
const KEPT = 24;
/** Rows from which the directions are learned, and rounds of it. */
const SAMPLE = 250;
const ROUNDS = 3;
/** More than sums of numbers in single precision are wrong by. */
const SLACK = 1e-5;

/**
 * Vectors of length 1 in the few directions in which they differ most, and the length of what is left out: the inner
 * product of two is at most that of their sketches and the product of what is left out (Cauchy and Schwarz). Any
 * directions give a bound that holds; principal ones a close one.
 */
export class Sketches {
  private readonly size: number;
  private readonly basis: readonly Float64Array[];
  private readonly kept: Float32Array;
  private readonly rest: Float32Array;

  /** @param rows vectors of length 1, all of as many numbers; null for none */
  constructor(rows: readonly (Float64Array | null)[]) {
    this.size = rows.length;
    this.basis = directions(rows.filter((row) => row !== null));
    // One more, for a vector that is no row.
    this.kept = new Float32Array((rows.length + 1) * KEPT);
    this.rest = new Float32Array(rows.length + 1);
    for (const [i, row] of rows.entries()) if (row) this.draw(i, row);
  }

  private draw(i: number, vector: Float64Array): void {
    let left = 1;
    for (const [k, direction] of this.basis.entries()) {
      const along = dot(direction, vector);
      left -= along * along;
      this.kept[i * KEPT + k] = along;
    }
    this.rest[i] = Math.sqrt(Math.max(0, left));
  }

  /** Sketches a vector of length 1 that is no row. @returns a number for {@link bound}, until the next such vector */
  other(vector: Float64Array): number {
    this.draw(this.size, vector);
    return this.size;
  }

  /** At least the inner product of two rows. */
  bound(i: number, j: number): number {
    const { kept, rest } = this;
    const at = i * KEPT;
    const other = j * KEPT;
    let a = SLACK;
    let b = (rest[i] as number) * (rest[j] as number);
    let c = 0;
    let d = 0;
    for (let k = 0; k < KEPT; k += 4) {
      a += (kept[at + k] as number) * (kept[other + k] as number);
      b += (kept[at + k + 1] as number) * (kept[other + k + 1] as number);
      c += (kept[at + k + 2] as number) * (kept[other + k + 2] as number);
      d += (kept[at + k + 3] as number) * (kept[other + k + 3] as number);
    }
    return a + b + (c + d);
  }
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] as number) * (b[d] as number);
  return sum;
};

/** Orthonormal directions near the principal ones of a sample: subspace iteration. */
function directions(rows: readonly Float64Array[]): Float64Array[] {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const sample = rows.filter((_, i) => i % step === 0);
  const size = sample[0]?.length ?? 0;
  let basis: Float64Array[] = Array.from({ length: Math.min(KEPT, size) }, (_, k) => {
    const unit = new Float64Array(size);
    unit[k] = 1;
    return unit;
  });
  for (let round = 0; round < ROUNDS; round++) {
    basis = orthonormal(
      basis.map((direction) => {
        const sum = new Float64Array(size);
        for (const row of sample) {
          const along = dot(direction, row);
          for (let d = 0; d < size; d++) sum[d] = (sum[d] as number) + along * (row[d] as number);
        }
        return sum;
      }),
    );
  }
  return basis;
}

/** Gram and Schmidt; a direction that the others span is left out. */
function orthonormal(vectors: readonly Float64Array[]): Float64Array[] {
  const out: Float64Array[] = [];
  for (const vector of vectors) {
    // Twice, for what rounding leaves.
    for (const other of [...out, ...out]) {
      const along = dot(other, vector);
      for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] as number) - along * (other[d] as number);
    }
    const norm = Math.sqrt(dot(vector, vector));
    if (norm < 1e-6) continue;
    for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] as number) / norm;
    out.push(vector);
  }
  return out;
}
