/** How the share of statements with a counterpart falls as the threshold rises. */
import { type ChartOptions, type ChartSpec, chart, palette } from "./spec.js";

export interface ThresholdSide {
  title: string;
  /** The score of the best counterpart of each statement, 0..1. */
  best: readonly number[];
}

export interface ThresholdRow {
  side: string;
  threshold: number;
  /** 0..1. */
  share: number;
  statements: number;
}

const STEPS = 20;

/** Share of the statements whose best counterpart reaches a threshold; null where there are none. */
export function shareAbove(best: readonly number[], threshold: number): number | null {
  return best.length === 0 ? null : best.filter((score) => score >= threshold).length / best.length;
}

/** The shares at 0.05 to 1 in steps of 0.05; no rows for a side without statements. */
export function thresholdRows(sides: readonly ThresholdSide[]): ThresholdRow[] {
  return sides.flatMap(({ title, best }) =>
    Array.from({ length: STEPS }, (_, i) => (i + 1) / STEPS).flatMap((threshold): ThresholdRow[] => {
      const share = shareAbove(best, threshold);
      return share === null
        ? []
        : [{ side: title, threshold, share, statements: best.filter((s) => s >= threshold).length }];
    }),
  );
}

export function thresholdLines(
  sides: readonly ThresholdSide[],
  threshold: number,
  options: ChartOptions = {},
): ChartSpec {
  const p = palette(options);
  const width = options.width ?? 900;
  const titles = sides.map((s) => s.title);
  const legend = { orient: "top" as const, columns: width < 600 ? 1 : 0 };
  return chart(options, {
    description: "Lijndiagram: welk deel van de uitspraken een tegenhanger heeft bij elke drempel",
    width: Math.max(160, Math.round(Math.min(width, 640) - 60)),
    height: 200,
    layer: [
      {
        data: { values: thresholdRows(sides) },
        mark: { type: "line", point: true, strokeWidth: 2 },
        encoding: {
          x: {
            field: "threshold",
            type: "quantitative",
            scale: { domain: [0, 1] },
            axis: { title: "drempel", format: ".1f", tickCount: 5 },
          },
          y: {
            field: "share",
            type: "quantitative",
            scale: { domain: [0, 1] },
            axis: { title: "komt terug", format: "%", tickCount: 4, grid: true },
          },
          color: {
            field: "side",
            type: "nominal",
            scale: { domain: titles, range: [p.identical, p.coverage[4]] },
            legend,
          },
          // The same legend for both: two of one field are drawn as one.
          strokeDash: { field: "side", type: "nominal", scale: { domain: titles }, legend },
          tooltip: [
            { field: "side", type: "nominal", title: "dossier" },
            { field: "threshold", type: "quantitative", title: "drempel" },
            { field: "statements", type: "quantitative", title: "uitspraken" },
          ],
        },
      },
      {
        data: { values: [{ threshold }] },
        mark: { type: "rule", color: p.ink, strokeDash: [3, 3] },
        encoding: { x: { field: "threshold", type: "quantitative" } },
      },
    ],
  });
}
