/** Text → clauses: stretches with one predicate, in which an action and those it is done with belong together. */
import { isFiniteVerb } from "../language/finite.js";
import { type Token, tokenize } from "../language/tokens.js";
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

/** Whether a subordinate clause begins at `at`. */
function subordinates(tokens: readonly TextToken[], at: number): boolean {
  const { norm } = tokens[at] as TextToken;
  if (inPassing(tokens, at + 1)) return false;
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
  const clauses: Clause[] = [];
  let start = 0;
  let opens: Clause["opens"] = "sentence";
  let cue = "";
  const cut = (at: number, how: Clause["opens"], by: string): void => {
    if (at > start) clauses.push({ start, end: at, opens, cue });
    else if (clauses.length > 0 && how === "predicate") return;
    start = at;
    opens = how;
    cue = by;
  };
  for (const [i, token] of tokens.entries()) {
    const next = tokens[i + 1];
    const gap = text.slice(token.end, next?.start ?? text.length);
    token.closed = !/^\s*$/.test(gap) || next === undefined;
    if (i > start && subordinates(tokens, i)) cut(i, "subordinate", token.norm);
    if (!next) break;
    const comma = /,/.test(gap);
    if (endsSentence(gap, next, token)) cut(i + 1, "sentence", "");
    else if (comma && AFTER_COMMA.has(next.norm) && !inPassing(tokens, i + 2)) cut(i + 1, "subordinate", next.norm);
    else if (comma && beginsPredicate(tokens, i + 1)) cut(i + 1, "predicate", "");
    else if (COORDINATORS.has(next.norm) && i > start && beginsPredicate(tokens, i + 2)) cut(i + 1, "predicate", "");
  }
  if (tokens.length > start) clauses.push({ start, end: tokens.length, opens, cue });
  return { tokens, clauses };
}
