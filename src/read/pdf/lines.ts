/** Pieces of text → the lines of a page. */

import { isMark } from "../grid.js";
import { isNoteMark, NOTE_MARK } from "../note-marks.js";
import type { Item } from "./items.js";
import type { Tag } from "./tags.js";

/** Text on one baseline without a wide gap in it. */
export interface Segment {
  text: string;
  /** Ranges of the text that are footnote marks. */
  marks: [number, number][];
  x0: number;
  x1: number;
  y: number;
  size: number;
  /** The font of all of it, or null where it has several. */
  font: string | null;
  artifact: boolean;
  tag?: Tag;
}

/** All segments at one height, from left to right; those of several columns need not stand on one baseline. */
export interface Line {
  y: number;
  size: number;
  segments: Segment[];
}

/** A gap wider than this (in ems) parts what stands on one line. */
const WIDE_GAP = 1.15;
/** The same beside a mark of a matrix. */
const CROSS_GAP = 0.45;
/** A gap wider than this is a space. */
const SPACE = 0.14;
/** Behind the mark of an item the gap may be wide. */
const MARKER = /^(?:[•▪●◦‣∙·►➢✓■□–—*§-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|(?:\d{1,2}\.){1,4}\d{0,2})$/u;
const MARKER_GAP = 4.5;
/** How many pieces are looked at on either side for the text that a raised one belongs to. */
const REACH = 300;
/** Letters of symbol fonts that lost their meaning, as they stand before an item. */
const LOST_BULLET = /^[§ØüvqoŸ�]$/u;

/** Finds raised and lowered pieces and sets them on the baseline of the text they belong to. */
function settle(items: readonly Item[]): Item[] {
  const sorted = [...items].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  return sorted.map((item, i) => {
    const short = item.text.trim().length <= 8;
    if (!short) return item;
    // The neighbours stand a little higher or lower and touch the piece.
    let best: Item | null = null;
    for (const step of [-1, 1]) {
      for (let j = i + step; j >= 0 && j < sorted.length && Math.abs(j - i) < REACH; j += step) {
        const other = sorted[j] as Item;
        if (Math.abs(other.y - item.y) > other.size * 0.7 + item.size) break;
        if (other.size < item.size * 1.1) continue;
        const shift = other.y - item.y;
        const gap = Math.max(item.x0 - other.x1, other.x0 - item.x1);
        if (shift > other.size * 0.6 || shift < -other.size * 0.35 || gap > other.size * 0.35) continue;
        if (!best || Math.abs(other.x1 - item.x0) < Math.abs(best.x1 - item.x0)) best = other;
      }
    }
    if (!best) return item;
    const raised = best.y - item.y > best.size * 0.15 && NOTE_MARK.test(item.text.trim());
    return { ...item, y: best.y, ...(raised ? { raised } : {}) };
  });
}

export function toLines(items: readonly Item[]): Line[] {
  const sorted = settle(items).sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const groups: Item[][] = [];
  for (const item of sorted) {
    const group = groups.at(-1);
    const first = group?.[0];
    if (group && first && item.y - first.y < 0.35 * Math.min(first.size, item.size)) group.push(item);
    else groups.push([item]);
  }
  const lines = groups.map((group) => toLine(toSegments(group.sort((a, b) => a.x0 - b.x0))));
  return beside(lines);
}

export function toLine(segments: Segment[]): Line {
  const longest = segments.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return { y: longest.y, size: longest.size, segments };
}

/** Puts lines of several columns that overlap in height together, though their baselines differ. */
function beside(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  for (const line of lines) {
    const last = out.at(-1);
    const low = Math.max(...(last?.segments.map((segment) => segment.y) ?? [0]));
    const high = Math.min(...(last?.segments.map((segment) => segment.y) ?? [0]));
    const close = last !== undefined && line.y - high < 0.85 * Math.min(last.size, line.size) && line.y >= low - 1;
    if (
      close &&
      line.segments.every((a) =>
        last.segments.every((b) => a.x0 > b.x1 + WIDE_GAP * a.size || b.x0 > a.x1 + WIDE_GAP * a.size),
      )
    ) {
      const segments = [...last.segments, ...line.segments].sort((a, b) => a.x0 - b.x0);
      out[out.length - 1] = toLine(segments);
    } else out.push(line);
  }
  return out;
}

function toSegments(items: readonly Item[]): Segment[] {
  const segments: Segment[] = [];
  for (const item of items) {
    const last = segments.at(-1);
    const text = item.text;
    const gap = last ? item.x0 - last.x1 : 0;
    const size = last ? Math.max(last.size, item.size) : item.size;
    const isMarker =
      last !== undefined &&
      gap > 0.2 * size &&
      (MARKER.test(last.text.trim()) || (LOST_BULLET.test(last.text) && gap > 0.45 * size));
    // A mark of a matrix is parted from its neighbour by less, and what tags put into two cells is never one.
    const wide = last && (isCross(text) || isCross(last.text)) ? CROSS_GAP : isMarker ? MARKER_GAP : WIDE_GAP;
    if (last && gap <= size * wide && sameCell(last.tag, item.tag)) {
      if (isMarker && LOST_BULLET.test(last.text)) last.text = "•";
      if (gap > SPACE * size && !/\s$/.test(last.text) && !/^\s/.test(text) && !item.raised) last.text += " ";
      if (item.raised) {
        const raw = text.trim();
        last.text = last.text.trimEnd();
        if (isNoteMark(raw, last.text)) last.marks.push([last.text.length, last.text.length + raw.length]);
        last.text += raw;
      } else last.text += text;
      last.x1 = Math.max(last.x1, item.x1);
      last.size = Math.max(last.size, item.raised ? 0 : item.size);
      if (last.font !== item.font && !item.raised) last.font = null;
      last.artifact &&= item.artifact;
    } else {
      const { x0, x1, y, font, artifact, tag } = item;
      const marks: [number, number][] = item.raised ? [[0, text.trim().length]] : [];
      segments.push({ text, marks, x0, x1, y, size: item.size, font, artifact, ...(tag ? { tag } : {}) });
    }
  }
  return segments.map(tidied);
}

const isCross = (text: string): boolean => /^\s*\(?\s?[xX×✓✔√]\s?\)?\s*$/u.test(text) && isMark(text);

function sameCell(a: Tag | undefined, b: Tag | undefined): boolean {
  if (!a?.cell || !b?.cell) return true;
  return a.cell.table === b.cell.table && a.cell.row === b.cell.row && a.cell.column === b.cell.column;
}

/** White space at the ends off and made single within; soft hyphens within a line show nothing. */
function tidied(segment: Segment): Segment {
  let text = "";
  const places = new Int32Array(segment.text.length + 1);
  for (let i = 0; i < segment.text.length; i++) {
    places[i] = text.length;
    const c = segment.text[i] as string;
    if (c === "\u00ad" && i < segment.text.trimEnd().length - 1) continue;
    if (/\s/.test(c)) {
      if (text !== "" && !text.endsWith(" ")) text += " ";
    } else text += c;
  }
  places[segment.text.length] = text.length;
  const marks = segment.marks.map(([a, b]): [number, number] => [places[a] ?? 0, places[b] ?? 0]);
  return { ...segment, text: text.trimEnd(), marks };
}

/** The text of a line with its segments joined by a separator. */
export function lineText({ segments }: Line, separator = " "): { text: string; marks: [number, number][] } {
  let text = "";
  const marks: [number, number][] = [];
  for (const segment of segments) {
    if (text !== "") text += separator;
    for (const [a, b] of segment.marks) marks.push([text.length + a, text.length + b]);
    text += segment.text;
  }
  return { text, marks };
}
