/** Who is named in a clause, and the preposition that ties them to what is done. */
import type { Clause, TextToken } from "./clauses.js";
import type { Lexicon } from "./lexicon.js";
import type { Fit, Match } from "./terms.js";

export interface Person {
  start: number;
  end: number;
  /** Facets of the codebook; empty for a client and for people who remain unnamed. */
  facets: string[];
  kind: "partner" | "client" | "other" | "pronoun";
  /** Number of the group of "others" in the codebook, for kind "other". */
  other: number;
  /** Prepositions from the nearest outwards; "" at the end where a verb is reached first. */
  via: string[];
  /** Whether it is what the predicate is said of. */
  subject: boolean;
  plural: boolean;
  fit: Fit;
  /** People in one enumeration have the same number. */
  group: number;
}

const PREPOSITIONS = new Set(
  (
    "aan met voor over op bij naar tussen tegen zonder namens onder per volgens om door in via binnen buiten van uit " +
    "vanuit rond rondom omtrent inzake betreffende tot jegens richting ten"
  ).split(" "),
);
/** These belong to the noun before them: "collega's van andere disciplines", "deskundigen binnen de organisatie". */
const ATTRIBUTIVE = new Set("van uit vanuit rond rondom binnen buiten tot".split(" "));
/** What stands between the members of an enumeration. */
const JOINS = new Set(
  (
    "en of en/of als alsook zowel evenals maar ook de het een diens hun haar zijn andere overige direct directe eventueel " +
    "eventuele met aan naar bij tussen interne externe naaste wettelijke relevante alle verschillende betrokken " +
    "bijvoorbeeld zoals samen"
  ).split(" "),
);
const ABOUT = new Set(["betrekking", "behulp", "oog", "name", "inachtneming"]);
/** What somebody can be spoken of as having with somebody: "vraagt naar de relatie met de ouders". */
const RELATIONS = new Set(["contact", "contacten", "relatie", "relaties", "band", "omgang"]);
const MAX_BACK = 14;
const SINGULAR = new Set("een elke iedere deze".split(" "));

function governors(tokens: readonly TextToken[], clause: Clause, start: number): string[] {
  const via: string[] = [];
  for (let i = start - 1; i >= Math.max(clause.start, start - MAX_BACK); i--) {
    const { norm, finite } = tokens[i] as TextToken;
    if (finite && i < start - 1) break;
    if (!PREPOSITIONS.has(norm)) continue;
    // "met betrekking tot", "met het oog op" tie to the topic.
    via.push(norm === "met" && ABOUT.has(tokens[i + 1]?.norm ?? "") ? "over" : norm);
    if (ATTRIBUTIVE.has(norm)) continue;
    return isSpokenOf(tokens, i - 1) ? [...via, "over"] : via;
  }
  via.push("");
  return via;
}

/** "vraagt naar zijn relatie met", "over het contact met": what stands before the preposition is a topic. */
function isSpokenOf(tokens: readonly TextToken[], at: number): boolean {
  if (!RELATIONS.has(tokens[at]?.norm ?? "")) return false;
  const before =
    DETERMINERS.has(tokens[at - 1]?.norm ?? "") || POSSESSIVES.has(tokens[at - 1]?.norm ?? "") ? at - 2 : at - 1;
  return ["over", "naar", "omtrent", "rond", "rondom"].includes(tokens[before]?.norm ?? "");
}

const POSSESSIVES = new Set(["zijn", "haar", "hun", "diens"]);
const PASSIVE = new Set("wordt worden werd werden".split(" "));
const DETERMINERS = new Set("de een het deze zij ze hij dit die".split(" "));
const MAX_NAME = 4;

