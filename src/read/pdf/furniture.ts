/** Running heads, feet and page numbers, by their place: what stands at one height on many pages, above or below the rest. */
import { type Line, lineText } from "./lines.js";

export interface PageLines {
  width: number;
  height: number;
  lines: Line[];
}

export interface Sorted {
  head: Line[];
  body: Line[];
  foot: Line[];
}

/** How many lines at the top and the bottom may be heads and feet. */
const DEPTH = 4;
/** They stand in the outer part of the page. */
const ZONE = 0.16;
const PAGE_NUMBER =
  /^(?:[-–—|]\s*)?(?:(?:pagina|pag\.?|page|p\.|blz\.?|bladzijde)\s*)?\d{1,4}(?:\s*(?:van|of|\/|\|)\s*\d{1,4})?(?:\s*[-–—|])?$/iu;
const masked = (text: string): string => text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ").trim();

interface Candidate {
  page: number;
  line: Line;
  text: string;
  side: "head" | "foot";
  /** 0 is the outermost line. */
  rank: number;
}

/** @param body size of the running text */
export function sortFurniture(pages: readonly PageLines[], body: number): Sorted[] {
  const candidates: Candidate[] = [];
  for (const [page, { lines, height }] of pages.entries()) {
    for (let rank = 0; rank < Math.min(DEPTH, lines.length); rank++) {
      const first = lines[rank] as Line;
      const last = lines[lines.length - 1 - rank] as Line;
      if (first.y < height * ZONE)
        candidates.push({ page, line: first, text: lineText(first).text, side: "head", rank });
      if (last.y > height * (1 - ZONE))
        candidates.push({ page, line: last, text: lineText(last).text, side: "foot", rank });
    }
  }
  const chosen = new Set<Line>();
  // The same text, numbers aside, at the same height, on two pages of few or a good share of many.
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = `${candidate.side} ${masked(candidate.text)}`;
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  const heights = new Map<"head" | "foot", number[]>([
    ["head", []],
    ["foot", []],
  ]);
  const needed = Math.max(2, Math.min(4, Math.ceil(pages.length * 0.2)));
  for (const group of groups.values()) {
    const level = group.filter(({ line }) => Math.abs(line.y - median(group.map((other) => other.line.y))) < 4);
    if (new Set(level.map(({ page }) => page)).size < needed) continue;
    if (!isFurniture(level, body)) continue;
    for (const { line, side } of level) {
      chosen.add(line);
      heights.get(side)?.push(line.y);
    }
  }
  // Page numbers by themselves, and what stands at the height of heads and feet that were found: the head of a chapter
  // that is one page long.
  for (const { line, side, text, rank, page } of candidates) {
    if (chosen.has(line)) continue;
    const known = (heights.get(side) ?? []).some((y) => Math.abs(y - line.y) < 1.5);
    const number =
      PAGE_NUMBER.test(text) &&
      rank === 0 &&
      pages.length > 1 &&
      Math.abs(Number(/\d+/.exec(text)?.[0]) - page - 1) <= 30;
    const artifact = line.segments.every((segment) => segment.artifact);
    if (artifact || number || (known && apart(line, side, pages[page] as PageLines) && text.length < 120))
      chosen.add(line);
  }
  return pages.map(({ lines }) => {
    // Only an unbroken run at the edge: what stands between body lines is body.
    let from = 0;
    while (from < Math.min(DEPTH, lines.length) && chosen.has(lines[from] as Line)) from++;
    let to = lines.length;
    while (to > from && lines.length - to < DEPTH && chosen.has(lines[to - 1] as Line)) to--;
    return { head: lines.slice(0, from), body: lines.slice(from, to), foot: lines.slice(to) };
  });
}

/** Headings that count ("Competentie 1", "Competentie 2" at the top of their pages) are no running heads. */
function isFurniture(group: readonly Candidate[], body: number): boolean {
  if (new Set(group.map(({ text }) => text)).size === 1) return true;
  const numbers = group.map(({ text, page }) => [...text.matchAll(/\d+/g)].map((match) => Number(match[0]) - page));
  // A page number grows as the pages do; the other numbers stay.
  const width = Math.min(...numbers.map((row) => row.length));
  const steady = Array.from({ length: width }, (_, i) => i).some(
    (i) => new Set(numbers.map((row) => row[i])).size === 1,
  );
  return (
    steady &&
    group.every(({ line, side, text }) => side === "foot" || PAGE_NUMBER.test(text) || line.size <= body * 1.05)
  );
}

/** Whether a line stands apart from its neighbour on the page. */
function apart(line: Line, side: "head" | "foot", { lines }: PageLines): boolean {
  const at = lines.indexOf(line);
  const next = lines[side === "head" ? at + 1 : at - 1];
  return next === undefined || Math.abs(next.y - line.y) > 1.6 * Math.max(line.size, next.size);
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
