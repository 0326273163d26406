/**
 * The taken of a profile: per variant in taakgebieden or kerntaken, or the other way about, or without variants, as a
 * list or as a matrix.
 */
import type { Unit } from "../model.js";
import { type TaskArea, taskArea } from "./beroepscompetentieprofiel-lines.js";
import { harvest, markLines, only, type Profile, readBackground } from "./beroepscompetentieprofiel-shared.js";
import { nameKey } from "./beroepscompetentieprofiel-variants.js";
import { collapse } from "./builder.js";
import { looksLikeTitle, sectionOf } from "./headings.js";
import { type Line, type Passage, passages } from "./lines.js";
import { MatrixReader } from "./matrix-reader.js";
import { requirements } from "./requirements.js";

const ENDED = /[.!?;]["'’”)\]]*$/u;

type TaskHeading =
  | { type: "variant"; key: string }
  | { type: "area"; area: TaskArea }
  | { type: "section"; section: string | null };

/** What a line of the part about taken heads, or null for its content. */
function taskHeading(line: Line, variants: ReadonlyMap<string, string>): TaskHeading | null {
  const { text } = line;
  const area = taskArea(text);
  if (area) return { type: "area", area };
  if (text.length <= 80 && !ENDED.test(text) && /^[\p{Lu}\d]/u.test(text)) {
    const key = nameKey(text);
    if (variants.has(key)) return { type: "variant", key };
    const section = sectionOf(text) ?? (LISTS_TASKS.test(text) ? "taak" : null);
    if (section) return { type: "section", section };
    if (OVER_VARIANTS.test(text)) return { type: "section", section: null };
  }
  return null;
}

/** The head of a list of taken within a kerntaak, among its other sections. */
const LISTS_TASKS = /^(?:(?:deel|beroeps)?taken|activiteiten|werkzaamheden|handelingen)\s*:?$/iu;

/** "Varianten" over those that follow. */
const OVER_VARIANTS = /^(?:(?:beroeps)?varianten|per variant|(?:beroeps)?niveaus|functies)\s*:?$/iu;

/** Reads the part about taken. @param unit that of its chapter */
export function readTasks(profile: Profile, lines: readonly Line[], unit: Unit): void {
  const { builder, variantIds } = profile;
  const headings = lines.map((line) => taskHeading(line, variantIds));
  const first = headings.findIndex((heading) => heading !== null && heading.type !== "section");
  const reader = new MatrixReader(builder, lines);
  if (first < 0) {
    readContent(profile, lines, { unit, variant: null, section: null, reader });
    return;
  }
  // What stands before the first heading tells how the taken are ordered.
  readBackground(profile, lines.slice(0, first));
  const variantsOutside = headings[first]?.type === "variant";
  let outer: Unit = unit;
  let inner: Unit = unit;
  let variant: string | null = null;
  let section: string | null = null;
  for (let i = first; i < lines.length; ) {
    const heading = headings[i];
    const line = lines[i] as Line;
    if (heading) {
      builder.coverage.mark(line.start, line.end, "headings");
      section = heading.type === "section" ? heading.section : null;
      if (heading.type === "variant") {
        variant = variantIds.get(heading.key) ?? null;
        if (variantsOutside)
          inner = outer = builder.unit({ kind: "section", title: line.text.replace(/\s*:$/u, ""), parent: unit });
      } else if (heading.type === "area") {
        if (!variantsOutside) variant = null;
        const { kind, code, title } = heading.area;
        inner = builder.unit({ kind, code, title, parent: variantsOutside ? outer : unit });
      }
      i++;
      continue;
    }
    let stop = i + 1;
    while (stop < lines.length && headings[stop] === null) stop++;
    readContent(profile, lines.slice(i, stop), { unit: inner, variant, section, reader });
    i = stop;
  }
}

interface ContentOptions {
  unit: Unit;
  variant: string | null;
  /** Section that a heading opened. */
  section: string | null;
  reader: MatrixReader;
}

/** What stands under one heading: a matrix, or items and sentences. */
function readContent(profile: Profile, lines: readonly Line[], options: ContentOptions): void {
  const { builder, width } = profile;
  const { unit, variant, reader } = options;
  if (lines.filter((line) => reader.hasMarks(line)).length >= 2) {
    const first = lines.findIndex((line) => reader.hasMarks(line));
    const from = lines.slice(0, first).findLastIndex((line) => reader.isHead(line)) + 1;
    markLines(builder, lines.slice(0, from), "headings");
    const [rows = []] = reader.place([{ head: lines.slice(0, from), lines: lines.slice(from) }]);
    reader.write(rows, { unit, section: options.section ?? "taak" });
    return;
  }
  let lead: string | undefined;
  const all = passages(lines, width);
  for (const [i, passage] of all.entries()) {
    const next = all[i + 1];
    const text = collapse(builder.text.slice(passage.start, passage.end));
    if (passage.markerStart !== undefined) {
      builder.coverage.mark(passage.markerStart, passage.start, "statements");
      add(passage.start, passage.end, options.section ?? "taak", lead);
      continue;
    }
    lead = undefined;
    if (next?.markerStart !== undefined && !/[.!?;]$/u.test(text) && passage.lines.length === 1) {
      // A stem, or a heading of the list.
      if (/:$/u.test(text) && text.length > 12) lead = text;
      builder.coverage.mark(passage.start, passage.end, lead ? "statements" : "headings");
      continue;
    }
    if (
      next !== undefined &&
      text.length <= 60 &&
      looksLikeTitle(text) &&
      passage.lines.length === 1 &&
      passage.blanksBefore > 0 &&
      isProse(next)
    ) {
      builder.coverage.mark(passage.start, passage.end, "headings");
      continue;
    }
    const body = builder.text.slice(passage.start, passage.end);
    for (const [a, b] of requirements(body)) {
      const sentence = collapse(body.slice(a, b));
      if (harvest(builder, sentence)) builder.coverage.mark(passage.start + a, passage.start + b, "background");
      else
        add(
          passage.start + a,
          passage.start + b,
          options.section ?? (isListed(passage) ? "taak" : "omschrijving"),
          undefined,
        );
    }
  }

  function add(start: number, end: number, section: string, leadText: string | undefined): void {
    builder.statement({ unit, section, start, end, ...(leadText ? { lead: leadText } : {}), ...only(variant) });
  }
}

const isProse = (passage: Passage): boolean => passage.markerStart === undefined && passage.lines.length > 1;
/** A taak on a line of its own, without a mark before it. */
const isListed = (passage: Passage): boolean =>
  passage.lines.length === 1 &&
  !/^(?:De|Het|Een|Zij|Ze|Hij)\s|[.!?]["'’”)\]]*\s+\p{Lu}/u.test(passage.lines[0]?.text ?? "");
