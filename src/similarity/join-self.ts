/**
 * The exact join of statements with each other: every pair is looked at once, for both sides.
 *
 * Rows stand in order of the mass they have in frequent terms, and each is compared with those before it. Its terms are
 * taken rarest first. Let |x| be the norm of what is left of the row from a term on, and |y| that of another: the product
 * bounds all that the two can still gain (Cauchy–Schwarz). A pair is met for the first time only where that reaches the
 * least score. As rows with a large |y| come first, a term's postings are read up to the place from which no |y| is large
 * enough. What a pair has gained so far and can still gain then tells whether it can reach what counts for either side;
 * only such a pair is scored.
 *
 * The loops are a WebAssembly kernel (`assembly/join.ts`), which takes three quarters of the time that they took here.
 */
import type { JoinCost } from "./join.js";
import { KERNEL } from "./join-kernel.js";
import type { SelfIndex } from "./join-self-index.js";
import { roundScore } from "./weights.js";

/** Rows that are searched before progress is told. */
const BATCH = 1024;

/** Where pairs of rows go. */
export interface PairTarget {
  /** The least score of any pair, above 0. */
  readonly min: number;
  /** Takes a pair of rows of the index with its exact score, rounded, and raises what is the least for them in the index. */
  add(x: number, y: number, score: number): void;
}

/** What the kernel offers; arrays are byte offsets in its memory. */
interface Kernel {
  lay(rows: number, min: number, ...arrays: number[]): void;
  search(from: number, to: number): void;
  multiplyAdds: WebAssembly.Global;
  pairsMet: WebAssembly.Global;
  pairsScored: WebAssembly.Global;
}

let kernel: WebAssembly.Module | null | undefined;

/** The compiled kernel; null where that is not allowed, as on a page whose policy forbids it. */
export function selfJoinKernel(): WebAssembly.Module | null {
  if (kernel === undefined) {
    try {
      kernel = new WebAssembly.Module(Uint8Array.from(atob(KERNEL), (c) => c.charCodeAt(0)));
    } catch {
      kernel = null;
    }
  }
  return kernel;
}

/** Hands the target all pairs of distinct rows that reach what counts for one of the two (`least` in the index). */
export function selfJoin(
  module: WebAssembly.Module,
  { memory, rows, arrays }: SelfIndex,
  target: PairTarget,
  progress?: (done: number) => void,
): JoinCost {
  const add = (x: number, y: number, product: number): void => target.add(x, y, roundScore(product));
  const instance = new WebAssembly.Instance(module, { env: { memory }, join: { add } });
  const { lay, search, multiplyAdds, pairsMet, pairsScored } = instance.exports as unknown as Kernel;
  const { start, terms, weights, levelOf, norms, reach, postings, held } = arrays;
  const { least, sums, met, query, stopRow, stopTerm, stopNorms, stopStep } = arrays;
  const index = [start, terms, weights, levelOf, norms, reach, postings, held];
  const own = [least, sums, met, query, stopRow, stopTerm, stopNorms, stopStep];
  lay(rows, target.min, ...[...index, ...own].map(({ byteOffset }) => byteOffset));
  // From the first row on: a row's best are mostly near it, so they are found early, and what counts for it rises soon.
  for (let from = 0; from < rows; from += BATCH) {
    search(from, Math.min(rows, from + BATCH));
    progress?.(from / rows);
  }
  return { multiplyAdds: multiplyAdds.value, met: pairsMet.value, scored: pairsScored.value };
}
