/** Bars of one length, each divided in the same parts. */
import { type ChartOptions, type ChartSpec, chart, palette } from "./spec.js";

export interface PartRow {
  row: string;
  kind: string;
  order: number;
  statements: number;
  /** Of the statements of the row, 0..1. */
  share: number;
}

/** The parts of a bar; a row without statements has none. */
export const partRows = (row: string, names: readonly string[], counts: readonly number[]): PartRow[] => {
  const all = counts.reduce((sum, n) => sum + n, 0);
  if (all === 0) return [];
  return names.map((kind, order) => {
    const statements = counts[order] ?? 0;
    return { row, kind, order, statements, share: statements / all };
  });
};

interface PartBarsOptions extends ChartOptions {
  description: string;
  /** Names of three parts, the strongest first. */
  names: readonly string[];
  /** The rows, from top to bottom. */
  sort: readonly string[];
  /** Pixels from one row to the next. */
  step: number;
}

export function partBars(rows: readonly PartRow[], options: PartBarsOptions): ChartSpec {
  const p = palette(options);
  const { names, step } = options;
  const width = options.width ?? 900;
  const labelLimit = Math.round(Math.min(260, Math.max(100, width * 0.32)));
  const y = { field: "row", type: "ordinal", sort: [...options.sort] } as const;
  const x = { field: "share", type: "quantitative", stack: "zero", scale: { domain: [0, 1] as number[] } } as const;
  const color = {
    field: "kind",
    type: "nominal",
    scale: { domain: [...names] as string[], range: [p.identical, p.near, p.none] as string[] },
  } as const;
  const tooltip: { field: string; type: "nominal" | "quantitative"; title: string }[] = [
    { field: "row", type: "nominal", title: "dossier" },
    { field: "kind", type: "nominal", title: "soort" },
    { field: "statements", type: "quantitative", title: "uitspraken" },
  ];
  return chart(options, {
    description: options.description,
    data: { values: [...rows] },
    width: Math.max(120, Math.round(width - labelLimit - 36)),
    height: { step },
    encoding: { y: { ...y, axis: { labelLimit, title: null } }, order: { field: "order", type: "quantitative" } },
    layer: [
      {
        mark: { type: "bar", height: Math.round(step * 0.7) },
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
            condition: { test: `datum.order === 0`, value: options.dark ? p.onRamp[1] : "#ffffff" },
            value: p.ink,
          },
        },
      },
    ],
  });
}
