/** What carried a score: which words, synonyms, letters and meanings, in proportion. */
import {
  type Likeness,
  likeness,
  meaningShares,
  SIGNALS,
  type Signal,
  SPARSE_VECTORS,
  type SparseSignal,
  Vocabulary,
  wordSenses,
} from "../features/index.js";
import type { Features } from "../model.js";
import { Scorer } from "./scorer.js";
import { DEFAULT_WEIGHTS, roundScore, type SignalWeights } from "./weights.js";

export interface SignalShare {
  signal: Signal;
  /** What the signal weighs in the score, as a share of all that count for this pair. */
  weight: number;
  /** The signal's own score of the pair, 0..1. */
  value: number;
  /** Its share of the score, 0..1; the shares add up to 1. */
  share: number;
}

/** All shares are of the whole score, 0..1, largest first. */
export interface Explanation {
  score: number;
  signals: SignalShare[];
  /** Words that go together, and by what. */
  words: { a: string; b: string; by: Likeness["by"]; share: number }[];
  /** Groups of synonyms and concepts (`concept:…`) that both speak of. */
  synonyms: { group: string; share: number }[];
  /** Parts of words that both have, with a space for the edge of a word. */
  ngrams: { gram: string; share: number }[];
  /** Words of each by what they add to the likeness of the whole. */
  meaning: { a: { word: string; share: number }[]; b: { word: string; share: number }[] };
}

export interface ExplainOptions {
  weights?: SignalWeights;
  /** Most entries of each kind. */
  top?: number;
}

/**
 * Why two statements have the score they have, from their bags of words alone.
 * @returns a score of 0 with no signals where nothing is shared
 */
export function explain(a: Features, b: Features, options: ExplainOptions = {}): Explanation {
  const { weights = DEFAULT_WEIGHTS, top = 8 } = options;
  const score = new Scorer([b], weights).scores(a)[0] ?? 0;
  const used = SIGNALS.filter((signal) => (weights[signal] ?? 0) > 0 && !isSilent(signal, a, b));
  const total = used.reduce((sum, signal) => sum + (weights[signal] ?? 0), 0);
  const signals = used
    .map((signal) => {
      const value = new Scorer([b], { [signal]: 1 }).scores(a)[0] ?? 0;
      const weight = (weights[signal] ?? 0) / total;
      return { signal, weight, value, share: score === 0 ? 0 : (weight * value) / score };
    })
    .sort((x, y) => y.share - x.share)
    .map((row) => ({ ...row, weight: roundScore(row.weight), share: roundScore(row.share) }));
  const shareOf = (signal: Signal): number => signals.find((row) => row.signal === signal)?.share ?? 0;
  const best = <T extends { share: number }>(rows: T[], whole: number): T[] =>
    rows
      .filter(({ share }) => share > 0)
      .sort((x, y) => y.share - x.share)
      .slice(0, top)
      .map((row) => ({ ...row, share: roundScore(row.share * whole) }));
  const meaning = shareOf("meaning") > 0 ? meaningShares(a, b) : { a: [], b: [] };
  return {
    score,
    signals,
    words: best(wordPairs(a, b), shareOf("nearest")),
    synonyms: best(
      terms("concepts", a, b).map(({ term, share }) => ({ group: term.replace("::", "concept:"), share })),
      shareOf("concepts"),
    ),
    ngrams: best(
      terms("ngrams", a, b).map(({ term, share }) => ({ gram: term, share })),
      shareOf("ngrams"),
    ),
    meaning: { a: best(meaning.a, shareOf("meaning")), b: best(meaning.b, shareOf("meaning")) },
  };
}

/** Whether a signal sees nothing in either of two statements, and so does not count for the pair. */
function isSilent(signal: Signal, a: Features, b: Features): boolean {
  return [a, b].every((side) => new Scorer([side], { [signal]: 1 }).scores(side)[0] === 0);
}

/** The terms two sparse vectors share, with their part of the cosine. */
function terms(signal: SparseSignal, a: Features, b: Features): { term: string; share: number }[] {
  const vocabulary = new Vocabulary();
  const [x, y] = [SPARSE_VECTORS[signal](a, vocabulary), SPARSE_VECTORS[signal](b, vocabulary)];
  const names = vocabulary.terms();
  const other = new Map([...y.terms].map((term, i) => [term, y.weights[i] as number]));
  const shared = [...x.terms].map((term, i) => ({
    term: names[term] as string,
    share: (x.weights[i] as number) * (other.get(term) ?? 0),
  }));
  const cosine = shared.reduce((sum, { share }) => sum + share, 0);
  return shared.map(({ term, share }) => ({ term, share: cosine === 0 ? 0 : share / cosine }));
}

/** Each word with the nearest of the other side, and half of what it adds in each direction. */
function wordPairs(a: Features, b: Features): Explanation["words"] {
  const [left, right] = [wordSenses(a), wordSenses(b)];
  const pairs = new Map<string, Explanation["words"][number]>();
  const add = (from: typeof left, to: typeof right, name: (x: string, y: string) => [string, string]): void => {
    const gains = from.flatMap((word) => {
      const near = to
        .map((other) => ({ other, near: likeness(word, other) }))
        .reduce<{ other: (typeof to)[number]; near: ReturnType<typeof likeness> } | null>(
          (best, one) => ((one.near?.value ?? 0) > (best?.near?.value ?? 0) ? one : best),
          null,
        );
      return near?.near ? [{ word, other: near.other, near: near.near, gain: word.weight * near.near.value }] : [];
    });
    const sum = gains.reduce((all, { gain }) => all + gain, 0);
    for (const { word, other, near, gain } of gains) {
      const [x, y] = name(word.word, other.word);
      const key = `${x} ${y}`;
      const known = pairs.get(key);
      pairs.set(key, { a: x, b: y, by: near.by, share: (known?.share ?? 0) + gain / sum / 2 });
    }
  };
  add(left, right, (x, y) => [x, y]);
  add(right, left, (x, y) => [y, x]);
  return [...pairs.values()];
}
