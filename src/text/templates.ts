/**
 * Template statements: sentences of the form in which a whole family of dossiers is written ("Niet van toepassing"). They
 * are alike in every dossier of the family and say nothing about what two of them share. The list is fixed data, not
 * what recurs in the files at hand, so that two dossiers are to each other what they are, whoever joins; and what recurs
 * within one dossier is as often a requirement that holds for several tasks.
 */
import data from "../../data/templates.json" with { type: "json" };
import type { Features } from "../model.js";
import { features } from "./terms.js";

/** The words of a bag, without what the reader of it cannot see: their order and number. */
const key = ({ bag }: Features): string => bag.map(([word]) => word).join(" ");

let known: Set<string> | undefined;

/** Whether a statement is a template, by its words alone. A statement without words is none. */
export function isTemplate(statement: Features): boolean {
  known ??= new Set(data.phrases.map((phrase) => key(features(phrase))));
  return statement.bag.length > 0 && known.has(key(statement));
}
