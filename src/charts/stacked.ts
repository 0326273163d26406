/** The layers of bars whose parts lie end to end: the bars, and in each part its number where there is room for it. */
import { type ChartOptions, type Layers, legendColumns, palette } from "./spec.js";

interface StackedOptions extends ChartOptions {
  /** The field that is as long as a part, and its axis. */
  field: string;
  domain?: [number, number];
  axis: object;
  /** Names of the parts (field "kind") and their colours. */
  names: readonly string[];
  colors: readonly string[];
  /** Pixels, of a bar. */
  height: number;
  cursor?: "pointer";
  tooltip: readonly (readonly [field: string, type: "nominal" | "quantitative", title: string])[];
  /** Where a part has room for its number, and where that stands on the darkest colour: expressions of Vega. */
  fits: string;
  strong: string;
}

/** The layers for rows with `kind` and `statements`. */
export function stackedLayers(options: StackedOptions): Layers {
  const p = palette(options);
  const { field, domain, height, cursor } = options;
  const tooltip = options.tooltip.map(([name, type, title]) => ({ field: name, type, title }));
  const x = { field, type: "quantitative", stack: "zero", ...(domain ? { scale: { domain } } : {}) } as const;
  return [
    {
      mark: { type: "bar", height, ...(cursor ? { cursor } : {}) },
      encoding: {
        x: { ...x, axis: { ...options.axis, tickCount: 4, labelColor: p.muted } },
        color: {
          field: "kind",
          type: "nominal",
          scale: { domain: [...options.names], range: [...options.colors] },
          legend: { orient: "top", columns: legendColumns(options.width ?? 900) },
        },
        tooltip,
      },
    },
    {
      // Every part stays, so that those behind one without room for its number lie where their bars do.
      mark: { type: "text" },
      encoding: {
        x: { ...x, bandPosition: 0.5 },
        detail: { field: "kind", type: "nominal" },
        tooltip,
        text: { condition: { test: options.fits, field: "statements", type: "quantitative" }, value: "" },
        color: { condition: { test: options.strong, value: options.dark ? p.onRamp[1] : "#ffffff" }, value: p.ink },
      },
    },
  ];
}
