import type { Features } from "../model.js";
import type { Scorer } from "../similarity/index.js";

/**
 * Scores of one statement against those that a scorer was made of; 1 for the same words in the same order, whose bags
 * may hold nothing that a signal sees.
 */
export function rowScores(scorer: Scorer, query: Features, others: readonly Features[]): Float64Array {
  const scores = scorer.scores(query);
  if (query.hash !== "") for (const [j, { hash }] of others.entries()) if (hash === query.hash) scores[j] = 1;
  return scores;
}
