/**
 * Reads a beroepscompetentieprofiel: chapters of prose, the variants of the profession with their levels, the taken of
 * each, and competencies with a matrix of processes × variants. A profile without any of these falls back on the
 * general reader.
 */
import { readLevel, statedLevel } from "../language/levels.js";
import type { Level, Unit } from "../model.js";
import { type Chapter, findChapters, type Role } from "./beroepscompetentieprofiel-chapters.js";
import { opensCompetencies, taskArea } from "./beroepscompetentieprofiel-lines.js";
import { readCompetencyPart } from "./beroepscompetentieprofiel-matrix.js";
import { readProse } from "./beroepscompetentieprofiel-prose.js";
import { harvest, markLines, type Profile, readBackground } from "./beroepscompetentieprofiel-shared.js";
import { subjectOf } from "./beroepscompetentieprofiel-subject.js";
import { readTasks } from "./beroepscompetentieprofiel-tasks.js";
import { findVariants, nameKey } from "./beroepscompetentieprofiel-variants.js";
import type { Block } from "./blocks.js";
import { collapse, type DossierBuilder } from "./builder.js";
import { readGeneric } from "./generic.js";
import { looksLikeTitle, sectionOf } from "./headings.js";
import { endsSentence, type Line, linesOf } from "./lines.js";
import type { KindReader } from "./reader.js";

/** How a profile calls itself, the surest first. */
const NAMED = ["beroepscompetentieprofiel", "competentieprofiel"].map(
  (word) =>
    new RegExp(`^(?:#+\\s*)?(?:landelijk\\s+)?${word}\\b\\s*(?:(?:van|voor)\\s+(?:de|het|een)\\s+)?[:–—-]?\\s*`, "iu"),
);
/** Blocks in which a title page stands. */
const TITLE_PAGE = 8;

export const beroepscompetentieprofiel: KindReader = {
  // "Beroepscompetentieprofiel kok", or the profession on the next line.
  title: (blocks) => {
    for (const pattern of NAMED) {
      for (const [i, block] of blocks.slice(0, TITLE_PAGE).entries()) {
        const text = collapse(block.text);
        const match = pattern.exec(text);
        if (!match || !looksLikeTitle(text)) continue;
        const rest = text.slice(match[0].length) || collapse(blocks[i + 1]?.text ?? "");
        const title = rest.charAt(0).toUpperCase() + rest.slice(1);
        if (title !== "" && looksLikeTitle(title)) return { title };
      }
    }
    return null;
  },
  read: (builder, blocks) => readProfile(builder, blocks, () => readGeneric(builder, blocks)),
};

