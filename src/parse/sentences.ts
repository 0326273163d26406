/** Splits running text into sentences by rule (Intl.Segmenter differs between versions of its data). */

/** Abbreviations that end in a full stop and are usually followed by more of the same sentence. */
const ABBREVIATIONS = new Set([
  "aant",
  "afd",
  "afb",
  "art",
  "bijv",
  "bv",
  "blz",
  "ca",
  "cf",
  "dhr",
  "dr",
  "drs",
  "ed",
  "evt",
  "excl",
  "fig",
  "hfst",
  "i.c",
  "incl",
  "ing",
  "ir",
  "jl",
  "m.n",
  "max",
  "mevr",
  "min",
  "mr",
  "mw",
  "nl",
  "nr",
  "o.a",
  "par",
  "prof",
  "red",
  "resp",
  "s.v.p",
  "sr",
  "st",
  "t.o.v",
  "tel",
  "vb",
  "vgl",
  "vs",
  "zgn",
]);

/** End of a sentence: its punctuation, closing quotes or brackets, white space, and a start that can open a sentence. */
const BOUNDARY = /[.!?…]+["'’”)\]»]*(\s+)(?=["'‘“(«[]*[\p{Lu}\p{N}])/gu;

function isAbbreviation(before: string, next: string): boolean {
  const word = /([\p{L}][\p{L}.]*)$/u.exec(before)?.[1];
  if (word === undefined) return /\d$/.test(before) && /^\d/.test(next);
  const lower = word.toLowerCase();
  // "o.a.", "m.b.t.", "d.w.z.": single letters with full stops; initials: one capital.
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return true;
  if (/^\p{Lu}$/u.test(word)) return true;
  return ABBREVIATIONS.has(lower);
}

/**
 * The sentences of a text as half-open ranges without white space around them.
 * @returns ranges in order; `[]` for a text without anything but white space
 */
export function sentences(text: string): [number, number][] {
  const out: [number, number][] = [];
  let from = 0;
  const push = (start: number, end: number): void => {
    while (start < end && /\s/.test(text[start] as string)) start++;
    while (end > start && /\s/.test(text[end - 1] as string)) end--;
    if (end > start) out.push([start, end]);
  };
  for (const match of text.matchAll(BOUNDARY)) {
    const stop = match.index + match[0].length - (match[1] as string).length;
    const punctuation = /[.!?…]+/.exec(match[0])?.[0] ?? "";
    const next = text.slice(match.index + match[0].length, match.index + match[0].length + 1);
    const before = text.slice(Math.max(from, match.index - 20), match.index);
    if (punctuation === "." && stop === match.index + 1 && isAbbreviation(before, next)) continue;
    push(from, stop);
    from = stop;
  }
  push(from, text.length);
  return out;
}
