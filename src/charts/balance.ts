/** Of two dossiers: how much is identical, near, and only in one, seen from either side. */
import type { DirectedShare } from "./heatmap.js";
import { type PartRow, partBars, partRows } from "./part-bars.js";
import type { ChartOptions, ChartSpec } from "./spec.js";

export interface BalanceSide {
  title: string;
  share: DirectedShare;
}

export type BalanceRow = PartRow;

const BALANCE_NAMES = ["identiek", "bijna gelijk", "alleen hier"] as const;

export const balanceRows = (sides: readonly BalanceSide[]): BalanceRow[] =>
  sides.flatMap(({ title, share: { statements, identical, near } }) =>
    partRows(title, BALANCE_NAMES, [identical, near, statements - identical - near]),
  );

export const balanceBars = (sides: readonly BalanceSide[], options: ChartOptions = {}): ChartSpec =>
  partBars(balanceRows(sides), {
    ...options,
    description: "Staafdiagram: welk deel van elk dossier identiek is, bijna gelijk, of alleen daar voorkomt",
    names: BALANCE_NAMES,
    sort: sides.map(({ title }) => title),
    step: 40,
  });
