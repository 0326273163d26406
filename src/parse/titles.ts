/** Titles of the same thing, read twice: how alike they are, and which reading is less damaged. */
import { JaroWinklerDistance } from "natural/lib/natural/distance/index.js";
import { isKnownWord } from "../language/background.js";
import { fold } from "../language/fold.js";
import { words } from "../language/tokens.js";

const letters = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, "");

function bigrams(text: string): Map<string, number> {
  const out = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const gram = text.slice(i, i + 2);
    out.set(gram, (out.get(gram) ?? 0) + 1);
  }
  return out;
}

/** 0..1: Dice coefficient of the pairs of letters of two titles, spaces and marks left out; 1 for equal letters. */
export function titleSimilarity(a: string, b: string): number {
  const [x, y] = [letters(a), letters(b)];
  if (x === y) return 1;
  if (x.length < 2 || y.length < 2) return 0;
  const other = bigrams(y);
  let shared = 0;
  for (const [gram, n] of bigrams(x)) shared += Math.min(n, other.get(gram) ?? 0);
  return (2 * shared) / (x.length + y.length - 2);
}

/**
 * Whether a name is a damaged spelling of another: the same letters, or the same words but for some that no language
 * knows and that look alike. "Monteur niveau 2" is none of "Monteur niveau 3".
 */
export function isMisspelling(name: string, of: string): boolean {
  if (letters(name) === letters(of)) return true;
  const [a, b] = [words(name), words(of)];
  return (
    a.length === b.length && a.every((word, i) => word === b[i] || (!isKnownWord(word) && alike(word, b[i] as string)))
  );
}

const alike = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) <= 2 && a.length >= 4 && JaroWinklerDistance(a, b) >= 0.85;

/** Tells a damaged reading from a better one, by words that neither the language nor the document knows. */
export class Readings {
  private readonly text: string;
  private counts: Map<string, number> | undefined;

  /** @param text of the document, whose own words count as known where they recur */
  constructor(text: string) {
    this.text = text;
  }

  /** Counted only where there is something to choose. */
  private get vocabulary(): ReadonlyMap<string, number> {
    if (this.counts) return this.counts;
    this.counts = new Map();
    for (const word of words(this.text)) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
    return this.counts;
  }

  /** How many words of a title are known nowhere; the rarer in the document, the more they count. */
  private damage(title: string): number {
    let out = 0;
    for (const word of words(title)) if (!isKnownWord(word)) out += 1 + 1 / (1 + (this.vocabulary.get(word) ?? 0));
    return out;
  }

  /** The least damaged of some readings, the first of equal ones; "" of none. */
  best(readings: readonly string[]): string {
    let found = "";
    let least = Number.POSITIVE_INFINITY;
    const different = new Set(readings.filter((reading) => reading !== ""));
    if (different.size <= 1) return [...different][0] ?? "";
    for (const reading of different) {
      const damage = this.damage(reading);
      if (damage < least) {
        least = damage;
        found = reading;
      }
    }
    return found;
  }
}

/** The same letters, whatever stands between them: "Biedenvan zorg" and "Bieden van zorg". */
export const letterKey = letters;
