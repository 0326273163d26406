import { inverted } from "../language/numbers.js";

/**
 * Statements as the words they are about, in columns. Likeness by letters and by meaning are sums over words, so what a
 * query has in common with each word is found once, and a statement adds up what its words have: a tenth of the memory of
 * a vector for each.
 */
export interface Bags {
  /** How many rows are candidates, from the first on; those behind are queries only. */
  size: number;
  /** How many different words the candidates have; words of queries only have higher numbers. */
  vocabulary: number;
  /** Row i holds `words[start[i]..start[i + 1])`, each once, and how often it counts. */
  start: Int32Array;
  words: Int32Array;
  counts: Uint8Array | Int32Array;
  /** And the other way round: word n stands in the candidates `rows[rowStart[n]..rowStart[n + 1])`, in order. */
  rowStart: Int32Array;
  rows: Int32Array;
  /** How often it counts in each. */
  rowCounts: Uint8Array | Int32Array;
}

/** The candidates by word. */
export function bags(own: Pick<Bags, "size" | "vocabulary" | "start" | "words" | "counts">): Bags {
  const { size, vocabulary, words, counts } = own;
  const [rowStart, rows] = inverted(own.start.subarray(0, size + 1), words, vocabulary);
  const rowCounts = counts.slice(0, rows.length);
  const next = rowStart.slice();
  for (let at = 0; at < rows.length; at++) {
    const word = words[at] as number;
    rowCounts[next[word] as number] = counts[at] as number;
    next[word] = (next[word] as number) + 1;
  }
  return { ...own, rowStart, rows, rowCounts };
}
