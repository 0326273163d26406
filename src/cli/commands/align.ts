import {
  ALIGN_BY,
  ALIGN_UNIT_KINDS,
  type AlignOptions,
  type AlignResult,
  align,
  SelectionError,
} from "../../compare/index.js";
import type { Row } from "../../export/index.js";
import { FailedError, UsageError } from "../errors.js";
import { checkOutput, table, write } from "../output.js";
import { loadThemed, type ThemeFlags } from "../theme.js";

export interface AlignFlags extends ThemeFlags {
  by?: string;
  unitKind?: string;
  threshold?: number;
}

/** Options of an alignment from the flags of a command. */
export function alignOptions(flags: AlignFlags): AlignOptions {
  const by = ALIGN_BY.find((one) => one === (flags.by ?? "unit"));
  if (!by) throw new UsageError(`--by ${flags.by}: one of ${ALIGN_BY.join(", ")}`);
  const unitKind = ALIGN_UNIT_KINDS.find((kind) => kind === flags.unitKind);
  if (flags.unitKind !== undefined && !unitKind) {
    throw new UsageError(`--unit-kind ${flags.unitKind}: one of ${ALIGN_UNIT_KINDS.join(", ")}`);
  }
  if (unitKind && by === "statement") throw new UsageError("--unit-kind goes with --by unit");
  return {
    by,
    ...(unitKind ? { unitKind } : {}),
    ...(flags.threshold === undefined ? {} : { threshold: flags.threshold }),
  };
}

const FIELDS = ["a", "b", "aCode", "bCode", "aTitle", "bTitle", "score", "relation"];

/** `ankerpunt align`: counterparts one to one, and what has none. */
export async function alignCommand(a: string, b: string, flags: AlignFlags): Promise<void> {
  checkOutput(flags);
  const options = alignOptions(flags);
  const [left, right] = [await loadThemed([a], flags), await loadThemed([b], flags)];
  let result: AlignResult;
  try {
    result = align(left, right, options);
  } catch (error) {
    if (error instanceof SelectionError) throw new FailedError(error.message);
    throw error;
  }
  const statements = options.by === "statement";
  const rows = result.pairs.map(({ evidence: _, ...pair }): Row => ({ ...pair }));
  const fields = [...FIELDS, ...(statements ? ["aText", "bText"] : ["aInB", "bInA"])];
  const shown = statements
    ? ["a", "b", "score", "relation", "aText", "bText"]
    : ["aCode", "aTitle", "bCode", "bTitle", "score", "relation"];
  const text = (): string => {
    const lone = [
      ...result.onlyA.map((side): Row => ({ only: "a", ...side })),
      ...result.onlyB.map((side): Row => ({ only: "b", ...side })),
    ];
    const parts = [table(rows, shown)];
    if (lone.length > 0) parts.push(table(lone, statements ? ["only", "id", "text"] : ["only", "code", "title"]));
    return parts.join("\n\n");
  };
  await write({ json: result, rows, fields, text }, flags);
}
