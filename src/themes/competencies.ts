/** Lists of competencies as statements: "De onderliggende competenties zijn: Begeleiden, Samenwerken en overleggen". */
import { competencyLetter } from "../language/competencies.js";
import { tokenize } from "../language/tokens.js";
import type { ThemeEvidence } from "../model.js";
import type { Theme } from "./codebook.js";

const STEM = /^[^:]*\bcompetenties?\b[^:]*?(?::|\bzijn\b|\bis\b)\s*/iu;
const SEPARATOR = /[,;•·|\n]|\s[-–—]\s/u;

/** The label that a list of competencies gives, with the names that do; null if the text is no such list. */
export function competencyList(
  text: string,
  theme: Theme,
): { label: "kern" | "rand"; evidence: ThemeEvidence[] } | null {
  const stem = STEM.exec(text);
  const from = stem?.[0].length ?? 0;
  const pieces: { letter: string | null; start: number; end: number }[] = [];
  let at = from;
  for (const piece of text.slice(from).split(SEPARATOR)) {
    const tokens = tokenize(piece);
    const [first, last] = [tokens[0], tokens.at(-1)];
    if (first && last) {
      const name = piece.slice(first.start, last.end);
      const bare = name.replace(/^(?:en\s+)?(?:\(?[A-Y]\)?[.:)]?\s+)?/u, "");
      pieces.push({ letter: competencyLetter(bare), start: at + first.start, end: at + last.end });
    }
    at = text.indexOf(piece, at) + piece.length + 1;
  }
  // Without a stem that says so, a list is one where every piece is a competency's name.
  const named = pieces.filter((piece) => piece.letter !== null);
  if (named.length === 0 || (!stem && named.length < pieces.length)) return null;
  for (const label of ["kern", "rand"] as const) {
    const counting = named.filter(({ letter }) => theme.competencies[label]?.includes(letter as string));
    if (counting.length > 0) {
      return { label, evidence: counting.map(({ start, end }) => ({ start, end, rule: "competentie" })) };
    }
  }
  return null;
}
