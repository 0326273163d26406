/**
 * Titles that are whole sentences: a document of no known kind may set its requirements as headings. Where a corpus goes
 * without its text, such a title would show it.
 */
import { speaks } from "./generic-headings.js";

/** Words of a title that may be shown: as many as an id holds. */
const SHOWN = 4;
/** Fewer words than this make no sentence that could not be a name as well. */
const MIN_SENTENCE = 6;
/** Longer than this is no title: the longest of a werkproces stay well below it. */
const MAX_TITLE = 20;
const SUBJECT = /^(?:De|Het|Een|Zij|Ze|Hij|Je|Jij|U|Men|Er|Dit|Deze|Dat|Wij|We|Ik|Alle|Elke?)\s/u;

/** Whether a title says something, or goes on like a text. */
function isSentence(title: string): boolean {
  const n = title.split(/\s+/).length;
  if (n > MAX_TITLE) return true;
  if (n < MIN_SENTENCE) return false;
  return /[.!?;…]["'’”)]*$/u.test(title) || (SUBJECT.test(title) && speaks(title));
}

/** A title as it stands, or the first words of one that is a sentence ("De leraar kent de …"). */
export const shownTitle = (title: string): string =>
  isSentence(title) ? `${title.split(/\s+/).slice(0, SHOWN).join(" ")} …` : title;
