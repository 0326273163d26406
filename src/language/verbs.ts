/**
 * Brings the forms of a verb together: "stelt" and "stellen", "maakt" and "maken", "vastgelegd" and "vastleggen",
 * "besproken" and "bespreken". The Snowball stemmer leaves the third person and the participle alone, in which half of
 * these documents are written.
 */
import { wordShare } from "./background.js";
import { STRONG_PARTICIPLES } from "./conjugation.js";
import { STEMS_IN_T } from "./finite.js";
import { stemDutch } from "./snowball.js";
import { formBits, WORD } from "./wordlist.js";

const CONSONANT = "bcdfghjklmnpqrstvwxz";
const SOFT: Record<string, string> = { f: "v", s: "z" };

/**
 * Words that are the first part of a separable verb. The second list are prepositions as well: alone they show nothing
 * about a verb.
 */
export const PARTICLES: readonly string[] =
  "af weg mee terug samen vast toe neer heen deel los klaar open bloot plaats".split(" ");
export const PREPOSITION_PARTICLES: readonly string[] =
  "aan achter bij binnen door in na om onder op over rond tegen tussen uit voor".split(" ");
const SEPARABLE = [...PARTICLES, ...PREPOSITION_PARTICLES];
/** Prefixes that stay with their verb; its participle has no "ge". */
const INSEPARABLE = ["be", "er", "her", "ont", "ver", "ge", "mis", "over", "onder", "door", "voor", "vol", "om"];

/** Third persons that no rule of spelling leads to the infinitive. */
export const IRREGULAR_PRESENT: ReadonlyMap<string, string> = new Map([
  ["gaat", "gaan"],
  ["staat", "staan"],
  ["slaat", "slaan"],
  ["doet", "doen"],
  ["ziet", "zien"],
  ["heeft", "hebben"],
  ["weet", "weten"],
  ["komt", "komen"],
]);

const ONE_SYLLABLE = /^[^aeiouy]*[aeiouy]+[^aeiouy]*$/;

const strongVerbs = new Set(STRONG_PARTICIPLES.values());

/** Infinitives that a third person in -t can belong to, by the rules of Dutch spelling. */
function infinitives(form: string): string[] {
  const root = form.slice(0, -1);
  const last = root.at(-1) ?? "";
  if (root.length < 2 || !CONSONANT.includes(last)) return [];
  const before = root.slice(0, -1);
  const long = /(?:aa|ee|oo|uu)$/.test(before);
  const short = !long && /(?:^|[^aeiou])[aeiou]$/.test(before);
  // "sport" cannot come of "sporen" (that is "spoort"): a short vowel in the only syllable doubles what follows it.
  const out = short && ONE_SYLLABLE.test(root) ? [] : [`${root}en`];
  if (long) for (const c of [last, SOFT[last]]) if (c) out.push(`${before.slice(0, -1)}${c}en`);
  if (short) out.push(`${root}${last}en`);
  if (SOFT[last]) out.push(`${before}${SOFT[last]}en`);
  return out;
}

/** How often a word is met: its share in the background, or a little if only the word list has it. */
const knownShare = (word: string): number => wordShare(word) || (formBits(word) & WORD ? 1e-6 : 0);

function likeliest(candidates: readonly string[]): string | null {
  let best: string | null = null;
  let share = 0;
  for (const candidate of candidates) {
    const own = knownShare(candidate);
    if (own > share) {
      share = own;
      best = candidate;
    }
  }
  return best;
}

/** Whether the background or the word list has a folded word. */
export const isKnownForm = (word: string): boolean => knownShare(word) > 0;

/** Whether a folded word is the infinitive of a verb that the background or the word list knows. */
export const isKnownVerb = (word: string): boolean => word.endsWith("n") && knownShare(word) > 0;

const cache = new Map<string, string>();

/**
 * Stem of a folded word; of a verb in the third person or a participle, the stem of its infinitive. A form counts as one
 * where the infinitive is known and the form itself is not better known as a word of its own.
 */
