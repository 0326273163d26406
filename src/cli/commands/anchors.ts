import { type AnchorsResult, findAnchors } from "../../compare/index.js";
import type { Row } from "../../export/index.js";
import { ThemeError } from "../../themes/index.js";
import { load, type ReadFlags } from "../load.js";
import { checkOutput, FailedError, table, write } from "../output.js";
import { readTheme } from "../theme.js";

/** `ankerpunt anchors`: where a theme comes up. */
export async function anchorsCommand(paths: string[], flags: ReadFlags & { theme?: string }): Promise<void> {
  checkOutput(flags);
  const theme = await readTheme(flags.theme);
  const corpus = await load(paths, flags);
  let result: AnchorsResult;
  try {
    result = findAnchors(corpus, theme);
  } catch (error) {
    if (error instanceof ThemeError) throw new FailedError(error.message);
    throw error;
  }
  const rows = result.statements.map(
    ({ partners, rules, evidence, text, ...statement }): Row => ({
      ...statement,
      partners: partners.join(" "),
      rules: rules.join(" "),
      words: text === null ? null : evidence.map(({ start, end }) => text.slice(start, end)).join(" … "),
      text,
    }),
  );
  const fields = ["dossier", "unit", "id", "section", "label", "score", "partners", "rules", "words", "text"];
  await write({ json: result, rows, fields, text: () => overview(result) }, flags);
}

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
