/**
 * Scores of a statement with those of many candidates that are most alike, without going through all of them with every
 * signal: terms in common draw up a list, the meanings shorten it, and only what is left is scored in full.
 */
import {
  meaningVector,
  SPARSE_SIGNALS,
  SPARSE_VECTORS,
  type SparseSignal,
  type SparseVector,
  Vocabulary,
  wordSenses,
} from "../features/index.js";
import type { Features } from "../model.js";
import { DenseRows } from "./dense.js";
import { MadeRows } from "./made-rows.js";
import { Postings } from "./postings.js";
import { type SignalWeights, scoreOf } from "./scorer.js";
import { WordRows } from "./word-rows.js";

/** How many times as many candidates as are scored in full have their meanings compared. */
const LONGER = 8;
/**
 * What stands for nearest words while the list is drawn up, as shares of their weight: the same stems, and synonyms and
 * concepts unless those count more by themselves. Vectors have no index.
 */
const STEMS_FOR_WORDS = 1 / 2;
const CONCEPTS_FOR_WORDS = 1 / 4;
/** Stems that a larger share of the candidates have draw up no list. */
const COMMON = 0.1;

interface SparsePart {
  signal: SparseSignal;
  /** In a score, and beside that while the list is drawn up. */
  weight: number;
  beside: number;
  vocabulary: Vocabulary;
  postings: Postings;
}

export class Shortlist {
  readonly size: number;
  private readonly sparse: readonly SparsePart[];
  private readonly words: { weight: number; rows: WordRows } | null;
  private readonly meaning: { weight: number; rows: DenseRows } | null;
  /** Of the query in hand: what the sparse signals give each candidate, and what decides on the list. */
  private readonly sums: Float64Array;
  private readonly rank: Float64Array;
  private readonly out: Float64Array;
  private scored = new Int32Array();
  private readonly everyRow: Int32Array<ArrayBuffer>;
  /** What the sparse signals weigh in a score, and all that a candidate can gain while the list is drawn up. */
  private readonly whole: number;
  private readonly most: number;

  /** @param weights signals that are not named, or weigh 0, are not used */
  constructor(candidates: readonly Features[], weights: SignalWeights) {
    this.size = candidates.length;
    this.sums = new Float64Array(this.size);
    this.rank = new Float64Array(this.size);
    this.out = new Float64Array(this.size);
    this.everyRow = Int32Array.from({ length: this.size }, (_, row) => row);
    const features = (row: number): Features => candidates[row] as Features;
    const { nearest = 0, meaning = 0 } = weights;
    const beside: Record<SparseSignal, number> = {
      stems: STEMS_FOR_WORDS * nearest,
      ngrams: 0,
      concepts: Math.max(0, CONCEPTS_FOR_WORDS * nearest - (weights.concepts ?? 0)),
    };
    this.sparse = SPARSE_SIGNALS.filter((signal) => (weights[signal] ?? 0) + beside[signal] > 0).map((signal) => {
      const vocabulary = new Vocabulary();
      const postings = new Postings(
        new MadeRows(this.size, (row) => SPARSE_VECTORS[signal](features(row), vocabulary)),
      );
      return { signal, weight: weights[signal] ?? 0, beside: beside[signal], vocabulary, postings };
    });
    this.whole = this.sparse.reduce((sum, { weight }) => sum + weight, 0);
    this.most = this.sparse.reduce((sum, part) => sum + part.weight + part.beside, 0);
    this.words =
      nearest > 0 ? { weight: nearest, rows: new WordRows(this.size, (row) => wordSenses(features(row))) } : null;
    this.meaning =
      meaning > 0
        ? { weight: meaning, rows: new DenseRows(new MadeRows(this.size, (row) => meaningVector(features(row)))) }
        : null;
  }

