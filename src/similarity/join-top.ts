import type { RankedRows } from "../features/vectors.js";
import { placesOf } from "../language/numbers.js";
import { type JoinCost, RowSearch, type Target } from "./join.js";
import { type JoinIndex, joinIndex } from "./join-index.js";
import { type PairTarget, selfJoin, selfJoinKernel } from "./join-self.js";
import { type SelfIndex, selfIndex } from "./join-self-index.js";
import { Neighbours, TopList, TopLists } from "./neighbours.js";

/** What is to be joined: queries and candidates that point at distinct rows. */
export interface JoinInput {
  rows: RankedRows;
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
  /** True where only a part of the queries will be asked: comparing all of them at once is of no use then. */
  part?: boolean;
}

/** Scores are rounded to 9 decimals: what is less than this is nothing. */
const LEAST_SCORE = 1e-9;

/** Lists by row: `items[start[row]..start[row + 1])` point at it, in order. */
interface Members {
  start: Int32Array;
  items: Int32Array;
}

function members(rowOf: Int32Array, rows: number): Members {
  const [start, items] = placesOf(rowOf, rows);
  return { start, items };
}

/** From this least score on statements are joined with each other pair by pair; below, each has its own threshold. */
const SELF_LEAST = 0.1;
/** Room for the lists of all queries at once: more are made one after another. */
const SELF_LISTS = 4_000_000;

/** Everything a search needs: the index of rows for one query after another, or for all of them at once. */
export interface JoinPlan {
  index: { each: JoinIndex } | { all: SelfIndex; kernel: WebAssembly.Module };
  top: number;
  min: number;
  queries: Members;
  candidates: Members;
  queryGroups: Int32Array;
  candidateGroups: Int32Array;
}

export function joinPlan(input: JoinInput, options: JoinOptions): JoinPlan {
  const { rows, queries, candidates, queryGroups, candidateGroups } = input;
  const size = rows.start.length - 1;
  const self =
    queryGroups === candidateGroups &&
    queryGroups.length === queries.length &&
    queries.length === candidates.length &&
    queries.every((row, i) => candidates[i] === row);
  const fits = options.min >= SELF_LEAST && options.top * queries.length <= SELF_LISTS;
  const found = members(candidates, size);
  const isFound = (_: unknown, row: number): number => (found.start[row + 1] === found.start[row] ? 0 : 1);
  const kernel = self && fits && !options.part ? selfJoinKernel() : null;
  const all = kernel && selfIndex(rows);
  return {
    index: kernel && all ? { all, kernel } : { each: joinIndex(rows, Uint8Array.from({ length: size }, isFound)) },
    queries: self ? found : members(queries, size),
    candidates: found,
    queryGroups,
    candidateGroups,
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
 * The lists of all statements, filled from both sides of every pair. Statements are numbered here in the order of the
 * index, so that those of a row and their lists stand together.
 */
class PairLists implements PairTarget {
  readonly min: number;
  private readonly least: Float64Array;
  private readonly lists: TopLists;
  /** The statements of each row of the index: their own numbers, and their groups. */
  private readonly start: Int32Array;
  private readonly statements: Int32Array;
  private readonly groups: Int32Array;

  constructor({ queries, queryGroups, min, top }: JoinPlan, { rows, order, empty, arrays }: SelfIndex) {
    this.min = min;
    this.least = arrays.least.fill(min);
    this.lists = new TopLists(queryGroups.length, top);
    this.start = new Int32Array(rows + 1);
    this.statements = new Int32Array(queryGroups.length);
    let end = 0;
    for (let row = 0; row < rows; row++) {
      const own = order[row] as number;
      for (let i = queries.start[own] as number; i < (queries.start[own + 1] as number); i++) {
        this.statements[end++] = queries.items[i] as number;
      }
      this.start[row + 1] = end;
    }
    this.groups = this.statements.map((statement) => queryGroups[statement] as number);
    // A statement is its equals' best neighbour.
    for (let row = 0; row < rows; row++) if (!empty[row]) this.addTo(row, row, 1);
  }

  add(x: number, y: number, score: number): void {
    if (score >= (this.least[x] as number)) this.addTo(x, y, score);
    if (score >= (this.least[y] as number)) this.addTo(y, x, score);
  }

  /** Gives the statements of a row those of another as neighbours. */
  private addTo(row: number, other: number, score: number): void {
    const { start, statements, groups, lists } = this;
    const [from, to] = [start[other] as number, start[other + 1] as number];
    let lowest = 1;
    for (let i = start[row] as number; i < (start[row + 1] as number); i++) {
      const group = groups[i] as number;
      for (let c = from; c < to; c++) {
        // The copies come in order: where one is not among the best, no later one is.
        if (groups[c] !== group && !lists.add(i, statements[c] as number, score)) break;
      }
      lowest = Math.min(lowest, lists.least(i, this.min));
    }
    this.least[row] = lowest;
  }

  /** The lists of a range of statements. */
  neighbours(from: number, to: number): Neighbours {
    const places = new Int32Array(this.statements.length);
    for (const [place, statement] of this.statements.entries()) places[statement] = place;
    return this.lists.neighbours(from, to, places);
  }
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
  if ("each" in plan.index) return joinRange(plan, plan.index.each, from, to, progress);
  const { all, kernel } = plan.index;
  const target = new PairLists(plan, all);
  const cost = selfJoin(kernel, all, target, progress);
  return { neighbours: target.neighbours(from, to), cost };
}

function joinRange(
  plan: JoinPlan,
  index: JoinIndex,
  from: number,
  to: number,
  progress: ((done: number) => void) | undefined,
): Joined {
  const { queries } = plan;
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
