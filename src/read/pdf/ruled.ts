/** Tables whose cells are parted by drawn lines, bullets and marks that are drawn: told to the pieces of text by tags. */
import type { Drawing, Rule } from "./drawing.js";
import type { Piece } from "./items.js";

/** Lines that end so close to each other meet. */
const MEET = 3;
/** Numbers of such tables, apart from those of tags. */
const FIRST_TABLE = 1_000_000;
/** A page with more rules is a picture. */
const MAX_RULES = 3000;

interface Grid {
  flat: Rule[];
  upright: Rule[];
  /** Where columns and rows begin. */
  xs: number[];
  ys: number[];
  x1: number;
  y1: number;
}

/** Tells each piece of text which cell of a ruled table it stands in; marks that are drawn become pieces of their own. */
export function addCells(pieces: Piece[], drawing: Drawing): void {
  for (const [table, grid] of findGrids(drawing).entries()) {
    for (const piece of [...pieces]) if (piece.turn === 0) splitAcross(piece, grid, pieces);
    const cells = new Set<string>();
    for (const piece of pieces) {
      if (piece.turn !== 0) continue;
      const cell = cellAt(grid, (piece.x0 + piece.x1) / 2, piece.y - piece.size * 0.3);
      if (!cell) continue;
      piece.tag = { ...piece.tag, cell: { table: FIRST_TABLE + table, ...cell } };
      cells.add(`${cell.row} ${cell.column}`);
    }
    const marks = drawing.dots.flatMap((dot) => {
      const cell = cellAt(grid, (dot.x0 + dot.x1) / 2, (dot.y0 + dot.y1) / 2);
      return cell && cell.column > 0 && !cells.has(`${cell.row} ${cell.column}`) ? [{ dot, cell }] : [];
    });
    const model = pieces.find((piece) => piece.tag?.cell?.table === FIRST_TABLE + table);
    if (marks.length < 2 || !model) continue;
    for (const { dot, cell } of marks) {
      // On the baseline of the text of its row, if that has one.
      const beside = pieces.find(
        ({ tag, y }) =>
          tag?.cell?.table === FIRST_TABLE + table && tag.cell.row === cell.row && Math.abs(y - dot.y1) < model.size,
      );
      const y = beside?.y ?? dot.y1;
      pieces.push({
        ...model,
        text: "●",
        x0: dot.x0,
        x1: dot.x1,
        y,
        from: [dot.x0, y],
        to: [dot.x1, y],
        tag: { cell: { table: FIRST_TABLE + table, ...cell } },
      });
    }
  }
}

/** Parts a piece that runs over a line between two cells, at the space nearest to the line. */
function splitAcross(piece: Piece, { upright }: Grid, pieces: Piece[]): void {
  const y = piece.y - piece.size * 0.3;
  const lines = upright
    .map((rule) => ({ ...rule, x: (rule.x0 + rule.x1) / 2 }))
    .filter(({ x, y0, y1 }) => y0 <= y && y1 >= y && x > piece.x0 + piece.size && x < piece.x1 - 0.8 * piece.size)
    .sort((a, b) => a.x - b.x);
  let left = piece;
  for (const { x } of lines) {
    const width = (left.x1 - left.x0) / left.text.length;
    const places = [...left.text.matchAll(/\S(\s+)(?=\S)/gu)].map((match) => {
      const at = match.index + 1;
      const length = (match[1] as string).length;
      return { at, length, distance: Math.abs(left.x0 + (at + length / 2) * width - x) };
    });
    const best = places.sort((a, b) => a.distance - b.distance)[0];
    if (!best || best.distance > 1.2 * left.size) continue;
    const right = { ...left, text: left.text.slice(best.at + best.length), x0: Math.max(x, left.x0) };
    right.from = [right.x0, right.y];
    left.text = left.text.slice(0, best.at);
    left.x1 = Math.min(x, left.x1);
    pieces.push(right);
    left = right;
  }
}

