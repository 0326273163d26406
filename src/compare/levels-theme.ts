/** How a theme grows over levels. */
import type { Level, ThemeLabel } from "../model.js";
import { roundScore } from "../similarity/index.js";
import type { AnchorStatement, AnchorsResult } from "./anchors.js";
import type { DossierLevels } from "./levels.js";
import type { Ladder } from "./levels-ladder.js";

export interface ThemeAtLevel {
  dossier: string;
  /** The ladder that is counted, or all statements of a dossier without variants. */
  of: Ladder | "dossier";
  /** Id of the variant; null for a dossier without variants. */
  variant: string | null;
  level: Level | null;
  statements: number;
  /** Of those, statements labelled kern, and rand. */
  core: number;
  marginal: number;
  /** core / statements, 0..1; null without statements. */
  share: number | null;
  /** How often each partner is named in the kern statements, by its id, sorted. */
  partners: Record<string, number>;
  /** Ids of what the level adds to the one before and of what it drops; for the first level nothing. */
  added: { core: string[]; marginal: string[] };
  dropped: { core: string[]; marginal: string[] };
}

/**
 * A theme level by level: for every variant of a document, ladder by ladder, how many of its statements carry the theme
 * and which of them are new there; for a document without variants one row at the level that it states.
 * @param levels of the dossiers of the corpus that `anchors` is of; a statement that `anchors` does not know counts as geen
 */
export function themeByLevel(anchors: AnchorsResult, levels: readonly DossierLevels[]): ThemeAtLevel[] {
  const found = new Map(anchors.statements.map((statement) => [statement.id, statement]));
  return levels.flatMap((dossier) => {
    if (dossier.variants.length > 0) return ladderRows(dossier, found);
    const own = anchors.statements.filter((statement) => statement.dossier === dossier.dossier);
    return [{ ...base(dossier, own), of: "dossier" as const, variant: null, level: dossier.level }];
  });
}

function ladderRows(dossier: DossierLevels, found: ReadonlyMap<string, AnchorStatement>): ThemeAtLevel[] {
  const ladders = [...new Set(dossier.counts.map(({ of }) => of))];
  return ladders.flatMap((of) =>
    dossier.variants.map((variant) => {
      const own = dossier.statements
        .filter((statement) => statement.of === of && statement.variants[variant.id] !== undefined)
        .flatMap(({ id }) => found.get(id) ?? []);
      const step = dossier.progression.find((one) => one.of === of && one.to === variant.id);
      const labelled = (ids: readonly string[], label: ThemeLabel): string[] =>
        ids.filter((id) => found.get(id)?.label === label);
      const both = (ids: readonly string[] = []): ThemeAtLevel["added"] => ({
        core: labelled(ids, "kern"),
        marginal: labelled(ids, "rand"),
      });
      return {
        ...base(dossier, own),
        of,
        variant: variant.id,
        level: variant.level,
        added: both(step?.statements.new),
        dropped: both(step?.statements.dropped),
      };
    }),
  );
}

function base(
  { dossier }: DossierLevels,
  own: readonly AnchorStatement[],
): Omit<ThemeAtLevel, "of" | "variant" | "level"> {
  const core = own.filter(({ label }) => label === "kern");
  const partners = new Map<string, number>();
  for (const { partners: named } of core) {
    for (const partner of named) partners.set(partner, (partners.get(partner) ?? 0) + 1);
  }
  return {
    dossier,
    statements: own.length,
    core: core.length,
    marginal: own.filter(({ label }) => label === "rand").length,
    share: own.length === 0 ? null : roundScore(core.length / own.length),
    partners: Object.fromEntries([...partners].sort(([a], [b]) => (a < b ? -1 : 1))),
    added: { core: [], marginal: [] },
    dropped: { core: [], marginal: [] },
  };
}
