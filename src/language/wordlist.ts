/**
 * The Dutch word list (OpenTaal), as an automaton that shares beginnings and ends of words. It knows which words
 * compounds are made of, so that a compound of known words is known. Decoded at first use.
 */
import data from "../../data/wordlist/nl.json" with { type: "json" };

/** What a form of the list may be; the same numbers stand in scripts/wordlist.mjs. */
export const WORD = 1;
/** First or middle part of a compound ("begeleidings", "zorg"). */
export const FIRST = 2;
/** Last part of a compound. */
export const LAST = 4;
/** First part, with a hyphen behind it only ("mbo-"). */
export const HYPHEN = 8;
/** Looks like a compound and is wrong. */
export const FORBIDDEN = 16;

/** A node of the automaton; {@link ROOT} is where a word begins, {@link NOWHERE} where no word goes on. */
export type Node = number;
export const NOWHERE: Node = -1;

interface Automaton {
  root: Node;
  bits: Uint8Array;
  /** Index of the first edge of each node; one more than there are nodes. */
  first: Int32Array;
  codes: Uint16Array;
  targets: Int32Array;
  /** The edges of the root by UTF-16 unit. */
  start: Map<number, Node>;
}

let automaton: Automaton | undefined;

function load(): Automaton {
  if (automaton) return automaton;
  const packed = atob(data.automaton);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = packed.charCodeAt(i);
  const bits = new Uint8Array(data.nodes);
  const first = new Int32Array(data.nodes + 1);
  const codes = new Uint16Array(data.edges);
  const targets = new Int32Array(data.edges);
  let at = 0;
  let edge = 0;
  for (let node = 0; node < data.nodes; node++) {
    const head = bytes[at++] as number;
    bits[node] = head >> 3;
    first[node] = edge;
    const size = (head & 7) === 7 ? (bytes[at++] as number) : head & 7;
    for (let i = 0; i < size; i++) {
      const letter = bytes[at++] as number;
      codes[edge] = data.letters.charCodeAt(letter & 127);
      let back = 1;
      if (letter < 128) {
        back = 0;
        for (let shift = 0; ; shift += 7) {
          const part = bytes[at++] as number;
          back |= (part & 127) << shift;
          if (part < 128) break;
        }
      }
      targets[edge++] = node - back;
    }
  }
  first[data.nodes] = edge;
  const root = data.nodes - 1;
  const start = new Map<number, Node>();
  for (let i = first[root] as number; i < edge; i++) start.set(codes[i] as number, targets[i] as number);
  automaton = { root, bits, first, codes, targets, start };
  return automaton;
}

/** Where words begin. */
export const rootNode = (): Node => load().root;

/** The node that one more UTF-16 unit leads to; {@link NOWHERE} if no word goes on so. */
export function step(node: Node, code: number): Node {
  const { root, first, codes, targets, start } = load();
  if (node === root) return start.get(code) ?? NOWHERE;
  const end = first[node + 1] as number;
  for (let i = first[node] as number; i < end; i++) if (codes[i] === code) return targets[i] as number;
  return NOWHERE;
}

/** What the word that ends in a node may be. */
export const nodeBits = (node: Node): number => (node === NOWHERE ? 0 : (load().bits[node] as number));

/** What a form may be, exactly as written; 0 if the list does not have it. */
export function formBits(form: string): number {
  let node = rootNode();
  for (let i = 0; i < form.length; i++) {
    node = step(node, form.charCodeAt(i));
    if (node === NOWHERE) return 0;
  }
  return nodeBits(node);
}

/** Between these letters two parts of a compound take a hyphen: they would read as one vowel. */
const CLASH = /^(?:a[aeiu]|e[eiu]|é[aeiu]|i[ei]|o[eiou]|u[iu]|ij)$/u;
export const vowelsClash = (left: string, right: string): boolean => CLASH.test(left.slice(-1) + right.slice(0, 1));

const MIN_PART = 3;
const MAX_PARTS = 4;
/** Longer forms are not taken apart. */
const MAX_COMPOUND = 60;

/**
 * The parts of a compound as the word list allows it, without a hyphen; null if it is none.
 * @param form lower case
 */
