/** Half of a surrogate pair is no character: no format can write it. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, "\uFFFD");

/** A text on one line: white space and control characters become one space. */
export const oneLine = (text: string): string =>
  wellFormed(text)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
