import { fold } from "./fold.js";

/** A word with inner apostrophes and hyphens ("zorg-/dienstverlening" is two, "non-verbaal" one). */
const WORD = /[\p{L}\p{N}]+(?:['’\-\u2010\u2011][\p{L}\p{N}]+)*/gu;

export interface Token {
  /** As written. */
  text: string;
  /** Folded: lower case, no diacritics, typographic apostrophes and hyphens made plain. */
  norm: string;
  /** Half-open range in the text that was tokenised. */
  start: number;
  end: number;
}

/** Words of a text in order, with their place in it; `[]` for a text without words. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    tokens.push({
      text: match[0],
      norm: normOf(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return tokens;
}

/** The words of {@link tokenize}, folded. */
export function words(text: string): string[] {
  return (text.match(WORD) ?? []).map(normOf);
}

const TYPOGRAPHIC = /[’\u2010\u2011]/;

/** Words met before: a text repeats most of its words. */
const norms = new Map<string, string>();
const MAX_NORMS = 20_000;

/** From so many letters on, what is cut from a text keeps the whole text in memory (V8), and words are kept for long. */
const KEEPS = 13;
const copied = (word: string): string => [...word].join("");

function normOf(met: string): string {
  const known = norms.get(met);
  if (known !== undefined) return known;
  const word = met.length < KEEPS ? met : copied(met);
  const folded = fold(word);
  const norm = TYPOGRAPHIC.test(folded) ? folded.replace(/’/g, "'").replace(/[\u2010\u2011]/g, "-") : folded;
  if (norms.size < MAX_NORMS) norms.set(word, norm);
  return norm;
}
