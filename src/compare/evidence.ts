import { stemRarity, wordShare } from "../language/background.js";
import { verbStem } from "../language/verbs.js";
import type { Features } from "../model.js";

/** What carried a score: the likeness of two titles, two statements of two units, or a word that two statements share. */
export type Evidence =
  | { kind: "title"; score: number }
  | { kind: "statements"; a: string; b: string; score: number }
  | { kind: "word"; a: string; b: string };

const MAX_WORDS = 8;

/** The words two statements have in common, rarest first: those with the same stem. */
export function explain(a: Features, b: Features): Evidence[] {
  const there = new Map(b.bag.map(([word]) => [verbStem(word), word]));
  return a.bag
    .filter(([word]) => there.has(verbStem(word)) && wordShare(word) < 0.06)
    .sort((x, y) => stemRarity(verbStem(y[0])) - stemRarity(verbStem(x[0])) || (x[0] < y[0] ? -1 : 1))
    .slice(0, MAX_WORDS)
    .map(([word]) => ({ kind: "word", a: word, b: there.get(verbStem(word)) ?? word }));
}
