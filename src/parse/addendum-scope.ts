/** Additions that hold for some only: "Aanvullend geldt voor de leesconsulent in het buurthuis: …". */

const ADDS = "(?:aanvullend|bovendien|daarnaast|ook|tevens|specifiek|in het bijzonder)";
const WHO = "(?:de |het |een )?([^:.]{3,160}?)";
/** The rest of the line is the first requirement. */
const OPENS = new RegExp(
  `^(?:(?:Voor|In|Bij) ${WHO} geldt(?: (?:het volgende|hierbij))? ${ADDS}|(?:Aanvullend|Bovendien|Daarnaast|Tevens) geldt (?:voor|in|bij) ${WHO}|(?:Aanvullend|Specifiek) voor ${WHO})\\s*:\\s*`,
  "su",
);
/** The sentence itself says for whom. */
const SENTENCE = new RegExp(`^(?:Aanvullend|Bovendien|Daarnaast|Tevens) geldt (?:voor|in|bij) ${WHO},? dat\\b`, "su");

export interface ScopeOpening {
  scope: string;
  /** How much of the text is the announcement itself. */
  length: number;
}

/** What the beginning of a passage announces, or null. */
export function readScope(text: string): ScopeOpening | null {
  const match = OPENS.exec(text);
  const who = match?.[1] ?? match?.[2] ?? match?.[3];
  if (match && who) return { scope: tidy(who), length: match[0].length };
  const sentence = SENTENCE.exec(text)?.[1];
  return sentence ? { scope: tidy(sentence), length: 0 } : null;
}

const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();
