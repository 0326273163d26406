import { meaning, meaningVector, wordMeaning } from "../features/index.js";
import { COMMON } from "../language/meaning.js";
import type { Features } from "../model.js";
import type { Bags } from "./bags.js";
import { dot } from "./dense.js";
import type { Rows } from "./rows.js";

/**
 * Cosines of meanings (`meaningVector`) by words: the vector of a word is held against the query when a row first asks for
 * it, and a row adds up its words. A hundredth of the memory of a vector for each row, quick where the query is held
 * against some of very many.
 */
export class MeaningRows {
  private readonly bags: Bags;
  /** By word: what it adds to a meaning. */
  private readonly vectors: (Float64Array | null)[] = [];
  private readonly weights: Float64Array;
  /** By row, as in `Meaning`; 0 for a row without. */
  private readonly scale: Float64Array;
  private readonly shift: Float64Array;
  private query: Float64Array | null = null;
  /** What all statements have in common of the query. */
  private common = 0;
  /** For each word: the last query that it was held against (-1: never, it adds nothing), and what came of it. */
  private readonly heldIn: Int32Array;
  private readonly gains: Float64Array;
  private queries = 0;

  constructor(rows: Rows<Features>, bags: Bags) {
    this.bags = bags;
    this.weights = new Float64Array(bags.vocabulary);
    for (let word = 0; word < bags.vocabulary; word++) {
      const own = wordMeaning(bags.nameOf(word));
      this.vectors.push(own && own.weight > 0 ? own.vector : null);
      this.weights[word] = own?.weight ?? 0;
    }
    this.scale = new Float64Array(bags.size);
    this.shift = new Float64Array(bags.size);
    let row = 0;
    for (const features of rows) {
      const own = meaning(features);
      this.scale[row] = own?.scale ?? 0;
      this.shift[row++] = own?.shift ?? 0;
    }
    this.heldIn = Int32Array.from(this.vectors, (vector) => (vector ? 0 : -1));
    this.gains = new Float64Array(bags.vocabulary);
  }

  /** Takes the statement that the rows are held against from now on. */
  begin(query: Features): void {
    this.query = meaningVector(query);
    this.common = this.query ? dot(COMMON, this.query) : 0;
    this.queries++;
  }

  /** Whether the query or a row has a meaning. */
  counts(row: number): boolean {
    return this.query !== null || this.scale[row] !== 0;
  }

  /** The cosine of a row with the query, those below 0 as 0; 0 where one of the two has no meaning. */
  score(row: number): number {
    const { bags, scale, shift, heldIn, gains, queries } = this;
    const own = scale[row] as number;
    if (this.query === null || own === 0) return 0;
    const { start, words, counts } = bags;
    const to = start[row + 1] as number;
    let sum = 0;
    for (let at = start[row] as number; at < to; at++) {
      const word = words[at] as number;
      const held = heldIn[word] as number;
      if (held < 0) continue;
      if (held !== queries) this.hold(word, this.query);
      sum += (counts[at] as number) * (gains[word] as number);
    }
    return Math.max(0, own * sum - (shift[row] as number) * this.common);
  }

  private hold(word: number, query: Float64Array): void {
    this.heldIn[word] = this.queries;
    this.gains[word] = (this.weights[word] as number) * dot(this.vectors[word] as Float64Array, query);
  }
}
