/** The one place where a chart is drawn. */
import { html } from "npm:htl";
import embed, { type VisualizationSpec } from "npm:vega-embed";
import type { ChartSpec } from "../../src/charts/index.js";

export interface ChartView {
  /** What the chart shows, for who does not see it; says where the same numbers stand as text. */
  label: string;
  dark: boolean;
  /** Resolves when the cell runs again: the chart is then freed. */
  invalidation: Promise<unknown>;
  /** Called with the row behind a mark that is clicked. */
  onSelect?: (row: Record<string, unknown>) => void;
}

/** Above this many marks the browser draws a picture instead of elements. */
const MOST_ELEMENTS = 3000;

export async function vegaLite(spec: ChartSpec, options: ChartView): Promise<HTMLElement> {
  const { label, dark, invalidation, onSelect } = options;
  const picture = html`<div role="img" aria-label=${label}></div>`;
  const { view } = await embed(picture, spec as unknown as VisualizationSpec, {
    actions: false,
    renderer: marks(spec) > MOST_ELEMENTS ? "canvas" : "svg",
    // Expressions are interpreted, not compiled: no code is made from strings.
    ast: true,
    formatLocale: { decimal: ",", thousands: ".", grouping: [3], currency: ["€ ", ""] },
    tooltip: { theme: dark ? "dark" : "light" },
  });
  // The picture has one name; its parts are not read out.
  for (const part of picture.querySelectorAll("svg, canvas")) part.setAttribute("aria-hidden", "true");
  if (onSelect) {
    view.addEventListener("click", (_event, item) => {
      const row = item?.datum as Record<string, unknown> | undefined;
      if (row) onSelect(row);
    });
  }
  void invalidation.then(() => view.finalize());
  // A chart wider than a small screen is scrolled, also by keyboard.
  return html`<div class="chart scroll" tabindex="0" role="group" aria-label="Grafiek">${picture}</div>`;
}

function marks(spec: ChartSpec): number {
  const layers = (spec.layer as { data?: { values?: unknown[] } }[] | undefined) ?? [spec as never];
  return layers.reduce((sum, l) => sum + (l.data?.values?.length ?? 0), 0);
}
