import { DECLARED, MIN_COSINE, SAME_CONCEPT, SYNONYM, vectorLikeness } from "../features/nearness.js";
import { grown, inverted, placesOf } from "../language/numbers.js";
import { dotAt } from "./dense.js";
import { PackedRows } from "./packed.js";

/** What a word can be near by: its stem and what its document declares to mean the same, groups of synonyms, concepts. */
export const [CALLED, GROUP, CONCEPT] = [0, 1, 2];

/** Words by their names and vectors, in columns, which may have room at their end. */
export interface NamedWords {
  /** Word n has the names `names[nameStart[n]..nameStart[n + 1])`: its stem first, then the others it is called, groups, concepts. */
  nameStart: Int32Array;
  names: Int32Array;
  /** By name: {@link CALLED}, {@link GROUP} or {@link CONCEPT}. */
  kinds: Uint8Array;
  /** By word: the number of its vector, -1 for none. */
  vectorOf: Int32Array;
  /** Vector v, of length 1, is `vectors[v * dimensions..(v + 1) * dimensions)`. */
  vectors: Float64Array;
  dimensions: number;
}

/** Which words can be found, and by what. */
export interface NearIndex {
  /** How many can be found, from the first on; those behind are of queries only. */
  known: number;
  /** Name x is that of the words `words[wordStart[x]..wordStart[x + 1])`. */
  wordStart: Int32Array;
  words: Int32Array;
  /** Vector v is that of the words `wordsOf[vectorStart[v]..vectorStart[v + 1])`. */
  vectorStart: Int32Array;
  wordsOf: Int32Array;
  /** Those vectors as {@link PackedRows} has them. */
  packed: Float64Array;
}

/** Words of the candidates that are near a word, and how near: those from one place of two columns to another. */
export interface Neighbours {
  words: ArrayLike<number>;
  values: ArrayLike<number>;
  from: number;
  to: number;
}

const NONE: Neighbours = { words: [], values: [], from: 0, to: 0 };
/** Neighbours that are kept, of all words together; more are found anew. */
const MAX_KEPT = 1_000_000;
/** With so many words there is room for all of those from the start: what is asked for and not used costs nothing, growing takes copies. */
const MANY = 5000;

/** The index of the first so many words. */
export function nearIndex(
  { nameStart, names, kinds, vectorOf, vectors, dimensions }: NamedWords,
  known: number,
): NearIndex {
  const [wordStart, words] = inverted(nameStart.subarray(0, known + 1), names, kinds.length);
  const having: number[] = [];
  for (let n = 0; n < known; n++) if (vectorOf[n] !== -1) having.push(n);
  const own = Int32Array.from(having, (n) => vectorOf[n] as number);
  const count = own.reduce((most, v) => Math.max(most, v + 1), 0);
  const [vectorStart, places] = placesOf(own, count);
  const { packed } = new PackedRows(rowsOf(vectors, dimensions, count));
  return { known, wordStart, words, vectorStart, wordsOf: places.map((i) => having[i] as number), packed };
}

const rowsOf = (vectors: Float64Array, dimensions: number, count: number): Float64Array[] =>
  Array.from({ length: count }, (_, v) => vectors.subarray(v * dimensions, (v + 1) * dimensions));

/** Which words are near any word: by name or by their vectors. */
export class NearWords {
  private named: NamedWords;
  private readonly index: NearIndex;
  private readonly rows: Float64Array[];
  private readonly packed: PackedRows;
  /** What was found: the neighbours of word n are those from `foundFrom[n]` (-1: not yet found) to `foundTo[n]`. */
  private foundFrom: Int32Array;
  private foundTo: Int32Array;
  private words: Int32Array;
  private values: Float64Array;
  private kept = 0;
  /** What was found by {@link prepare}, and stays. */
  private prepared = 0;
  /** While the neighbours of a word are gathered: how near each word is (0 between), and the words met. */
  private readonly likeness: Float64Array;
  private readonly met: Int32Array;

  constructor(named: NamedWords, index: NearIndex) {
    this.named = named;
    this.index = index;
    this.rows = rowsOf(named.vectors, named.dimensions, index.vectorStart.length - 1);
    this.packed = new PackedRows(this.rows, index.packed);
    const room = index.known > MANY ? MAX_KEPT + index.known : 1 << 12;
    this.words = new Int32Array(room);
    this.values = new Float64Array(room);
    this.foundFrom = new Int32Array(index.known).fill(-1);
    this.foundTo = new Int32Array(index.known);
    this.likeness = new Float64Array(index.known);
    this.met = new Int32Array(index.known);
  }

  /** Takes the columns of the same words again, where words of queries have come behind them. */
  extend(named: NamedWords): void {
    this.named = named;
  }

  /** Finds the neighbours of all words that can be found at once: the vectors of two words are held together once. */
  prepare(): void {
    const { rows, index } = this;
    const { dimensions, vectors, vectorOf } = this.named;
    const pairs = new Pairs();
    this.packed.eachWithEarlier(MIN_COSINE, (v, earlier) => {
      const vector = rows[v] as Float64Array;
      for (let i = 0; i < earlier.length; i++) {
        const u = earlier[i] as number;
        const value = vectorLikeness(dotAt(vectors, u * dimensions, vector, dimensions));
        if (value !== 0) pairs.add(v, u, value);
      }
    });
    const { starts, others, values } = pairs.byRow(rows.length);
    for (let n = 0; n < index.known; n++) {
      const v = vectorOf[n] as number;
      const near = v === -1 ? NONE : { words: others, values, from: starts[v] as number, to: starts[v + 1] as number };
      this.keep(n, near);
    }
    this.prepared = this.kept;
  }

