import type { Bags } from "./bags.js";
import { dotAt } from "./dense.js";

/** What words add to the meaning of a statement. */
export interface WordMeanings {
  /** By word: the number of its vector, -1 where it has none or says nothing, and what it weighs. */
  vectorOf: Int32Array;
  weights: Float64Array;
  /** Vector v is `vectors[v * dimensions..(v + 1) * dimensions)`. */
  vectors: Float64Array;
  dimensions: number;
}

export interface MeaningColumns extends WordMeanings {
  /** By row, as in `Meaning`; 0 for a row without. */
  scale: Float64Array;
  shift: Float64Array;
  /** What the meanings of all statements have in common. */
  common: Float64Array;
}

/** Adds up the vectors of a row's words by weight. */
export function sumMeanings({ start, words, counts }: Bags, own: WordMeanings, row: number, sum: Float64Array): void {
  const { vectorOf, weights, vectors, dimensions } = own;
  sum.fill(0);
  for (let at = start[row] as number; at < (start[row + 1] as number); at++) {
    const word = words[at] as number;
    const v = vectorOf[word] as number;
    if (v === -1) continue;
    const weight = (weights[word] as number) * (counts[at] as number);
    const first = v * dimensions;
    for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] as number) + weight * (vectors[first + d] as number);
  }
}

/**
 * Cosines of meanings (`meaningVector`) by words: the vector of a word is held against the query when a row first asks for
 * it, and a row adds up its words. A hundredth of the memory of a vector for each row, quick where the query is held
 * against some of very many.
 */
export class MeaningRows {
  private readonly bags: Bags;
  private readonly columns: MeaningColumns;
  /** The meaning of the query, and whether it has one. */
  private readonly query: Float64Array;
  private known = false;
  /** What all statements have in common of the query. */
  private common = 0;
  /** For each word: the last query that it was held against (-1: never, it adds nothing), and what came of it. */
  private readonly heldIn: Int32Array;
  private readonly gains: Float64Array;
  private queries = 0;

  constructor(bags: Bags, columns: MeaningColumns) {
    this.bags = bags;
    this.columns = columns;
    this.query = new Float64Array(columns.dimensions);
    this.heldIn = Int32Array.from(columns.vectorOf.subarray(0, bags.vocabulary), (v) => (v === -1 ? -1 : 0));
    this.gains = new Float64Array(bags.vocabulary);
  }

  /** Takes the statement that the rows are held against from now on, by its row. */
  begin(row: number): void {
    const { query, columns } = this;
    const { common, dimensions } = columns;
    const scale = columns.scale[row] as number;
    const shift = columns.shift[row] as number;
    this.queries++;
    this.known = scale !== 0;
    if (!this.known) return;
    sumMeanings(this.bags, columns, row, query);
    for (let d = 0; d < dimensions; d++) query[d] = scale * (query[d] as number) - shift * (common[d] as number);
    this.common = dotAt(common, 0, query, dimensions);
  }

  /** Whether the query or a row has a meaning. */
  counts(row: number): boolean {
    return this.known || this.columns.scale[row] !== 0;
  }

  /** The cosine of a row with the query, those below 0 as 0; 0 where one of the two has no meaning. */
  score(row: number): number {
    const { bags, heldIn, gains, queries } = this;
    const { scale, shift } = this.columns;
    const own = scale[row] as number;
    if (!this.known || own === 0) return 0;
    const { start, words, counts } = bags;
    const to = start[row + 1] as number;
    let sum = 0;
    for (let at = start[row] as number; at < to; at++) {
      const word = words[at] as number;
      const held = heldIn[word] as number;
      if (held < 0) continue;
      if (held !== queries) this.hold(word);
      sum += (counts[at] as number) * (gains[word] as number);
    }
    return Math.max(0, own * sum - (shift[row] as number) * this.common);
  }

  private hold(word: number): void {
    const { vectorOf, vectors, weights, dimensions } = this.columns;
    this.heldIn[word] = this.queries;
    const first = (vectorOf[word] as number) * dimensions;
    this.gains[word] = (weights[word] as number) * dotAt(vectors, first, this.query, dimensions);
  }
}
