/** Lines that are a heading by themselves, whatever stands around them, in documents of every kind. */
import { codeHeading } from "./codes.js";
import { headingNumber, looksLikeTitle, sectionOf } from "./headings.js";
import { isScopeLine } from "./scope.js";

const PART = /^(basisdeel|profieldeel)\b/iu;
const DOSSIER_LINE = /^kwalificatiedossier$/iu;

/** Whether a line opens a part, carries a code, names a section, or limits what follows. */
export function isHeadingLine(line: string): boolean {
  return (
    DOSSIER_LINE.test(line) ||
    codeHeading(line) !== null ||
    (line.length <= 60 && PART.test(line) && !/[.,;]$/.test(line)) ||
    (sectionOf(line) !== null && looksLikeTitle(line.replace(/\s*:\s*$/, "")) && !headingNumber(line)) ||
    isScopeLine(line)
  );
}
