/**
 * Separable verbs, put together again: "stelt het plan bij", "bij te stellen" and "bijstellen" are one word. Needs the
 * order of words and the punctuation, so it is done before a statement becomes a bag.
 */
import { CONJUNCTIVES, PREPOSITIONS } from "./functionwords.js";
import { type Token, tokenize } from "./tokens.js";
import { IRREGULAR_PRESENT, isKnownForm, isKnownVerb, PARTICLES, PREPOSITION_PARTICLES, thirdPerson } from "./verbs.js";

const ALONE = new Set(PARTICLES);
const ALSO_PREPOSITION = new Set(PREPOSITION_PARTICLES);
/** Words that open what comes after the verb and its particle. */
const OPENS_NEXT = new Set([...PREPOSITIONS, ...CONJUNCTIVES, "wat", "waar", "waarbij", "waardoor", "om"]);
/** Farthest that a particle stands from its verb, in words. */
const MAX_GAP = 25;
const ENDS_CLAUSE = /[.;:!?]/;

/**
 * The words of {@link tokenize}, with separable verbs as one word in their infinitive, at the place of the verb.
 * @param text the text that the tokens are of
 */
export function joinSeparable(text: string, tokens: readonly Token[]): string[] {
  if (tokens.length < 2) return tokens.map((token) => token.norm);
  const words: (string | null)[] = tokens.map((token) => token.norm);
  for (let i = 0; i < tokens.length; i++) {
    const word = words[i];
    if (typeof word !== "string") continue;
    if (word === "te" && i > 0) joinAroundTe(words, i);
    const verb = finite(words, i);
    if (verb) joinParticle(text, tokens, words, i, verb);
  }
  return words.filter((word) => word !== null);
}

/** As {@link joinSeparable}, of a text by itself. */
export const wordsJoined = (text: string): string[] => joinSeparable(text, tokenize(text));

/** The infinitive of a verb in the third person at a place, or null; "in staat" is a noun. */
function finite(words: readonly (string | null)[], at: number): string | null {
  const word = words[at];
  if (typeof word !== "string" || (word === "staat" && words[at - 1] === "in")) return null;
  return IRREGULAR_PRESENT.get(word) ?? thirdPerson(word);
}

/** "bij te stellen" */
function joinAroundTe(words: (string | null)[], te: number): void {
  const [particle, verb] = [words[te - 1], words[te + 1]];
  if (!particle || !verb || !(ALONE.has(particle) || ALSO_PREPOSITION.has(particle))) return;
  if (!isKnownVerb(particle + verb)) return;
  words[te - 1] = null;
  words[te] = null;
  words[te + 1] = particle + verb;
}

/** "stelt … bij": the particle of a verb, further on in its clause. */
function joinParticle(
  text: string,
  tokens: readonly Token[],
  words: (string | null)[],
  at: number,
  verb: string,
): void {
  for (let i = at + 1; i < tokens.length && i <= at + MAX_GAP; i++) {
    const between = text.slice((tokens[i - 1] as Token).end, (tokens[i] as Token).start);
    if (ENDS_CLAUSE.test(between)) return;
    const particle = words[i];
    if (typeof particle !== "string") continue;
    // The particle belongs to the nearest verb before it.
    if (finite(words, i)) return;
    const alone = ALONE.has(particle);
    if (!alone && !ALSO_PREPOSITION.has(particle)) continue;
    const next = words[i + 1];
    const last =
      i + 1 === tokens.length || /\p{P}/u.test(text.slice((tokens[i] as Token).end, (tokens[i + 1] as Token).start));
    const fits = alone || last || (typeof next === "string" && OPENS_NEXT.has(next));
    // "is in staat samen te werken", "samen met de cliënt": these belong to what follows.
    if (next === "te" || (particle === "samen" && next === "met" && verb !== "werken")) continue;
    // A verb has a finite form: "bijstelt". "Voorzorgen" is known and none.
    if (fits && isKnownForm(particle + words[at]) && isKnownVerb(particle + verb)) {
      words[at] = particle + verb;
      words[i] = null;
      return;
    }
  }
}
