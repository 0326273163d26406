/**
 * Letters misread by optical character recognition or lost by an encoding: "cliént", "codrdinator", "beinvioeden",
 * "p1anten", "bornen". Only a word that Dutch does not know is looked at; it becomes the likeliest known word that it
 * can have been, if that is likely enough and much likelier than the next one. What may be a name, a code, a word of
 * another language or a compound of its own stays as it is.
 */
import { fold } from "../language/fold.js";
import { FUNCTION_WORDS } from "../language/functionwords.js";
import { compoundParts, FIRST, formBits, HYPHEN, isWord, LAST, WORD } from "../language/wordlist.js";
import { type Candidate, candidates } from "./candidates.js";
import type { Edit } from "./mapped.js";
import { isForeign, perMillion, type Vocabulary, type WordType } from "./vocabulary.js";

/** Shortest and longest word that is mended. */
const MIN_LENGTH = 3;
const MAX_LENGTH = 45;
const ONLY_LETTERS = /^[\p{L}\p{M}]+$/u;
/** What the misreadings in one word may cost, by its length. */
const mostFor = (length: number): number =>
  length <= 3 ? 0.5 : length === 4 ? 1 : length <= 6 ? 1.3 : length <= 9 ? 1.9 : 2.4;

export interface LetterRepair {
  /** In lower case. */
  to: string;
  confidence: number;
  /** Takes letters of a like shape, not only accents, digits and marks. */
  byShape: boolean;
}

/** How many words of a text must be damaged for certain before less certain ones count, and one in how many. */
const LEAST_DAMAGED = 3;
const ONE_IN = 1200;

/** Decides for each unknown word of a text what it was; words that stay are not in the answer. */
export function decideLetters(vocabulary: Vocabulary): Map<string, LetterRepair> {
  const out = new Map<string, LetterRepair>();
  const doubtful: [WordType, Found][] = [];
  let damaged = 0;
  let unknown = 0;
  for (const type of vocabulary.types) {
    if (type.known) continue;
    if (unknown++ >= MAX_UNKNOWN) break;
    const found = likeliest(type, vocabulary);
    if (!found) continue;
    if (isLikely(found, vocabulary, 0)) {
      out.set(type.text, repairOf(found));
      // An accent that is not there may have been left out by the writer.
      if (fold(found.best.word) !== found.word) damaged += type.count;
    } else doubtful.push([type, found]);
  }
  // A text that shows misread letters has more of them than those that leave no doubt.
  if (damaged >= Math.max(LEAST_DAMAGED, vocabulary.size / ONE_IN)) {
    for (const [type, found] of doubtful) if (isLikely(found, vocabulary, RELAXED)) out.set(type.text, repairOf(found));
  }
  return out;
}

/** No text that can be mended has more unknown words; what comes after them is left alone, so that time stays bounded. */
export const MAX_UNKNOWN = 30_000;

/** How much worse a word may be in a text with many misread ones, in powers of ten. */
const RELAXED = 1.3;

interface Found {
  word: string;
  best: Candidate;
  score: number;
  /** How much better than the next one. */
  margin: number;
  named: boolean;
}

const repairOf = ({ best, score, margin }: Found): LetterRepair => {
  const byShape = best.byShape;
  return { to: best.word, confidence: confidence(score, margin, byShape), byShape };
};

/** A word of digits and capitals is a code. */
const CODE = /^(?:\p{Lu}{1,5}\p{N}(?!\p{Ll}{3})|\p{N}+\p{Lu}|\p{Lu}+\p{N}*$)|\p{N}{3}|\p{L}\p{N}{2,3}$/u;
/** A bar that may be an l: between two known words ("ha|en") only where one of them is rare. */
const BAR = /^[^|]+\|[^|]+$/u;
const RARE = 5;
/** A known word, or a short one, with a digit behind it has the mark of a note. */
const MARKED = /^(\p{L}+)\p{N}$/u;
const LEAST_STEM = 4;

