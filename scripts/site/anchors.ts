/** Anchor points in the short form that the pages load. */
import type {
  AnchorsFile,
  GapsFile,
  GapTuple,
  MarkTuple,
  ThemeDossier,
  ThemeInfo,
  ThemeOverview,
  ThemeTally,
} from "../../docs/components/anchor-types.js";
import {
  type AnchorStatement,
  type AnchorsResult,
  type Counterparts,
  findAnchors,
  sameMeaning,
} from "../../src/compare/index.js";
import type { Corpus, Dossier, Statement } from "../../src/model.js";
import type { Theme } from "../../src/themes/index.js";
import { type DataFile, inBlocks } from "./data-file.js";
import { levelNames } from "./level-names.js";
import { known } from "./summaries.js";
import { themesInOrder } from "./themes.js";

export interface AnchorFindings {
  themes: ThemeInfo[];
  /** Per theme. */
  overviews: ThemeOverview[];
  /** Per theme, per dossier. */
  files: AnchorsFile[][];
  gaps: GapsFile[][];
}

/** The themes; for each a file with its numbers in all dossiers, and for each dossier its anchor points and what is missing. */
export function* anchorFiles(findings: AnchorFindings, keys: readonly string[]): Generator<DataFile> {
  const { themes, overviews, files, gaps } = findings;
  yield ["ankerpunten.json", themes];
  for (const [t, { id }] of themes.entries()) {
    yield [`data/ankerpunten/${id}/alle.json`, overviews[t]];
    for (const [i, key] of keys.entries()) {
      yield [`data/ankerpunten/${id}/${key}.json`, files[t]?.[i]];
      for (const [block, some] of inBlocks(gaps[t]?.[i] ?? {}, (missing) => missing.length > 0)) {
        yield [`data/ankerpunten/${id}/${key}.gemis.${block}.json`, some];
      }
    }
  }
}

/** @param all the counterparts of the dossiers that the site shows */
export function anchorFindings(all: Counterparts, corpus: Corpus): AnchorFindings {
  const found = themesInOrder().map((theme) => ({
    theme,
    parts: anchorParts({ ...corpus, dossiers: [...all.dossiers] }, theme),
  }));
  return {
    themes: found.map(({ theme }) => info(theme)),
    overviews: found.map(({ theme, parts }) => ({
      theme: info(theme),
      dossiers: parts.map((part) => (part === null ? null : themeDossier(part, theme))),
    })),
    ...perDossier(all, found),
  };
}

function perDossier(
  all: Counterparts,
  found: readonly { theme: Theme; parts: readonly (Part | null)[] }[],
): Pick<AnchorFindings, "files" | "gaps"> {
  const files: AnchorsFile[][] = [];
  const gaps: GapsFile[][] = [];
  const meanings = sameMeaning(all);
  for (const { theme, parts } of found) {
    const core = parts.map((part) => part?.statements.filter(({ label }) => label === "kern").length ?? 0);
    const missing = all.dossiers.map((_, here) => gapsOf(all, parts, here, meanings));
    gaps.push(missing);
    files.push(
      all.dossiers.map((dossier, here) => ({
        ...anchorsFile(dossier, theme, parts[here] ?? null),
        missing: Object.entries(missing[here] as GapsFile).map(([other, list]) => [
          Number(other),
          core[Number(other)] as number,
          list.length,
        ]),
      })),
    );
  }
  return { files, gaps };
}

const info = ({ id, title, version, description, partners, notes }: Theme): ThemeInfo => ({
  id,
  title,
  version,
  description,
  partners: Object.keys(partners),
  notes,
});

/** What was found in one dossier. */
export interface Part extends Pick<AnchorsResult, "units"> {
  dossier: Dossier;
  statements: AnchorStatement[];
}

/** The findings per dossier; null for one without text that carries no labels of this version of the theme. */
export function anchorParts(corpus: Corpus, theme: Theme): (Part | null)[] {
  const isLabelled = ({ text, features }: Statement): boolean =>
    text !== null || features?.themes?.[theme.id]?.hash === theme.hash;
  const labelled = corpus.dossiers.filter((dossier) => dossier.statements.every(isLabelled));
  const result = findAnchors({ ...corpus, dossiers: labelled }, theme);
  return corpus.dossiers.map((dossier) => {
    if (!labelled.includes(dossier)) return null;
    const own = <T extends { dossier: string }>(rows: readonly T[]): T[] =>
      rows.filter((row) => row.dossier === dossier.id);
    return { dossier, statements: own(result.statements), units: own(result.units) };
  });
}

