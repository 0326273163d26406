/** Levels by one name, whatever words a document uses for them, so that they can be chosen across documents. */

import data from "../../data/levels.json" with { type: "json" };
import { levelsOf } from "../../src/compare/index.js";
import type { Dossier, Level, Statement } from "../../src/model.js";

/** "NLQF 4 (mbo-niveau 4)": the first diploma in the table is its example; the document's own words where it has no place in the NLQF. */
export function levelName({ nlqf, label }: Level): string {
  if (nlqf === undefined) return /^\d+$/.test(label) ? `niveau ${label} (zo genoemd)` : label;
  const example = data.levels.find((level) => level.nlqf === String(nlqf))?.diploma;
  return example === undefined ? `NLQF ${nlqf}` : `NLQF ${nlqf} (${example})`;
}

/** The names of the levels that a statement holds for, sorted. */
export const levelNames = (dossier: Dossier, statement: Statement): string[] =>
  [...new Set(levelsOf(dossier, statement).map(levelName))].sort();
