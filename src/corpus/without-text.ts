import type { Corpus, Features, Statement } from "../model.js";
import { shownTitle } from "../parse/index.js";
import { dossierFeatures, hasLevels, levelCounts } from "../text/index.js";
import { themeMarks } from "../themes/index.js";

/** A statement's features with its level hits, without what its dossier declares; those of an older corpus without text stay unknown. */
function levelFeatures(statement: Statement, { declared: _, ...own }: Features): Features {
  return hasLevels(statement) ? { ...own, levels: levelCounts(statement) } : own;
}

/**
 * The corpus without its sentences, for sources under copyright: ids, codes, titles, sections and offsets stay, and
 * each statement carries features that do not show the order of its words. It compares like the corpus it came from.
 * A title or section that is a sentence itself keeps its first words only.
 */
export function withoutText(corpus: Corpus): Corpus {
  return {
    ...corpus,
    dossiers: corpus.dossiers.map((dossier) => {
      const features = dossierFeatures(dossier);
      const marks = themeMarks(dossier);
      return {
        ...dossier,
        title: shownTitle(dossier.title),
        units: dossier.units.map((unit) => ({ ...unit, title: shownTitle(unit.title) })),
        ...(dossier.variants
          ? { variants: dossier.variants.map((variant) => ({ ...variant, title: shownTitle(variant.title) })) }
          : {}),
        statements: dossier.statements.map((statement, i) => {
          const own = features[i];
          return {
            ...statement,
            section: shownTitle(statement.section),
            text: null,
            ...(statement.scope === undefined ? {} : { scope: shownTitle(statement.scope) }),
            ...(statement.lead === undefined ? {} : { lead: null }),
            ...(own ? { features: { ...levelFeatures(statement, own), themes: marks[i] ?? own.themes ?? {} } } : {}),
          };
        }),
        repairs: dossier.repairs.map((repair) => ({ ...repair, from: null, to: null })),
        warnings: dossier.warnings.map((warning) => ({
          ...warning,
          message: warning.message.replace(/"[^"]*"/g, "…"),
        })),
      };
    }),
  };
}
