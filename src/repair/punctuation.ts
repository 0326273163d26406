/**
 * Spaces lost or added beside hyphens and marks: "zelf-en samenredzaamheid", "mbo -opleiding", "orga-nisaties",
 * "begeleiden,coachen", "hun(fysieke en mentale)". Hyphens that belong stay: "woon- en leefsituatie", "en -methoden".
 */
import { wordShare } from "../language/background.js";
import { fold } from "../language/fold.js";
import { CONJUNCTIONS, FUNCTION_WORDS } from "../language/functionwords.js";
import { compoundParts, FIRST, formBits, HYPHEN, isWord, LAST, vowelsClash, WORD } from "../language/wordlist.js";
import { characterClasses, LETTER, lettersBefore, lettersBehind } from "./characters.js";
import type { Edit } from "./mapped.js";
import type { Vocabulary } from "./vocabulary.js";

const HYPHEN_MINUS = 0x2d;
const BRACKET_OPENS = 0x28;
const QUOTE_CLOSES = 0x2019;
const STOPS = new Set([...",;:.!?"].map((c) => c.charCodeAt(0)));
/** From a bracket that opens to the one that closes. */
const BRACKET = /\((\p{L}{2,})(?=[ ,;])[^()\n]{2,80}\)/uy;
const QUOTE_LENGTH = 60;
/** Parts that are never words of their own: "ver-vangt" was broken at a line end. */
const BOUND = new Set(["ver", "be", "ge", "ont", "her", "er", "onder", "over"]);
/** First parts that writers set apart with a hyphen. */
const PREFIX = new Set(
  "multi inter intra semi anti bio psycho socio sub ex non oud niet mini maxi micro macro meta neo para pseudo quasi super trans ultra vice pre post pro re co de on a e i o u tele auto mono bi tri poly hyper hypo info extra mede zelf".split(
    " ",
  ),
);

/** Two runs of letters with a hyphen between them, and what stands beside it. */
interface Hyphen {
  /** Offset of the hyphen. */
  at: number;
  left: string;
  right: string;
  /** White space of one line before and behind the hyphen. */
  before: number;
  behind: number;
  /** Whether the run on that side goes on with another hyphen, a digit or a slash. */
  more: boolean;
  moreBehind: boolean;
}

export function findPunctuation(vocabulary: Vocabulary): Edit[] {
  const { text, counts, addresses } = vocabulary;
  const classes = characterClasses();
  const edits: Edit[] = [];
  const edit = (start: number, end: number, to: string, rule: string, confidence: number): void => {
    edits.push({ start, end, to, rule, confidence });
  };
  const own = (word: string): number => counts.get(word) ?? 0;
  const hyphens: Hyphen[] = [];
  /** Words with a hyphen as the text has them, lower case. */
  const hyphenated = new Map<string, number>();

  for (let i = 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === HYPHEN_MINUS) {
      const hyphen = hyphenAt(text, i);
      if (!hyphen) continue;
      hyphens.push(hyphen);
      if (hyphen.before === 0 && hyphen.behind === 0 && !hyphen.more && !hyphen.moreBehind) {
        const word = `${hyphen.left}-${hyphen.right}`.toLowerCase();
        hyphenated.set(word, (hyphenated.get(word) ?? 0) + 1);
      }
    } else if (STOPS.has(code)) {
      if (letterAt(i - 1) && letterAt(i + 1)) mark(i);
    } else if (code === BRACKET_OPENS) {
      if (letterAt(i - 1) && letterAt(i + 1)) bracket(i);
    } else if (code === QUOTE_CLOSES && letterAt(i + 1)) quote(i);
  }

  const likely: number[] = [];
  let certain = 0;
  for (const { at, left, right, before, behind, more, moreBehind } of hyphens) {
    if (within(addresses, at)) continue;
    const lower = left.toLowerCase();
    if (before === 0 && (right === "en" || right === "of") && !more && !moreBehind && behind === 0) {
      // "zelf-en samenredzaamheid": "zelf- en".
      if (!/^[ \t]+\p{L}|^[ \t]*\r?\n/u.test(text.slice(at + 3, at + 12)) || CONJUNCTIONS.has(lower)) continue;
      // No word is broken between a consonant and "-en" ("we-ten").
      const whole = isWord(left + right) && !(right === "en" && /[^aeiouyëïöü]$/u.test(lower));
      if ((isWord(left) && !whole) || isFirst(lower)) edit(at + 1, at + 1, " ", "spaces:suspended", 0.9);
    } else if (/\p{Lu}/u.test(right) || right.length < 2 || moreBehind) {
    } else if (before === 1 && behind === 0 && right.length > 2) {
      // "mbo -opleiding", not "doelen en -methodieken".
      if (CONJUNCTIONS.has(lower) || lower === "met" || lower === "van" || more) continue;
      const abbreviation = (formBits(lower) & HYPHEN) > 0 && isWord(right);
      if (hyphenated.has(`${lower}-${right}`) || abbreviation) edit(at - 1, at, "", "spaces:hyphen", 0.9);
    } else if (before === 0 && behind === 1 && right.length > 2) {
      // "sub- paritaire", "op- stellen", not "voor- en nadelen".
      if (CONJUNCTIONS.has(right) || FUNCTION_WORDS.has(right) || more) continue;
      const joined = lower + right;
      if (hyphenated.has(`${lower}-${right}`) || (isClash(lower, right) && own(joined) === 0))
        edit(at + 1, at + 2, "", "spaces:hyphen", 0.85);
      else if (formBits(joined) & WORD || (own(joined) > 0 && isWord(joined)))
        edit(at, at + 2, "", "spaces:hyphen", 0.85);
    } else if (before === 1 && behind === 1) {
      if (left.length > 2 && right.length > 2 && own(lower + right) >= 2 && isWord(lower + right))
        edit(at - 1, at + 2, "", "spaces:hyphen", 0.8);
    } else if (before === 0 && behind === 0 && !more && left.length > 1 && !/\p{Lu}/u.test(left.slice(1))) {
      const trust = brokenInside(lower, right, own, hyphenated.get(`${lower}-${right}`) ?? 1);
      if (trust === 2) {
        certain++;
        edit(at, at + 1, "", "hyphenation:inside", 0.9);
      } else if (trust === 1) likely.push(at);
    }
  }
  // Writers set hyphens as they like: what could be one of theirs goes only where others were left over for certain.
  if (certain >= Math.max(1, vocabulary.size / 10_000)) {
    for (const at of likely) edit(at, at + 1, "", "hyphenation:inside", 0.8);
  }
  return sorted(edits);

  function letterAt(i: number): boolean {
    return i < text.length && ((classes[text.charCodeAt(i)] as number) & LETTER) > 0;
  }

  /** "begeleiden,coachen", "informatie.Zij". */
  function mark(i: number): void {
    const start = lettersBefore(text, i);
    const end = lettersBehind(text, i + 1);
    if (i - start < 3 || end - i < 3 || within(addresses, i)) return;
    if (
      /[\p{N}.@]/u.test(text.charAt(start - 1)) ||
      /[\p{N}@]/u.test(text.charAt(end)) ||
      /^\.\p{L}/u.test(text.slice(end, end + 2))
    )
      return;
    const left = text.slice(start, i);
    const right = text.slice(i + 1, end);
    // A full stop also stands in abbreviations; a sentence begins with a capital.
    if (/[.!?:]/.test(text.charAt(i)) && !/^\p{Lu}\p{Ll}/u.test(right)) return;
    if (/\p{Lu}/u.test(left.slice(1)) || /\p{Lu}/u.test(right.slice(1))) return;
    const [first, second] = [isWord(left), isWord(right)];
    // A comma stands between words, also if one of them is unknown ("afval,bilgewater").
    const comma = text[i] === "," && left.length > 3 && right.length > 3 && (first || second);
    if ((first && second) || comma) edit(i + 1, i + 1, " ", "spaces:mark", 0.9);
  }

  /** "hun(fysieke en mentale)"; "ouder(s)" and "kind(eren)" go on in brackets, a phrase of several words does not. */
  function bracket(i: number): void {
    BRACKET.lastIndex = i;
    const right = BRACKET.exec(text)?.[1];
    const left = text.slice(lettersBefore(text, i), i);
    if (right && left.length > 1 && isWord(left) && isWord(right) && !isWord(left + right))
      edit(i, i, " ", "spaces:mark", 0.85);
  }

  /** "‘hem’staat": a word behind a quotation that was opened. */
  function quote(i: number): void {
    const before = text.slice(Math.max(0, i - QUOTE_LENGTH), i);
    if (!/‘[^‘’\n]+$/u.test(before)) return;
    const right = text.slice(i + 1, lettersBehind(text, i + 1));
    if (right.length > 1 && isWord(right)) edit(i + 1, i + 1, " ", "spaces:mark", 0.85);
  }
}

