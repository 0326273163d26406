/**
 * Words with a space inside: "d e cliënt", "leer lingen", "b e g e l e i d e r". Pieces that are no words by themselves
 * are put together where they make a known one.
 */
import { wordShare } from "../language/background.js";
import { FUNCTION_WORDS } from "../language/functionwords.js";
import { formBits, isWord, WORD } from "../language/wordlist.js";
import { findBroken } from "./broken.js";
import type { Edit } from "./mapped.js";
import { isForeign, perMillion, type Vocabulary, type WordType } from "./vocabulary.js";

const ONLY_LETTERS = /^[\p{L}\p{M}]+$/u;
/** Letters of lists ("a en b") and marks of tables. */
const SINGLE = /^[\p{L}\p{N}]$/u;

/** One in how many words must be broken for certain before less certain ones count. */
const ONE_IN = 1500;

export function findSplit(vocabulary: Vocabulary): Edit[] {
  const spaced = findSpaced(vocabulary);
  const { sure, doubtful } = findPieces(vocabulary);
  const many = sure.length + spaced.length >= Math.max(2, vocabulary.size / ONE_IN);
  const likely = many ? doubtful.filter((i) => mayJoin(vocabulary, i)).map((i) => gap(vocabulary, i, 0.8)) : [];
  const broken = findBroken(vocabulary, (i) => besideNext(vocabulary, i), sure.length + spaced.length);
  return merge([...spaced, ...sure, ...likely, ...broken.map((i) => gap(vocabulary, i, 0.8))]);
}

/** Sorted, without overlaps; the first one wins. */
function merge(edits: Edit[]): Edit[] {
  const out: Edit[] = [];
  for (const edit of edits.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (!last || edit.start >= last.end) out.push(edit);
  }
  return out;
}

const wordAt = ({ typeOf, types }: Vocabulary, i: number): WordType => types[typeOf[i] as number] as WordType;

/** Takes away the white space between a word and the next one. */
const gap = ({ starts, ends }: Vocabulary, i: number, confidence: number): Edit => ({
  start: ends[i] as number,
  end: starts[i + 1] as number,
  to: "",
  rule: "spaces:split",
  confidence,
});

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const CLOSING_QUOTE = 0x2019;

/** Whether a word and the next one stand side by side, with white space of one line between them. */
function besideNext({ text, size, starts, ends }: Vocabulary, i: number): boolean {
  if (i < 0 || i + 1 >= size) return false;
  const from = ends[i] as number;
  const to = starts[i + 1] as number;
  if (to - from > 2 || to === from) return false;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== SPACE) return false;
  const after = text.charCodeAt(ends[i + 1] as number);
  if (after === APOSTROPHE || after === CLOSING_QUOTE || after === HYPHEN) return false;
  const start = starts[i] as number;
  return text.charCodeAt(start - 1) !== HYPHEN || !/[\p{L}\p{N}]/u.test(text.charAt(start - 2));
}

/** Only letters, and a word of a sentence by itself. Most "words" of two letters in the list are abbreviations. */
function standing(vocabulary: Vocabulary): { letters: Uint8Array; stands: Uint8Array } {
  const { types } = vocabulary;
  const letters = new Uint8Array(types.length);
  const stands = new Uint8Array(types.length);
  for (const [i, { text, lower, known }] of types.entries()) {
    letters[i] = ONLY_LETTERS.test(text) ? 1 : 0;
    const own =
      text.length <= 2 ? FUNCTION_WORDS.has(lower) || (text.length === 2 && wordShare(lower) > COMMON) : known;
    stands[i] = own ? 1 : 0;
  }
  return { letters, stands };
}

/** The share of sentences that has a common word of two letters. */
const COMMON = 0.004;
/** A piece that occurs more often is a word that the list lacks. */
const MAX_PIECE = 3;

/** Pieces that make a word: edits where that is sure, places (of the first piece) where it may be. */
function findPieces(vocabulary: Vocabulary): { sure: Edit[]; doubtful: number[] } {
  const { size, typeOf } = vocabulary;
  const { letters, stands } = standing(vocabulary);
  const isLetters = (i: number): boolean => letters[typeOf[i] as number] === 1;
  const isLoose = (i: number): boolean => stands[typeOf[i] as number] === 0;
  const sure: Edit[] = [];
  const doubtful: number[] = [];
  for (let i = 0; i + 1 < size; i++) {
    if (!(isLoose(i) || isLoose(i + 1)) || !isLetters(i) || !isLetters(i + 1) || !besideNext(vocabulary, i)) continue;
    const a = wordAt(vocabulary, i);
    const b = wordAt(vocabulary, i + 1);
    if (i + 2 < size && isLetters(i + 2)) {
      const loose = Number(isLoose(i)) + Number(isLoose(i + 1)) + Number(isLoose(i + 2));
      const three = loose >= 2 && joins([a, b, wordAt(vocabulary, i + 2)], vocabulary);
      if (three && besideNext(vocabulary, i + 1) && !isForeign(vocabulary, i + 1)) {
        sure.push(gap(vocabulary, i, 0.9), gap(vocabulary, i + 1, 0.9));
        i += 2;
        continue;
      }
    }
    const single = a.text.length === 1 || b.text.length === 1;
    if (single && isListed(vocabulary, i)) continue;
    // "een s teiger", "of e en": a letter beside a function word belongs to the other side.
    if (single && (FUNCTION_WORDS.has(a.lower) || FUNCTION_WORDS.has(b.lower))) continue;
    const between = joins([a, b], vocabulary) ? "" : ligatureBetween(a, b, vocabulary);
    if (between === null) {
      const often = (isLoose(i) && isFrequent(a)) || (isLoose(i + 1) && isFrequent(b));
      if (!often) doubtful.push(i);
    } else if (!isForeign(vocabulary, i)) {
      sure.push({ ...gap(vocabulary, i, 0.9), to: between, ...(between === "" ? {} : { rule: "encoding:ligature" }) });
      i++;
    }
  }
  return { sure, doubtful };
}

