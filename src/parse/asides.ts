/**
 * Names that a sentence gives in passing while it says something else: "het plan van aanpak (hierna te noemen: plan)",
 * "de bewoner, verder cliënt genoemd,", "persoonlijk ontwikkelingsplan (afgekort POP)", "Een dagstaat wordt ook wel
 * logboek genoemd". The sentence stays what it is; a note that does nothing but declare is read in `declarations.ts`.
 */
import { isFiniteVerb } from "../language/finite.js";
import { fold } from "../language/fold.js";
import { AUXILIARIES, CONJUNCTIVES, FUNCTION_WORDS, PREPOSITIONS } from "../language/functionwords.js";
import type { Declaration } from "./declarations.js";

/** A declaration with the words it was read from. */
export interface Aside extends Declaration {
  /** As they stand in the text. */
  words: string;
}

const QUOTES = "‘’‛'“'”„\"";
const NAME = `[${QUOTES}]?([^()${QUOTES},;:.]{2,60}?)[${QUOTES}]?`;
const FURTHER = "(?:hierna|verder|voortaan|hieronder|in het vervolg|in dit \\p{L}+)(?: ook)?";
const ALSO = "(?:vaak |meestal |soms )?(?:ook|tevens)(?: wel)?";

/** Behind the name that it explains, between brackets or commas. */
const BEHIND: readonly RegExp[] = [
  new RegExp(`\\((?:${FURTHER}|kortweg)(?:,? (?:te noemen|genoemd))?:? ?${NAME}(?: genoemd| te noemen)?\\)`, "gu"),
  new RegExp(`\\(${ALSO} ${NAME} genoemd\\)`, "gu"),
  new RegExp(`\\((?:afgekort|afkorting)(?: tot| als| met)?:? ?${NAME}\\)`, "gu"),
  new RegExp(`, ${FURTHER} te noemen:? ${NAME}(?=[,.;)]|$)`, "gu"),
  new RegExp(`, ${FURTHER} ${NAME} (?:genoemd|te noemen)(?=[,.;)]|$)`, "gu"),
  new RegExp(`, (?:(?:die|dat) )?${ALSO} ${NAME}(?: wordt| worden)? genoemd(?: wordt| worden)?(?=[,.;)]|$)`, "gu"),
  new RegExp(` (?:wordt|worden) ${ALSO} ${NAME} genoemd\\b`, "gu"),
  new RegExp(` (?:wordt|worden) (?:in het vervolg|hierna|verder|voortaan) ${NAME} genoemd\\b`, "gu"),
];
const TRIGGER = /genoemd|te noemen|hierna|verder|voortaan|kortweg|in het vervolg|afgekort|afkorting/u;

const MAX_WORDS = 5;
const DETERMINERS = new Set(
  "de het een dit deze die dat elk elke ieder iedere alle haar zijn hun ons onze uw mijn geen".split(" "),
);
const POINTING = /^(?:deze|dit|die|dat|men|er|zo|hij|zij|ze|het)$/u;

/** The words right before a place, up to the stop or bracket before them, nearest last. */
function wordsBefore(text: string, at: number): string[] {
  const clause = /[^.;:,()]*$/u.exec(text.slice(Math.max(0, at - 120), at))?.[0] ?? "";
  return clause.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.slice(-MAX_WORDS - 1) ?? [];
}

/**
 * What the name behind stands for: the words after the nearest article; without one the words back to the nearest verb
 * or function word. None where a preposition ties them to a noun ("mensen met een beperking (verder cliënten genoemd)"):
 * the name may be for the whole.
 */
function antecedent(before: readonly string[]): string[] {
  const folded = before.map(fold);
  const article = folded.findLastIndex((word) => DETERMINERS.has(word));
  const stop =
    article >= 0
      ? article
      : folded.findLastIndex(
          (word, i) =>
            FUNCTION_WORDS.has(word) || PREPOSITIONS.has(word) || (i < before.length - 1 && isFiniteVerb(word)),
        );
  const preposition = article >= 0 ? article - 1 : stop;
  const holder = folded[preposition - 1];
  if (PREPOSITIONS.has(folded[preposition] ?? "") && holder !== undefined) {
    if (!isFiniteVerb(holder) && !FUNCTION_WORDS.has(holder)) return [];
  }
  return before.slice(stop + 1);
}

const bare = (name: string): string => name.replace(/^(?:de|het|een|ook|:)\s+/iu, "").trim();

/** A name is short, and begins and ends with a word of its own. */
function isName(words: readonly string[]): boolean {
  const folded = words.map(fold);
  const [first, last] = [folded[0], folded.at(-1)];
  if (first === undefined || last === undefined || words.length > MAX_WORDS || POINTING.test(first)) return false;
  return ![first, last].some((word) => FUNCTION_WORDS.has(word) || CONJUNCTIVES.has(word) || AUXILIARIES.has(word));
}

/**
 * The names that a text gives in passing, in order of place.
 * @param text white space made single
 * @returns none for a text without any
 */
export function readAsides(text: string): Aside[] {
  if (!TRIGGER.test(text)) return [];
  const found = new Map<number, Aside & { at: number }>();
  const add = (at: number, words: string, term: readonly string[], member: string): void => {
    const name = bare(member);
    if (!isName(term) || !isName(name.split(" ")) || fold(term.join(" ")) === fold(name)) return;
    if (!found.has(at)) found.set(at, { at, words, term: lower(term.join(" ")), members: [lower(name)] });
  };
  for (const pattern of BEHIND) {
    for (const match of text.matchAll(pattern)) {
      const before = wordsBefore(text, match.index);
      add(match.index, match[0].trim(), antecedent(before), match[1] as string);
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at).map(({ at: _, ...aside }) => aside);
}

/** A word that opens its sentence has a capital of no meaning; an abbreviation and a proper name keep theirs. */
const lower = (term: string): string =>
  /^\p{Lu}\p{Ll}+(?!\S)\P{Lu}*$/u.test(term) ? term.charAt(0).toLowerCase() + term.slice(1) : term;
