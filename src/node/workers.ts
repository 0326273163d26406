import { Worker } from "node:worker_threads";
import type { FullPart } from "../compare/index.js";
import { type JoinCost, type Joined, type NeighbourColumns, Neighbours } from "../similarity/index.js";

/** Room for young objects in a thread, in MB: it makes few, and V8 would take 48. */
const YOUNG = 8;

/**
 * Runs a part of a match in a thread of its own.
 * @param script address of match-worker.js
 * @param part whose columns are in memory that threads share: else they are copied ({@link share})
 */
export function runPart(script: URL, part: FullPart): Promise<Joined> {
  return new Promise((done, fail) => {
    const worker = new Worker(script, { workerData: part, resourceLimits: { maxYoungGenerationSizeMb: YOUNG } });
    worker.once("message", ({ columns, cost }: { columns: NeighbourColumns; cost: JoinCost }) =>
      done({ neighbours: Neighbours.of(columns), cost }),
    );
    worker.once("error", fail);
    worker.once("exit", (code) => fail(new Error(`a worker stopped before its part was done (status ${code})`)));
  });
}

type Column = Int32Array | Float64Array | Uint8Array;

const isColumn = (value: unknown): value is Column =>
  value instanceof Int32Array || value instanceof Float64Array || value instanceof Uint8Array;

/** Moves all columns of plain data, one by one, into memory that threads share. The data stays as it is but for that. */
export function share(data: object): void {
  const holder = data as Record<string, unknown>;
  for (const [key, value] of Object.entries(holder)) {
    if (isColumn(value)) {
      if (!(value.buffer instanceof SharedArrayBuffer)) holder[key] = inSharedMemory(value);
    } else if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) share(value);
  }
}

function inSharedMemory(column: Column): Column {
  const memory = new SharedArrayBuffer(column.byteLength);
  const own =
    column instanceof Int32Array
      ? new Int32Array(memory)
      : column instanceof Float64Array
        ? new Float64Array(memory)
        : new Uint8Array(memory);
  own.set(column);
  return own;
}
