/** Pieces of text on a page, in the coordinates of the upright page: x to the right, y downwards, in points. */

import type { Tag } from "./tags.js";

export interface Item {
  text: string;
  /** Left and right end. */
  x0: number;
  x1: number;
  /** Baseline. */
  y: number;
  size: number;
  /** Tells the fonts of one page apart. */
  font: string;
  /** Marked as something the page adds, by the program that made the file. */
  artifact: boolean;
  /** A footnote mark: small and raised. */
  raised?: boolean;
  /** What a tagged PDF says of it. */
  tag?: Tag;
}

/** A line of rotated text: a column head. */
export interface Turned {
  text: string;
  /** Where its middle stands. */
  x: number;
  top: number;
  bottom: number;
  size: number;
  /** Whether it is read downwards: then its lines follow each other from right to left. */
  down: boolean;
}

export interface Page {
  width: number;
  height: number;
  items: Item[];
  turned: Turned[];
}

/** What pdf.js gives for a piece of text. */
export interface RawItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
}

type Matrix = readonly number[];

const times = (m: Matrix, t: Matrix): number[] => {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = t;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
};

/** Symbol fonts put their characters in the private area; most of them are bullets, and some are ticks. */
const PRIVATE: Record<number, string> = {
  61692: "✓",
  61691: "✗",
  61694: "☑",
  61608: "☐",
  61551: "☐",
  61485: "-",
  61664: "→",
};

function cleanText(text: string): string {
  return (
    text
      .replace(/[\u00a0\u2007\u202f\u2002-\u200a]/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to go
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f\u200b\u2060\ufeff]/g, "")
      .replace(/[\ue000-\uf8ff]/g, (c) => PRIVATE[c.charCodeAt(0)] ?? "•")
      .replace(/[\ufb00-\ufb06]/g, (c) => c.normalize("NFKC"))
      .replace(/\u2011/g, "-")
  );
}

export interface Piece extends Item {
  /** Direction in quarter turns: 0 upright, 1 upwards, 2 upside down, 3 downwards; null between those. */
  turn: 0 | 1 | 2 | 3 | null;
  /** Ends of the piece. */
  from: [number, number];
  to: [number, number];
}

/** One piece, upright on the page; null for white space. */
export function place(raw: RawItem, font: string, viewport: Matrix, artifact: boolean, tag?: Tag): Piece | null {
  const text = cleanText(raw.str);
  if (text.trim() === "") return null;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = times(viewport, raw.transform);
  const size = Math.hypot(c, d) || raw.height || Math.hypot(a, b);
  const length = Math.hypot(a, b) || 1;
  if (![a, b, e, f, size, raw.width].every(Number.isFinite) || size <= 0) return null;
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  const to: [number, number] = [e + (raw.width * a) / length, f + (raw.width * b) / length];
  const near = (angle: number): boolean => Math.abs(((degrees - angle + 540) % 360) - 180) < 8;
  const turn = near(0) ? 0 : near(-90) ? 1 : near(180) ? 2 : near(90) ? 3 : null;
  return {
    text,
    x0: e,
    x1: Math.max(to[0], e + size * 0.1),
    y: f,
    size,
    font,
    artifact,
    turn,
    from: [e, f],
    to,
    ...(tag ? { tag } : {}),
  };
}

/** Gives items of a list whose bullet is drawn and not written a bullet. */
export function addBullets(pieces: readonly Piece[], labelled: ReadonlySet<number>): void {
  const written = new Set<number>();
  const first = new Map<number, Piece>();
  for (const piece of pieces) {
    const { item, label } = piece.tag ?? {};
    if (item === undefined || !labelled.has(item)) continue;
    if (label) written.add(item);
    else if (!first.has(item)) first.set(item, piece);
  }
  for (const [item, piece] of first) {
    if (!written.has(item) && /^[\p{L}\p{N}"'‘“(]/u.test(piece.text)) piece.text = `• ${piece.text}`;
  }
}

/** Sorts the pieces of a page into upright text and rotated heads; text drawn twice, to look bold, counts once. */
export function assemble(pieces: readonly Piece[], width: number, height: number): Page {
  const items: Item[] = [];
  const seen = new Map<string, Piece[]>();
  const sideways: Piece[] = [];
  for (const piece of pieces) {
    const same = seen.get(piece.text);
    const twice = same?.some(
      (other) =>
        Math.abs(other.from[0] - piece.from[0]) < 0.12 * piece.size &&
        Math.abs(other.from[1] - piece.from[1]) < 0.12 * piece.size,
    );
    if (twice) continue;
    // Only the last few: text is drawn twice at once, or layer after layer of one page.
    if (same) same.push(piece);
    else seen.set(piece.text, [piece]);
    if ((same?.length ?? 0) > 50) same?.shift();
    if (piece.turn === 1 || piece.turn === 3) sideways.push(piece);
    else if (piece.turn === 0) {
      const { turn: _, from: __, to: ___, ...item } = piece;
      items.push(item);
    } else sideways.push(piece);
  }
  return { width, height, items, turned: turnedLines(sideways) };
}

/** Rotated pieces on one line, put together in the direction they are read. */
function turnedLines(pieces: readonly Piece[]): Turned[] {
  const lines: { piece: Piece; text: string; start: number; end: number }[] = [];
  const along = (piece: Piece, point: [number, number]): number =>
    piece.turn === 1 ? -point[1] : piece.turn === 3 ? point[1] : point[0];
  const sorted = [...pieces].sort((p, q) => p.from[0] - q.from[0] || along(p, p.from) - along(q, q.from));
  for (const piece of sorted) {
    const last = lines.at(-1);
    const start = along(piece, piece.from);
    if (
      last &&
      last.piece.turn === piece.turn &&
      Math.abs(last.piece.from[0] - piece.from[0]) < 0.3 * piece.size &&
      start >= last.end - piece.size &&
      start - last.end < 1.5 * piece.size
    ) {
      last.text += `${start - last.end > 0.15 * piece.size && !last.text.endsWith(" ") ? " " : ""}${piece.text}`;
      last.end = along(piece, piece.to);
    } else lines.push({ piece, text: piece.text, start, end: along(piece, piece.to) });
  }
  return lines.map(({ piece, text, start, end }) => {
    const ys =
      piece.turn === 1 ? [-end, -start] : piece.turn === 3 ? [start, end] : [piece.from[1] - piece.size, piece.from[1]];
    const middle =
      piece.turn === 1
        ? piece.from[0] - piece.size * 0.35
        : piece.turn === 3
          ? piece.from[0] + piece.size * 0.35
          : (piece.from[0] + piece.to[0]) / 2;
    return {
      text: text.replace(/\s+/g, " ").trim(),
      x: middle,
      top: Math.min(...(ys as [number, number])),
      bottom: Math.max(...(ys as [number, number])),
      size: piece.size,
      down: piece.turn === 3,
    };
  });
}
