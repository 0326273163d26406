import type { Features } from "../model.js";
import { type Explanation, explain as explainScore } from "../similarity/index.js";
import type { LevelDifference } from "./level-order.js";

/**
 * What carried a score or a relation: the likeness of two titles, two statements of two units, two words that go together,
 * or the highest steps of a level that two statements show.
 */
export type Evidence =
  | { kind: "title"; score: number }
  | { kind: "statements"; a: string; b: string; score: number }
  | ({ kind: "level" } & LevelDifference)
  | { kind: "word"; a: string; b: string; by: Explanation["words"][number]["by"]; share: number };

/** The words of two statements that go together, those that carried most of the score first. */
export const explain = (a: Features, b: Features): Evidence[] =>
  explainScore(a, b).words.map((pair) => ({ kind: "word", ...pair }));
