/**
 * The exact join of statements with each other: every pair is looked at once, for both sides.
 *
 * Rows stand in order of the mass they have in frequent terms, and each is compared with those before it. Its terms are
 * taken rarest first. Let |x| be the norm of what is left of the row from a term on, and |y| that of another: the product
 * bounds all that the two can still gain (Cauchy–Schwarz). A pair is met for the first time only where that reaches the
 * least score. As rows with a large |y| come first, a term's postings are read up to the place from which no |y| is large
 * enough: a little further than pairs are met, as sums that are nearly whole tell more. What a pair has gained so far and
 * can still gain then tells whether it can reach what counts for either side; only such a pair is scored.
 */
import type { JoinCost } from "./join.js";
import { NORM_BITS, NORM_STEPS, POSTING, type SelfIndex, WEIGHT_STEPS } from "./join-self-index.js";
import { roundScore } from "./weights.js";

/** A product of 1 in the steps of the sums. */
const ONE = WEIGHT_STEPS * WEIGHT_STEPS;
/** More than scores are rounded by, and than norms and sums are wrong by. */
const SLACK = 1e-6;
/** Rows that were met are followed until this share of the least score is all that they can still gain. */
const FOLLOW = 0.9;

/** Where pairs of rows go. */
export interface PairTarget {
  /** The least score of any pair, above 0. */
  readonly min: number;
  /** For each row of the index the least score that counts for it now; never falls. */
  readonly least: Float64Array;
  /** Takes a pair of rows of the index with its exact score, rounded. */
  add(x: number, y: number, score: number): void;
}

/** Hands the target all pairs of distinct rows that reach what counts for one of the two. */
export function selfJoin(index: SelfIndex, target: PairTarget, progress?: (done: number) => void): JoinCost {
  const search = new PairSearch(index, target);
  // From the first row on: a row's best are mostly near it, so they are found early, and what counts for it rises soon.
  for (let x = 1; x < index.rows; x++) {
    search.search(x);
    if (progress && x % 1024 === 0) progress(x / index.rows);
  }
  return search.cost;
}

class PairSearch {
  readonly cost: JoinCost = { multiplyAdds: 0, met: 0, scored: 0 };
  private readonly index: SelfIndex;
  private readonly target: PairTarget;
  /** For each row met the sum of the products so far, rounded up; 0 where it was not met. */
  private readonly sums: Int32Array;
  private readonly met: Int32Array;
  /** The row in hand by term. */
  private readonly query: Float64Array;
  /**
   * Where reading stopped earlier than before: at which row and term, where the norms of that term's level stand, and
   * what one step of such a norm can still add to a sum.
   */
  private readonly stopRow: Int32Array;
  private readonly stopTerm: Int32Array;
  private readonly stopNorms: Int32Array;
  private readonly stopStep: Float64Array;
  private stops = 0;
  /** Of no meaning: what was read ahead is put here, so that the reading is not left out as useless. */
  ahead = 0;

  constructor(index: SelfIndex, target: PairTarget) {
    this.index = index;
    this.target = target;
    this.sums = new Int32Array(index.rows);
    this.met = new Int32Array(index.rows);
    this.query = new Float64Array(index.levelOf.length);
    let longest = 0;
    for (let row = 0; row < index.rows; row++) {
      longest = Math.max(longest, (index.start[row + 1] as number) - (index.start[row] as number));
    }
    this.stopRow = new Int32Array(longest);
    this.stopTerm = new Int32Array(longest);
    this.stopNorms = new Int32Array(longest);
    this.stopStep = new Float64Array(longest);
  }

  search(x: number): void {
    const { start, terms, weights } = this.index;
    const [from, to] = [start[x] as number, start[x + 1] as number];
    const count = this.scan(x, from, to);
    this.cost.met += count;
    if (count === 0) return;
    for (let q = from; q < to; q++) this.query[terms[q] as number] = weights[q] as number;
    this.finish(x, count);
    for (let q = from; q < to; q++) this.query[terms[q] as number] = 0;
  }

