/**
 * Notes in which a document says what its words mean: synonyms ("Met begeleidingsplan wordt ook … bedoeld", "de term …
 * wordt gebruikt voor …", "… is ook te lezen als …") and whom its pronouns stand for. They state no requirement.
 */

export interface Declaration {
  term: string;
  members: string[];
}

const QUOTED = "[‘'“\"]?([^‘’'“”\"]{2,60}?)[’'”\"]?";
const PATTERNS: RegExp[] = [
  new RegExp(`\\b[Mm]et (?:de term |het woord |het begrip )?${QUOTED} (?:wordt|worden) (?:ook |tevens |mede )(.+?) bedoeld`, "su"),
  new RegExp(`\\b[Dd]e term(?:en)? ${QUOTED} (?:wordt|worden) (?:in [^.]{0,60} )?gebruikt voor (.+?)(?:\\.|$)`, "su"),
  new RegExp(`\\b(?:is|zijn|kan|kunnen) ${QUOTED} ook (?:te lezen|gelezen worden|worden gelezen) als:? (.+?)(?:\\.|$)`, "su"),
  new RegExp(`(?:^|[\\s*])${QUOTED} (?:is|zijn|kan|kunnen) ook (?:te lezen|gelezen worden|worden gelezen) als:? (.+?)(?:\\.|$)`, "su"),
];
/** "Overal waar 'zij' staat, wordt ook 'hij' bedoeld": about pronouns, for every document alike. */
const PRONOUNS = /\b(?:[Oo]veral|[Dd]aar) waar\b.{0,80}\b(?:wordt|worden|kan)\b.{0,40}\b(?:bedoeld|gelezen)\b/su;

const strip = (text: string): string =>
  text.replace(/^[\s*‘'“"]+|[\s*’'”".,;:]+$/g, "").replace(/\s+/g, " ");

/** The members of an enumeration: "a, b en c" → a, b, c. */
export function enumeration(text: string): string[] {
  return text
    .split(/,|\s+(?:en|of|en\/of)\s+/u)
    .map((member) => strip(member.replace(/^\s*(?:het|de|een|ook)\s+/u, "")))
    .filter((member) => member !== "" && member.length <= 60);
}

/** What a sentence declares: synonyms, a note on pronouns, or null if it declares nothing. */
export function readDeclaration(sentence: string): Declaration | "pronouns" | null {
  if (PRONOUNS.test(sentence)) return "pronouns";
  for (const pattern of PATTERNS) {
    const match = pattern.exec(sentence);
    if (!match) continue;
    const term = strip((match[1] as string).replace(/^(?:In dit \S+ is|de|het|een)\s+/u, ""));
    const members = enumeration(match[2] as string);
    if (term !== "" && members.length > 0) return { term, members };
  }
  return null;
}
