import { type MatchResult, type MatchRow, readMatch, ShardError, shardOrder } from "../../compare/index.js";
import type { Row } from "../../export/index.js";
import { readInputs } from "../../node/index.js";
import { FailedError } from "../errors.js";
import { checkOutput, ManyRows, type OutputOptions, tableChunks, write } from "../output.js";
import { documentOf, MATCH_FIELDS } from "./match.js";

/** `ankerpunt merge`: the parts that `match --shard` made, as one. One part at a time stands in memory. */
export async function mergeCommand(paths: string[], flags: OutputOptions): Promise<void> {
  checkOutput(flags);
  const { files, skipped } = await readInputs(paths);
  const [unread] = skipped;
  if (unread) throw new FailedError(`${unread.file}: ${unread.reason}`);
  let size = 0;
  const parts = files.map(({ file, bytes }) => {
    const { rows, ...head } = read(file, bytes);
    size += rows.length;
    return { name: file, head };
  });
  const { head, order } = ordered(() => shardOrder(parts));
  const rows = {
    size,
    *[Symbol.iterator](): IterableIterator<MatchRow> {
      for (const place of order) {
        const file = files[place];
        if (file) yield* read(file.file, file.bytes).rows;
      }
    },
  };
  await write(
    {
      json: new ManyRows(documentOf(head), rows),
      rows: rows as unknown as Iterable<Row>,
      fields: MATCH_FIELDS,
      text: () => tableChunks(rows as unknown as Iterable<Row>, MATCH_FIELDS),
    },
    flags,
  );
}

function read(file: string, bytes: Uint8Array): MatchResult {
  const result = readMatch(new TextDecoder().decode(bytes));
  if (typeof result === "string") throw new FailedError(`${file}: ${result}`);
  return result;
}

function ordered<T>(order: () => T): T {
  try {
    return order();
  } catch (error) {
    if (error instanceof ShardError) throw new FailedError(error.message);
    throw error;
  }
}
