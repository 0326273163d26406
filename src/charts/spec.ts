/**
 * What all charts share: the shape of a specification, the colours in light and dark, and the settings that make
 * Vega-Lite charts sit quietly in a page.
 */
import type { TopLevelSpec } from "vega-lite";

const VEGA_LITE_SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";

/**
 * A Vega-Lite specification. Loosely typed on purpose: a program that uses the library need not have Vega-Lite
 * installed. Inside this room every specification is checked against Vega-Lite's own type.
 */
export interface ChartSpec {
  $schema: string;
  [key: string]: unknown;
}

export interface ChartOptions {
  /** Colours for a dark page. */
  dark?: boolean;
  /** Width in pixels of the place where the chart will stand. */
  width?: number;
}

interface Palette {
  ink: string;
  muted: string;
  line: string;
  surface: string;
  /** From nothing to everything. */
  ramp: string[];
  /** Text on the first part of `ramp` and, above `switchAt`, on the rest: a contrast of 4.5 at least, everywhere. */
  onRamp: [string, string];
  switchAt: number;
  identical: string;
  near: string;
  none: string;
  /** Statements, headings, background, furniture, unparsed. */
  coverage: [string, string, string, string, string];
}

const LIGHT: Palette = {
  ink: "#1e2427",
  muted: "#545f66",
  line: "#d8d5cd",
  surface: "#ffffff",
  ramp: ["#f4f6f4", "#dcebe9", "#b4d7d6", "#7fbdbf", "#2f7f88", "#0a4b55"],
  onRamp: ["#000000", "#ffffff"],
  switchAt: 0.7975,
  identical: "#0f5f69",
  near: "#7db8b9",
  none: "#e3e0d9",
  coverage: ["#0f5f69", "#7db8b9", "#c9c4b8", "#e4e0d6", "#b4462a"],
};

const DARK: Palette = {
  ink: "#e7eaeb",
  muted: "#a6b1b7",
  line: "#3a4348",
  surface: "#1b2124",
  ramp: ["#20282c", "#23414a", "#2a626c", "#3b8b93", "#6db9bd", "#b5e3e2"],
  onRamp: ["#ffffff", "#000000"],
  switchAt: 0.5425,
  identical: "#8ed3d4",
  near: "#2f6f77",
  none: "#353e43",
  coverage: ["#8ed3d4", "#3f868e", "#5d666a", "#3d4549", "#e8825f"],
};

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

/** The part of a specification that is a chart's own. */
type Own<T> = T extends unknown ? Omit<T, "$schema" | "config" | "background"> : never;

/** The layers of a specification. */
export type Layers = Extract<TopLevelSpec, { layer: unknown }>["layer"];

export function palette(options: ChartOptions): Palette {
  return options.dark ? DARK : LIGHT;
}

/** Pixels of a letter of a name, on average, in a wide font. */
const LETTER = 7.2;

/**
 * How the width of a chart is divided, in pixels: for the names of its rows what they need, but at most so much, the rest
 * for its bars.
 */
export function room({ width = 900 }: ChartOptions, names: readonly string[], { share = 0.36, least = 112 } = {}) {
  const longest = Math.max(0, ...names.map((name) => name.length));
  const labelLimit = Math.round(Math.max(least, Math.min(width * share, longest * LETTER + 8)));
  return { width, labelLimit, bars: Math.max(120, Math.round(width - labelLimit - 36)) };
}

/** {@link room} where the numbers in the bars matter more than long names. */
export const barRoom = (options: ChartOptions, names: readonly string[]) =>
  room(options, names, { share: 0.34, least: 100 });

/** Adds the schema and the look to the part of a specification that is the chart's own. */
export function chart(options: ChartOptions, spec: Own<TopLevelSpec>): ChartSpec {
  const p = palette(options);
  return {
    $schema: VEGA_LITE_SCHEMA,
    background: "transparent",
    ...spec,
    config: {
      font: FONT,
      // The page gives each chart one name and a table; hundreds of named marks would only be noise to a listener.
      aria: false,
      view: { stroke: null },
      axis: {
        domain: false,
        ticks: false,
        grid: false,
        gridColor: p.line,
        labelColor: p.ink,
        labelFontSize: 13,
        labelPadding: 6,
        titleColor: p.muted,
        titleFontSize: 13,
        titleFontWeight: "normal",
        titlePadding: 10,
      },
      legend: {
        labelColor: p.ink,
        labelFontSize: 13,
        labelLimit: 260,
        symbolStrokeWidth: 0,
        symbolType: "square",
        title: null,
      },
      text: { fontSize: 13 },
      header: { labelColor: p.ink },
    },
  };
}

/** How many keys of a legend stand beside each other, at a width in pixels; 0 is all of them. */
export const legendColumns = (width: number): number => (width < 420 ? 1 : width < 600 ? 2 : 0);
