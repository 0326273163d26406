/** A thread that makes one part of a match: reads the same files anew, so that nothing but the result has to pass. */
import { parentPort, workerData } from "node:worker_threads";
import { fullScores, Matching } from "../compare/index.js";
import { loadCorpus } from "./corpus.js";
import type { MatchPart } from "./workers.js";

const { a, b, corpusOptions, matchOptions } = workerData as MatchPart;
const left = await loadCorpus([a], corpusOptions);
const right = b === undefined ? undefined : await loadCorpus([b], corpusOptions);
const { neighbours, cost } = new Matching(left, right, matchOptions, fullScores).run();
parentPort?.postMessage({ columns: neighbours.columns, cost });
