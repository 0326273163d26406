import type { Corpus } from "../model.js";
import { fullScores } from "./full-scores.js";
import { Matching, type MatchOptions, type MatchResult } from "./matching.js";

/**
 * For every statement of a the most similar ones of b, best first, ties in the order of the corpus. Without b: every
 * statement against the rest, those of the same dossier left out.
 * @returns rows in the order of a; no rows where there is nothing to compare with
 * @throws SelectionError where words are asked of a corpus without text
 * @throws ReadError if the two were made with different settings
 */
export function match(a: Corpus, b?: Corpus, options: MatchOptions = {}): MatchResult {
  const matching = new Matching(a, b, options, fullScores);
  const { neighbours } = matching.run();
  const { skipped, ...head } = matching.head;
  return { ...head, rows: [...matching.rows(neighbours)], skipped };
}