  /**
   * Scores as those of `Scorer`, of about as many candidates as asked; 0 for the others.
   * @returns a score for each candidate, valid until the next query
   */
  scores(query: Features, among: number): Float64Array {
    const vectors = this.sparse.map(({ signal, vocabulary }) => SPARSE_VECTORS[signal](query, vocabulary));
    // A signal that sees nothing in either of two statements does not count for the pair.
    const silent = this.sparse.filter((_, k) => vectors[k]?.terms.length === 0);
    const { sums, rank, out } = this;
    sums.fill(0);
    rank.fill(0);
    for (const [k, { weight, beside, postings }] of this.sparse.entries()) {
      const vector = vectors[k] as SparseVector;
      if (weight > 0) postings.addScores(vector, weight, sums);
      if (beside > 0) postings.addScores(vector, beside, rank, this.size, COMMON * this.size);
    }
    for (let i = 0; i < rank.length; i++) rank[i] = (rank[i] as number) + (sums[i] as number);
    const vector = this.meaning ? meaningVector(query) : null;
    const longer = bestOf(rank, this.everyRow, LONGER * among, this.most);
    const listed = this.shorter(longer, silent, vector, among);
    for (const i of this.scored) out[i] = 0;
    this.scored = listed;
    const senses = this.words ? wordSenses(query) : [];
    this.words?.rows.begin(senses);
    for (const i of listed) {
      let sum = sums[i] as number;
      let total = this.whole;
      for (const { weight, postings } of silent) if (postings.empty[i]) total -= weight;
      if (this.words) {
        const score = this.words.rows.score(i);
        if (!Number.isNaN(score)) {
          total += this.words.weight;
          sum += this.words.weight * score;
        }
      }
      if (this.meaning && (vector || !this.meaning.rows.empty[i])) {
        total += this.meaning.weight;
        sum += this.meaningOf(i, vector);
      }
      out[i] = scoreOf(sum, total);
    }
    return out;
  }

  private meaningOf(i: number, vector: Float64Array | null): number {
    if (!this.meaning || !vector || this.meaning.rows.empty[i]) return 0;
    return this.meaning.weight * Math.max(0, this.meaning.rows.dot(i, vector));
  }

  /** The candidates of a list that are most alike with their meanings beside, by what counts for each. */
  private shorter(
    listed: Int32Array<ArrayBuffer>,
    silent: readonly SparsePart[],
    vector: Float64Array | null,
    among: number,
  ): Int32Array<ArrayBuffer> {
    const { rank } = this;
    for (let k = 0; k < listed.length; k++) {
      const i = listed[k] as number;
      let total = this.most;
      for (const { weight, beside, postings } of silent) if (postings.empty[i]) total -= weight + beside;
      if (this.meaning && (vector || !this.meaning.rows.empty[i])) total += this.meaning.weight;
      rank[i] = ((rank[i] as number) + this.meaningOf(i, vector)) / total;
    }
    return bestOf(rank, listed, among, 1);
  }
}

/** Steps of a sum in which the best are told from the rest. */
const STEPS = 4096;

/**
 * The rows with the highest sums above 0, about as many as asked, in order; a few more where several stand on one step.
 * @param most no sum is higher, but for rounding
 */
function bestOf(
  sums: Float64Array,
  rows: Int32Array<ArrayBuffer>,
  count: number,
  most: number,
): Int32Array<ArrayBuffer> {
  const scale = STEPS / most;
  const counts = new Int32Array(STEPS + 1);
  for (let k = 0; k < rows.length; k++) {
    const step = stepOf(sums[rows[k] as number] as number, scale);
    counts[step] = (counts[step] as number) + 1;
  }
  let least = STEPS;
  let kept = counts[STEPS] as number;
  while (least > 0 && kept < count) kept += counts[--least] as number;
  const out = new Int32Array(kept);
  let size = 0;
  for (let k = 0; k < rows.length; k++) {
    const sum = sums[rows[k] as number] as number;
    if (sum > 0 && stepOf(sum, scale) >= least) out[size++] = rows[k] as number;
  }
  return out.subarray(0, size);
}

const stepOf = (sum: number, scale: number): number => Math.min(STEPS, Math.floor(scale * sum));