/** Gives the text behind a drawn bullet a written one. */
export function addDrawnBullets(pieces: readonly Piece[], { dots }: Drawing): void {
  for (const dot of dots) {
    const [middle, width] = [(dot.y0 + dot.y1) / 2, dot.x1 - dot.x0];
    let first: Piece | null = null;
    for (const piece of pieces) {
      const gap = piece.x0 - dot.x1;
      const level = middle < piece.y + 0.1 * piece.size && middle > piece.y - 0.8 * piece.size;
      if (piece.turn !== 0 || !level) continue;
      // Text right before it: then it stands in a sentence.
      if (gap < 0 && piece.x1 > dot.x0 - 2 * piece.size && piece.x0 < dot.x0) {
        first = null;
        break;
      }
      if (gap < 0.1 * piece.size || gap > 3.5 * piece.size || width > 0.75 * piece.size) continue;
      if (!first || piece.x0 < first.x0) first = piece;
    }
    if (first && /^[\p{L}\p{N}"'‘“(]/u.test(first.text)) first.text = `• ${first.text}`;
  }
}

/** The cell around a point: the nearest lines above it and at its left that pass it. */
function cellAt({ flat, upright, xs, ys, x1, y1 }: Grid, x: number, y: number): { row: number; column: number } | null {
  if (x < (xs[0] as number) || x > x1 || y < (ys[0] as number) || y > y1) return null;
  let [left, top] = [xs[0] as number, ys[0] as number];
  for (const rule of upright) {
    const at = (rule.x0 + rule.x1) / 2;
    if (at <= x && at > left && rule.y0 - MEET <= y && rule.y1 + MEET >= y) left = at;
  }
  for (const rule of flat) {
    const at = (rule.y0 + rule.y1) / 2;
    if (at <= y && at > top && rule.x0 - MEET <= x && rule.x1 + MEET >= x) top = at;
  }
  const last = (starts: readonly number[], at: number): number =>
    Math.max(
      0,
      starts.findLastIndex((start) => start <= at + MEET),
    );
  return { row: last(ys, top), column: last(xs, left) };
}

/** The tables among the lines: those that meet each other, with two columns or more. */
function findGrids({ flat, upright }: Drawing): Grid[] {
  if (flat.length + upright.length > MAX_RULES) return [];
  const rules = [...flat, ...upright];
  const parent = rules.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number;
    return at;
  };
  // By their left sides, so that only those that can meet are looked at.
  const order = rules.map((_, i) => i).sort((a, b) => (rules[a] as Rule).x0 - (rules[b] as Rule).x0 || a - b);
  for (const [n, i] of order.entries()) {
    const a = rules[i] as Rule;
    for (let m = n + 1; m < order.length; m++) {
      const j = order[m] as number;
      const b = rules[j] as Rule;
      if (b.x0 > a.x1 + MEET) break;
      if (b.y0 <= a.y1 + MEET && b.y1 >= a.y0 - MEET) parent[root(j)] = root(i);
    }
  }
  const groups = new Map<number, Grid>();
  for (const [i, rule] of rules.entries()) {
    const key = root(i);
    const grid = groups.get(key) ?? { flat: [], upright: [], xs: [], ys: [], x1: 0, y1: 0 };
    groups.set(key, grid);
    (i < flat.length ? grid.flat : grid.upright).push(rule);
  }
  return [...groups.values()].flatMap((grid): Grid[] => {
    const all = [...grid.flat, ...grid.upright];
    const [x1, y1] = [Math.max(...all.map((rule) => rule.x1)), Math.max(...all.map((rule) => rule.y1))];
    const left = Math.min(...all.map((rule) => rule.x0));
    const top = Math.min(...all.map((rule) => rule.y0));
    const xs = starts([left, ...grid.upright.map((rule) => (rule.x0 + rule.x1) / 2)], x1);
    const ys = starts([top, ...grid.flat.map((rule) => (rule.y0 + rule.y1) / 2)], y1);
    return xs.length >= 2 && ys.length >= 1 && grid.flat.length >= 2 ? [{ ...grid, xs, ys, x1, y1 }] : [];
  });
}

/** Where columns (or rows) begin: places close together are one, and at the far end nothing begins. */
function starts(values: readonly number[], end: number): number[] {
  const out: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (value - (out.at(-1) ?? Number.NEGATIVE_INFINITY) > MEET && end - value > MEET) out.push(value);
  }
  return out;
}
