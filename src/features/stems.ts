import { grown } from "../language/numbers.js";

/** Lists of numbers one after another: list i is `values[start[i]..start[i + 1])`. */
export interface NumberLists {
  start: Int32Array;
  values: Int32Array;
}

/** Start of an FNV-1a hash of numbers, and a step of it. */
const SEED = 0x811c9dc5 | 0;
const mix = (hash: number, value: number): number => {
  const h = Math.imul(hash ^ value, 0x01000193);
  return h ^ (h >>> 15);
};

/** What is known of a UTF-16 unit: nothing yet, no letter or digit, a letter or digit, half of a pair. */
const NO = 1;
const YES = 2;
const HALF = 3;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const kinds = new Uint8Array(0x10000);

function kindOf(code: number): number {
  const surrogate = code >= 0xd800 && code < 0xe000;
  const kind = surrogate ? HALF : WORD_CHARACTER.test(String.fromCharCode(code)) ? YES : NO;
  kinds[code] = kind;
  return kind;
}

/** Length of the letter or digit outside the first plane that begins at `at`, 0 where none does. */
function pairLength(text: string, at: number): 0 | 2 {
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff && WORD_CHARACTER.test(String.fromCodePoint(code)) ? 2 : 0;
}

/** Numbers for words, in order of first use. Words are units of UTF-16: making strings of them all would cost more. */
class WordNumbers {
  size = 0;
  private mask = 0xffff;
  /** Number of the word in each slot, plus one. */
  private table = new Int32Array(this.mask + 1);
  private hashes = new Int32Array(1 << 14);
  /** Where each word begins in `units`; the next begins where it ends. */
  private starts = new Int32Array(1 << 14);
  private units = new Uint16Array(1 << 17);

  /** @param hash of the units of the word, which stands at from..to */
  number(text: Uint16Array, from: number, to: number, hash: number): number {
    let slot = hash & this.mask;
    for (let n = this.table[slot] as number; n !== 0; n = this.table[slot] as number) {
      if (this.hashes[n - 1] === hash && this.equals(n - 1, text, from, to)) return n - 1;
      slot = (slot + 1) & this.mask;
    }
    const number = this.size++;
    if (this.size === this.hashes.length) {
      this.hashes = grown(this.hashes);
      this.starts = grown(this.starts);
    }
    const start = this.starts[number] as number;
    while (start + to - from > this.units.length) this.units = grown(this.units);
    this.units.set(text.subarray(from, to), start);
    this.starts[this.size] = start + to - from;
    this.hashes[number] = hash;
    this.table[slot] = this.size;
    if (2 * this.size > this.mask) this.widen();
    return number;
  }

  private equals(number: number, text: Uint16Array, from: number, to: number): boolean {
    const { starts, units } = this;
    const start = starts[number] as number;
    if ((starts[number + 1] as number) - start !== to - from) return false;
    for (let k = 0; k < to - from; k++) if (units[start + k] !== text[from + k]) return false;
    return true;
  }

  private widen(): void {
    this.mask = 4 * this.mask + 3;
    this.table = new Int32Array(this.mask + 1);
    for (let n = 0; n < this.size; n++) {
      let slot = (this.hashes[n] as number) & this.mask;
      while (this.table[slot] !== 0) slot = (slot + 1) & this.mask;
      this.table[slot] = n + 1;
    }
  }
}

/**
 * The stems of texts as numbers, in order: tokens are runs of letters and digits (`[^\W_]+`) of the lower-cased text.
 * @returns one list for each text, and the number of stems
 */
