/**
 * The Dutch Snowball stemmer in its Porter form: `dutch` up to Snowball 2, `dutch_porter` after.
 * Written from the description at https://snowballstem.org/algorithms/dutch/stemmer.html and held against the
 * reference implementation by test/language/snowball.test.ts.
 *
 * It works in place on the UTF-16 units of a word: with strings for the steps of each word it takes twice the time.
 */
import { unitsOf } from "./numbers.js";

const code = (letter: string): number => letter.charCodeAt(0);

/** By unit, as far as the letters in question go. */
const KNOWN = 0x100;
const VOWELS = new Uint8Array(KNOWN);
for (const unit of unitsOf("aeiouyè")) VOWELS[unit] = 1;
/** The letter without its mark. */
const FOLDED = Uint16Array.from({ length: KNOWN }, (_, unit) => unit);
for (const [marked, plain] of ["äa", "ëe", "ïi", "öo", "üu", "áa", "ée", "íi", "óo", "úu"]) {
  FOLDED[code(marked as string)] = code(plain as string);
}

const [E, E_GRAVE, I, Y, C, J] = [code("e"), code("è"), code("i"), code("y"), code("c"), code("j")];
/** An i or y that is a consonant. */
const [CONSONANT_I, CONSONANT_Y] = [code("I"), code("Y")];
const HEDEN = unitsOf("heden");
const ENE = unitsOf("ene");
const EN = unitsOf("en");
const SE = unitsOf("se");
const S = unitsOf("s");
const HEID = unitsOf("heid");
const GEM = unitsOf("gem");
const END = unitsOf("end");
const ING = unitsOf("ing");
const IG = unitsOf("ig");
const LIJK = unitsOf("lijk");
const BAAR = unitsOf("baar");
const BAR = unitsOf("bar");
const DOUBLE = [unitsOf("kk"), unitsOf("dd"), unitsOf("tt")];

const isVowel = (unit: number): boolean => unit < KNOWN && VOWELS[unit] === 1;

const NONE = new Uint16Array();

/** A word that is being stemmed. Lengths and regions count from its beginning. */
class Word {
  private units: Uint16Array = NONE;
  private from = 0;
  private length = 0;
  private r1 = 0;
  private r2 = 0;

  /** @returns the length of the stem, which stands where the word stood */
  stem(units: Uint16Array, from: number, to: number): number {
    this.units = units;
    this.from = from;
    this.length = to - from;
    this.fold();
    const marked = this.markConsonants();
    const first = this.regionAfter(0);
    this.r1 = first < this.length ? Math.max(first, 3) : this.length;
    this.r2 = this.regionAfter(first);

    this.step1();
    const eDeleted = this.deleteE();
    this.step3(eDeleted);
    this.step4();
    if (marked) this.unmark();
    // The text of a page may be long: it is not held on to.
    this.units = NONE;
    return this.length;
  }

  /** A unit counted from the end, 1 for the last one; 0 before the first. */
  private last(k: number): number {
    return k <= this.length ? (this.units[this.from + this.length - k] as number) : 0;
  }

  private vowelAt(i: number): boolean {
    return i < this.length && isVowel(this.units[this.from + i] as number);
  }

  private endsIn(ending: Uint16Array): boolean {
    const { length } = ending;
    if (length > this.length) return false;
    const begin = this.from + this.length - length;
    for (let k = length - 1; k >= 0; k--) if (this.units[begin + k] !== ending[k]) return false;
    return true;
  }

  private fold(): void {
    const { units, from, length } = this;
    for (let at = from; at < from + length; at++) {
      const unit = units[at] as number;
      if (unit >= 0x80 && unit < KNOWN) units[at] = FOLDED[unit] as number;
    }
  }

  /** Marks y at the start and after a vowel, and i between vowels, as consonants. @returns whether there was one */
  private markConsonants(): boolean {
    const { units, from, length } = this;
    let marked = false;
    if (length > 0 && units[from] === Y) {
      units[from] = CONSONANT_Y;
      marked = true;
    }
    for (let i = 1; i < length; i++) {
      const unit = units[from + i];
      if ((unit !== Y && unit !== I) || !this.vowelAt(i - 1)) continue;
      if (unit === I && !this.vowelAt(i + 1)) continue;
      units[from + i] = unit === I ? CONSONANT_I : CONSONANT_Y;
      marked = true;
    }
    return marked;
  }

  private unmark(): void {
    const { units, from, length } = this;
    for (let at = from; at < from + length; at++) {
      if (units[at] === CONSONANT_I) units[at] = I;
      else if (units[at] === CONSONANT_Y) units[at] = Y;
    }
  }

