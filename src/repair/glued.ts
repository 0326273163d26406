/**
 * Words that lost the space between them: "eninoverleg", "Biedenvan", "iserop". Dutch writes compounds as one word, so a
 * word that the list does not have may be one. Two readings are weighed, as probabilities: one word that the list lacks
 * (a compound, a prefixed or inflected form, a name), against several known words, each as frequent as it is, in classes
 * that follow each other so often, with the space lost as often as the text loses spaces.
 */
import { FUNCTION_WORDS, SEPARABLE } from "../language/functionwords.js";
import { FINITE, follows, INFINITIVE, NOUN, type WordClass, wordClass } from "../language/wordclasses.js";
import { candidates } from "./candidates.js";
import { MAX_UNKNOWN, opensSentence } from "./letters.js";
import type { Edit } from "./mapped.js";
import { frequency, type Pieces, piecesOf, unknownWord } from "./unknown.js";
import { isForeign, type Vocabulary, type WordType } from "./vocabulary.js";

const MIN_LENGTH = 4;
const MAX_LENGTH = 40;
const MAX_WORDS = 5;
/** Readings kept for each place in a word. */
const BEAM = 5;

/** All figures below are log10 of probabilities. How often a text without other lost spaces loses one. */
const LEAST_LOST = -3.6;
const MOST_LOST = -1.3;
/** How often the space behind a lost one is lost too. */
const AGAIN = -1;
/** How much likelier the words must be than the one word. */
const MARGIN = 0.7;
/** More than the words around and a hyphen that waits can add. */
const MOST_AROUND = 9;
/** One word written so again and again is one word. */
const MAX_SAME = 4;
const EACH_TIME = 0.3;
/** A pair that the text has elsewhere: how many sightings count as much as the words by themselves. */
const PRIOR = 10;

interface Split {
  words: string[];
  classes: WordClass[];
  score: number;
}

interface Glued {
  splits: Split[];
  /** log10 of the probability of the one word. */
  whole: number;
}

/** Edits that put the spaces back. */
export function findGlued(vocabulary: Vocabulary): Edit[] {
  const { types, size } = vocabulary;
  const found = new Map<WordType, Glued>();
  const pairs = new Map<string, number>();
  let unknown = 0;
  for (const type of types) {
    if (!isOpen(type)) continue;
    if (unknown++ >= MAX_UNKNOWN) break;
    const word = type.lower.replace("’", "'");
    const pieces = piecesOf(word);
    const splits = splitsOf(word, pieces, vocabulary);
    if (splits.length > 0) found.set(type, { splits, whole: unknownWord(word, pieces, vocabulary) });
    for (const { words } of splits) for (let i = 1; i < words.length; i++) pairs.set(`${words[i - 1]} ${words[i]}`, 0);
  }
  if (found.size === 0) return [];
  countPairs(vocabulary, pairs);
  for (const glued of found.values()) {
    for (const split of glued.splits) split.score += sightings(split, pairs, vocabulary);
    glued.splits.sort((a, b) => b.score - a.score || (a.words.join() < b.words.join() ? -1 : 1));
  }
  // The words that were glued for certain say how often this text loses a space.
  const first = decide(found, LEAST_LOST, pairs, vocabulary);
  const lost = Math.min(MOST_LOST, Math.max(LEAST_LOST, Math.log10(Math.max(first.length, 0.1) / Math.max(size, 1))));
  const places = first.length < 2 ? first : decide(found, lost, pairs, vocabulary);
  const edits: Edit[] = [];
  for (const { start, split, margin } of places) {
    let at = start;
    for (const word of split.words.slice(0, -1)) {
      at += word.length;
      const confidence = margin > 2 ? 0.95 : margin > 1.2 ? 0.9 : 0.8;
      edits.push({ start: at, end: at, to: " ", rule: "spaces:glued", confidence });
    }
  }
  return edits;
}

/** Where one space was lost the next one often is too. */
const costOfSeams = (seams: number, lost: number): number => lost + (seams - 1) * Math.max(lost, AGAIN);

interface Place {
  start: number;
  split: Split;
  margin: number;
}

