/**
 * Words broken at the end of a line. "bege-" + "leider" is put together; a hyphen that belongs there stays:
 * before "en" and "of" ("woon-" + "en leefsituatie"), after an abbreviation ("HRD-" + "beleid"), before a slash, and
 * where the document or the language has the word with its hyphen.
 */
import { isKnownWord } from "../language/background.js";
import { fold } from "../language/fold.js";
import { words } from "../language/tokens.js";
import type { Edit } from "./mapped.js";

/** The end of one line, blank lines (double spacing, a page break), the start of the next. */
const BREAK = /(?<![\p{L}\p{N}])([\p{L}\p{N}]+)([-\u00ad\u2010])[ \t]*(?:\r\n?|\n|\f)(?:[ \t]*(?:\r\n?|\n|\f)){0,6}[ \t]*(?=(\/)|([\p{L}\p{N}]+))/gu;
/** Words after which a hyphen at the line end stands for the rest of a compound that follows. */
const CONJUNCTIONS = new Set(["en", "of", "dan", "tot", "t/m", "als", "resp", "respectievelijk"]);
/** A hyphen is written where two parts of a compound would otherwise read as one vowel. */
const VOWEL_CLASH = /(?:a[aeiu]|e[eiu]|i[ei]|o[eiou]|u[iu]|ij|[aeo]j)$/u;

/** A slash at the end of a line joins two words as it would within one ("ouder(s)/" + "verzorger(s)"). */
const SLASH = /(?<=[^\s/])\/[ \t]*((?:\r\n?|\n)[ \t]*)(?=\p{Ll})/gu;

export function findHyphenation(text: string): Edit[] {
  const edits: Edit[] = [];
  let vocabulary: Set<string> | undefined;
  for (const match of text.matchAll(BREAK)) {
    const left = match[1] as string;
    const right = match[4];
    const hyphen = match.index + left.length;
    const end = match.index + match[0].length;
    const gap = (to: string, rule: string, confidence: number): void => {
      // Only what changes is an edit: the hyphen is left alone where it stays.
      edits.push(
        to.startsWith("-")
          ? { start: hyphen + 1, end, to: to.slice(1), rule, confidence }
          : { start: hyphen, end, to, rule, confidence },
      );
    };
    if (right === undefined) {
      gap("-", "hyphenation:slash", 0.9);
      continue;
    }
    if (match[2] === "\u00ad") {
      gap("", "hyphenation:soft", 1);
      continue;
    }
    if (CONJUNCTIONS.has(right.toLowerCase())) {
      gap("- ", "hyphenation:suspended", 0.9);
      continue;
    }
    vocabulary ??= new Set(words(text));
    const joined = fold(left + right);
    const hyphenated = `${fold(left)}-${fold(right)}`;
    // No word is broken behind its first letter: "e-" + "mail".
    if (left.length === 1 || /^\p{Lu}/u.test(right) || /\p{N}/u.test(left + right) || (/^\p{Lu}{2,}$/u.test(left) && left.length <= 5)) {
      gap("-", "hyphenation:kept", 0.9);
    } else if (vocabulary.has(joined) || isKnownWord(joined)) gap("", "hyphenation:joined", 0.98);
    else if (vocabulary.has(hyphenated)) gap("-", "hyphenation:kept", 0.9);
    else if (VOWEL_CLASH.test(fold(left).slice(-1) + fold(right).slice(0, 1)) && isKnownWord(fold(left)) && isKnownWord(fold(right))) {
      gap("-", "hyphenation:kept", 0.7);
    } else gap("", "hyphenation:joined", 0.9);
  }
  for (const match of text.matchAll(SLASH)) {
    edits.push({ start: match.index + 1, end: match.index + match[0].length, to: "", rule: "hyphenation:slash", confidence: 0.9 });
  }
  return edits.sort((a, b) => a.start - b.start);
}