export function stemNumbers(
  texts: readonly string[],
  stemOfWord: (word: string) => string,
): { lists: NumberLists; stems: number } {
  const words = new WordNumbers();
  const stems = new Map<string, number>();
  /** Number of the stem of each word. */
  let stemOf = new Int32Array(1 << 14);
  const start = new Int32Array(texts.length + 1);
  let values = new Int32Array(1 << 14);
  let size = 0;
  let units = new Uint16Array(1 << 14);
  for (let i = 0; i < texts.length; i++) {
    const text = (texts[i] as string).toLowerCase();
    const { length } = text;
    while (length >= units.length) units = grown(units);
    while (size + length > values.length) values = grown(values);
    let from = 0;
    let hash = SEED;
    for (let at = 0; at <= length; ) {
      const unit = at < length ? text.charCodeAt(at) : 0;
      units[at] = unit;
      const kind = kinds[unit] || kindOf(unit);
      if (kind === YES) {
        hash = mix(hash, unit);
        at++;
      } else if (kind === HALF && pairLength(text, at) === 2) {
        units[at + 1] = text.charCodeAt(at + 1);
        hash = mix(mix(hash, unit), units[at + 1] as number);
        at += 2;
      } else {
        if (at > from) {
          const seen = words.size;
          const word = words.number(units, from, at, hash);
          if (word === seen) {
            const stem = stemOfWord(text.slice(from, at));
            const number = stems.get(stem) ?? stems.size;
            stems.set(stem, number);
            if (word === stemOf.length) stemOf = grown(stemOf);
            stemOf[word] = number;
          }
          values[size++] = stemOf[word] as number;
          hash = SEED;
        }
        from = ++at;
      }
    }
    start[i + 1] = size;
  }
  return { lists: { start, values: values.slice(0, size) }, stems: stems.size };
}

/** Power of two with room for twice as many entries. */
function tableSize(entries: number): number {
  let size = 1024;
  while (size < 2 * entries) size *= 2;
  return size;
}

/**
 * Collapses equal lists.
 * @returns for each list the number of its row, numbered by first occurrence; and for each row that first list
 */
export function distinctLists({ start, values }: NumberLists): { rowOf: Int32Array; first: Int32Array } {
  const count = start.length - 1;
  const rowOf = new Int32Array(count);
  const first = new Int32Array(count);
  const hashes = new Int32Array(count);
  const mask = tableSize(count) - 1;
  const table = new Int32Array(mask + 1).fill(-1);
  let rows = 0;
  for (let i = 0; i < count; i++) {
    const [from, to] = [start[i] as number, start[i + 1] as number];
    let hash = SEED;
    for (let p = from; p < to; p++) hash = mix(hash, values[p] as number);
    let slot = hash & mask;
    let row = table[slot] as number;
    while (row >= 0 && !(hashes[row] === hash && sameList(start, values, first[row] as number, i))) {
      slot = (slot + 1) & mask;
      row = table[slot] as number;
    }
    if (row < 0) {
      row = rows++;
      table[slot] = row;
      hashes[row] = hash;
      first[row] = i;
    }
    rowOf[i] = row;
  }
  return { rowOf, first: first.slice(0, rows) };
}

function sameList(start: Int32Array, values: Int32Array, a: number, b: number): boolean {
  const [from, other] = [start[a] as number, start[b] as number];
  const length = (start[a + 1] as number) - from;
  if ((start[b + 1] as number) - other !== length) return false;
  for (let k = 0; k < length; k++) if (values[from + k] !== values[other + k]) return false;
  return true;
}

/** Numbers for pairs of numbers, in order of first use. */
export class PairNumbers {
  private mask = 0xffff;
  /** Number of the pair in each slot, plus one. */
  private table = new Int32Array(this.mask + 1);
  private firsts = new Int32Array(1 << 14);
  private seconds = new Int32Array(1 << 14);
  size = 0;

  number(first: number, second: number): number {
    let slot = this.slotOf(first, second);
    for (let n = this.table[slot] as number; n !== 0; n = this.table[slot] as number) {
      if (this.firsts[n - 1] === first && this.seconds[n - 1] === second) return n - 1;
      slot = (slot + 1) & this.mask;
    }
    if (this.size === this.firsts.length) {
      this.firsts = grown(this.firsts);
      this.seconds = grown(this.seconds);
    }
    this.firsts[this.size] = first;
    this.seconds[this.size] = second;
    this.table[slot] = ++this.size;
    if (2 * this.size > this.mask) this.widen();
    return this.size - 1;
  }

  private slotOf(first: number, second: number): number {
    const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (mixed ^ (mixed >>> 13)) & this.mask;
  }

  private widen(): void {
    this.mask = 4 * this.mask + 3;
    this.table = new Int32Array(this.mask + 1);
    for (let n = 0; n < this.size; n++) {
      let slot = this.slotOf(this.firsts[n] as number, this.seconds[n] as number);
      while (this.table[slot] !== 0) slot = (slot + 1) & this.mask;
      this.table[slot] = n + 1;
    }
  }
}
