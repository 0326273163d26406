import type { TextLine } from "./lines.js";

/** What a page can hold, in characters: from a title page to a full one in small print. */
const PAGE = { least: 300, most: 9000 };
/** Blank lines that a page break usually leaves above the number of the next page. */
const GAP = 3;
/** Numbers with that gap above them that a series must have. */
const SURE = 2;

/**
 * Page numbers of which most were lost: numbers alone between blank lines that grow through the document as fast as
 * its pages can, some of them below the gap of a page break.
 * @param text the text of the lines
 * @param candidates lines that hold only a number, in order
 * @returns the longest such series; empty if none is sure enough
 */
export function sparsePageNumbers(text: string, candidates: readonly TextLine[]): TextLine[] {
  const alone = candidates.filter((line) => blanksBefore(text, line) >= 1 && blanksAfter(text, line) >= 1);
  const best: TextLine[][] = [];
  for (const line of alone) {
    const chain = best.reduce<TextLine[]>((longest, open) => {
      const last = open.at(-1) as TextLine;
      const pages = Number(line.text) - Number(last.text);
      const size = (line.start - last.start) / pages;
      return pages > 0 && size >= PAGE.least && size <= PAGE.most && open.length > longest.length ? open : longest;
    }, []);
    best.push([...chain, line]);
  }
  const longest = best.reduce<TextLine[]>((a, b) => (b.length > a.length ? b : a), []);
  return longest.filter((line) => blanksBefore(text, line) >= GAP).length >= SURE ? longest : [];
}

function blanksBefore(text: string, line: TextLine): number {
  return breaks(/\s*$/u.exec(text.slice(Math.max(0, line.start - 40), line.start))?.[0] ?? "") - 1;
}

function blanksAfter(text: string, line: TextLine): number {
  return breaks(/^\s*/u.exec(text.slice(line.end, line.end + 40))?.[0] ?? "") - 1;
}

const breaks = (white: string): number => white.match(/\r\n?|\n|\f/g)?.length ?? 0;
