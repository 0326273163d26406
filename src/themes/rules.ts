/** The rules of a codebook on one clause: which fire, with whom, and the words that made them. */
import { ARTICLES } from "../language/functionwords.js";
import { isProfessional } from "../language/professionals.js";
import { INFINITIVE, isClosed, wordClass } from "../language/wordclasses.js";
import type { Clause, TextToken } from "./clauses.js";
import type { Theme, ThemeRule } from "./codebook.js";
import type { Meaning } from "./context.js";
import type { Lexicon } from "./lexicon.js";
import type { Person } from "./people.js";
import type { Match, Span } from "./terms.js";

export interface Firing {
  rule: ThemeRule;
  partners: string[];
  spans: Span[];
}

export interface ClauseSense {
  tokens: readonly TextToken[];
  clause: Clause;
  people: readonly Person[];
  /** Of each of the people. */
  meanings: readonly Meaning[];
  /** Whether what is done here is done by the client, whom the professional only supports. */
  byClient: (at: number) => boolean;
}

/** Prepositions that tie a person to the topic instead of the action: "overlegt over collega's". */
const TOPIC = new Set(
  "over op voor zonder tegen namens onder per volgens om ten rond rondom omtrent inzake betreffende".split(" "),
);
const TOGETHER = new Set(["met", "tussen"]);
/** "niet alleen", "niet uitsluitend": no negation. */
const NOT_NEGATED = new Set("alleen slechts enkel uitsluitend zozeer langer".split(" "));
const NEGATIONS = new Set("niet geen nooit".split(" "));

export function fire(theme: Theme, lexicon: Lexicon, sense: ClauseSense): Firing[] {
  const { tokens, clause } = sense;
  const voided = exclusions(lexicon, sense);
  const usable = (finders: Match[]): Match[] => finders.filter((match) => !voided(match));
  const cache = new Map<string, Match[]>();
  const finds = (kind: "actions" | "objects", names: readonly string[]): Match[] =>
    names.flatMap((name) => {
      const key = `${kind} ${name}`;
      let list = cache.get(key);
      if (!list) {
        list = usable(lexicon[kind].get(name)?.find(tokens, clause) ?? []);
        cache.set(key, list);
      }
      return list;
    });
  const out: Firing[] = [];
  for (const rule of theme.rules) {
    const actions = rule.action ? finds("actions", rule.action) : null;
    const objects = rule.object ? finds("objects", rule.object) : null;
    if (actions?.length === 0 || objects?.length === 0) continue;
    if (rule.unless && finds("actions", rule.unless).length > 0) continue;
    const anchors = actions ?? objects ?? usable(sense.people.map(asAnchor));
    for (const anchor of anchors) {
      const object = actions && objects ? objects.find((one) => !overlaps(one, anchor)) : undefined;
      if (actions && objects && !object) continue;
      const who = partnersOf(rule, anchor, sense);
      if (who === null) continue;
      out.push({
        rule,
        partners: who.facets,
        spans: [...anchor.spans, ...(object?.spans ?? []), ...who.spans],
      });
    }
  }
  return out;
}

/** Of a rule without words of its own: the people themselves. */
const asAnchor = ({ start, end, fit }: Person): Match => ({ spans: [[start, end]], fit });

const first = (match: Match): number => (match.spans[0] as Span)[0];
const last = (match: Match): number => (match.spans.at(-1) as Span)[1];
const overlaps = (a: Match, b: Match): boolean =>
  a.spans.some(([start, end]) => b.spans.some(([from, to]) => start < to && from < end));

