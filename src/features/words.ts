import { stemRarity } from "../language/background.js";
import { depthScale } from "../language/depth.js";
import { verbStem } from "../language/verbs.js";
import type { Features } from "../model.js";
import { TARGET } from "../text/index.js";

/**
 * The words of a statement that say what it is about, with their counts. Those that state a level and nothing else
 * ("specialistische", "zelfstandig") are kept apart, so that the same content at another level is the same content;
 * unless there are no others.
 */
export function contentWords({ bag }: Features): readonly [string, number][] {
  const content = bag.filter(([word]) => depthScale(word) === null);
  return content.length > 0 ? content : bag;
}

/** {@link contentWords} as often as they count: "whoever the work is done for" once. */
export const countedWords = (features: Features): readonly [string, number][] =>
  contentWords(features).map((own) => (own[0] === TARGET && own[1] !== 1 ? [TARGET, 1] : own));

/** Rarity stops counting here: a word the background has hardly seen may be an everyday one in these documents. */
const MAX_RARITY = 7;
/** Weight of "whoever the work is done for", in the measures that know words by their meaning. */
const TARGET_WEIGHT = 2;

/**
 * What a word says: its rarity, less that of words that say nothing by themselves (articles, auxiliaries). From 0 up.
 * @param floor rarity at and below which a word says nothing
 */
export function wordWeight(word: string, floor: number): number {
  if (word === TARGET) return TARGET_WEIGHT;
  return Math.max(0, Math.min(MAX_RARITY, stemRarity(verbStem(word))) - floor);
}
