/**
 * Words broken at the end of a line. "bege-" + "leider" is put together; a hyphen that belongs there stays:
 * before "en" and "of" ("woon-" + "en leefsituatie"), after an abbreviation ("HRD-" + "beleid"), before a slash, and
 * where the document or the language has the word with its hyphen. Two dots that the break took come back ("cli-ent").
 */
import { CONJUNCTIONS } from "../language/functionwords.js";
import { compoundParts, FIRST, formBits, HYPHEN, isWord, LAST, vowelsClash, WORD } from "../language/wordlist.js";
import { characterClasses, DIGIT, IN_WORD, LETTER } from "./characters.js";
import type { Edit } from "./mapped.js";

/** A hyphen at the end of a line, blank lines (double spacing, a page break), the start of the next. */
const BREAK = /[-\u00ad\u2010\u2011¬][ \t]*(?:\r\n?|\n|\f)(?:[ \t]*(?:\r\n?|\n|\f)){0,6}[ \t]*/g;
/** A slash at the end of a line joins two words as it would within one ("ouder(s)/" + "verzorger(s)"). */
const SLASH = /\/[ \t]*(?:\r\n?|\n)[ \t]*(?=\p{Ll}+(?![\p{L}\p{N}._:=-]))/gu;
const BEFORE_SLASH = /(?:^|[\s("'‘“])\p{L}[\p{L}()-]*(?:\/[\p{L}()-]+)*$/u;
/** These take a hyphen although they are small words themselves. */
const APART = new Set(["niet", "non", "oud", "ex", "quasi", "pseudo", "bijna"]);
const SOFT = "\u00ad";
const DOTTED: Record<string, string> = { e: "ë", i: "ï", o: "ö", u: "ü" };

type Decision = [to: string, rule: string, confidence: number];

export function findHyphenation(text: string): Edit[] {
  const edits: Edit[] = [];
  const classes = characterClasses();
  const isInWord = (i: number): boolean =>
    i >= 0 && i < text.length && ((classes[text.charCodeAt(i)] as number) & IN_WORD) > 0;
  let own: OwnWords | undefined;
  for (const match of text.matchAll(BREAK)) {
    const hyphen = match.index;
    const end = hyphen + match[0].length;
    let start = hyphen;
    while (isInWord(start - 1)) start--;
    let stop = end;
    while (isInWord(stop)) stop++;
    if (start === hyphen || (stop === end && text[end] !== "/")) continue;
    const left = text.slice(start, hyphen);
    const right = text.slice(end, stop);
    own ??= ownWords(text);
    const [to, rule, confidence] = decide(left, right, match[0].startsWith(SOFT), own);
    // Only what changes is an edit: the hyphen is left alone where it stays.
    if (to.startsWith("-")) edits.push({ start: hyphen + 1, end, to: to.slice(1), rule, confidence });
    else edits.push({ start: hyphen, end: end + to.length, to, rule, confidence });
  }
  for (const match of text.matchAll(SLASH)) {
    const at = match.index;
    if (!BEFORE_SLASH.test(text.slice(Math.max(0, at - 60), at))) continue;
    edits.push({ start: at + 1, end: at + match[0].length, to: "", rule: "hyphenation:slash", confidence: 0.9 });
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** What stands between the halves: "" joins them, "-" keeps the hyphen, "- " the space too; a letter takes the place of the next one. */
function decide(left: string, right: string, soft: boolean, own: OwnWords): Decision {
  if (right === "") return ["-", "hyphenation:slash", 0.9];
  if (soft) return ["", "hyphenation:soft", 1];
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  const joined = a + b;
  const hyphenated = `${a}-${b}`;
  const capitals = /^\p{Lu}+$/u.test(left) && /^\p{Lu}+$/u.test(right) && left.length + right.length > 5;
  const fits = isWord(a) || (formBits(a) & (FIRST | HYPHEN)) > 0 || compoundParts(a) !== null;
  if (CONJUNCTIONS.has(b) && (fits || !isWord(joined))) return ["- ", "hyphenation:suspended", 0.9];
  const kept: Decision = ["-", "hyphenation:kept", 0.9];
  if (/\p{N}/u.test(left + right)) return kept;
  if (!capitals && (/^\p{Lu}/u.test(right) || /^\p{Lu}{2,}$/u.test(left))) return kept;

  const asOne = own.words.has(joined);
  const apart = own.hyphenated.has(hyphenated);
  if (asOne !== apart) return asOne ? ["", "hyphenation:joined", 0.98] : kept;
  if (left.length === 1) return kept;
  const known = isWord(joined);
  if (formBits(hyphenated) & WORD && !known) return kept;
  if (!known) {
    const dotted = DOTTED[right.charAt(0)];
    if (dotted && /[aeiouë]$/u.test(a) && isWord(a + dotted + b.slice(1))) return [dotted, "hyphenation:joined", 0.95];
  }
  const bits = formBits(a);
  if (bits & HYPHEN && !(bits & FIRST)) return kept;
  if (known) return ["", "hyphenation:joined", 0.98];
  if (vowelsClash(a, b) && bits & FIRST && (formBits(b) & LAST || compoundParts(b)))
    return ["-", "hyphenation:kept", 0.8];
  if (APART.has(a) && isWord(b)) return ["-", "hyphenation:kept", 0.7];
  // "sociaal-" + "emotionele": an adjective begins no compound.
  const alone = bits & WORD && !(bits & (FIRST | LAST));
  if (alone && a.length >= 4 && b.length >= 5 && isWord(b) && !(formBits(b) & (FIRST | LAST)))
    return ["-", "hyphenation:kept", 0.6];
  return ["", "hyphenation:joined", 0.9];
}

interface OwnWords {
  words: ReadonlySet<string>;
  hyphenated: ReadonlySet<string>;
}

const HYPHEN_MINUS = 0x2d;

/** The words of a text in lower case, and those with a hyphen; not those that are broken at a line end. */
function ownWords(text: string): OwnWords {
  const classes = characterClasses();
  const words = new Set<string>();
  const hyphenated = new Set<string>();
  const bits = (i: number): number => (i < text.length ? (classes[text.charCodeAt(i)] as number) : 0);
  for (let at = 0; at < text.length; at++) {
    if (!(bits(at) & LETTER)) continue;
    let end = at;
    let hyphen = 0;
    while (bits(end) & IN_WORD || (text.charCodeAt(end) === HYPHEN_MINUS && bits(end + 1) & LETTER)) {
      if (!(bits(end) & IN_WORD)) hyphen = end;
      end++;
    }
    if (text.charCodeAt(end) !== HYPHEN_MINUS && !(bits(end - 1) & DIGIT)) {
      const word = text.slice(at, end).toLowerCase();
      (hyphen > 0 ? hyphenated : words).add(word);
    }
    at = end;
  }
  return { words, hyphenated };
}
