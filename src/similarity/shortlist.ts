/**
 * The candidates that are most alike with a statement, without going through all of them with every signal: words in
 * common, alike in letters or near draw up a list, the meanings shorten it, and only what is left is scored in full.
 */
import { Ints } from "../language/numbers.js";
import { RowScorer, type StatementColumns } from "./row-scorer.js";

/** How many times as many candidates as are scored in full have their meanings compared. */
const LONGER = 3;
/** Steps of a rank in which the best are told from the rest. */
const STEPS = 4096;
/** Words that are less near than this, or gain less of what the best gains, and those that a larger share of the candidates have (and more than so many), draw up no list. */
const NEAR = 0.5;
const LETTERS = 0.2;
const COMMON = 0.1;
const COMMON_LEAST = 1000;

export interface Scored {
  /** The candidates that were scored, in order. */
  rows: Int32Array;
  /** Their scores. */
  scores: Float64Array;
}

export class Shortlist {
  readonly size: number;
  private readonly scorer: RowScorer;
  /** What decides on the list: of each row, and the step it stands on. */
  private readonly rank: Float64Array;
  private readonly step: Uint16Array;
  private readonly counts = new Int32Array(STEPS + 1);
  /** The list in hand, and the scores: used again for each query, or their garbage would fill as much as the columns. */
  private readonly rows = new Ints();
  private scores = new Float64Array(1024);
  /** Steps for each unit of rank. */
  private readonly scale: number;

  constructor(columns: StatementColumns) {
    this.size = columns.size;
    this.scorer = new RowScorer(columns);
    this.rank = new Float64Array(this.size);
    this.step = new Uint16Array(this.size);
    this.scale = STEPS / columns.weight;
  }

  /**
   * Scores as those of `Scorer`, of about as many candidates as asked. Those that share nothing with the statement but the
   * direction of its meaning are not among them.
   * @param query by its row
   * @returns what stands until the next call
   */
  best(query: number, among: number): Scored {
    const { scorer } = this;
    scorer.begin(query);
    this.list(among);
    const { size } = this.rows;
    const rows = this.rows.values.subarray(0, size);
    if (size > this.scores.length) this.scores = new Float64Array(2 * size);
    const scores = this.scores.subarray(0, size);
    for (let k = 0; k < size; k++) scores[k] = scorer.score(rows[k] as number);
    return { rows, scores };
  }

  private list(among: number): void {
    const { rows, rank, step } = this;
    const count = this.scorer.meaning ? LONGER * among : among;
    this.listLonger(count, NEAR, LETTERS, Math.max(COMMON_LEAST, COMMON * this.size));
    // Its rare words may stand in too few others.
    if (rows.size < among) this.listLonger(count, 0, 0, this.size);
    const { meaning } = this.scorer;
    if (!meaning) return;
    this.counts.fill(0);
    for (let k = 0; k < rows.size; k++) {
      const row = rows.values[k] as number;
      this.place(row, (rank[row] as number) + meaning.weight * meaning.rows.score(row));
    }
    const least = this.leastStep(among);
    let kept = 0;
    for (let k = 0; k < rows.size; k++) {
      const row = rows.values[k] as number;
      if ((step[row] as number) >= least) rows.values[kept++] = row;
    }
    rows.size = kept;
  }

  /** Lists so many rows by what the words of the query, but for those that say little, give them. */
  private listLonger(count: number, near: number, letters: number, common: number): void {
    const { size, step, rows } = this;
    const { ngrams, nearest, shared } = this.scorer;
    ngrams?.rows.gather(size, letters, common);
    nearest?.rows.gather(size, near, common);
    this.counts.fill(0);
    for (let row = 0; row < size; row++) {
      let sum = shared[row] as number;
      if (ngrams) sum += ngrams.weight * ngrams.rows.score(row);
      if (nearest) sum += nearest.weight * nearest.rows.score(row);
      this.place(row, sum);
    }
    const least = this.leastStep(count);
    rows.size = 0;
    for (let row = 0; row < size; row++) if ((step[row] as number) >= least) rows.push(row);
  }

  private place(row: number, rank: number): void {
    // On the lowest step are those that share nothing.
    const step = rank > 0 ? Math.min(STEPS, 1 + Math.floor(this.scale * rank)) : 0;
    this.rank[row] = rank;
    this.step[row] = step;
    if (step > 0) this.counts[step] = (this.counts[step] as number) + 1;
  }

  /** The step from which on about as many stand as asked; a few more where several stand on one. */
  private leastStep(count: number): number {
    let least = STEPS;
    let kept = this.counts[STEPS] as number;
    while (least > 1 && kept < count) kept += this.counts[--least] as number;
    return least;
  }
}
