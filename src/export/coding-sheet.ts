import type { Corpus } from "../model.js";
import type { Theme } from "../themes/index.js";
import type { Table } from "./tables.js";

/** Column of a coder's labels, as `evaluate` knows it. */
const columnOf = (coder: string): string => (coder === "" ? "label" : `coder-${coder}`);

/**
 * A sheet on which one person codes every statement for a theme, without what the program or another found, and the
 * codebook's notes and examples beside it. A statement without text has an empty cell.
 * @param coder name of the coder, "" for a sheet with one column "label"
 */
export function codingSheet(corpus: Corpus, theme: Theme, coder: string): { statements: Table; codebook: Table } {
  const column = columnOf(coder);
  return {
    statements: {
      name: "statements",
      fields: ["id", "dossier", "unit", "section", "lead", "text", column, "remark"],
      rows: corpus.dossiers.flatMap((dossier) => {
        const titles = new Map(
          dossier.units.map(({ id, code, title }) => [id, [code, title].filter(Boolean).join(" ")]),
        );
        return dossier.statements.map(({ id, unit, section, lead, text }) => ({
          id,
          dossier: dossier.title,
          unit: titles.get(unit) ?? "",
          section,
          lead: lead ?? null,
          text,
          [column]: null,
          remark: null,
        }));
      }),
    },
    codebook: {
      name: "codebook",
      fields: ["label", "text"],
      rows: [
        { label: theme.title, text: theme.description },
        ...theme.notes.map((text) => ({ label: null, text })),
        ...theme.examples.map(({ label, text }) => ({ label, text })),
      ],
    },
  };
}
