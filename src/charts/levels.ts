/** What changes from variant to variant, and at which steps of a scale the wording lies. */
import type { Progression, ScaleProfile, VariantCount } from "../compare/index.js";
import { percent } from "./share.js";
import { barRoom, type ChartOptions, type ChartSpec, chart, palette, room } from "./spec.js";
import { stackedLayers } from "./stacked.js";

export interface LadderRow {
  /** Id and title of the variant. */
  variant: string;
  title: string;
  kind: (typeof LADDER_NAMES)[number];
  order: number;
  statements: number;
}

const LADDER_NAMES = ["blijft", "blijft, nu helemaal", "nieuw"] as const;

/** For each variant what it keeps of the one before, what grows from in part to fully, and what is new. */
export function ladderRows(
  variants: readonly { id: string; title: string }[],
  counts: readonly VariantCount[],
  progression: readonly Progression[],
): LadderRow[] {
  return variants.flatMap(({ id, title }) => {
    const own = counts.find((count) => count.variant === id);
    const step = progression.find(({ to }) => to === id);
    const total = (own?.full ?? 0) + (own?.partial ?? 0);
    const { kept, grown, new: added } = step ?? { kept: 0, grown: 0, new: total };
    return [kept - grown, grown, added].map((statements, order) => ({
      variant: id,
      title,
      kind: LADDER_NAMES[order] as LadderRow["kind"],
      order,
      statements,
    }));
  });
}

export function ladderBars(rows: readonly LadderRow[], options: ChartOptions = {}): ChartSpec {
  const p = palette(options);
  const titles = [...new Set(rows.map(({ title }) => title))];
  const { labelLimit, bars } = barRoom(options, titles);
  const names = LADDER_NAMES.filter((name) => rows.some(({ kind, statements }) => kind === name && statements > 0));
  const colors = { blijft: p.none, "blijft, nu helemaal": p.near, nieuw: p.identical };
  const most = Math.max(1, ...rows.map(({ statements }) => statements));
  return chart(options, {
    description: "Staafdiagram: hoeveel uitspraken elk niveau houdt van het vorige, en hoeveel nieuw zijn",
    data: { values: rows.filter(({ statements }) => statements > 0) },
    width: bars,
    height: { step: 40 },
    encoding: {
      y: {
        field: "title",
        type: "ordinal",
        sort: titles,
        axis: { labelLimit, title: null },
      },
      order: { field: "order", type: "quantitative" },
    },
    layer: stackedLayers({
      ...options,
      field: "statements",
      axis: { title: "uitspraken" },
      names,
      colors: names.map((name) => colors[name]),
      height: 28,
      cursor: "pointer",
      tooltip: [
        ["title", "nominal", "niveau"],
        ["kind", "nominal", "soort"],
        ["statements", "quantitative", "uitspraken"],
      ],
      fits: `datum.statements > ${Math.round((most * 30) / bars)}`,
      strong: 'datum.kind === "nieuw"',
    }),
  });
}

/** A step of a scale, as the chart needs it. */
export interface LevelStep {
  /** From 1. */
  step: number;
  title: string;
  /** First and last NLQF level whose descriptor has this wording. */
  nlqf?: [number, number];
}

/** A level profile of one scale: of a dossier, a variant, a unit. */
export interface LevelProfileRow {
  id: string;
  title: string;
  /** Null where nothing of the scale was found. */
  profile: Pick<ScaleProfile, "statements" | "distribution"> | null;
  /** NLQF level that is stated for it. */
  stated?: number | undefined;
}

export interface LevelGridRow {
  id: string;
  row: string;
  step: number;
  title: string;
  statements: number;
  share: number | null;
  label: string;
  /** Whether the step is one that the NLQF has at the level stated. */
  fits: boolean;
  found: string;
}

/** Every row at every step: how many of its statements have that one for their highest. */
export function levelGridRows(rows: readonly LevelProfileRow[], steps: readonly LevelStep[]): LevelGridRow[] {
  return rows.flatMap(({ id, title, profile, stated }) =>
    steps.map((step, i) => {
      const statements = profile?.distribution[i] ?? 0;
      const share = profile === null || profile.statements === 0 ? null : statements / profile.statements;
      return {
        id,
        row: title,
        step: step.step,
        title: step.title,
        statements,
        share,
        label: statements === 0 ? "" : String(statements),
        fits: stated !== undefined && step.nlqf !== undefined && step.nlqf[0] <= stated && stated <= step.nlqf[1],
        found: share === null ? "geen woorden gevonden" : `${percent(share)}% (${statements})`,
      };
    }),
  );
}

/** Pixels that the slanting name of the last step hangs over the grid. */
const OVERHANG = 110;

export function levelGrid(
  rows: readonly LevelProfileRow[],
  steps: readonly LevelStep[],
  options: ChartOptions = {},
): ChartSpec {
  const p = palette(options);
  const values = levelGridRows(rows, steps);
  const { width, labelLimit } = room(
    options,
    rows.map(({ title }) => title),
    { share: 0.3 },
  );
  const step = Math.round(
    Math.min(120, Math.max(44, (width - labelLimit - 40 - OVERHANG) / Math.max(1, steps.length))),
  );
  const x = { field: "title", type: "ordinal", sort: steps.map(({ title }) => title) } as const;
  const y = { field: "row", type: "ordinal", sort: rows.map(({ title }) => title) } as const;
  const tooltip: { field: string; type: "nominal"; title: string }[] = [
    { field: "row", type: "nominal", title: "van" },
    { field: "title", type: "nominal", title: "trede" },
    { field: "found", type: "nominal", title: "uitspraken" },
  ];
  return chart(options, {
    description: "Rooster: hoeveel uitspraken op elke trede van een schaal liggen",
    data: { values },
    width: { step },
    height: { step: 40 },
    encoding: {
      x: {
        ...x,
        axis: { orient: "top", labelAngle: -30, labelLimit: 190, title: null },
      },
      y: { ...y, axis: { labelLimit, title: null } },
    },
    layer: [
      {
        mark: { type: "rect", cursor: "pointer", stroke: p.surface, strokeWidth: 2, cornerRadius: 3 },
        encoding: {
          color: {
            field: "share",
            type: "quantitative",
            scale: { domain: [0, 1], range: p.ramp },
            legend: null,
          },
          tooltip,
        },
      },
      {
        transform: [{ filter: "datum.fits" }],
        mark: {
          type: "rect",
          cursor: "pointer",
          filled: false,
          stroke: p.ink,
          strokeWidth: 1.5,
          strokeDash: [4, 3],
          cornerRadius: 3,
        },
        encoding: { tooltip },
      },
      {
        mark: { type: "text", cursor: "pointer" },
        encoding: {
          text: { field: "label", type: "nominal" },
          tooltip,
          color: {
            condition: { test: `datum.share !== null && datum.share > ${p.switchAt}`, value: p.onRamp[1] },
            value: p.onRamp[0],
          },
        },
      },
    ],
  });
}