/** Written so often that it is a word by itself. */
const isFrequent = ({ text, count }: WordType): boolean => count > MAX_PIECE && text.length > 2;

/** Two pieces that make a word which the text does not have elsewhere, nor Dutch often. */
function mayJoin(vocabulary: Vocabulary, i: number): boolean {
  const a = wordAt(vocabulary, i);
  const b = wordAt(vocabulary, i + 1);
  if (/\p{Lu}/u.test(b.text) || /\p{Lu}/u.test(a.text.slice(1)) || a.text.length + b.text.length < 5) return false;
  return isWord(a.lower + b.lower) && !isForeign(vocabulary, i);
}

/** Single letters with another one near are a list or a row of marks; one behind a mark is a sign or an option ("-e"). */
function isListed(vocabulary: Vocabulary, i: number): boolean {
  const { text, size, starts, typeOf, types } = vocabulary;
  if (/[^\s\p{L},;]\s?$/u.test(text.slice(Math.max(0, (starts[i] as number) - 2), starts[i]))) return true;
  return [i - 2, i - 1, i + 2, i + 3].some((n) => {
    const word = n < 0 || n >= size ? undefined : types[typeOf[n] as number];
    return word !== undefined && SINGLE.test(word.text) && word.lower !== "u";
  });
}

function joins(words: readonly WordType[], vocabulary: Vocabulary): boolean {
  const first = words[0] as WordType;
  // Only the first piece may have a capital.
  if (words.slice(1).some(({ text }) => /\p{Lu}/u.test(text)) || /\p{Lu}$/u.test(first.text.slice(1))) return false;
  const joined = words.map(({ lower }) => lower).join("");
  const shortest = Math.min(...words.map(({ text }) => text.length));
  const own = vocabulary.counts.get(joined) ?? 0;
  if (joined.length < 4 || shortest === 1) {
    // "d e", "va n": function words, and words that the text has.
    return (
      FUNCTION_WORDS.has(joined) ||
      (own > 1 && joined.length >= 5) ||
      (joined.length >= 5 && (formBits(joined) & WORD) > 0 && perMillion(vocabulary, joined) > 2)
    );
  }
  if (/\p{Lu}/u.test(first.text.slice(1))) return false;
  // "installer en" is an unknown word and "en", not "installeren".
  const last = words.at(-1) as WordType;
  if (words.length === 2 && FUNCTION_WORDS.has(last.lower) && first.text.length >= 4 && first.count > 1) return false;
  if (own > 0) return true;
  // A word that the text does not have elsewhere must be one of the list, and no rare one.
  return (formBits(joined) & WORD) > 0 && joined.length >= 5 && perMillion(vocabulary, joined) > 0.5;
}

/** "speci ek": the sign of a ligature that was lost; null if none makes a word. */
function ligatureBetween(a: WordType, b: WordType, vocabulary: Vocabulary): string | null {
  if (/\p{Lu}/u.test(b.text) || a.text.length + b.text.length < 4) return null;
  const fits = LIGATURES.filter((ligature) => {
    const whole = a.lower + ligature + b.lower;
    return vocabulary.counts.has(whole) || ((formBits(whole) & WORD) > 0 && perMillion(vocabulary, whole) > 0.5);
  });
  return fits.length === 1 ? (fits[0] as string) : null;
}

const LIGATURES = ["fi", "fl", "ff", "ffi", "ffl"];

const MIN_SPACED = 4;

/** "b e g e l e i d e r": letters set wide, in one row with one space between each two. */
function findSpaced(vocabulary: Vocabulary): Edit[] {
  const { text, size, starts, ends } = vocabulary;
  const isSingle = (i: number): boolean => (ends[i] as number) - (starts[i] as number) === 1;
  const edits: Edit[] = [];
  for (let i = 0; i < size; i++) {
    if (!isSingle(i)) continue;
    let last = i;
    while (
      last + 1 < size &&
      isSingle(last + 1) &&
      (starts[last + 1] as number) - (ends[last] as number) === 1 &&
      besideNext(vocabulary, last)
    )
      last++;
    if (last - i + 1 >= MIN_SPACED) {
      const start = starts[i] as number;
      const letters = text.slice(start, ends[last]).replaceAll(" ", "");
      let at = start;
      for (const word of (ONLY_LETTERS.test(letters) && readRow(letters.toLowerCase(), vocabulary)) || []) {
        for (let n = 1; n < word.length; n++)
          edits.push({ start: at + 2 * n - 1, end: at + 2 * n, to: "", rule: "spaces:spaced", confidence: 0.9 });
        at += 2 * word.length;
      }
    }
    i = last;
  }
  return edits;
}

/** The row as one word, or as words of which one at least is long. */
function readRow(letters: string, vocabulary: Vocabulary): string[] | null {
  if (isWord(letters) && letters.length >= MIN_SPACED) return [letters];
  let best: string[] | null = null;
  for (let i = 2; i <= letters.length - 2 && !best; i++) {
    const [left, right] = [letters.slice(0, i), letters.slice(i)];
    const pair =
      (FUNCTION_WORDS.has(left) && right.length >= 4 && isWord(right)) ||
      (FUNCTION_WORDS.has(right) && left.length >= 4 && isWord(left));
    if (pair && perMillion(vocabulary, left.length > right.length ? left : right) > 1) best = [left, right];
  }
  return best;
}
