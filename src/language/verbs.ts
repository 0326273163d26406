/**
 * Brings the forms of a verb together: "stelt" and "stellen", "maakt" and "maken", "geeft" and "geven". The Snowball
 * stemmer leaves the third person alone, in which half of these documents are written.
 */
import { wordShare } from "./background.js";
import { stemDutch } from "./snowball.js";

const CONSONANT = "bcdfghjklmnpqrstvwxz";
const SOFT: Record<string, string> = { f: "v", s: "z" };

/** Infinitives that a third person in -t can belong to, by the rules of Dutch spelling. */
function infinitives(form: string): string[] {
  const root = form.slice(0, -1);
  const last = root.at(-1) ?? "";
  if (root.length < 2 || !CONSONANT.includes(last)) return [];
  const before = root.slice(0, -1);
  const long = /(?:aa|ee|oo|uu)$/.test(before);
  const short = !long && /(?:^|[^aeiou])[aeiou]$/.test(before);
  const oneSyllable = root.match(/[aeiouy]+/g)?.length === 1;
  // "sport" cannot come of "sporen" (that is "spoort"): a short vowel in the only syllable doubles what follows it.
  const out = short && oneSyllable ? [] : [`${root}en`];
  if (long) for (const c of [last, SOFT[last]]) if (c) out.push(`${before.slice(0, -1)}${c}en`);
  if (short) out.push(`${root}${last}en`);
  if (SOFT[last]) out.push(`${before}${SOFT[last]}en`);
  return out;
}

const cache = new Map<string, string>();

/**
 * Stem of a folded word; of a verb in the third person, the stem of its infinitive. A form counts as one where the
 * background knows the infinitive and knows the form itself less well as a word of its own.
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

/** The infinitive of a verb in the third person, or null. */
export function infinitive(word: string): string | null {
  if (!/[a-z]t$/.test(word) || word.length < 4) return null;
  let best: string | null = null;
  let share = 0;
  for (const candidate of infinitives(word)) {
    const own = wordShare(candidate);
    if (own > share) {
      share = own;
      best = candidate;
    }
  }
  return best !== null && wordShare(word) <= MAX_FORM_RATIO * share ? best : null;
}
