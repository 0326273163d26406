/**
 * The overview of a kwalificatiedossier: a table of profiles, kerntaken and werkprocessen with their titles. Taken out
 * of a PDF its columns are broken: codes stand in one run and titles in the next, titles are wrapped, a kerntaak's
 * title is cut in two by the codes beside it, a page breaks it all. It is read as the list of what must be found.
 */
import { mboLevel } from "../language/levels.js";
import type { CodeOrigin, Level } from "../model.js";
import type { TextLine } from "../repair/index.js";
import { type Code, findCodes, settleCodes } from "./codes.js";
import { breaksOff, looksLikeTitle } from "./headings.js";

export interface OverviewEntry {
  code: string;
  origin: Exclude<CodeOrigin, "inferred">;
  rank: Code["rank"];
  parent: string | null;
  /** Empty where none could be read. */
  title: string;
  /** Of a profile, where the table states it. */
  level?: Level;
}

/** The entries by code, in the order of the table. */
export type Overview = ReadonlyMap<string, OverviewEntry>;

/** Columns that stand beside the title of a profile: its level, its number in the register, ways to learn it. */
const BESIDE =
  /[\s,;]+(?:\(?(?:mbo)?[\s-]*(?:niveau)?[\s-]*:?\s*[1-4]\)?|\(?(?:crebo(?:code|nummer)?:?\s*)?\d{5}\)?|ja|nee|bol|bbl|bol\s*\/\s*bbl)\s*$/iu;
const LEVEL = /([1-4])\)?$/u;
const ONLY_LEVEL = /^(?:(?:mbo-?)?niveau\s*:?\s*)?([1-4])$/iu;
/** The number of the page and the dots before it, in a table of contents. */
const LEADERS = /\s*(?:\.\s?){3,}\s*\d{0,3}$/u;
const PAGE = /\s+\d{1,3}$/u;
/** Heads of columns and what else stands in the table beside codes and titles. */
const LABEL =
  /^(?:(?:nee|ja)\b.{0,40}|.*middenkader.*|niveau(?:\(s\)|s)?|naam\b.{0,30}|profiel(?:en|\(en\))?|kerntaken?|werkprocess?(?:en)?|codes?|titels?|kwalificaties?|basisdeel|profieldeel|crebo.{0,12}|(?:mbo-)?certificaat.{0,20}|beroepsvereisten|generiek.{0,30}|keuzedelen?)$/iu;
/** A table has few wrapped titles that begin with a capital; more is no table. */
const MAX_MERGES = 40;
/** A title of a werkproces opens with a verb in the third person. */
const OPENS_WITH_VERB = /^\p{Lu}\p{Ll}*t\b/u;

interface Draft extends OverviewEntry {
  pieces: string[];
  /** It waits for a title. */
  waits: boolean;
}

/** Cells of a line, where the columns of the page were kept as white space. */
const cells = (text: string): string[] =>
  text
    .split(/\t|\s{3,}/u)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
const join = (pieces: readonly string[]): string => pieces.join(" ").replace(/\s+/g, " ").trim();

/**
 * Reads the lines of an overview.
 * @param lines in order; lines without codes before the first code are left aside
 */
export function readOverview(lines: readonly TextLine[]): Overview {
  const entries = new Map<string, Draft>();
  const settled = settleAll(lines);
  /** What has a code and no title yet, in order. */
  const waiting: Draft[] = [];
  let served = 0;
  const wait = (draft: Draft): void => {
    if (!draft.waits) waiting.push(draft);
    draft.waits = true;
  };
  /** Titles that have come by since the last code. */
  let run: string[][] = [];
  let kerntaak: Draft | null = null;
  let profile: Draft | null = null;
  /** Where a line that goes on belongs. */
  let last: string[] | null = null;

  const entry = (code: Code, name: string): Draft => {
    let found = entries.get(name);
    if (!found) {
      found = {
        code: name,
        origin: code.origin,
        rank: code.rank,
        parent: code.parent,
        title: "",
        pieces: [],
        waits: false,
      };
      entries.set(name, found);
    }
    return found;
  };

  /** Gives the titles of a run to the codes that wait, merging pieces of titles where there are too many. */
  const flush = (): void => {
    const open = waiting.length - served;
    if (open > 0 && run.length - open <= MAX_MERGES) while (run.length > open && mergeOne(run));
    for (const title of run) {
      const next = waiting[served];
      if (!next) break;
      next.pieces = title;
      served++;
    }
    run = [];
  };

  const paged = hasPageNumbers(lines);
  for (const line of lines) {
    const bare = line.text.replace(LEADERS, "");
    const text = paged ? bare.replace(PAGE, "") : bare;
    const found = findCodes(text).filter(({ code, at }) => code.rank !== "deel" || at === 0);
    if (found.length > 0) {
      flush();
      const left = text.slice(0, found[0]?.at).trim();
      // What stands before a code stands in the column before it: the title of the kerntaak goes on.
      if (left !== "" && !LABEL.test(left)) (kerntaak ?? profile)?.pieces.push(left);
      for (const [i, { code, at }] of found.entries()) {
        const own = text
          .slice(at + code.length, found[i + 1]?.at)
          .replace(/^\s*[:.–-]\s*/u, "")
          .trim();
        const draft = entry(code, settled.get(line)?.[i] ?? code.code);
        const known = draft.pieces.length > 0;
        if (code.rank === "werkproces") {
          if (own !== "") {
            if (!known) draft.pieces.push(own);
            last = draft.pieces;
          } else if (!known) wait(draft);
          continue;
        }
        kerntaak = code.rank === "kerntaak" ? draft : null;
        profile = code.rank === "deel" ? draft : profile;
        // A kerntaak that a page break repeats is not written twice; one by itself has its title in a cell of its own.
        if (own !== "" && !known) draft.pieces.push(own);
        else if (own === "" && !known) wait(draft);
        last = own === "" ? null : draft.pieces;
      }
      continue;
    }
    const level = ONLY_LEVEL.exec(text);
    if (level) {
      const stated = mboLevel(Number(level[1]));
      if (profile && !profile.level && kerntaak === null && stated) profile.level = stated;
      if (run.length > 0 && profile && kerntaak === null) flush();
      continue;
    }
    if (text === "" || LABEL.test(text) || isProse(text)) {
      if (text !== "") last = null;
      continue;
    }
    for (const cell of cells(text)) {
      if (goesOn(cell, last)) {
        last = beside(cell, last, kerntaak);
        last?.push(cell);
      } else if (looksLikeTitle(cell) && entries.size > 0) {
        last = [cell];
        run.push(last);
      } else if (last !== null && looksLikeTitle(cell) === false) last.push(cell);
    }
  }
  flush();
  return finish(entries);
}

