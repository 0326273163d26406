import { type AnchorStatement, type AnchorsResult, findAnchors, findGaps } from "../../compare/index.js";
import type { Row } from "../../export/index.js";
import { load, type ReadFlags } from "../load.js";
import { checkOutput, table, write } from "../output.js";
import { readTheme, refusing } from "../theme.js";

const FIELDS = ["dossier", "unit", "id", "section", "label", "score", "partners", "rules", "words", "text"];

/** `ankerpunt anchors`: where a theme comes up; with `--gaps`, where what others ask is missing. */
export async function anchorsCommand(
  paths: string[],
  flags: ReadFlags & { theme?: string; gaps?: boolean },
): Promise<void> {
  checkOutput(flags);
  const theme = await readTheme(flags.theme);
  const corpus = await load(paths, flags);
  if (flags.gaps) {
    const result = refusing(() => findGaps(corpus, theme));
    const rows = result.gaps.flatMap(({ dossier, missing }) =>
      missing.map(
        ({ nearest, ...gap }): Row => ({
          missingIn: dossier,
          ...cells(gap),
          nearest: nearest?.id,
          similarity: nearest?.similarity,
        }),
      ),
    );
    const fields = ["missingIn", ...FIELDS, "nearest", "similarity"];
    const text = (): string => table(rows, ["missingIn", "dossier", "partners", "text", "similarity"]);
    return write({ json: result, rows, fields, text }, flags);
  }
  const result = refusing(() => findAnchors(corpus, theme));
  await write(
    { json: result, rows: result.statements.map(cells), fields: FIELDS, text: () => overview(result) },
    flags,
  );
}

const cells = ({ partners, rules, evidence, text, ...statement }: AnchorStatement): Row => ({
  ...statement,
  partners: partners.join(" "),
  rules: rules.join(" "),
  words: text === null ? null : evidence.map(({ start, end }) => text.slice(start, end)).join(" … "),
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
