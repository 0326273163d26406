/** Whether a noun names somebody by their work: whom one can work together with, whatever the sector. */
import data from "../../data/occupations.json" with { type: "json" };
import { isCompound, MIN_HEAD } from "./compounds.js";
import { nounForms } from "./noun-forms.js";
import { isRole } from "./people.js";

const forms = new Set(data.heads.flatMap((head) => [...nounForms(head)]));
const heads = [...forms].filter((form) => form.length >= MIN_HEAD);
/** Staff among the words in -kracht, most of which are a power. */
const STAFF = /^(?:beroeps|leer|vak|arbeids|inval|uitzend|hulp|seizoens?|oproep|zorg|kantoor|keuken|flex)kracht/;
const known = new Map<string, boolean>();

/** @param norm a folded word; "draagkracht" ends as "leerkracht" does, and is nobody */
export function isProfessional(norm: string): boolean {
  let answer = known.get(norm);
  if (answer === undefined) {
    answer =
      forms.has(norm) ||
      (isRole(norm) && (!/kracht(?:en)?$/.test(norm) || STAFF.test(norm))) ||
      isCompound(norm, heads);
    if (known.size < 20_000) known.set(norm, answer);
  }
  return answer;
}
