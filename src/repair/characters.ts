/** Classes of UTF-16 units, looked up in a table: texts of ten megabytes are gone through several times. */
export const LETTER = 1;
export const DIGIT = 2;
export const MARK = 4;
const CAPITAL = 8;
/** Marks that no Dutch word has inside; between two letters they stand for a letter that was misread or lost. */
export const ODD = 16;
export const IN_WORD = LETTER | DIGIT;

const ODD_MARK = /[?!&%€$£¢@#*+=~^¨´`¿¡§¶¤¦|\\<>{}°±µ÷×¬¸¹²³ºª‰‹›„‚•�”“‘"_®©™†ƟƩƫŌ;\u0080-\u009f\ue000-\uf8ff]/u;
const PATTERNS: readonly [RegExp, number][] = [
  [/\p{L}/u, LETTER],
  [/\p{N}/u, DIGIT],
  [/\p{M}/u, MARK],
  [/\p{Lu}/u, CAPITAL],
  [ODD_MARK, ODD],
];

let table: Uint8Array | undefined;

/** The class of each UTF-16 unit; a half of a surrogate pair has none. */
export function characterClasses(): Uint8Array {
  if (table) return table;
  table = new Uint8Array(0x10000);
  for (let code = 0; code < 0x10000; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const c = String.fromCharCode(code);
    let bits = 0;
    for (const [pattern, bit] of PATTERNS) if (pattern.test(c)) bits |= bit;
    table[code] = bits;
  }
  return table;
}

/** Offset of the first character of the run of letters that ends before `end`. */
export function lettersBefore(text: string, end: number): number {
  const classes = characterClasses();
  let start = end;
  while (start > 0 && (classes[text.charCodeAt(start - 1)] as number) & LETTER) start--;
  return start;
}

/** Offset behind the run of letters that begins at `start`. */
export function lettersBehind(text: string, start: number): number {
  const classes = characterClasses();
  let end = start;
  while (end < text.length && (classes[text.charCodeAt(end)] as number) & LETTER) end++;
  return end;
}
