/** Levels by one name, whatever words a document uses for them, so that they can be chosen across documents. */

import data from "../../data/levels.json" with { type: "json" };
import { levelOf } from "../../src/compare/index.js";
import type { Dossier, Level, Statement } from "../../src/model.js";

/** "NLQF 4 (mbo-niveau 4)": the first diploma in the table is its example; the document's own words where it has no place in the NLQF. */
export function levelName({ nlqf, label }: Level): string {
  if (nlqf === undefined) return label;
  const example = data.levels.find((level) => level.nlqf === String(nlqf))?.diploma;
  return example === undefined ? `NLQF ${nlqf}` : `NLQF ${nlqf} (${example})`;
}

/** The levels that a statement holds for, sorted: its own or its unit's; else those of its variants, else the dossier's. */
export function levelNames(dossier: Dossier, statement: Statement): string[] {
  const variants = (dossier.variants ?? []).filter(({ id }) => statement.variants?.[id] !== undefined);
  const own = levelOf({ ...dossier, level: null }, statement);
  const levels = own !== null ? [own] : variants.length > 0 ? variants.map(({ level }) => level) : [dossier.level];
  return [...new Set(levels.flatMap((level) => (level === null ? [] : [levelName(level)])))].sort();
}
