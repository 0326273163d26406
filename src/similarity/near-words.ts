import { MIN_COSINE, namedLikeness, SAME_CONCEPT, type Sense, SYNONYM, vectorLikeness } from "../features/index.js";
import { grown } from "../language/numbers.js";
import { DenseRows } from "./dense.js";
import { PackedRows } from "./packed.js";

/** Words of the candidates that are near a word, and how near. */
export interface Neighbours {
  words: Int32Array;
  values: Float64Array;
}

/** Vectors near a vector, and how near: those from one place of two columns to another. */
interface NearVectors {
  vectors: ArrayLike<number>;
  values: ArrayLike<number>;
  from: number;
  to: number;
}

/** The words that a word can be near by name, itself among them where it has a number. */
interface Namesakes {
  /** By its stem and what its document declares to mean the same. */
  called: readonly (readonly number[])[];
  groups: readonly (readonly number[])[];
  concepts: readonly (readonly number[])[];
}

const NO_VECTORS: NearVectors = { vectors: [], values: [], from: 0, to: 0 };
const NONE: readonly number[] = [];
/** Neighbours that are kept, of all words together; more are found anew. */
const MAX_KEPT = 4_000_000;

/** The words of many statements, each with a number, and which of them are near any word: by name or by their vectors. */
export class NearWords {
  /** By number. */
  readonly senses: Sense[] = [];
  private readonly numbers = new Map<string, number>();
  /** Words by stem, group and concept: only those can be near by name. */
  private readonly byName = new Map<string, number[]>();
  private readonly namesakes: Namesakes[] = [];
  /** The vectors of the words, each once, and the words that have each. */
  private readonly vectorNumbers = new Map<Float64Array, number>();
  private readonly wordsOfVector: number[][] = [];
  private index: { list: Float64Array[]; dense: DenseRows; packed: PackedRows } | null = null;
  private readonly cache = new Map<string, Neighbours>();
  private kept = 0;
  /** While the neighbours of a word are gathered: how near each word is (0 between), and the words met. */
  private likeness = new Float64Array();
  private met = new Int32Array();

  /** The number of a word; new words take the next one. No more are taken once neighbours were asked for. */
  number(sense: Sense): number {
    let n = this.numbers.get(sense.key);
    if (n === undefined) {
      if (this.index) throw new Error("a new word behind an index that was made");
      n = this.senses.length;
      this.numbers.set(sense.key, n);
      this.senses.push(sense);
      const taken = n;
      const listOf = (name: string): readonly number[] => {
        let list = this.byName.get(name);
        if (!list) {
          list = [];
          this.byName.set(name, list);
        }
        list.push(taken);
        return list;
      };
      this.namesakes.push(namesakesOf(sense, listOf));
      if (sense.vector) {
        const v = this.vectorNumbers.get(sense.vector);
        if (v === undefined) {
          this.vectorNumbers.set(sense.vector, this.wordsOfVector.length);
          this.wordsOfVector.push([n]);
        } else (this.wordsOfVector[v] as number[]).push(n);
      }
    }
    return n;
  }

  /** Finds the neighbours of all words of the candidates at once: the vectors of two words are held together once. */
  prepare(): void {
    const { list, dense, packed } = this.indexed();
    const pairs = new Pairs();
    packed.eachWithEarlier(MIN_COSINE, (v, earlier) => {
      const vector = list[v] as Float64Array;
      for (let i = 0; i < earlier.length; i++) {
        const u = earlier[i] as number;
        const value = vectorLikeness(dense.dot(u, vector));
        if (value !== 0) pairs.add(v, u, value);
      }
    });
    const { starts, others, values } = pairs.byRow(list.length);
    for (const [n, sense] of this.senses.entries()) {
      const v = sense.vector ? this.vectorNumbers.get(sense.vector) : undefined;
      const from = v === undefined ? 0 : (starts[v] as number);
      const to = v === undefined ? 0 : (starts[v + 1] as number);
      this.cache.set(sense.key, this.merged(sense, { vectors: others, values, from, to }, n));
    }
  }

  /** The words near any word, itself among them where it has a number. */
  of(sense: Sense): Neighbours {
    const known = this.cache.get(sense.key);
    if (known) return known;
    const { vector } = sense;
    const { dense, packed } = this.indexed();
    const vectors = vector ? packed.candidates(vector, MIN_COSINE, 0, dense.size) : [];
    const values = vectors.map((v) => vectorLikeness(dense.dot(v, vector as Float64Array)));
    const near = vectors.length === 0 ? NO_VECTORS : { vectors, values, from: 0, to: vectors.length };
    const found = this.merged(sense, near, this.numbers.get(sense.key) ?? -1);
    this.kept += found.words.length;
    if (this.kept > MAX_KEPT) {
      this.cache.clear();
      this.kept = found.words.length;
    }
    this.cache.set(sense.key, found);
    return found;
  }

  private indexed(): NonNullable<typeof this.index> {
    if (this.index) return this.index;
    const list = [...this.vectorNumbers.keys()];
    this.likeness = new Float64Array(this.senses.length);
    this.met = new Int32Array(this.senses.length);
    this.index = { list, dense: new DenseRows(list), packed: new PackedRows(list) };
    return this.index;
  }

  /** The words near one: by name, and those that have a vector near its own; each with the higher of the two. */
  private merged(sense: Sense, near: NearVectors, number: number): Neighbours {
    const { likeness, met, wordsOfVector } = this;
    const { called, groups, concepts } =
      this.namesakes[number] ?? namesakesOf(sense, (name) => this.byName.get(name) ?? NONE);
    let size = 0;
    for (const list of called) {
      for (let i = 0; i < list.length; i++) {
        const n = list[i] as number;
        if (likeness[n] !== 0) continue;
        likeness[n] = namedLikeness(sense, this.senses[n] as Sense)?.value ?? 0;
        if (likeness[n] !== 0) met[size++] = n;
      }
    }
    for (const [lists, value] of [
      [groups, SYNONYM],
      [concepts, SAME_CONCEPT],
    ] as const) {
      for (const list of lists) {
        for (let i = 0; i < list.length; i++) {
          const n = list[i] as number;
          if (likeness[n] !== 0) continue;
          likeness[n] = value;
          met[size++] = n;
        }
      }
    }
    for (let i = near.from; i < near.to; i++) {
      const value = near.values[i] as number;
      const own = wordsOfVector[near.vectors[i] as number] as number[];
      for (let k = 0; k < own.length; k++) {
        const n = own[k] as number;
        const known = likeness[n] as number;
        if (known === 0) met[size++] = n;
        if (value > known) likeness[n] = value;
      }
    }
    const words = met.slice(0, size);
    const values = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      const n = words[i] as number;
      values[i] = likeness[n] as number;
      likeness[n] = 0;
    }
    return { words, values };
  }
}

/** @param listOf the words that have a name */
const namesakesOf = (
  { stem, declared, groups, concepts }: Sense,
  listOf: (name: string) => readonly number[],
): Namesakes => ({
  called: [stem, ...declared].map(listOf),
  groups: groups.map((group) => listOf(`:${group}`)),
  concepts: concepts.map((concept) => listOf(`::${concept}`)),
});

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
