import type { SparseRows } from "../features/vectors.js";
import { type JoinCost, RowSearch, type Target } from "./join.js";
import { type JoinIndex, joinIndex } from "./join-index.js";
import { Neighbours, TopList } from "./neighbours.js";

/** What is to be joined: queries and candidates that point at distinct rows. */
export interface JoinInput {
  rows: SparseRows;
  /** For each query and each candidate the number of its row. */
  queries: Int32Array;
  candidates: Int32Array;
  /** Queries and candidates of the same group are not compared; empty where all are. */
  queryGroups: Int32Array;
  candidateGroups: Int32Array;
}

export interface JoinOptions {
  /** Most neighbours of a query. */
  top: number;
  /** Least score, 0..1; pairs that share nothing are never neighbours. */
  min: number;
}

/** Scores are rounded to 9 decimals: what is less than this is nothing. */
const LEAST_SCORE = 1e-9;

/** Lists by row: `items[start[row]..start[row + 1])` point at it, in order. */
interface Members {
  start: Int32Array;
  items: Int32Array;
}

function members(rowOf: Int32Array, rows: number): Members {
  const start = new Int32Array(rows + 1);
  for (const row of rowOf) start[row + 1] = (start[row + 1] as number) + 1;
  for (let row = 0; row < rows; row++) start[row + 1] = (start[row + 1] as number) + (start[row] as number);
  const next = start.slice(0, rows);
  const items = new Int32Array(rowOf.length);
  for (const [i, row] of rowOf.entries()) {
    items[next[row] as number] = i;
    next[row] = (next[row] as number) + 1;
  }
  return { start, items };
}

/** Everything a search needs, as plain data that workers can share. */
export interface JoinPlan extends JoinOptions {
  index: JoinIndex;
  queries: Members;
  candidates: Members;
  queryGroups: Int32Array;
  candidateGroups: Int32Array;
}

export function joinPlan(input: JoinInput, options: JoinOptions): JoinPlan {
  const rows = input.rows.start.length - 1;
  const candidates = members(input.candidates, rows);
  const found = Uint8Array.from({ length: rows }, (_, row) =>
    candidates.start[row + 1] === candidates.start[row] ? 0 : 1,
  );
  return {
    index: joinIndex(input.rows, found),
    queries: members(input.queries, rows),
    candidates,
    queryGroups: input.queryGroups,
    candidateGroups: input.candidateGroups,
    top: options.top,
    min: Math.max(options.min, LEAST_SCORE),
  };
}

/** The queries that share a row, each with its own best candidates: those of its own group do not count. */
class RowTarget implements Target {
  readonly wanted: number;
  private readonly plan: JoinPlan;
  private readonly lists: TopList[] = [];
  private queries: Int32Array = new Int32Array();
  private lowest = 0;

  constructor(plan: JoinPlan) {
    this.plan = plan;
    this.wanted = plan.top;
  }

  begin(queries: Int32Array): void {
    this.queries = queries;
    for (const i of queries.keys()) {
      const list = this.lists[i];
      if (list) list.clear();
      else this.lists.push(new TopList(this.plan.top));
    }
    this.lowest = this.plan.min;
  }

  least(): number {
    return this.lowest;
  }

  add(row: number, score: number): void {
    if (score < this.lowest) return;
    const { candidates, queryGroups, candidateGroups, min } = this.plan;
    const from = candidates.start[row] as number;
    const to = candidates.start[row + 1] as number;
    let lowest = 1;
    for (let i = 0; i < this.queries.length; i++) {
      const list = this.lists[i] as TopList;
      const group = queryGroups[this.queries[i] as number] ?? -1;
      for (let c = from; c < to; c++) {
        const candidate = candidates.items[c] as number;
        // The copies come in order: where one is not among the best, no later one is.
        if ((candidateGroups[candidate] ?? -2) !== group && !list.add(candidate, score)) break;
      }
      lowest = Math.min(lowest, list.least ?? min);
    }
    this.lowest = lowest;
  }

  end(neighbours: Neighbours): void {
    for (const [i, query] of this.queries.entries()) {
      const list = this.lists[i] as TopList;
      if (list.size > 0) neighbours.set(query, list.size, (rank) => list.at(rank));
    }
  }
}

/** What {@link joinTop} found, and what it cost. */
export interface Joined {
  neighbours: Neighbours;
  cost: JoinCost;
}

/**
 * The best candidates of each query of a range, exactly: scores rounded to 9 decimals, ties by the order of the
 * candidates.
 * @param progress called now and then with the share that is done, 0..1
 */
export function joinTop(
  plan: JoinPlan,
  from: number,
  to: number,
  { progress }: { progress?: (done: number) => void } = {},
): Joined {
  const { index, queries } = plan;
  const search = new RowSearch(index);
  const target = new RowTarget(plan);
  const neighbours = new Neighbours(from, to);
  for (let row = 0; row < index.rows; row++) {
    // Members stand in order, so those of the range stand together.
    let first = queries.start[row] as number;
    let last = queries.start[row + 1] as number;
    while (first < last && (queries.items[first] as number) < from) first++;
    while (first < last && (queries.items[last - 1] as number) >= to) last--;
    if (first === last) continue;
    const own = queries.items.subarray(first, last);
    target.begin(own);
    // A statement is its equals' best neighbour.
    if (!index.empty[row]) target.add(row, 1);
    search.search(row, target);
    target.end(neighbours);
    if (progress && row % 1024 === 0) progress(row / index.rows);
  }
  return { neighbours, cost: search.cost };
}
