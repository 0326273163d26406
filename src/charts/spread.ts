/** The shared core: how much of each dossier comes back in several others, in one, and in none. */
import { type PartRow, partBars, partRows } from "./part-bars.js";
import type { ChartOptions, ChartSpec } from "./spec.js";

export interface SpreadDossier {
  /** Unique among the dossiers: it names the row. */
  title: string;
  /** Statements that come back in no other dossier, in one other, and in more. */
  spread: readonly [none: number, one: number, more: number];
}

const SPREAD_NAMES = ["in twee of meer andere", "in één ander", "in geen ander"] as const;

export const spreadRows = (dossiers: readonly SpreadDossier[]): PartRow[] =>
  dossiers.flatMap(({ title, spread: [none, one, more] }) => partRows(title, SPREAD_NAMES, [more, one, none]));

export const spreadBars = (dossiers: readonly SpreadDossier[], options: ChartOptions = {}): ChartSpec =>
  partBars(spreadRows(dossiers), {
    ...options,
    description: "Staafdiagram: welk deel van de uitspraken van elk dossier ook in andere dossiers staat",
    names: SPREAD_NAMES,
    sort: dossiers.map(({ title }) => title),
    step: 30,
  });