  /** The words near a word, itself among them where it can be found. They stand until the next call. */
  of(n: number): Neighbours {
    const length = this.foundFrom.length;
    if (n >= length) {
      this.foundFrom = grown(this.foundFrom, 2 * (n + 1)).fill(-1, length);
      this.foundTo = grown(this.foundTo, 2 * (n + 1));
    }
    if (this.foundFrom[n] === -1) {
      if (this.kept - this.prepared > MAX_KEPT) this.forget();
      this.keep(n, this.nearByVector(this.named.vectorOf[n] as number));
    }
    const { words, values } = this;
    return { words, values, from: this.foundFrom[n] as number, to: this.foundTo[n] as number };
  }

  private forget(): void {
    const { foundFrom, prepared } = this;
    for (let n = 0; n < foundFrom.length; n++) if ((foundFrom[n] as number) >= prepared) foundFrom[n] = -1;
    this.kept = prepared;
  }

  /** The vectors near one, by their numbers. */
  private nearByVector(v: number): Neighbours {
    if (v === -1) return NONE;
    const { dimensions, vectors } = this.named;
    const vector = this.rows[v] ?? vectors.subarray(v * dimensions, (v + 1) * dimensions);
    const near = this.packed.candidates(vector, MIN_COSINE, 0, this.rows.length);
    const values = near.map((u) => vectorLikeness(dotAt(vectors, u * dimensions, vector, dimensions)));
    return { words: near, values, from: 0, to: near.length };
  }

  /** Keeps the words near one: by name, and those that have a vector near its own; each with the higher of the two. */
  private keep(n: number, near: Neighbours): void {
    const { likeness, met } = this;
    const { vectorStart, wordsOf } = this.index;
    let size = this.namesakes(n);
    for (let i = near.from; i < near.to; i++) {
      const value = near.values[i] as number;
      const v = near.words[i] as number;
      for (let at = vectorStart[v] as number; at < (vectorStart[v + 1] as number); at++) {
        const other = wordsOf[at] as number;
        const known = likeness[other] as number;
        if (known === 0) met[size++] = other;
        if (value > known) likeness[other] = value;
      }
    }
    const to = this.kept + size;
    if (to > this.words.length) {
      this.words = grown(this.words, to + (to >> 2));
      this.values = grown(this.values, to + (to >> 2));
    }
    this.foundFrom[n] = this.kept;
    this.foundTo[n] = to;
    for (let i = 0; i < size; i++) {
      const other = met[i] as number;
      this.words[this.kept] = other;
      this.values[this.kept++] = likeness[other] as number;
      likeness[other] = 0;
    }
  }

  /** Meets the words that have a name in common with one. @returns how many were met */
  private namesakes(n: number): number {
    const { likeness, met } = this;
    const { nameStart, names, kinds } = this.named;
    const { wordStart, words } = this.index;
    const first = nameStart[n] as number;
    let size = 0;
    for (let at = first; at < (nameStart[n + 1] as number); at++) {
      const name = names[at] as number;
      if (name >= wordStart.length - 1) continue;
      const kind = kinds[name] as number;
      for (let w = wordStart[name] as number; w < (wordStart[name + 1] as number); w++) {
        const other = words[w] as number;
        if (likeness[other] !== 0) continue;
        const value =
          kind === CALLED
            ? calledLikeness(at === first, names[nameStart[other] as number] === name)
            : kind === GROUP
              ? SYNONYM
              : SAME_CONCEPT;
        if (value === 0) continue;
        likeness[other] = value;
        met[size++] = other;
      }
    }
    return size;
  }
}

/** How near two words are by what both are called: of each, whether that is its stem or another name that its document declares. */
function calledLikeness(stem: boolean, otherStem: boolean): number {
  if (stem && otherStem) return 1;
  // Two words that are only declared to mean the same third are not called the same.
  return stem || otherStem ? DECLARED : 0;
}

/** Pairs of numbers with a value, in columns. */
class Pairs {
  private size = 0;
  private firsts = new Int32Array(1 << 14);
  private seconds = new Int32Array(1 << 14);
  private values = new Float64Array(1 << 14);

  add(first: number, second: number, value: number): void {
    if (this.size === this.firsts.length) {
      this.firsts = grown(this.firsts);
      this.seconds = grown(this.seconds);
      this.values = grown(this.values);
    }
    this.firsts[this.size] = first;
    this.seconds[this.size] = second;
    this.values[this.size++] = value;
  }

  /** For each number the others it is paired with, and the values, one number after another: number i has those from `starts[i]` on. */
  byRow(rows: number): { starts: Int32Array; others: Int32Array; values: Float64Array } {
    const { size, firsts, seconds } = this;
    const starts = new Int32Array(rows + 1);
    for (let p = 0; p < size; p++) {
      const [a, b] = [firsts[p] as number, seconds[p] as number];
      starts[a + 1] = (starts[a + 1] as number) + 1;
      if (a !== b) starts[b + 1] = (starts[b + 1] as number) + 1;
    }
    for (let row = 0; row < rows; row++) starts[row + 1] = (starts[row + 1] as number) + (starts[row] as number);
    const next = starts.slice(0, rows);
    const others = new Int32Array(starts[rows] as number);
    const values = new Float64Array(others.length);
    const put = (row: number, other: number, value: number): void => {
      const at = next[row] as number;
      others[at] = other;
      values[at] = value;
      next[row] = at + 1;
    };
    for (let p = 0; p < size; p++) {
      const [a, b, value] = [firsts[p] as number, seconds[p] as number, this.values[p] as number];
      put(a, b, value);
      if (a !== b) put(b, a, value);
    }
    return { starts, others, values };
  }
}