/** @param fallback reads the whole dossier if it has no part that only a profile has */
function readProfile(builder: DossierBuilder, blocks: readonly Block[], fallback: () => void): void {
  const { lines: all, width } = linesOf(builder.text, blocks);
  // A number by itself is that of a page, wherever it stands; a stop behind a sentence that has its own is left over.
  const isExtra = (line: Line, i: number): boolean =>
    isPageNumber(line) || (/^[.,;]$/u.test(line.text) && endsSentence(all[i - 1]?.text ?? ""));
  const extra = new Set(all.filter(isExtra));
  const lines = all.filter((line) => !extra.has(line));
  const chapters = splitByContent(lines, findChapters(lines));
  const variants = findVariants(builder.text, lines, chapters);
  if (!chapters.some(({ role }) => role === "tasks" || role === "competencies")) {
    fallback();
    return;
  }
  markLines(builder, [...extra], "furniture");
  builder.variants.push(...variants);
  if (variants.length === 0) builder.level ??= levelOf(builder.title, lines);
  const variantIds = new Map(variants.map(({ id, title }) => [nameKey(title), id]));
  const profile: Profile = { builder, width, variantIds };
  const subject = subjectOf([builder.title, ...variants.map(({ title }) => title)]);
  readNotes(builder, lines);

  const above: { chapter: Chapter; unit: Unit | null }[] = [];
  for (const chapter of chapters) {
    let unit: Unit | null = null;
    while ((above.at(-1)?.chapter.rank ?? 0) >= chapter.rank) {
      const closed = above.pop();
      // The parts that a chapter was split into share its unit.
      if (closed?.chapter.heading[0] === chapter.heading[0]) unit = closed.unit;
    }
    above.push({ chapter, unit });
    const body = lines.slice(...chapter.body);
    markLines(builder, lines.slice(...chapter.heading), "headings");
    /** The unit of the chapter, with those that hold it; made when something stands in it. */
    const own = (): Unit => {
      let parent: Unit | null = null;
      for (const each of above) {
        each.unit ??= builder.unit({ kind: "section", title: each.chapter.title || builder.title, parent });
        parent = each.unit;
      }
      return parent as Unit;
    };
    switch (chapter.role) {
      case "background":
        readBackground(profile, body);
        break;
      case "overview": {
        // Titles under "Inhoud" are headings; from a sentence on it is text.
        const end = body.findIndex((line) => /[.!?]$/u.test(line.text) && line.text.length > 60);
        markLines(builder, end < 0 ? body : body.slice(0, end), "headings");
        if (end >= 0)
          readProse(profile, body.slice(end), { role: "prose", variant: null, subject, section: null, unit: own });
        break;
      }
      case "tasks":
        readTasks(profile, body, own());
        break;
      case "competencies":
        readCompetencyPart(profile, body, own());
        break;
      default: {
        const variant = variantIds.get(nameKey(chapter.title)) ?? null;
        readProse(profile, body, {
          role: chapter.role,
          variant,
          subject,
          section: sectionOf(chapter.title),
          unit: own,
        });
      }
    }
  }
}

/** The level of a profile for one: professions have the levels of mbo, so a bare "niveau 3" is one of those. */
function levelOf(title: string, lines: readonly Line[]): Level | null {
  const options = { bareIsMbo: true };
  const front = lines.slice(0, TITLE_PAGE).map(({ text }) => statedLevel(text, options));
  return front.find((level) => level !== null) ?? readLevel(title, options);
}

const isPageNumber = ({ text, blanksBefore }: Line): boolean => blanksBefore > 0 && /^\d{1,4}$/u.test(text);

/** Parts that their first line shows, in a chapter whose title does not tell. */
function splitByContent(lines: readonly Line[], chapters: readonly Chapter[]): Chapter[] {
  return chapters.flatMap((chapter): Chapter[] => {
    const { role, body } = chapter;
    if (role === "background" || role === "overview") return [chapter];
    const found: [number, Role][] = [];
    let now: Role = role;
    for (let i = body[0]; i < body[1]; i++) {
      const line = lines[i] as Line;
      if (now !== "competencies" && opensCompetencies(line.text)) now = "competencies";
      else if (now !== "tasks" && taskArea(line.text)) now = "tasks";
      else continue;
      // A name over the first taakgebied belongs to it.
      const over = lines[i - 1];
      const withName =
        now === "tasks" && over !== undefined && i > body[0] && looksLikeTitle(over.text) && over.text.length <= 60;
      found.push([withName ? i - 1 : i, now]);
    }
    const parts = found.map(
      ([at, own], i): Chapter => ({ ...chapter, role: own, body: [at, found[i + 1]?.[0] ?? body[1]] }),
    );
    return [{ ...chapter, body: [body[0], found[0]?.[0] ?? body[1]] }, ...parts];
  });
}

/** What the footnotes declare: they were lifted out of the text. */
function readNotes(builder: DossierBuilder, lines: readonly Line[]): void {
  const { source, notes, mapped } = builder.coverage.repaired;
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return;
  const [from] = mapped.toSource(first.start, first.start + 1);
  for (const [start, end] of notes) if (start >= from) harvest(builder, source.slice(start, end));
}
