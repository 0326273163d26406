import { MIN_COSINE, namedLikeness, type Sense, vectorLikeness } from "../features/index.js";
import { DenseRows } from "./dense.js";
import { PackedRows } from "./packed.js";

/** Words of the candidates that are near a word, and how near. */
export interface Neighbours {
  words: Int32Array;
  values: Float64Array;
}

/** Vectors near a vector, and how near. */
interface NearVectors {
  vectors: number[];
  values: number[];
}

const NO_VECTORS: NearVectors = { vectors: [], values: [] };
/** Neighbours that are kept, of all words together; more are found anew. */
const MAX_KEPT = 4_000_000;

/** The words of many statements, each with a number, and which of them are near any word: by name or by their vectors. */
export class NearWords {
  /** By number. */
  readonly senses: Sense[] = [];
  private readonly numbers = new Map<string, number>();
  /** Words by stem, group and concept: only those can be near by name. */
  private readonly byName = new Map<string, number[]>();
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
      for (const name of names(sense)) {
        const known = this.byName.get(name);
        if (known) known.push(n);
        else this.byName.set(name, [n]);
      }
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
    const near = this.wordsOfVector.map((): NearVectors => ({ vectors: [], values: [] }));
    const { list, dense, packed } = this.indexed();
    packed.eachWithEarlier(MIN_COSINE, (v, earlier) => {
      const vector = list[v] as Float64Array;
      const own = near[v] as NearVectors;
      for (const u of earlier) {
        const value = vectorLikeness(dense.dot(u, vector));
        if (value === 0) continue;
        own.vectors.push(u);
        own.values.push(value);
        if (u === v) continue;
        const other = near[u] as NearVectors;
        other.vectors.push(v);
        other.values.push(value);
      }
    });
    for (const sense of this.senses) {
      const v = sense.vector ? this.vectorNumbers.get(sense.vector) : undefined;
      this.cache.set(sense.key, this.merged(sense, v === undefined ? NO_VECTORS : (near[v] as NearVectors)));
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
    const found = this.merged(sense, { vectors, values });
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
  private merged(sense: Sense, near: NearVectors): Neighbours {
    const { likeness, met } = this;
    let size = 0;
    for (const name of names(sense)) {
      for (const n of this.byName.get(name) ?? []) {
        // A word is met by each name the two share.
        if (likeness[n] !== 0) continue;
        likeness[n] = namedLikeness(sense, this.senses[n] as Sense)?.value ?? 0;
        met[size++] = n;
      }
    }
    for (let i = 0; i < near.vectors.length; i++) {
      const value = near.values[i] as number;
      for (const n of this.wordsOfVector[near.vectors[i] as number] as number[]) {
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

const names = ({ stem, declared, groups, concepts }: Sense): string[] => [
  stem,
  ...declared,
  ...groups.map((group) => `:${group}`),
  ...concepts.map((concept) => `::${concept}`),
];
