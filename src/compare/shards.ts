/** Parts of one match that were made apart, put together. */
import * as v from "valibot";
import type { Settings } from "../model.js";
import { readJson } from "../read/index.js";
import type { MatchResult } from "./matching.js";

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const matchResult: v.GenericSchema<unknown, MatchResult> = v.object({
  schema: v.literal("ankerpunt/match@1"),
  generator: v.object({ name: v.literal("ankerpunt"), version: v.string() }),
  settings: v.custom<Settings>((value) => typeof value === "object" && value !== null && !Array.isArray(value)),
  shard: v.exactOptional(v.object({ index: count, of: count, input: v.string() })),
  rows: v.array(v.object({ a: v.string(), b: v.string(), score: v.number(), rank: count })),
  skipped: v.array(v.object({ file: v.string(), reason: v.string() })),
});

/**
 * The JSON of a match, read back.
 * @returns the match, or one line that says what is wrong with it
 */
export function readMatch(json: string): MatchResult | string {
  let value: unknown;
  try {
    value = readJson(json);
  } catch (error) {
    return (error as Error).message;
  }
  const result = v.safeParse(matchResult, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  return `not the output of match: ${v.getDotPath(issue) ?? "the document"}: ${issue.message}`;
}

/** Shards that do not make a whole; the message is one line. */
export class ShardError extends Error {
  override name = "ShardError";
}

/** A part of a match but for its rows, with the name to speak of it by. */
export interface ShardHead {
  name: string;
  head: Omit<MatchResult, "rows">;
}

/**
 * Checks that parts make one whole: all of the same version, settings and inputs, each part once and none missing.
 * @returns the whole but for its rows, and the places of the parts in order
 * @throws ShardError otherwise
 */
export function shardOrder(parts: readonly ShardHead[]): { head: Omit<MatchResult, "rows">; order: number[] } {
  const first = parts[0];
  if (!first) throw new ShardError("no shards: name the files that match --shard wrote");
  const same: [what: string, of: (head: ShardHead["head"]) => unknown][] = [
    ["another version of the program", ({ generator }) => generator],
    ["other settings", ({ settings }) => settings],
    ["another number of shards", ({ shard }) => shard?.of],
    ["other inputs", ({ shard }) => shard?.input],
    ["other skipped files", ({ skipped }) => skipped],
  ];
  const places: number[] = [];
  for (const [place, { name, head }] of parts.entries()) {
    if (!head.shard) throw new ShardError(`${name} is not a shard: make it with match --shard i/n --json`);
    for (const [what, of] of same) {
      if (JSON.stringify(of(head)) === JSON.stringify(of(first.head))) continue;
      throw new ShardError(`${name} was made with ${what} than ${first.name}: make all shards in the same way`);
    }
    const { index } = head.shard;
    const twin = places[index - 1];
    if (twin !== undefined) throw new ShardError(`${name} and ${parts[twin]?.name} are both shard ${index}`);
    places[index - 1] = place;
  }
  const { shard, ...head } = first.head;
  const of = shard?.of ?? 0;
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((index) => places[index - 1] === undefined);
  if (missing.length > 0) throw new ShardError(`of ${of} shards these are missing: ${missing.join(", ")}`);
  return { head, order: places };
}

/**
 * The parts that `match` made with `shard`, as the match without.
 * @throws ShardError where they do not make one whole
 */
export function mergeShards(parts: readonly MatchResult[]): MatchResult {
  const heads = parts.map(({ rows: _, ...head }, i) => ({ name: `part ${i + 1} of the list`, head }));
  const { head, order } = shardOrder(heads);
  const { skipped, ...rest } = head;
  return { ...rest, rows: order.flatMap((place) => parts[place]?.rows ?? []), skipped };
}
