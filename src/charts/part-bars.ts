/** Bars of one length, each divided in the same parts. */
import { barRoom, type ChartOptions, type ChartSpec, chart, palette } from "./spec.js";
import { stackedLayers } from "./stacked.js";

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
  const { labelLimit, bars } = barRoom(options, options.sort);
  return chart(options, {
    description: options.description,
    data: { values: [...rows] },
    width: bars,
    height: { step: options.step },
    encoding: {
      y: { field: "row", type: "ordinal", sort: [...options.sort], axis: { labelLimit, title: null } },
      order: { field: "order", type: "quantitative" },
    },
    layer: stackedLayers({
      ...options,
      field: "share",
      domain: [0, 1],
      axis: { format: "%", title: null },
      colors: [p.identical, p.near, p.none],
      height: Math.round(options.step * 0.7),
      tooltip: [
        ["row", "nominal", "dossier"],
        ["kind", "nominal", "soort"],
        ["statements", "quantitative", "uitspraken"],
      ],
      fits: "datum.share > 0.06",
      strong: "datum.order === 0",
    }),
  });
}
