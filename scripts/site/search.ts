/** The index of all words on the site, in files small enough to load one for each word that is asked. */

import type { DossierFile, Overview, SearchOverview } from "../../docs/components/types.js";
import { stemDutch } from "../../src/language/snowball.js";
import { verbStem } from "../../src/language/verbs.js";
import { type SearchShard, searchTerms, shardOf } from "./search-core.js";

export interface SearchFiles {
  overview: SearchOverview;
  /** By name of the file. */
  shards: Map<string, SearchShard>;
}

/** Titles and codes of every dossier, and the statements whose text is on the site. */
export function searchFiles(overview: Pick<Overview, "dossiers">, dossiers: readonly DossierFile[]): SearchFiles {
  const words = new Map<string, number[][]>();
  const sections = [...new Set(dossiers.flatMap((d) => d.statements.map((s) => s.section)))].sort();
  const sectionPlace = new Map(sections.map((section, i) => [section, i]));
  for (const [d, file] of dossiers.entries()) {
    const texts = [
      overview.dossiers[d]?.title ?? "",
      ...file.units.map(({ code, title }) => `${code ?? ""} ${title}`),
      ...file.statements.map(({ code, lead, text, scope }) => [code, lead, text, scope].filter((x) => x).join(" ")),
    ];
    /** The last place of a word in this dossier. */
    const last = new Map<string, number>();
    for (const [place, text] of texts.entries()) {
      for (const word of searchTerms(text)) {
        const before = last.get(word);
        last.set(word, place);
        const postings = words.get(word) ?? [];
        if (before === undefined) postings.push([d, place]);
        else postings.at(-1)?.push(place - before);
        words.set(word, postings);
      }
    }
  }
  const shards = new Map<string, SearchShard>();
  for (const [word, postings] of [...words].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const stem = verbStem(word);
    // Also where its stem is looked for.
    for (const name of new Set([shardOf(word), shardOf(stem)])) {
      const shard = shards.get(name) ?? newShard();
      shard.words[word] = postings;
      if (stem !== stemDutch(word)) shard.stems[word] = stem;
      shards.set(name, shard);
    }
  }
  return {
    overview: {
      shards: [...shards.keys()].sort(),
      sections,
      dossiers: dossiers.map(({ statements }) => runs(statements.map((s) => sectionPlace.get(s.section) ?? 0))),
    },
    shards,
  };
}

/** Without a prototype: a word such as "constructor" is a word like any other. */
const newShard = (): SearchShard => ({ words: Object.create(null), stems: Object.create(null) });

/** `[value, how often, value, how often, …]` */
function runs(values: readonly number[]): number[] {
  const result: number[] = [];
  for (const value of values) {
    if (result.at(-2) === value) result[result.length - 1] = (result.at(-1) ?? 0) + 1;
    else result.push(value, 1);
  }
  return result;
}
