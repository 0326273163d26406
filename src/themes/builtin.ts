/** The themes that come with the program. */
import digitaal from "../../data/themes/digitale-vaardigheden.json" with { type: "json" };
import samenwerken from "../../data/themes/interprofessioneel-samenwerken.json" with { type: "json" };
import reflectie from "../../data/themes/reflectie-en-professionalisering.json" with { type: "json" };
import { parseTheme, type Theme } from "./codebook.js";

export const DEFAULT_THEME = "interprofessioneel-samenwerken";

let themes: readonly Theme[] | undefined;

/** The themes of data/themes, by id. */
export function builtInThemes(): readonly Theme[] {
  themes ??= [digitaal, samenwerken, reflectie].map(parseTheme);
  return themes;
}
