import {
  type AnchorsResult,
  compareLevels,
  type DossierLevels,
  findAnchors,
  type ThemeAtLevel,
  themeByLevel,
} from "../../compare/index.js";
import type { Row } from "../../export/index.js";
import { SCALES } from "../../language/depth.js";
import type { Corpus } from "../../model.js";
import { type Theme, ThemeError } from "../../themes/index.js";
import { FailedError } from "../errors.js";
import { load, type ReadFlags } from "../load.js";
import { checkOutput, table, write } from "../output.js";
import { readTheme } from "../theme.js";

const FIELDS = ["dossier", "id", "unit", "of", "variant", "mark"];

/** `ankerpunt levels`: variants and their ladder, and the level that wording shows. */
export async function levelsCommand(
  paths: string[],
  flags: ReadFlags & { threshold?: number; theme?: string },
): Promise<void> {
  checkOutput(flags);
  const theme = flags.theme === undefined ? null : await readTheme(flags.theme);
  const corpus = await load(paths, flags);
  const result = compareLevels(corpus, flags.threshold === undefined ? {} : { threshold: flags.threshold });
  const rows = result.dossiers.flatMap(({ dossier, statements }) =>
    statements.flatMap(({ id, unit, of, variants }) =>
      Object.entries(variants).map(([variant, mark]): Row => ({ dossier, id, unit, of, variant, mark })),
    ),
  );
  const growth = theme === null ? null : themeByLevel(anchorsOf(corpus, theme), result.dossiers);
  const pages = result.dossiers.map(page);
  if (growth) pages.push(growthTable(growth));
  const json = theme === null ? result : { ...result, theme: { id: theme.id, hash: theme.hash, levels: growth } };
  await write({ json, rows, fields: FIELDS, text: () => pages.join("\n\n\n") }, flags);
}

function anchorsOf(corpus: Corpus, theme: Theme): AnchorsResult {
  try {
    return findAnchors(corpus, theme);
  } catch (error) {
    if (error instanceof ThemeError) throw new FailedError(error.message);
    throw error;
  }
}

/** How a theme grows, for people. */
const growthTable = (growth: readonly ThemeAtLevel[]): string =>
  table(
    growth.map(
      ({ level, added, dropped, dossier, of, variant, statements, core, marginal, share }): Row => ({
        dossier,
        of,
        variant,
        level: level?.label,
        statements,
        core,
        marginal,
        share,
        "core added": added.core.length,
        "core dropped": dropped.core.length,
      }),
    ),
    ["dossier", "of", "variant", "level", "statements", "core", "marginal", "share", "core added", "core dropped"],
  );

/** What a person reads of one dossier: its ladder, then its profile. */
function page({ dossier, counts, overlap, progression, profile }: DossierLevels): string {
  const ladder: [readonly object[], string[]][] = [
    [counts, ["of", "variant", "full", "partial"]],
    [overlap, ["of", "a", "b", "aInB", "bInA", "shared"]],
    [progression, ["of", "from", "to", "kept", "grown", "new", "dropped"]],
  ];
  const parts = ladder.filter(([list]) => list.length > 0).map(([list, fields]) => table(list as Row[], fields));
  if (profile === null)
    return [dossier, ...parts, "no level hits in this corpus: make it anew with parse"].join("\n\n");
  const whole = [{ of: "dossier", level: profile.level, scales: profile.scales }];
  const variants = profile.variants.map(({ variant, level, scales }) => ({ of: variant, level, scales }));
  const scales = [...whole, ...variants].flatMap(({ of, level, scales: own }) =>
    SCALES.map(({ id, steps }): Row => {
      const found = own[id];
      return {
        of,
        stated: level?.label,
        scale: id,
        statements: found?.statements ?? 0,
        mean: found?.mean,
        median: found === null ? null : steps[Math.ceil(found.median) - 1]?.id,
        below: found?.stated?.below,
        at: found?.stated?.at,
        above: found?.stated?.above,
      };
    }),
  );
  return [dossier, ...parts, table(scales, Object.keys(scales[0] ?? {}))].join("\n\n");
}
