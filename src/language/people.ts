/** Nouns for the professional and for those whom the work is done for. */
import data from "../../data/roles.json" with { type: "json" };
import { fold } from "./fold.js";

const heads = new Set(data.roleHeads.map(fold));
const abbreviations = new Set(data.roleAbbreviations);
const suffixes = data.roleSuffixes.map(fold);
const targets = new Set(data.targetGroups);

/** Whether a folded word is a noun in the singular for a professional ("begeleider", "po"). */
export const isRoleHead = (word: string): boolean =>
  heads.has(word) ||
  abbreviations.has(word) ||
  suffixes.some((suffix) => word.endsWith(suffix)) ||
  (word.includes("/") && word.split("/").some(isRoleHead));

/** As {@link isRoleHead}, in the plural too ("monteurs", "docenten"); "coachen" is a verb. */
export const isRole = (word: string): boolean =>
  isRoleHead(word) ||
  (word.endsWith("s") && isRoleHead(word.slice(0, -1))) ||
  (/[^h]en$/.test(word) && (isRoleHead(word.slice(0, -2)) || isRoleHead(word.slice(0, -1))));

/** Whether a folded word names whom the work is done for ("client", "zorg-clienten"). */
export const isTargetGroup = (word: string): boolean =>
  targets.has(word) || targets.has(word.slice(word.lastIndexOf("-") + 1));
