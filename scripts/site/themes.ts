import { builtInThemes, DEFAULT_THEME, type Theme } from "../../src/themes/index.js";

/** The themes in the order in which every page offers them: the one that counts where nobody chooses comes first. */
export const themesInOrder = (): Theme[] =>
  [...builtInThemes()].sort((a, b) => Number(b.id === DEFAULT_THEME) - Number(a.id === DEFAULT_THEME));
