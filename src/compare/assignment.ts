/** Pairs of two sides, one to one: the best assignment over the pairs that are possible at all. */

export interface Edge {
  a: number;
  b: number;
  score: number;
}

/** Scores have nine decimals, so whole numbers of these units add up exactly. */
const UNITS = 1e9;

interface Arc {
  column: number;
  cost: number;
}

/**
 * The one-to-one assignment in which the sum of (score − least) is highest. Leaving two without a counterpart is worth
 * as much as a pair at `least`, so a poor pair is never made at the cost of a good one, and pairs below are not made.
 *
 * Shortest augmenting paths (Jonker & Volgenant 1987) over the pairs given only: memory and time follow their number
 * and the size of their connected groups, not the product of the two sides. Every row has an exit of its own at cost 0.
 * @param edges pairs that are possible, each at most once; those below `least` do not count
 * @returns the pairs chosen, in the order of `a`; of equally good assignments always the same one
 */
export function assign(edges: readonly Edge[], least = 0): Edge[] {
  const kept = edges.filter((edge) => edge.score >= least);
  const rows = numbered(kept.map((edge) => edge.a));
  const columns = numbered(kept.map((edge) => edge.b));
  const arcs: Arc[][] = Array.from({ length: rows.size }, () => []);
  // A pair at the threshold is worth one unit, so that it is made rather than left.
  for (const { a, b, score } of kept) {
    (arcs[rows.get(a) as number] as Arc[]).push({
      column: columns.get(b) as number,
      cost: -Math.round((score - least) * UNITS) - 1,
    });
  }
  for (const own of arcs) own.sort((x, y) => x.column - y.column);
  const chosen = shortestPaths(arcs, columns.size);
  return kept.filter(({ a, b }) => chosen[columns.get(b) as number] === rows.get(a)).sort((x, y) => x.a - y.a);
}

function numbered(values: readonly number[]): Map<number, number> {
  return new Map([...new Set(values)].sort((x, y) => x - y).map((value, i) => [value, i]));
}

/** The row of each column, -1 for none. */
function shortestPaths(arcs: readonly Arc[][], columns: number): Int32Array {
  const rowOf = new Int32Array(columns).fill(-1);
  const columnOf = new Int32Array(arcs.length).fill(-1);
  const u = new Float64Array(arcs.length);
  const v = new Float64Array(columns);
  const distance = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(columns);
  const done = new Uint8Array(columns);
  for (let root = 0; root < arcs.length; root++) {
    // Reduced costs may not be negative: the potential of a row starts at its cheapest way out.
    for (const { column, cost } of arcs[root] as Arc[])
      u[root] = Math.min(u[root] as number, cost - (v[column] as number));
    const heap = new Heap();
    const touched: number[] = [];
    const reached: { row: number; at: number }[] = [];
    /** The cheapest exit so far: the row that goes without a counterpart. */
    let exit = { row: -1, at: Number.POSITIVE_INFINITY };
    let end = -1;
    let at = 0;
    let row = root;
    for (;;) {
      reached.push({ row, at });
      const leave = at - (u[row] as number);
      if (leave < exit.at) exit = { row, at: leave };
      for (const { column, cost } of arcs[row] as Arc[]) {
        if (done[column]) continue;
        const next = at + cost - (u[row] as number) - (v[column] as number);
        if (next < (distance[column] as number)) {
          if (distance[column] === Number.POSITIVE_INFINITY) touched.push(column);
          distance[column] = next;
          from[column] = row;
          heap.push(next, column);
        }
      }
      let column = heap.pop();
      while (column !== undefined && done[column]) column = heap.pop();
      if (column === undefined || (distance[column] as number) >= exit.at) {
        at = exit.at;
        break;
      }
      at = distance[column] as number;
      if ((rowOf[column] as number) < 0) {
        end = column;
        break;
      }
      done[column] = 1;
      row = rowOf[column] as number;
    }
    for (const other of reached) u[other.row] = (u[other.row] as number) + at - other.at;
    for (const column of touched) {
      if (done[column]) v[column] = (v[column] as number) + (distance[column] as number) - at;
    }
    // Back along the path every row takes the column it was reached for; the row at an exit gives its own up.
    let column = end;
    if (end < 0) {
      column = columnOf[exit.row] as number;
      columnOf[exit.row] = -1;
      if (exit.row === root) column = -1;
    }
    while (column >= 0) {
      const taker = from[column] as number;
      const freed = columnOf[taker] as number;
      rowOf[column] = taker;
      columnOf[taker] = column;
      if (taker === root) break;
      column = freed;
    }
    for (const column of touched) {
      distance[column] = Number.POSITIVE_INFINITY;
      done[column] = 0;
    }
  }
  return rowOf;
}

/** A binary heap of columns by distance, equal ones by number. */
class Heap {
  private readonly items: { key: number; column: number }[] = [];

  push(key: number, column: number): void {
    const { items } = this;
    items.push({ key, column });
    for (let i = items.length - 1; i > 0; ) {
      const up = (i - 1) >> 1;
      if (!this.before(i, up)) break;
      this.swap(i, up);
      i = up;
    }
  }

  pop(): number | undefined {
    const { items } = this;
    const first = items[0];
    const last = items.pop();
    if (first === undefined || last === undefined) return undefined;
    if (items.length > 0) {
      items[0] = last;
      for (let i = 0; ; ) {
        let least = i;
        for (const child of [2 * i + 1, 2 * i + 2])
          if (child < items.length && this.before(child, least)) least = child;
        if (least === i) break;
        this.swap(i, least);
        i = least;
      }
    }
    return first.column;
  }

  private before(i: number, j: number): boolean {
    const [x, y] = [this.items[i], this.items[j]];
    return x !== undefined && y !== undefined && (x.key < y.key || (x.key === y.key && x.column < y.column));
  }

  private swap(i: number, j: number): void {
    const [x, y] = [this.items[i], this.items[j]];
    if (x && y) [this.items[i], this.items[j]] = [y, x];
  }
}