/** The partners that a rule asks for, tied to its action; null if it asks for any and there are none. */
function partnersOf(rule: ThemeRule, anchor: Match, sense: ClauseSense): { facets: string[]; spans: Span[] } | null {
  const wanted = rule.partner ?? [];
  const implied = { facets: rule.implies ?? [], spans: [] };
  const alone = !rule.action && !rule.object;
  const tied = sense.people
    .map((person, i) => ({ person, meaning: sense.meanings[i] ?? null }))
    .filter(({ person }) =>
      alone ? person.start === first(anchor) && isAlongside(rule, person) : isTied(rule, person, anchor),
    );
  if (wanted.includes("none") && tied.every(({ person, meaning }) => passes(wanted, person, meaning))) return implied;
  const facets = new Set<string>();
  const spans: Span[] = [];
  let met = false;
  for (const { person, meaning } of tied) {
    if (meaning === "client") continue;
    const own = meaning === null || meaning.length === 0 ? ["other"] : meaning;
    if (own.some((facet) => wanted.includes(facet))) met = true;
    for (const facet of own) if (facet !== "other") facets.add(facet);
    spans.push([person.start, person.end]);
  }
  if (rule.unnamed) {
    const unnamed = unnamedPerson(rule, anchor, sense);
    return unnamed && { facets: rule.implies ?? [], spans: [unnamed] };
  }
  if (wanted.length > 0) return met ? { facets: [...facets].sort(), spans } : null;
  // Nobody has to be named; but what is done with the client alone does not count.
  if (tied.length === 0 || facets.size > 0) return facets.size > 0 ? { facets: [...facets].sort(), spans } : implied;
  const clientsOnly = tied.every(({ meaning }) => meaning === "client");
  return clientsOnly && tied.some(({ person }) => person.via.some((word) => TOGETHER.has(word))) ? null : implied;
}

/** Whether a rule for nobody still holds with this person: a client who is only spoken of, or whom the rule allows. */
function passes(wanted: readonly string[], { via }: Person, meaning: Meaning): boolean {
  if (meaning !== "client") return false;
  return via[0] === "van" || (wanted.includes("client") && !via.some((word) => TOGETHER.has(word)));
}

/** "met behulp van", "met name": nobody stands behind these. */
const NOBODY = new Set(
  "behulp name betrekking oog inachtneming gebruik aandacht respect zorg als uitzondering elkaar zichzelf betrokkenen".split(
    " ",
  ),
);
/** "verdeelt het werk over de week" */
const TIMES = /(?:dag|week|maand|jaar|seizoen|dagen|weken|maanden|jaren|uren|seizoenen)$/;
const MAX_UNNAMED = 6;
/** What a noun phrase may begin with. */
const DETERMINERS = new Set([...ARTICLES, "ander", "andere", "eigen", "zowel", "veel", "enkele", "verschillende"]);

/** Who is spoken of behind one of the rule's prepositions though no list names them: "overlegt met de product owner". */
function unnamedPerson(rule: ThemeRule, anchor: Match, sense: ClauseSense): Span | null {
  const { tokens, clause, people } = sense;
  const norm = (i: number): string => tokens[i]?.norm ?? "";
  for (const preposition of rule.unnamed ?? []) {
    for (let i = clause.start; i < clause.end - 1; i++) {
      const token = tokens[i] as TextToken;
      if (token.norm !== preposition || token.closed || anchor.spans.some(([a, b]) => i >= a && i < b - 1)) continue;
      let end = i + 1;
      while (end < clause.end && end <= i + MAX_UNNAMED && !endsPhrase(tokens, end)) end++;
      const range: Span = [i + 1, end];
      if (end === i + 1 || DETERMINERS.has(norm(end - 1)) || NOBODY.has(norm(i + 1)) || TIMES.test(norm(end - 1)))
        continue;
      if (!governs(sense, anchor, i) || anchor.spans.some(([from, to]) => from < end && to > i + 1)) continue;
      // Also not where it is named: a list knows better; nor "het netwerk van de cliënt", which is the client's.
      const reach = norm(end) === "van" ? end + MAX_UNNAMED : end;
      if (people.some((person) => person.start < (person.kind === "client" ? reach : end) && person.end > i)) continue;
      return range;
    }
  }
  return null;
}

/**
 * Whether a preposition can belong to an action: it stands behind it, or before its participle or infinitive ("wordt met de
 * uitgever besproken"), and not behind another infinitive ("door rekening te houden met").
 */
