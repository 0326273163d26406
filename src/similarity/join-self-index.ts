import type { RankedRows } from "../features/vectors.js";
import { descending, REST_STEPS, sharedEntries } from "./join-index.js";
import { kernelMemory } from "./kernel-memory.js";

/** Steps in which the norms of rows are kept, rounded up, and the bits that they take. These stand in assembly/join.ts too. */
const NORM_STEPS = 255;
const NORM_BITS = 8;
/** Steps in which the weights of postings are kept, rounded up: sums of products only ever come out too high. */
const WEIGHT_STEPS = 0x7fff;
/** Numbers of a posting in `held`. */
const POSTING = 2;

/** Terms of a first level: the most frequent ones; each next level ends this much further. */
const FIRST_LEVEL = 4;
const LEVEL_GROWTH = 1.5;
/** Rows are ordered by their norm in this many of the most frequent terms, in whole levels. */
const ORDER_TERMS = 500;

/**
 * Rows of L2 norm at most 1, ready to be joined with each other by the kernel in whose memory they stand: those first
 * that have most of their mass in frequent terms, each row's terms rarest first, and the rows of each term in order. Terms
 * of one row only are left out: they count in a norm, and in no product. Terms stand on levels, the most frequent ones on
 * level 0.
 */
export interface SelfIndex {
  memory: WebAssembly.Memory;
  rows: number;
  /** For each row here its number in the source. */
  order: Int32Array;
  /** 1 for rows without any term, those that are left out counted: they are like nothing. */
  empty: Uint8Array;
  arrays: {
    /** Row r holds the entries start[r]..start[r + 1] of `terms` and `weights`; terms are numbered rarest first. */
    start: Int32Array;
    terms: Int32Array;
    weights: Float64Array;
    levelOf: Uint8Array;
    /** Norm of what row r holds on level l and those of more frequent terms, in {@link NORM_STEPS}: `norms[l * rows + r]`. */
    norms: Uint8Array;
    /** `reach[l * (NORM_STEPS + 1) + v]`: from this row on no norm on level l is above v. */
    reach: Int32Array;
    /**
     * The postings of term t are postings[t]..postings[t + 1]. Each is two numbers of `held`, side by side as they are
     * read together: the row; and in one the weight there in {@link WEIGHT_STEPS}, and in the lowest {@link NORM_BITS}
     * bits the norm of what the row holds from this term on in {@link NORM_STEPS}.
     */
    postings: Int32Array;
    held: Int32Array;
    /** What the search works with: for each row the least score that counts for it, and more that is the kernel's own. */
    least: Float64Array;
    sums: Int32Array;
    met: Int32Array;
    query: Float64Array;
    stopRow: Int32Array;
    stopTerm: Int32Array;
    stopNorms: Int32Array;
    stopStep: Float64Array;
  };
}

/** @returns null where there is not the memory for it */
export function selfIndex(source: RankedRows): SelfIndex | null {
  const rows = source.start.length - 1;
  const vocabulary = source.frequencies.length;
  const levels = levelEnds(vocabulary);
  const entries = sharedEntries(source);
  let longest = 0;
  for (let row = 0; row < rows; row++) {
    longest = Math.max(longest, (source.start[row + 1] as number) - (source.start[row] as number));
  }
  const made = kernelMemory({
    start: [Int32Array, rows + 1],
    terms: [Int32Array, entries],
    weights: [Float64Array, entries],
    levelOf: [Uint8Array, vocabulary],
    norms: [Uint8Array, levels.length * rows],
    reach: [Int32Array, levels.length * (NORM_STEPS + 1)],
    postings: [Int32Array, vocabulary + 1],
    held: [Int32Array, POSTING * entries],
    least: [Float64Array, rows],
    sums: [Int32Array, rows],
    met: [Int32Array, rows],
    query: [Float64Array, vocabulary],
    stopRow: [Int32Array, longest],
    stopTerm: [Int32Array, longest],
    stopNorms: [Int32Array, longest],
    stopStep: [Float64Array, longest],
  });
  if (!made) return null;
  const order = descending(frequentMass(source, levels));
  const empty = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const old = order[row] as number;
    if (source.start[old + 1] === source.start[old]) empty[row] = 1;
  }
  const index = { ...made, rows, order, empty };
  fill(index, source, levels);
  return index;
}

