/**
 * Coarse classes of Dutch words, from the closed classes and from what the word list allows a word to be, and which
 * class follows which: enough to tell "het niet" from a word "hetniet".
 */
import {
  ADVERBS,
  ARTICLES,
  AUXILIARIES,
  CONJUNCTIVES,
  FUNCTION_WORDS,
  NUMBERS,
  PREPOSITIONS,
  PRONOUNS,
} from "./functionwords.js";
import { FIRST, formBits, HYPHEN, LAST, WORD } from "./wordlist.js";

/**
 * D article or the like, P preposition, C conjunction, S subject, X auxiliary verb, A other closed-class word, V finite
 * verb in -t, I form in -en that no compound is made of (infinitive, participle), J adjective in -e, N what compounds
 * are made of (nouns, and whatever the list lacks), O the rest.
 */
export type WordClass = number;
const [D, P, C, S, X, A, V, I, J, N, O] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export const NOUN: WordClass = N;
export const ADJECTIVE: WordClass = J;
export const FINITE: WordClass = V;
export const INFINITIVE: WordClass = I;

/** A form that no compound is made of: an inflected adjective, a finite verb. */
const isInflected = (word: string): boolean => (formBits(word) & (WORD | FIRST | LAST | HYPHEN)) === WORD;

/** "spreekt" beside "spreek", "bestaat" beside "bestaan": no compound ends so. */
export function isFiniteForm(word: string): boolean {
  if (word.length < 4 || !isInflected(word) || !/[^t]t$/u.test(word)) return false;
  const stem = word.slice(0, -1);
  return (formBits(stem) & WORD) > 0 || (/[aeio]$/u.test(stem) && (formBits(`${stem}n`) & WORD) > 0);
}

/** "toegekende" beside "toegekend", "snelle" beside "snel". */
function isAdjective(word: string): boolean {
  if (!word.endsWith("e") || (formBits(word) & (WORD | FIRST)) !== WORD) return false;
  const stem = word.slice(0, -1);
  if (formBits(stem) & WORD || (/([^aeiou])\1$/u.test(stem) && formBits(stem.slice(0, -1)) & WORD)) return true;
  if (stem.endsWith("ël") && formBits(`${stem.slice(0, -2)}eel`) & WORD) return true;
  // "vrije" beside "vrij", "grote" beside "groot", "lege" beside "leeg", "brave" beside "braaf".
  const [, head = "", vowel = "", last = ""] = /^(.*?)([aeou])([^aeiou])$/u.exec(stem) ?? [];
  const plain = last === "v" ? "f" : last === "z" ? "s" : last;
  return vowel !== "" && (formBits(head + vowel + vowel + plain) & WORD) > 0;
}

/** Whether a word is one of the closed classes: no compound ends with it. */
export const isClosed = (word: string): boolean =>
  FUNCTION_WORDS.has(word) ||
  ADVERBS.has(word) ||
  PREPOSITIONS.has(word) ||
  CONJUNCTIVES.has(word) ||
  NUMBERS.has(word);

/** @param word lower case */
export function wordClass(word: string): WordClass {
  if (!isClosed(word)) return openClass(word);
  if (ARTICLES.has(word)) return D;
  if (PREPOSITIONS.has(word)) return P;
  if (CONJUNCTIVES.has(word)) return C;
  if (PRONOUNS.has(word)) return S;
  if (AUXILIARIES.has(word)) return X;
  return A;
}

function openClass(word: string): WordClass {
  const bits = formBits(word);
  if (bits === 0) return N;
  if (isAdjective(word)) return J;
  if (bits & (FIRST | LAST)) return N;
  if (isFiniteForm(word)) return V;
  return word.endsWith("en") ? I : O;
}

/**
 * How much likelier than chance a class is behind another one, as log10: pairs of neighbouring words counted in the
 * example dossiers and five competency documents (52,271 words), each count and its expectation raised by five.
 */
const FOLLOWS: readonly (readonly number[])[] = [
  [-0.9, -0.7, -1.2, -0.2, -0.6, -0.1, -0.7, 0.0, 0.3, 0.3, 0.2], // D
  [0.5, -0.6, -0.6, -0.6, -0.7, 0.0, -1.5, 0.2, 0.1, -0.1, -0.3], // P
  [-0.1, -0.4, -1.0, 0.0, -0.1, 0.0, 0.6, 0.1, 0.1, 0.1, 0.2], // C
  [-0.2, -0.3, -0.9, 0.0, 0.5, 0.2, 1.0, -0.5, -0.3, -0.5, 0.0], // S
  [0.0, 0.0, -0.2, 0.4, 0.0, 0.2, -0.6, 0.4, 0.0, -0.3, 0.3], // X
  [-0.2, 0.1, -0.3, 0.5, 0.1, 0.1, -0.1, 0.0, -0.2, 0.0, 0.2], // A
  [0.3, -0.1, -0.1, 0.7, -0.9, 0.4, -1.2, -0.8, 0.0, -0.1, 0.1], // V
  [-0.5, 0.4, 0.5, -0.4, -0.1, -0.1, -0.8, -0.3, -0.6, -0.6, -0.6], // I
  [-1.1, -0.9, -0.1, -0.7, -0.5, -1.0, -0.7, -0.6, -0.2, 0.4, -0.3], // J
  [-0.4, 0.3, 0.4, -0.3, 0.3, -0.1, 0.0, -0.1, -0.3, -0.6, -0.2], // N
  [-0.3, 0.2, 0.2, -0.4, 0.4, -0.1, -0.2, -0.1, -0.6, 0.0, -0.1], // O
];

/** log10 of how much likelier than chance a class follows another one: about -1.5 (hardly ever) to 1. */
export const follows = (left: WordClass, right: WordClass): number =>
  (FOLLOWS[left] as readonly number[])[right] as number;
