import data from "../../data/thesaurus/thesaurus.json" with { type: "json" };
import { stemRarity, wordShare } from "./background.js";
import { wordsJoined } from "./separable.js";
import { verbStem } from "./verbs.js";

interface Phrase {
  group: number;
  stems: string[];
}

interface Index {
  ids: string[];
  concepts: string[];
  /** How rare a group is: of the likelihood that a sentence holds any of its members. */
  rarity: Float64Array;
  single: Map<string, number[]>;
  /** Phrases by their rarest stem. */
  phrases: Map<string, Phrase[]>;
}

/** Words of a member that carry no meaning of their own ("in gesprek gaan met") are known by their frequency. */
const FUNCTION_WORD_SHARE = 0.06;

const ARTICLES = new Set(["de", "het", "een"]);

let index: Index | undefined;

function build(): Index {
  const single = new Map<string, number[]>();
  const phrases = new Map<string, Phrase[]>();
  const rarity = new Float64Array(data.groups.length);
  const push = <T>(map: Map<string, T[]>, key: string, value: T): void => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  for (const [group, { members }] of data.groups.entries()) {
    const seen = new Set<string>();
    let share = 0;
    for (const member of members) {
      const all = wordsJoined(member);
      const content = all.filter((word) => wordShare(word) < FUNCTION_WORD_SHARE);
      // "stelt bij" is not "stelt": a phrase keeps its small words where only one other would be left.
      const kept = content.length > 1 || all.length === 1 ? content : all.filter((word) => !ARTICLES.has(word));
      const stems = [...new Set((kept.length > 0 ? kept : all).map(verbStem))].sort();
      const key = stems.join(" ");
      if (seen.has(key)) continue;
      seen.add(key);
      // Words of a phrase are taken as independent, which makes a phrase rarer than it is; its parts bound it.
      share += Math.exp(-stems.reduce((sum, stem) => sum + stemRarity(stem), 0));
      if (stems.length === 1) push(single, stems[0] as string, group);
      else {
        const rarest = stems.reduce((a, b) => (stemRarity(b) > stemRarity(a) ? b : a));
        push(phrases, rarest, { group, stems });
      }
    }
    rarity[group] = Math.log(1 / Math.min(1, Math.max(share, 1e-5)));
  }
  return { ids: data.groups.map((g) => g.id), concepts: data.groups.map((g) => g.concept), rarity, single, phrases };
}

export interface ThesaurusHit {
  /** Id of the group of synonyms. */
  group: string;
  /** Id of the concept above it. */
  concept: string;
  /** Natural logarithm of one over the share of sentences that hold the group, about 1 to 11. */
  rarity: number;
}

/**
 * The groups of synonyms that a bag of words speaks of: those with a one-word member in it, or a phrase all of whose
 * words are in it, in whatever order.
 * @param stems stems as {@link verbStem} gives them
 * @returns hits in the order of the thesaurus; none for no words
 */
export function thesaurusHits(stems: ReadonlySet<string>): ThesaurusHit[] {
  index ??= build();
  const found = new Set<number>();
  for (const stem of stems) {
    for (const group of index.single.get(stem) ?? []) found.add(group);
    for (const phrase of index.phrases.get(stem) ?? []) {
      if (phrase.stems.every((part) => stems.has(part))) found.add(phrase.group);
    }
  }
  return [...found]
    .sort((a, b) => a - b)
    .map((group) => ({
      group: (index as Index).ids[group] as string,
      concept: (index as Index).concepts[group] as string,
      rarity: (index as Index).rarity[group] as number,
    }));
}

/**
 * The groups that words stand for only together: of each phrase all of whose words are in a bag ("oog hebben voor"), the
 * group, by each of its stems.
 * @param stems stems as {@link verbStem} gives them
 */
export function phraseGroups(stems: ReadonlySet<string>): Map<string, string[]> {
  index ??= build();
  const out = new Map<string, Set<string>>();
  for (const rarest of stems) {
    for (const { group, stems: parts } of index.phrases.get(rarest) ?? []) {
      if (!parts.every((part) => stems.has(part))) continue;
      for (const part of parts) out.set(part, (out.get(part) ?? new Set()).add(index.ids[group] as string));
    }
  }
  return new Map([...out].map(([stem, groups]) => [stem, [...groups].sort()]));
}
