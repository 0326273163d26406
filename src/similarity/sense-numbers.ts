import type { Sense } from "../features/index.js";
import { Floats, grown, Ints, Numbered, VectorNumbers } from "../language/numbers.js";
import { CALLED, CONCEPT, GROUP, type NamedWords } from "./near-words.js";

/** Numbers for the words of statements, in order of first use, and what is known of each word in columns. */
export class SenseNumbers {
  private readonly keys = new Numbered();
  private readonly nameNumbers = new Numbered();
  private readonly nameStart = new Ints();
  private readonly names = new Ints();
  private kinds = new Uint8Array(1024);
  private readonly vectorOf = new Ints();
  private readonly vectors = new VectorNumbers();
  private readonly ownWeights = new Floats();

  constructor() {
    this.nameStart.push(0);
  }

  get size(): number {
    return this.ownWeights.size;
  }

  /** By number, what a word weighs; with room at the end. */
  get weights(): Float64Array {
    return this.ownWeights.values;
  }

  number(sense: Sense): number {
    const n = this.keys.number(sense.key);
    if (n < this.size) return n;
    this.ownWeights.push(sense.weight);
    this.addName(sense.stem, CALLED);
    for (const stem of sense.declared) this.addName(stem, CALLED);
    // Colons: no stem has one.
    for (const group of sense.groups) this.addName(`:${group}`, GROUP);
    for (const concept of sense.concepts) this.addName(`::${concept}`, CONCEPT);
    this.nameStart.push(this.names.size);
    this.vectorOf.push(sense.vector ? this.vectors.number(sense.vector) : -1);
    return n;
  }

  private addName(name: string, kind: number): void {
    const x = this.nameNumbers.number(name);
    if (x >= this.kinds.length) this.kinds = grown(this.kinds);
    this.kinds[x] = kind;
    this.names.push(x);
  }

  /** What is known of the words so far. */
  get named(): NamedWords {
    const { kinds, vectors } = this;
    return {
      nameStart: this.nameStart.values,
      names: this.names.values,
      kinds,
      vectorOf: this.vectorOf.values,
      vectors: vectors.values,
      dimensions: vectors.dimensions,
    };
  }

  /** What is known of all words, what they weigh too, in columns of their own length; no word comes behind that. */
  done(): { named: NamedWords; weights: Float64Array } {
    const named = {
      nameStart: this.nameStart.done(),
      names: this.names.done(),
      kinds: this.kinds.slice(0, this.nameNumbers.words.length),
      vectorOf: this.vectorOf.done(),
      vectors: this.vectors.done(),
      dimensions: this.vectors.dimensions,
    };
    return { named, weights: this.ownWeights.done() };
  }
}