function themeDossier({ dossier, statements, units }: Part, theme: Theme): ThemeDossier {
  const partners = Object.keys(theme.partners);
  const levels = dossier.statements.map((statement) => levelNames(dossier, statement));
  const where = (keep: (statement: Statement, i: number) => boolean): AnchorStatement[] =>
    statements.filter((_, i) => keep(dossier.statements[i] as Statement, i));
  const holding = units.filter((unit) => unit.statements > 0);
  return {
    ...tally(statements, partners),
    units: {
      core: holding.filter(({ label }) => label === "kern").length,
      marginal: holding.filter(({ label }) => label === "rand").length,
      all: holding.length,
    },
    levels: [...new Set(levels.flat())].sort().map((level) => ({
      level,
      ...tally(
        where((_, i) => levels[i]?.includes(level) ?? false),
        partners,
      ),
    })),
    variants: (dossier.variants ?? []).map(({ id }) => ({
      variant: id,
      ...tally(
        where((statement) => statement.variants?.[id] !== undefined),
        partners,
      ),
    })),
  };
}

function tally(statements: readonly AnchorStatement[], partners: readonly string[]): ThemeTally {
  const of = (label: string, some: readonly AnchorStatement[] = statements): number =>
    some.filter((statement) => statement.label === label).length;
  const naming = [
    ...partners.map((partner) => statements.filter((statement) => statement.partners.includes(partner))),
    statements.filter((statement) => statement.partners.length === 0),
  ];
  return {
    core: of("kern"),
    marginal: of("rand"),
    statements: statements.length,
    facets: naming.map((some) => [of("kern", some), of("rand", some)]),
  };
}

/** One dossier; `missing` is left empty: it takes the other dossiers. */
export function anchorsFile(dossier: Dossier, theme: Theme, part: Part | null): AnchorsFile {
  const partners = Object.keys(theme.partners);
  const rules = [...new Set(part?.statements.flatMap((statement) => statement.rules))].sort();
  const units = new Map(dossier.units.map(({ id }, i) => [id, i]));
  return {
    id: dossier.id,
    theme: theme.id,
    rules,
    marks: part === null ? null : part.statements.flatMap((statement, i) => mark(statement, i, partners, rules)),
    competencies: (part?.units ?? []).flatMap(({ unit, competencies }): AnchorsFile["competencies"] => {
      const label = competencies === null ? 0 : LABELS[competencies];
      return label === 0 ? [] : [[known(units, unit), label]];
    }),
    missing: [],
  };
}

const LABELS = { geen: 0, rand: 1, kern: 2 } as const;

function mark(found: AnchorStatement, i: number, partners: readonly string[], rules: readonly string[]): MarkTuple[] {
  const label = LABELS[found.label];
  if (label === 0) return [];
  return [
    [
      i,
      label,
      Math.round(found.score * 1000) / 1000,
      found.partners.map((partner) => partners.indexOf(partner)),
      found.rules.map((rule) => rules.indexOf(rule)),
      found.text === null ? null : found.evidence.map(({ start, end, rule }) => [start, end, rules.indexOf(rule)]),
    ],
  ];
}

/** The kern statements of each other dossier that have no counterpart in this one, whatever the theme of a counterpart. */
function gapsOf(
  all: Counterparts,
  parts: readonly (Part | null)[],
  here: number,
  meanings: readonly (readonly number[])[],
): GapsFile {
  return Object.fromEntries(
    parts.flatMap((part, other): [number, GapTuple[]][] => {
      if (part === null || other === here) return [];
      const best = all.of(other, here);
      const missing = part.statements.flatMap(({ label }, i): GapTuple[] => {
        const counterpart = best[i];
        if (label !== "kern" || (counterpart && all.classOf(counterpart) !== null)) return [];
        const likeness = Math.round((counterpart?.score ?? 0) * 1000) / 1000;
        return [[i, counterpart?.index ?? -1, likeness, meanings[other]?.[i] ?? -1]];
      });
      return [[other, missing]];
    }),
  );
}
