/** The Dutch words that a damaged one can have been: a walk through the word list that allows for misread letters. */
import { CONFUSIONS, type ConfusionKind, LOST_LETTERS } from "../language/confusions.js";
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
  /** Which kinds of misreading it takes. */
  kinds: ReadonlySet<ConfusionKind>;
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

/**
 * @param word the damaged word; lower case but for a capital I between small letters, which may be an l
 * @param most what the misreadings may cost together
 * @returns cheapest first
 */
export function candidates(word: string, most: number): Candidate[] {
  let all = search(word, most, "none");
  // Compounds come last: there are so many that one can be made of nearly anything.
  if (all.length === 0 && word.length > 2 * MIN_PART) all = search(word, most, "strict");
  // "patiëntveilig": a compound that the list does not allow, for misread accents only.
  if (all.length === 0 && word.length >= LONG) all = search(word, ACCENT, "loose");
  return all.sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1));
}

function search(word: string, most: number, compounds: Search["compounds"]): Candidate[] {
  const state: Search = { word, most, compounds, steps: 0, found: new Map() };
  walk(state, rootNode(), 0, 0, [], "", 0, 1);
  return [...state.found.values()];
}

function walk(
  state: Search,
  node: Node,
  at: number,
  cost: number,
  kinds: readonly ConfusionKind[],
  built: string,
  partStart: number,
  part: number,
): void {
  if (node === NOWHERE || state.steps++ > MAX_STEPS) return;
  const { word, found } = state;
  if (at === word.length) {
    const bits = nodeBits(node);
    const last = state.compounds === "loose" && built.length - partStart >= MIN_PART + 1 ? WORD | LAST : LAST;
    const whole = part === 1 ? bits & WORD : bits & last && !(formBits(built) & FORBIDDEN);
    if (whole && cost > 0) {
      const known = found.get(built);
      if (!known || cost < known.cost) {
        found.set(built, { word: built, cost, kinds: new Set(kinds), compound: part > 1 });
      }
    }
    return;
  }
  if (
    state.compounds !== "none" &&
    part < MAX_PARTS &&
    built.length - partStart >= MIN_PART &&
    nodeBits(node) & FIRST
  ) {
    const begun = built.slice(partStart);
    // The vowels that meet are looked at when the next letter is there.
    walkNext(state, rootNode(), at, cost, kinds, built, built.length, part + 1, begun);
  }
  walkNext(state, node, at, cost, kinds, built, partStart, part, "");
}

function walkNext(
  state: Search,
  node: Node,
  at: number,
  cost: number,
  kinds: readonly ConfusionKind[],
  built: string,
  partStart: number,
  part: number,
  behind: string,
): void {
  const { word, most } = state;
  const go = (meant: string, length: number, price: number, more: readonly ConfusionKind[]): void => {
    if (cost + price > most || (behind !== "" && vowelsClash(behind, meant))) return;
    let next: Node = node;
    for (let i = 0; i < meant.length && next !== NOWHERE; i++) next = step(next, meant.charCodeAt(i));
    if (next !== NOWHERE) walk(state, next, at + length, cost + price, more, built + meant, partStart, part);
  };
  go(word.charAt(at), 1, 0, kinds);
  if (cost >= most) return;
  for (const { seen, meant, cost: price, kind } of CONFUSIONS.get(word.charCodeAt(at)) ?? []) {
    if (cost + price <= most && (seen.length === 1 || word.startsWith(seen, at)))
      go(meant, seen.length, price, [...kinds, kind]);
  }
  if (at > 0 && at < word.length - 1 && !IS_WORD_CHARACTER.test(word.charAt(at))) {
    for (const { meant, cost: price, kind } of LOST_LETTERS) go(meant, 1, price, [...kinds, kind]);
  }
}
