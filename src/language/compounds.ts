/** Compounds by their last part, which says what they are: "softwareleverancier" is a "leverancier". */
import { isKnownWord } from "./background.js";

/** Shortest head of a compound that is told by its letters. */
export const MIN_HEAD = 5;
/** Shortest word before it. */
const MIN_FIRST = 3;

/** Whether a folded word is a compound of a known word and one of these: "softwareleverancier", "sous-chef". */
export function isCompound(norm: string, heads: readonly string[]): boolean {
  return heads.some((head) => {
    if (!norm.endsWith(head)) return false;
    const first = norm.slice(0, -head.length);
    if (first.endsWith("-")) return true;
    return first.length >= MIN_FIRST && [first, first.replace(/s$/, ""), first.replace(/en$|e$/, "")].some(isKnownWord);
  });
}
