/**
 * How rare words are in Dutch at large: fixed statistics, so that what two texts are to each other does not change
 * when a third joins.
 */
import data from "../../data/background/words.json" with { type: "json" };
import { stemDutch } from "./snowball.js";

/**
 * Weight of the legislation counts, in sentences: where the curriculum texts (nearer to our documents) have seen a
 * word often, they decide; where they have not, legislation does.
 */
const LEGISLATION_SENTENCES = 5000;

/** The share of sentences in which an unseen word is taken to occur: once in all curriculum texts, with its prior. */
const FLOOR = 0.5 / (data.sentences.curriculum + LEGISLATION_SENTENCES);

interface Words {
  list: string[];
  /** The place of each word in the list. */
  rows: Map<string, number>;
  /** By place: the share of sentences that hold the word. */
  shares: Float64Array;
}

let known: Words | undefined;

function knownWords(): Words {
  if (known) return known;
  const { legislation, curriculum } = data.sentences;
  const list = data.words.split(" ");
  const rows = new Map<string, number>();
  const shares = new Float64Array(list.length);
  for (let i = 0; i < list.length; i++) {
    const l = (data.legislation[i] ?? 0) / legislation;
    const c = data.curriculum[i] ?? 0;
    shares[i] = (c + LEGISLATION_SENTENCES * l) / (curriculum + LEGISLATION_SENTENCES);
    rows.set(list[i] as string, i);
  }
  known = { list, rows, shares };
  return known;
}

/** The place of a folded word among the words that the background statistics know; undefined for others. */
export const wordRow = (word: string): number | undefined => knownWords().rows.get(word);

/** Sums the shares of the words by their stem; at most 1. */
function stemShares(): Map<string, number> {
  const out = new Map<string, number>();
  const { list, shares } = knownWords();
  for (let i = 0; i < list.length; i++) {
    const stem = stemDutch(list[i] as string);
    out.set(stem, Math.min(1, (out.get(stem) ?? 0) + (shares[i] as number)));
  }
  return out;
}

const rarity = (share: number | undefined): number => Math.log(1 / Math.max(share ?? 0, FLOOR));

let stems: Map<string, number> | undefined;
/** Natural logarithm of one over the share of sentences that hold a word with this stem: 0 (in all) to about 11 (unseen). */
export function stemRarity(stem: string): number {
  stems ??= stemShares();
  return rarity(stems.get(stem));
}

/** The share of sentences (0..1) that hold a folded word; 0 if it was never seen. */
export function wordShare(word: string): number {
  const row = wordRow(word);
  return row === undefined ? 0 : (knownWords().shares[row] as number);
}

/** Whether the background statistics know a folded word at all. */
export function isKnownWord(word: string): boolean {
  return wordRow(word) !== undefined;
}

const Z = 27;
const letterOf = (code: number): number => (code >= 97 && code <= 122 ? code - 96 : 0);
let trigrams: { one: Float64Array; two: Float64Array; three: Float64Array; total: number } | undefined;

/** Counts of letters, pairs and triples in the words of the background, each word once; 0 is the edge of a word. */
function letterTrigrams(): NonNullable<typeof trigrams> {
  if (trigrams) return trigrams;
  const one = new Float64Array(Z);
  const two = new Float64Array(Z * Z);
  const three = new Float64Array(Z * Z * Z);
  for (const word of knownWords().list) {
    let a = 0;
    let b = 0;
    for (let i = 0; i <= word.length; i++) {
      const c = i < word.length ? letterOf(word.charCodeAt(i)) : 0;
      one[c] = (one[c] as number) + 1;
      two[b * Z + c] = (two[b * Z + c] as number) + 1;
      const at = (a * Z + b) * Z + c;
      three[at] = (three[at] as number) + 1;
      a = b;
      b = c;
    }
  }
  trigrams = { one, two, three, total: one.reduce((sum, count) => sum + count, 0) };
  return trigrams;
}

/**
 * log10 of the probability that a new Dutch word is spelt so: letter trigrams with interpolation (Jelinek and Mercer by
 * counts), about -0.75 a letter for a likely one.
 * @param word folded
 */
export function spelling(word: string): number {
  const { one, two, three, total } = letterTrigrams();
  let a = 0;
  let b = 0;
  let sum = 0;
  for (let i = 0; i <= word.length; i++) {
    const c = i < word.length ? letterOf(word.charCodeAt(i)) : 0;
    const own = ((one[c] as number) + 1) / (total + Z);
    const before = i === 0 ? (one[0] as number) : (one[b] as number);
    const pair = ((two[b * Z + c] as number) + 5 * own) / (before + 5);
    const context = i === 0 ? before : (two[a * Z + b] as number);
    sum += Math.log10(((three[(a * Z + b) * Z + c] as number) + 5 * pair) / (context + 5));
    a = b;
    b = c;
  }
  return sum;
}

const gramTables = new Map<number, Float64Array>();

/** Where a gram stands in the table of its length; -1 with other characters than a–z and space. */
function gramCode(gram: string): number {
  let code = 0;
  for (let i = 0; i < gram.length; i++) {
    const unit = gram.charCodeAt(i);
    const letter = letterOf(unit);
    if (letter === 0 && unit !== 32) return -1;
    code = code * Z + letter;
  }
  return code;
}

/** For each gram of `n` letters, by its {@link gramCode}, the shares of the words that hold it; at most 1. */
function gramShares(n: number): Float64Array {
  const { list, shares } = knownWords();
  const out = new Float64Array(Z ** n);
  /** The last word that held each, counted from 1: a word counts once. */
  const holder = new Int32Array(out.length);
  for (let w = 0; w < list.length; w++) {
    const padded = ` ${list[w]} `;
    for (let i = 0; i === 0 || i + n <= padded.length; i++) {
      const code = gramCode(padded.slice(i, i + n));
      if (code < 0 || holder[code] === w + 1) continue;
      holder[code] = w + 1;
      out[code] = Math.min(1, (out[code] as number) + (shares[w] as number));
    }
  }
  return out;
}

/**
 * As {@link stemRarity}, for a character n-gram of a word padded with one space on both sides.
 * @param gram n-gram of `n` characters (or a whole padded word that is shorter)
 * @param n 1 to 4
 */
export function gramRarity(gram: string, n: number): number {
  let table = gramTables.get(n);
  if (!table) {
    table = gramShares(n);
    gramTables.set(n, table);
  }
  const code = gramCode(gram);
  return rarity(code < 0 ? 0 : table[code]);
}

/** The character n-grams of a word padded with one space on both sides, in order; a shorter padded word is one gram. */
export function charNgrams(word: string, n: number): string[] {
  const padded = ` ${word} `;
  if (padded.length <= n) return [padded];
  const out: string[] = [];
  for (let i = 0; i + n <= padded.length; i++) out.push(padded.slice(i, i + n));
  return out;
}
