import { type MatchOptions, match, OVERLAP_UNITS, overlap, SelectionError } from "../compare/index.js";
import { type CorpusOptions, withoutText } from "../corpus.js";
import { type AuditedDocument, auditPage, type Row } from "../export/index.js";
import { SIGNALS, type Signal } from "../features/index.js";
import { type Corpus, DOSSIER_KINDS, type DossierKind } from "../model.js";
import { loadCorpus, readInputs, writeAtomic } from "../node/index.js";
import { auditDocument } from "../parse/index.js";
import { ReadError, readDocument } from "../read/index.js";
import { repairText } from "../repair/index.js";
import { DEFAULT_WEIGHTS, type SignalWeights } from "../similarity/index.js";
import {
  checkOutput,
  FailedError,
  type OutputOptions,
  print,
  table,
  UsageError,
  warnSkipped,
  write,
} from "./output.js";

export interface ReadFlags extends OutputOptions {
  repair?: boolean;
  kind?: string;
  maxMb?: number;
}

function corpusOptions({ repair, kind, maxMb }: ReadFlags): CorpusOptions {
  if (kind !== undefined && !DOSSIER_KINDS.includes(kind as DossierKind)) {
    throw new UsageError(`--kind ${kind}: one of ${DOSSIER_KINDS.join(", ")}`);
  }
  return {
    ...(repair === false ? { repair: false } : {}),
    ...(kind === undefined ? {} : { kind: kind as DossierKind }),
    ...(maxMb === undefined ? {} : { maxMb }),
  };
}

async function load(paths: readonly string[], flags: ReadFlags): Promise<Corpus> {
  const options = corpusOptions(flags);
  let corpus: Corpus;
  try {
    corpus = await loadCorpus(paths, options);
  } catch (error) {
    if (error instanceof SelectionError) throw new UsageError(error.message);
    if (error instanceof ReadError) throw new FailedError(error.message);
    throw error;
  }
  warnSkipped(corpus.skipped);
  if (corpus.dossiers.length === 0) throw new FailedError("nothing could be read");
  return corpus;
}

/** `ankerpunt extract`: the decoded text that all offsets refer to. */
export async function extract(paths: string[], flags: { out?: string; maxMb?: number }): Promise<void> {
  checkOutput(flags);
  const { files, skipped } = await readInputs(paths);
  const texts: string[] = [];
  for (const { file, bytes } of files) {
    try {
      const source = await readDocument(bytes, file, flags.maxMb === undefined ? {} : { maxMb: flags.maxMb });
      if (source.format === "corpus") throw new ReadError("a corpus: it has no source text");
      texts.push(source.text);
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      skipped.push({ file, reason: error.message });
    }
  }
  warnSkipped(skipped);
  if (texts.length === 0) throw new FailedError("nothing could be read");
  const content = texts.join("\n");
  if (flags.out === undefined) await print(content);
  else await writeAtomic(flags.out, content);
}

/** `ankerpunt parse --audit`: a page that shows where every passage of the documents went. */
export async function audit(paths: string[], flags: ReadFlags): Promise<void> {
  checkOutput(flags);
  if (flags.json || flags.csv) throw new UsageError("--audit writes an HTML page: leave out --json and --csv");
  const options = corpusOptions(flags);
  const { files, skipped } = await readInputs(paths);
  const documents: AuditedDocument[] = [];
  for (const { file, bytes } of files) {
    try {
      const source = await readDocument(bytes, file, flags.maxMb === undefined ? {} : { maxMb: flags.maxMb });
      if (source.format === "corpus") throw new ReadError("a corpus: it has no source text to show");
      const repaired = repairText(source.text, { repair: options.repair !== false && !source.rows, known: source });
      const found = auditDocument(source, repaired, options.kind ? { kind: options.kind } : {});
      documents.push({ file, text: source.text, ...found });
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      skipped.push({ file, reason: error.message });
    }
  }
  warnSkipped(skipped);
  if (documents.length === 0) throw new FailedError("nothing could be read");
  const page = auditPage(documents);
  if (flags.out === undefined) await print(page);
  else await writeAtomic(flags.out, page);
}

