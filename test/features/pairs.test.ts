import fc from "fast-check";
import { expect, test } from "vitest";
import { NO_PAIR, repeatedPairs } from "../../src/features/pairs.js";

const SIZE = 4;
const lists = fc.array(fc.array(fc.nat(SIZE - 1), { maxLength: 8 }), { maxLength: 8 });

/** Of lists, of which the even ones are rows. */
function pairsOf(all: readonly number[][], weights: readonly number[]): ReturnType<typeof repeatedPairs> {
  const start = new Int32Array(all.length + 1);
  for (const [i, list] of all.entries()) start[i + 1] = (start[i] as number) + list.length;
  const first = Int32Array.from([...all.keys()].filter((i) => i % 2 === 0));
  return repeatedPairs({ start, values: Int32Array.from(all.flat()), size: SIZE, first }, Int32Array.from(weights));
}

test("pairs that occur more than once in the rows have a number, and are counted by row", () => {
  fc.assert(
    fc.property(lists, (all) => {
      const weights = all.map((_, row) => row + 1);
      const { at, ...counts } = pairsOf(all, weights);
      const rows = all.map((list, i) =>
        list.map((value, k) => (i % 2 === 0 && k + 1 < list.length ? `${value} ${list[k + 1]}` : "")),
      );
      const occurrences = rows.flat().filter((name) => name !== "");
      const repeated = (name: string): boolean => occurrences.filter((other) => other === name).length > 1;
      const names: string[] = [];
      for (const [p, name] of rows.flat().entries()) {
        const pair = at[p] as number;
        expect(pair === NO_PAIR).toBe(!repeated(name));
        if (pair === NO_PAIR) continue;
        names[pair] ??= name;
        expect(names[pair]).toBe(name);
      }
      expect(new Set(names).size).toBe(names.length);
      const holding = (name: string): number[] =>
        rows.flatMap((row, i) => (i % 2 === 0 && row.includes(name) ? [weights[i / 2] as number] : []));
      expect([...counts.rows]).toEqual(names.map((name) => holding(name).length));
      expect([...counts.weights]).toEqual(names.map((name) => holding(name).reduce((sum, n) => sum + n, 0)));
    }),
    { numRuns: 300 },
  );
});

test("without lists there are no pairs", () => {
  expect(pairsOf([], [])).toEqual({ at: new Int32Array(), rows: new Int32Array(), weights: new Int32Array() });
});
