/**
 * Notes in which a document says what its words mean: synonyms ("Met begeleidingsplan wordt ook … bedoeld", "de term …
 * wordt gebruikt voor …", "… is ook te lezen als …") and whom its pronouns stand for ("Overal waar 'zij' staat, wordt
 * ook 'hij' bedoeld"). They state no requirement.
 */

export interface Declaration {
  term: string;
  members: string[];
}

const QUOTE = "[‘’‛'“”„\"]";
const QUOTED = `${QUOTE}?([^‘’'“”„"]{2,60}?)${QUOTE}?`;
const STOP = "(?:\\.(?=\\s|$)|$)";
const READ = "(?:te lezen|gelezen worden|worden gelezen)";

/** Sentences with one term and what it stands for too. */
const PATTERNS: RegExp[] = [
  new RegExp(
    `\\b[Mm]et (?:de term |het woord |het begrip )?${QUOTED} (?:wordt|worden) (?:hier )?(?:ook |tevens |mede )?(.+?) bedoeld`,
    "su",
  ),
  new RegExp(
    `\\b[Mm]et (?:de term |het woord |het begrip )?${QUOTED} (?:bedoelen (?:we|wij)) (?:hier )?(?:ook |tevens |mede )?(.+?)${STOP}`,
    "su",
  ),
  new RegExp(`\\b[Dd]e term(?:en)? ${QUOTED} (?:wordt|worden) (?:in [^.]{0,60} )?gebruikt voor (.+?)${STOP}`, "su"),
  new RegExp(`\\b(?:is|zijn|kan|kunnen|mag|mogen) ${QUOTED} ook (?:${READ}) als:? (.+?)${STOP}`, "su"),
  new RegExp(`(?:^|[\\s*])${QUOTED} (?:is|zijn|kan|kunnen|mag|mogen) ook (?:${READ}) als:? (.+?)${STOP}`, "su"),
  new RegExp(`\\b[Vv]oor ${QUOTED} (?:kan|mag|kunnen|mogen) ook (.+?) ${READ}`, "su"),
  new RegExp(
    `^[\\s*]*${QUOTED} is een (?:breed|ruim) begrip,? (?:waarmee|waaronder),? (?:zowel )?(.+?) (?:wordt|worden|valt|vallen)\\b`,
    "su",
  ),
];
/** The same, where a definition can look alike: only with two members or more. */
const LISTS: RegExp[] = [
  new RegExp(
    `\\b[Oo]nder (?:de term |het begrip )?${QUOTED} (?:verstaan (?:we|wij)|wordt|worden|vallen|valt) (?:hier )?(?:ook |tevens |mede )?(.+?)(?: verstaan)?${STOP}`,
    "su",
  ),
];
const CLAUSE = /^(?:het geheel|verstaan|\()|\b(?:die|dat|waar\p{L}*|om|wordt|worden)\b|(?:\S+\s+){4}/u;
const POINTS = /^(?:deze|dit|die|dat)\b/iu;
/** "Er worden veel benamingen gebruikt voor …: a, b en c." with "gebruiken we de term 'd'" behind it. */
const MANY =
  /\b(?:veel|verschillende|meerdere|diverse|allerlei) (?:benamingen|termen|woorden|namen|begrippen)\b[^:.]*:\s*([^.]+)\./su;
const CHOSEN = new RegExp(
  `\\b(?:gebruiken (?:we|wij)|gebruikt dit \\p{L}+|wordt) (?:in [^.]{0,60} |hier |steeds )?(?:de term|het woord|het begrip) ${QUOTE}([^‘’'“”„"]{2,60})${QUOTE}`,
  "su",
);
const ALSO = new RegExp(`\\b[Oo]ok de term(?:en)? ${QUOTE}([^‘’'“”„"]{2,60})${QUOTE} wordt`, "su");

/** Longest text that can be a note on words. */
const MAX_NOTE = 1500;
const TRIGGER = /bedoel|gelezen|te lezen|gebruik|verstaa|begrip/u;
const PLACE =
  /\b(?:[Oo]veral |[Dd]aar )?[Ww]aar\b(.{0,120}?)\b(?:staat|staan|geschreven|vermeld|gebruikt)\b(.{0,40}?)\b(?:wordt|worden|kan|kunnen|mag|mogen|moet|dient)\b(.{0,80}?)\b(?:bedoeld|gelezen|te lezen|verstaan)\b/su;
const PRONOUN = /(?<![\p{L}-])(hij|zij|ze|hem|haar|zijn|hen|hun)(?![\p{L}-])/giu;

const strip = (text: string): string => text.replace(/^[\s*‘’'“”"]+|[\s*‘’'“”".,;:]+$/g, "").replace(/\s+/g, " ");
/** A word that opens its sentence has a capital of no meaning. */
const lower = (term: string): string =>
  /^\p{Lu}\p{Ll}+(?!\S)/u.test(term) ? term.charAt(0).toLowerCase() + term.slice(1) : term;

/** The members of an enumeration: "a, b en c" → a, b, c. */
function enumeration(text: string): string[] {
  return text
    .replace(/,?\s*(?:enz(?:ovoort)?|etc(?:etera)?|e\.d)\.?\s*$/iu, "")
    .split(/,|\s+(?:en|of|en\/of|als|dan wel|alsook|evenals)\s+/u)
    .map((member) => strip(member.replace(/^\s*(?:(?:het|de|een|ook|zowel)\s+)+/u, "")))
    .filter((member) => member !== "" && member.length <= 60);
}

/** The pronouns that a note makes equal: the one written with each it stands for. */
function pronouns(said: string, meant: string): Declaration[] {
  const list = (text: string): string[] => [
    ...new Set([...text.matchAll(PRONOUN)].map((match) => match[0].toLowerCase())),
  ];
  const [from, to] = [list(said), list(meant)];
  if (from.length === 0 || to.length === 0) return [];
  if (from.length === to.length) return from.map((term, i) => ({ term, members: [to[i] as string] }));
  return from.map((term) => ({ term, members: to }));
}

/**
 * What a sentence or note declares; null if it declares nothing. A list of none means: it speaks about words, but
 * names none that could be read.
 */
export function readDeclarations(text: string): Declaration[] | null {
  if (text.length > MAX_NOTE || !TRIGGER.test(text)) return null;
  const place = PLACE.exec(text);
  if (place) {
    const [, said, , meant] = place as unknown as [string, string, string, string];
    const persons = pronouns(said, meant);
    if (persons.length > 0) return persons;
    const term = new RegExp(`${QUOTE}([^‘’'“”„"]{2,60})${QUOTE}`, "u").exec(said)?.[1];
    const members = enumeration(meant.replace(/^\s*ook\s+/u, "").replace(/\s*(?:worden)?\s*$/u, ""));
    if (term && members.length > 0) return [{ term: strip(term), members }];
    return /\bgelezen\b|\bbedoeld\b/u.test(text) && new RegExp(QUOTE, "u").test(text) ? [] : null;
  }
  const many = MANY.exec(text);
  const chosen = many ? CHOSEN.exec(text) : null;
  if (many && chosen) {
    const also = ALSO.exec(text)?.[1];
    return [
      {
        term: strip(chosen[1] as string),
        members: [...enumeration(many[1] as string), ...(also ? [strip(also)] : [])],
      },
    ];
  }
  for (const [patterns, least] of [
    [PATTERNS, 1],
    [LISTS, 2],
  ] as const) {
    for (const pattern of patterns) {
      const match = pattern.exec(text);
      if (!match) continue;
      const term = lower(strip((match[1] as string).replace(/^(?:In dit \S+ (?:is|wordt)|de|het|een)\s+/u, "")));
      const members = enumeration(match[2] as string).filter((member) => member.toLowerCase() !== term);
      if (term === "" || POINTS.test(term) || members.length < least) continue;
      // A definition says what something is: in clauses, not in names.
      if (patterns === LISTS && members.some((member) => CLAUSE.test(member))) continue;
      return [{ term, members }];
    }
  }
  return null;
}

/** As {@link readDeclarations}, for a single declaration: synonyms, a note on pronouns, or null. */
export function readDeclaration(sentence: string): Declaration | "pronouns" | null {
  const found = readDeclarations(sentence);
  if (found === null) return null;
  PRONOUN.lastIndex = 0;
  const [first] = found;
  return first === undefined || new RegExp(`^(?:${PRONOUN.source})$`, "iu").test(first.term) ? "pronouns" : first;
}
