import type { Corpus, ThemeLabel } from "../model.js";
import { dossierFeatures } from "../text/index.js";
import { labellerOf, type Theme } from "../themes/index.js";
import { findings, themeSettings } from "./findings.js";

export interface ThemePartOptions {
  /** Also the statements that touch the theme only in passing (rand). */
  marginal?: boolean;
}

/**
 * The part of a corpus that speaks of a theme: all units, of the statements those that are kern. They keep the features
 * that they have in the whole dossier, so that their scores with each other are the same.
 * @throws ThemeError on a corpus without text that was not labelled for this theme in this version
 */
export function themePart(corpus: Corpus, theme: Theme, { marginal = false }: ThemePartOptions = {}): Corpus {
  const labeller = labellerOf(theme);
  const wanted: ThemeLabel[] = marginal ? ["kern", "rand"] : ["kern"];
  return {
    ...corpus,
    settings: { ...corpus.settings, theme: { ...themeSettings(theme), labels: wanted } },
    dossiers: corpus.dossiers.map((dossier) => {
      const features = dossierFeatures(dossier);
      const found = findings(dossier, labeller);
      return {
        ...dossier,
        statements: dossier.statements.flatMap((statement, i) => {
          const own = features[i];
          return own && wanted.includes(found[i]?.label ?? "geen") ? [{ ...statement, features: own }] : [];
        }),
      };
    }),
  };
}
