import { join } from "node:path";
import { crosswalk, type Decision, SelectionError } from "../../compare/index.js";
import {
  EXPORT_FORMATS,
  ExportError,
  type ExportedCrosswalk,
  type ExportFormat,
  exportFiles,
} from "../../export/index.js";
import { GENERATOR } from "../../generator.js";
import type { Corpus, Dossier } from "../../model.js";
import { folderExists, isFile, makeFolder, writeAtomic } from "../../node/index.js";
import { readDecisionFile, warnUnknown } from "../decisions.js";
import { FailedError, UsageError } from "../errors.js";
import { table, write } from "../output.js";
import { naming } from "../sheets.js";
import { loadThemed } from "../theme.js";
import { type AlignFlags, alignOptions } from "./align.js";

export interface ExportFlags extends AlignFlags {
  to?: string;
  decisions?: string[];
}

/** Formats that hold mappings between dossiers. */
const MAPPED: readonly ExportFormat[] = ["case", "skos", "sssom"];

/** `ankerpunt export`: dossiers in the formats of others, a file or two for each. */
export async function exportCommand(paths: string[], { out, ...flags }: ExportFlags): Promise<void> {
  const format = EXPORT_FORMATS.find((one) => one === flags.to);
  if (!format) throw new UsageError(`--to ${flags.to ?? "FORMAT"}: one of ${EXPORT_FORMATS.join(", ")}`);
  if (out === undefined) throw new UsageError("export needs --out DIR: a folder for its files");
  if (!folderExists(out)) throw new UsageError(`--out ${out}: its folder is not there`);
  if (isFile(out)) throw new UsageError(`--out ${out}: is a file, a folder is wanted`);
  if (flags.json && flags.csv) throw new UsageError("--json and --csv cannot be combined");
  alignOptions(flags);
  if (flags.decisions && !MAPPED.includes(format))
    throw new UsageError(`--decisions goes with --to ${MAPPED.join(", ")}`);
  const corpus = await loadThemed(paths, flags);
  const decisions = (await Promise.all((flags.decisions ?? []).map(readDecisionFile))).flatMap((one) => one.decisions);
  const crosswalks = crosswalksOf(corpus, format, decisions, flags);
  let files: Awaited<ReturnType<typeof exportFiles>>;
  try {
    files = await exportFiles(corpus.dossiers, format, { crosswalks });
  } catch (error) {
    if (error instanceof ExportError) throw new FailedError(error.message);
    throw error;
  }
  // Nothing is written before everything is there.
  await makeFolder(out);
  for (const { name, content } of files) await writeAtomic(join(out, name), content);
  const rows = files.map(({ name, content }) => ({
    file: name,
    bytes: typeof content === "string" ? new TextEncoder().encode(content).length : content.length,
  }));
  const fields = ["file", "bytes"];
  const settings = { corpus: corpus.settings, to: format, decisions: decisions.length };
  const json = { schema: "ankerpunt/export@1", generator: GENERATOR, settings, files: rows, skipped: corpus.skipped };
  await write({ json, rows, fields, text: () => table(rows, fields) }, flags);
}

/**
 * The crosswalks of every two dossiers: all of them for SSSOM, which is about nothing else; for CASE and SKOS those with
 * pairs that a person confirmed.
 */
function crosswalksOf(
  corpus: Corpus,
  format: ExportFormat,
  decisions: readonly Decision[],
  flags: ExportFlags,
): ExportedCrosswalk[] {
  const sssom = format === "sssom";
  if (!MAPPED.includes(format) || (!sssom && decisions.length === 0)) return [];
  if (corpus.dossiers.length < 2) {
    throw new FailedError("a mapping is between two dossiers: fewer than two were read");
  }
  const options = alignOptions(flags);
  const one = (dossier: Dossier): Corpus => ({ ...corpus, dossiers: [dossier] });
  const found: ExportedCrosswalk[] = [];
  let unknown = [...decisions];
  let reason = "";
  for (const [i, a] of corpus.dossiers.entries()) {
    for (const b of corpus.dossiers.slice(i + 1)) {
      try {
        const result = naming("--decisions", (flags.decisions ?? []).join(", "), () =>
          crosswalk(one(a), one(b), decisions, options),
        );
        const strange = new Set(result.unknown);
        unknown = unknown.filter((one) => strange.has(one));
        if (sssom || result.pairs.some(({ mapping }) => mapping === "confirmed")) found.push({ a, b, result });
      } catch (error) {
        if (!(error instanceof SelectionError)) throw error;
        reason = error.message;
        process.stderr.write(`ankerpunt: ${a.id} and ${b.id}: ${reason}\n`);
      }
    }
  }
  warnUnknown(flags.decisions ?? [], unknown);
  if (sssom && found.length === 0) throw new FailedError(reason);
  return found;
}