  /** Adds up products with the rows before x, as far as they can matter. @returns how many rows were met */
  private scan(x: number, from: number, to: number): number {
    const { terms, weights, levelOf, reach, postings, held } = this.index;
    const { sums, met, cost } = this;
    const least = this.target.min - SLACK;
    let square = 0;
    // Lists begin all over the memory, which is slow to answer but answers many at once: the beginnings are asked for here.
    let ahead = 0;
    for (let q = from; q < to; q++) {
      square += (weights[q] as number) ** 2;
      ahead |= held[POSTING * (postings[terms[q] as number] as number)] as number;
    }
    this.ahead = ahead;
    let count = 0;
    let limit = x;
    this.stops = 0;
    for (let q = from; q < to; q++) {
      const term = terms[q] as number;
      const rest = Math.sqrt(Math.max(0, square)) + 1e-7;
      // With a norm up to these a pair can gain too little to be met, or to be followed.
      const unmet = Math.ceil((least / rest) * NORM_STEPS) - 1;
      const left = Math.ceil(((FOLLOW * least) / rest) * NORM_STEPS) - 1;
      const place = (levelOf[term] as number) * (NORM_STEPS + 1) + Math.max(0, left);
      const reached = left >= NORM_STEPS ? 0 : left < 0 ? limit : (reach[place] as number);
      if (reached < limit) {
        limit = reached;
        this.stopRow[this.stops] = limit;
        this.stopTerm[this.stops] = term;
        this.stopNorms[this.stops] = (levelOf[term] as number) * this.index.rows;
        this.stopStep[this.stops++] = rest * (ONE / NORM_STEPS);
        if (limit === 0) break;
      }
      const exact = weights[q] as number;
      square -= exact * exact;
      const weight = Math.ceil(exact * WEIGHT_STEPS) | 0;
      const begin = POSTING * (postings[term] as number);
      const end = POSTING * (postings[term + 1] as number);
      let p = begin;
      for (; p < end; p += POSTING) {
        const y = held[p] as number;
        if (y >= limit) break;
        const sum = sums[y] as number;
        const holds = held[p + 1] as number;
        if (sum === 0) {
          if ((holds & NORM_STEPS) <= unmet) continue;
          met[count++] = y;
        }
        sums[y] = (sum + Math.imul(weight, holds >> NORM_BITS)) | 0;
      }
      cost.multiplyAdds += (p - begin) / POSTING;
    }
    return count;
  }

  /** Scores the rows that can still reach what counts, and forgets all. */
  private finish(x: number, count: number): void {
    const { norms } = this.index;
    const { sums, met, stops, stopRow, stopTerm, stopNorms, stopStep, target } = this;
    const { least } = target;
    const lowest = (target.min - SLACK) * ONE;
    let own = (least[x] as number) - SLACK;
    for (let i = 0; i < count; i++) {
      const y = met[i] as number;
      const sum = sums[y] as number;
      sums[y] = 0;
      let stop = 0;
      while (stop < stops && (stopRow[stop] as number) > y) stop++;
      // All terms of a row before the last stop were read.
      const bound =
        stop === stops ? sum : sum + (stopStep[stop] as number) * (norms[(stopNorms[stop] as number) + y] as number);
      if (bound < lowest) continue;
      const needed = Math.min(own, (least[y] as number) - SLACK) * ONE;
      if (bound < needed || (stop < stops && sum + ONE * this.tail(y, stopTerm[stop] as number) < needed)) continue;
      this.score(x, y);
      own = (least[x] as number) - SLACK;
    }
  }

  /** Products of a row from a term on, to the most frequent one. */
  private tail(row: number, from: number): number {
    const { start, terms, weights } = this.index;
    const { query, cost } = this;
    const first = start[row] as number;
    const last = (start[row + 1] as number) - 1;
    let sum = 0;
    let p = last;
    for (; p >= first; p--) {
      const term = terms[p] as number;
      if (term < from) break;
      sum += (query[term] as number) * (weights[p] as number);
    }
    cost.multiplyAdds += last - p;
    return sum;
  }

  private score(x: number, y: number): void {
    const { start, terms, weights } = this.index;
    const { query, cost } = this;
    const [from, to] = [start[y] as number, start[y + 1] as number];
    let product = 0;
    for (let p = from; p < to; p++) product += (query[terms[p] as number] as number) * (weights[p] as number);
    cost.scored++;
    cost.multiplyAdds += to - from;
    this.target.add(x, y, roundScore(product));
  }
}
