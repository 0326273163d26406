/**
 * How near two words are, for bringing each word of a statement together with the nearest one of another: the same, of
 * one group of synonyms, of one concept, or used in like company.
 */
import { ownMeaning } from "../language/meaning.js";
import { phraseGroups, thesaurusHits } from "../language/thesaurus.js";
import { verbStem } from "../language/verbs.js";
import type { Features } from "../model.js";
import { TARGET } from "../text/index.js";
import { contentWords, wordWeight } from "./words.js";

const SYNONYM = 0.8;
const SAME_CONCEPT = 0.3;
/** Cosines below this are chance. */
export const MIN_COSINE = 0.3;
const COSINE_WEIGHT = 0.9;
/** Rarity at and below which a word says nothing by itself. */
const FLOOR = 2;

/** A word with what is needed to hold it against others. */
export interface Sense {
  /** Tells senses apart: one word has several, by the phrases it stands in. */
  key: string;
  word: string;
  stem: string;
  weight: number;
  groups: readonly string[];
  concepts: readonly string[];
  vector: Float64Array | null;
}

const senses = new Map<string, Sense>();

function sense(word: string): Sense {
  let found = senses.get(word);
  if (found) return found;
  const target = word === TARGET;
  const stem = target ? word : verbStem(word);
  const hits = target ? [] : thesaurusHits(new Set([stem]));
  found = {
    key: word,
    word,
    stem,
    weight: wordWeight(word, FLOOR),
    groups: hits.map(({ group }) => group),
    concepts: hits.map(({ concept }) => concept),
    vector: target ? null : ownMeaning(word),
  };
  senses.set(word, found);
  return found;
}

/**
 * The words of a statement that say something, each once. A word of a phrase that is a synonym as a whole ("oog hebben
 * voor") has the group of that phrase beside its own.
 */
export function wordSenses(features: Features): Sense[] {
  const all = contentWords(features).map(([word]) => sense(word));
  const phrases = phraseGroups(new Set(all.map(({ stem }) => stem)));
  return all.filter(({ weight }) => weight > 0).map((own) => withGroups(own, phrases.get(own.stem) ?? []));
}

function withGroups(own: Sense, more: readonly string[]): Sense {
  const added = more.filter((group) => !own.groups.includes(group));
  if (added.length === 0) return own;
  const key = `${own.word} ${added.join(" ")}`;
  let found = senses.get(key);
  if (!found) {
    found = { ...own, key, groups: [...own.groups, ...added] };
    senses.set(key, found);
  }
  return found;
}

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x));

/** By what two words are near. */
export interface Likeness {
  by: "word" | "synonym" | "concept" | "vector";
  /** 0..1 */
  value: number;
}

/** How near two words are by name: the same stem, a group of synonyms or a concept in common; null if by none. */
export function namedLikeness(a: Sense, b: Sense): Likeness | null {
  if (a.stem === b.stem) return { by: "word", value: 1 };
  if (share(a.groups, b.groups)) return { by: "synonym", value: SYNONYM };
  return share(a.concepts, b.concepts) ? { by: "concept", value: SAME_CONCEPT } : null;
}

/** What a cosine of two words' vectors counts for, 0..1. */
export const vectorLikeness = (cosine: number): number => (cosine > MIN_COSINE ? cosine * COSINE_WEIGHT : 0);

/** How near two words are; symmetric. Null where nothing brings them together. */
export function likeness(a: Sense, b: Sense): Likeness | null {
  const named = namedLikeness(a, b);
  if (named?.by === "word" || !a.vector || !b.vector) return named;
  let cosine = 0;
  for (let d = 0; d < a.vector.length; d++) cosine += (a.vector[d] as number) * (b.vector[d] as number);
  const value = vectorLikeness(cosine);
  return value > (named?.value ?? 0) ? { by: "vector", value } : named;
}
