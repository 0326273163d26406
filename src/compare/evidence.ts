import type { Features } from "../model.js";
import { type Explanation, explain as explainScore } from "../similarity/index.js";

/** What carried a score: the likeness of two titles, two statements of two units, or two words that go together. */
export type Evidence =
  | { kind: "title"; score: number }
  | { kind: "statements"; a: string; b: string; score: number }
  | { kind: "word"; a: string; b: string; by: Explanation["words"][number]["by"]; share: number };

/** The words of two statements that go together, those that carried most of the score first. */
export const explain = (a: Features, b: Features): Evidence[] =>
  explainScore(a, b).words.map((pair) => ({ kind: "word", ...pair }));
