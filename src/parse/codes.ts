/**
 * Codes of kwalificatiedossiers: B1-K1-W5 (basisdeel 1, kerntaak 1, werkproces 5), P2-K1 and D1-K1-W1 (keuzedeel),
 * also as OCR leaves them: "BI-K1-W5", "B1-K1-WS5", "P3-K1-Wé6", "B1-K1-wW1", "P2-K1-W?2".
 */

export interface Code {
  /** Mended: "B1-K1-W5". */
  code: string;
  /** As written. */
  raw: string;
  origin: "source" | "repaired";
  /** The parts: deel ("B1"), kerntaak ("B1-K1") or werkproces. */
  rank: "deel" | "kerntaak" | "werkproces";
  /** Code of the part that holds this one, or null. */
  parent: string | null;
  /** Offset behind the code in the text that was parsed. */
  length: number;
  /** True where the digit of the werkproces itself had to be guessed from a letter. */
  doubtful: boolean;
}

/** Letters that OCR reads for a digit. */
const DIGIT: Record<string, string> = { I: "1", l: "1", i: "1", "|": "1", O: "0", o: "0", S: "5", s: "5", Z: "2", B: "8", é: "6", e: "6", G: "6" };
const digit = (c: string): string => DIGIT[c] ?? c;

const DASH = "\\s?[-–—]\\s?";
const NUMBER = "[0-9IlO|]{1,2}";
const PATTERN = new RegExp(
  `^([BPD])(${NUMBER})(?:${DASH}K(${NUMBER})(?:${DASH}([wW]{1,2}[?\\p{L}.,]{0,2}?)(\\d{1,2}|[IlSZéeG](?![\\p{L}\\p{N}])))?)?(?![\\p{L}\\p{N}-])`,
  "u",
);

/** Reads a code at the start of a text; null if there is none. */
export function parseCode(text: string): Code | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [raw, letter, deel, kerntaak, w, last] = match as unknown as [string, string, string, string?, string?, string?];
  const head = `${letter}${[...deel].map(digit).join("")}`;
  if (!/\d/.test(head)) return null;
  let code = head;
  let parent: string | null = null;
  let rank: Code["rank"] = "deel";
  let doubtful = false;
  if (kerntaak !== undefined) {
    parent = head;
    code = `${head}-K${[...kerntaak].map(digit).join("")}`;
    rank = "kerntaak";
    if (last !== undefined) {
      parent = code;
      code = `${code}-W${[...last].map(digit).join("")}`;
      rank = "werkproces";
      // "WS5" and "We6" hold the digit twice, once misread; with another digit behind it the letter is noise.
      doubtful = !/^\d/.test(last) || (w ?? "").length > 1;
    }
  }
  return { code, raw, origin: code === raw ? "source" : "repaired", rank, parent, length: raw.length, doubtful };
}

/** Code of the part that holds a unit with this code ("B1-K1-W5" → "B1-K1"), or null. */
export function parentCode(code: string): string | null {
  const cut = code.lastIndexOf("-");
  return cut < 0 ? null : code.slice(0, cut);
}
