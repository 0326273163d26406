/** Lines that limit what follows to someone or somewhere: "Voor X geldt aanvullend:", "Aanvullend geldt voor X:". */
import { collapse } from "./builder.js";

const ADDED = "(?:aanvullend|ook|daarnaast|bovendien|tevens|extra|in aanvulling)";
const SCOPE = new RegExp(
  `^(?:Voor (?:de |het |een )?([^:.]{2,160}?) (?:geldt|gelden) ${ADDED}(?: (?:ook|het volgende|de volgende \\p{L}+))?` +
    `|(?:Aanvullend|Daarnaast|In aanvulling hierop|Bovendien|Tevens)(?: (?:geldt|gelden))? voor (?:de |het |een )?([^:.]{2,160}?))\\s*:\\s*`,
  "su",
);

/** The limit that a text opens with, and how long its words are; null without one. */
export function readScope(text: string): { scope: string; length: number } | null {
  const match = SCOPE.exec(text);
  if (!match) return null;
  const scope = collapse((match[1] ?? match[2]) as string).replace(/^(?:profiel(?:en)?|kwalificaties?)\s+/iu, "");
  return { scope, length: match[0].length };
}

/** Whether a line is nothing but such a limit. */
export const isScopeLine = (line: string): boolean => readScope(line)?.length === line.length;
