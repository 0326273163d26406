/** Raised numbers: which are footnote marks. */

/** A number, a star, or a letter in brackets. */
export const NOTE_MARK = /^\s*[[(]?(?:\d{1,3}(?:,\s?\d{1,3})*|\*{1,3}|[†‡]{1,2})[\])]?\s*$/u;
/** "m2", "10³" and "CO2" hold no footnote mark. */
const UNIT = /(?:^|[\s(\d/])(?:[cdkm]?m|ha|[A-Z]{1,2}\d?|10)$/u;

/** @param before the text that the raised piece stands behind */
export const isNoteMark = (text: string, before: string): boolean =>
  NOTE_MARK.test(text) && before.trim() !== "" && !UNIT.test(before);
