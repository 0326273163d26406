import { JaroWinklerDistance } from "natural/lib/natural/distance/index.js";
import data from "../../data/competenties.json" with { type: "json" };
import { fold } from "./fold.js";

/** Least Jaro-Winkler similarity at which a damaged spelling still counts as a competency's name. */
const MIN_SIMILARITY = 0.93;

const key = (name: string): string =>
  fold(name)
    .replace(/&/g, " en ")
    .replace(/[^a-z]+/g, "");
const names = data.competencies.flatMap(({ letter, name, variants }) =>
  [name, ...variants].map((spelling) => ({ letter, name, key: key(spelling) })),
);

/** The letter (A–Y) of a competency's name, however it is spelt; null if it is none. */
export function competencyLetter(name: string): string | null {
  const wanted = key(name);
  const known = letters.get(wanted);
  if (known !== undefined) return known;
  const found = findLetter(wanted);
  if (letters.size < MAX_KNOWN) letters.set(wanted, found);
  return found;
}

/** Spellings met before: documents repeat them under every werkproces. */
const letters = new Map<string, string | null>();
const MAX_KNOWN = 2000;

function findLetter(wanted: string): string | null {
  if (wanted === "") return null;
  let best: string | null = null;
  let score = MIN_SIMILARITY;
  for (const candidate of names) {
    if (candidate.key === wanted) return candidate.letter;
    // Names differ in length by a letter or two when misread; "Leren" is not "Presenteren".
    if (Math.abs(candidate.key.length - wanted.length) > 2) continue;
    const similarity = JaroWinklerDistance(candidate.key, wanted);
    if (similarity > score) {
      score = similarity;
      best = candidate.letter;
    }
  }
  return best;
}

/** The name of a competency by its letter, or null. */
export function competencyName(letter: string): string | null {
  return data.competencies.find((competency) => competency.letter === letter)?.name ?? null;
}

/** Between the names of a list; bullets too, where the list stands below its stem. A line break may be within a name. */
const SEPARATOR = /[,;•·|]|\s[-–—]\s|^\s*[-–—*]\s*/mu;
/** "C", "C.", "C:", "(C)": a competency's letter before or behind its name, or by itself. */
const LETTER_BEFORE = /^\(?([A-Y])\)?(?:[.:)]|\s+(?=\p{Lu})|$)\s*/u;
const LETTER_BEHIND = /\s*\(([A-Y])\)$/u;
/** "K en T": the last two of a list of letters. */
const TWO_LETTERS = /^\(?([A-Y])\)?\.?\s+(?:en|&)\s+\(?([A-Y])\)?\.?$/u;
/** More words than this no name has. */
const MAX_WORDS = 12;

/**
 * The letters of a list of competencies ("Begeleiden, Aandacht en begrip tonen", "C, D", "E Samenwerken en
 * overleggen"), sorted; what is no name is returned too, so that nothing is lost silently.
 */
export function readCompetencies(list: string): { letters: string[]; unknown: string[] } {
  const letters = new Set<string>();
  const unknown: string[] = [];
  for (const part of list.replace(/[.;]\s*$/, "").split(SEPARATOR)) {
    const name = part.replace(/\s+/g, " ").trim();
    if (name === "") continue;
    const found = readNames(name.replace(/^en\s+(?=\p{Lu}(?:\s|$))/u, ""));
    for (const letter of found?.letters ?? []) letters.add(letter);
    if (found === null) unknown.push(name);
    else if (found.rest !== "") unknown.push(found.rest);
  }
  return { letters: [...letters].sort(), unknown };
}

/** The letters of the names in a piece between separators; null if it begins with none. */
function readNames(piece: string): { letters: string[]; rest: string } | null {
  const whole = competencyLetter(piece);
  if (whole) return { letters: [whole], rest: "" };
  const two = TWO_LETTERS.exec(piece);
  if (two) return { letters: two.slice(1), rest: "" };
  const behind = LETTER_BEHIND.exec(piece);
  if (behind && competencyLetter(piece.slice(0, behind.index)) !== null)
    return { letters: [behind[1] as string], rest: "" };
  const before = LETTER_BEFORE.exec(piece);
  if (before) {
    const rest = piece.slice(before[0].length);
    if (rest === "") return { letters: [before[1] as string], rest: "" };
    // The letter and the name should agree; where they do not, the name is what was meant to be read.
    const named = readNames(rest);
    if (named) return named;
  }
  // Names that lost what stood between them: the longest that fits, then the next.
  const list = piece.split(" ");
  const letters: string[] = [];
  let i = list[0] === "en" ? 1 : 0;
  while (i < list.length) {
    let length = Math.min(MAX_WORDS, list.length - i);
    while (length > 0 && competencyLetter(list.slice(i, i + length).join(" ")) === null) length--;
    if (length === 0) break;
    letters.push(competencyLetter(list.slice(i, i + length).join(" ")) as string);
    i += length;
    if (list[i] === "en") i++;
  }
  return letters.length === 0 ? null : { letters, rest: list.slice(i).join(" ") };
}
