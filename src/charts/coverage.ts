/** Where the characters of each document went. */
import type { Coverage } from "../model.js";
import { percent } from "./share.js";
import { type ChartOptions, type ChartSpec, chart, legendColumns, palette, room } from "./spec.js";

export interface CoverageDossier {
  number: number;
  title: string;
  coverage: Coverage;
}

export interface CoverageRow {
  row: string;
  kind: string;
  /** Place of the kind in the bar. */
  order: number;
  characters: number;
  share: number;
  label: string;
}

/** The kinds of text in a document, in the order of the bars, as the reader sees them called. */
export const COVERAGE_NAMES: readonly (readonly [keyof Coverage, string])[] = [
  ["statements", "uitspraken"],
  ["headings", "koppen en codes"],
  ["background", "achtergrond"],
  ["furniture", "paginanummers en kopregels"],
  ["unparsed", "niet herkend"],
];

export function coverageRows(dossiers: readonly CoverageDossier[]): CoverageRow[] {
  return dossiers.flatMap((d) => {
    const total = COVERAGE_NAMES.reduce((sum, [key]) => sum + d.coverage[key], 0);
    if (total === 0) return [];
    return COVERAGE_NAMES.map(([key, kind], order): CoverageRow => {
      const characters = d.coverage[key];
      return {
        row: `${d.number}. ${d.title}`,
        kind,
        order,
        characters,
        share: characters / total,
        label: `${percent(characters / total)}%`,
      };
    });
  });
}

export function coverageBars(dossiers: readonly CoverageDossier[], options: ChartOptions = {}): ChartSpec {
  const p = palette(options);
  const names = dossiers.map((d) => `${d.number}. ${d.title}`);
  const { width, labelLimit, bars } = room(options, names);
  return chart(options, {
    description: "Staafdiagram: waar de tekens van elk document naartoe gingen",
    data: { values: coverageRows(dossiers) },
    width: bars,
    height: { step: 24 },
    mark: { type: "bar", height: 16 },
    encoding: {
      y: {
        field: "row",
        type: "ordinal",
        sort: names,
        axis: { labelLimit, title: null },
      },
      x: {
        field: "share",
        type: "quantitative",
        stack: "zero",
        scale: { domain: [0, 1] },
        axis: { format: "%", title: null, tickCount: 4, labelColor: p.muted },
      },
      order: { field: "order", type: "quantitative" },
      color: {
        field: "kind",
        type: "nominal",
        scale: { domain: COVERAGE_NAMES.map(([, name]) => name), range: [...p.coverage] },
        legend: { orient: "top", columns: legendColumns(width) },
      },
      tooltip: [
        { field: "row", type: "nominal", title: "document" },
        { field: "kind", type: "nominal", title: "soort tekst" },
        { field: "label", type: "nominal", title: "aandeel" },
        { field: "characters", type: "quantitative", title: "tekens" },
      ],
    },
  });
}
