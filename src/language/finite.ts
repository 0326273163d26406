/**
 * Finite verbs of the third person singular ("werkt", "heeft", "laat"): with one begins what a person does or knows in
 * a list of requirements, where the subject is left out.
 */
import { isKnownWord } from "./background.js";
import { fold } from "./fold.js";

/** Verbs whose form shows neither stem nor ending. */
const IRREGULAR = new Set(
  "is heeft kan mag zal wil moet doet gaat staat slaat ziet houdt hoeft dient durft komt weet heet".split(" "),
);
/** "overziet", "ondergaat": a prefix that stays with its verb. */
const WITH_PREFIX = /^(?:be|door|her|onder|ont|over|ver|voor)(?:doet|gaat|houdt|komt|staat|ziet)$/;

/** Stems that end in -t themselves: their form shows no ending, and many a noun in -t looks the same. */
export const STEMS_IN_T: ReadonlySet<string> = new Set(
  (
    "laat verlaat zet bezet verzet herzet zit bezit let belet meet schat vat bevat omvat hervat start stort richt verricht " +
    "wacht verwacht acht beacht sluit besluit praat put benut ontmoet stoot groet begroet begroot eet test print " +
    "vergeet geniet giet spuit bijt fluit"
  ).split(" "),
);

/** Nouns that the spelling cannot tell from a verb. */
const NOUNS = new Set("buurt vaart kost lijst beurt inkomst toekomst dienst".split(" "));

const VOWELS = "[aeiouy]";
const LONG = /(aa|ee|oo|uu)([^aeiouy])$/;
const SHORT = new RegExp(`^[^aeiouy]*${VOWELS}[^aeiouyw]$`);
const LAST_SHORT = new RegExp(`(?:^|[^aeiouy])${VOWELS}[^aeiouywx]$`);

/** The infinitives that a stem may belong to, by the rules of spelling. */
function infinitives(stem: string): string[] {
  const out: string[] = [];
  const voiced = (base: string): void => {
    out.push(`${base}en`);
    if (base.endsWith("f")) out.push(`${base.slice(0, -1)}ven`);
    if (base.endsWith("s")) out.push(`${base.slice(0, -1)}zen`);
  };
  if (LONG.test(stem)) voiced(stem.replace(LONG, (_, vowels: string, c: string) => vowels[0] + c));
  if (LAST_SHORT.test(stem)) out.push(`${stem}${stem.at(-1)}en`);
  // "werk", "ontwikkel": not where the last syllable is the only one and short ("zet" is not "zeten").
  if (!LONG.test(stem) && !SHORT.test(stem)) voiced(stem);
  return out;
}

/**
 * Whether a word can be a finite verb of the third person singular, by its spelling and the infinitives that are known.
 * A word with a part in brackets is tried with and without it: "(Her)kent".
 * @param isKnown whether a folded word exists; the background statistics by default
 */
export function isFiniteVerb(word: string, isKnown: (word: string) => boolean = isKnownWord): boolean {
  const folded = fold(word);
  if (/[()]/.test(folded)) {
    const forms = [folded.replace(/\([^)]*\)/g, ""), folded].map((form) => form.replace(/[()]/g, ""));
    return forms.some((form) => isFiniteVerb(form, isKnown));
  }
  if (!/^[a-z]{2,}$/.test(folded)) return false;
  if (IRREGULAR.has(folded) || STEMS_IN_T.has(folded) || WITH_PREFIX.test(folded)) return true;
  if (!folded.endsWith("t") || NOUNS.has(folded)) return false;
  if (/[^aeiou]eert$/.test(folded)) return true;
  const stem = folded.slice(0, -1);
  // "groei", "strooi" are stems, "wa" and "be" are not.
  if (stem.length < 3 || /(?<![aeiou])i$|[aeou]$/.test(stem)) return false;
  return infinitives(stem).some(isKnown);
}