/** The codes of each line, doubtful numbers settled over the whole table. */
function settleAll(lines: readonly TextLine[]): Map<TextLine, string[]> {
  const all = lines.flatMap((line) =>
    findCodes(line.text)
      .filter(({ code, at }) => code.rank !== "deel" || at === 0)
      .map(({ code }) => ({ line, code })),
  );
  const names = settleCodes(all.map(({ code }) => code));
  const out = new Map<TextLine, string[]>();
  for (const [i, { line }] of all.entries()) out.set(line, [...(out.get(line) ?? []), names[i] as string]);
  return out;
}

/** Whether it is a table of contents: most lines with a code end in a number. */
function hasPageNumbers(lines: readonly TextLine[]): boolean {
  const coded = lines.filter((line) => findCodes(line.text).some(({ code }) => code.rank !== "deel"));
  return coded.filter((line) => PAGE.test(line.text)).length > coded.length * 0.6;
}

/** A sentence between the parts of the table ("Per profiel gelden deze kerntaken:"). */
const isProse = (text: string): boolean => /[.:]$/.test(text) && text.split(" ").length >= 5;

function goesOn(cell: string, last: readonly string[] | null): boolean {
  if (last === null) return false;
  return /^[\p{Ll}(&/,]/u.test(cell) || breaksOff(last.at(-1) ?? "");
}

/** A wrapped line without a code can go on the werkproces or the kerntaak beside it: the one that is not finished. */
function beside(cell: string, last: string[] | null, kerntaak: Draft | null): string[] | null {
  if (!kerntaak || last === null || last === kerntaak.pieces) return last;
  const open = (pieces: readonly string[]): boolean => breaksOff(pieces.at(-1) ?? "", "noun");
  return open(kerntaak.pieces) && !open(last) && /^\p{Ll}/u.test(cell) ? kerntaak.pieces : last;
}

/** Puts the two titles together that look most like one: false if none do. */
function mergeOne(run: string[][]): boolean {
  let best = -1;
  let score = 0;
  for (let i = 1; i < run.length; i++) {
    const before = (run[i - 1] as string[]).at(-1) ?? "";
    const own = (run[i] as string[])[0] ?? "";
    const value = (breaksOff(before) ? 4 : 0) + (OPENS_WITH_VERB.test(own) ? 0 : 2) + (before.length >= 40 ? 1 : 0);
    if (value > score) {
      score = value;
      best = i;
    }
  }
  if (best < 0) return false;
  const [merged] = run.splice(best, 1) as [string[]];
  (run[best - 1] as string[]).push(...merged);
  return true;
}

function finish(entries: Map<string, Draft>): Overview {
  const out = new Map<string, OverviewEntry>();
  for (const { pieces, waits: _, ...found } of entries.values()) {
    let level = found.level;
    const cleaned = pieces.map((piece) => {
      if (found.rank !== "deel") return piece;
      let rest = piece;
      while (BESIDE.test(` ${rest}`)) {
        const stated = LEVEL.exec(rest)?.[1];
        if (stated && !level) level = mboLevel(Number(stated)) ?? undefined;
        rest = ` ${rest}`.replace(BESIDE, "").trim();
      }
      return rest;
    });
    out.set(found.code, { ...found, title: join(cleaned), ...(level ? { level } : {}) });
  }
  return out;
}
