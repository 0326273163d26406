import { describe, expect, test } from "vitest";
import data from "../../data/calibration.json" with { type: "json" };
import { calibrate, DEFAULT_THRESHOLD } from "../../src/compare/index.js";
import { EVEN_SCORE } from "../../src/compare/probability.js";
import { fitLogistic } from "../../src/evaluate/calibration.js";
import { DEFAULT_WEIGHTS } from "../../src/similarity/index.js";

describe("a logistic curve through judgements", () => {
  const x = [0, 1, 2, 3, 4, 5, 6, 7];
  test("has its middle where yes and no are in balance", () => {
    const { intercept, slope } = fitLogistic(x, [false, false, false, true, false, true, true, true]);
    expect(slope).toBeGreaterThan(0);
    expect(-intercept / slope).toBeCloseTo(3.5, 6);
  });
  test("judgements that are divided cleanly give no certainty", () => {
    const { intercept, slope } = fitLogistic(
      x,
      x.map((value) => value > 3),
    );
    expect(1 / (1 + Math.exp(-(intercept + slope * 7)))).toBeLessThan(0.99);
  });
  // Platt's targets: with scores that say nothing, the share of yes, drawn in by one more of each.
  test("scores that say nothing give the share of yes", () => {
    const { intercept, slope } = fitLogistic([1, 1, 1, 1], [true, false, false, false]);
    const share = 1 / (1 + Math.exp(-(intercept + slope)));
    expect(share).toBeCloseTo(((2 / 3) * 1 + (1 / 5) * 3) / 4, 4);
  });
  test("needs both kinds, and one judgement a score", () => {
    expect(() => fitLogistic([1, 2], [true, true])).toThrow(RangeError);
    expect(() => fitLogistic([1], [])).toThrow("1 scores, 0 judgements");
  });
});

describe("what a score stands for", () => {
  const scores = Array.from({ length: 101 }, (_, i) => i / 100);
  test("grows with it, the same never more likely than overlap", () => {
    for (const [i, score] of scores.entries()) {
      const { overlap, same } = calibrate(score);
      expect(same).toBeLessThanOrEqual(overlap);
      if (i > 0) expect(overlap).toBeGreaterThan(calibrate(scores[i - 1] as number).overlap);
    }
    expect(calibrate(0).overlap).toBeLessThan(0.01);
    expect(calibrate(1).same).toBeGreaterThan(0.99);
  });
  test("the threshold is where overlap is as likely as not", () => {
    expect(DEFAULT_THRESHOLD).toBe(EVEN_SCORE);
    expect(calibrate(DEFAULT_THRESHOLD).overlap).toBeGreaterThanOrEqual(0.5);
    expect(calibrate(DEFAULT_THRESHOLD - 0.01).overlap).toBeLessThan(0.5);
  });
  test("was fitted to the weights in use", () => {
    expect(data.weights).toEqual(DEFAULT_WEIGHTS);
  });
});
