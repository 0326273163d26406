import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bootstrapMean, cohenKappa, labelScores, scoreRanking, seeded } from "../../src/evaluate/index.js";

describe("rankings", () => {
  // Worked by hand: gains 3, 0, 1 at ranks 1–3, ideal 3, 1; 3 + 1/log2(4) over 3 + 1/log2(3).
  const grades = new Map([
    ["a", 2],
    ["c", 1],
  ]);
  test("a worked example", () => {
    const scores = scoreRanking(["a", "b", "c"], grades);
    expect(scores.ndcg).toBeCloseTo(3.5 / (3 + 1 / Math.log2(3)), 12);
    expect(scores).toMatchObject({ p1: 1, rr: 1 });
    expect(scores.ap).toBeCloseTo((1 + 2 / 3) / 2, 12);
  });
  test("what is not ranked is not found", () => {
    expect(scoreRanking(["b"], grades)).toEqual({ ndcg: 0, p1: 0, rr: 0, ap: 0 });
  });
  test("nothing to find is not zero", () => {
    expect(scoreRanking(["a"], new Map([["a", 0]])).ndcg).toBeNaN();
  });
  test("stay within 0..1, and the ideal order is 1", () => {
    const judged = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(
        judged.filter((list) => list.some((g) => g > 0)),
        (list) => {
          const own = new Map(list.map((grade, i) => [`s${i}`, grade]));
          const ids = [...own.keys()];
          for (const value of Object.values(scoreRanking(ids, own))) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1);
          }
          const ideal = ids.sort((x, y) => (own.get(y) ?? 0) - (own.get(x) ?? 0));
          expect(scoreRanking(ideal, own).ndcg).toBeCloseTo(1, 12);
        },
      ),
    );
  });
});

describe("agreement", () => {
  const repeat = (label: string, n: number): string[] => new Array<string>(n).fill(label);
  test("Cohen's kappa, the textbook example of 50 grant proposals: 0.4", () => {
    const a = [...repeat("yes", 25), ...repeat("no", 25)];
    const b = [...repeat("yes", 20), ...repeat("no", 5), ...repeat("yes", 10), ...repeat("no", 15)];
    expect(cohenKappa(a, b, ["yes", "no"])).toBeCloseTo(0.4, 12);
  });
  test("quadratic weights punish far disagreement more", () => {
    const labels = ["geen", "rand", "kern"];
    const gold = ["geen", "rand", "kern", "kern", "geen"];
    const near = cohenKappa(gold, ["rand", "rand", "kern", "kern", "geen"], labels, "quadratic");
    const far = cohenKappa(gold, ["kern", "rand", "kern", "kern", "geen"], labels, "quadratic");
    expect(near).toBeGreaterThan(far);
    expect(cohenKappa(gold, gold, labels, "quadratic")).toBe(1);
  });
  test("of nothing, or of one label only, there is no kappa", () => {
    expect(cohenKappa([], [], ["a"])).toBeNaN();
    expect(cohenKappa(["a"], ["a"], ["a", "b"])).toBeNaN();
  });
  test("codings that do not fit are refused", () => {
    expect(() => cohenKappa(["a"], [], ["a"])).toThrow(RangeError);
    expect(() => cohenKappa(["x"], ["a"], ["a"])).toThrow('"x"');
  });
  test("precision, recall and F1 of a label", () => {
    const [kern, geen] = labelScores(
      ["kern", "kern", "geen", "geen"],
      ["kern", "geen", "kern", "geen"],
      ["kern", "geen", "rand"],
    );
    expect(kern).toEqual({ label: "kern", precision: 0.5, recall: 0.5, f1: 0.5, support: 2 });
    expect(geen?.f1).toBe(0.5);
    expect(labelScores([], [], ["kern"])[0]?.precision).toBeNaN();
  });
});

describe("bootstrap", () => {
  test("the same seed gives the same interval, around the mean", () => {
    const values = [0.1, 0.5, 0.4, 0.9, 0.3, 0.6];
    const one = bootstrapMean(values, { seed: 7 });
    expect(bootstrapMean(values, { seed: 7 })).toEqual(one);
    expect(one.low).toBeLessThan(one.mean);
    expect(one.high).toBeGreaterThan(one.mean);
    expect(one.n).toBe(6);
  });
  test("of equal values has no width; of none is NaN", () => {
    expect(bootstrapMean([0.5, 0.5, Number.NaN])).toEqual({ mean: 0.5, low: 0.5, high: 0.5, n: 2 });
    expect(bootstrapMean([]).mean).toBeNaN();
  });
  test("seeded numbers are spread over 0..1", () => {
    const random = seeded(3);
    const numbers = Array.from({ length: 1000 }, random);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.reduce((a, b) => a + b, 0) / 1000).toBeCloseTo(0.5, 1);
  });
});
