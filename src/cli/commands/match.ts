import { type MatchOptions, match, SelectionError } from "../../compare/index.js";
import type { Row } from "../../export/index.js";
import { load, type ReadFlags } from "../load.js";
import { checkOutput, FailedError, table, write } from "../output.js";
import { readSignals } from "../signals.js";

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
