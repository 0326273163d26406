import { compareVersions, SelectionError, type VersionsResult, type WordChange } from "../../compare/index.js";
import type { Row } from "../../export/index.js";
import type { Dossier } from "../../model.js";
import { FailedError, UsageError } from "../errors.js";
import { load, type ReadFlags } from "../load.js";
import { checkOutput, table, write } from "../output.js";

const FIELDS = ["status", "elsewhere", "old", "new", "oldUnit", "newUnit", "score", "oldText", "newText", "diff"];

/** `ankerpunt versions`: what changed between two versions of one document. */
export async function versionsCommand(
  before: string,
  after: string,
  flags: ReadFlags & { threshold?: number },
): Promise<void> {
  checkOutput(flags);
  const [old, now] = [await single(before, flags), await single(after, flags)];
  let result: VersionsResult;
  try {
    result = compareVersions(old, now, flags.threshold === undefined ? {} : { threshold: flags.threshold });
  } catch (error) {
    if (error instanceof SelectionError) throw new FailedError(error.message);
    throw error;
  }
  const rows = result.statements.map((row): Row => ({ ...row, diff: row.diff === null ? null : marked(row.diff) }));
  const text = (): string => {
    const counts = Object.entries(result.counts).map(([status, statements]) => ({ status, statements }));
    const units = result.units.filter(({ status }) => status !== "kept");
    const changes = rows
      .filter(({ status }) => status !== "kept")
      .map((row) => ({
        status: row.status,
        old: row.oldUnit,
        new: row.newUnit,
        text: row.diff ?? row.newText ?? row.oldText,
      }));
    return [
      table(counts, ["status", "statements"]),
      ...(units.length > 0
        ? [table(units as unknown as Row[], ["status", "kind", "oldCode", "oldTitle", "newCode", "newTitle"])]
        : []),
      ...(changes.length > 0 ? [table(changes, ["status", "old", "new", "text"])] : []),
    ].join("\n\n");
  };
  await write({ json: result, rows, fields: FIELDS, text }, flags);
}

async function single(path: string, flags: ReadFlags): Promise<Dossier> {
  const { dossiers } = await load([path], flags);
  const [first, second] = dossiers;
  if (!first || second) {
    throw new UsageError(`${path} holds ${dossiers.length} dossiers: name one, as ${path}#${dossiers[0]?.id ?? "id"}`);
  }
  return first;
}

/** Changed words as wdiff marks them: [-gone-] and {+new+}. */
const marked = (diff: readonly WordChange[]): string =>
  diff
    .map((part) => (part.in === "both" ? part.text : part.in === "old" ? `[-${part.text}-]` : `{+${part.text}+}`))
    .join("");
