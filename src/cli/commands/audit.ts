import { type AuditedDocument, auditPage } from "../../export/index.js";
import { readInputs, writeAtomic } from "../../node/index.js";
import { auditDocument } from "../../parse/index.js";
import { ReadError, readDocument } from "../../read/index.js";
import { repairText } from "../../repair/index.js";
import { FailedError, UsageError } from "../errors.js";
import { checkSelections, corpusOptions, type ReadFlags } from "../load.js";
import { checkOutput, print, warnSkipped } from "../output.js";

/** `ankerpunt parse --audit`: a page that shows where every passage of the documents went. */
export async function audit(paths: string[], flags: ReadFlags): Promise<void> {
  checkOutput(flags);
  if (flags.json || flags.csv) throw new UsageError("--audit writes an HTML page: leave out --json and --csv");
  const options = corpusOptions(flags);
  const { files, skipped } = await readInputs(paths);
  await checkSelections(files, options);
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
