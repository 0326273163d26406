import { linearSumAssignment } from "linear-sum-assignment";
import { describe, expect, test } from "vitest";
import { assign, type Edge } from "../../src/compare/assignment.js";
import { seeded } from "../../src/evaluate/index.js";

/** What an assignment is worth. */
const worth = (edges: readonly Edge[], least: number): number => edges.reduce((sum, e) => sum + e.score - least, 0);

describe("assign", () => {
  test("a poor pair is not made at the cost of a good one", () => {
    const edges = [
      { a: 0, b: 0, score: 0.9 },
      { a: 0, b: 1, score: 0.5 },
      { a: 1, b: 0, score: 0.5 },
    ];
    expect(assign(edges, 0.4)).toEqual([edges[0]]);
    // Where any pair is worth having, two are better than one.
    expect(assign(edges, 0)).toEqual([edges[1], edges[2]]);
  });

  test("the best for each is not the best overall", () => {
    const edges = [
      { a: 0, b: 0, score: 0.9 },
      { a: 0, b: 1, score: 0.8 },
      { a: 1, b: 0, score: 0.8 },
      { a: 1, b: 1, score: 0.3 },
    ];
    expect(assign(edges, 0.3).map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test("a pair at the threshold is made, one below is not", () => {
    expect(assign([{ a: 3, b: 7, score: 0.5 }], 0.5)).toHaveLength(1);
    expect(assign([{ a: 3, b: 7, score: 0.499999999 }], 0.5)).toEqual([]);
    expect(assign([])).toEqual([]);
  });

  test("is as good as the dense method of linear-sum-assignment, one to one, whatever the order of the pairs", () => {
    const random = seeded(7);
    for (let round = 0; round < 60; round++) {
      const [n, m] = [1 + Math.floor(random() * 12), 1 + Math.floor(random() * 12)];
      const least = [0, 0.3, 0.6][round % 3] ?? 0;
      const edges: Edge[] = [];
      const matrix = Array.from({ length: n }, () => new Float64Array(m));
      for (let a = 0; a < n; a++) {
        for (let b = 0; b < m; b++) {
          if (random() < 0.4) continue;
          // Few different values, so that ties occur.
          const score = Math.round(random() * 20) / 20;
          edges.push({ a, b, score });
          (matrix[a] as Float64Array)[b] = Math.max(0, score - least);
        }
      }
      const found = assign(edges, least);
      const { rowAssignments } = linearSumAssignment(matrix, { maximaze: true });
      let best = 0;
      for (const [a, b] of rowAssignments.entries()) if (b >= 0) best += (matrix[a] as Float64Array)[b] ?? 0;
      expect(worth(found, least)).toBeCloseTo(best, 6);
      expect(new Set(found.map((edge) => edge.a)).size).toBe(found.length);
      expect(new Set(found.map((edge) => edge.b)).size).toBe(found.length);
      expect(assign([...edges].reverse(), least)).toEqual(found);
    }
  });
});
