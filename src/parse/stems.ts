/** What opens a list: the words that all its items go on from. */
import { isFiniteVerb } from "../language/finite.js";

/** A subject by itself ("De beginnend beroepsbeoefenaar"). */
const SUBJECT = /^(?:De|Het|Een|Zij|Ze|Hij|Je)(?:\s|$)/u;
const MAX_SUBJECT = 12;
/** Words that leave a sentence open for the item that follows. */
const OPEN_END =
  /(?:^|\s)(?:kan|kunnen|moet|moeten|dient|heeft|hebben|is in staat(?: om)?|in staat is(?: om)?|kennis van|van|om|te|over)$/iu;

/**
 * Whether a text opens the list that follows it: it ends in a colon, or lost it and plainly stops before its end. To be
 * asked only of what stands right above an item.
 * @param bare whether a subject by itself counts too, where headings are known to look otherwise
 */
export function opensList(text: string, bare = false): boolean {
  if (/:$/.test(text) || OPEN_END.test(text)) return true;
  if (!bare || !SUBJECT.test(text) || /[.!?;,]$/.test(text)) return false;
  const words = text.split(" ");
  return words.length <= MAX_SUBJECT && !words.slice(1).some((word) => isFiniteVerb(word));
}