/** Whether a person without a preposition is who acts, before the finite verb or, inverted, right behind it. */
function isSubject(tokens: readonly TextToken[], clause: Clause, start: number, end: number, plural: boolean): boolean {
  const norm = (i: number): string => tokens[i]?.norm ?? "";
  let verb = start - 1;
  while (verb >= clause.start && !tokens[verb]?.finite) verb--;
  const inverted = verb >= clause.start;
  if (!inverted) {
    verb = end;
    while (verb < clause.end && !tokens[verb]?.finite) verb++;
    if (verb === clause.end) return false;
  }
  // In the passive the subject is whom it is done to: "de arts wordt geraadpleegd".
  if (PASSIVE.has(norm(verb))) return false;
  if (!inverted) return true;
  // "Daarna informeert de begeleider …"; not "Informeert de begeleider", "De kok informeert de gast".
  if (verb === clause.start || plural || DETERMINERS.has(norm(clause.start)) || start - verb > MAX_NAME + 1)
    return false;
  return DETERMINERS.has(norm(verb + 1)) && start > verb + 1;
}

/** The people of a clause in order. At one place the longest name counts, with all its facets. */
export function findPeople(tokens: readonly TextToken[], clause: Clause, lexicon: Lexicon): Person[] {
  const found: Omit<Person, "via" | "subject" | "group" | "plural">[] = [];
  const add = (list: readonly Match[], facets: string[], kind: Person["kind"], other = -1): void => {
    for (const { spans, fit } of list) {
      const [start, end] = [spans[0]?.[0] as number, spans.at(-1)?.[1] as number];
      const same = found.find((one) => one.start === start && one.end === end);
      // "flexwerker" by name counts before "*werker".
      if (same && same.fit !== fit) {
        if (same.fit < fit) Object.assign(same, { facets: [...facets], kind, other, fit });
      } else if (!same) found.push({ start, end, facets: [...facets], kind, other, fit });
      // A word that names a partner as well as a client is a partner only where the codebook says so alone.
      else if (kind === "partner") same.facets = [...new Set([...same.facets, ...facets])].sort();
    }
  };
  for (const [facet, terms] of lexicon.partners) add(terms.find(tokens, clause), [facet], "partner");
  add(lexicon.clients.find(tokens, clause), [], "client");
  for (const [n, { terms }] of lexicon.others.entries()) add(terms.find(tokens, clause), [], "other", n);
  for (let i = clause.start; i < clause.end; i++) {
    if ((tokens[i] as TextToken).norm === "hen")
      found.push({ start: i, end: i + 1, facets: [], kind: "pronoun", other: -1, fit: 3 });
  }
  const longest = found
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .filter((one, i, all) => !all.slice(0, i).some((other) => one.start < other.end && other.start < one.end))
    .sort((a, b) => a.start - b.start);
  let group = 0;
  const whole = longest.filter((one, i) => !completes(tokens, longest[i - 1], one));
  return whole.map((one, i) => {
    const before = whole[i - 1];
    if (before && !joined(tokens, before.end, one.start)) group++;
    const via = governors(tokens, clause, one.start);
    const plural =
      /(?:en|s)$/.test((tokens[one.end - 1] as TextToken).norm) && !SINGULAR.has(tokens[one.start - 1]?.norm ?? "");
    return {
      ...one,
      via,
      subject: via[0] === "" && isSubject(tokens, clause, one.start, one.end, plural),
      plural,
      group,
    };
  });
}

/** "het hoofd van de afdeling": one person, not two. */
function completes(
  tokens: readonly TextToken[],
  before: { end: number; facets: string[] } | undefined,
  { start }: { start: number },
): boolean {
  if (before?.facets.join() !== "lead" || tokens[before.end]?.norm !== "van") return false;
  return start === before.end + 1 || (start === before.end + 2 && DETERMINERS.has(tokens[start - 1]?.norm ?? ""));
}

function joined(tokens: readonly TextToken[], from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let i = from; i < to; i++) if (!JOINS.has((tokens[i] as TextToken).norm)) return false;
  return to > from ? true : (tokens[from - 1] as TextToken).closed;
}
