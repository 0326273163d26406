/**
 * The exact join: for every statement its k most similar others, from the products that can reach the result only.
 *
 * A row's terms are taken rarest first. Let |x| be the norm of what is left of the query from a term on, and |y| that of
 * a row: their product bounds all that the two can still gain (Cauchy–Schwarz), and falls from term to term. So a row
 * is met for the first time only where |x||y| reaches the threshold, and one that was met is followed until |x||y| is
 * below a share of the threshold; only where its sum then reaches what is missing, the rest of its terms is looked at.
 * The threshold of a query rises with its k-th best, so the rows that look best halfway are scored at once. (The bounds
 * are those of Anastasiu and Karypis, L2AP, 2014.)
 */
import { ENTRY, type JoinIndex, REST_STEPS } from "./join-index.js";
import { roundScore } from "./weights.js";

/** Rows are followed until this share of the threshold is all that they can still gain. */
const FOLLOW = 0.7;
/** Share of a query's mass after which its best rows so far are scored. */
const HALFWAY = 0.5;
/** Sums are kept as float32: what a sum of a row's products may be wrong by, and more than scores are rounded by. */
const SLACK = 1e-5;
/** The sum of a row that needs no more looking at: no product brings it above 0 again. */
const DONE = -2;

/** What a join cost, the same on every machine. */
export interface JoinCost {
  /** Multiply-adds in postings and products. */
  multiplyAdds: number;
  /** Rows met, and those that were scored exactly. */
  met: number;
  scored: number;
}

/** What a search looks for, and where it puts what it finds. */
export interface Target {
  /** How many rows a search is for, about: as many are scored halfway. */
  readonly wanted: number;
  /** The least score that counts at this moment; never falls. */
  least(): number;
  /** Takes a row with its exact score, rounded; it may be a little below what counts. */
  add(row: number, score: number): void;
}

/** Finds, for one row after another, the other rows that are alike enough. */
export class RowSearch {
  readonly cost: JoinCost = { multiplyAdds: 0, met: 0, scored: 0 };
  private readonly index: JoinIndex;
  /** For each row the sum of the products so far; 0 where it was not met. */
  private readonly sums: Float32Array;
  private readonly met: Int32Array;
  private count = 0;
  /** The query by term: its weights, and the rest from which a row's postings were followed. */
  private readonly query: Float64Array;
  private readonly followed: Float64Array;

  constructor(index: JoinIndex) {
    this.index = index;
    this.sums = new Float32Array(index.rows);
    this.met = new Int32Array(index.rows);
    this.query = new Float64Array(index.vocabulary);
    this.followed = new Float64Array(index.vocabulary);
  }

  /** Hands the target every other row whose product with this one reaches what counts, in no order. */
  search(row: number, target: Target): void {
    const { start, terms, weights } = this.index;
    const { query, followed, sums } = this;
    const [from, to] = [start[row] as number, start[row + 1] as number];
    for (let q = from; q < to; q++) {
      const term = terms[q] as number;
      query[term] = weights[q] as number;
      followed[term] = Number.POSITIVE_INFINITY;
    }
    this.count = 0;
    sums[row] = DONE;
    this.scan(from, to, target);
    this.finish(target);
    sums[row] = 0;
    for (let q = from; q < to; q++) query[terms[q] as number] = 0;
  }

