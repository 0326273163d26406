/**
 * Words with a space inside: "d e cliënt", "leer lingen", "b e g e l e i d e r". Pieces that are no words by themselves
 * are put together where they make a known one. Two known words ("boek gesprekken") only become one where the text has
 * other words broken so, and has this one in one piece.
 */
import { wordShare } from "../language/background.js";
import { FUNCTION_WORDS } from "../language/functionwords.js";
import { FIRST, formBits, isWord, LAST, WORD } from "../language/wordlist.js";
import type { Edit } from "./mapped.js";
import { isForeign, perMillion, type Vocabulary, type WordType } from "./vocabulary.js";

const ONLY_LETTERS = /^[\p{L}\p{M}]+$/u;
/** Letters of lists ("a en b") and marks of tables. */
const SINGLE = /^[\p{L}\p{N}]$/u;

/** One in how many words must be broken for certain before less certain ones count. */
const ONE_IN = 1500;

export function findSplit(vocabulary: Vocabulary): Edit[] {
  const spaced = findSpaced(vocabulary);
  const { sure, likely } = findPieces(vocabulary);
  const many = sure.length + spaced.length >= Math.max(2, vocabulary.size / ONE_IN);
  return merge([...spaced, ...sure, ...(many ? likely : []), ...findBroken(vocabulary, !many)]);
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

interface Word extends WordType {
  start: number;
  end: number;
}

function wordAt({ starts, ends, typeOf, types }: Vocabulary, i: number): Word {
  const type = types[typeOf[i] as number] as WordType;
  return { ...type, start: starts[i] as number, end: ends[i] as number };
}

const SPACE = 0x20;

/** Whether a word and the next one stand side by side, with white space of one line between them. */
function besideNext({ text, size, starts, ends }: Vocabulary, i: number): boolean {
  if (i < 0 || i + 1 >= size) return false;
  const from = ends[i] as number;
  const to = starts[i + 1] as number;
  if (to - from > 2 || to === from) return false;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) !== SPACE) return false;
  const after = text.charAt(ends[i + 1] as number);
  const start = starts[i] as number;
  return (
    after !== "'" &&
    after !== "’" &&
    after !== "-" &&
    !/[\p{L}\p{N}]-$/u.test(text.slice(Math.max(0, start - 2), start))
  );
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

function findPieces(vocabulary: Vocabulary): { sure: Edit[]; likely: Edit[] } {
  const { size, typeOf } = vocabulary;
  const { letters, stands } = standing(vocabulary);
  const isLetters = (i: number): boolean => letters[typeOf[i] as number] === 1;
  const isLoose = (i: number): boolean => stands[typeOf[i] as number] === 0;
  const sure: Edit[] = [];
  const likely: Edit[] = [];
  for (let i = 0; i + 1 < size; i++) {
    if (!(isLoose(i) || isLoose(i + 1)) || !isLetters(i) || !isLetters(i + 1) || !besideNext(vocabulary, i)) continue;
    const a = wordAt(vocabulary, i);
    const b = wordAt(vocabulary, i + 1);
    if (i + 2 < size && isLetters(i + 2) && besideNext(vocabulary, i + 1)) {
      const loose = [i, i + 1, i + 2].filter(isLoose).length;
      const c = wordAt(vocabulary, i + 2);
      if (loose >= 2 && joins([a, b, c], vocabulary) && !isForeign(vocabulary, i + 1)) {
        sure.push(gap(a, b, 0.9), gap(b, c, 0.9));
        i += 2;
        continue;
      }
    }
    if ((SINGLE.test(a.text) || SINGLE.test(b.text)) && isListed(vocabulary, i)) continue;
    // "een s teiger", "of e en": a letter beside a function word belongs to the other side.
    if ((SINGLE.test(a.text) && FUNCTION_WORDS.has(b.lower)) || (SINGLE.test(b.text) && FUNCTION_WORDS.has(a.lower)))
      continue;
    const between = joins([a, b], vocabulary) ? "" : ligatureBetween(a, b, vocabulary);
    if (between !== null) {
      if (isForeign(vocabulary, i)) continue;
      sure.push({ ...gap(a, b, 0.9), to: between, ...(between === "" ? {} : { rule: "encoding:ligature" }) });
      i++;
    } else if (mayJoin(a, b, isLoose(i), isLoose(i + 1)) && !isForeign(vocabulary, i)) {
      likely.push(gap(a, b, 0.8));
      i++;
    }
  }
  return { sure, likely };
}