/** The places where the words are likelier than the word, if a space is lost so often. */
function decide(
  found: ReadonlyMap<WordType, Glued>,
  lost: number,
  pairs: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
): Place[] {
  const { text, size, starts, ends, typeOf, types } = vocabulary;
  const out: Place[] = [];
  // Glued words near do not make a passage foreign.
  const isGlued = (word: string): boolean => obvious.has(word);
  const obvious = new Set<string>();
  for (const [{ text: word }, { splits, whole }] of found)
    if (splits.some(({ words, score }) => score + costOfSeams(words.length - 1, LEAST_LOST) > whole)) obvious.add(word);
  for (let i = 0; i < size; i++) {
    const type = types[typeOf[i] as number] as WordType;
    const glued = found.get(type);
    if (!glued) continue;
    const start = starts[i] as number;
    const before = text.slice(Math.max(0, start - 3), start);
    if (/[\p{L}\p{N}]-$/u.test(before) || text[ends[i] as number] === "-" || isForeign(vocabulary, i, isGlued))
      continue;
    const named = /^\p{Lu}/u.test(type.text) && !opensSentence(text, start);
    // "gespreks- ensamenwerkingspartner": a hyphen that waits for "en".
    const waits = /\p{L}-\s$/u.test(before);
    if (
      !glued.splits.some(({ score, words }) => score + costOfSeams(words.length - 1, lost) + MOST_AROUND > glued.whole)
    )
      continue;
    const left = neighbour(vocabulary, i, -1);
    const right = neighbour(vocabulary, i, 1);
    const count = timesOf(type.lower, vocabulary);
    let best: Place | undefined;
    for (const split of glued.splits) {
      const { words, classes } = split;
      const seen = (n: number): number => pairs.get(`${words[n - 1]} ${words[n]}`) ?? 0;
      let ok = true;
      for (let n = 1; n < words.length; n++) {
        // A name ("Vandenberg") can be made of known words: only what the text itself says counts.
        if (count > Math.max(MAX_SAME, seen(n)) || (named && seen(n) === 0)) ok = false;
      }
      if (!ok) continue;
      const last = classes.at(-1) as WordClass;
      const own = last < FINITE ? NOUN : last;
      const around =
        (left === null ? 0 : follows(left, classes[0] as WordClass) - follows(left, own)) +
        (right === null ? 0 : follows(last, right) - follows(own, right));
      const waiting = waits && /^(?:en|of)$/u.test(words[0] as string) ? 4 : 0;
      const margin =
        split.score +
        costOfSeams(words.length - 1, lost) +
        around +
        waiting -
        glued.whole -
        EACH_TIME * Math.max(0, count - 1);
      if (margin >= MARGIN && margin > (best?.margin ?? 0)) best = { start, split, margin };
    }
    if (best) out.push(best);
  }
  return out;
}

/** How often a text has an unknown word, in any inflection. */
function timesOf(word: string, { unknown }: Vocabulary): number {
  let sum = unknown.get(word) ?? 0;
  for (const ending of ["e", "en", "n", "s", "t"]) {
    sum += unknown.get(word + ending) ?? 0;
    if (word.endsWith(ending)) sum += unknown.get(word.slice(0, -ending.length)) ?? 0;
  }
  return sum;
}

/** The class of the word before or behind, if only white space is between. */
function neighbour({ text, size, starts, ends, typeOf, types }: Vocabulary, i: number, side: -1 | 1): WordClass | null {
  const n = i + side;
  if (n < 0 || n >= size) return null;
  const [from, to] = side < 0 ? [ends[n], starts[i]] : [ends[i], starts[n]];
  if (!/^\s{1,2}$/u.test(text.slice(from, Math.min(to as number, (from as number) + 4)))) return null;
  return wordClass((types[typeOf[n] as number] as WordType).lower);
}

/**
 * Unknown, only letters, at most a capital in front (a word in capitals is a name or a heading); or a form of the list
 * that no text has and that is two function words ("inde").
 */
