/**
 * How near two words are, for bringing each word of a statement together with the nearest one of another: the same, of
 * one group of synonyms, of one concept, or used in like company.
 */
import { ownMeaning } from "../language/meaning.js";
import { phraseGroups, thesaurusHits } from "../language/thesaurus.js";
import { verbStem } from "../language/verbs.js";
import type { Features } from "../model.js";
import { TARGET } from "../text/index.js";
import { DECLARED, SAME_CONCEPT, SYNONYM, vectorLikeness } from "./nearness.js";
import { contentWords, wordWeight } from "./words.js";

/** Rarity at and below which a word says nothing by itself. */
const FLOOR = 2;

/** A word with what is needed to hold it against others. */
export interface Sense {
  /** Tells senses apart: one word has several, by the phrases it stands in. */
  key: string;
  word: string;
  stem: string;
  weight: number;
  /** Stems that its document declares to mean the same. */
  declared: readonly string[];
  groups: readonly string[];
  concepts: readonly string[];
  vector: Float64Array | null;
}

const senses = new Map<string, Sense>();
/** Most words have nothing of what a word can have: one list for all of them. */
const NONE: readonly string[] = [];

function sense(word: string): Sense {
  let found = senses.get(word);
  if (found) return found;
  const target = word === TARGET;
  const stem = target ? word : verbStem(word);
  const hits = target ? [] : thesaurusHits(new Set([stem]));
  const listed = (names: string[]): readonly string[] => (names.length === 0 ? NONE : names);
  found = {
    key: word,
    word,
    stem,
    weight: wordWeight(word, FLOOR),
    declared: NONE,
    groups: listed(hits.map(({ group }) => group)),
    concepts: listed(hits.map(({ concept }) => concept)),
    vector: target ? null : ownMeaning(word),
  };
  senses.set(word, found);
  return found;
}

/**
 * The words of a statement that say something, each once. A word of a phrase that is a synonym as a whole ("voert controle
 * uit") has the group of that phrase beside its own; one that its document declares to mean another has that other's.
 */
export function wordSenses(features: Features): Sense[] {
  const all = contentWords(features).map(([word]) => sense(word));
  const phrases = phraseGroups(new Set(all.map(({ stem }) => stem)));
  const declared = new Map(features.declared);
  return all
    .filter(({ weight }) => weight > 0)
    .map((own) => inContext(own, phrases.get(own.stem) ?? [], declared.get(own.word) ?? []));
}

/** @param names other names that the document has for the word, as it declares; those of several words by their synonyms */
function inContext(own: Sense, phrases: readonly string[], names: readonly string[]): Sense {
  if (phrases.length === 0 && names.length === 0) return own;
  const stems = names.map((name) => name.split(" ").map((word) => sense(word).stem));
  const meant = stems.flatMap((name) => thesaurusHits(new Set(name)).map(({ group }) => group));
  const declared = stems.flatMap((name) => (name.length === 1 ? name : []));
  const groups = [...new Set([...own.groups, ...phrases, ...meant])];
  if (groups.length === own.groups.length && declared.length === 0) return own;
  const key = [own.word, ...groups, ...declared.map((stem) => `=${stem}`)].join(" ");
  let found = senses.get(key);
  if (!found) {
    found = { ...own, key, declared, groups };
    senses.set(key, found);
  }
  return found;
}

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x));

/** By what two words are near. */
export interface Likeness {
  by: "word" | "declared" | "synonym" | "concept" | "vector";
  /** 0..1 */
  value: number;
}

/**
 * How near two words are by name: the same stem, the same by a declaration of one's document, a group of synonyms or a
 * concept in common; null if by none.
 */
function namedLikeness(a: Sense, b: Sense): Likeness | null {
  if (a.stem === b.stem) return { by: "word", value: 1 };
  if (a.declared.includes(b.stem) || b.declared.includes(a.stem)) return { by: "declared", value: DECLARED };
  if (share(a.groups, b.groups)) return { by: "synonym", value: SYNONYM };
  return share(a.concepts, b.concepts) ? { by: "concept", value: SAME_CONCEPT } : null;
}

/** How near two words are; symmetric. Null where nothing brings them together. */
export function likeness(a: Sense, b: Sense): Likeness | null {
  const named = namedLikeness(a, b);
  if ((named && named.value >= DECLARED) || !a.vector || !b.vector) return named;
  let cosine = 0;
  for (let d = 0; d < a.vector.length; d++) cosine += (a.vector[d] as number) * (b.vector[d] as number);
  const value = vectorLikeness(cosine);
  return value > (named?.value ?? 0) ? { by: "vector", value } : named;
}
