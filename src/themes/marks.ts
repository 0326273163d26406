/** Labels for the themes of the program, as a corpus without text carries them. */
import type { Dossier, ThemeMark } from "../model.js";
import { builtInThemes } from "./builtin.js";
import { labellerOf } from "./label.js";

/**
 * For each statement of a dossier its mark for every theme of the program, by the theme's id; null for a statement
 * without text. Where the words stand is left out: positions show the order of words.
 */
export function themeMarks(dossier: Dossier): (Record<string, ThemeMark> | null)[] {
  const found = builtInThemes().map((theme) => ({ theme, findings: labellerOf(theme).label(dossier) }));
  return dossier.statements.map(({ text }, i) => {
    if (text === null) return null;
    const marks: Record<string, ThemeMark> = {};
    for (const { theme, findings } of found) {
      const finding = findings[i];
      if (!finding) continue;
      const { label, score, partners, rules } = finding;
      marks[theme.id] = {
        hash: theme.hash,
        label,
        score,
        ...(partners.length > 0 ? { partners } : {}),
        ...(rules.length > 0 ? { rules } : {}),
      };
    }
    return marks;
  });
}
