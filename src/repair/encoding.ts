/**
 * What a wrong encoding made of a text: "cliÃ«nt" (UTF-8 read as Windows-1252, Mac or DOS, here and there or in the
 * whole file), accents that stand beside their letter, ligatures, soft hyphens and signs without width.
 */
import { CP_437, CP_850, LATIN_1, MAC_ROMAN, WINDOWS_1252 } from "../language/codepages.js";
import { isWord } from "../language/wordlist.js";
import type { Edit } from "./mapped.js";

/** What the text can have held: letters and signs of Western Europe, typographic punctuation. */
const MEANT = [
  ...Array.from({ length: 0x100 - 0xa0 }, (_, i) => String.fromCharCode(0xa0 + i)),
  ..."ŒœŠšŸŽžĲĳ‐‑–—‘’‚“”„†•…‹›€™−≤≥ﬀﬁﬂﬃﬄ\u200b\ufeff\ufffd",
];

/** What stands in the text → what was meant, longest first for each first character. */
let mojibake: Map<string, [seen: string, meant: string, sure: boolean][]> | undefined;

function misreadings(): Map<string, [string, string, boolean][]> {
  if (mojibake) return mojibake;
  const pages: [page: string, sure: boolean][] = [
    [WINDOWS_1252, true],
    [LATIN_1, true],
    [MAC_ROMAN, false],
    [CP_437, false],
    [CP_850, false],
  ];
  const all = new Map<string, [string, string, boolean]>();
  const encoder = new TextEncoder();
  for (const [page, sure] of pages) {
    for (const meant of MEANT) {
      const seen = Array.from(encoder.encode(meant), (byte) => page.charAt(byte - 128)).join("");
      if (!all.has(seen)) all.set(seen, [seen, meant, sure]);
    }
  }
  mojibake = new Map();
  for (const entry of all.values()) {
    const first = entry[0].charAt(0);
    mojibake.set(
      first,
      [...(mojibake.get(first) ?? []), entry].sort((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1)),
    );
  }
  return mojibake;
}

/** The first character of anything that may be mended here. */
const SUSPECT = /[^\n\r\t\f\x20-\x7eëéèïöüê’‘“”–—•…]/u;
const LETTER = /\p{L}/u;
const LIGATURES: Record<string, string> = {
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
  ﬃ: "ffi",
  ﬄ: "ffl",
  ﬅ: "st",
  ﬆ: "st",
  ĳ: "ij",
  Ĳ: "IJ",
};
const LIGATURE = /[ﬀ-ﬆĳĲ]/gu;
/** Between two characters of a line; a soft hyphen at the end of one is the business of hyphenation. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]|\u00ad(?=\S)/gu;
const COMBINED = /\p{L}[\u0300-\u036f]+/gu;
/** Bullets of symbol fonts at the start of a line. */
const SYMBOL_BULLET =
  /(?<=^[ \t]*)[\uf0b7\uf0a7\uf0d8\uf0a8\uf076\uf0fc\uf02d\uf0be\u25aa\uf06e\uf071\uf0e0](?=[ \t\u00a0]*\S|[ \t]*$)/gmu;
/** An accent on its own before or behind the vowel it belongs to. */
const LOOSE_ACCENT = /(?<=\p{L})[¨´`ˆ^](?=\p{L})/gu;
const COMBINING: Record<string, string> = { "¨": "\u0308", "´": "\u0301", "`": "\u0300", ˆ: "\u0302", "^": "\u0302" };

export function findEncoding(text: string): Edit[] {
  if (!SUSPECT.test(text) && !/[`^]/.test(text)) return [];
  const edits: Edit[] = [];
  const edit: Report = (start, end, to, rule, confidence) => {
    edits.push({ start, end, to, rule, confidence });
  };
  findMojibake(text, edit);
  if (RARE.test(text)) findSigns(text, edit);
  if (ALONE.test(text)) findLooseAccents(text, edit);
  return withoutOverlap(edits);
}

type Report = (start: number, end: number, to: string, rule: string, confidence: number) => void;

/** Anything that the patterns below look for. */
const RARE = /[\u0300-\u036f]|[\u00ad\u200b-\u200d\u2060\u25aa\ue000-\uf8ff\ufb00-\ufb06\ufeffĳĲ]/u;
const ALONE = /[¨´`ˆ^]/u;

function findSigns(text: string, edit: Report): void {
  for (const { 0: seen, index } of text.matchAll(LIGATURE))
    edit(index, index + 1, LIGATURES[seen] ?? seen, "encoding:ligature", 1);
  for (const { 0: seen, index } of text.matchAll(INVISIBLE))
    edit(index, index + seen.length, "", "encoding:invisible", 1);
  for (const { 0: seen, index } of text.matchAll(SYMBOL_BULLET))
    edit(index, index + seen.length, "•", "encoding:bullet", 0.95);
  for (const { 0: seen, index } of text.matchAll(COMBINED)) {
    const composed = seen.normalize("NFC");
    if (composed !== seen) edit(index, index + seen.length, composed, "encoding:accent", 1);
  }
}

function findLooseAccents(text: string, edit: Report): void {
  for (const { 0: accent, index } of text.matchAll(LOOSE_ACCENT)) {
    const [before = ""] = /\p{L}*$/u.exec(text.slice(Math.max(0, index - 40), index)) ?? [];
    const [after = ""] = /^\p{L}*/u.exec(text.slice(index + 1, index + 41)) ?? [];
    const put = (letter: string): string => (letter + COMBINING[accent]).normalize("NFC");
    const behind = put(after.charAt(0));
    const front = put(before.slice(-1));
    if (isWord(before + behind + after.slice(1))) edit(index, index + 2, behind, "encoding:accent", 0.95);
    else if (isWord(before.slice(0, -1) + front + after)) edit(index - 1, index + 1, front, "encoding:accent", 0.95);
  }
}

function findMojibake(text: string, edit: Report): void {
  const table = misreadings();
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) continue;
    const entries = table.get(text[i] as string);
    if (!entries) continue;
    for (const [seen, meant, sure] of entries) {
      if (!text.startsWith(seen, i)) continue;
      const near = LETTER.test(text.charAt(i - 1)) || LETTER.test(text.charAt(i + seen.length));
      if (!sure && !near) break;
      // "É»" closes a quotation in capitals: two signs that each have a meaning are left but for the usual first ones.
      if (seen.length === 2 && !/^[ÂÃÅ√├]/u.test(seen)) continue;
      edit(i, i + seen.length, meant, "encoding:mojibake", sure ? 0.98 : 0.9);
      i += seen.length - 1;
      break;
    }
  }
  // The second byte of "à" is a space that does not break; where white space was tidied up it is a plain one.
  if (!text.includes("Ã ")) return;
  for (const { index } of text.matchAll(/Ã (?=[\s\p{Ll},.;:!?)]|$)/gu)) {
    edit(index, index + 2, LETTER.test(text.charAt(index + 2)) ? "à " : "à", "encoding:mojibake", 0.9);
  }
}

function withoutOverlap(edits: Edit[]): Edit[] {
  const out: Edit[] = [];
  for (const edit of edits.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1);
    if (!last || edit.start >= last.end) out.push(edit);
  }
  return out;
}
