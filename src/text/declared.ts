/**
 * What a document's own words mean, as it declares it: with "begeleidingsplan, waarmee ook zorgplan wordt bedoeld" a
 * statement of that document on a begeleidingsplan is one on a zorgplan too. Other documents are read as they stand.
 */
import { wordShare } from "../language/background.js";
import { wordsJoined } from "../language/separable.js";
import { words } from "../language/tokens.js";
import { verbStem } from "../language/verbs.js";
import type { DeclaredSynonym, Features } from "../model.js";
import { neutral } from "./roles.js";

/** Words of a name that say nothing by themselves ("plan van aanpak") are in more sentences than this. */
const FUNCTION_WORD_SHARE = 0.06;

/** A name as words with target groups made one; those that carry it, unless none do. */
function nameWords(name: string): string[] {
  const all = neutral(wordsJoined(name));
  const content = all.filter((word) => wordShare(word) < FUNCTION_WORD_SHARE);
  return content.length > 0 ? content : all;
}

interface Rule {
  /** Stems that must all be in a statement. */
  stems: string[];
  /** The other name, its words sorted. */
  means: string;
}

/**
 * Rules from declarations. Term and member stand for each other; the members for the term only, since many a
 * declaration lists kinds ("met naasten bedoelen we ouders, buren en vrienden").
 */
function rulesOf(declared: readonly DeclaredSynonym[]): Rule[] {
  const out = new Map<string, Rule>();
  const add = (from: readonly string[], to: readonly string[]): void => {
    const stems = [...new Set(from.map(verbStem))].sort();
    const means = [...new Set(to)].sort().join(" ");
    // Pronouns, and names of one target group, are equal already.
    if (stems.length === 0 || means === "" || stems.join(" ") === [...new Set(to.map(verbStem))].sort().join(" "))
      return;
    out.set(`${stems.join(" ")}=${means}`, { stems, means });
  };
  for (const { term, members } of declared) {
    const name = nameWords(term);
    for (const member of members.map(nameWords)) {
      add(name, member);
      add(member, name);
    }
  }
  return [...out.values()];
}

/**
 * Adds to the features of a document's statements what it declares of their words.
 * @param declared of the document
 * @returns the same features where nothing is declared
 */
export function withDeclared(all: readonly Features[], declared: readonly DeclaredSynonym[]): Features[] {
  const rules = new Map<string, Rule[]>();
  for (const rule of rulesOf(declared)) {
    const [first = ""] = rule.stems;
    rules.set(first, [...(rules.get(first) ?? []), rule]);
  }
  if (rules.size === 0) return [...all];
  return all.map((features) => {
    const stems = new Set(features.bag.map(([word]) => verbStem(word)));
    const met = [...stems].filter((stem) => rules.has(stem)).flatMap((stem) => rules.get(stem) as Rule[]);
    if (met.length === 0) return features;
    const means = new Map<string, Set<string>>();
    for (const rule of met) {
      if (!rule.stems.every((stem) => stems.has(stem))) continue;
      for (const stem of rule.stems) means.set(stem, (means.get(stem) ?? new Set()).add(rule.means));
    }
    if (means.size === 0) return features;
    const own = features.bag.flatMap(([word]): [string, string[]][] => {
      const found = means.get(verbStem(word));
      return found ? [[word, [...found].sort()]] : [];
    });
    return { ...features, declared: own };
  });
}

/**
 * The names of a document's professional, those that it declares among them: where "de medewerker groen" is its actor and
 * "hovenier" is declared for that, "de hovenier" is too.
 * @param learned names as `learnRoles` finds them
 * @returns longest first
 */
export function declaredRoles(learned: readonly string[][], declared: readonly DeclaredSynonym[]): string[][] {
  const actors = new Set(learned.map((role) => role.slice(1).join(" ")));
  const more = declared
    .map(({ term, members }) => [term, ...members].map((name) => words(name)))
    .filter((names) => names.some((name) => actors.has(name.join(" "))))
    .flat()
    .filter((name) => name.length > 0 && !actors.has(name.join(" ")))
    .flatMap((name) => [
      ["de", ...name],
      ["een", ...name],
    ]);
  const order = (a: string[], b: string[]): number => b.length - a.length || (a.join(" ") < b.join(" ") ? -1 : 1);
  return more.length === 0 ? [...learned] : [...learned, ...more].sort(order);
}
