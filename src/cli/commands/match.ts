import { Matching, type MatchOptions, SelectionError, type Shard } from "../../compare/index.js";
import type { Row } from "../../export/index.js";
import { load, type ReadFlags } from "../load.js";
import { checkOutput, FailedError, ManyRows, tableChunks, UsageError, write } from "../output.js";
import { Progress } from "../progress.js";
import { readSignals } from "../signals.js";

export const MATCH_FIELDS = ["a", "b", "score", "rank"];

export interface MatchFlags extends ReadFlags {
  top?: number;
  min?: number;
  signals?: string;
  shard?: string;
  cost?: boolean;
}

/** `ankerpunt match`: the most similar statements. */
export async function matchCommand(a: string, b: string | undefined, flags: MatchFlags): Promise<void> {
  checkOutput(flags);
  const options: MatchOptions = {
    ...(flags.top === undefined ? {} : { top: flags.top }),
    ...(flags.min === undefined ? {} : { min: flags.min }),
    ...(flags.signals === undefined ? {} : { signals: readSignals(flags.signals) }),
    ...(flags.shard === undefined ? {} : { shard: readShard(flags.shard) }),
  };
  if (options.shard && !flags.json)
    throw new UsageError("--shard needs --json: merge reads it and makes the other forms");
  const left = await load([a], flags);
  const right = b === undefined ? undefined : await load([b], flags);
  const progress = new Progress("match");
  const matching = prepared(() => new Matching(left, right, options));
  const { neighbours, cost } = matching.run((done) => progress.show(done));
  progress.end();
  if (flags.cost) {
    process.stderr.write(
      `ankerpunt: ${cost.multiplyAdds} multiply-adds, ${cost.met} pairs met, ${cost.scored} pairs scored, ${neighbours.total} rows\n`,
    );
  }
  const rows = { size: neighbours.total, [Symbol.iterator]: () => matching.rows(neighbours) };
  await write(
    {
      json: new ManyRows(documentOf(matching.head), rows),
      rows: rows as unknown as Iterable<Row>,
      fields: MATCH_FIELDS,
      text: () => tableChunks(rows as unknown as Iterable<Row>, MATCH_FIELDS),
    },
    flags,
  );
}

/** The document with its rows where they stand in the result: before what was skipped. */
export const documentOf = ({ skipped, ...head }: Matching["head"]): object => ({ ...head, rows: [], skipped });

function prepared(make: () => Matching): Matching {
  try {
    return make();
  } catch (error) {
    if (error instanceof SelectionError) throw new FailedError(error.message);
    throw error;
  }
}

function readShard(value: string): Shard {
  const [, index, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []).map(Number);
  if (!index || !of || index > of) throw new UsageError(`--shard ${value}: i/n, with i from 1 to n`);
  return { index, of };
}
