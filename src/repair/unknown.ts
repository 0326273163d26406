/**
 * How likely Dutch is to have a word that the list lacks: a compound, a verb with its preposition, an inflected form, or
 * any string of letters that looks like one. All figures are log10 of probabilities.
 */
import { spelling } from "../language/background.js";
import { fold } from "../language/fold.js";
import { NUMBERS, SEPARABLE } from "../language/functionwords.js";
import { ADJECTIVE, FINITE, INFINITIVE, isClosed, isFiniteForm, NOUN, wordClass } from "../language/wordclasses.js";
import {
  FIRST,
  formBits,
  HYPHEN,
  LAST,
  NOWHERE,
  nodeBits,
  rootNode,
  step,
  vowelsClash,
  WORD,
} from "../language/wordlist.js";
import { perMillion, type Vocabulary } from "./vocabulary.js";

/** A word that the list lacks. */
const UNKNOWN = -2;
/** Of those: a compound; each word in it is drawn among nouns, five times likelier there than among all words. */
const COMPOUND = 0.4;
const NOUNS = 0.7;
/** A prefix or preposition before a word; an ending behind one. */
const PREFIX = -1.7;
const ENDING = -2.5;
/** Any other string of letters that Dutch could have. */
const STRING = -0.3;
/** What a known word has that neither the text nor the background has seen: an entry of the list, a compound. */
const UNSEEN = { listed: 0.3, compound: 0.03 };
/**
 * log10 of the probability of a known word.
 * @param less how many of its occurrences in the text do not count
 */
export const frequency = (word: string, vocabulary: Vocabulary, less = 0): number =>
  Math.log10(perMillion(vocabulary, word, less) + (formBits(word) ? UNSEEN.listed : UNSEEN.compound)) - 6;

/** The words in a string of letters. */
export interface Pieces {
  /** Where the words end that begin at each letter, compounds of two that the list allows among them. */
  words: number[][];
  /** The same for what only stands at the begin or the end of a compound. */
  parts: number[][];
}

/** @param word lower case */
export function piecesOf(word: string): Pieces {
  const words: number[][] = [];
  const parts: number[][] = [];
  const lasts: number[][] = [];
  for (let start = 0; start < word.length; start++) {
    const [own, part, last]: [number[], number[], number[]] = [[], [], []];
    let node = rootNode();
    for (let end = start + 1; end <= word.length; end++) {
      node = step(node, word.charCodeAt(end - 1));
      if (node === NOWHERE) break;
      const bits = nodeBits(node);
      if (bits & WORD && isPiece(word.slice(start, end))) own.push(end);
      if (end - start < MIN_PART) continue;
      if (bits & (FIRST | LAST)) part.push(end);
      if (bits & LAST) last.push(end);
    }
    words.push(own);
    parts.push(part);
    lasts.push(last);
  }
  for (const [start, own] of words.entries()) {
    const known = new Set(own);
    for (const middle of parts[start] as number[]) {
      if (!(formBits(word.slice(start, middle)) & FIRST) || vowelsClash(word.slice(0, middle), word.slice(middle)))
        continue;
      for (const end of lasts[middle] ?? []) known.add(end);
    }
    if (known.size > own.length) words[start] = [...known].sort((a, b) => a - b);
  }
  return { words, parts };
}

const MIN_PART = 3;

/** Most "words" of two letters in the list are abbreviations. */
const isPiece = (piece: string): boolean => piece.length > 2 || isClosed(piece);

/** Prefixes that are no words. */
const BOUND =
  /^(?:her|on|ver|be|ont|ge|de(?=\p{L}+(?:er(?:en|ing|t|d)|atie)$)|re|pre|co|sub|non|anti|multi|mega|super|semi|mede|micro|mini|tele|inter|intra|post|ex)/u;
/** Endings of inflection that are words too. */
const INFLECTION = new Set(["en", "de", "te", "er", "ze", "in", "al"]);
/** Nouns that take "-in" for a woman. */
const PERSON = /(?:[ea]r|ist|eur|[ae]nt|oog|graaf|aaf)$/u;
const PARTICIPLE = /^(?:\p{L}{2,4})?(?:ge|be|ver|ont|her|er)\p{L}{2,}[dt]$/u;
/** Nouns that take an "s" before the next part of a compound. */
const LINKED = /(?:ing|heid|teit|schap|dom)$/u;

