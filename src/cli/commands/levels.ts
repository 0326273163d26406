import { compareLevels, type DossierLevels } from "../../compare/index.js";
import type { Row } from "../../export/index.js";
import { SCALES } from "../../language/depth.js";
import { load, type ReadFlags } from "../load.js";
import { checkOutput, table, write } from "../output.js";

const FIELDS = ["dossier", "id", "unit", "of", "variant", "mark"];

/** `ankerpunt levels`: variants and their ladder, and the level that wording shows. */
export async function levelsCommand(paths: string[], flags: ReadFlags & { threshold?: number }): Promise<void> {
  checkOutput(flags);
  const corpus = await load(paths, flags);
  const result = compareLevels(corpus, flags.threshold === undefined ? {} : { threshold: flags.threshold });
  const rows = result.dossiers.flatMap(({ dossier, statements }) =>
    statements.flatMap(({ id, unit, of, variants }) =>
      Object.entries(variants).map(([variant, mark]): Row => ({ dossier, id, unit, of, variant, mark })),
    ),
  );
  const text = (): string => result.dossiers.map(page).join("\n\n\n");
  await write({ json: result, rows, fields: FIELDS, text }, flags);
}

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
