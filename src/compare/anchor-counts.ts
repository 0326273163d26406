/** Counts of anchor points: by dossier, section, level and variant, and of partners. */
import type { Dossier, Level, Statement, ThemeFinding } from "../model.js";

/** What statements can be counted by. */
export const COUNTED_BY = ["dossier", "section", "level", "variant"] as const;

export interface AnchorCount {
  dossier: string;
  by: (typeof COUNTED_BY)[number];
  /** Id of the dossier or variant, the section, or the level in words. */
  value: string;
  core: number;
  marginal: number;
  statements: number;
}

export interface FacetCount {
  partner: string;
  dossier: string;
  core: number;
  marginal: number;
}

/** The level that holds for a statement: its own, its unit's, that of a unit above, or the dossier's. */
function levelOf(dossier: Dossier, statement: Statement): Level | null {
  if (statement.level) return statement.level;
  for (let id: string | null = statement.unit; id !== null; ) {
    const unit = dossier.units.find((one) => one.id === id);
    if (unit?.level) return unit.level;
    id = unit?.parent ?? null;
  }
  return dossier.level;
}

/** The levels that a statement holds for: its own or its unit's; else those of its variants; else the dossier's. */
export function levelsOf(dossier: Dossier, statement: Statement): Level[] {
  const own = levelOf({ ...dossier, level: null }, statement);
  if (own !== null) return [own];
  const variants = (dossier.variants ?? []).filter(({ id }) => statement.variants?.[id] !== undefined);
  const levels = variants.length > 0 ? variants.map(({ level }) => level) : [dossier.level];
  return levels.filter((level) => level !== null);
}

function valuesOf(dossier: Dossier, statement: Statement): [by: AnchorCount["by"], value: string][] {
  const level = levelOf(dossier, statement);
  return [
    ["dossier", dossier.id],
    ["section", statement.section],
    ...(level ? [["level", level.label] as ["level", string]] : []),
    ...Object.keys(statement.variants ?? {}).map((id): ["variant", string] => ["variant", id]),
  ];
}

/** Rows by dossier, then in the order of {@link COUNTED_BY}, then of first appearance; a dossier without statements has none. */
export function countBy(dossiers: readonly Dossier[], found: readonly (readonly ThemeFinding[])[]): AnchorCount[] {
  return dossiers.flatMap((dossier, d) => {
    const rows = new Map<string, AnchorCount>();
    for (const [i, statement] of dossier.statements.entries()) {
      for (const [by, value] of valuesOf(dossier, statement)) {
        const key = `${by} ${value}`;
        const row = rows.get(key) ?? { dossier: dossier.id, by, value, core: 0, marginal: 0, statements: 0 };
        row.statements++;
        if (found[d]?.[i]?.label === "kern") row.core++;
        if (found[d]?.[i]?.label === "rand") row.marginal++;
        rows.set(key, row);
      }
    }
    return COUNTED_BY.flatMap((by) => [...rows.values()].filter((row) => row.by === by));
  });
}

/** The matrix partner × dossier: each partner for each dossier, zeros too. */
export function facetCounts(
  dossiers: readonly Dossier[],
  found: readonly (readonly ThemeFinding[])[],
  partners: readonly string[],
): FacetCount[] {
  return partners.flatMap((partner) =>
    dossiers.map((dossier, d) => {
      const own = (found[d] ?? []).filter((finding) => finding.partners.includes(partner));
      return {
        partner,
        dossier: dossier.id,
        core: own.filter(({ label }) => label === "kern").length,
        marginal: own.filter(({ label }) => label === "rand").length,
      };
    }),
  );
}
