/** The words of one text: where they stand, how often, and which of them Dutch knows. */
import { wordShare } from "../language/background.js";
import { fold } from "../language/fold.js";
import { ENGLISH } from "../language/functionwords.js";
import { isWord } from "../language/wordlist.js";
import { characterClasses, IN_WORD, LETTER, MARK, ODD } from "./characters.js";

/** What a web or mail address or the name of a file has. */
const ADDRESS =
  /:\/\/|www\.|@(?=\p{L})(?<=\p{L}@)|\.(?:nl|com|org|net|eu|gov|edu|example|html?|php|pdf|docx?|xlsx?|txt)(?![\p{L}\p{N}])(?<=[\p{L}\p{N}]\.\w+)/gu;

export interface WordType {
  text: string;
  lower: string;
  count: number;
  /** Whether Dutch knows it as written. */
  known: boolean;
}

export interface Vocabulary {
  text: string;
  /** Number of words. */
  size: number;
  starts: Int32Array;
  ends: Int32Array;
  /** Index in `types` of each word. */
  typeOf: Int32Array;
  types: WordType[];
  /** How often a known word occurs, whatever its case. */
  counts: ReadonlyMap<string, number>;
  /** The same for unknown words. */
  unknown: ReadonlyMap<string, number>;
  /** Ranges in which nothing is mended: web addresses. */
  addresses: readonly [number, number][];
}

/** The ranges of web and mail addresses and names of files: from white space to white space. */
function findAddresses(text: string): [number, number][] {
  const out: [number, number][] = [];
  let last = 0;
  for (const { index } of text.matchAll(ADDRESS)) {
    if (index < last) continue;
    let start = index;
    let end = index;
    while (start > last && text.charCodeAt(start - 1) > 32) start--;
    while (end < text.length && text.charCodeAt(end) > 32) end++;
    out.push([start, end]);
    last = end;
  }
  return out;
}

const APOSTROPHE = 0x27;
const CLOSING_QUOTE = 0x2019;

/** Offset behind the word that begins at `start`: letters and digits, and what may stand between two of them. */
function wordEnd(text: string, start: number, classes: Uint8Array): number {
  let end = start + 1;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    const own = classes[code] as number;
    if (own & (IN_WORD | MARK)) end++;
    else {
      const next = end + 1 < text.length ? (classes[text.charCodeAt(end + 1)] as number) : 0;
      const inside = code === APOSTROPHE || code === CLOSING_QUOTE ? next & LETTER : own & ODD && next & IN_WORD;
      if (!inside) break;
      end += 2;
    }
  }
  return end;
}

export function readVocabulary(text: string): Vocabulary {
  const classes = characterClasses();
  const addresses = findAddresses(text);
  const starts: number[] = [];
  const ends: number[] = [];
  const typeOf: number[] = [];
  const types: WordType[] = [];
  const index = new Map<string, number>();
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    if (!((classes[text.charCodeAt(at)] as number) & IN_WORD)) continue;
    const start = at;
    const end = wordEnd(text, start, classes);
    at = end - 1;
    while (next < addresses.length && (addresses[next] as [number, number])[1] <= start) next++;
    const address = addresses[next];
    if (address && address[0] <= start) continue;
    const word = text.slice(start, end);
    let type = index.get(word);
    if (type === undefined) {
      type = types.length;
      index.set(word, type);
      types.push({ text: word, lower: word.toLowerCase(), count: 0, known: isWord(word) });
    }
    (types[type] as WordType).count++;
    starts.push(start);
    ends.push(end);
    typeOf.push(type);
  }
  const counts = new Map<string, number>();
  const unknown = new Map<string, number>();
  for (const { known, lower, count } of types) {
    const into = known ? counts : unknown;
    into.set(lower, (into.get(lower) ?? 0) + count);
  }
  return {
    text,
    size: starts.length,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    typeOf: Int32Array.from(typeOf),
    types,
    counts,
    unknown,
    addresses,
  };
}

/** Words of a text are taken to be at least this many, so that a word in a short text does not count as common. */
const MIN_SIZE = 2000;
/** Words in a sentence, to make shares of sentences shares of words. */
const PER_SENTENCE = 15;

/**
 * How often a known word is to be expected among a million: from the text itself and from Dutch at large.
 * @param less how many of its occurrences in the text do not count
 */
export function perMillion(vocabulary: Vocabulary, lower: string, less = 0): number {
  const count = Math.max(0, (vocabulary.counts.get(lower) ?? 0) - less);
  const own = (count * 1e6) / Math.max(vocabulary.size, MIN_SIZE);
  return own + (wordShare(fold(lower)) * 1e6) / PER_SENTENCE;
}

/** Below this share of known words a text is not Dutch, or beyond repair. */
const LEAST_KNOWN = 0.55;

/** Whether most words of a text are Dutch; without words there is nothing to mend. */
export function isDutch({ types }: Vocabulary): boolean {
  let known = 0;
  let all = 0;
  for (const type of types) {
    if (type.text.length < 2 || /^\p{N}+$/u.test(type.text)) continue;
    all += type.count;
    if (type.known) known += type.count;
  }
  return all > 0 && known >= all * LEAST_KNOWN;
}

/** How many words to each side tell the language of a passage. */
const NEAR = 5;

/**
 * Whether a word stands in a passage of another language: at least two of the words near are English, or half of them
 * are words that Dutch does not know.
 * @param isDamaged unknown words that are known to be damaged Dutch ones
 */
export function isForeign(
  { size, typeOf, types }: Vocabulary,
  at: number,
  isDamaged: (word: string) => boolean = () => false,
): boolean {
  let english = 0;
  let strange = 0;
  let all = 0;
  // Strange words among the three before and the three behind.
  let before = 0;
  let behind = 0;
  for (let i = Math.max(0, at - NEAR); i < Math.min(size, at + NEAR + 1); i++) {
    if (i === at) continue;
    const { text, lower, known } = types[typeOf[i] as number] as WordType;
    all++;
    if (ENGLISH.has(lower)) english++;
    if (known || text.length < 3 || /\p{N}/u.test(text) || isDamaged(text)) continue;
    strange++;
    if (i < at && i >= at - 3) before++;
    if (i > at && i <= at + 3) behind++;
  }
  return english >= 2 || before >= 2 || behind >= 2 || (all >= NEAR && strange * 2 >= all);
}
