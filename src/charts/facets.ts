/** Where a theme is strong, and with whom: dossiers by their share of kern and rand, and dossiers against partners. */
import { percent } from "./share.js";
import { type ChartOptions, type ChartSpec, chart, palette, room } from "./spec.js";

/** A row of the charts: a dossier, or a variant of one. */
export interface ThemeRow {
  id: string;
  /** Unique among the rows: it names the row. */
  title: string;
  statements: number;
  core: number;
  marginal: number;
  /** [kern, rand] for each partner of {@link FacetOptions.partners}. */
  facets: readonly (readonly [core: number, marginal: number])[];
}

export interface ThemeBarRow {
  id: string;
  row: string;
  kind: (typeof THEME_NAMES)[number];
  order: number;
  statements: number;
  /** Of the statements of the row, 0..1. */
  share: number;
  found: string;
}

const THEME_NAMES = ["kern", "rand"] as const;

const of = (n: number, all: number): string => `${percent(n / all)}% (${n} van ${all} uitspraken)`;

/** A row without statements has no share, and no bar. */
export function themeBarRows(rows: readonly ThemeRow[]): ThemeBarRow[] {
  return rows.flatMap(({ id, title, statements, core, marginal }) =>
    statements === 0
      ? []
      : [core, marginal].map((n, order) => ({
          id,
          row: title,
          kind: THEME_NAMES[order] as ThemeBarRow["kind"],
          order,
          statements: n,
          share: n / statements,
          found: of(n, statements),
        })),
  );
}

/** For each row which share of its statements is kern, and which is rand. */
export function themeBars(rows: readonly ThemeRow[], options: ChartOptions = {}): ChartSpec {
  const p = palette(options);
  const { labelLimit, bars } = room(
    options,
    rows.map(({ title }) => title),
  );
  return chart(options, {
    description: "Staafdiagram: welk deel van de uitspraken bij het thema hoort",
    data: { values: themeBarRows(rows) },
    width: bars,
    height: { step: rows.length > MOST_WITH_NUMBERS ? 12 : 26 },
    mark: { type: "bar", cursor: "pointer", height: { band: 0.68 } },
    encoding: {
      y: {
        field: "row",
        type: "ordinal",
        sort: rows.map(({ title }) => title),
        scale: { domain: rows.map(({ title }) => title) },
        axis: { labelLimit, labelOverlap: true, title: null },
      },
      x: {
        field: "share",
        type: "quantitative",
        stack: "zero",
        axis: { format: ".0%", title: null, tickCount: 4, labelColor: p.muted, orient: "top" },
      },
      order: { field: "order", type: "quantitative" },
      color: {
        field: "kind",
        type: "nominal",
        scale: { domain: [...THEME_NAMES], range: [p.identical, p.near] },
        legend: { orient: "top" },
      },
      tooltip: [
        { field: "row", type: "nominal", title: "dossier" },
        { field: "kind", type: "nominal", title: "soort" },
        { field: "found", type: "nominal", title: "aandeel" },
      ],
    },
  });
}

export interface FacetRow {
  id: string;
  row: string;
  /** Place of the partner. */
  partner: number;
  column: string;
  core: number;
  marginal: number;
  /** Kern and rand together. */
  found: number;
  /** Of the statements of the row, 0..1; null where it has none. */
  share: number | null;
  /** The share as a part of the highest share in the matrix, 0..1. */
  shade: number | null;
  label: string;
}

export interface FacetOptions extends ChartOptions {
  /** What the columns are called, in the order of the facets. */
  partners: readonly string[];
}

/** The cells of the matrix, row by row. */
export function facetRows(rows: readonly ThemeRow[], partners: readonly string[]): FacetRow[] {
  const cells = rows.flatMap(({ id, title, statements, facets }) =>
    partners.map((column, partner): FacetRow => {
      const [core, marginal] = facets[partner] ?? [0, 0];
      const found = core + marginal;
      const share = statements === 0 ? null : found / statements;
      return {
        id,
        row: title,
        partner,
        column,
        core,
        marginal,
        found,
        share,
        shade: share,
        label: statements === 0 ? "–" : String(found),
      };
    }),
  );
  const most = Math.max(0, ...cells.map(({ share }) => share ?? 0));
  return cells.map((cell) => ({ ...cell, shade: cell.share === null || most === 0 ? cell.share : cell.share / most }));
}

/** More rows than this, and numbers in the cells would be unreadable. */
const MOST_WITH_NUMBERS = 40;

/** Rows against partners: the number of statements, the darker the larger a share of the row's statements. */
export function facetMatrix(rows: readonly ThemeRow[], options: FacetOptions): ChartSpec {
  const p = palette(options);
  const { partners } = options;
  const { width, labelLimit } = room(
    options,
    rows.map(({ title }) => title),
  );
  const step = Math.round(Math.min(104, Math.max(34, (width - labelLimit - 40) / Math.max(1, partners.length))));
  const many = rows.length > MOST_WITH_NUMBERS;
  const tooltip: { field: string; type: "nominal" | "quantitative"; title: string }[] = [
    { field: "row", type: "nominal", title: "dossier" },
    { field: "column", type: "nominal", title: "met" },
    { field: "core", type: "quantitative", title: "kern" },
    { field: "marginal", type: "quantitative", title: "rand" },
  ];
  return chart(options, {
    description: "Warmtekaart: in hoeveel uitspraken van elk dossier elke partner voorkomt",
    data: { values: facetRows(rows, partners) },
    width: { step },
    height: { step: many ? 12 : 34 },
    encoding: {
      x: {
        field: "column",
        type: "ordinal",
        sort: [...partners],
        axis: { orient: "top", labelAngle: -40, labelLimit: 170, title: null },
      },
      y: {
        field: "row",
        type: "ordinal",
        sort: rows.map(({ title }) => title),
        axis: { labelLimit, labelOverlap: true, title: null },
      },
    },
    layer: [
      {
        mark: { type: "rect", cursor: "pointer", stroke: p.surface, strokeWidth: many ? 0.5 : 2, cornerRadius: 3 },
        encoding: {
          color: { field: "shade", type: "quantitative", scale: { domain: [0, 1], range: p.ramp }, legend: null },
          tooltip,
        },
      },
      ...(many
        ? []
        : [
            {
              mark: { type: "text", cursor: "pointer" },
              encoding: {
                text: { field: "label", type: "nominal" },
                tooltip,
                color: {
                  condition: { test: `datum.shade !== null && datum.shade > ${p.switchAt}`, value: p.onRamp[1] },
                  value: p.onRamp[0],
                },
              },
            } as const,
          ]),
    ],
  });
}
