/** Digits, bars and letters that only their neighbours tell apart: "0.a." for "o.a.", "O-jarige" for "0-jarige". */
import { formBits, isWord, WORD } from "../language/wordlist.js";
import type { Edit } from "./mapped.js";

/** An abbreviation with a zero among its letters. */
const DOTTED = /(?<![\p{L}\p{N}.,-])(?=[a-z.]*0)(?:[a-z0]\.){2,5}(?![\p{N}])/gu;
/** Letters in the place of a number, before a word that follows numbers only. */
const COUNTED =
  /-(?:jarigen?|uurs\p{L}*|daagse?|voudige?|delige?|jaarse?|weekse?|maandse?|graads|procents|punts\p{L}*)(?![\p{L}\p{N}])/gu;
const LIKE_NUMBER = /(?<![\p{L}\p{N}.-])(?=[\dOoIl]*[OoIl])[\dOoIl]{1,3}$/u;

/** A bar at the begin or the end of a word, which may be an l; between bars it is the rule of a table. */
const BAR = /(?<=^|[ (])\|(\p{Ll}{3,})(?![|\p{L}])|(?<![|\p{L}])(\p{L}\p{Ll}{2,})\|(?=[\s.,;:)]|$)/gmu;

export function findAbbreviations(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: seen, index } of text.includes("0.") ? text.matchAll(DOTTED) : []) {
    const to = seen.replaceAll("0", "o");
    if (formBits(to) & WORD)
      edits.push({ start: index, end: index + seen.length, to, rule: "letters:digit", confidence: 0.95 });
  }
  for (const { index: end } of text.matchAll(COUNTED)) {
    const seen = LIKE_NUMBER.exec(text.slice(Math.max(0, end - 4), end))?.[0];
    if (seen === undefined) continue;
    const index = end - seen.length;
    const to = seen.replace(/[Oo]/g, "0").replace(/[Il]/g, "1");
    edits.push({ start: index, end: index + seen.length, to, rule: "letters:digit", confidence: 0.9 });
  }
  for (const { 0: seen, index, 1: behind, 2: before } of text.includes("|") ? text.matchAll(BAR) : []) {
    const word = behind ?? before ?? "";
    if (isWord(word) || !isWord(behind === undefined ? `${word}l` : `l${word}`)) continue;
    const at = behind === undefined ? index + seen.length - 1 : index;
    edits.push({ start: at, end: at + 1, to: "l", rule: "letters:digit", confidence: 0.9 });
  }
  return edits.sort((a, b) => a.start - b.start);
}
