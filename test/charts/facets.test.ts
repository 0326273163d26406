import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, it } from "vitest";
import { facetMatrix, facetRows, type ThemeRow, themeBarRows, themeBars } from "../../src/charts/index.js";

const rows: ThemeRow[] = [
  {
    id: "a",
    title: "1. Bakker",
    statements: 10,
    core: 3,
    marginal: 1,
    facets: [
      [2, 1],
      [1, 0],
    ],
  },
  {
    id: "b",
    title: "2. Slager",
    statements: 40,
    core: 4,
    marginal: 0,
    facets: [
      [4, 0],
      [0, 0],
    ],
  },
  {
    id: "c",
    title: "3. Leeg",
    statements: 0,
    core: 0,
    marginal: 0,
    facets: [
      [0, 0],
      [0, 0],
    ],
  },
];
const partners = ["team", "niemand genoemd"];

describe("themeBarRows", () => {
  it("gives each dossier its shares of kern and rand", () => {
    expect(themeBarRows(rows).map(({ id, kind, share }) => [id, kind, share])).toEqual([
      ["a", "kern", 0.3],
      ["a", "rand", 0.1],
      ["b", "kern", 0.1],
      ["b", "rand", 0],
    ]);
  });

  it("says the share with its numbers", () => {
    expect(themeBarRows(rows)[0]?.found).toBe("30% (3 van 10 uitspraken)");
  });
});

describe("facetRows", () => {
  const cell = (id: string, partner: number) =>
    facetRows(rows, partners).find((row) => row.id === id && row.partner === partner);

  it("has a cell for every row and partner, kern and rand together in it", () => {
    expect(facetRows(rows, partners)).toHaveLength(6);
    expect(cell("a", 0)).toMatchObject({ column: "team", core: 2, marginal: 1, found: 3, share: 0.3, label: "3" });
  });

  it("shades by the share of the row, the highest the darkest", () => {
    expect(cell("a", 0)?.shade).toBe(1);
    expect(cell("b", 0)?.shade).toBeCloseTo(1 / 3, 9);
    expect(cell("b", 1)?.shade).toBe(0);
  });

  it("has no share of a row without statements", () => {
    expect(cell("c", 0)).toMatchObject({ share: null, shade: null, label: "–" });
  });

  it("shades nothing where nothing was found", () => {
    expect(
      facetRows(
        [
          {
            ...(rows[1] as ThemeRow),
            facets: [
              [0, 0],
              [0, 0],
            ],
          },
        ],
        partners,
      )[0]?.shade,
    ).toBe(0);
  });
});

describe("the charts", () => {
  it.each([
    ["light", {}],
    ["dark and narrow", { dark: true, width: 340 }],
  ])("compile in %s", (_name, options) => {
    for (const spec of [themeBars(rows, options), facetMatrix(rows, { ...options, partners })]) {
      expect(() => compile(spec as unknown as TopLevelSpec)).not.toThrow();
    }
  });

  it("leave the numbers out where there are too many rows to read them", () => {
    const many = Array.from({ length: 60 }, (_, i) => ({ ...(rows[0] as ThemeRow), id: `d${i}`, title: `${i}. D` }));
    const layers = (some: ThemeRow[]) => (facetMatrix(some, { partners }) as unknown as { layer: unknown[] }).layer;
    expect(layers(rows)).toHaveLength(2);
    expect(layers(many)).toHaveLength(1);
  });
});