/** log10 of the probability of a word that the list lacks: the likeliest way in which Dutch can have made it. */
export function unknownWord(word: string, pieces: Pieces, vocabulary: Vocabulary): number {
  let best = spelling(fold(word)) + STRING;
  const prefix = BOUND.exec(word)?.[0];
  if (prefix && formBits(word.slice(prefix.length)) & WORD)
    best = Math.max(best, frequency(word.slice(prefix.length), vocabulary) + PREFIX);
  /** For each offset the probability of a word or a compound from there to the end. */
  const from: number[] = new Array(word.length + 1).fill(Number.NEGATIVE_INFINITY);
  for (let start = word.length - MIN_PART; start >= 0; start--)
    from[start] = compoundFrom(word, start, from, pieces, vocabulary);
  best = Math.max(best, (from[0] as number) + COMPOUND);
  for (let i = 2; i <= word.length - 2; i++) {
    const [left, right] = [word.slice(0, i), word.slice(i)];
    if (INFLECTION.has(right) && inflects(left, right) && pieces.words[0]?.includes(i))
      best = Math.max(best, frequency(left, vocabulary) + ENDING);
    // A verb parted from its preposition is one word in many forms ("doorverlenen", "totstandgekomen").
    if (SEPARABLE.has(left)) best = Math.max(best, (from[i] as number) + PREFIX);
  }
  return best + UNKNOWN;
}

/**
 * log10 of the probability of a compound, or of one word, from an offset of a string to its end.
 * @param from the same for all offsets behind it
 */
function compoundFrom(
  word: string,
  start: number,
  from: readonly number[],
  { words, parts }: Pieces,
  vocabulary: Vocabulary,
): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const end of new Set([...(words[start] as number[]), ...(parts[start] as number[])])) {
    if (end - start < MIN_PART) continue;
    const part = word.slice(start, end);
    const bits = formBits(part);
    if (end === word.length) {
      best = Math.max(best, frequency(part, vocabulary) - headCost(part, bits));
      continue;
    }
    let rest = from[end] as number;
    if (word[end] === "s" && LINKED.test(part)) rest = Math.max(rest, from[end + 1] as number);
    if (rest === Number.NEGATIVE_INFINITY) continue;
    const clash = vowelsClash(part, word.slice(end)) ? 1 : 0;
    const own = frequency(bits & WORD || bits === 0 ? part : part.replace(/s$/u, ""), vocabulary);
    best = Math.max(best, own + NOUNS - modifierCost(part, bits) - clash + rest);
  }
  return best;
}

const NEVER = Number.POSITIVE_INFINITY;

/** How unlikely a word is as the end of a compound. */
function headCost(word: string, bits: number): number {
  if (isClosed(word)) return NEVER;
  if (bits === 0 || bits & (FIRST | LAST)) return 0;
  const kind = wordClass(word);
  return kind === FINITE ? 2 : kind === INFINITIVE || PARTICIPLE.test(word) ? 1.2 : 0.7;
}

/** The same as the begin of one. The list does not know all that can begin one. */
function modifierCost(word: string, bits: number): number {
  if (NUMBERS.has(word)) return 0;
  const closed = isClosed(word);
  if (bits & (FIRST | HYPHEN)) return closed ? 1 : 0;
  if (!(bits & WORD) || (closed && !(bits & LAST))) return bits === 0 && !closed ? 0.5 : NEVER;
  if (closed) return 1.3;
  const kind = wordClass(word);
  return kind === ADJECTIVE ? 3.1 : kind === FINITE ? 2.5 : kind === NOUN ? 0.7 : 1.3;
}

/** Whether the end of a word can be an ending of it: "-en" behind a stem, but not behind another "-en" or a plural. */
const inflects = (left: string, right: string): boolean =>
  right === "en"
    ? !/(?:en|s|[aeiouyé]|heid)$/u.test(left)
    : right === "in"
      ? PERSON.test(left)
      : !(right === "de" && isFiniteForm(left));
