export { builtInThemes, DEFAULT_THEME } from "./builtin.js";
export { parseTheme, type Theme, ThemeError, type ThemeRule } from "./codebook.js";
export { Labeller, labellerOf } from "./label.js";
export { themeMarks } from "./marks.js";