  /** Meets and follows rows along the postings of the query's terms. */
  private scan(from: number, to: number, target: Target): void {
    const { terms, weights, postings, held, heldWeights } = this.index;
    const { sums, met, followed, cost } = this;
    let square = 0;
    for (let q = from; q < to; q++) square += (weights[q] as number) ** 2;
    const halfway = square * (1 - HALFWAY);
    let scored = false;
    let threshold = target.least() - SLACK;
    for (let q = from; q < to; q++) {
      if (!scored && square < halfway) {
        scored = true;
        if (this.count >= target.wanted) {
          this.scoreBest(target);
          threshold = target.least() - SLACK;
        }
      }
      const rest = Math.sqrt(Math.max(0, square)) + 1e-7;
      const weight = weights[q] as number;
      square -= weight * weight;
      const meet = (threshold / rest) * REST_STEPS;
      const follow = meet * FOLLOW;
      if (follow > REST_STEPS) break;
      const term = terms[q] as number;
      followed[term] = follow;
      const begin = ENTRY * (postings[term] as number);
      const end = ENTRY * (postings[term + 1] as number);
      let count = this.count;
      let p = begin;
      for (; p < end && (held[p + 2] as number) >= meet; p += ENTRY) {
        const other = held[p] as number;
        const sum = sums[other] as number;
        if (sum === 0) met[count++] = other;
        sums[other] = sum + weight * (heldWeights[p + 1] as number);
      }
      this.count = count;
      for (; p < end && (held[p + 2] as number) >= follow; p += ENTRY) {
        const other = held[p] as number;
        const sum = sums[other] as number;
        if (sum !== 0) sums[other] = sum + weight * (heldWeights[p + 1] as number);
      }
      cost.multiplyAdds += (p - begin) / ENTRY;
    }
    cost.met += this.count;
  }

  /** Scores the rows with the largest sums so far, so that the threshold rises. */
  private scoreBest(target: Target): void {
    const { sums, met } = this;
    const { wanted } = target;
    const best = new Int32Array(wanted);
    let n = 0;
    for (let i = 0; i < this.count; i++) {
      const other = met[i] as number;
      const sum = sums[other] as number;
      if (n === wanted && sum <= (sums[best[n - 1] as number] as number)) continue;
      let at = n < wanted ? n++ : n - 1;
      for (; at > 0 && (sums[best[at - 1] as number] as number) < sum; at--) best[at] = best[at - 1] as number;
      best[at] = other;
    }
    for (let i = 0; i < n; i++) {
      this.score(best[i] as number, target);
      sums[best[i] as number] = DONE;
    }
  }

  /** Scores the rows that can still reach what counts, and forgets all. */
  private finish(target: Target): void {
    const { sums, met } = this;
    let threshold = target.least() - SLACK;
    const reach = threshold * (1 - FOLLOW);
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      const other = met[i] as number;
      const sum = sums[other] as number;
      if (sum < 0 || sum < reach) sums[other] = 0;
      // What has reached it already comes first: it raises the threshold for the others.
      else if (sum >= threshold) this.score(other, target);
      else met[kept++] = other;
    }
    for (let i = 0; i < kept; i++) {
      const other = met[i] as number;
      threshold = target.least() - SLACK;
      const sum = sums[other] as number;
      if (sum >= threshold * (1 - FOLLOW) && sum + this.tail(other) >= threshold) this.score(other, target);
      sums[other] = 0;
    }
  }

  /** Products of the frequent terms of a row along which it was not followed. */
  private tail(row: number): number {
    const { start, terms, weights, rest } = this.index;
    const { query, followed, cost } = this;
    const first = start[row] as number;
    const last = (start[row + 1] as number) - 1;
    let sum = 0;
    let p = last;
    for (; p >= first; p--) {
      const term = terms[p] as number;
      const weight = query[term] as number;
      if (weight === 0) continue;
      if ((rest[p] as number) >= (followed[term] as number)) break;
      sum += weight * (weights[p] as number);
    }
    cost.multiplyAdds += last - p;
    return sum;
  }

  private score(row: number, target: Target): void {
    const { start, terms, weights } = this.index;
    const { query, cost } = this;
    const [from, to] = [start[row] as number, start[row + 1] as number];
    let product = 0;
    for (let p = from; p < to; p++) product += (query[terms[p] as number] as number) * (weights[p] as number);
    this.sums[row] = 0;
    cost.scored++;
    cost.multiplyAdds += to - from;
    target.add(row, roundScore(product));
  }
}
