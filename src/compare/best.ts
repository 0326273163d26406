/** The best counterparts of rows in each dossier, and the pairs that count, in columns: of 200 dossiers there are millions. */
import { grown } from "../language/numbers.js";
import type { ScoreTarget } from "../similarity/index.js";
import type { Edge } from "./assignment.js";
import type { Place, StatementRows } from "./rows.js";

/** Never reached by a score. */
const NEVER = 2;

/** For each row the best statement of each dossier. */
export class BestTable implements ScoreTarget {
  /** Whether a row is held against the others in a turn of its own. */
  private readonly turn: (row: number) => boolean;
  private readonly rows: StatementRows;
  private readonly size: number;
  private readonly threshold: number;
  /** By dossier and row: the statement of that dossier, -1 for none, and its score. */
  private readonly index: Int32Array;
  private readonly score: Float64Array;
  /** The dossier of a row that stands in one only; -1 for others. */
  private readonly only: Int32Array;
  private readonly floor: Float64Array;
  /** How many rows, from the first on, each has to be held against: those behind are of its own dossier alone. */
  private readonly reaches: Int32Array;
  /** The row in hand. */
  private row = 0;
  readonly pairs: PairList;

  constructor(rows: StatementRows, dossiers: number, threshold: number, turn: (row: number) => boolean = () => true) {
    this.rows = rows;
    this.turn = turn;
    this.threshold = threshold;
    this.size = rows.places.length;
    this.index = new Int32Array(this.size * dossiers).fill(-1);
    this.score = new Float64Array(this.size * dossiers);
    this.only = Int32Array.from(rows.places, (own) =>
      own.every(({ dossier }) => dossier === own[0]?.dossier) ? (own[0]?.dossier ?? -1) : -1,
    );
    this.floor = new Float64Array(this.size);
    this.reaches = reachesOf(this.only);
    this.pairs = new PairList(dossiers);
  }

  /** @returns how many rows, from the first on, the row has to be held against */
  begin(row: number): number {
    this.row = row;
    return this.reaches[row] as number;
  }

  least(other: number): number {
    const { row, size, score, only, threshold } = this;
    const [a, b] = [only[row] as number, only[other] as number];
    if (a >= 0 && b >= 0) {
      if (a === b) return NEVER;
      return Math.min(threshold, score[b * size + row] as number, score[a * size + other] as number);
    }
    let least = threshold;
    for (const { dossier } of this.rows.places[other] as Place[])
      least = Math.min(least, score[dossier * size + row] as number);
    for (const { dossier } of this.rows.places[row] as Place[])
      least = Math.min(least, score[dossier * size + other] as number);
    return least;
  }

  floors(size: number): Float64Array {
    const { row, floor, only, score, threshold } = this;
    const a = only[row] as number;
    for (let other = 0; other < size; other++) {
      const b = only[other] as number;
      if (a < 0 || b < 0) floor[other] = this.least(other);
      else if (a === b) floor[other] = NEVER;
      else {
        const there = score[b * this.size + row] as number;
        const back = score[a * this.size + other] as number;
        const least = there < back ? there : back;
        floor[other] = least < threshold ? least : threshold;
      }
    }
    return floor;
  }

  add(other: number, score: number): void {
    const { row, rows, threshold } = this;
    // Rows that both have a turn are met twice.
    if (other > row && this.turn(other)) return;
    for (const x of rows.places[row] as Place[]) {
      for (const y of rows.places[other] as Place[]) {
        if (x.dossier === y.dossier) continue;
        this.offer(row, y, score);
        this.offer(other, x, score);
        if (score >= threshold && !(other === row && y.dossier < x.dossier)) this.pairs.add(x, y, score);
      }
    }
  }

  /** Keeps a statement if it is better than the one before; of equals the first. */
  private offer(row: number, { dossier, index }: Place, score: number): void {
    const at = dossier * this.size + row;
    const best = this.score[at] as number;
    if (score < best || score === 0) return;
    if (score === best && index >= (this.index[at] as number)) return;
    this.score[at] = score;
    this.index[at] = index;
  }

  /** The best statement of a dossier for a row; -1 where nothing is shared. */
  indexOf(row: number, dossier: number): number {
    return this.index[dossier * this.size + row] as number;
  }

  scoreOf(row: number, dossier: number): number {
    return this.score[dossier * this.size + row] as number;
  }
}

/** For each row the rows up to itself, less those right before it that stand in the same one dossier and no other. */
function reachesOf(only: Int32Array): Int32Array {
  const out = new Int32Array(only.length);
  for (let row = 0; row < only.length; row++) {
    if (only[row] === -1) out[row] = row + 1;
    else out[row] = row > 0 && only[row] === only[row - 1] ? (out[row - 1] as number) : row;
  }
  return out;
}

/** Pairs of statements of two dossiers, in columns. */
export class PairList {
  private readonly dossiers: number;
  private size = 0;
  /** Numbers of the two dossiers, the lower first, in one; and the places of the statements there. */
  private cells = new Int32Array(1024);
  private a = new Int32Array(1024);
  private b = new Int32Array(1024);
  private scores = new Float64Array(1024);
  /** Places of the pairs of each cell. */
  private starts: Int32Array | null = null;
  private order = new Int32Array();

  constructor(dossiers: number) {
    this.dossiers = dossiers;
  }

  add(x: Place, y: Place, score: number): void {
    const [low, high] = x.dossier < y.dossier ? [x, y] : [y, x];
    if (this.size === this.cells.length) {
      this.cells = grown(this.cells);
      this.a = grown(this.a);
      this.b = grown(this.b);
      const scores = new Float64Array(2 * this.size);
      scores.set(this.scores);
      this.scores = scores;
    }
    this.cells[this.size] = low.dossier * this.dossiers + high.dossier;
    this.a[this.size] = low.index;
    this.b[this.size] = high.index;
    this.scores[this.size++] = score;
    this.starts = null;
  }

  /** The pairs of two dossiers, a before b, in the order of a and then of b. */
  of(a: number, b: number): Edge[] {
    const starts = this.starts ?? this.sorted();
    const cell = a * this.dossiers + b;
    const own = this.order.subarray(starts[cell], starts[cell + 1]);
    return Array.from(own, (p) => ({
      a: this.a[p] as number,
      b: this.b[p] as number,
      score: this.scores[p] as number,
    })).sort((x, y) => x.a - y.a || x.b - y.b);
  }

  private sorted(): Int32Array {
    const starts = new Int32Array(this.dossiers * this.dossiers + 1);
    const cells = this.cells.subarray(0, this.size);
    for (const cell of cells) starts[cell + 1] = (starts[cell + 1] as number) + 1;
    for (let cell = 1; cell < starts.length; cell++)
      starts[cell] = (starts[cell] as number) + (starts[cell - 1] as number);
    const next = starts.slice();
    this.order = new Int32Array(this.size);
    for (const [p, cell] of cells.entries()) {
      const at = next[cell] as number;
      this.order[at] = p;
      next[cell] = at + 1;
    }
    this.starts = starts;
    return starts;
  }
}
