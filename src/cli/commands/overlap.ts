import { OVERLAP_UNITS, overlap } from "../../compare/index.js";
import type { Row } from "../../export/index.js";
import { UsageError } from "../errors.js";
import { checkOutput, table, write } from "../output.js";
import { loadThemed, type ThemeFlags } from "../theme.js";

/** `ankerpunt overlap`: what dossiers share. */
export async function overlapCommand(
  paths: string[],
  flags: ThemeFlags & { by?: string; threshold?: number },
): Promise<void> {
  checkOutput(flags);
  const by = OVERLAP_UNITS.find((unit) => unit === (flags.by ?? "dossier"));
  if (!by) throw new UsageError(`--by ${flags.by}: one of ${OVERLAP_UNITS.join(", ")}`);
  const corpus = await loadThemed(paths, flags);
  const result = overlap(corpus, { by, ...(flags.threshold === undefined ? {} : { threshold: flags.threshold }) });
  const fields = [
    "a",
    "b",
    "aStatements",
    "bStatements",
    "identical",
    "near",
    "bIdentical",
    "bNear",
    "aInB",
    "bInA",
    "jaccard",
    "similarity",
    "competencies",
  ];
  const rows = result.cells as unknown as Row[];
  await write({ json: result, rows, fields, text: () => table(rows, fields) }, flags);
}
