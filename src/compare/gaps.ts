/** What colleagues in other dossiers are asked for a theme, that has no counterpart here. */
import { GENERATOR } from "../generator.js";
import type { Corpus, Generator, Settings, Skipped } from "../model.js";
import { labellerOf, type Theme } from "../themes/index.js";
import { levelsOf } from "./anchor-counts.js";
import { type AnchorStatement, anchorRow } from "./anchors.js";
import { asSettings, type CompareOptions, Counterparts, compareSettings } from "./counterparts.js";
import { findings, themeSettings } from "./findings.js";
import { sharedGroups } from "./overlap.js";

/** A kern statement of another dossier. */
export interface Gap extends AnchorStatement {
  /** The most similar statement here, below the threshold; null where nothing is shared at all. */
  nearest: { id: string; similarity: number } | null;
  /** The gap that it is a passage of: its place among the groups. */
  group: number;
}

/** One gap: the same asked in one or more other dossiers. */
export interface GapGroup {
  /** Ids of the dossiers that ask it, in the order of the corpus. */
  dossiers: string[];
  statements: { dossier: string; id: string }[];
}

export interface DossierGaps {
  dossier: string;
  /** In the order of the corpus. */
  missing: Gap[];
  /** What is asked in most dossiers first, then in the order of the corpus. */
  groups: GapGroup[];
}

export interface GapsResult {
  schema: "ankerpunt/gaps@1";
  generator: Generator;
  settings: Settings;
  theme: string;
  /** For each dossier what is missing in it, in the order of the corpus. */
  gaps: DossierGaps[];
  skipped: Skipped[];
}

export interface GapOptions extends CompareOptions {
  /** Only what is asked at this level of the NLQF, 1–8. */
  level?: number;
}

/**
 * For each dossier the kern statements of the others that have no counterpart in it, identical or near, whatever the
 * theme of that counterpart; and as groups, where those that are each other's counterparts are one gap.
 * @returns nothing missing for a single dossier
 * @throws ThemeError on a corpus without text that was not labelled for this theme in this version
 */
export function findGaps(corpus: Corpus, theme: Theme, options: GapOptions = {}): GapsResult {
  const labeller = labellerOf(theme);
  const found = corpus.dossiers.map((dossier) => findings(dossier, labeller));
  const all = new Counterparts(corpus.dossiers, compareSettings(options));
  const meanings = sameMeaning(all);
  const { level } = options;
  const gaps = corpus.dossiers.map((here, h): DossierGaps => {
    const missing = corpus.dossiers.flatMap((other, o) => {
      if (o === h) return [];
      const best = all.of(o, h);
      return other.statements.flatMap((statement, i): Gap[] => {
        const [finding, counterpart] = [found[o]?.[i], best[i]];
        if (finding?.label !== "kern" || (counterpart && all.classOf(counterpart) !== null)) return [];
        if (level !== undefined && !levelsOf(other, statement).some(({ nlqf }) => nlqf === level)) return [];
        const nearest = counterpart && here.statements[counterpart.index];
        return [
          {
            ...anchorRow(other, statement, finding),
            nearest: nearest ? { id: nearest.id, similarity: counterpart.score } : null,
            group: meanings[o]?.[i] ?? -1,
          },
        ];
      });
    });
    return { dossier: here.id, ...grouped(missing) };
  });
  return {
    schema: "ankerpunt/gaps@1",
    generator: GENERATOR,
    settings: {
      ...asSettings(all.settings, corpus.settings),
      theme: themeSettings(theme),
      ...(level === undefined ? {} : { level }),
    },
    theme: theme.id,
    gaps,
    skipped: corpus.skipped,
  };
}

/** Numbers the groups anew, what is asked in most dossiers first. */
function grouped(missing: readonly Gap[]): Pick<DossierGaps, "missing" | "groups"> {
  const byMeaning = new Map<number, Gap[]>();
  for (const gap of missing) byMeaning.set(gap.group, [...(byMeaning.get(gap.group) ?? []), gap]);
  const groups = [...byMeaning]
    .map(([meaning, own]) => ({
      meaning,
      dossiers: [...new Set(own.map(({ dossier }) => dossier))],
      statements: own.map(({ dossier, id }) => ({ dossier, id })),
    }))
    // The sort is stable: ties keep the order of the corpus.
    .sort((a, b) => b.dossiers.length - a.dossiers.length);
  const place = new Map(groups.map(({ meaning }, i) => [meaning, i]));
  return {
    missing: missing.map((gap) => ({ ...gap, group: place.get(gap.group) ?? -1 })),
    groups: groups.map(({ dossiers, statements }) => ({ dossiers, statements })),
  };
}

/**
 * For each statement of each dossier the number of what it says: the same for statements that are each other's
 * counterparts ({@link sharedGroups}), and for the same words again in one dossier.
 */
export function sameMeaning(all: Counterparts): number[][] {
  const numbers = new Map<string, number>();
  for (const [n, { statements }] of sharedGroups(all).entries()) {
    for (const { dossier, id } of statements) numbers.set(`${dossier} ${id}`, n);
  }
  let next = numbers.size;
  return all.dossiers.map((dossier, d) => {
    const first = new Map<string, number>();
    return dossier.statements.map(({ id }, i) => {
      const { hash } = all.features[d]?.[i] ?? { hash: "" };
      const known = first.get(hash);
      if (hash !== "" && known !== undefined) return known;
      const own = numbers.get(`${dossier.id} ${id}`) ?? next++;
      first.set(hash, own);
      return own;
    });
  });
}
