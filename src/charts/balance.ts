/** Of two dossiers: how much is identical, near, and only in one, seen from either side. */
import type { DirectedShare } from "./heatmap.js";
import { type ChartOptions, type ChartSpec, chart, palette } from "./spec.js";

export interface BalanceSide {
  title: string;
  share: DirectedShare;
}

export interface BalanceRow {
  row: string;
  kind: string;
  order: number;
  statements: number;
  share: number;
}

const BALANCE_NAMES = ["identiek", "bijna gelijk", "alleen hier"] as const;

export function balanceRows(sides: readonly BalanceSide[]): BalanceRow[] {
  return sides.flatMap(({ title, share: s }) => {
    if (s.statements === 0) return [];
    const counts = [s.identical, s.near, s.statements - s.identical - s.near];
    return BALANCE_NAMES.map((kind, order) => ({
      row: title,
      kind,
      order,
      statements: counts[order] ?? 0,
      share: (counts[order] ?? 0) / s.statements,
    }));
  });
}

export function balanceBars(sides: readonly BalanceSide[], options: ChartOptions = {}): ChartSpec {
  const p = palette(options);
  const width = options.width ?? 900;
  const labelLimit = Math.round(Math.min(260, Math.max(100, width * 0.32)));
  const sort = sides.map((s) => s.title);
  const y = { field: "row", type: "ordinal", sort } as const;
  const x = { field: "share", type: "quantitative", stack: "zero", scale: { domain: [0, 1] as number[] } } as const;
  const color = {
    field: "kind",
    type: "nominal",
    scale: { domain: [...BALANCE_NAMES] as string[], range: [p.identical, p.near, p.none] as string[] },
  } as const;
  const tooltip: { field: string; type: "nominal" | "quantitative"; title: string }[] = [
    { field: "row", type: "nominal", title: "dossier" },
    { field: "kind", type: "nominal", title: "soort" },
    { field: "statements", type: "quantitative", title: "uitspraken" },
  ];
  return chart(options, {
    description: "Staafdiagram: welk deel van elk dossier identiek is, bijna gelijk, of alleen daar voorkomt",
    data: { values: balanceRows(sides) },
    width: Math.max(120, Math.round(width - labelLimit - 36)),
    height: { step: 40 },
    encoding: { y: { ...y, axis: { labelLimit, title: null } }, order: { field: "order", type: "quantitative" } },
    layer: [
      {
        mark: { type: "bar", height: 28 },
        encoding: {
          x: { ...x, axis: { format: "%", title: null, tickCount: 4, labelColor: p.muted } },
          color: { ...color, legend: { orient: "top", columns: width < 600 ? 2 : 0 } },
          tooltip,
        },
      },
      {
        transform: [{ filter: "datum.share > 0.06" }],
        mark: { type: "text" },
        encoding: {
          x: { ...x, bandPosition: 0.5 },
          detail: { field: "kind", type: "nominal" },
          tooltip,
          text: { field: "statements", type: "quantitative" },
          color: {
            condition: { test: `datum.kind === "${BALANCE_NAMES[0]}"`, value: options.dark ? p.onRamp[1] : "#ffffff" },
            value: p.ink,
          },
        },
      },
    ],
  });
}
