/**
 * Codes of kwalificatiedossiers: B1-K1-W5 (basisdeel 1, kerntaak 1, werkproces 5), P2-K1 and D1-K1-W1 (keuzedeel),
 * also as OCR leaves them: "BI-K1-W5", "B1-K1-WS5", "P3-K1-Wé6", "B1-K1-wW1", "P2-K1-W?2", "81-K1-VV1".
 */
import type { CodeOrigin } from "../model.js";

export interface Code {
  /** Mended: "B1-K1-W5". */
  code: string;
  /** As written. */
  raw: string;
  origin: Exclude<CodeOrigin, "inferred">;
  /** The parts: deel ("B1"), kerntaak ("B1-K1") or werkproces. */
  rank: "deel" | "kerntaak" | "werkproces";
  /** Code of the part that holds this one, or null. */
  parent: string | null;
  /** Offset behind the code in the text that was parsed. */
  length: number;
  /** True where the number of the werkproces itself had to be guessed. */
  doubtful: boolean;
  /** What its last number can be, likeliest first; empty where it cannot be read at all. */
  readings: number[];
}

/** Digits that OCR can have meant by a letter or mark, likeliest first. */
const DIGITS: Record<string, string> = {
  I: "1",
  l: "1",
  i: "1",
  "|": "1",
  "!": "1",
  j: "1",
  t: "1",
  O: "0",
  o: "0",
  Q: "0",
  S: "58",
  s: "58",
  $: "58",
  Z: "27",
  z: "27",
  B: "8",
  G: "6",
  b: "6",
  é: "6",
  è: "6",
  e: "6",
  ó: "6",
  g: "9",
  q: "9",
  A: "4",
  T: "7",
  "?": "27",
};
const digit = (c: string): string => DIGITS[c]?.[0] ?? c;
const digits = (text: string): string => [...text].map(digit).join("");

const DASH = "\\s?[-–—‐‑_~.]\\s?";
const NUMBER = "[0-9IlOoi|]{1,2}";
/** The letter of the deel; an 8 is a misread B only where a kerntaak follows. */
const DEEL = `(?:([BPD])\\s?(${NUMBER})|(8)(${NUMBER})(?=${DASH}K))`;
/** W, also doubled, small or fallen apart, and up to two characters that stand for its number. */
const WERKPROCES = "(?:[wW]{1,2}|VV|vv|\\\\/V)\\s?([0-9?IlioOSs$ZzBGbéèeógqATj|!]{1,3})";
/** What ends a code: nothing that would make it part of a word; a title that begins with a capital may be glued to it. */
const END = "(?![\\p{N}\\p{Ll}-]|\\p{Lu}(?!\\p{Ll}))";
const CODE = `${DEEL}(?:${DASH}[Kk]\\s?(${NUMBER})(?:${DASH}${WERKPROCES})?)?${END}`;
const AT_START = new RegExp(`^${CODE}`, "u");
const ANYWHERE = new RegExp(`(?<![\\p{L}\\p{N}-])${CODE}`, "gu");

/**
 * The numbers that the end of a code can stand for. "S5" and "é6" hold the number twice, once misread: where a digit
 * follows, what stands before it is noise; but "11" and "1O" may be meant.
 */
function numbers(text: string): { readings: number[]; doubtful: boolean } {
  if (/^\d{1,2}$/.test(text)) return { readings: unique([Number(text)]), doubtful: false };
  const out: string[] = [];
  const last = text.at(-1) as string;
  if (/^[^\d]+\d$/.test(text)) out.push(last);
  if (/^\d[^\d]$/.test(text)) out.push(...[...(DIGITS[last] ?? "")].map((d) => `${text[0]}${d}`), text[0] as string);
  if (text.length === 1) out.push(...(text === "?" ? "" : (DIGITS[text] ?? "")));
  else out.push(digits(text));
  return { readings: unique(out.map(Number).filter((n) => n >= 1 && n <= 30)), doubtful: true };
}

const unique = (list: number[]): number[] => [...new Set(list)];

function read(match: RegExpExecArray): Code | null {
  const raw = match[0];
  const letter = match[1] ?? "B";
  const deel = match[2] ?? (match[4] as string);
  const [kerntaak, werkproces] = [match[5], match[6]];
  const head = `${letter}${Number(digits(deel))}`;
  // "Bij", "Do": a letter and letters are a word; so is "P.O." A bare part needs a digit of its own.
  if (kerntaak === undefined && (!/\d/.test(deel) || match[3] !== undefined)) return null;
  const found = (
    code: string,
    rank: Code["rank"],
    parent: string | null,
    readings: number[],
    doubtful = false,
  ): Code => ({
    code,
    raw,
    origin: code === raw ? "source" : "repaired",
    rank,
    parent,
    length: raw.length,
    doubtful,
    readings,
  });
  const n = Number(digits(deel));
  if (kerntaak === undefined) return found(head, "deel", null, [n]);
  const parent = `${head}-K${Number(digits(kerntaak))}`;
  if (werkproces === undefined) return found(parent, "kerntaak", head, [Number(digits(kerntaak))]);
  const { readings, doubtful } = numbers(werkproces);
  return found(`${parent}-W${readings[0] ?? "?"}`, "werkproces", parent, readings, doubtful);
}