const isOpen = ({ text, known }: WordType): boolean =>
  !known && text.length >= MIN_LENGTH && text.length <= MAX_LENGTH && /^\p{L}[\p{Ll}\p{M}]+(?:['’]s)?$/u.test(text);

function countPairs({ size, typeOf, types }: Vocabulary, pairs: Map<string, number>): void {
  const lefts = new Set<string>();
  for (const pair of pairs.keys()) lefts.add(pair.slice(0, pair.indexOf(" ")));
  const begins = Uint8Array.from(types, ({ lower }) => (lefts.has(lower) ? 1 : 0));
  for (let i = 1; i < size; i++) {
    if (begins[typeOf[i - 1] as number] === 0) continue;
    const pair = `${(types[typeOf[i - 1] as number] as WordType).lower} ${(types[typeOf[i] as number] as WordType).lower}`;
    const count = pairs.get(pair);
    if (count !== undefined) pairs.set(pair, count + 1);
  }
}

/** How much the pairs of a reading gain by standing side by side elsewhere in the text. */
function sightings({ words, classes }: Split, pairs: ReadonlyMap<string, number>, vocabulary: Vocabulary): number {
  // "in stand houden" makes "instandhouden" as likely.
  if (words.length > 2 && SEPARABLE.has(words[0] as string) && classes.at(-1) === INFINITIVE) return 0;
  let sum = 0;
  for (let i = 1; i < words.length; i++) {
    const seen = pairs.get(`${words[i - 1]} ${words[i]}`) ?? 0;
    if (seen === 0) continue;
    const before = follows(classes[i - 1] as WordClass, classes[i] as WordClass);
    const own = 10 ** (frequency(words[i] as string, vocabulary) + before);
    const all = vocabulary.counts.get(words[i - 1] as string) ?? seen;
    sum += Math.max(0, Math.log10((seen + PRIOR * own) / (all + PRIOR) / own));
  }
  return sum;
}

/** The likeliest ways to take a word apart; the score does not hold what the lost spaces cost. */
function splitsOf(word: string, { words: ends }: Pieces, vocabulary: Vocabulary): Split[] {
  const best: Split[][] = Array.from({ length: word.length + 1 }, () => []);
  (best[0] as Split[]).push({ words: [], classes: [], score: 0 });
  for (let start = 0; start < word.length - 1; start++) {
    const before = best[start] as Split[];
    if (before.length === 0) continue;
    before.sort((a, b) => b.score - a.score || (a.words.join() < b.words.join() ? -1 : 1));
    before.length = Math.min(before.length, BEAM);
    const own = ends[start] as number[];
    const damaged = misread(word, start, vocabulary);
    for (const end of damaged ? [...own, word.length] : own) {
      if (start === 0 && end === word.length) continue;
      const piece = word.slice(start, end);
      const known = damaged && end === word.length ? damaged : piece;
      const kind = wordClass(known);
      const score = frequency(known, vocabulary);
      for (const { words, classes, score: sum } of before) {
        // "er" and "op" are "erop".
        if (words.length >= MAX_WORDS || FUNCTION_WORDS.has((words.at(-1) ?? " ") + piece)) continue;
        const last = classes.at(-1);
        // Each further seam costs what a lost space costs at least, so that the beam holds the readings that can win.
        const seam = last === undefined ? 0 : follows(last, kind);
        (best[end] as Split[]).push({
          words: [...words, piece],
          classes: [...classes, kind],
          score: sum + score + seam,
        });
      }
    }
  }
  const all = (best[word.length] as Split[]).sort(
    (a, b) => a.words.length - b.words.length || b.score - a.score || (a.words.join() < b.words.join() ? -1 : 1),
  );
  return all.slice(0, 2 * BEAM);
}

/** "vancliénten": behind a function word, a word of the text with an accent misread. */
function misread(word: string, start: number, vocabulary: Vocabulary): string | null {
  const piece = word.slice(start);
  if (start < 2 || piece.length < 5 || !/[^a-z]/.test(piece) || !FUNCTION_WORDS.has(word.slice(0, start))) return null;
  const found = candidates(piece, 0.6).find(({ word: own, byShape }) => !byShape && vocabulary.counts.has(own));
  return found?.word ?? null;
}
