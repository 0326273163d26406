import type { Ranked } from "./top.js";

/** The best k of what is added in whatever order: best first, ties by index. */
export class TopList {
  size = 0;
  private readonly scores: Float64Array;
  private readonly indexes: Int32Array;

  constructor(k: number) {
    this.scores = new Float64Array(k);
    this.indexes = new Int32Array(k);
  }

  clear(): void {
    this.size = 0;
  }

  /** The least score in a full list; null while there is room. */
  get least(): number | null {
    return this.size < this.scores.length ? null : (this.scores[this.size - 1] as number);
  }

  /** @returns whether it is among the best k so far */
  add(index: number, score: number): boolean {
    const { scores, indexes } = this;
    const comesBefore = (at: number): boolean =>
      score > (scores[at] as number) || (score === scores[at] && index < (indexes[at] as number));
    if (this.size === scores.length && !comesBefore(this.size - 1)) return false;
    let at = this.size === scores.length ? this.size - 1 : this.size++;
    for (; at > 0 && comesBefore(at - 1); at--) {
      scores[at] = scores[at - 1] as number;
      indexes[at] = indexes[at - 1] as number;
    }
    scores[at] = score;
    indexes[at] = index;
    return true;
  }

  at(rank: number): Ranked {
    return { index: this.indexes[rank] as number, score: this.scores[rank] as number };
  }
}

/** Many a {@link TopList}, in columns. */
export class TopLists {
  readonly k: number;
  private readonly sizes: Int32Array;
  private readonly scores: Float64Array;
  private readonly indexes: Int32Array;

  constructor(lists: number, k: number) {
    this.k = k;
    this.sizes = new Int32Array(lists);
    this.scores = new Float64Array(lists * k);
    this.indexes = new Int32Array(lists * k);
  }

  /** The least score in a full list; `otherwise` while there is room. */
  least(list: number, otherwise: number): number {
    return (this.sizes[list] as number) < this.k ? otherwise : (this.scores[(list + 1) * this.k - 1] as number);
  }

  /** @returns whether it is among the best k so far */
  add(list: number, index: number, score: number): boolean {
    const { k, sizes, scores, indexes } = this;
    const first = list * k;
    const size = sizes[list] as number;
    let at = first + size;
    if (size === k) {
      const last = scores[--at] as number;
      if (score < last || (score === last && index >= (indexes[at] as number))) return false;
    } else sizes[list] = size + 1;
    for (; at > first; at--) {
      const before = scores[at - 1] as number;
      if (score < before || (score === before && index >= (indexes[at - 1] as number))) break;
      scores[at] = before;
      indexes[at] = indexes[at - 1] as number;
    }
    scores[at] = score;
    indexes[at] = index;
    return true;
  }

  /**
   * The lists of a range of queries.
   * @param places for each query the number of its list
   */
  neighbours(from: number, to: number, places: Int32Array): Neighbours {
    const count = new Int32Array(to - from);
    const start = new Int32Array(to - from);
    let total = 0;
    for (let i = 0; i < count.length; i++) {
      count[i] = this.sizes[places[from + i] as number] as number;
      start[i] = total;
      total += count[i] as number;
    }
    const indexes = new Int32Array(total);
    const scores = new Float64Array(total);
    let end = 0;
    for (let query = from; query < to; query++) {
      const first = (places[query] as number) * this.k;
      const last = first + (this.sizes[places[query] as number] as number);
      for (let at = first; at < last; at++) {
        indexes[end] = this.indexes[at] as number;
        scores[end++] = this.scores[at] as number;
      }
    }
    return Neighbours.of({ from, to, start, count, indexes, scores });
  }
}

/** {@link Neighbours} as plain data, to pass between threads. */
export interface NeighbourColumns {
  from: number;
  to: number;
  start: Int32Array;
  count: Int32Array;
  indexes: Int32Array;
  scores: Float64Array;
}

/** The neighbours of many queries in columns: a million rows of a result in as many times twelve bytes. */
export class Neighbours {
  /** First query, and the one after the last. */
  readonly from: number;
  readonly to: number;
  private start: Int32Array;
  private count: Int32Array;
  private indexes: Int32Array;
  private scores: Float64Array;
  private size = 0;

  /** @param room for so many neighbours; more comes where it is needed, but takes copying */
  constructor(from: number, to: number, room = 1024) {
    this.from = from;
    this.to = to;
    this.indexes = new Int32Array(Math.max(1, room));
    this.scores = new Float64Array(Math.max(1, room));
    this.start = new Int32Array(to - from);
    this.count = new Int32Array(to - from);
  }

  static of({ from, to, start, count, indexes, scores }: NeighbourColumns): Neighbours {
    const neighbours = new Neighbours(from, to);
    Object.assign(neighbours, { start, count, indexes, scores, size: indexes.length });
    return neighbours;
  }

  get columns(): NeighbourColumns {
    const { from, to, start, count, size } = this;
    return { from, to, start, count, indexes: this.indexes.slice(0, size), scores: this.scores.slice(0, size) };
  }

  /** Number of neighbours of all queries together. */
  get total(): number {
    return this.size;
  }

  /** Keeps the neighbours of a query, best first; each query once, in any order. */
  set(query: number, count: number, at: (rank: number) => Ranked): void {
    while (this.size + count > this.indexes.length) {
      const [indexes, scores] = [new Int32Array(2 * this.indexes.length), new Float64Array(2 * this.scores.length)];
      indexes.set(this.indexes);
      scores.set(this.scores);
      this.indexes = indexes;
      this.scores = scores;
    }
    this.start[query - this.from] = this.size;
    this.count[query - this.from] = count;
    for (let rank = 0; rank < count; rank++) {
      const { index, score } = at(rank);
      this.indexes[this.size] = index;
      this.scores[this.size++] = score;
    }
  }

  /** Those of all queries, in order: the query of each, its rank from 1, and what the query is like. */
  flat(): { queries: Int32Array; ranks: Int32Array; indexes: Int32Array; scores: Float64Array } {
    const { size, start, count } = this;
    const [queries, ranks] = [new Int32Array(size), new Int32Array(size)];
    const [indexes, scores] = [new Int32Array(size), new Float64Array(size)];
    let at = 0;
    for (let q = 0; q < count.length; q++) {
      const [first, own] = [start[q] as number, count[q] as number];
      for (let rank = 0; rank < own; rank++, at++) {
        queries[at] = this.from + q;
        ranks[at] = rank + 1;
        indexes[at] = this.indexes[first + rank] as number;
        scores[at] = this.scores[first + rank] as number;
      }
    }
    return { queries, ranks, indexes, scores };
  }

  countOf(query: number): number {
    return this.count[query - this.from] as number;
  }

  /** The neighbours of ranges that follow each other, or of one range found by several, as one. */
  static joined(parts: readonly Neighbours[]): Neighbours {
    const [first] = parts;
    if (first && parts.length === 1) return first;
    const all = new Neighbours(Math.min(...parts.map((part) => part.from)), Math.max(...parts.map((part) => part.to)));
    for (const part of parts) {
      for (let query = part.from; query < part.to; query++) {
        const count = part.countOf(query);
        if (count > 0) all.set(query, count, (rank) => part.at(query, rank));
      }
    }
    return all;
  }

  /** The neighbour of a query at a rank from 0. */
  at(query: number, rank: number): Ranked {
    const p = (this.start[query - this.from] as number) + rank;
    return { index: this.indexes[p] as number, score: this.scores[p] as number };
  }
}