/** Two pieces that make a word which the text does not have elsewhere, nor Dutch often. */
function mayJoin(a: Word, b: Word, looseA: boolean, looseB: boolean): boolean {
  if (/\p{Lu}/u.test(b.text) || /\p{Lu}/u.test(a.text.slice(1)) || a.text.length + b.text.length < 5) return false;
  if ((looseA && a.count > MAX_PIECE && a.text.length > 2) || (looseB && b.count > MAX_PIECE && b.text.length > 2))
    return false;
  return isWord(a.lower + b.lower);
}

const gap = (a: Word, b: Word, confidence: number): Edit => ({
  start: a.end,
  end: b.start,
  to: "",
  rule: "spaces:split",
  confidence,
});

/** Single letters with another one near are a list or a row of marks; one behind a mark is a sign or an option ("-e"). */
function isListed(vocabulary: Vocabulary, i: number): boolean {
  const { text, size, starts, typeOf, types } = vocabulary;
  if (/[^\s\p{L},;]\s?$/u.test(text.slice(Math.max(0, (starts[i] as number) - 2), starts[i]))) return true;
  return [i - 2, i - 1, i + 2, i + 3].some((n) => {
    const word = n < 0 || n >= size ? undefined : types[typeOf[n] as number];
    return word !== undefined && SINGLE.test(word.text) && word.lower !== "u";
  });
}

function joins(words: readonly Word[], vocabulary: Vocabulary): boolean {
  const first = words[0] as Word;
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
      (joined.length >= 6 && (formBits(joined) & WORD) > 0 && perMillion(vocabulary, joined) > 2)
    );
  }
  if (!isWord(joined) || /\p{Lu}/u.test(first.text.slice(1))) return false;
  // "installer en" is an unknown word and "en", not "installeren".
  const last = words.at(-1) as Word;
  if (words.length === 2 && FUNCTION_WORDS.has(last.lower) && first.text.length >= 4 && first.count > 1) return false;
  if (own > 0) return true;
  // A word that the text does not have elsewhere must be one of the list, and no rare one.
  return (formBits(joined) & WORD) > 0 && joined.length >= 5 && perMillion(vocabulary, joined) > 0.5;
}

/** "speci ek": the sign of a ligature that was lost; null if none makes a word. */
function ligatureBetween(a: Word, b: Word, vocabulary: Vocabulary): string | null {
  if (/\p{Lu}/u.test(b.text) || a.text.length + b.text.length < 4) return null;
  const fits = LIGATURES.filter((ligature) => {
    const whole = a.lower + ligature + b.lower;
    return (
      isWord(whole) &&
      ((vocabulary.counts.get(whole) ?? 0) > 0 || ((formBits(whole) & WORD) > 0 && perMillion(vocabulary, whole) > 0.5))
    );
  });
  return fits.length === 1 ? (fits[0] as string) : null;
}

const LIGATURES = ["fi", "fl", "ff", "ffi", "ffl"];

/** Two known words that are one: `strict` where the text shows no other words broken so. */
function findBroken(vocabulary: Vocabulary, strict: boolean): Edit[] {
  const { size, counts, typeOf, types } = vocabulary;
  /** How often the text has the two words: more than twice, and the writer sees them as two. */
  const times = new Map<string, number>();
  const found: { edit: Edit; joined: string; own: number }[] = [];
  for (let i = 0; i + 1 < size; i++) {
    const first = types[typeOf[i] as number] as WordType;
    const second = types[typeOf[i + 1] as number] as WordType;
    if (first.text.length < 3 || second.text.length < 3 || !first.known || !second.known) continue;
    if (!besideNext(vocabulary, i)) continue;
    const joined = first.lower + second.lower;
    const own = counts.get(joined) ?? 0;
    if (FUNCTION_WORDS.has(second.lower) && (strict || own < 2 || first.count > 1)) continue;
    if (own === 0 || /\p{Lu}/u.test(second.text) || (FUNCTION_WORDS.has(first.lower) && own < 3)) continue;
    const a = wordAt(vocabulary, i);
    const b = wordAt(vocabulary, i + 1);
    const rare =
      own >= 3 && (perMillion(vocabulary, b.lower) * Math.max(size, 2000) < 3e6 || (!strict && a.count === 1));
    const compound =
      !strict &&
      (formBits(a.lower) & FIRST) > 0 &&
      (formBits(b.lower) & (LAST | FIRST)) > 0 &&
      !FUNCTION_WORDS.has(a.lower);
    if ((!compound && !rare) || isForeign(vocabulary, i)) continue;
    times.set(joined, (times.get(joined) ?? 0) + 1);
    found.push({ edit: gap(a, b, 0.8), joined, own });
    i++;
  }
  return found.filter(({ joined, own }) => (times.get(joined) ?? 0) <= Math.min(2, own)).map(({ edit }) => edit);
}

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
