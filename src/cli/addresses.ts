/** The script of a worker thread. The same from here as from dist/cli/main.js, into which this file is bundled. */
export const MATCH_WORKER = new URL("../node/match-worker.js", import.meta.url);