/** `ankerpunt parse`: dossiers, units and statements. */
export async function parse(paths: string[], flags: ReadFlags & { text?: boolean }): Promise<void> {
  checkOutput(flags);
  const read = await load(paths, flags);
  const corpus = flags.text === false ? withoutText(read) : read;
  const rows: Row[] = corpus.dossiers.flatMap((dossier) => {
    const units = new Map(dossier.units.map((unit) => [unit.id, unit]));
    return dossier.statements.map((statement) => ({
      dossier: dossier.id,
      unit: statement.unit,
      code: units.get(statement.unit)?.code,
      section: statement.section,
      id: statement.id,
      text: statement.text,
      lead: statement.lead,
      scope: statement.scope,
      start: statement.source.start,
      end: statement.source.end,
    }));
  });
  const summary: Row[] = corpus.dossiers.map(({ id, kind, units, statements, repairs, warnings, coverage }) => {
    const total = Object.values(coverage).reduce((sum, n) => sum + n, 0);
    const percent = (n: number): string => (total === 0 ? "–" : `${((100 * n) / total).toFixed(1)}%`);
    return {
      dossier: id,
      kind,
      units: units.length,
      statements: statements.length,
      repairs: repairs.length,
      warnings: warnings.length,
      "in statements": percent(coverage.statements),
      background: percent(coverage.background),
      unparsed: percent(coverage.unparsed),
    };
  });
  await write(
    {
      json: corpus,
      rows,
      fields: ["dossier", "unit", "code", "section", "id", "text", "lead", "scope", "start", "end"],
      text: () => table(summary, Object.keys(summary[0] ?? {})),
    },
    flags,
  );
}

/** `ankerpunt overlap`: what dossiers share. */
export async function overlapCommand(
  paths: string[],
  flags: ReadFlags & { by?: string; threshold?: number },
): Promise<void> {
  checkOutput(flags);
  const by = OVERLAP_UNITS.find((unit) => unit === (flags.by ?? "dossier"));
  if (!by) throw new UsageError(`--by ${flags.by}: one of ${OVERLAP_UNITS.join(", ")}`);
  const corpus = await load(paths, flags);
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

/** `ankerpunt match`: the most similar statements. */
export async function matchCommand(
  a: string,
  b: string | undefined,
  flags: ReadFlags & { top?: number; min?: number; signals?: string },
): Promise<void> {
  checkOutput(flags);
  const options: MatchOptions = {
    ...(flags.top === undefined ? {} : { top: flags.top }),
    ...(flags.min === undefined ? {} : { min: flags.min }),
    ...(flags.signals === undefined ? {} : { signals: readSignals(flags.signals) }),
  };
  const left = await load([a], flags);
  const right = b === undefined ? undefined : await load([b], flags);
  let result: ReturnType<typeof match>;
  try {
    result = match(left, right, options);
  } catch (error) {
    if (error instanceof SelectionError) throw new FailedError(error.message);
    throw error;
  }
  const rows = result.rows as unknown as Row[];
  const fields = ["a", "b", "score", "rank"];
  await write({ json: result, rows, fields, text: () => table(rows, fields) }, flags);
}

function readSignals(list: string): "words" | SignalWeights {
  const names = list.split(",").map((name) => name.trim());
  if (names.length === 1 && names[0] === "words") return "words";
  const weights: SignalWeights = {};
  for (const name of names) {
    if (!SIGNALS.includes(name as Signal)) {
      throw new UsageError(`--signals ${list}: "words" alone, or a list of ${SIGNALS.join(", ")}`);
    }
    weights[name as Signal] = DEFAULT_WEIGHTS[name as Signal] ?? 1;
  }
  return weights;
}
