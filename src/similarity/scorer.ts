import {
  meaningVector,
  type Sense,
  type Signal,
  SPARSE_SIGNALS,
  SPARSE_VECTORS,
  type SparseSignal,
  type SparseVector,
  Vocabulary,
  wordSenses,
} from "../features/index.js";
import type { Features } from "../model.js";
import { DenseRows } from "./dense.js";
import { NearestIndex } from "./nearest.js";
import { PackedRows } from "./packed.js";
import { Postings } from "./postings.js";
import { Sketches } from "./sketch.js";
import { DEFAULT_WEIGHTS, type SignalWeights, scoreOf } from "./weights.js";

interface SparsePart {
  signal: SparseSignal;
  weight: number;
  vocabulary: Vocabulary;
  postings: Postings;
}

/** A statement as the signals see it. */
interface Seen {
  /** One vector for each sparse signal. */
  sparse: SparseVector[];
  words: readonly Sense[];
  meaning: Float64Array | null;
}

/** Takes the scores of one statement that count. */
export interface ScoreTarget {
  /** The least score of a candidate that counts at this moment; never falls. */
  least(candidate: number): number;
  /** The same for the first candidates, as it stands before they are looked at; above 1 for one that never counts. */
  floors(size: number): Float64Array;
  /** Takes a score, rounded; it may be below what counts. */
  add(candidate: number, score: number): void;
}

/** From so many candidates on that are compared with each other, or with many others, meanings are sketched. */
const WORTH_SKETCHES = 3000;
const WORTH_SKETCHES_OTHERS = 300;
/** More than scores are rounded by. */
const SLACK = 1e-8;

/** Scores any statement against all statements of one side: the weighted mean of cosines, 0..1. */
export class Scorer {
  readonly size: number;
  private readonly sparse: SparsePart[];
  private readonly nearest: { weight: number; index: NearestIndex } | null;
  private readonly meaning: { weight: number; rows: DenseRows } | null;
  /** The candidates as the signals see them, where they are compared with each other. */
  private readonly seen: Seen[] | null;
  /** Of the meanings, where there are enough for it to pay. */
  private readonly sketches: Sketches | null;
  /** Of the meanings, where there are fewer and they are compared with each other. */
  private readonly packed: PackedRows | null;
  /** Of each candidate: what counts in a comparison with the statement in hand, and what it gains. */
  private readonly total: Float64Array;
  private readonly sums: Float64Array;

  /**
   * @param weights signals that are not named, or weigh 0, are not used
   * @param compared what they are to be compared with, if anything: see {@link compare}
   */
  constructor(
    candidates: readonly Features[],
    weights: SignalWeights = DEFAULT_WEIGHTS,
    compared: "each other" | "others" | null = null,
  ) {
    const each = compared === "each other";
    this.size = candidates.length;
    this.total = new Float64Array(this.size);
    this.sums = new Float64Array(this.size);
    const weightOf = (signal: Signal): number => weights[signal] ?? 0;
    const sparse = SPARSE_SIGNALS.filter((signal) => weightOf(signal) > 0).map((signal) => {
      const vocabulary = new Vocabulary();
      const vectors = candidates.map((features) => SPARSE_VECTORS[signal](features, vocabulary));
      return { signal, weight: weightOf(signal), vocabulary, vectors };
    });
    this.sparse = sparse.map(({ vectors, ...part }) => ({
      ...part,
      postings: Postings.of(vectors),
    }));
    const words = weightOf("nearest") > 0 ? candidates.map(wordSenses) : null;
    this.nearest = words && { weight: weightOf("nearest"), index: new NearestIndex(words) };
    const meanings = weightOf("meaning") > 0 ? candidates.map(meaningVector) : null;
    this.meaning = meanings && { weight: weightOf("meaning"), rows: new DenseRows(meanings) };
    this.seen = each
      ? candidates.map((_, i) => ({
          sparse: sparse.map(({ vectors }) => vectors[i] as SparseVector),
          words: words?.[i] ?? [],
          meaning: meanings?.[i] ?? null,
        }))
      : null;
    if (each) this.nearest?.index.prepare();
    const worth = each ? WORTH_SKETCHES : WORTH_SKETCHES_OTHERS;
    this.sketches = compared !== null && meanings && this.size >= worth ? new Sketches(meanings) : null;
    this.packed = each && meanings && !this.sketches ? new PackedRows(meanings) : null;
  }

  private see(features: Features): Seen {
    return {
      sparse: this.sparse.map(({ signal, vocabulary }) => SPARSE_VECTORS[signal](features, vocabulary)),
      words: this.nearest ? wordSenses(features) : [],
      meaning: this.meaning ? meaningVector(features) : null,
    };
  }

