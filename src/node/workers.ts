import { Worker } from "node:worker_threads";
import type { MatchOptions } from "../compare/index.js";
import type { CorpusOptions } from "../corpus/index.js";
import { type JoinCost, type Joined, type NeighbourColumns, Neighbours } from "../similarity/index.js";

/** What a thread needs to make its part of a match. */
export interface MatchPart {
  a: string;
  b: string | undefined;
  corpusOptions: CorpusOptions;
  /** With the shard that is its part. */
  matchOptions: MatchOptions;
}

/**
 * Runs a part of a match in a thread of its own.
 * @param script address of match-worker.js
 */
export function runPart(script: URL, part: MatchPart): Promise<Joined> {
  return new Promise((done, fail) => {
    const worker = new Worker(script, { workerData: part });
    worker.once("message", ({ columns, cost }: { columns: NeighbourColumns; cost: JoinCost }) =>
      done({ neighbours: Neighbours.of(columns), cost }),
    );
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`a worker stopped before its part was done (status ${code})`)));
  });
}
