/** Text → clauses: stretches with one predicate, in which an action and those it is done with belong together. */
import { isFiniteVerb } from "../language/finite.js";
import { type Token, tokenize } from "../language/tokens.js";
import { PARTICLES as ADVERBIAL, PREPOSITION_PARTICLES } from "../language/verbs.js";
import { INFINITIVE, NOUN, wordClass } from "../language/wordclasses.js";
import type { ClauseToken } from "./terms.js";

export interface TextToken extends Token, ClauseToken {
  finite: boolean;
}

export interface Clause {
  /** Half-open range of tokens. */
  start: number;
  end: number;
  /** How it begins: a new sentence, another predicate of the same subject, or a subordinate clause. */
  opens: "sentence" | "predicate" | "subordinate";
  /** The conjunction of a subordinate clause, "" otherwise. */
  cue: string;
}

export interface ParsedText {
  tokens: TextToken[];
  clauses: Clause[];
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

const SUBORDINATORS = words(
  "zodat waardoor waarbij waarvoor waarin waarmee waaruit waarop waarover waarvan waaraan waartoe omdat doordat wanneer " +
    "indien terwijl nadat voordat zodra hoe waarom welke mits tenzij hoewel",
);
/** "waar nodig", "indien dit gewenst is": no clause of their own. */
const IN_PASSING = words("nodig mogelijk gewenst wenselijk noodzakelijk relevant toepassing orde");
const MAX_PASSING = 4;
const TURNS = words("dat dit deze er het van aan de is");
/** Within so many words behind "om" stands the "te" that makes it a clause: "om te leren", not "om hulp". */
const MAX_TO = 14;
/** Relative or comparing, according to what is before them. */
const AFTER_COMMA = words("die dat als waar wie wat");
const COORDINATORS = words("en of maar dan want dus");
/** What may stand between a conjunction and the verb of the next predicate. */
const BETWEEN = words(
  "zij ze hij hen hem het dit dat daarbij daarnaast daarin hierbij zo nodig waar ook tevens vervolgens indien eventueel er daartoe hiervoor daarvoor",
);
/** Finite plurals and modals that the third person singular does not show. */
const FINITE = words("zijn worden hebben kunnen moeten mogen willen zullen was waren werd werden had hadden");
const MAX_BETWEEN = 2;

const PARTICLES = new Set([...ADVERBIAL, ...PREPOSITION_PARTICLES]);
const ENDS_SENTENCE = /[.!?;•]|\n\s*\n/;
const PREPOSITIONS = words("met aan bij voor van in naar tussen over door uit op");

/** "bijv. collega's", "o.a. de arts": a full stop that ends no sentence is followed by a small letter. */
function endsSentence(gap: string, next: TextToken, last: TextToken): boolean {
  if (gap.includes(":")) return !PREPOSITIONS.has(last.norm);
  if (!ENDS_SENTENCE.test(gap)) return false;
  return !/^\.\)?,?\s*\(?$/.test(gap) || !/^\p{Ll}/u.test(next.text);
}

/** Whether another predicate of the same sentence begins at `at`: a finite verb, with little before it. */
function beginsPredicate(tokens: readonly TextToken[], at: number): boolean {
  for (let i = at; i < Math.min(tokens.length, at + MAX_BETWEEN + 1); i++) {
    const token = tokens[i] as TextToken;
    if (token.finite) return true;
    if (!BETWEEN.has(token.norm)) return false;
  }
  return false;
}

/** Whether what begins at `at` is a turn like "nodig", "dat nodig is", "van toepassing", "aan de orde". */
function inPassing(tokens: readonly TextToken[], at: number): boolean {
  for (const { norm } of tokens.slice(at, at + MAX_PASSING)) {
    if (IN_PASSING.has(norm)) return true;
    if (!TURNS.has(norm)) return false;
  }
  return false;
}

/** Within so many words behind "als" stands the verb that closes its clause: "als een gast zich misdraagt". */
const MAX_CLAUSE = 16;

/** Whether a clause begins at `at` that ends in its verb, as subordinate clauses do; "als begeleider" is none. */
function endsInVerb(tokens: readonly TextToken[], at: number): boolean {
  const end = tokens.findIndex(({ closed }, i) => i > at && closed);
  if (end === -1 || end >= at + MAX_CLAUSE) return false;
  // "wordt gehaald", "gemaakt kan worden"
  if (tokens[at]?.norm === "die") return isVerbal(tokens[end] as TextToken);
  for (let i = end; i > at; i--) {
    if ((tokens[i] as TextToken).finite) return true;
    if (!isVerbal(tokens[i] as TextToken)) return false;
  }
  return false;
}

/** Whether a subordinate clause begins at `at`. */
function subordinates(tokens: readonly TextToken[], at: number): boolean {
  const { norm } = tokens[at] as TextToken;
  if (inPassing(tokens, at + 1)) return false;
  if (norm === "als") return endsInVerb(tokens, at);
  if (norm === "om") return tokens.slice(at + 1, at + MAX_TO).some((token) => token.norm === "te");
  return SUBORDINATORS.has(norm);
}

/** @returns no clauses for a text without words */
export function parseClauses(text: string): ParsedText {
  const tokens: TextToken[] = tokenize(text).map((token) => ({
    ...token,
    closed: false,
    finite: FINITE.has(token.norm) || isFiniteVerb(token.text),
  }));
  const gaps = tokens.map((token, i) => text.slice(token.end, tokens[i + 1]?.start ?? text.length));
  for (const [i, token] of tokens.entries()) token.closed = i === tokens.length - 1 || !/^\s*$/.test(gaps[i] as string);
  const clauses: (Clause & { resumes: boolean })[] = [];
  let start = 0;
  let opens = "sentence" as Clause["opens"];
  let cue = "";
  let resumes = false;
  let relativeEnd = -1;
  const cut = (at: number, how: Clause["opens"], by: string): void => {
    if (at > start) clauses.push({ start, end: at, opens, cue, resumes });
    else if (clauses.length > 0 && how === "predicate") return;
    resumes = false;
    start = at;
    opens = how;
    cue = by;
  };
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    const gap = gaps[i] as string;
    if (i > start && subordinates(tokens, i)) cut(i, "subordinate", token.norm);
    if (i === relativeEnd) {
      cut(i, "predicate", "");
      resumes = true;
    } else if (i > start && (opensRelative(tokens, i) || opensQuestion(tokens, i))) {
      relativeEnd = endOfRelative(tokens, i);
      cut(i, "subordinate", token.norm);
    }
    if (!next) break;
    const comma = /,/.test(gap);
    if (endsSentence(gap, next, token)) cut(i + 1, "sentence", "");
    else if (comma && AFTER_COMMA.has(next.norm) && !inPassing(tokens, i + 2)) cut(i + 1, "subordinate", next.norm);
    else if (comma && beginsPredicate(tokens, i + 1)) cut(i + 1, "predicate", "");
    else if (comma && opens === "subordinate" && interrupts(tokens, clauses.at(-1), start, i)) {
      cut(i + 1, "predicate", "");
      resumes = true;
    } else if (COORDINATORS.has(next.norm) && i > start && beginsPredicate(tokens, i + 2)) cut(i + 1, "predicate", "");
  }
  if (tokens.length > start) clauses.push({ start, end: tokens.length, opens, cue, resumes });
  return resumed(tokens, clauses);
}

