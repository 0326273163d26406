/** What colleagues in other dossiers are asked for a theme, that has no counterpart here. */
import { GENERATOR } from "../generator.js";
import type { Corpus, Generator, Settings, Skipped } from "../model.js";
import { Labeller, type Theme } from "../themes/index.js";
import { type AnchorStatement, anchorRow } from "./anchors.js";
import { asSettings, type CompareOptions, Counterparts, compareSettings } from "./counterparts.js";
import { findings, themeSettings } from "./findings.js";

/** A kern statement of another dossier. */
export interface Gap extends AnchorStatement {
  /** The most similar statement here, below the threshold; null where nothing is shared at all. */
  nearest: { id: string; similarity: number } | null;
}

export interface GapsResult {
  schema: "ankerpunt/gaps@1";
  generator: Generator;
  settings: Settings;
  theme: string;
  /** For each dossier what is missing in it, in the order of the corpus. */
  gaps: { dossier: string; missing: Gap[] }[];
  skipped: Skipped[];
}

/**
 * For each dossier the kern statements of the others that have no counterpart in it, identical or near, whatever the
 * theme of that counterpart.
 * @returns nothing missing for a single dossier
 * @throws ThemeError on a corpus without text that was not labelled for this theme in this version
 */
export function findGaps(corpus: Corpus, theme: Theme, options: CompareOptions = {}): GapsResult {
  const labeller = new Labeller(theme);
  const found = corpus.dossiers.map((dossier) => findings(dossier, labeller));
  const all = new Counterparts(corpus.dossiers, compareSettings(options));
  const gaps = corpus.dossiers.map((here, h) => ({
    dossier: here.id,
    missing: corpus.dossiers.flatMap((other, o) => {
      if (o === h) return [];
      const best = all.of(o, h);
      return other.statements.flatMap((statement, i): Gap[] => {
        const [finding, counterpart] = [found[o]?.[i], best[i]];
        if (finding?.label !== "kern" || (counterpart && all.classOf(counterpart) !== null)) return [];
        const nearest = counterpart && here.statements[counterpart.index];
        return [
          {
            ...anchorRow(other, statement, finding),
            nearest: nearest ? { id: nearest.id, similarity: counterpart.score } : null,
          },
        ];
      });
    }),
  }));
  return {
    schema: "ankerpunt/gaps@1",
    generator: GENERATOR,
    settings: { ...asSettings(all.settings, corpus.settings), theme: themeSettings(theme) },
    theme: theme.id,
    gaps,
    skipped: corpus.skipped,
  };
}
