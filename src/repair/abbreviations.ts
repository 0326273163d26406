/** Digits, bars and letters that only their neighbours tell apart: "0.a." for "o.a.", "O-jarige" for "0-jarige". */
import { formBits, isWord, WORD } from "../language/wordlist.js";
import { lettersBefore, lettersBehind } from "./characters.js";
import type { Edit } from "./mapped.js";

/** An abbreviation with a zero among its letters. */
const DOTTED = /(?<![\p{L}\p{N}.,-])(?=[a-z.]*0)(?:[a-z0]\.){2,5}(?![\p{N}])/gu;
/** More characters than such an abbreviation has. */
const WINDOW = 14;
/** What follows numbers only. */
const COUNTED =
  /-(?:jarigen?|uurs\p{L}*|daagse?|voudige?|delige?|jaarse?|weekse?|maandse?|graads|procents|punts\p{L}*)(?![\p{L}\p{N}])/gu;
/** Letters in the place of a number. */
const LIKE_NUMBER = /(?<![\p{L}\p{N}.-])(?=[\dOoIl]*[OoIl])[\dOoIl]{1,3}$/u;

export function findAbbreviations(text: string): Edit[] {
  const edits: Edit[] = [];
  const edit = (start: number, end: number, to: string, confidence: number): void => {
    edits.push({ start, end, to, rule: "letters:digit", confidence });
  };
  let last = 0;
  for (let at = text.indexOf("0."); at >= 0; at = text.indexOf("0.", at + 1)) {
    const from = Math.max(0, at - WINDOW);
    for (const { 0: seen, index } of text.slice(from, at + WINDOW).matchAll(DOTTED)) {
      const start = from + index;
      const to = seen.replaceAll("0", "o");
      if (start < last || start > at || !(formBits(to) & WORD)) continue;
      last = start + seen.length;
      edit(start, last, to, 0.95);
    }
  }
  for (const { index: end } of text.matchAll(COUNTED)) {
    const seen = LIKE_NUMBER.exec(text.slice(Math.max(0, end - 4), end))?.[0];
    if (seen === undefined) continue;
    edit(end - seen.length, end, seen.replace(/[Oo]/g, "0").replace(/[Il]/g, "1"), 0.9);
  }
  for (let at = text.indexOf("|"); at >= 0; at = text.indexOf("|", at + 1)) {
    if (isLetterL(text, at)) edit(at, at + 1, "l", 0.9);
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** No word is longer. */
const MAX_WORD = 60;

/** Whether a bar at the begin or the end of a word is an l; between bars, or bars and words, it is the rule of a table. */
function isLetterL(text: string, at: number): boolean {
  const [before, behind] = [text.charAt(at - 1), text.charAt(at + 1)];
  const opens = /^[\s(]?$/u.test(before) && /\p{Ll}/u.test(behind);
  const closes = /\p{Ll}/u.test(before) && /^[\s.,;:)]?$/u.test(behind);
  if (!opens && !closes) return false;
  const start = opens ? at + 1 : lettersBefore(text, at);
  const end = opens ? lettersBehind(text, at + 1) : at;
  const word = text.slice(start, end);
  const beyond = opens ? text.charAt(end) : text.charAt(start - 1);
  if (word.length < 3 || word.length > MAX_WORD || beyond === "|" || isWord(word)) return false;
  return isWord(opens ? `l${word}` : `${word}l`);
}
