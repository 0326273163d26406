/** Where in a document the overview stands: codes and titles listed, not yet described. */
import type { Block } from "./blocks.js";
import { collapse } from "./builder.js";
import { type Code, findCodes, parseCode } from "./codes.js";
import { headingNumber, isBackgroundHeading, isOverviewHeading, looksLikeTitle, sectionOf } from "./headings.js";

/** Least codes, werkprocessen among them, that make a list without a heading of its own an overview. */
const MIN_CODES = 4;
const MIN_WERKPROCESSEN = 2;
/** How far before the first section its own headings (part, kerntaak, "Typering van …") can begin, in blocks. */
const MAX_HEADINGS = 5;
/** Shortest paragraph that counts as prose. */
const MIN_PROSE = 25;

/** Names of sections that only a description has. */
const DESCRIBES = new Set([
  "omschrijving",
  "resultaat",
  "gedrag",
  "complexiteit",
  "verantwoordelijkheid",
  "vakkennis",
  "context",
  "typering",
  "houding",
]);
const PART = /^(?:basisdeel|profieldeel)\b/iu;

const codesOf = (block: Block): Code[] =>
  block.lines.flatMap((line) =>
    findCodes(line.text)
      .filter(({ code, at }) => code.rank !== "deel" || at === 0)
      .map(({ code }) => code),
  );

const describes = (block: Block): boolean => {
  const section = block.type === "line" ? sectionOf(collapse(block.text)) : null;
  return section !== null && DESCRIBES.has(section);
};

const isProse = (block: Block): boolean =>
  block.type !== "line" &&
  block.text.length >= MIN_PROSE &&
  /[.!?]["'’”)]*$/u.test(block.text) &&
  codesOf(block).length === 0;

/**
 * The overviews among the blocks of a dossier, tables of contents too, as half-open ranges of block numbers. An
 * overview begins at its heading, or at the first of a list of codes; it ends where something is described: a section
 * of its own, or prose under a code that was listed before.
 */
export function overviewRanges(blocks: readonly Block[]): [number, number][] {
  const out: [number, number][] = [];
  let i = 0;
  while (i < blocks.length) {
    const block = blocks[i] as Block;
    const headed = block.type !== "item" && isOverviewHeading(collapse(block.text));
    if (!headed && (codesOf(block).length === 0 || parseCode(block.text) === null)) {
      i++;
      continue;
    }
    const end = endOf(blocks, i, headed);
    if (headed || isList(blocks.slice(i, end))) {
      out.push([i, end]);
      i = Math.max(end, i + 1);
    } else return out; // The first code is described at once: what follows is no list.
  }
  return out;
}

function isList(blocks: readonly Block[]): boolean {
  const codes = new Map(blocks.flatMap(codesOf).map((code) => [code.code, code]));
  const werkprocessen = [...codes.values()].filter((code) => code.rank === "werkproces").length;
  return codes.size >= MIN_CODES && werkprocessen >= MIN_WERKPROCESSEN;
}

function endOf(blocks: readonly Block[], start: number, headed: boolean): number {
  const seen = new Set<string>();
  /** The last code was listed before: here it is described. */
  let again = false;
  let proseInARow = 0;
  for (let i = start + (headed ? 1 : 0); i < blocks.length; i++) {
    const block = blocks[i] as Block;
    const codes = codesOf(block);
    for (const code of codes) {
      again = seen.has(code.code);
      seen.add(code.code);
    }
    if (codes.length > 0) {
      proseInARow = 0;
      continue;
    }
    // Chapters about the document stand between a table of contents and the overview.
    if (headed && i > start + 1 && block.type === "line" && isBackgroundHeading(collapse(block.text))) return i;
    if (describes(block) || (i > start && /^kwalificatiedossier$/iu.test(collapse(block.text))))
      return headingsBefore(blocks, start, i, seen);
    if (!isProse(block)) continue;
    proseInARow++;
    // One sentence may explain the table; under a code that was listed before, after nothing listed, or followed by
    // more of its kind, it is the text of the document.
    if (again || seen.size === 0 || proseInARow > 1)
      return headingsBefore(blocks, start, i - (proseInARow > 1 ? 1 : 0), seen);
    if (!headed && codesOf(blocks[i - 1] as Block).length > 0) return headingsBefore(blocks, start, i, new Set());
  }
  return blocks.length;
}

/** Steps back from the first block that describes something over the headings that lead to it. */
function headingsBefore(blocks: readonly Block[], start: number, at: number, seen: ReadonlySet<string>): number {
  let first = at;
  for (let i = at - 1; i > start && at - i <= MAX_HEADINGS; i--) {
    const block = blocks[i] as Block;
    const text = collapse(block.text);
    const code = parseCode(text);
    // A heading holds one code, which the list had before; a row of the table is no heading of what comes.
    if (code) {
      const once = blocks.slice(start, i).some((other) => codesOf(other).some((own) => own.code === code.code));
      if (codesOf(block).length > 1 || !(once && seen.has(code.code))) break;
      first = i;
    } else if (PART.test(text)) {
      first = i;
      break;
    } else if (block.type === "item" && /^\d/.test(block.marker ?? "") && looksLikeTitle(text)) first = i;
    else if (block.type !== "line") break;
    else if (seen.size === 0 || headingNumber(text) !== null) first = i;
  }
  return first;
}