function governs({ tokens }: ClauseSense, anchor: Match, at: number): boolean {
  const before = tokens[at - 1];
  const inAnchor = anchor.spans.some(([start, end]) => at - 1 >= start && at - 1 < end);
  if (before && !inAnchor && tokens[at]?.norm !== "door" && wordClass(before.norm) === INFINITIVE) return false;
  return at > first(anchor) || !/ing(?:en)?$/.test(tokens[last(anchor) - 1]?.norm ?? "");
}

/** Whether a noun phrase is over before the word at `at`. */
function endsPhrase(tokens: readonly TextToken[], at: number): boolean {
  const { norm, finite } = tokens[at] as TextToken;
  return finite || (isClosed(norm) && !DETERMINERS.has(norm)) || (tokens[at - 1] as TextToken).closed;
}

const isVia = ({ via: wanted }: ThemeRule, { via }: Person): boolean => via.some((word) => wanted?.includes(word));

/** "met collega's", whatever is done with them; not "over het contact met collega's". */
const isAlongside = (rule: ThemeRule, person: Person): boolean =>
  !person.subject && isVia(rule, person) && !person.via.some((word) => TOPIC.has(word));

function isTied(rule: ThemeRule, person: Person, anchor: Match): boolean {
  // A name that the action itself is made of ("teamoverleg") is whom it is done with.
  if (anchor.spans.some(([start, end]) => person.start < end && start < person.end)) return true;
  if (person.subject) return false;
  const { via } = person;
  if (rule.via) return isVia(rule, person);
  return !via.some((preposition) => TOPIC.has(preposition));
}

/** "zonder overleg met de arts": words behind "zonder" that it bears on. */
const MAX_WITHOUT = 6;
const SPOKEN_OF = new Set(["zij", "ze", "hij", "men"]);
const PASSIVE = new Set("wordt worden werd werden is zijn".split(" "));

/**
 * Whether a clause is said of things: a relative clause or a question in which nobody is named and nothing is done by
 * somebody ("smaken die samenwerken", "of de systemen gegevens uitwisselen").
 */
function saysOfThings({ tokens, clause, people }: ClauseSense): boolean {
  if (clause.cue !== "die" && clause.cue !== "of") return false;
  const before = tokens[clause.start - 1]?.norm ?? "";
  const own = tokens.slice(clause.start, clause.end);
  return (
    people.length === 0 && !isProfessional(before) && !own.some(({ norm }) => SPOKEN_OF.has(norm) || PASSIVE.has(norm))
  );
}

/** What a negation bears on: the whole clause; "niet in overleg maar zelf" only what stands between. */
function negated(tokens: readonly TextToken[], clause: Clause, at: number): Span {
  for (let i = at + 1; i < clause.end; i++) if (tokens[i]?.norm === "maar") return [at, i];
  return [clause.start, clause.end];
}

/** Whether a find does not count: negated, done by the client, or within the reach of an exclusion. */
function exclusions(lexicon: Lexicon, sense: ClauseSense): (match: Match) => boolean {
  const { tokens, clause, byClient } = sense;
  const ranges: Span[] = lexicon.exclusions.flatMap(({ reach, terms }) =>
    terms.find(tokens, clause).map((match): Span => [reach === "after" ? first(match) : clause.start, clause.end]),
  );
  const without: Span[] = [];
  const norm = (i: number): string => tokens[i]?.norm ?? "";
  for (let i = clause.start; i < clause.end; i++) {
    if (NEGATIONS.has(norm(i)) && !NOT_NEGATED.has(norm(i + 1))) ranges.push(negated(tokens, clause, i));
    if (norm(i) === "zonder") without.push([i, Math.min(clause.end, i + MAX_WITHOUT)]);
  }
  const ofThings = saysOfThings(sense);
  return (match) => {
    const [start, end] = [first(match), last(match)];
    return (
      ranges.some(([from, to]) => start >= from && end <= to) ||
      without.some(([from, to]) => match.spans.some(([a, b]) => a >= from && b <= to)) ||
      byClient(start) ||
      ofThings
    );
  };
}
