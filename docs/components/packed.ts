/** Pairs of statements as one row of numbers: of many dossiers their files are most of the site. */
import type { PairTuple } from "./types.js";

const FROM = ["a", "b", "both"] as const;

/** For each pair its two places, its score in thousandths, and 3 if identical plus the place of `from`. */
export const packPairs = (pairs: readonly PairTuple[]): number[] =>
  pairs.flatMap(([a, b, score, identical, from]) => [
    a,
    b,
    Math.round(score * 1000),
    3 * identical + FROM.indexOf(from),
  ]);

export function unpackPairs(numbers: readonly number[]): PairTuple[] {
  const pairs: PairTuple[] = [];
  for (let at = 0; at + 3 < numbers.length; at += 4) {
    const [a = 0, b = 0, score = 0, kind = 0] = numbers.slice(at, at + 4);
    pairs.push([a, b, score / 1000, kind >= 3 ? 1 : 0, FROM[kind % 3] ?? "both"]);
  }
  return pairs;
}
