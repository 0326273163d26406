import { type LoggerInterface, parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, it } from "vitest";
import {
  balanceBars,
  balanceRows,
  type ChartSpec,
  coverageBars,
  coverageRows,
  type DirectedShare,
  directedShares,
  type HeatmapDossier,
  heatmapRows,
  overlapHeatmap,
  percent,
  spreadBars,
  spreadRows,
} from "../../src/charts/index.js";
import { palette } from "../../src/charts/spec.js";

const dossiers: HeatmapDossier[] = [
  { id: "klein", number: 1, title: "Klein dossier", group: "eigen" },
  { id: "groot", number: 2, title: "Groot dossier", group: "voorbeeld" },
  { id: "leeg", number: 3, title: "Leeg dossier", group: "voorbeeld" },
];
const cells = [
  {
    a: "klein",
    b: "groot",
    aStatements: 4,
    bStatements: 40,
    identical: 1,
    near: 2,
    bIdentical: 1,
    bNear: 3,
    aInB: 0.75,
    bInA: 0.1,
  },
  {
    a: "klein",
    b: "leeg",
    aStatements: 4,
    bStatements: 0,
    identical: 0,
    near: 0,
    bIdentical: 0,
    bNear: 0,
    aInB: null,
    bInA: null,
  },
  {
    a: "groot",
    b: "leeg",
    aStatements: 40,
    bStatements: 0,
    identical: 0,
    near: 0,
    bIdentical: 0,
    bNear: 0,
    aInB: null,
    bInA: null,
  },
];
const coverage = { statements: 600, headings: 200, furniture: 100, background: 99, unparsed: 1 };
const numbered = [{ number: 1, title: "Klein dossier", coverage }];

/** Compiles to Vega without a warning and draws: an error in a specification shows only there. */
async function svg(spec: ChartSpec): Promise<string> {
  const warnings: string[] = [];
  const logger: LoggerInterface = {
    level: (() => logger) as LoggerInterface["level"],
    error: (...args) => warn(args),
    warn: (...args) => warn(args),
    info: () => logger,
    debug: () => logger,
  };
  function warn(args: readonly unknown[]): LoggerInterface {
    warnings.push(args.join(" "));
    return logger;
  }
  const { spec: vega } = compile(spec as unknown as TopLevelSpec, { logger });
  expect(warnings).toEqual([]);
  const view = new View(parse(vega), { renderer: "none" });
  const drawn = await view.toSVG();
  view.finalize();
  return drawn;
}

const texts = (drawn: string): string[] => [...drawn.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((m) => m[1] ?? "");

describe("directedShares", () => {
  it("gives each pair in both directions, each with its own side's counts", () => {
    expect(directedShares(cells.slice(0, 1))).toEqual([
      { from: "klein", to: "groot", statements: 4, identical: 1, near: 2, share: 0.75 },
      { from: "groot", to: "klein", statements: 40, identical: 1, near: 3, share: 0.1 },
    ]);
  });
  it("gives nothing for nothing", () => expect(directedShares([])).toEqual([]));
});

describe("overlapHeatmap", () => {
  const rows = heatmapRows(dossiers, directedShares(cells));
  const at = (from: string, to: string) => rows.find((r) => r.from === from && r.to === to);

  it("has a cell for every dossier against every dossier", () => expect(rows).toHaveLength(9));
  it("puts the share of the row's dossier in the column's one", () => {
    expect(at("klein", "groot")).toMatchObject({ share: 0.75, label: "75", found: "75% (3 van 4 uitspraken)" });
    expect(at("groot", "klein")).toMatchObject({ share: 0.1, label: "10", found: "10% (4 van 40 uitspraken)" });
  });
  it("leaves a dossier against itself empty, and shows a dash where nothing can be compared", () => {
    expect(at("klein", "klein")).toMatchObject({ share: null, label: "" });
    expect(at("klein", "leeg")).toMatchObject({ share: null, label: "–", found: "niets te vergelijken" });
  });
  it.each([{ dark: false }, { dark: true }, { width: 340 }, { width: 1080 }])("draws with %o", async (options) => {
    const drawn = texts(await svg(overlapHeatmap(dossiers, directedShares(cells), options)));
    expect(drawn).toContain("75");
    expect(drawn).toContain("10");
    expect(drawn.filter((t) => t === "–")).toHaveLength(4);
    expect(drawn.some((t) => t.startsWith("1. Klein"))).toBe(true);
  });
  it("draws without dossiers and with one", async () => {
    await svg(overlapHeatmap([], []));
    await svg(overlapHeatmap(dossiers.slice(0, 1), []));
  });
  it("draws a title as text, whatever it holds", async () => {
    const title = `<img src=x onerror="alert(1)"> & "aan'halen"`;
    const drawn = await svg(overlapHeatmap([{ id: "x", number: 1, title, group: "eigen" }], [], { width: 3000 }));
    expect(drawn).not.toContain("<img");
    expect(drawn).toContain("&lt;img");
  });
  it("gives names the room they need, and no more", async () => {
    const limit = (title: string, width: number): number =>
      Number(JSON.stringify(spreadBars([{ title, spread: [1, 1, 1] }], { width })).match(/"labelLimit":(\d+)/)?.[1]);
    const long = "Begeleider van specifieke doelgroepen in de wijk";
    expect(limit(long, 1080)).toBeGreaterThan(7 * long.length);
    expect(limit("Klein", 1080)).toBeLessThan(limit(long, 1080) / 2);
    expect(limit(long, 350)).toBeLessThan(150);
  });
  it("breaks its heading where it would not fit", async () => {
    const drawn = (width: number) => svg(overlapHeatmap(dossiers, [], { width, noun: "dossier uit de groep" }));
    expect(await drawn(1080)).toContain("zoveel procent terug in dossier uit de groep<");
    expect(await drawn(358)).toContain(">terug in dossier uit de groep<");
  });
  it("leaves the numbers out where they would be unreadable", async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      id: `d${i}`,
      number: i + 1,
      title: `Dossier ${i}`,
      group: "",
    }));
    const shares: DirectedShare[] = many.flatMap((a) =>
      many
        .filter((b) => b !== a)
        .map((b) => ({ from: a.id, to: b.id, statements: 50, identical: 20, near: 13, share: 0.66 })),
    );
    const spec = overlapHeatmap(many, shares);
    expect(texts(await svg(spec))).not.toContain("66");
  });
});

