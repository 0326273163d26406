import { expect, test } from "vitest";
import { packPairs, unpackPairs } from "../../docs/components/packed.js";
import type { PairTuple } from "../../docs/components/types.js";

test("pairs come back as they were packed", () => {
  const pairs: PairTuple[] = [
    [0, 3, 1, 1, "both"],
    [12, 0, 0.451, 0, "a"],
    [5, 7, 0.999, 0, "b"],
    [6, 8, 1, 1, "b"],
  ];
  expect(unpackPairs(packPairs(pairs))).toEqual(pairs);
  expect(unpackPairs([])).toEqual([]);
});