export function compoundParts(form: string): string[] | null {
  if (form.length < 2 * MIN_PART || form.length > MAX_COMPOUND || formBits(form) & FORBIDDEN) return null;
  return parts(form, MAX_PARTS, new Map());
}

function parts(form: string, most: number, seen: Map<string, string[] | null>): string[] | null {
  const key = `${most}${form}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  let found: string[] | null = null;
  let node = rootNode();
  // The longest first part first: "gehandicapten + zorg" before "gehandicapte + nzorg".
  const ends: number[] = [];
  for (let i = 0; i < form.length - MIN_PART; i++) {
    node = step(node, form.charCodeAt(i));
    if (node === NOWHERE) break;
    if (i + 1 >= MIN_PART && nodeBits(node) & FIRST) ends.push(i + 1);
  }
  for (let n = ends.length - 1; n >= 0 && !found; n--) {
    const left = form.slice(0, ends[n]);
    const right = form.slice(ends[n]);
    if (vowelsClash(left, right)) continue;
    if (formBits(right) & LAST) found = [left, right];
    else if (most > 2) {
      const rest = parts(right, most - 1, seen);
      if (rest && rest[0] !== left) found = [left, ...rest];
    }
  }
  seen.set(key, found);
  return found;
}

/** Numbers in words are written as one ("vijfentwintig", "tweejarige", "drieënveertigste"). */
const UNIT = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen";
const TENS =
  "tien|elf|twaalf|(?:der|veer|vijf|zes|zeven|acht|negen)tien|(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig";
const HUNDREDS = `(?:(?:${UNIT}|${TENS})?(?:honderd|duizend)(?:en)?)?`;
const NUMERAL = new RegExp(
  `^(?=.{4})${HUNDREDS}(?:(?:(?:${UNIT})[eë]n)?(?:${TENS})|${UNIT})?(?:s?te|de|jarigen?|jarig|tal|voudige?|maal|daagse?)?$`,
  "u",
);

const isCapital = (c: string): boolean => c !== c.toLowerCase();
const capitalised = (form: string): string => form.charAt(0).toUpperCase() + form.slice(1);
/** "dát", "vóór", "zélf": an accent that only shows stress. */
const unstressed = (form: string): string =>
  form.replace(/[áéíóúàèìòù]/gu, (c) => "aeiouaeiou".charAt("áéíóúàèìòù".indexOf(c))).replace("ij́", "ij");

const cache = new Map<string, boolean>();
const MAX_CACHE = 300_000;

/**
 * Whether the list knows a word as written: in lower case, with a capital at the start of a sentence, in capitals;
 * as a name, its genitive, a plural with an apostrophe, a compound, with an accent for stress, or joined by hyphens.
 */
export function isWord(word: string): boolean {
  const known = cache.get(word);
  if (known !== undefined) return known;
  if (cache.size >= MAX_CACHE) cache.clear();
  const plain = word.replace(/[’‘`´]/g, "'").replace(/[\u2010\u2011]/g, "-");
  const result = plain.includes("-")
    ? plain.split("-").every((part) => part === "" || isSimple(part)) || isSimple(plain)
    : isSimple(plain);
  cache.set(word, result);
  return result;
}

function isSimple(word: string): boolean {
  if (formBits(word) & WORD) return true;
  const lower = word.toLowerCase();
  if (lower !== word && isLower(lower)) {
    const rest = word.slice(1);
    if (rest === rest.toLowerCase() || rest === rest.toUpperCase()) return true;
  }
  if (lower === word && isLower(lower)) return true;
  if (word.length >= 4 && word === word.toUpperCase() && formBits(capitalised(lower)) & WORD) return true;
  // A name with the s of the genitive.
  return isCapital(word.charAt(0)) && /..'?s$/.test(word) && (formBits(word.replace(/'?s$/, "")) & WORD) !== 0;
}

function isLower(lower: string): boolean {
  if (formBits(lower) & WORD) return true;
  if (compoundParts(lower) || NUMERAL.test(lower)) return true;
  const plain = unstressed(lower);
  return plain !== lower && ((formBits(plain) & WORD) !== 0 || compoundParts(plain) !== null);
}
