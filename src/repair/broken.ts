/**
 * Words with a space inside of which both halves are words too: "mee stal", "af spraken". Two readings are weighed, as
 * for glued words: one word that got a space, as often as the text shows words with spaces, against two words that
 * happen to stand side by side.
 */
import { follows, type WordClass, wordClass } from "../language/wordclasses.js";
import { FIRST, LAST, NOWHERE, type Node, nodeBits, rootNode, step, vowelsClash, WORD } from "../language/wordlist.js";
import { frequency } from "./unknown.js";
import { isForeign, perMillion, type Vocabulary, type WordType } from "./vocabulary.js";

/** How often a text without other broken words breaks one; the most that is believed. log10, as all figures here. */
const LEAST_BROKEN = -3.6;
const MOST_BROKEN = -1.3;
/** How much likelier the one word must be. */
const MARGIN = 1;
/** How much more frequent the one word is than the rarer half. */
const APART = 0.7;
/** How many sightings of the two words side by side count as much as the words by themselves. */
const PRIOR = 10;

interface Pair {
  first: WordType;
  second: WordType;
  /** Class of the word they make. */
  joined: WordClass;
  /** How much likelier the one word is than the two, but for the space and for what stands around. */
  gain: number;
  places: number[];
}

/**
 * Places (of the first half) where two words are one.
 * @param beside whether a word and the next one stand side by side
 * @param sure how many words of the text are broken for certain
 */
export function findBroken(vocabulary: Vocabulary, beside: (i: number) => boolean, sure: number): number[] {
  const pairs = findPairs(vocabulary, beside);
  if (pairs.length === 0) return [];
  const rate = (count: number): number =>
    Math.min(MOST_BROKEN, Math.max(LEAST_BROKEN, Math.log10(Math.max(count, 0.1) / vocabulary.size)));
  const first = decide(pairs, rate(sure), vocabulary);
  return first.length < 2 ? first : decide(pairs, rate(sure + first.length), vocabulary);
}

function decide(pairs: readonly Pair[], broken: number, vocabulary: Vocabulary): number[] {
  const { size, typeOf, types } = vocabulary;
  const classAt = (i: number): WordClass | null =>
    i < 0 || i >= size ? null : wordClass((types[typeOf[i] as number] as WordType).lower);
  const out: number[] = [];
  for (const { first, second, joined, gain, places } of pairs) {
    if (gain + broken < MARGIN - 2) continue;
    const [a, b] = [wordClass(first.lower), wordClass(second.lower)];
    for (const i of places) {
      const [before, behind] = [classAt(i - 1), classAt(i + 2)];
      const around =
        (before === null ? 0 : follows(before, joined) - follows(before, a)) +
        (behind === null ? 0 : follows(joined, behind) - follows(b, behind));
      if (gain + broken + around >= MARGIN && !isForeign(vocabulary, i)) out.push(i);
    }
  }
  return out.sort((a, b) => a - b).filter((i, n, all) => n === 0 || i > (all[n - 1] as number) + 1);
}

/** What a word can be in a word with a space inside. */
interface Half {
  /** Where the automaton is behind it; {@link NOWHERE} where it cannot be the first half. */
  node: Node;
  /** Whether it can be the first part of a compound, the second half, the last part of a compound. */
  isFirst: boolean;
  isSecond: boolean;
  isLast: boolean;
}

const NO_HALF: Half = { node: NOWHERE, isFirst: false, isSecond: false, isLast: false };

/** Words met before: each round of repair goes through the same text. */
const halves = new Map<string, Half>();
const MAX_HALVES = 100_000;

function halfOf({ text, lower, known }: WordType): Half {
  if (!known || text.length < 2) return NO_HALF;
  let half = halves.get(text);
  if (half) return half;
  if (halves.size >= MAX_HALVES) halves.clear();
  const node = /^\p{L}\p{Ll}*$/u.test(text) ? walk(rootNode(), lower) : NOWHERE;
  const isSecond = /^\p{Ll}+$/u.test(text);
  const bits = text.length > 2 ? nodeBits(node) : 0;
  half = { node, isFirst: (bits & FIRST) > 0, isSecond, isLast: isSecond && (bits & LAST) > 0 };
  halves.set(text, half);
  return half;
}

/** Known words side by side that make a known one. */
function findPairs(vocabulary: Vocabulary, beside: (i: number) => boolean): Pair[] {
  const { size, typeOf, types } = vocabulary;
  const own = types.map(halfOf);
  const found = new Map<string, Pair>();
  for (let i = 0; i + 1 < size; i++) {
    const a = typeOf[i] as number;
    const b = typeOf[i + 1] as number;
    const left = own[a] as Half;
    const right = own[b] as Half;
    if (left.node === NOWHERE || !right.isSecond) continue;
    const first = types[a] as WordType;
    const second = types[b] as WordType;
    const listed = nodeBits(walk(left.node, second.lower)) & WORD;
    if (!listed && !(left.isFirst && right.isLast && !vowelsClash(first.lower, second.lower))) continue;
    if (!beside(i)) continue;
    const key = `${first.text} ${second.text}`;
    const pair = found.get(key);
    if (pair) pair.places.push(i);
    else found.set(key, { first, second, joined: wordClass(first.lower + second.lower), gain: 0, places: [i] });
  }
  const pairs = [...found.values()];
  for (const pair of pairs) pair.gain = gainOf(pair, vocabulary);
  return pairs;
}

function walk(node: Node, word: string): Node {
  let at = node;
  for (let i = 0; i < word.length && at !== NOWHERE; i++) at = step(at, word.charCodeAt(i));
  return at;
}

function gainOf({ first, second, places }: Pair, vocabulary: Vocabulary): number {
  const whole = first.lower + second.lower;
  const a = frequency(first.lower, vocabulary, 1);
  const alone = frequency(second.lower, vocabulary, 1);
  const b = alone + follows(wordClass(first.lower), wordClass(second.lower));
  const own = frequency(whole, vocabulary);
  // Two words that are seldom apart ("ten slotte") are at most as frequent as the rarer one; a word that nobody has
  // written before is not put together.
  if (own < Math.min(a, alone) + APART || perMillion(vocabulary, whole) === 0) return Number.NEGATIVE_INFINITY;
  // The writer who has the two words side by side again sees them as two.
  const again = places.length - 1;
  const all = (vocabulary.counts.get(first.lower) ?? 1) - 1;
  const seen = Math.max(0, Math.log10((again + PRIOR * 10 ** b) / (all + PRIOR) / 10 ** b));
  return own - Math.log10(whole.length - 1) - a - b - seen;
}
