/**
 * Words that lost the space between them: "eninoverleg", "Biedenvan", "iserop". Dutch writes compounds as one word, so a
 * word that the list does not have may be one. It is taken apart only where one of the words at each seam is a function
 * word (an article, a preposition …), which no compound has there, or where the text has the two words side by side.
 */
import {
  ARTICLES,
  CLOSES,
  canFollow,
  ENDS,
  FUNCTION_WORDS,
  OPENS,
  PREFIXED,
  PRONOUNS,
} from "../language/functionwords.js";
import { FIRST, formBits, HYPHEN, isWord, LAST, WORD } from "../language/wordlist.js";
import { candidates } from "./candidates.js";
import { looksCompound, opensSentence } from "./letters.js";
import type { Edit } from "./mapped.js";
import { isForeign, perMillion, type Vocabulary, type WordType } from "./vocabulary.js";

const MIN_LENGTH = 4;
const MAX_LENGTH = 40;
const MAX_WORDS = 5;
/** What one more seam costs, in powers of ten. */
const SEAM = 1.2;
/** What one word may cost on average. */
const MOST = 6;

interface Split {
  words: string[];
  cost: number;
}

/** Edits that put the spaces back. */
export function findGlued(vocabulary: Vocabulary): Edit[] {
  const splits = new Map<string, Split[]>();
  const pairs = new Map<string, number>();
  for (const type of vocabulary.types) {
    if (type.known || !isOpen(type)) continue;
    const found = splitsOf(type.lower, vocabulary);
    if (found.length === 0) continue;
    splits.set(type.text, found);
    for (const { words } of found) for (let i = 1; i < words.length; i++) pairs.set(`${words[i - 1]} ${words[i]}`, 0);
  }
  if (splits.size === 0) return [];
  countPairs(vocabulary, pairs);

  const { text, size, starts, ends, typeOf, types } = vocabulary;
  const sure: Place[] = [];
  const likely: Place[] = [];
  for (let i = 0; i < size; i++) {
    const type = types[typeOf[i] as number] as WordType;
    const own = splits.get(type.text);
    if (!own) continue;
    const start = starts[i] as number;
    if (/[\p{L}\p{N}]-$/u.test(text.slice(Math.max(0, start - 2), start)) || text[ends[i] as number] === "-") continue;
    if (isForeign(vocabulary, i)) continue;
    const named = /^\p{Lu}/u.test(type.text) && !opensSentence(text, start);
    let best: Split | undefined;
    let trust: Trust = 0;
    for (const split of own) {
      const found = trustIn(split, type, named, pairs, vocabulary);
      if (found > trust) [best, trust] = [split, found];
    }
    // "gespreks- ensamenwerkingspartner": a hyphen that waits for "en".
    if (!best && /\p{L}-\s$/u.test(text.slice(Math.max(0, start - 3), start))) {
      best = own.find(({ words }) => words.length === 2 && /^(?:en|of)$/.test(words[0] as string));
      trust = 2;
    }
    if (best) (trust === 2 ? sure : likely).push({ start, split: best });
  }
  // What is only likely counts where the text lost spaces for certain.
  const enough = sure.length >= Math.max(2, size / 10_000);
  const edits: Edit[] = [];
  for (const { start, split } of enough ? [...sure, ...likely] : sure) {
    let at = start;
    for (const word of split.words.slice(0, -1)) {
      at += word.length;
      edits.push({ start: at, end: at, to: " ", rule: "spaces:glued", confidence: sure.length > 4 ? 0.9 : 0.8 });
    }
  }
  return edits;
}

interface Place {
  start: number;
  split: Split;
}

/** 0: no; 1: likely, if the text has lost spaces elsewhere; 2: sure. */
type Trust = 0 | 1 | 2;

/** Only letters, at most a capital in front; a word in capitals is a name or a heading. */
const isOpen = ({ text }: WordType): boolean =>
  text.length >= MIN_LENGTH && text.length <= MAX_LENGTH && /^\p{L}[\p{Ll}\p{M}]+$/u.test(text);

function countPairs({ size, typeOf, types }: Vocabulary, pairs: Map<string, number>): void {
  for (let i = 1; i < size; i++) {
    const pair = `${(types[typeOf[i - 1] as number] as WordType).lower} ${(types[typeOf[i] as number] as WordType).lower}`;
    const count = pairs.get(pair);
    if (count !== undefined) pairs.set(pair, count + 1);
  }
}

