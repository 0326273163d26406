import type { SparseRows } from "../features/vectors.js";
import { descending, type JoinIndex, REST_STEPS, rarestFirst, sortedRows } from "./join-index.js";

/** Steps in which the norms of rows are kept, rounded up, and the bits that they take. */
export const NORM_STEPS = 255;
export const NORM_BITS = 8;
/** Steps in which the weights of postings are kept, rounded up: sums of products only ever come out too high. */
export const WEIGHT_STEPS = 0x7fff;
/** Numbers of a posting in `held`. */
export const POSTING = 2;

/** Terms of a first level: the most frequent ones; each next level ends this much further. */
const FIRST_LEVEL = 4;
const LEVEL_GROWTH = 1.5;
/** Rows are ordered by their norm in this many of the most frequent terms, in whole levels. */
const ORDER_TERMS = 500;

/**
 * Rows of L2 norm at most 1, ready to be joined with each other: those first that have most of their mass in frequent
 * terms, each row's terms rarest first, and the rows of each term in order. Terms of one row only are left out.
 * Terms stand on levels, the most frequent ones on level 0.
 */
export interface SelfIndex extends Pick<JoinIndex, "start" | "terms" | "weights"> {
  rows: number;
  /** For each row here its number in the source. */
  order: Int32Array;
  /** 1 for rows without any term, those that are left out counted: they are like nothing. */
  empty: Uint8Array;
  levelOf: Uint8Array;
  /** Norm of what row r holds on level l and those of more frequent terms, in {@link NORM_STEPS}: `norms[l * rows + r]`. */
  norms: Uint8Array;
  /** `reach[l * (NORM_STEPS + 1) + v]`: from this row on no norm on level l is above v. */
  reach: Int32Array;
  /**
   * The postings of term t are postings[t]..postings[t + 1]. Each is two numbers of `held`, side by side as they are read
   * together: the row; and in one the weight there in {@link WEIGHT_STEPS}, and in the lowest {@link NORM_BITS} bits the
   * norm of what the row holds from this term on in {@link NORM_STEPS}.
   */
  postings: Int32Array;
  held: Int32Array;
}

export function selfIndex(source: SparseRows): SelfIndex {
  const rows = source.start.length - 1;
  const { numbers, frequencies } = rarestFirst(source);
  const { levelOf, levels, orderLevel } = termLevels(frequencies.length);
  const { norms: unordered, keys } = levelNorms(source, numbers, levelOf, levels, orderLevel);
  const order = descending(keys);
  const empty = Uint8Array.from(order, (row) => (source.start[row + 1] === source.start[row] ? 1 : 0));
  const norms = new Uint8Array(levels * rows);
  const reach = new Int32Array(levels * (NORM_STEPS + 1));
  for (let level = 0; level < levels; level++) {
    const base = level * rows;
    for (let row = 0; row < rows; row++) norms[base + row] = unordered[base + (order[row] as number)] as number;
    let from = rows;
    for (let v = 0; v <= NORM_STEPS; v++) {
      while (from > 0 && (norms[base + from - 1] as number) <= v) from--;
      reach[level * (NORM_STEPS + 1) + v] = from;
    }
  }
  const sorted = sortedRows(source, numbers, frequencies, order);
  return { rows, order, empty, levelOf, norms, reach, ...sorted, ...rowsOfTerms(sorted, frequencies) };
}

const normSteps = (norm: number): number => Math.min(NORM_STEPS, Math.ceil(norm * NORM_STEPS + 1e-6));

function rowsOfTerms(
  { start, terms, weights }: Pick<SelfIndex, "start" | "terms" | "weights">,
  frequencies: Int32Array,
): Pick<SelfIndex, "postings" | "held"> {
  const postings = new Int32Array(frequencies.length + 1);
  for (const [t, count] of frequencies.entries()) postings[t + 1] = (postings[t] as number) + count;
  const next = postings.slice(0, frequencies.length);
  const held = new Int32Array(POSTING * terms.length);
  for (let row = 0; row + 1 < start.length; row++) {
    let square = 0;
    for (let p = (start[row + 1] as number) - 1; p >= (start[row] as number); p--) {
      const t = terms[p] as number;
      const weight = weights[p] as number;
      const at = next[t] as number;
      next[t] = at + 1;
      square += weight * weight;
      held[POSTING * at] = row;
      const steps = Math.min(WEIGHT_STEPS, Math.ceil(weight * WEIGHT_STEPS));
      held[POSTING * at + 1] = (steps << NORM_BITS) | normSteps(Math.sqrt(square));
    }
  }
  return { postings, held };
}

function termLevels(terms: number): { levelOf: Uint8Array; levels: number; orderLevel: number } {
  const levelOf = new Uint8Array(terms);
  let level = 0;
  let orderLevel = 0;
  for (let end = FIRST_LEVEL, rank = 0; rank < terms; level++, end = Math.ceil(end * LEVEL_GROWTH)) {
    // The terms are numbered rarest first.
    for (; rank < Math.min(end, terms); rank++) levelOf[terms - 1 - rank] = level;
    if (rank <= ORDER_TERMS) orderLevel = level;
  }
  return { levelOf, levels: Math.max(1, level), orderLevel };
}

/** Norms of the rows of the source by level, as in {@link SelfIndex}, and that of one level in {@link REST_STEPS}. */
function levelNorms(
  { start, terms, weights }: SparseRows,
  numbers: Int32Array,
  levelOf: Uint8Array,
  levels: number,
  orderLevel: number,
): { norms: Uint8Array; keys: Uint16Array } {
  const rows = start.length - 1;
  const norms = new Uint8Array(levels * rows);
  const keys = new Uint16Array(rows);
  const squares = new Float64Array(levels);
  for (let row = 0; row < rows; row++) {
    squares.fill(0);
    for (let p = start[row] as number; p < (start[row + 1] as number); p++) {
      const t = numbers[terms[p] as number] as number;
      if (t < 0) continue;
      const level = levelOf[t] as number;
      squares[level] = (squares[level] as number) + (weights[p] as number) ** 2;
    }
    let square = 0;
    for (let level = 0; level < levels; level++) {
      square += squares[level] as number;
      const norm = Math.sqrt(square);
      norms[level * rows + row] = normSteps(norm);
      if (level === orderLevel) keys[row] = Math.min(REST_STEPS, norm * REST_STEPS);
    }
  }
  return { norms, keys };
}