/** The likeliest word that an unknown one can have been; null where it is no damaged word at all. */
function likeliest({ text }: WordType, vocabulary: Vocabulary): Found | null {
  if (text.length < MIN_LENGTH || text.length > MAX_LENGTH) return null;
  const letters = text.replace(/[^\p{L}]/gu, "");
  if (letters.length < 2) return null;
  const capitals = text.replace(/[^\p{Lu}]/gu, "").length;
  const upper = capitals === letters.length && capitals > 1;
  if (CODE.test(text) && !(upper && text.length >= 8)) return null;
  const stem = MARKED.exec(text)?.[1];
  if (stem !== undefined && (stem.length < LEAST_STEM || isWord(stem))) return null;
  // Capitals inside are a name or a code, but for an I that is an l.
  const lowered = (upper ? text.toLowerCase() : text.charAt(0).toLowerCase() + text.slice(1)).replaceAll("’", "'");
  const plain = lowered.replace(/(?<=\p{Ll})I(?=\p{Ll}|$)/gu, "\u0001");
  if (/\p{Lu}/u.test(plain)) return null;
  const word = plain.replaceAll("\u0001", "I");
  // Two known words with a mark between them ("en&of", "ja?nee") are not one damaged word.
  const pieces = word.split(/[^\p{L}\p{N}\p{M}]+/u);
  const apart = pieces.length > 1 && pieces.every((piece) => piece.length > 1 && isWord(piece));
  if (apart && !(BAR.test(word) && pieces.some((piece) => perMillion(vocabulary, piece) < RARE))) return null;

  const named = capitals > 0 && !upper;
  const most = mostFor(word.length);
  const all = [...candidates(word, most)];
  if (named)
    all.push(
      ...candidates(text.charAt(0) + word.slice(1), Math.min(most, NAME)).filter(({ word: name }) =>
        /^\p{Lu}/u.test(name),
      ),
    );
  const scored = all
    .map((candidate) => ({ candidate, score: score(candidate, vocabulary) }))
    .sort(
      (a, b) =>
        b.score - a.score || a.candidate.cost - b.candidate.cost || (a.candidate.word < b.candidate.word ? -1 : 1),
    );
  const best = scored[0];
  if (!best) return null;
  const next = scored.find(({ candidate }) => candidate.word.toLowerCase() !== best.candidate.word.toLowerCase());
  return {
    word,
    best: best.candidate,
    score: best.score,
    margin: next ? best.score - next.score : Number.POSITIVE_INFINITY,
    named,
  };
}

/** What one misreading in a name may cost. */
const NAME = 0.9;
/** Names are only mended into common ones. */
const COMMON_NAME = 20;

function isLikely({ word, best, score: own, margin, named }: Found, vocabulary: Vocabulary, relaxed: number): boolean {
  const byShape = best.byShape;
  const same = fold(word) === fold(best.word);
  if (margin < (same ? 0.2 : 0.5)) return false;
  if (named && /^\p{Lu}/u.test(best.word) && perMillion(vocabulary, best.word.toLowerCase()) < COMMON_NAME)
    return false;
  return byShape
    ? !isSafe(word) && allowsShape(word, own + relaxed, best, vocabulary)
    : own >= leastFor(word, best, same);
}

/** Prefixes that can be put before many a word. */
const PREFIX =
  /^(?:her|on|ver|be|ont|de|re|pre|co|sub|non|anti|multi|mega|super|semi|mede|micro|mini|tele|inter|intra|post)(?=\p{L}{4})/u;

/** What the list lacks but is plainly no misread word: two known words, a prefix and a word. */
function isSafe(word: string): boolean {
  if (!ONLY_LETTERS.test(word) || word.length < 6) return false;
  if (looksCompound(word)) return true;
  const prefix = PREFIX.exec(word)?.[0];
  if (prefix && isWord(word.slice(prefix.length))) return true;
  for (let i = 4; i <= word.length - 4; i++) {
    if (formBits(word.slice(0, i)) & WORD && formBits(word.slice(i)) & WORD) return true;
  }
  return false;
}

/**
 * A compound that the list does not allow but a writer may have made: two known words, the first one fit to begin a
 * compound ("tiltechnieken", "dagstructurering").
 */
function looksCompound(word: string): boolean {
  for (let i = 3; i <= word.length - 4; i++) {
    const right = word.slice(i);
    const bits = formBits(right);
    const finite = /[^t]t$/u.test(right) && !(bits & (FIRST | LAST)) && formBits(right.slice(0, -1)) & WORD;
    const ends = bits & WORD && !FUNCTION_WORDS.has(right) && !finite ? true : compoundParts(right) !== null;
    if (!ends) continue;
    const left = formBits(word.slice(0, i));
    if (left & (FIRST | HYPHEN | LAST) && left & (WORD | FIRST)) return true;
  }
  return false;
}

function score({ word, cost, compound }: Candidate, vocabulary: Vocabulary): number {
  return Math.log10(perMillion(vocabulary, word) + (compound ? ofParts(word, vocabulary) : 0.3)) - 2.5 * cost;
}

/** How likely a compound is that was never seen: more so if its parts are common words. */
function ofParts(word: string, vocabulary: Vocabulary): number {
  const parts = compoundParts(word) ?? [];
  const common = parts.every(
    (part) =>
      part.length >= 4 && Math.max(perMillion(vocabulary, part), perMillion(vocabulary, part.replace(/s$/u, ""))) >= 10,
  );
  return parts.length === 2 && common ? 0.2 : 0.03;
}

