import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { expect, test } from "vitest";
import { shareAbove, thresholdLines, thresholdRows } from "../../src/charts/index.js";

const sides = [
  { title: "A", best: [1, 0.6, 0.4, 0.1] },
  { title: "B", best: [] },
];

test("the share at a threshold counts what reaches it, the threshold itself too", () => {
  expect(shareAbove([1, 0.6, 0.4, 0.1], 0.6)).toBe(0.5);
  expect(shareAbove([1, 0.6, 0.4, 0.1], 0.61)).toBe(0.25);
  expect(shareAbove([], 0.5)).toBeNull();
});

test("the rows fall as the threshold rises; a side without statements has none", () => {
  const rows = thresholdRows(sides);
  expect(rows).toHaveLength(20);
  expect(rows[0]).toEqual({ side: "A", threshold: 0.05, share: 1, statements: 4 });
  expect(rows.at(-1)).toEqual({ side: "A", threshold: 1, share: 0.25, statements: 1 });
  for (const [i, row] of rows.slice(1).entries()) expect(row.share).toBeLessThanOrEqual(rows[i]?.share ?? 0);
});

test("the chart is drawn without a warning, in light and dark, wide and narrow", async () => {
  for (const options of [{}, { dark: true, width: 340 }]) {
    const spec = compile(thresholdLines(sides, 0.55, options) as unknown as TopLevelSpec).spec;
    const svg = await new View(parse(spec), { renderer: "none" }).toSVG();
    expect(svg).toContain("drempel");
  }
});
