import { describe, expect, it } from "vitest";
import { groupsOf } from "../../scripts/site/groups.js";

/** Dossiers of one letter share much, others little. */
const letters = (text: string) => (a: number, b: number) => (text[a] === text[b] ? 0.6 : 0.02);

describe("groupsOf", () => {
  it("puts together what shares much, the largest first, and leaves out what shares nothing", () => {
    expect(groupsOf(8, letters("abababcd"), 30)).toEqual([
      [0, 2, 4],
      [1, 3, 5],
    ]);
  });
  it("never makes a group larger than asked", () => {
    const groups = groupsOf(10, () => 0.5, 4);
    expect(Math.max(...groups.map((group) => group.length))).toBe(4);
    expect(groups.flat().sort((x, y) => x - y)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
  it("joins by the mean: one strong pair does not pull a third in", () => {
    const shared: Record<string, number> = { "0 1": 0.9, "1 2": 0.15 };
    // the mean of 0 and 2, 1 and 2 is 0.075
    expect(groupsOf(3, (a, b) => shared[[a, b].sort().join(" ")] ?? 0, 30)).toEqual([[0, 1]]);
  });
  it("has none of nothing", () => expect(groupsOf(0, () => 1, 30)).toEqual([]));
});