function hyphenAt(text: string, at: number): Hyphen | null {
  const before = text[at - 1] === " " ? 1 : 0;
  const behind = text[at + 1] === " " ? 1 : 0;
  const leftEnd = at - before;
  const rightStart = at + 1 + behind;
  const leftStart = lettersBefore(text, leftEnd);
  const rightEnd = lettersBehind(text, rightStart);
  if (leftStart === leftEnd || rightStart === rightEnd) return null;
  return {
    at,
    left: text.slice(leftStart, leftEnd),
    right: text.slice(rightStart, rightEnd),
    before,
    behind,
    more: /[\p{N}/-]/u.test(text.charAt(leftStart - 1)),
    moreBehind: /[\p{N}/'’-]/u.test(text.charAt(rightEnd)),
  };
}

function sorted(edits: Edit[]): Edit[] {
  const out: Edit[] = [];
  for (const edit of edits.sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = out.at(-1);
    if (!last || edit.start > last.end || (edit.start === last.end && edit.start > last.start)) out.push(edit);
  }
  return out;
}

const within = (ranges: readonly [number, number][], at: number): boolean => {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as [number, number])[1] <= at) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low];
  return range !== undefined && range[0] <= at;
};

const isFirst = (word: string): boolean => (formBits(word.toLowerCase()) & (FIRST | HYPHEN)) > 0;
const isClash = (left: string, right: string): boolean =>
  vowelsClash(left, right) && isFirst(left) && ((formBits(right) & LAST) > 0 || compoundParts(right) !== null);

/**
 * Whether a hyphen within a line is left over from the end of one. 2: its parts are none of Dutch ("orga-nisaties",
 * "ver-vangt"); 1: the text has the word without it ("werk-vormen").
 */
function brokenInside(left: string, right: string, own: (word: string) => number, times: number): 0 | 1 | 2 {
  const joined = left + right;
  if (formBits(`${left}-${right}`) || CONJUNCTIONS.has(right) || vowelsClash(left, right) || !isWord(joined)) return 0;
  const listed = (formBits(joined) & WORD) > 0;
  const common = own(joined) > 0 || wordShare(fold(joined)) > 0;
  if (listed && BOUND.has(left)) return 2;
  if (listed && common && !PREFIX.has(left) && !(isWord(left) || isWord(right) || isFirst(left))) return 2;
  return own(joined) >= 2 * times ? 1 : 0;
}
