import { expect, test } from "vitest";
import { Neighbours } from "../../src/similarity/neighbours.js";

test.each([0, 1, 3, 1024])("neighbours are kept whatever room there is at first: %i", (room) => {
  const neighbours = new Neighbours(10, 13, room);
  const lists = new Map([
    [12, [4, 5, 6]],
    [10, [7, 8]],
  ]);
  for (const [query, own] of lists) {
    neighbours.set(query, own.length, (rank) => ({ index: own[rank] as number, score: 1 / (rank + 1) }));
  }
  expect(neighbours.total).toBe(5);
  expect(neighbours.countOf(11)).toBe(0);
  const { queries, ranks, indexes, scores } = neighbours.flat();
  expect([...queries]).toEqual([10, 10, 12, 12, 12]);
  expect([...ranks]).toEqual([1, 2, 1, 2, 3]);
  expect([...indexes]).toEqual([7, 8, 4, 5, 6]);
  expect([...scores]).toEqual([1, 1 / 2, 1, 1 / 2, 1 / 3]);
});
