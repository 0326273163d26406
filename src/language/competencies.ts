import { JaroWinklerDistance } from "natural/lib/natural/distance/index.js";
import data from "../../data/competenties.json" with { type: "json" };
import { fold } from "./fold.js";

/** Least Jaro-Winkler similarity at which a damaged spelling still counts as a competency's name. */
const MIN_SIMILARITY = 0.93;

const key = (name: string): string => fold(name).replace(/[^a-z]+/g, "");
const names = data.competencies.flatMap(({ letter, name, variants }) =>
  [name, ...variants].map((spelling) => ({ letter, name, key: key(spelling) })),
);

/** The letter (A–Y) of a competency's name, however it is spelt; null if it is none. */
export function competencyLetter(name: string): string | null {
  const wanted = key(name);
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

/**
 * The letters of a list of competencies ("Begeleiden, Aandacht en begrip tonen"), sorted; names that are none are
 * returned too, so that nothing is lost silently.
 */
export function readCompetencies(list: string): { letters: string[]; unknown: string[] } {
  const letters = new Set<string>();
  const unknown: string[] = [];
  const names = list
    .replace(/[.;]\s*$/, "")
    .split(/[,;]/)
    .map((name) =>
      name
        .replace(/\s+/g, " ")
        .replace(/^\s*en\s+/, "")
        .trim(),
    );
  for (const name of names) {
    if (name === "") continue;
    const letter = competencyLetter(name);
    if (letter) letters.add(letter);
    else unknown.push(name);
  }
  return { letters: [...letters].sort(), unknown };
}