/** "smaken die samengaan": behind a noun, without a comma. */
function opensRelative(tokens: readonly TextToken[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    tokens[at]?.norm === "die" &&
    before !== undefined &&
    !before.closed &&
    wordClass(before.norm) === NOUN &&
    (endOfRelative(tokens, at) > at || endsInVerb(tokens, at))
  );
}

/** "controleert of de systemen …": what is asked, behind a verb and before a noun phrase. */
function opensQuestion(tokens: readonly TextToken[], at: number): boolean {
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  return tokens[at]?.norm === "of" && before?.finite === true && next !== undefined && !next.finite;
}

/**
 * Where a relative clause without commas that begins at `at` is over and its main clause goes on: "draagt wat | die van
 * belang is | over aan"; -1 where none begins, or where it goes on to the end of its stretch.
 */
function endOfRelative(tokens: readonly TextToken[], at: number): number {
  if ((tokens[at] as TextToken).norm !== "die") return -1;
  for (let i = at + 1; i < Math.min(tokens.length - 1, at + MAX_CLAUSE); i++) {
    const token = tokens[i] as TextToken;
    if (token.closed) return -1;
    if (!token.finite) continue;
    // "Wie … voeren begeleidt zij": behind a plural verb the next one is of the main clause.
    if (i > at + 2 && wordClass((tokens[i - 1] as TextToken).norm) === INFINITIVE) return i;
    let end = i + 1;
    while (end < tokens.length && !tokens[end - 1]?.closed && isVerbal(tokens[end] as TextToken)) end++;
    const goesOn = PARTICLES.has(tokens[end]?.norm ?? "") && PREPOSITIONS.has(tokens[end + 1]?.norm ?? "");
    return goesOn && !tokens[end - 1]?.closed ? end : -1;
  }
  return -1;
}

const PARTICIPLE = /^(?:\p{L}{2,5})?(?:ge|be|ver|ont|her)\p{L}+(?:d|t|en)$/u;
const isVerbal = ({ norm, finite }: TextToken): boolean =>
  finite || norm === "te" || PARTICIPLE.test(norm) || wordClass(norm) === INFINITIVE;

/**
 * Whether the subordinate clause of tokens `start` to `end` (inclusive) stands inside another: between commas, closed by
 * its verb, with no other clause to come. "Schakelt, als de veiligheid in het geding is, hulp in".
 */
function interrupts(tokens: readonly TextToken[], before: Clause | undefined, start: number, end: number): boolean {
  const next = (tokens[end + 1] as TextToken).norm;
  if (!before || before.opens === "subordinate" || !tokens[start - 1]?.closed) return false;
  if (COORDINATORS.has(next) || SUBORDINATORS.has(next) || next === "als" || next === "om") return false;
  return (tokens[end] as TextToken).finite && tokens.slice(before.start, before.end).some(({ finite }) => finite);
}

/** Sets what interrupts a clause behind that clause, so that verb, particle and people stand together again. */
function resumed(tokens: readonly TextToken[], clauses: readonly (Clause & { resumes: boolean })[]): ParsedText {
  const parts: { opens: Clause["opens"]; cue: string; tokens: TextToken[] }[] = [];
  for (const { start, end, opens, cue, resumes } of clauses) {
    const own = tokens.slice(start, end);
    if (resumes) parts.at(-2)?.tokens.push(...own);
    else parts.push({ opens, cue, tokens: own });
  }
  let start = 0;
  return {
    tokens: parts.flatMap((part) => part.tokens),
    clauses: parts.map(({ opens, cue, tokens: own }) => {
      const from = start;
      start += own.length;
      return { start: from, end: start, opens, cue };
    }),
  };
}
