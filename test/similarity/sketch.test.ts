import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { unit } from "../../src/language/meaning.js";
import { Sketches } from "../../src/similarity/sketch.js";

const SIZE = 40;
const vector = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: SIZE, maxLength: SIZE })
  .map((numbers) => unit(Float64Array.from(numbers)));

const product = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, d) => sum + x * (b[d] as number), 0);

describe("sketches", () => {
  test("never bound an inner product from below", () => {
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 6 }), (rows) => {
        const sketches = new Sketches(rows);
        for (const [i, a] of rows.entries())
          for (const [j, b] of rows.entries())
            if (a && b) expect(sketches.bound(i, j)).toBeGreaterThanOrEqual(product(a, b));
      }),
    );
  });
  test("nor that with a vector that is no row", () => {
    fc.assert(
      fc.property(fc.array(vector, { maxLength: 6 }), vector, (rows, other) => {
        const sketches = new Sketches(rows);
        if (!other) return;
        const drawn = sketches.other(other);
        for (const [i, a] of rows.entries())
          if (a) expect(sketches.bound(i, drawn)).toBeGreaterThanOrEqual(product(a, other));
      }),
    );
  });
  test("are close where vectors differ in few directions", () => {
    const rows = Array.from({ length: 50 }, (_, i) =>
      unit(Float64Array.from({ length: SIZE }, (_, d) => Math.sin(i * (1 + (d % 5))) + 0.01 * Math.cos(i * d))),
    ) as Float64Array[];
    const sketches = new Sketches(rows);
    for (const [i, a] of rows.entries())
      for (const [j, b] of rows.entries()) expect(sketches.bound(i, j) - product(a, b)).toBeLessThan(0.01);
  });
});
