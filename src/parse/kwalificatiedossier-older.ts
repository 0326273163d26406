/**
 * Kwalificatiedossiers of before 2016: kerntaken and werkprocessen with plain numbers ("1.2 werkproces: …"), a matrix of
 * which werkproces asks which competency, and under each werkproces a table of competencies, their components, and the
 * indicators and knowledge that go with them. Taken out of a PDF, the columns of that table stand one after the other.
 */
import { competencyLetter } from "../language/competencies.js";
import type { Code } from "./codes.js";

/** "Kerntaak 1: …", "Werkproces 1.2 …", "1.2 werkproces: …". */
const LABEL_FIRST = /^(kerntaak|werkproces)\s+(\d{1,2}(?:\.\d{1,2})?)\s*[:.–-]?\s*(.*)$/iu;
const NUMBER_FIRST = /^(\d{1,2}(?:\.\d{1,2})?)\.?\s+(kerntaak|werkproces)\s*[:.–-]\s*(.*)$/iu;

/** A heading with a plain number: the number as written is the code. Null for a line that is none. */
export function numberedHeading(line: string): { code: Code; title: string } | null {
  if (/[.;]$/.test(line)) return null;
  const first = LABEL_FIRST.exec(line);
  const [, label, number, title] = first ?? swap(NUMBER_FIRST.exec(line)) ?? [];
  if (label === undefined || number === undefined || title === undefined) return null;
  const cut = number.lastIndexOf(".");
  return {
    code: {
      code: number,
      raw: number,
      origin: "source",
      rank: /^k/iu.test(label) ? "kerntaak" : "werkproces",
      parent: cut < 0 ? null : number.slice(0, cut),
      length: 0,
      doubtful: false,
      readings: [],
    },
    title: title.trim(),
  };
}

const swap = (match: RegExpExecArray | null): (string | undefined)[] | null =>
  match ? [match[0], match[2], match[1], match[3]] : null;

/** "1.2 Verpot planten": a title in a list of an older dossier, with the number of its kerntaak. */
export function listedTitle(line: string): { code: Code; title: string } | null {
  const match = /^(\d{1,2}\.\d{1,2})\.?\s+(\p{Lu}.{2,120}?)$/u.exec(line);
  return match ? numberedHeading(`werkproces ${match[1]} ${match[2]}`) : null;
}

/** The heading of the matrix: its rows are titles and marks without their columns. */
export const isMatrixHeading = (line: string): boolean => /^proces-?\s?competentie-?\s?matrix\b.{0,60}$/iu.test(line);

/** The heads of the columns of the table under a werkproces. */
export const isTableHead = (line: string): boolean => /^(?:competenties?|component(?:en|\(en\))?)$/iu.test(line);

/** "K Vakdeskundigheid toepassen": the letter of a competency and its name; null for any other line. */
export function lettered(line: string): string | null {
  const match = /^([A-Y])[.:)]?\s+(\p{Lu}.{2,60})$/u.exec(line);
  return match && competencyLetter(match[2] as string) === match[1] ? (match[1] as string) : null;
}
