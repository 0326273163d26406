/** Who does what a clause says, as far as its first words tell: the professional, or the person served. */
import { isFiniteVerb } from "./finite.js";
import { isRole, isTargetGroup } from "./people.js";
import type { Word } from "./phrases.js";

/** Words that open a clause of its own. */
const OPENERS = new Set(
  "dat die zodat opdat waardoor waarin waarbij wanneer als indien terwijl doordat omdat om hoe of waar nadat voordat".split(
    " ",
  ),
);
const RESULT = new Set(["zodat", "opdat", "waardoor"]);
/** What comes behind these and a person is that person's own act. */
const LETTING = new Set(["laat", "laten", "leert", "traint"]);
const PRONOUNS = new Set(["hij", "zij", "ze", "deze", "die", "men"]);
const PLURAL = new Set(
  "kunnen worden hebben zijn moeten willen mogen zullen gaan blijven krijgen maken wonen leven functioneren werken".split(
    " ",
  ),
);
/** Words within which the subject of a clause is named. */
const SUBJECT_REACH = 5;
/** Words before "om" or "bij het" within which the one who is to do it is named. */
const OBJECT_REACH = 8;

const isTarget = (word: Word | undefined): boolean => word !== undefined && isTargetGroup(word.norm);
const isVerb = (word: Word): boolean => isFiniteVerb(word.text) || PLURAL.has(word.norm);

/** Where the clause of a word begins: after punctuation, or at a word that opens one. */
function clauseStart(words: readonly Word[], at: number): number {
  let i = at;
  while (i > 0) {
    if (OPENERS.has((words[i] as Word).norm)) return i;
    const before = words[i - 1] as Word;
    if (before.stretch !== words[i]?.stretch || before.after.includes(",")) return i;
    i--;
  }
  return 0;
}

/** Whether the clause that begins at `start` has the person served for its subject: named first, before a finite verb. */
function targetIsSubject(words: readonly Word[], start: number, at: number): boolean {
  for (let i = start; i < Math.min(start + SUBJECT_REACH, words.length); i++) {
    const word = words[i] as Word;
    if (word.stretch !== words[start]?.stretch) return false;
    // "De begeleider specifieke doelgroepen": the professional's own name.
    if (isRole(word.norm)) return false;
    if (isTarget(word)) {
      // "Cliënten zelfstandig begeleiden" has no finite verb: they are what the work is done with.
      for (let j = i + 1; j < words.length && words[j]?.stretch === word.stretch; j++)
        if (isVerb(words[j] as Word)) return true;
      return false;
    }
    if (i > start && i >= at) return false;
    if (isVerb(word)) return false;
  }
  return false;
}

/**
 * Whether what is said at a word is said of the person served: as the subject of its clause ("de cliënt beslist zelf"),
 * by a pronoun in a clause of result after it ("zodat hij …"), by a relative clause ("cliënten die …"), or as the one who
 * is helped to do it ("stimuleert de cliënt om zelfstandig te …", "ondersteunt de cliënt bij het nemen van besluiten").
 */
export function actedByTarget(words: readonly Word[], at: number): boolean {
  const start = clauseStart(words, at);
  const first = words[start] as Word;
  const stretch = first.stretch;
  const before = (reach: number): boolean => {
    for (let i = start - 1; i >= Math.max(0, start - reach); i--) {
      if (words[i]?.stretch !== stretch) return false;
      if (isTarget(words[i])) return true;
    }
    return false;
  };
  if (RESULT.has(first.norm)) {
    if (PRONOUNS.has(words[start + 1]?.norm ?? "")) return before(words.length);
    return targetIsSubject(words, start + 1, at);
  }
  if (first.norm === "die" || first.norm === "om") {
    if (first.norm === "die" && isTarget(words[start - 1])) return true;
    if (first.norm === "om") {
      if (before(OBJECT_REACH)) return true;
      return (
        start > 0 && words[start - 1]?.stretch === stretch && targetIsSubject(words, clauseStart(words, start - 1), at)
      );
    }
  }
  if (targetIsSubject(words, OPENERS.has(first.norm) ? start + 1 : start, at)) return true;
  // "laat de cliënt zelfstandig kiezen"
  for (let i = start; i < at; i++) {
    if (!LETTING.has(words[i]?.norm ?? "")) continue;
    for (let j = i + 1; j <= Math.min(i + 3, at - 1); j++) if (isTarget(words[j])) return true;
  }
  // "ondersteunt de cliënt bij het nemen van besluiten": the noun of an action, behind the one who is helped.
  for (let i = at - 1; i >= Math.max(start, at - OBJECT_REACH); i--) {
    if (words[i]?.norm === "bij" && isTarget(words[i - 1])) return true;
  }
  return false;
}