/** Reads a code at the start of a text; null if there is none. */
export function parseCode(text: string): Code | null {
  const match = AT_START.exec(text);
  return match ? read(match) : null;
}

/** "K1-W2", "K 1: …": a code whose deel goes without saying, because the heading of the part stands above it. */
const WITHIN_PART = new RegExp(`^[Kk]\\s?(${NUMBER})(?:${DASH}${WERKPROCES})?${END}`, "u");

/**
 * A heading with a code that leaves out the deel. Only to be asked in documents with such codes: "K1" can be anything.
 * @param deel the part that is open ("B1"); null where none is known, which leaves the code as it is
 */
export function codeWithinPart(line: string, deel: string | null): { code: Code; title: string } | null {
  const match = WITHIN_PART.exec(line);
  if (!match) return null;
  const title = line
    .slice(match[0].length)
    .replace(/^\s*[:.–-]\s*/u, "")
    .trim();
  if (!/^\p{Lu}/u.test(title) && title !== "") return null;
  if (/[.;]$/.test(title)) return null;
  const kerntaak = `${deel ? `${deel}-` : ""}K${Number(digits(match[1] as string))}`;
  const written = numbers(match[2] ?? "");
  const name = match[2] === undefined ? kerntaak : `${kerntaak}-W${written.readings[0] ?? "?"}`;
  return {
    code: {
      code: name,
      raw: match[0],
      origin: name === match[0] ? "source" : "repaired",
      rank: match[2] === undefined ? "kerntaak" : "werkproces",
      parent: match[2] === undefined ? deel : kerntaak,
      length: match[0].length,
      doubtful: match[2] !== undefined && written.doubtful,
      readings: written.readings,
    },
    title,
  };
}

/** All codes in a text, with where they stand. */
export function findCodes(text: string): { code: Code; at: number }[] {
  const out: { code: Code; at: number }[] = [];
  for (const match of text.matchAll(ANYWHERE)) {
    const code = read(match);
    if (code) out.push({ code, at: match.index });
  }
  return out;
}

/** Code of the part that holds a unit with this code ("B1-K1-W5" → "B1-K1"), or null. */
export function parentCode(code: string): string | null {
  const cut = code.lastIndexOf("-");
  return cut < 0 ? null : code.slice(0, cut);
}

/** The last number of a code ("B1-K1-W5" → 5); NaN for one that cannot be read ("B1-K1-W?"). */
export const lastNumber = (code: string): number => Number(/(\d+)$/.exec(code)?.[1] ?? Number.NaN);

/** Order of codes: B before D before P, then by their numbers; a part before what it holds. */
export function compareCodes(a: string, b: string): number {
  const [x, y] = [a.split("-"), b.split("-")];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [p, q] = [x[i] ?? "", y[i] ?? ""];
    const letters = p.charAt(0) < q.charAt(0) ? -1 : p.charAt(0) > q.charAt(0) ? 1 : 0;
    const step = letters || (Number(p.slice(1)) || 0) - (Number(q.slice(1)) || 0);
    if (step !== 0) return step;
  }
  return 0;
}

/**
 * Settles doubtful numbers by their order: within a kerntaak werkprocessen count up, though some may be left out.
 * @param list the codes in the order of the document
 * @returns the settled code of each; a number that nothing settles follows the one before it
 */
export function settleCodes(list: readonly Code[]): string[] {
  const out: string[] = [];
  const last = new Map<string, number>();
  for (const [i, code] of list.entries()) {
    const parent = code.parent ?? "";
    const before = last.get(parent) ?? 0;
    let settled = code.code;
    if (code.doubtful) {
      const sure = list.slice(i + 1).find((other) => other.parent === code.parent && !other.doubtful);
      const below = sure ? lastNumber(sure.code) : Number.POSITIVE_INFINITY;
      const fits = (n: number): boolean => n > before && n < below;
      // A heading may be repeated, so the number before it is the next best.
      const n =
        code.readings.find(fits) ??
        code.readings.find((m) => m === before) ??
        (before + 1 < below ? before + 1 : code.readings[0]);
      settled = `${parent}-W${n ?? before + 1}`;
    }
    out.push(settled);
    const n = lastNumber(settled);
    if (code.rank === "werkproces" && n > before) last.set(parent, n);
  }
  return out;
}

/**
 * A code that opens a heading: "B1-K1-W5: Werkt samen", "P2: Coördinator". A bare "P1" needs its colon, and what goes
 * on with a small letter speaks about a code.
 */
export function codeHeading(line: string): { code: Code; title: string } | null {
  const code = parseCode(line);
  if (!code) return null;
  const rest = line.slice(code.length);
  const sign = /^\s*[:.–-]\s*/u.exec(rest);
  if (code.rank === "deel" && !/^\s*[:–-]/u.test(rest)) return null;
  const title = rest.slice(sign?.[0].length ?? 0).trim();
  if (/[.;]$/.test(title) && title.length > 100) return null;
  if (!sign && /^\p{Ll}/u.test(title)) return null;
  return { code, title };
}