/** How good the likeliest word must be where only accents, digits and marks were misread. */
function leastFor(word: string, candidate: Candidate, same: boolean): number {
  if (same) return -4;
  if (word.length <= 4) return 0;
  return candidate.compound ? -4 : -3.5;
}

/** One misreading that print suggests by itself ("rn" for "m"); it may be made often in one text. */
const CLEAR = 0.7;
const MAX_SAME = 12;

/** Letters of a like shape make one right word of another: only if the word is rare here and the other one is common. */
function allowsShape(word: string, best: number, candidate: Candidate, vocabulary: Vocabulary): boolean {
  const own = vocabulary.counts.get(candidate.word) ?? 0;
  const count = vocabulary.unknown.get(word) ?? 0;
  if (count > Math.max(2, own / 4) && !(candidate.cost <= CLEAR && word.length >= 7 && count <= MAX_SAME)) return false;
  if (candidate.compound && own === 0) return best > -2.8 && word.length >= 10;
  if (word.length <= 4) return best > 0.5;
  if (word.length <= 6) return best > -0.9;
  return best > -2;
}

const confidence = (score: number, margin: number, byShape: boolean): number => {
  const sure = Math.min(1, Math.max(0, 0.5 + score / 12 + Math.min(margin, 4) / 10));
  return Math.round((byShape ? 0.6 + 0.35 * sure : 0.75 + 0.24 * sure) * 100) / 100;
};

/** Edits for the words that were decided, one for each place where the word stands as a word of the sentence. */
export function letterEdits(vocabulary: Vocabulary, decided: ReadonlyMap<string, LetterRepair>): Edit[] {
  const { text, size, starts, ends, typeOf, types } = vocabulary;
  const edits: Edit[] = [];
  if (decided.size === 0) return edits;
  for (let i = 0; i < size; i++) {
    const type = types[typeOf[i] as number] as WordType;
    const repair = decided.get(type.text);
    if (!repair) continue;
    const start = starts[i] as number;
    const end = ends[i] as number;
    if (inCode(text, start, end) || isForeign(vocabulary, i, (word) => decided.get(word)?.byShape === false)) continue;
    const opens = opensSentence(text, start);
    // A capital within a sentence may begin a name.
    const named = /^\p{Lu}\p{Ll}/u.test(type.text);
    if (named && repair.byShape && !opens) continue;
    edits.push(...letterEdit(type.text, start, end, repair, opens));
  }
  return edits;
}

function letterEdit(word: string, start: number, end: number, repair: LetterRepair, opens: boolean): Edit[] {
  const written = inCaseOf(word, repair.to, opens);
  const to = word.includes("’") ? written.replaceAll("'", "’") : written;
  if (to === word) return [];
  let a = 0;
  while (a < word.length && a < to.length && word[a] === to[a]) a++;
  let b = 0;
  while (b < word.length - a && b < to.length - a && word[word.length - 1 - b] === to[to.length - 1 - b]) b++;
  return [
    {
      start: start + a,
      end: end - b,
      to: to.slice(a, to.length - b),
      rule: repair.byShape ? "letters:shape" : "letters:accent",
      confidence: repair.confidence,
    },
  ];
}

/** The word in the case in which the damaged one stood. */
function inCaseOf(word: string, lower: string, opens: boolean): string {
  if (/\p{Lu}/u.test(lower)) return lower;
  const letters = word.replace(/[^\p{L}]/gu, "");
  if (letters.length > 1 && letters === letters.toUpperCase()) return lower.toUpperCase();
  const first = word.charAt(0);
  // A digit at the start does not tell; a capital I may be an l.
  const capital = /\p{L}/u.test(first)
    ? /\p{Lu}/u.test(first) && !(first === "I" && lower.startsWith("l") && !opens)
    : opens;
  return capital ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
}

/** Whether a word stands where a sentence, a line or an item of a list begins. */
export function opensSentence(text: string, start: number): boolean {
  let i = start - 1;
  while (i >= 0 && /[^\S\n\r\f]|["'‘“”(*•▪●\-–—>=.\d]/.test(text[i] as string) && start - i < 12) {
    if (/[.]/.test(text[i] as string)) return true;
    i--;
  }
  return i < 0 || /[\n\r\f.!?:;]/.test(text[i] as string);
}

/** A part of a code ("B1-K1-Wé6") or of a word with digits ("24-uurszorg"). */
function inCode(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  const after = text.slice(end, end + 12);
  return /\p{Lu}?\p{N}\p{L}?-$/u.test(before) || /^-\p{Lu}{1,2}\p{N}/u.test(after);
}
