import { grown, unitsOf } from "../language/numbers.js";

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

/**
 * What is known of a UTF-16 unit: nothing yet; that its lower case is no letter or digit, or is one; or that it can't be
 * taken by itself: half of a pair, or a letter whose lower case is longer or depends on what stands around it.
 */
const NO = 1;
const YES = 2;
const NOT_ALONE = 3;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
const SIGMA = 0x3a3;
const kinds = new Uint8Array(0x10000);
/** The lower case of each unit that is a letter or digit. */
const lowerCase = new Uint16Array(0x10000);

function kindOf(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase();
  const alone = (unit < 0xd800 || unit >= 0xe000) && lower.length === 1 && unit !== SIGMA;
  lowerCase[unit] = lower.charCodeAt(0);
  const kind = !alone ? NOT_ALONE : WORD_CHARACTER.test(lower) ? YES : NO;
  kinds[unit] = kind;
  return kind;
}

/** What {@link Words} knows of a word, side by side as it is read together. */
const ENTRY = 4;
const HASH = 1;
const START = 2;
const LENGTH = 3;

const hashOf = (units: Uint16Array, from: number, to: number): number => {
  let hash = SEED;
  for (let k = from; k < to; k++) hash = mix(hash, units[k] as number);
  return hash;
};

/** Words, each with a number. Words are units of UTF-16: making strings of them all would cost more. */
class Words {
  size = 0;
  private mask = 0xffff;
  /** Where the word in each slot stands in `entries`, plus one. */
  private table = new Int32Array(this.mask + 1);
  /** {@link ENTRY} numbers for each word: its own, its hash, and where it stands in `units`. */
  private entries = new Int32Array(ENTRY << 14);
  private units = new Uint16Array(1 << 17);
  private end = 0;

