import { expect, test } from "vitest";
import type { Features } from "../../src/model.js";
import { Bags } from "../../src/similarity/bags.js";

const statement = (...bag: [string, number][]): Features => ({ hash: bag.join(), bag });

test("statements are words with their counts, and words the statements that hold them", () => {
  const bags = new Bags([statement(["overleg", 2], ["plan", 1]), statement(), statement(["plan", 3])]);
  const [overleg, plan] = [bags.number("overleg"), bags.number("plan")];
  expect([bags.size, bags.vocabulary, bags.nameOf(plan)]).toEqual([3, 2, "plan"]);
  expect([...bags.start]).toEqual([0, 2, 2, 3]);
  expect([...bags.rows.subarray(bags.rowStart[plan], bags.rowStart[plan + 1])]).toEqual([0, 2]);
  expect([...bags.rowCounts.subarray(bags.rowStart[plan], bags.rowStart[plan + 1])]).toEqual([1, 3]);
  expect([...bags.counts.subarray(0, 2)]).toEqual([2, 1]);
  expect(overleg).toBe(0);
});

test("a word counts as often as it stands there, however often", () => {
  const bags = new Bags([statement(["plan", 70_000])]);
  expect([bags.counts[0], bags.rowCounts[0]]).toEqual([70_000, 70_000]);
});

test("words of queries alone have higher numbers", () => {
  const bags = new Bags([statement(["plan", 1])]);
  expect([bags.number("nieuw"), bags.vocabulary]).toEqual([1, 1]);
});
