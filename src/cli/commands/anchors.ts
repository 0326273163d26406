import {
  type AnchorStatement,
  type AnchorsResult,
  type DossierGaps,
  findAnchors,
  findGaps,
  type GapsResult,
} from "../../compare/index.js";
import type { Row } from "../../export/index.js";
import { UsageError } from "../errors.js";
import { load, type ReadFlags } from "../load.js";
import { evidenceWords } from "../measures.js";
import { checkOutput, table, write } from "../output.js";
import { readTheme, refusing } from "../theme.js";

const FIELDS = ["dossier", "unit", "id", "section", "label", "score", "partners", "rules", "words", "text"];

const GAP_FIELDS = ["missingIn", "gap", "askedIn", ...FIELDS, "nearest", "similarity"];

/** `ankerpunt anchors`: where a theme comes up; with `--gaps`, where what others ask is missing. */
export async function anchorsCommand(
  paths: string[],
  flags: ReadFlags & { theme?: string; gaps?: boolean; level?: number },
): Promise<void> {
  checkOutput(flags);
  if (flags.level !== undefined && !flags.gaps) throw new UsageError("--level goes with --gaps");
  const theme = await readTheme(flags.theme);
  const corpus = await load(paths, flags);
  if (flags.gaps) {
    const result = refusing(() => findGaps(corpus, theme, flags.level === undefined ? {} : { level: flags.level }));
    return write(
      { json: result, rows: result.gaps.flatMap(gapRows), fields: GAP_FIELDS, text: () => gapTable(result) },
      flags,
    );
  }
  const result = refusing(() => findAnchors(corpus, theme));
  await write(
    { json: result, rows: result.statements.map(cells), fields: FIELDS, text: () => overview(result) },
    flags,
  );
}

/** A row for each passage; those of one gap have its number. */
const gapRows = ({ dossier, missing, groups }: DossierGaps): Row[] =>
  missing.map(
    ({ nearest, group, ...gap }): Row => ({
      missingIn: dossier,
      gap: group + 1,
      askedIn: groups[group]?.dossiers.length,
      ...cells(gap),
      nearest: nearest?.id,
      similarity: nearest?.similarity,
    }),
  );

/** A row for each gap, with the first of its passages. */
function gapTable({ gaps }: GapsResult): string {
  const rows = gaps.flatMap((one) => {
    const passages = gapRows(one);
    return one.groups.map((group, n): Row => {
      const first = passages.find(({ gap }) => gap === n + 1);
      return { ...first, askedIn: group.dossiers.length, passages: group.statements.length };
    });
  });
  return table(rows, ["missingIn", "askedIn", "passages", "dossier", "partners", "text", "similarity"]);
}

const cells = ({ partners, rules, evidence, text, ...statement }: AnchorStatement): Row => ({
  ...statement,
  partners: partners.join(" "),
  rules: rules.join(" "),
  words: evidenceWords(text, evidence),
  text,
});

function overview({ units, counts, facets, none }: AnchorsResult): string {
  const dossiers = counts.filter(({ by }) => by === "dossier");
  const shown = units.filter(({ statements, under }) => statements > 0 || under.core + under.marginal > 0);
  const unnamed = new Set(none.map(({ unit }) => unit));
  const parts = [
    table(dossiers as unknown as Row[], ["dossier", "core", "marginal", "statements"]),
    table(shown as unknown as Row[], ["dossier", "code", "title", "label", "core", "marginal", "statements"]),
    table(facets.filter(({ core, marginal }) => core + marginal > 0) as unknown as Row[], [
      "partner",
      "dossier",
      "core",
      "marginal",
    ]),
  ];
  if (unnamed.size > 0) parts.push(table(none as unknown as Row[], ["dossier", "code", "title"]));
  return parts.join("\n\n");
}
