/** A thread that makes one part of a match, of numbers that it shares with the others. */
import { parentPort, workerData } from "node:worker_threads";
// Not through the index: it brings the words along, which a thread can do without.
import { fullRows, shortlistScores } from "../compare/full-rows.js";
import type { FullPart } from "../compare/index.js";

const { plan, choice, from, to } = workerData as FullPart;
const { neighbours, cost } = fullRows(shortlistScores(plan), choice, from, to);
const { columns } = neighbours;
parentPort?.postMessage(
  { columns, cost },
  [columns.start, columns.count, columns.indexes, columns.scores].map(({ buffer }) => buffer as ArrayBuffer),
);
