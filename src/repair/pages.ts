import type { TextLine } from "./lines.js";

/** What a page can hold, in characters: from a title page to a full one in small print. */
const PAGE = { least: 300, most: 9000 };
/** Blank lines that a page break usually leaves above the number of the next page. */
const GAP = 3;
/** Numbers with that gap above them that a series must have. */
const SURE = 2;
/** How many numbers back the one before it may stand. */
const MOST_BACK = 100;

/**
 * Page numbers of which most were lost: numbers alone between blank lines that grow through the document as fast as
 * its pages can, some of them below the gap of a page break.
 * @param text the text of the lines
 * @param candidates lines that hold only a number, in order
 * @returns the longest such series; empty if none is sure enough
 */
export function sparsePageNumbers(text: string, candidates: readonly TextLine[]): TextLine[] {
  const alone = candidates.filter((line) => blanksBefore(text, line) >= 1 && blanksAfter(text, line) >= 1);
  const links: Link[] = [];
  let longest: Link | undefined;
  for (const line of alone) {
    let before: Link | undefined;
    for (const link of links.slice(-MOST_BACK)) {
      const pages = Number(line.text) - Number(link.line.text);
      const size = (line.start - link.line.start) / pages;
      if (pages > 0 && size >= PAGE.least && size <= PAGE.most && link.length > (before?.length ?? 0)) before = link;
    }
    const link: Link = { line, length: (before?.length ?? 0) + 1, before };
    links.push(link);
    if (link.length > (longest?.length ?? 0)) longest = link;
  }
  const series: TextLine[] = [];
  for (let link = longest; link; link = link.before) series.push(link.line);
  series.reverse();
  return series.filter((line) => blanksBefore(text, line) >= GAP).length >= SURE ? series : [];
}

interface Link {
  line: TextLine;
  /** Of the series up to here. */
  length: number;
  before: Link | undefined;
}

function blanksBefore(text: string, line: TextLine): number {
  return breaks(/\s*$/u.exec(text.slice(Math.max(0, line.start - 40), line.start))?.[0] ?? "") - 1;
}

function blanksAfter(text: string, line: TextLine): number {
  return breaks(/^\s*/u.exec(text.slice(line.end, line.end + 40))?.[0] ?? "") - 1;
}

const breaks = (white: string): number => white.match(/\r\n?|\n|\f/g)?.length ?? 0;
