/** What a kwalificatiedossier or keuzedeel is called, also where its title page is missing. */
import { type RepairedText, splitLines } from "../repair/index.js";
import type { Block } from "./blocks.js";
import { collapse } from "./builder.js";
import { codeHeading, parseCode } from "./codes.js";
import { isBackgroundHeading, isOverviewHeading, looksLikeTitle, sectionOf } from "./headings.js";
import { readOverview } from "./overview.js";
import { overviewRanges } from "./overview-range.js";
import { readScope } from "./scope.js";
import { type Title, withVersion } from "./title.js";

const OPENS = /^(?:kwalificatiedossier|keuzedeel|landelijke kwalificaties)(?:\s+mbo)?$/iu;
/** "Kwalificatiedossier Pedagogisch werk", "Keuzedeel mbo: Ondernemen". */
const NAMED =
  /^(?:[Kk]walificatiedossier|KWALIFICATIEDOSSIER|[Kk]euzedeel|KEUZEDEEL)(?:\s+(?:mbo|MBO))?\s*[:–-]?\s+(\p{Lu}.{2,90})$/u;
const VALID_FROM = /\bgeldig (?:vanaf|van|per)\s*:?\s*(\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})/iu;
/** Lines of a title page that are no title. */
const REGISTER =
  /crebo|^code\b|^penvoerder|^gevalideerd|^gewijzigd|^versie|^sector|^opleidingsdomein|^geldig|^kwalificaties?\s*:?$|^mbo$|^op\s*:|^\d/iu;
/** What stands behind the title of a keuzedeel on its title page. */
const BELONGS = /\s+behorend(?:e)? bij\b.*$/iu;
/** The code of a keuzedeel beside its title: "Koken (K0123)", "K0123 Koken". */
const OWN_CODE = /^(?:K\d{4}\s*[:–-]?\s+(?=\p{Lu}))?(.+?)(?:\s*[,–-]?\s*\(?K\d{4}\)?)?$/u;
/** How many lines of a title page can stand between its name for itself and its title. */
const PAGE_LINES = 8;
const MAX_TITLE = 110;

/** The title, or null where nothing in the document says one. */
export function kwalificatieTitle(blocks: readonly Block[], repaired: RepairedText): Title | null {
  const lines = blocks.map((block) => collapse(block.text).replace(/^\*\*(.+)\*\*$/u, "$1"));
  const found =
    keuzedeel(lines) ??
    titlePage(blocks, lines) ??
    ownName(blocks, lines) ??
    runningHead(repaired) ??
    firstLine(blocks, lines) ??
    profile(blocks, lines);
  if (!found) return null;
  const title = withVersion(found.replace(BELONGS, "").replace(OWN_CODE, "$1"));
  const version = title.version ?? lines.slice(0, 40).flatMap((line) => VALID_FROM.exec(line)?.[1] ?? [])[0];
  return version ? { ...title, version } : title;
}

/** The line under "KWALIFICATIEDOSSIER", or the one above the number in the register. */
function titlePage(blocks: readonly Block[], lines: readonly string[]): string | null {
  const opened = lines.findIndex((line) => OPENS.test(line));
  if (opened < 0) return null;
  const page = lines
    .slice(opened + 1, opened + 1 + PAGE_LINES)
    .filter((line, i) => isTitle(blocks[opened + 1 + i], line) || /crebo/iu.test(line));
  const register = page.findIndex((line) => /crebo/iu.test(line));
  const before = register > 0 ? page[register - 1] : undefined;
  return before && !REGISTER.test(before) ? before : (page.find((line) => !REGISTER.test(line)) ?? null);
}

const isTitle = (block: Block | undefined, line: string): boolean =>
  block !== undefined &&
  block.type !== "item" &&
  line.length <= MAX_TITLE &&
  /\p{L}{2}/u.test(line) &&
  !/[.;:,]$/.test(line);

function named(line: string): string | null {
  const own = NAMED.exec(line)?.[1];
  if (
    own === undefined ||
    !looksLikeTitle(own) ||
    /\b(?:is|zijn|wordt|worden|bevat|beschrijft|geeft|kent)\b/u.test(own)
  )
    return null;
  return own.replace(VALID_FROM, "").replace(/[\s,|–-]+$/u, "");
}

function ownName(blocks: readonly Block[], lines: readonly string[]): string | null {
  for (const [i, line] of lines.slice(0, 60).entries()) {
    const own = blocks[i]?.type === "item" ? null : named(line);
    if (own) return own;
  }
  return null;
}

/** The title in a head or foot that pages repeat, where it names itself. */
function runningHead(repaired: RepairedText): string | null {
  const known = HEADS.get(repaired);
  if (known !== undefined) return known;
  const found = findHead(repaired);
  HEADS.set(repaired, found);
  return found;
}

/** The head of a text, which all dossiers of a file share. */
const HEADS = new WeakMap<RepairedText, string | null>();

function findHead(repaired: RepairedText): string | null {
  for (const [start, end] of repaired.furniture) {
    for (const { text } of splitLines(repaired.source.slice(start, end))) {
      const own = named(text.replace(/\s*[|–-]?\s*(?:pagina|pag\.?|blz\.?)?\s*\d+(?:\s*(?:van|\/)\s*\d+)?\s*$/iu, ""));
      if (own) return own;
    }
  }
  return null;
}

function keuzedeel(lines: readonly string[]): string | null {
  for (const line of lines) {
    const heading = codeHeading(line);
    if (heading?.code.rank === "deel" && heading.code.code.startsWith("D") && heading.title !== "")
      return heading.title;
  }
  return null;
}

/** The very first line, where it is a title of its own and not the name of a section. */
function firstLine(blocks: readonly Block[], lines: readonly string[]): string | null {
  const [block] = blocks;
  const [line = ""] = lines;
  if (block?.type !== "line" || !looksLikeTitle(line) || parseCode(line) || REGISTER.test(line)) return null;
  if (
    isBackgroundHeading(line) ||
    isOverviewHeading(line) ||
    sectionOf(line) ||
    /^(?:basisdeel|profieldeel|niveau)\b/iu.test(line)
  )
    return null;
  return line;
}

/** Without a title page: the only profile that is named, else whom additions hold for most often. */
function profile(blocks: readonly Block[], lines: readonly string[]): string | null {
  const overview = readOverview(
    overviewRanges(blocks).flatMap(([start, end]) => blocks.slice(start, end).flatMap((block) => block.lines)),
  );
  const names = [...overview.values()]
    .filter((entry) => entry.rank === "deel" && entry.title !== "")
    .map((entry) => entry.title);
  const [only] = names;
  if (only && names.length === 1) return only;
  const counts = new Map<string, number>();
  for (const line of lines) {
    const scope = readScope(line)?.scope;
    if (scope) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  if (best && best[1] >= 2) return best[0].charAt(0).toUpperCase() + best[0].slice(1);
  const profiles = lines.flatMap((line) => {
    const heading = codeHeading(line);
    return heading?.code.rank === "deel" && heading.title !== "" ? [heading.title] : [];
  });
  return profiles[0] ?? null;
}
