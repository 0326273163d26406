/** Characters of symbol fonts, which have no meaning without their font: what they show. */

const WINGDINGS: Record<number, string> = {
  108: "●",
  110: "■",
  111: "☐",
  113: "☐",
  114: "☐",
  118: "•",
  119: "•",
  158: "•",
  159: "•",
  161: "○",
  167: "▪",
  168: "☐",
  216: "➢",
  223: "←",
  224: "→",
  232: "→",
  240: "→",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};
const SYMBOL: Record<number, string> = {
  183: "•",
  179: "≥",
  163: "≤",
  174: "→",
  180: "×",
  45: "-",
  176: "°",
  177: "±",
  185: "≠",
};

/** @param code the character's code, also in the private area (0xF0B7) that Word puts it in */
export function symbol(font: string, code: number): string {
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^wingdings\s*2/i.test(font))
    return low === 0x50
      ? "✓"
      : low === 0x4f || low === 0x51
        ? "✗"
        : low === 0x52 || low === 0x53
          ? "☑"
          : low === 0xa3
            ? "☐"
            : "•";
  if (/wingdings|dingbats|webdings/i.test(font)) return WINGDINGS[low] ?? "•";
  if (/symbol/i.test(font)) return SYMBOL[low] ?? (low < 0x7f ? String.fromCharCode(low) : "•");
  return code >= 0xe000 && code <= 0xf8ff ? "•" : String.fromCodePoint(Math.min(code, 0x10ffff));
}
