import { expect, test } from "vitest";
import type { Features } from "../../src/model.js";
import { statementColumns } from "../../src/similarity/index.js";

const statement = (...bag: [string, number][]): Features => ({ hash: bag.join(), bag });

test("statements are words with their counts, and words the statements that hold them", () => {
  const { bags, size } = statementColumns([
    statement(["overleg", 2], ["plan", 1]),
    statement(),
    statement(["plan", 3]),
  ]);
  expect([size, bags.vocabulary]).toEqual([3, 2]);
  expect([...bags.start]).toEqual([0, 2, 2, 3]);
  expect([...bags.words]).toEqual([0, 1, 1]);
  const plan = 1;
  expect([...bags.rows.subarray(bags.rowStart[plan], bags.rowStart[plan + 1])]).toEqual([0, 2]);
  expect([...bags.rowCounts.subarray(bags.rowStart[plan], bags.rowStart[plan + 1])]).toEqual([1, 3]);
  expect([...bags.counts.subarray(0, 2)]).toEqual([2, 1]);
});

test("a word counts as often as it stands there, however often", () => {
  const { bags } = statementColumns([statement(["plan", 70_000])]);
  expect([bags.counts[0], bags.rowCounts[0]]).toEqual([70_000, 70_000]);
});

test("queries are rows behind the candidates, and words of theirs alone have higher numbers", () => {
  const { bags, size } = statementColumns([statement(["plan", 1])], [statement(["nieuw", 1], ["plan", 2])]);
  expect([size, bags.vocabulary]).toEqual([1, 1]);
  expect([...bags.words]).toEqual([0, 1, 0]);
  expect([...bags.rows]).toEqual([0]);
});