describe("coverageBars", () => {
  it("gives each kind of text its share, in the order of the bars", () => {
    expect(coverageRows(numbered).map((r) => [r.kind, r.share, r.label])).toEqual([
      ["uitspraken", 0.6, "60%"],
      ["koppen en codes", 0.2, "20%"],
      ["achtergrond", 0.099, "10%"],
      ["paginanummers en kopregels", 0.1, "10%"],
      ["niet herkend", 0.001, "<1%"],
    ]);
  });
  it("leaves a document without a character out", () => {
    const nothing = { statements: 0, headings: 0, furniture: 0, background: 0, unparsed: 0 };
    expect(coverageRows([{ number: 1, title: "Leeg", coverage: nothing }])).toEqual([]);
  });
  it("draws, also nothing", async () => {
    expect(texts(await svg(coverageBars(numbered)))).toContain("uitspraken");
    await svg(coverageBars([], { dark: true, width: 340 }));
  });
});

describe("spreadBars", () => {
  it("divides each dossier by how many others its statements come back in; none where there are none", async () => {
    const some = [
      { title: "Klein", spread: [1, 2, 5] as const },
      { title: "Leeg", spread: [0, 0, 0] as const },
    ];
    expect(spreadRows(some).map((r) => [r.row, r.kind, r.share])).toEqual([
      ["Klein", "in twee of meer andere", 0.625],
      ["Klein", "in één ander", 0.25],
      ["Klein", "in geen ander", 0.125],
    ]);
    expect(texts(await svg(spreadBars(some)))).toContain("Klein");
  });
  it("puts the number of a part in its middle, also behind a part that has no room for one", async () => {
    const drawn = await svg(spreadBars([{ title: "Klein", spread: [30, 1, 69] }], { width: 1000 }));
    const [, , third] = [...drawn.matchAll(/<path d="M([\d.]+),[\d.]+h([\d.]+)v/g)];
    const middle = Number(third?.[1]) + Number(third?.[2]) / 2;
    expect(Number(drawn.match(/translate\(([\d.]+),[\d.]+\)"[^>]*>30</)?.[1])).toBeCloseTo(middle, 3);
    expect(texts(drawn)).not.toContain("1");
  });
});

describe("balanceBars", () => {
  const [there, back] = directedShares(cells) as [DirectedShare, DirectedShare];
  const sides = [
    { title: "A. Klein", share: there },
    { title: "B. Groot", share: back },
  ];
  it("counts what is identical, near and only there, for either side", () => {
    expect(balanceRows(sides).map((r) => [r.row, r.kind, r.statements])).toEqual([
      ["A. Klein", "identiek", 1],
      ["A. Klein", "bijna gelijk", 2],
      ["A. Klein", "alleen hier", 1],
      ["B. Groot", "identiek", 1],
      ["B. Groot", "bijna gelijk", 3],
      ["B. Groot", "alleen hier", 36],
    ]);
  });
  it("draws, also a side without statements", async () => {
    expect(texts(await svg(balanceBars(sides, { dark: true })))).toContain("36");
    await svg(balanceBars([{ title: "Leeg", share: { ...there, statements: 0, identical: 0, near: 0, share: null } }]));
  });
});

describe("the numbers in the heat map", () => {
  const rgb = (hex: string): number[] => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
  const luminance = (color: number[]): number => {
    const [r = 0, g = 0, b = 0] = color.map((v) => (v <= 10.31 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: number[], b: number[]): number => {
    const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  /** The colour at a place of the ramp, as a linear scale over its colours gives it. */
  const along = (ramp: string[], t: number): number[] => {
    const i = Math.min(Math.floor(t * (ramp.length - 1)), ramp.length - 2);
    const [from, to] = [rgb(ramp[i] ?? ""), rgb(ramp[i + 1] ?? "")];
    return from.map((v, k) => v + ((to[k] ?? 0) - v) * (t * (ramp.length - 1) - i));
  };
  it.each([false, true])("can be read on every colour (dark: %s)", (dark) => {
    const p = palette({ dark });
    for (let t = 0; t <= 1; t += 0.005) {
      const text = t > p.switchAt ? p.onRamp[1] : p.onRamp[0];
      expect(contrast(along(p.ramp, t), rgb(text))).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe("percent", () => {
  it.each([
    [0, "0"],
    [0.001, "<1"],
    [0.005, "1"],
    [0.5, "50"],
    [0.994, "99"],
    [0.999, ">99"],
    [1, "100"],
  ])("writes %d as %s", (share, written) => expect(percent(share)).toBe(written));
});
