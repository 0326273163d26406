/** Classes of UTF-16 units, looked up in a table: texts of ten megabytes are gone through several times. */
export const LETTER = 1;
export const DIGIT = 2;
export const MARK = 4;
const CAPITAL = 8;
/** Marks that no Dutch word has inside; between two letters they stand for a letter that was misread or lost. */
export const ODD = 16;
export const IN_WORD = LETTER | DIGIT;

const ODD_MARK = /[?!&%€$£¢@#*+=~^¨´`¿¡§¶¤¦|\\<>{}°±µ÷×¬¸¹²³ºª‰‹›„‚•�”“‘"_®©™†ƟƩƫŌ;\u0080-\u009f\ue000-\uf8ff]/gu;
const PATTERNS: readonly [RegExp, number][] = [
  [/\p{L}+/gu, LETTER],
  [/\p{N}+/gu, DIGIT],
  [/\p{M}+/gu, MARK],
  [/\p{Lu}+/gu, CAPITAL],
  [ODD_MARK, ODD],
];
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

let table: Uint8Array | undefined;

/** The class of each UTF-16 unit; a half of a surrogate pair has none. */
export function characterClasses(): Uint8Array {
  table ??= readClasses();
  return table;
}

/** Each pattern goes through all characters once, in runs: a test for each character takes ten times as long. */
function readClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const below = charactersBetween(0, FIRST_SURROGATE);
  const above = charactersBetween(LAST_SURROGATE + 1, 0x10000);
  for (const [pattern, bit] of PATTERNS) {
    for (const [characters, offset] of [[below, 0] as const, [above, LAST_SURROGATE + 1] as const]) {
      for (const { 0: run, index } of characters.matchAll(pattern)) {
        for (let at = index; at < index + run.length; at++)
          classes[offset + at] = (classes[offset + at] as number) | bit;
      }
    }
  }
  return classes;
}

function charactersBetween(from: number, to: number): string {
  const parts: string[] = [];
  for (let code = from; code < to; code++) parts.push(String.fromCharCode(code));
  return parts.join("");
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