/** Where the levels end, in terms from the most frequent one on; at least one level. */
function levelEnds(vocabulary: number): number[] {
  const ends = [Math.min(FIRST_LEVEL, vocabulary)];
  for (let end = FIRST_LEVEL; end < vocabulary; ) {
    end = Math.ceil(end * LEVEL_GROWTH);
    ends.push(Math.min(end, vocabulary));
  }
  return ends;
}

/** For each row of the source its norm in the most frequent terms, in {@link REST_STEPS}. */
function frequentMass({ start, terms, weights, frequencies }: RankedRows, levels: readonly number[]): Uint16Array {
  const vocabulary = frequencies.length;
  const first = vocabulary - (levels.findLast((end) => end <= ORDER_TERMS) ?? 0);
  const mass = new Uint16Array(start.length - 1);
  for (let row = 0; row < mass.length; row++) {
    let square = 0;
    for (let p = (start[row + 1] as number) - 1; p >= (start[row] as number); p--) {
      const t = terms[p] as number;
      if (t >= vocabulary) continue;
      if (t < first) break;
      square += (weights[p] as number) ** 2;
    }
    mass[row] = Math.min(REST_STEPS, Math.sqrt(square) * REST_STEPS);
  }
  return mass;
}

const normSteps = (norm: number): number => Math.min(NORM_STEPS, Math.ceil(norm * NORM_STEPS + 1e-6));

/** Fills the arrays of the index but for those of the search. */
function fill({ rows, order, arrays }: SelfIndex, source: RankedRows, levels: readonly number[]): void {
  const { start, terms, weights, levelOf, norms, reach, postings, held } = arrays;
  const { frequencies } = source;
  const vocabulary = frequencies.length;
  for (let t = 0; t < vocabulary; t++) postings[t + 1] = (postings[t] as number) + (frequencies[t] as number);
  for (const [level, end] of levels.entries()) {
    levelOf.fill(level, vocabulary - end, vocabulary - (level > 0 ? (levels[level - 1] as number) : 0));
  }
  const next = postings.slice(0, vocabulary);
  for (let row = 0, from = 0; row < rows; row++) {
    const old = order[row] as number;
    let end = from;
    for (let p = source.start[old] as number; p < (source.start[old + 1] as number); p++) {
      const t = source.terms[p] as number;
      if (t >= vocabulary) break;
      terms[end] = t;
      weights[end++] = source.weights[p] as number;
    }
    start[row + 1] = end;
    // From the most frequent term to the rarest: the norm from each of them on is at hand.
    let square = 0;
    let steps = 0;
    let level = 0;
    for (let p = end - 1; p >= from; p--) {
      const t = terms[p] as number;
      for (; level < (levelOf[t] as number); level++) norms[level * rows + row] = steps;
      const weight = weights[p] as number;
      square += weight * weight;
      steps = normSteps(Math.sqrt(square));
      const at = next[t] as number;
      next[t] = at + 1;
      held[POSTING * at] = row;
      held[POSTING * at + 1] = (Math.min(WEIGHT_STEPS, Math.ceil(weight * WEIGHT_STEPS)) << NORM_BITS) | steps;
    }
    for (; level < levels.length; level++) norms[level * rows + row] = steps;
    from = end;
  }
  for (let level = 0; level < levels.length; level++) {
    const base = level * rows;
    for (let v = 0, from = rows; v <= NORM_STEPS; v++) {
      while (from > 0 && (norms[base + from - 1] as number) <= v) from--;
      reach[level * (NORM_STEPS + 1) + v] = from;
    }
  }
}