/** Whether a piece can be a word of the sentence. */
function isPiece(piece: string, vocabulary: Vocabulary): boolean {
  if (FUNCTION_WORDS.has(piece)) return true;
  if (piece.length < 3) return false;
  if (isWord(piece)) return piece.length > 3 || perMillion(vocabulary, piece) > 20;
  // "vancliénten": damaged besides.
  if (piece.length < 5 || !/[^a-z]/.test(piece)) return false;
  return candidates(piece, 0.6).some(({ word, kinds }) => !kinds.has("letter") && vocabulary.counts.has(word));
}

const costOf = (word: string, vocabulary: Vocabulary): number =>
  6 - Math.log10(perMillion(vocabulary, word) + (formBits(word) ? 0.3 : 0.03)) + SEAM;

/** The likeliest ways to take a word apart, best first. */
function splitsOf(word: string, vocabulary: Vocabulary): Split[] {
  // best[i]: the ways to read the first i letters, by number of words.
  const best: Split[][] = Array.from({ length: word.length + 1 }, () => []);
  (best[0] as Split[]).push({ words: [], cost: 0 });
  for (let end = 2; end <= word.length; end++) {
    for (let start = 0; start <= end - 2; start++) {
      const before = best[start] as Split[];
      if (before.length === 0) continue;
      const piece = word.slice(start, end);
      if (piece.length === word.length || !isPiece(piece, vocabulary)) continue;
      const cost = costOf(piece, vocabulary);
      for (const split of before) {
        if (split.words.length >= MAX_WORDS) continue;
        (best[end] as Split[]).push({ words: [...split.words, piece], cost: split.cost + cost });
      }
    }
    const own = best[end] as Split[];
    own.sort(
      (a, b) => a.cost - b.cost || a.words.length - b.words.length || (a.words.join() < b.words.join() ? -1 : 1),
    );
    own.length = Math.min(own.length, 3);
  }
  return (best[word.length] as Split[]).filter(({ words, cost }) => words.length > 1 && cost <= MOST * words.length);
}

/** One word written so again and again is one word. */
const MAX_SAME = 4;

function trustIn(
  split: Split,
  type: WordType,
  named: boolean,
  pairs: ReadonlyMap<string, number>,
  vocabulary: Vocabulary,
): Trust {
  const { words } = split;
  const seen = (i: number): number => pairs.get(`${words[i - 1]} ${words[i]}`) ?? 0;
  const count = vocabulary.unknown.get(type.lower) ?? 0;
  let trust: Trust = 2;
  for (let i = 1; i < words.length; i++) {
    const [left, right] = [words[i - 1] as string, words[i] as string];
    // A name ("Vandenberg") can be made of known words: only what the text itself says counts.
    if (named && seen(i) === 0) return 0;
    if (count > Math.max(MAX_SAME, seen(i))) return 0;
    // "zorgenondersteuning": an ending by itself, a word where the text has it between these two.
    if (INFLECTION.has(right) && i + 1 < words.length && seen(i) > 0 && seen(i + 1) > 0) continue;
    const own = trustInSeam(left, right, seen(i) > 0, type.lower, words.length, vocabulary);
    if (own === 0) return 0;
    if (own < trust) trust = own;
  }
  return trust;
}