export function verbStem(word: string): string {
  let stem = cache.get(word);
  if (stem !== undefined) return stem;
  stem = stemDutch(infinitive(word) ?? word);
  cache.set(word, stem);
  return stem;
}

/** How much better known a form may be than its infinitive: "werkt" is used more than "werken" is, "recht" is a noun. */
const MAX_FORM_RATIO = 4;
/** A participle that is much better known than its verb is an adjective or a noun by now: "gezond", "geweld", "beperkt". */
const MAX_PARTICIPLE_RATIO = 4;

/** The infinitive of a verb in the third person or of a participle, or null. */
export function infinitive(word: string): string | null {
  return IRREGULAR_PRESENT.get(word) ?? thirdPerson(word) ?? participle(word);
}

const thirdPersons = new Map<string, string | null>();

/** The infinitive of a form in the third person singular, or null. */
export function thirdPerson(word: string): string | null {
  if (!word.endsWith("t")) return null;
  let verb = thirdPersons.get(word);
  if (verb === undefined) {
    verb = verbOfThirdPerson(word);
    thirdPersons.set(word, verb);
  }
  return verb;
}

function verbOfThirdPerson(word: string): string | null {
  if (STEMS_IN_T.has(word)) return likeliest(infinitives(`${word}t`));
  if (!/[a-z]t$/.test(word) || word.length < 4) return null;
  const best = likeliest(infinitives(word));
  return best !== null && wordShare(word) <= MAX_FORM_RATIO * knownShare(best) ? best : null;
}

/** The infinitive of a past participle, or null: "vastgelegd", "bijgesteld", "verzameld", "voorgeschreven". */
function participle(word: string): string | null {
  const attributive = word.endsWith("de") || word.endsWith("te") ? word.slice(0, -1) : word;
  if (!/^[a-z]{4,}[dnt]$/.test(attributive)) return null;
  for (const particle of ["", ...SEPARABLE]) {
    if (!attributive.startsWith(particle)) continue;
    const rest = attributive.slice(particle.length);
    const strong = rest.startsWith("ge") ? strongAfterGe(particle, rest.slice(2)) : strongWithPrefix(particle, rest);
    if (strong) return strong;
    const weak = rest.startsWith("ge") ? weakAfterGe(particle, rest.slice(2)) : weakWithPrefix(particle, rest);
    if (weak && wordShare(word) <= MAX_PARTICIPLE_RATIO * knownShare(weak)) return weak;
  }
  return null;
}

function strongAfterGe(particle: string, root: string): string | null {
  const verb = STRONG_PARTICIPLES.get(root);
  return verb && (particle === "" || isKnownVerb(particle + verb)) ? particle + verb : null;
}

function weakAfterGe(particle: string, root: string): string | null {
  if (root.length < 3 || !/[dt]$/.test(root)) return null;
  // "opgeleid" has the d in its stem, "gestart" the t. A strong verb has no such participle: "gebied" is not of "bieden".
  const verbs = [...infinitives(`${root.slice(0, -1)}t`), ...infinitives(`${root}t`)];
  return likeliest(verbs.filter((verb) => !strongVerbs.has(verb)).map((verb) => particle + verb));
}

/** A prefix that takes the place of "ge": "besproken", "voorgeschreven". */
function strongWithPrefix(particle: string, rest: string): string | null {
  for (const prefix of INSEPARABLE) {
    const strong = rest.startsWith(prefix) && STRONG_PARTICIPLES.get(rest.slice(prefix.length));
    const verb = particle + prefix + strong;
    if (strong && verb !== particle + rest && isKnownVerb(verb)) return verb;
  }
  return null;
}

/** "verzameld", "onderbouwd" */
function weakWithPrefix(particle: string, rest: string): string | null {
  if (
    !rest.endsWith("d") ||
    !INSEPARABLE.some((prefix) => rest.startsWith(prefix) && rest.length >= prefix.length + 3)
  ) {
    return null;
  }
  return likeliest(infinitives(`${rest.slice(0, -1)}t`).map((verb) => particle + verb));
}
