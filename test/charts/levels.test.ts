import { compile } from "vega-lite";
import { describe, expect, it } from "vitest";
import { ladderBars, ladderRows, levelGrid, levelGridRows } from "../../src/charts/index.js";
import type { Progression } from "../../src/compare/index.js";

const VARIANTS = [
  { id: "hulp", title: "hulp (mbo 2)" },
  { id: "chef", title: "chef (mbo 4)" },
];
const STEPS = [
  { step: 1, id: "laag", title: "laag", nlqf: [1, 2] as [number, number] },
  { step: 2, id: "hoog", title: "hoog" },
];

describe("the ladder", () => {
  const step: Progression = {
    of: "matrix",
    from: "hulp",
    to: "chef",
    kept: 3,
    grown: 1,
    new: 4,
    dropped: 2,
    statements: { kept: [], new: [], dropped: [] },
  };
  const counts = [
    { of: "matrix" as const, variant: "hulp", full: 4, partial: 1 },
    { of: "matrix" as const, variant: "chef", full: 7, partial: 0 },
  ];

  it("divides each variant in what it keeps, what grows and what is new", () => {
    const rows = ladderRows(VARIANTS, counts, [step]);
    expect(rows.map(({ variant, kind, statements }) => [variant, kind, statements])).toEqual([
      ["hulp", "blijft", 0],
      ["hulp", "blijft, nu helemaal", 0],
      ["hulp", "nieuw", 5],
      ["chef", "blijft", 2],
      ["chef", "blijft, nu helemaal", 1],
      ["chef", "nieuw", 4],
    ]);
    for (const dark of [false, true]) {
      const names = compile(ladderBars(rows, { dark }) as never).spec.marks?.map(({ name }) => name);
      expect(names).toEqual(["layer_0_marks", "layer_1_marks"]);
    }
  });
});

describe("the grid of a scale", () => {
  const rows = [
    { id: "a", title: "A", profile: { statements: 4, distribution: [1, 3] }, stated: 2 },
    { id: "b", title: "B", profile: null },
  ];

  it("has a cell for every row and step; where nothing was found no share, and only placed steps fit", () => {
    expect(
      levelGridRows(rows, STEPS).map(({ row, step, share, label, fits }) => [row, step, share, label, fits]),
    ).toEqual([
      ["A", 1, 0.25, "1", true],
      ["A", 2, 0.75, "3", false],
      ["B", 1, null, "", false],
      ["B", 2, null, "", false],
    ]);
    for (const width of [390, 1000])
      expect(compile(levelGrid(rows, STEPS, { width }) as never).spec.marks).toHaveLength(3);
  });
});
