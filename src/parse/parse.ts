import type { Dossier, DossierKind } from "../model.js";
import type { SourceText } from "../read/index.js";
import { type RepairedText, repairText } from "../repair/index.js";
import { type Block, blocks } from "./blocks.js";
import { CoverageMap, collapse, DossierBuilder, type Segment } from "./builder.js";
import { codeHeading } from "./codes.js";
import { detectKind } from "./detect.js";
import { sectionOf } from "./headings.js";
import { Ids, slug } from "./ids.js";
import { parseList } from "./list.js";
import { liftMarks } from "./markdown.js";
import { isHeadingLine } from "./outline.js";
import { READERS } from "./readers.js";
import { findTitle } from "./title.js";

export interface ParseOptions {
  /** Overrides the detected kind. */
  kind?: DossierKind;
}

const OPENS_DOSSIER = /^(?:kwalificatiedossier|keuzedeel)(?: mbo)?$/iu;

/** What a document was read as, and where every passage of it went. */
export interface Audit {
  dossiers: Dossier[];
  segments: Segment[];
}

/**
 * Text → dossiers. One file can hold several; what stands before the first belongs to the first.
 * @param repairedText the result of `repairText` on the source's text; made here if left out
 * @returns at least one dossier, in the order of the file
 */
export function parseDossiers(source: SourceText, repairedText?: RepairedText, options: ParseOptions = {}): Dossier[] {
  return source.rows ? parseList(source, source.rows) : auditDocument(source, repairedText, options).dossiers;
}

/** As {@link parseDossiers}, with the class of every passage of the source. */
export function auditDocument(
  source: SourceText,
  repairedText: RepairedText = repairText(source.text, { known: source }),
  options: ParseOptions = {},
): Audit {
  if (source.rows) {
    const dossiers = parseList(source, source.rows);
    const coverage = new CoverageMap(repairText(source.text, { repair: false }));
    coverage.markSource(0, source.text.length, "headings");
    for (const { statements } of dossiers) {
      for (const { source: at } of statements) coverage.markSource(at.start, at.end, "statements");
    }
    return { dossiers, segments: coverage.segments() };
  }
  const kind = options.kind ?? detectKind(source).kind;
  const reader = READERS[kind];
  const prepared = reader.prepare?.(repairedText) ?? repairedText;
  const { repaired, marks } =
    source.format === "markdown" ? liftMarks(prepared, kind === "generic") : { repaired: prepared, marks: [] };
  const coverage = new CoverageMap(repaired);
  for (const [start, end] of marks) coverage.markSource(start, end, "headings");
  const all = blocks(
    repaired.mapped.text,
    (line) => isHeadingLine(line) || reader.isHeading?.(line) === true,
    reader.opens,
  );
  const ids = new Ids();
  const parts = splitParts(all);
  const ends = parts.map((_, i) => {
    const first = parts[i + 1]?.[0];
    return first ? repaired.mapped.toSource(first.start, first.start + 1)[0] : source.text.length;
  });
  const dossiers = parts.map((own, i) => {
    const { title, version } = reader.title?.(own, repaired) ?? findTitle(own, repaired, kind);
    const builder = new DossierBuilder(ids.claim(slug(title)), title, kind, coverage);
    if (version) builder.version = version;
    reader.read(builder, own);
    return builder.finish(source, i === 0 ? 0 : (ends[i - 1] ?? 0), ends[i] ?? source.text.length);
  });
  return { dossiers, segments: coverage.segments() };
}

/**
 * The blocks of each dossier of a file: a line "KWALIFICATIEDOSSIER" (or "Keuzedeel mbo") opens one, where there are two
 * or more. The same line with the same title below it is a page of the dossier that is open; one with nothing
 * described below it is a mention.
 */
function splitParts(all: readonly Block[]): Block[][] {
  const text = (i: number): string => collapse(all[i]?.text ?? "");
  const starts: number[] = [];
  for (const [i] of all.entries()) {
    if (!OPENS_DOSSIER.test(text(i))) continue;
    const last = starts.at(-1);
    if (last === undefined || (text(last + 1) !== text(i + 1) && text(i) === text(last))) starts.push(i);
  }
  const described = starts.filter((start, i) => {
    const own = all.slice(start, starts[i + 1] ?? all.length);
    return own.some((block) => codeHeading(block.text) !== null || sectionOf(collapse(block.text)) !== null);
  });
  if (described.length < 2) return [[...all]];
  return described.map((start, i) => all.slice(i === 0 ? 0 : start, described[i + 1] ?? all.length));
}