function trustInSeam(
  left: string,
  right: string,
  seen: boolean,
  whole: string,
  size: number,
  vocabulary: Vocabulary,
): Trust {
  const opens = FUNCTION_WORDS.has(left);
  const closes = FUNCTION_WORDS.has(right);
  if (opens && closes)
    return canFollow(left, right) ? (seen || whole.length > 5 ? 2 : 1) : seen && whole.length > 6 ? 1 : 0;
  const often = (word: string): number => perMillion(vocabulary, word);
  if (opens) {
    // "Zijobserveert": a pronoun and its verb.
    const verb = isInflected(right) && /[^t]t$/u.test(right);
    if (SUBJECTS.has(left) && isFiniteForm(right) && right.length >= 5) return 2;
    if (PRONOUNS.has(left) && left !== "er" && verb && often(right) >= 1) return 2;
    if (ARTICLES.has(left) && verb) return 0;
    const compound = joinsWith(left, right);
    if (!OPENS.has(left)) return seen && !compound ? 1 : 0;
    if (PREFIXED.has(left) || compound) {
      if (seen) return PREFIXED.has(left) && size === 2 ? 1 : 2;
      if (compound || right.length < 4) return 0;
      return SEPARABLE.has(left) ? (isAdjective(right) && isInflected(right) ? 1 : 0) : often(right) >= 10 ? 1 : 0;
    }
    if (seen) return 2;
    return right.length >= 6 || (right.length >= 4 && often(right) >= 5) ? 1 : 0;
  }
  if (closes) {
    if (seen && CLOSES.has(right) && !INFLECTION.has(right)) return 2;
    if (INFLECTION.has(right)) return !inflects(left, right) ? (seen ? 2 : 1) : 0;
    if (ENDS.has(right)) {
      if (left.length >= 5 && often(left) >= (isInflected(left) ? 2 : 30)) return left.length >= 7 ? 2 : 1;
      return left.length >= 7 && right !== "zijn" && !(right === "in" && PERSON.test(left)) ? 1 : 0;
    }
    if (!CLOSES.has(right)) return right.length >= 4 && left.length >= 4 && often(left) >= 1 ? 1 : 0;
    return left.length >= 4 && often(left) >= 1 ? (left.length >= 6 ? 2 : 1) : 0;
  }
  if (size !== 2 || joinsWith(left, right) || looksCompound(whole)) return 0;
  // Two content words are a compound, unless the first one is an adjective with the ending that it has before a noun.
  if (left.length >= 5 && right.length >= 4 && isInflected(left) && isAdjective(left))
    return seen && left.length >= 7 ? 2 : often(right) >= 5 && often(left) >= 1 ? 1 : 0;
  // "medewerker" + "volgt": nor does one end with a finite verb.
  if (isFiniteForm(right) && left.length >= 4 && right.length >= 4 && often(left) >= 1 && often(right) >= 1) return 1;
  // "draagt" + "persoonlijke": a finite verb begins no compound either.
  return isFiniteForm(left) &&
    left.length >= 5 &&
    right.length >= 4 &&
    (seen || (often(left) >= 5 && often(right) >= 5))
    ? 1
    : 0;
}

/** Whether two words make a compound as the list allows it, or nearly. */
const joinsWith = (left: string, right: string): boolean =>
  (formBits(left) & (FIRST | HYPHEN)) > 0 && ((formBits(right) & (FIRST | LAST)) > 0 || !isFiniteForm(right));
/** "spreekt" beside "spreek": no compound ends so. */
const isFiniteForm = (word: string): boolean =>
  isInflected(word) && /[^t]t$/u.test(word) && (formBits(word.slice(0, -1)) & WORD) > 0;
/** Pronouns that only a sentence begins with. */
const SUBJECTS = new Set(["zij", "hij", "ze", "wij"]);
/** First parts of verbs that can be parted. */
const SEPARABLE = new Set([
  "voor",
  "op",
  "in",
  "uit",
  "aan",
  "over",
  "onder",
  "tussen",
  "tegen",
  "binnen",
  "buiten",
  "door",
  "bij",
  "om",
  "te",
  "tot",
  "zonder",
]);

/** Endings of inflection that are words too. */
const INFLECTION = new Set(["en", "de", "te", "er", "ze"]);
/** Nouns that take "-in" for a woman. */
const PERSON = /(?:[ea]r|ist|eur|[ae]nt|oog|graaf|aaf|in)$/u;
/** A form that no compound is made of: an inflected adjective, a finite verb. */
const isInflected = (word: string): boolean => (formBits(word) & (WORD | FIRST | LAST | HYPHEN)) === WORD;
/** "toegekende" beside "toegekend", "snelle" beside "snel". */
const isAdjective = (word: string): boolean => {
  if (!word.endsWith("e")) return false;
  const stem = word.slice(0, -1);
  return (formBits(stem) & WORD) > 0 || (/([^aeiou])\1$/u.test(stem) && (formBits(stem.slice(0, -1)) & WORD) > 0);
};

/** Whether the end of a word can be an ending of it: "-en" behind a stem, but not behind another "-en" or a plural. */
const inflects = (left: string, right: string): boolean =>
  right === "en" ? !/(?:en|s|[aeiouyé]|heid)$/u.test(left) : !(right === "de" && isFiniteForm(left));
