import { countedWords } from "../features/index.js";
import { Ints, inverted, Numbered } from "../language/numbers.js";
import type { Features } from "../model.js";
import type { Rows } from "./rows.js";

/**
 * Statements as the words they are about, in columns. Likeness by letters and by meaning are sums over words, so what a
 * query has in common with each word is found once, and a statement adds up what its words have: a tenth of the memory of
 * a vector for each.
 */
export class Bags {
  readonly size: number;
  /** Row i holds `words[start[i]..start[i + 1])`, each once, and how often it counts. */
  readonly start: Int32Array;
  readonly words: Int32Array;
  readonly counts: Int32Array;
  /** And the other way round: word n stands in the rows `rows[rowStart[n]..rowStart[n + 1])`, in order. */
  readonly rowStart: Int32Array;
  readonly rows: Int32Array;
  /** How often it counts in each. */
  readonly rowCounts: Int32Array;
  /** How many different words the rows hold; those of queries have higher numbers. */
  readonly vocabulary: number;
  private readonly names = new Numbered();

  constructor(rows: Rows<Features>) {
    this.size = rows.length;
    this.start = new Int32Array(this.size + 1);
    const words = new Ints();
    const counts = new Ints();
    let row = 0;
    for (const features of rows) {
      for (const [word, count] of countedWords(features)) {
        words.push(this.number(word));
        counts.push(count);
      }
      this.start[++row] = words.size;
    }
    this.words = words.done();
    this.counts = counts.done();
    this.vocabulary = this.names.words.length;
    [this.rowStart, this.rows] = inverted(this.start, this.words, this.vocabulary);
    this.rowCounts = new Int32Array(this.rows.length);
    const next = this.rowStart.slice();
    for (let at = 0; at < this.words.length; at++) {
      const word = this.words[at] as number;
      this.rowCounts[next[word] as number] = this.counts[at] as number;
      next[word] = (next[word] as number) + 1;
    }
  }

  number(word: string): number {
    return this.names.number(word);
  }

  nameOf(word: number): string {
    return this.names.words[word] as string;
  }
}
