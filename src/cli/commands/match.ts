import { availableParallelism } from "node:os";
import { Matching, type MatchOptions, SelectionError, type Shard } from "../../compare/index.js";
import type { Row } from "../../export/index.js";
import { collectNow, collectOften, runPart, share } from "../../node/index.js";
import { type JoinCost, Neighbours } from "../../similarity/index.js";
import { MATCH_WORKER } from "../addresses.js";
import { FailedError, UsageError } from "../errors.js";
import { load, type ReadFlags } from "../load.js";
import { checkOutput, ManyRows, tableChunks, write } from "../output.js";
import { Progress } from "../progress.js";
import { asksGiven, type SignalFlags, signalOptions } from "../signals.js";

export const MATCH_FIELDS = ["a", "b", "score", "rank"];

export interface MatchFlags extends ReadFlags, SignalFlags {
  top?: number;
  min?: number;
  shard?: string;
  cost?: boolean;
  workers?: number;
}

/** From so many statements on a thread is worth its start. */
const WORTH_WORKERS = 5000;
const MAX_WORKERS = 8;

/** `ankerpunt match`: the most similar statements. */
export async function matchCommand(a: string, b: string | undefined, flags: MatchFlags): Promise<void> {
  checkOutput(flags);
  asksGiven(flags); // wrong usage is told before any work is done
  const read: MatchOptions = {
    ...(flags.top === undefined ? {} : { top: flags.top }),
    ...(flags.min === undefined ? {} : { min: flags.min }),
    ...(flags.shard === undefined ? {} : { shard: readShard(flags.shard) }),
  };
  if (read.shard && !flags.json) throw new UsageError("--shard needs --json: merge reads it and makes the other forms");
  if (flags.signals !== "words") collectOften();
  const matching = await prepared(a, b, read, flags);
  const progress = new Progress("match");
  const { own, parts } = matching.split(threadsFor(matching, flags));
  if (parts.length > 0) {
    collectNow();
    share(parts);
  }
  const threads = parts.map((part) => runPart(MATCH_WORKER, part));
  const first = matching.run((done) => progress.show(done), own);
  const made = [first, ...(await Promise.all(threads))];
  progress.end();
  const neighbours = Neighbours.joined(made.map((joined) => joined.neighbours));
  if (flags.cost) {
    const sum = (key: keyof JoinCost): number => made.reduce((total, { cost }) => total + cost[key], 0);
    process.stderr.write(
      `ankerpunt: ${sum("multiplyAdds")} multiply-adds, ${sum("met")} pairs met, ${sum("scored")} pairs scored, ${neighbours.total} rows\n`,
    );
  }
  const rows = { size: neighbours.total, [Symbol.iterator]: () => matching.rows(neighbours) };
  await write(
    {
      json: new ManyRows(documentOf(matching.head), matching.columns(neighbours)),
      rows: rows as unknown as Iterable<Row>,
      fields: MATCH_FIELDS,
      text: () => tableChunks(rows as unknown as Iterable<Row>, MATCH_FIELDS),
    },
    flags,
  );
}

/** The document with its rows where they stand in the result: before what was skipped. */
export const documentOf = ({ skipped, ...head }: Matching["head"]): object => ({ ...head, rows: [], skipped });

/** Reads the documents, of which nothing but what the match keeps outlives this. */
async function prepared(a: string, b: string | undefined, read: MatchOptions, flags: MatchFlags): Promise<Matching> {
  const left = await load([a], flags);
  const right = b === undefined ? undefined : await load([b], flags);
  const options: MatchOptions = { ...read, ...(await signalOptions(flags, right ? [left, right] : [left])) };
  // The full score comes with all it knows of words; the signal words has no need of it.
  const scoring = options.signals === "words" ? null : (await import("../../compare/full-scores.js")).fullScores;
  // What reading left behind.
  if (scoring) collectNow();
  try {
    return new Matching(left, right, options, scoring);
  } catch (error) {
    if (error instanceof SelectionError) throw new FailedError(error.message);
    throw error;
  }
}

/** How many threads make the match, where it can be made in threads. */
function threadsFor({ size }: Matching, { workers }: MatchFlags): number {
  return workers ?? (Math.min(...size) >= WORTH_WORKERS ? Math.min(MAX_WORKERS, availableParallelism()) : 1);
}

function readShard(value: string): Shard {
  const [, index, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []).map(Number);
  if (!index || !of || index > of) throw new UsageError(`--shard ${value}: i/n, with i from 1 to n`);
  return { index, of };
}
