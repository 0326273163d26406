import type { Dossier, Statement, Unit } from "../model.js";

export class ExportError extends Error {
  override name = "ExportError";
}

/**
 * What a statement asks for, whole: a stem that opens its list, and the item.
 * @throws ExportError in a corpus without text
 */
export function wholeText(dossier: Dossier, { text, lead }: Statement): string {
  if (text === null) throw new ExportError(`${dossier.id} comes without text: this format cannot do without`);
  return lead ? `${lead} ${text}` : text;
}

/** The name of a unit: its title, or what else it is known by. */
export const unitName = ({ title, code, kind }: Unit): string => title || code || kind;
