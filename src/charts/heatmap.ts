/** How much of each dossier comes back in each other one: a square that need not be symmetric. */

import { percent } from "./share.js";
import { type ChartOptions, type ChartSpec, chart, palette, room } from "./spec.js";

/** What the heat map needs of a cell of an overlap result. */
export interface OverlapShares {
  a: string;
  b: string;
  aStatements: number;
  bStatements: number;
  identical: number;
  near: number;
  bIdentical: number;
  bNear: number;
  aInB: number | null;
  bInA: number | null;
}

/** One direction of a pair: how much of `from` comes back in `to`. */
export interface DirectedShare {
  from: string;
  to: string;
  statements: number;
  identical: number;
  near: number;
  /** Null where there is nothing to compare. */
  share: number | null;
}

/** A dossier's place in the chart. Numbers are unique; they head the columns. */
export interface HeatmapDossier {
  id: string;
  number: number;
  title: string;
  /** Dossiers with the same group stand together; a line is drawn between groups. */
  group: string;
}

export interface HeatmapRow {
  from: string;
  to: string;
  row: string;
  column: number;
  share: number | null;
  /** What stands in the cell. */
  label: string;
  source: string;
  target: string;
  found: string;
  identical: number | null;
  near: number | null;
}

/** Each pair in both directions, in the order of the cells. */
export function directedShares(cells: Iterable<OverlapShares>): DirectedShare[] {
  const rows: DirectedShare[] = [];
  for (const c of cells) {
    rows.push({ from: c.a, to: c.b, statements: c.aStatements, identical: c.identical, near: c.near, share: c.aInB });
    rows.push({ from: c.b, to: c.a, statements: c.bStatements, identical: c.bIdentical, near: c.bNear, share: c.bInA });
  }
  return rows;
}

/**
 * The rows behind the heat map: every dossier against every dossier, a dossier against itself left empty.
 * @param said how much comes back, in words
 */
export function heatmapRows(
  dossiers: readonly HeatmapDossier[],
  shares: Iterable<DirectedShare>,
  said = ({ share, identical, near, statements }: DirectedShare): string =>
    `${percent(share ?? 0)}% (${identical + near} van ${statements} uitspraken)`,
): HeatmapRow[] {
  const byPair = new Map<string, Map<string, DirectedShare>>();
  for (const s of shares) {
    const row = byPair.get(s.from) ?? new Map<string, DirectedShare>();
    byPair.set(s.from, row.set(s.to, s));
  }
  return dossiers.flatMap((from) =>
    dossiers.map((to): HeatmapRow => {
      const s = from.id === to.id ? undefined : byPair.get(from.id)?.get(to.id);
      const share = s?.share ?? null;
      return {
        from: from.id,
        to: to.id,
        row: rowName(from),
        column: to.number,
        share,
        label: share === null ? (from.id === to.id ? "" : "–") : percent(share),
        source: `${from.number}. ${from.title}`,
        target: `${to.number}. ${to.title}`,
        found: s === undefined || share === null ? "niets te vergelijken" : said(s),
        identical: s?.identical ?? null,
        near: s?.near ?? null,
      };
    }),
  );
}

/** More dossiers than this, and numbers in the cells would be unreadable. */
const MOST_WITH_NUMBERS = 30;

export interface HeatmapOptions extends ChartOptions {
  /** What is compared, in the words of the chart; "dossier" if left out. */
  noun?: string;
  /** Whether what comes back is divided in identical and near. */
  kinds?: boolean;
  /** How much comes back, in words; the percentage and the numbers behind it if left out. */
  said?: (share: DirectedShare) => string;
}

export function overlapHeatmap(
  dossiers: readonly HeatmapDossier[],
  shares: Iterable<DirectedShare>,
  options: HeatmapOptions = {},
): ChartSpec {
  const p = palette(options);
  const { noun = "dossier", kinds = true } = options;
  const rows = heatmapRows(dossiers, shares, options.said);
  const n = dossiers.length;
  const { width, labelLimit } = room(options, dossiers.map(rowName));
  const step = Math.round(
    Math.min(46, Math.max(n > MOST_WITH_NUMBERS ? 5 : 30, (width - labelLimit - 40) / Math.max(n, 1))),
  );
  const title = ["… komt zoveel procent", `terug in ${noun}`];
  // On a narrow screen in two lines: about 7 pixels a letter.
  const heading = 7 * title.join(" ").length > width - labelLimit ? title : title.join(" ");
  // A chart wider than the screen begins with its heading.
  const begin = labelLimit + n * step > width ? ({ titleAnchor: "start" } as const) : {};
  const x = { field: "column", type: "ordinal", sort: dossiers.map((d) => d.number) } as const;
  const y = { field: "row", type: "ordinal", sort: dossiers.map(rowName) } as const;
  // On the numbers too: they lie over the cells.
  const tooltip: { field: string; type: "nominal" | "quantitative"; title: string }[] = [
    { field: "source", type: "nominal", title: "Van" },
    { field: "found", type: "nominal", title: "komt terug" },
    { field: "target", type: "nominal", title: "in" },
    ...(kinds
      ? ([
          { field: "identical", type: "quantitative", title: "identiek" },
          { field: "near", type: "quantitative", title: "bijna gelijk" },
        ] as const)
      : []),
  ];
  // The first dossier of each group but the first: a line stands before it.
  const borders = dossiers
    .filter((d, i) => i > 0 && dossiers[i - 1]?.group !== d.group)
    .map((d) => ({ row: rowName(d), column: d.number }));
  return chart(options, {
    description: `Warmtekaart: hoeveel van het ${noun} in de rij terugkomt in het ${noun} in de kolom`,
    width: { step },
    height: { step },
    layer: [
      {
        data: { values: rows },
        mark: {
          type: "rect",
          cursor: "pointer",
          stroke: p.surface,
          strokeWidth: n > MOST_WITH_NUMBERS ? 0.5 : 2,
          cornerRadius: 3,
        },
        encoding: {
          x: { ...x, axis: { orient: "top", labelAngle: 0, title: heading, ...begin } },
          y: { ...y, axis: { labelLimit, labelOverlap: true, title: null } },
          color: {
            field: "share",
            type: "quantitative",
            scale: { domain: [0, 1], range: p.ramp },
            legend: null,
          },
          tooltip,
        },
      },
      ...(n > MOST_WITH_NUMBERS
        ? []
        : [
            {
              data: { values: rows },
              mark: { type: "text", cursor: "pointer", fontSize: step < 36 ? 12 : 13 },
              encoding: {
                x,
                y,
                text: { field: "label", type: "nominal" },
                tooltip,
                color: {
                  condition: { test: `datum.share !== null && datum.share > ${p.switchAt}`, value: p.onRamp[1] },
                  value: p.onRamp[0],
                },
              },
            } as const,
          ]),
      ...(borders.length === 0
        ? []
        : [
            {
              data: { values: borders },
              mark: { type: "rule", color: p.muted, strokeWidth: 1 },
              encoding: { y: { ...y, bandPosition: 0 } },
            } as const,
            {
              data: { values: borders },
              mark: { type: "rule", color: p.muted, strokeWidth: 1 },
              encoding: { x: { ...x, bandPosition: 0 } },
            } as const,
          ]),
    ],
  });
}

/** The number makes the name unique: two dossiers may bear one title. */
function rowName(d: HeatmapDossier): string {
  return `${d.number}. ${d.title}`;
}
