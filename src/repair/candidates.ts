/** The Dutch words that a damaged one can have been: a walk through the word list that allows for misread letters. */
import { CONFUSIONS, LOST_LETTERS } from "../language/confusions.js";
import {
  FIRST,
  FORBIDDEN,
  formBits,
  LAST,
  NOWHERE,
  type Node,
  nodeBits,
  rootNode,
  step,
  vowelsClash,
  WORD,
} from "../language/wordlist.js";

export interface Candidate {
  /** Lower case. */
  word: string;
  cost: number;
  /** Takes letters of a like shape, not only accents, digits and marks. */
  byShape: boolean;
  compound: boolean;
}

/** More steps than this and the search is given up: a word that long and odd is none. */
const MAX_STEPS = 20_000;
const MIN_PART = 3;
/** Loose compounds are looked for in words of this length, for misreadings no dearer than the next number. */
const LONG = 10;
const ACCENT = 0.5;
const MAX_PARTS = 4;
const IS_WORD_CHARACTER = /[\p{L}\p{N}]/u;

interface Search {
  word: string;
  most: number;
  compounds: "none" | "strict" | "loose";
  steps: number;
  found: Map<string, Candidate>;
}

/** A way to read the word up to a place. */
interface Reading {
  /** Index in the damaged word. */
  at: number;
  cost: number;
  byShape: boolean;
  /** What was read so far, where its last part begins and how many parts there are. */
  built: string;
  partStart: number;
  part: number;
}

/** A text is repaired in rounds, most of its words the same in each. */
const cache = new Map<string, readonly Candidate[]>();
const MAX_CACHE = 50_000;

/**
 * @param word the damaged word; lower case but for a capital I between small letters, which may be an l
 * @param most what the misreadings may cost together
 * @returns cheapest first
 */
export function candidates(word: string, most: number): readonly Candidate[] {
  const key = `${most} ${word}`;
  let all = cache.get(key);
  if (all) return all;
  all = searchAll(word, most);
  if (cache.size >= MAX_CACHE) cache.clear();
  cache.set(key, all);
  return all;
}

function searchAll(word: string, most: number): Candidate[] {
  let all = search(word, most, "none");
  // Compounds come last: there are so many that one can be made of nearly anything.
  if (all.length === 0 && word.length > 2 * MIN_PART) all = search(word, most, "strict");
  // "patiëntveilig": a compound that the list does not allow, for misread accents only.
  if (all.length === 0 && word.length >= LONG) all = search(word, ACCENT, "loose");
  return all.sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1));
}

function search(word: string, most: number, compounds: Search["compounds"]): Candidate[] {
  const state: Search = { word, most, compounds, steps: 0, found: new Map() };
  walk(state, rootNode(), { at: 0, cost: 0, byShape: false, built: "", partStart: 0, part: 1 });
  return [...state.found.values()];
}

function walk(state: Search, node: Node, reading: Reading): void {
  if (state.steps++ > MAX_STEPS) return;
  const { built, partStart, part } = reading;
  if (reading.at === state.word.length) {
    keep(state, node, reading);
    return;
  }
  if (
    state.compounds !== "none" &&
    part < MAX_PARTS &&
    built.length - partStart >= MIN_PART &&
    nodeBits(node) & FIRST
  ) {
    // The vowels that meet are looked at when the next letter is there.
    const begun = { ...reading, partStart: built.length, part: part + 1 };
    walkNext(state, rootNode(), begun, built.slice(partStart));
  }
  walkNext(state, node, reading, "");
}

/** Keeps the word that a reading has come to, if it is one. */
function keep({ compounds, found }: Search, node: Node, { cost, byShape, built, partStart, part }: Reading): void {
  const bits = nodeBits(node);
  const last = compounds === "loose" && built.length - partStart >= MIN_PART + 1 ? WORD | LAST : LAST;
  const whole = part === 1 ? bits & WORD : bits & last && !(formBits(built) & FORBIDDEN);
  if (!whole || cost === 0) return;
  const known = found.get(built);
  if (!known || cost < known.cost) found.set(built, { word: built, cost, byShape, compound: part > 1 });
}

/** @param behind the part that ends here, if the next letter begins a new one */
function walkNext(state: Search, node: Node, reading: Reading, behind: string): void {
  const { word, most } = state;
  const { at, cost } = reading;
  const code = word.charCodeAt(at);
  const same = step(node, code);
  if (same !== NOWHERE) take(state, same, reading, behind, word.charAt(at), 1, 0, false);
  if (cost >= most) return;
  for (const { seen, meant, cost: price, kind } of CONFUSIONS.get(code) ?? []) {
    if (cost + price > most || (seen.length > 1 && !word.startsWith(seen, at))) continue;
    const next = stepAll(node, meant);
    if (next !== NOWHERE) take(state, next, reading, behind, meant, seen.length, price, kind === "letter");
  }
  if (at > 0 && at < word.length - 1 && !IS_WORD_CHARACTER.test(word.charAt(at))) {
    for (const { meant, cost: price } of LOST_LETTERS) {
      if (cost + price > most) continue;
      const next = stepAll(node, meant);
      if (next !== NOWHERE) take(state, next, reading, behind, meant, 1, price, false);
    }
  }
}

function stepAll(node: Node, letters: string): Node {
  let next = node;
  for (let i = 0; i < letters.length && next !== NOWHERE; i++) next = step(next, letters.charCodeAt(i));
  return next;
}

function take(
  state: Search,
  node: Node,
  reading: Reading,
  behind: string,
  meant: string,
  length: number,
  price: number,
  byShape: boolean,
): void {
  if (behind !== "" && vowelsClash(behind, meant)) return;
  walk(state, node, {
    at: reading.at + length,
    cost: reading.cost + price,
    byShape: reading.byShape || byShape,
    built: reading.built + meant,
    partStart: reading.partStart,
    part: reading.part,
  });
}