  /** Start of the region after the first non-vowel that follows a vowel, from `from` on. */
  private regionAfter(from: number): number {
    let i = from;
    while (i < this.length && !this.vowelAt(i)) i++;
    while (i < this.length && this.vowelAt(i)) i++;
    return Math.min(i + 1, this.length);
  }

  private undouble(): void {
    if (DOUBLE.some((letters) => this.endsIn(letters))) this.length--;
  }

  /** Deletes an ending on "en" that stands in R1 after a non-vowel, and not after "gem"; then undoubles. */
  private deleteEn(ending: number): void {
    const { length } = this;
    if (length - ending < this.r1 || length === ending || isVowel(this.last(ending + 1))) return;
    this.length = length - ending;
    if (this.endsIn(GEM)) this.length = length;
    else this.undouble();
  }

  /** @returns whether there was one to delete */
  private deleteE(): boolean {
    if (this.last(1) !== E || this.length - 1 < this.r1 || this.length < 2 || isVowel(this.last(2))) return false;
    this.length--;
    this.undouble();
    return true;
  }

  /** Deletes an ending that stands in R2. @returns whether it did */
  private deleteInR2(ending: number): boolean {
    if (this.length - ending < this.r2) return false;
    this.length -= ending;
    return true;
  }

  private step1(): void {
    if (this.endsIn(HEDEN)) {
      if (this.length - HEDEN.length < this.r1) return;
      this.units.set(HEID, this.from + this.length - HEDEN.length);
      this.length--;
    } else if (this.endsIn(ENE)) this.deleteEn(ENE.length);
    else if (this.endsIn(EN)) this.deleteEn(EN.length);
    else if (this.endsIn(SE)) this.deleteS(SE.length);
    else if (this.endsIn(S)) this.deleteS(S.length);
  }

  private deleteS(ending: number): void {
    const before = this.last(ending + 1);
    if (this.length - ending < this.r1 || before === 0 || isVowel(before) || before === J) return;
    this.length -= ending;
  }

  /** @param eDeleted whether step 2 deleted an e */
  private step3(eDeleted: boolean): void {
    if (this.endsIn(HEID) && this.last(5) !== C && this.deleteInR2(HEID.length) && this.endsIn(EN)) {
      this.deleteEn(EN.length);
    }
    if (this.endsIn(END) || this.endsIn(ING)) {
      if (this.deleteInR2(END.length) && !this.deleteIg()) this.undouble();
    } else if (this.endsIn(IG)) this.deleteIg();
    else if (this.endsIn(LIJK)) {
      if (this.deleteInR2(LIJK.length)) this.deleteE();
    } else if (this.endsIn(BAAR)) this.deleteInR2(BAAR.length);
    else if (eDeleted && this.endsIn(BAR)) this.deleteInR2(BAR.length);
  }

  private deleteIg(): boolean {
    return this.endsIn(IG) && this.last(3) !== E && this.deleteInR2(IG.length);
  }

  /** Undoubles a vowel between two letters that are no vowel; the one behind is no consonant i either. */
  private step4(): void {
    const { units, from, length } = this;
    if (length < 4) return;
    const vowel = this.last(2);
    if (vowel !== this.last(3) || vowel === I || vowel === Y || vowel === E_GRAVE || !isVowel(vowel)) return;
    if (isVowel(this.last(1)) || this.last(1) === CONSONANT_I || isVowel(this.last(4))) return;
    units[from + length - 2] = units[from + length - 1] as number;
    this.length--;
  }
}

const word = new Word();

/**
 * Stem of one word, in place.
 * @param units UTF-16 units; from..to is a word in lower case, and its stem from `from` on after
 * @returns the length of the stem, at most that of the word
 */
export const stemUnits = (units: Uint16Array, from: number, to: number): number => word.stem(units, from, to);

/** Units that are made a string at a time: an argument each. */
const CHUNK = 4096;
const scratch = new Uint16Array(64);

/**
 * Stem of one word.
 * @param word lower-case word; diacritics on a, e, i, o, u are taken off except è
 * @returns the stem; the empty string for the empty string
 */
export function stemDutch(word: string): string {
  const lower = word.toLowerCase();
  const { length } = lower;
  const units = length > scratch.length ? new Uint16Array(length) : scratch;
  for (let k = 0; k < length; k++) units[k] = lower.charCodeAt(k);
  const end = stemUnits(units, 0, length);
  // Most stems are the beginning of their word.
  let same = 0;
  while (same < end && units[same] === lower.charCodeAt(same)) same++;
  let stem = lower.slice(0, same);
  for (let k = same; k < end; k += CHUNK) stem += String.fromCharCode(...units.subarray(k, Math.min(end, k + CHUNK)));
  return stem;
}