  /**
   * Scores of one statement against every candidate, in order, rounded to 9 decimals; 0 where nothing is shared. A
   * signal that sees nothing in either of two statements (no synonym, no known word) does not count for that pair.
   * @param size how many candidates there are scores of, from the first on
   */
  scores(query: Features, size = this.size): Float64Array {
    const seen = this.see(query);
    const out = new Float64Array(size);
    // What counts for a pair: all weights, less those of the signals that are empty on both sides.
    const total = new Float64Array(size);
    this.gather(seen, size, out, total);
    if (this.nearest) {
      const { weight, index } = this.nearest;
      const words = index.measure(seen.words, size);
      for (let i = 0; i < size; i++) {
        const score = index.score(i, words);
        if (Number.isNaN(score)) continue;
        total[i] = (total[i] as number) + weight;
        out[i] = (out[i] as number) + weight * score;
      }
    }
    if (this.meaning) {
      const { weight, rows } = this.meaning;
      const vector = seen.meaning;
      for (let i = 0; i < size; i++) {
        if (vector === null && rows.empty[i]) continue;
        total[i] = (total[i] as number) + weight;
        if (vector && !rows.empty[i]) out[i] = (out[i] as number) + weight * Math.max(0, rows.dot(i, vector));
      }
    }
    for (let i = 0; i < out.length; i++) out[i] = scoreOf(out[i] as number, total[i] as number);
    return out;
  }

  /** Adds what the sparse signals give each candidate, and what they weigh for it. */
  private gather({ sparse }: Seen, size: number, sums: Float64Array, total: Float64Array): void {
    for (const [k, { weight, postings }] of this.sparse.entries()) {
      const { empty } = postings;
      const vector = sparse[k] as SparseVector;
      const silent = vector.terms.length === 0;
      for (let i = 0; i < size; i++) if (!(silent && empty[i])) total[i] = (total[i] as number) + weight;
      postings.addScores(vector, weight, sums, size);
    }
  }

  /**
   * Hands a target the same scores, of one candidate or another statement against the first candidates, but for those
   * that cannot reach what counts: the likeness of two vectors is looked at only where the rest leaves it a chance.
   * @param query a statement, or the number of a candidate
   */
  compare(query: number | Features, target: ScoreTarget, size = this.size): void {
    const seen = typeof query === "number" ? (this.seen?.[query] as Seen) : this.see(query);
    const { total, sums, meaning } = this;
    const { sketches } = this;
    const packed = typeof query === "number" ? this.packed : null;
    const drawn = typeof query === "number" ? query : seen.meaning ? (sketches?.other(seen.meaning) ?? 0) : 0;
    total.fill(0, 0, size);
    sums.fill(0, 0, size);
    this.gather(seen, size, sums, total);
    const floors = target.floors(size);
    const index = this.nearest?.index ?? null;
    const words = index ? index.measure(seen.words, size) : 0;
    const { there, back, totals } = index ?? NOTHING;
    const weight = this.nearest?.weight ?? 0;
    const inverse = words > 0 ? 0.5 / words : 0;
    const rest = meaning ? meaning.weight : 0;
    if (typeof query === "number" && seen.meaning) packed?.begin(query, size);
    for (let i = 0; i < size; i++) {
      const floor = (floors[i] as number) - SLACK;
      if (floor > 1) continue;
      let sum = sums[i] as number;
      let whole = total[i] as number;
      const own = index ? (totals[i] as number) : 0;
      if (own > 0 || words > 0) whole += weight;
      const known = meaning !== null && seen.meaning !== null && !meaning.rows.empty[i];
      if (known || (meaning && (seen.meaning !== null || !meaning.rows.empty[i]))) whole += rest;
      // The most that its meaning can add.
      const open = known ? rest * Math.max(0, packed ? packed.most(i) : 1) : 0;
      if (own > 0 && words > 0) {
        // The geometric mean is at most the arithmetic one, which takes no root.
        const most = sum + weight * ((there[i] as number) * inverse + (0.5 * (back[i] as number)) / own);
        if (most + open < floor * whole) continue;
        sum += weight * (index as NearestIndex).score(i, words);
      }
      if (known) {
        const needed = (target.least(i) - SLACK) * whole;
        if (sum + open < needed) continue;
        if (sketches && sum + rest * Math.max(0, sketches.bound(i, drawn)) < needed) continue;
        sum += rest * Math.max(0, meaning.rows.dot(i, seen.meaning as Float64Array));
      }
      target.add(i, scoreOf(sum, whole));
    }
  }
}

const NONE = new Float64Array();
const NOTHING = { there: NONE, back: NONE, totals: NONE };
