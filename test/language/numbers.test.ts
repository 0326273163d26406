import fc from "fast-check";
import { expect, test } from "vitest";
import { inBytes, inverted, placesOf, VectorNumbers } from "../../src/language/numbers.js";

test("places of values, in order", () => {
  expect(placesOf(Int32Array.of(2, 0, 2, 1), 4)).toEqual([Int32Array.of(0, 1, 2, 4, 4), Int32Array.of(1, 3, 0, 2)]);
  expect(placesOf(new Int32Array(), 2)).toEqual([new Int32Array(3), new Int32Array()]);
});

test("lists turned inside out say in which lists a value stands, whatever stands behind them", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(5), { maxLength: 4 }), { maxLength: 6 }),
      fc.array(fc.nat(5)),
      (lists, more) => {
        const start = Int32Array.of(0, ...lists.map((_, i) => lists.slice(0, i + 1).flat().length));
        const [begin, found] = inverted(start, Int32Array.from([...lists.flat(), ...more]), 6);
        for (let n = 0; n < 6; n++) {
          const expected = lists.flatMap((list, i) => list.filter((value) => value === n).map(() => i));
          expect([...found.subarray(begin[n], begin[n + 1])]).toEqual(expected);
        }
      },
    ),
  );
});

test("vectors are numbered by first use, each once", () => {
  const vectors = new VectorNumbers();
  const [a, b, c] = [Float64Array.of(1, 2), Float64Array.of(3, 4), Float64Array.of(5, 6)];
  expect([a, b, a, c, b].map((vector) => vectors.number(vector))).toEqual([0, 1, 0, 2, 1]);
  expect(vectors.size).toBe(3);
  expect(vectors.done()).toEqual(Float64Array.of(1, 2, 3, 4, 5, 6));
  expect(new VectorNumbers().done()).toEqual(new Float64Array());
});

test("numbers are kept in a byte each where all fit, and stay what they are where not", () => {
  const small = Int32Array.of(0, 3, 255);
  expect(inBytes(small)).toEqual(Uint8Array.of(0, 3, 255));
  const large = Int32Array.of(1, 256);
  expect(inBytes(large)).toEqual(large);
});
