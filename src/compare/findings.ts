/** Labels of the statements of a dossier for a theme, whether it has its text or not. */
import type { Dossier, Settings, Statement, ThemeFinding } from "../model.js";
import { type Labeller, type Theme, ThemeError } from "../themes/index.js";

/** What tells one version of a theme from another. */
export const themeSettings = ({ id, version, hash }: Theme): Settings => ({ id, version, hash });

/** The findings for a dossier's statements, in order; those of a corpus without text as they came. */
export function findings(dossier: Dossier, labeller: Labeller): ThemeFinding[] {
  return labeller.label(dossier).map((found, i) => found ?? kept(dossier.statements[i] as Statement, labeller.theme));
}

function kept({ id, features }: Statement, theme: Theme): ThemeFinding {
  const mark = features?.themes?.[theme.id];
  if (!mark) {
    throw new ThemeError(
      `statement ${id} has no text and was not labelled for the theme "${theme.id}": read its source, with text`,
    );
  }
  if (mark.hash !== theme.hash) {
    throw new ThemeError(
      `statement ${id} has no text and was labelled by another version of the theme "${theme.id}": make the corpus anew`,
    );
  }
  const { label, score, partners = [], rules = [] } = mark;
  return { label, score, partners, evidence: [], rules };
}