  /** @param hash of the units of the word, which stands at from..to @returns its number; -1 if it was not added */
  find(text: Uint16Array, from: number, to: number, hash: number): number {
    const { mask, table, entries } = this;
    let slot = hash & mask;
    for (let place = table[slot] as number; place !== 0; place = table[slot] as number) {
      const at = place - 1;
      if (entries[at + HASH] === hash && this.equals(at, text, from, to)) return entries[at] as number;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private equals(at: number, text: Uint16Array, from: number, to: number): boolean {
    const { entries, units } = this;
    if (entries[at + LENGTH] !== to - from) return false;
    const start = entries[at + START] as number;
    for (let k = 0; k < to - from; k++) if (units[start + k] !== text[from + k]) return false;
    return true;
  }

  /** Adds a word that is new. @returns its place, for {@link give}: until then it has no number */
  add(text: Uint16Array, from: number, to: number, hash: number): number {
    const at = ENTRY * this.size++;
    if (at === this.entries.length) this.entries = grown(this.entries);
    while (this.end + to - from > this.units.length) this.units = grown(this.units);
    const { entries, units } = this;
    entries[at + HASH] = hash;
    entries[at + START] = this.end;
    entries[at + LENGTH] = to - from;
    // Words are short: a loop is done before a view of the text would be made.
    for (let k = from; k < to; k++) units[this.end++] = text[k] as number;
    if (2 * this.size > this.mask) this.widen();
    else this.place(at);
    return at;
  }

  give(place: number, number: number): void {
    this.entries[place] = number;
  }

  private place(at: number): void {
    let slot = (this.entries[at + HASH] as number) & this.mask;
    while (this.table[slot] !== 0) slot = (slot + 1) & this.mask;
    this.table[slot] = at + 1;
  }

  private widen(): void {
    this.mask = 4 * this.mask + 3;
    this.table = new Int32Array(this.mask + 1);
    for (let at = 0; at < ENTRY * this.size; at += ENTRY) this.place(at);
  }
}

/** What makes stems: of a word as a string, or of its UTF-16 units, in place (see `stemUnits`). */
export type Stemmer =
  | { word: (word: string) => string }
  | { units: (units: Uint16Array, from: number, to: number) => number };

/** Reads texts one after another as the numbers of their stems. */
class StemReader {
  /** The numbers so far. */
  values = new Int32Array(1 << 14);
  size = 0;
  private readonly stemmer: Stemmer;
  /** Words by the number of their stem, and stems by their own. */
  private readonly words = new Words();
  private readonly stems = new Words();
  /** The text in hand, in lower case as far as it was read; a word that was new has its stem where it stood. */
  private units = new Uint16Array(1 << 14);

  constructor(stemmer: Stemmer) {
    this.stemmer = stemmer;
  }

  get stemCount(): number {
    return this.stems.size;
  }

  read(text: string): void {
    const begin = this.size;
    if (this.readUnits(text)) return;
    this.size = begin;
    this.readCharacters(text.toLowerCase());
  }

  /** Makes room for a text of this length and its tokens. */
  private reserve(length: number): void {
    while (length > this.units.length) this.units = grown(this.units);
    while (this.size + length > this.values.length) this.values = grown(this.values);
  }

  /** Reads a text unit by unit. @returns false where that can't be done */
  private readUnits(text: string): boolean {
    const { length } = text;
    this.reserve(length);
    const { units } = this;
    let from = 0;
    let hash = SEED;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      const kind = kinds[unit] || kindOf(unit);
      if (kind === YES) {
        const lower = lowerCase[unit] as number;
        units[at] = lower;
        hash = mix(hash, lower);
      } else {
        if (kind === NOT_ALONE) return false;
        if (at > from) this.take(text, from, at, hash);
        hash = SEED;
        from = at + 1;
      }
    }
    if (length > from) this.take(text, from, length, hash);
    return true;
  }

  /** Reads any text in lower case. */
  private readCharacters(text: string): void {
    this.reserve(text.length);
    let from = 0;
    let at = 0;
    let hash = SEED;
    for (const character of text) {
      if (WORD_CHARACTER.test(character)) {
        for (let k = 0; k < character.length; k++) {
          const unit = character.charCodeAt(k);
          this.units[at++] = unit;
          hash = mix(hash, unit);
        }
      } else {
        if (at > from) this.take(text, from, at, hash);
        hash = SEED;
        at += character.length;
        from = at;
      }
    }
    if (at > from) this.take(text, from, at, hash);
  }

  /** Takes the word at from..to of the text in hand. */
  private take(text: string, from: number, to: number, hash: number): void {
    const known = this.words.find(this.units, from, to, hash);
    this.values[this.size++] = known < 0 ? this.stemOfNew(text, from, to, hash) : known;
  }

  private stemOfNew(text: string, from: number, to: number, hash: number): number {
    const { stemmer, units, words } = this;
    const place = words.add(units, from, to, hash);
    let number: number;
    if ("units" in stemmer) number = this.numberOf(units, from, from + stemmer.units(units, from, to));
    else {
      const stem = unitsOf(stemmer.word(text.slice(from, to).toLowerCase()));
      number = this.numberOf(stem, 0, stem.length);
    }
    words.give(place, number);
    return number;
  }

  /** Number of a stem, in order of first use. */
  private numberOf(units: Uint16Array, from: number, to: number): number {
    const { stems } = this;
    const hash = hashOf(units, from, to);
    const known = stems.find(units, from, to, hash);
    if (known >= 0) return known;
    const number = stems.size;
    stems.give(stems.add(units, from, to, hash), number);
    return number;
  }
}

/**
 * The stems of texts as numbers, in order: tokens are runs of letters and digits (`[^\W_]+`) of the lower-cased text.
 * @returns one list for each text, and the number of stems
 */
export function stemNumbers(texts: readonly string[], stemmer: Stemmer): { lists: NumberLists; stems: number } {
  const reader = new StemReader(stemmer);
  const start = new Int32Array(texts.length + 1);
  for (let i = 0; i < texts.length; i++) {
    reader.read(texts[i] as string);
    start[i + 1] = reader.size;
  }
  return { lists: { start, values: reader.values.slice(0, reader.size) }, stems: reader.stemCount };
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
