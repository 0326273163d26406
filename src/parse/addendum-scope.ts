/** Additions that hold for some only: "Aanvullend geldt voor de leesconsulent in het buurthuis: …". */
import { collapse } from "./builder.js";
import { readScope } from "./scope.js";

const WHO = "(?:de |het |een )?([^:.]{3,160}?)";
/** For a place instead of a person. */
const PLACE = new RegExp(
  `^(?:In|Bij|Op) ${WHO} (?:geldt|gelden) (?:aanvullend|ook|daarnaast|bovendien|tevens)\\s*:\\s*`,
  "su",
);
/** The sentence itself says for whom. */
const SENTENCE = new RegExp(`^(?:Aanvullend|Bovendien|Daarnaast|Tevens) geldt (?:voor|in|bij) ${WHO},? dat\\b`, "su");

export interface Addition {
  /** For whom or where. */
  scope: string;
  /** How much of the text is the announcement itself; 0 where it is the sentence. */
  length: number;
}

/** What the beginning of a passage announces, or null. */
export function readAddition(text: string): Addition | null {
  const limit = readScope(text);
  if (limit) return limit;
  const place = PLACE.exec(text);
  if (place) return { scope: collapse(place[1] as string), length: place[0].length };
  const sentence = SENTENCE.exec(text)?.[1];
  return sentence ? { scope: collapse(sentence), length: 0 } : null;
}
