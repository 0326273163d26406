import fc from "fast-check";
import { expect, test } from "vitest";
import { PackedRows } from "../../src/similarity/packed.js";

const unit = (vector: readonly number[]): number[] | null => {
  const norm = Math.hypot(...vector);
  return norm === 0 ? null : vector.map((x) => x / norm);
};
const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, x, d) => sum + x * (b[d] as number), 0);
const vectors = fc.integer({ min: 1, max: 130 }).chain((dimensions) => {
  const vector = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: dimensions, maxLength: dimensions }).map(unit);
  return fc.tuple(fc.array(vector, { maxLength: 10 }), vector);
});

test("finds every row above the least inner product, and few below it", () => {
  fc.assert(
    fc.property(vectors, fc.double({ min: -1, max: 1, noNaN: true }), fc.nat(5), (parts, least, from) => {
      const [rows, query] = parts;
      if (query === null || from > rows.length) return;
      const found = new PackedRows(rows).candidates(query, least, from, rows.length);
      for (const [i, row] of rows.entries()) {
        if (i < from) expect(found).not.toContain(i);
        else if (row && dot(row, query) > least) expect(found).toContain(i);
        else if (row && dot(row, query) < least - 0.1) expect(found).not.toContain(i);
      }
      expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
    }),
  );
});

test("all pairs at once are those of each row by itself", () => {
  fc.assert(
    fc.property(vectors, fc.double({ min: -1, max: 1, noNaN: true }), ([rows], least) => {
      const packed = new PackedRows(rows);
      const all: [number, number[]][] = [];
      packed.eachWithEarlier(least, (row, near) => all.push([row, [...near]]));
      const single = rows.flatMap((row, i): typeof all => (row ? [[i, packed.candidates(row, least, 0, i + 1)]] : []));
      expect(all).toEqual(single);
    }),
  );
});

test("the most that an inner product can be is no less than it, and little more", () => {
  fc.assert(
    fc.property(vectors, fc.array(fc.nat(9), { maxLength: 8 }), ([rows], asked) => {
      const packed = new PackedRows(rows);
      for (const row of asked) {
        const own = rows[row];
        if (!own) continue;
        packed.begin(row, row + 1);
        for (const [i, other] of rows.slice(0, row + 1).entries()) {
          if (!other) continue;
          expect(packed.most(i)).toBeGreaterThanOrEqual(dot(own, other));
          expect(packed.most(i)).toBeLessThan(dot(own, other) + 0.1);
        }
      }
    }),
  );
});

test("rows that point straight at the query or away from it keep apart", () => {
  const one = Array.from({ length: 128 }, () => 1 / Math.sqrt(128));
  const away = one.map((x) => -x);
  expect(new PackedRows([one, away, one, away, one]).candidates(one, 0.9, 0, 5)).toEqual([0, 2, 4]);
  expect(new PackedRows([away, one, away, null]).candidates(one, 0.9, 0, 4)).toEqual([1]);
  expect(new PackedRows([]).candidates(one, 0.9, 0, 0)).toEqual([]);
});
