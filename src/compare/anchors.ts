/** Where a theme comes up: statement by statement with its evidence, unit by unit, and what no unit carries. */
import { GENERATOR } from "../generator.js";
import type {
  Corpus,
  Dossier,
  Generator,
  Settings,
  Skipped,
  Statement,
  ThemeFinding,
  ThemeLabel,
  Unit,
} from "../model.js";
import { builtInThemes, DEFAULT_THEME, labellerOf, type Theme, ThemeError } from "../themes/index.js";
import { type AnchorCount, countBy, type FacetCount, facetCounts } from "./anchor-counts.js";
import { findings, themeSettings } from "./findings.js";

export interface AnchorStatement extends ThemeFinding {
  dossier: string;
  unit: string;
  id: string;
  section: string;
  /** Null in a corpus without text. */
  text: string | null;
}

/** Numbers of statements: kern, rand, and all. */
export interface AnchorTally {
  core: number;
  marginal: number;
  statements: number;
}

export interface AnchorUnit extends AnchorTally {
  dossier: string;
  unit: string;
  code: string | null;
  title: string;
  /** kern if one of its own statements is, else rand if one is; geen for a unit without statements too. */
  label: ThemeLabel;
  /** Of its own statements and of the units under it. */
  under: AnchorTally;
  /** What the competencies it names say; null where it names none. */
  competencies: ThemeLabel | null;
}

export interface AnchorsResult {
  schema: "ankerpunt/anchors@1";
  generator: Generator;
  settings: Settings;
  /** Id of the theme. */
  theme: string;
  statements: AnchorStatement[];
  units: AnchorUnit[];
  counts: AnchorCount[];
  facets: FacetCount[];
  /** Units that hold statements, none of which, nor of those under them, has the theme; only the highest such unit. */
  none: { dossier: string; unit: string; code: string | null; title: string }[];
  skipped: Skipped[];
}

/**
 * Anchor points of one theme in every dossier. Every statement appears, `geen` included, in the order of the corpus.
 * @param theme a codebook; that of interprofessional collaboration by default
 * @throws ThemeError on a corpus without text that was not labelled for this theme in this version
 */
export function findAnchors(corpus: Corpus, theme: Theme = themeById(DEFAULT_THEME)): AnchorsResult {
  const labeller = labellerOf(theme);
  const found = corpus.dossiers.map((dossier) => findings(dossier, labeller));
  const statements = corpus.dossiers.flatMap((dossier, d) =>
    dossier.statements.map((statement, i) => anchorRow(dossier, statement, found[d]?.[i] as ThemeFinding)),
  );
  const units = corpus.dossiers.flatMap((dossier, d) => unitRows(dossier, found[d] as ThemeFinding[], theme));
  return {
    schema: "ankerpunt/anchors@1",
    generator: GENERATOR,
    settings: { corpus: corpus.settings, theme: themeSettings(theme) },
    theme: theme.id,
    statements,
    units,
    counts: countBy(corpus.dossiers, found),
    facets: facetCounts(corpus.dossiers, found, Object.keys(theme.partners)),
    none: without(units, corpus.dossiers),
    skipped: corpus.skipped,
  };
}

/**
 * A theme that comes with the program.
 * @throws ThemeError naming those that there are
 */
export function themeById(id: string): Theme {
  const theme = builtInThemes().find((one) => one.id === id);
  if (theme) return theme;
  const there = builtInThemes().map((one) => one.id);
  throw new ThemeError(`no theme "${id}": there are ${there.join(", ")}; or give the file of a codebook (.json)`);
}

/** A statement with what was found, as results list it. */
export const anchorRow = (
  dossier: Dossier,
  { unit, id, section, text }: Statement,
  finding: ThemeFinding,
): AnchorStatement => ({
  dossier: dossier.id,
  unit,
  id,
  section,
  text,
  ...finding,
});

const emptyTally = (): AnchorTally => ({ core: 0, marginal: 0, statements: 0 });

function unitRows(dossier: Dossier, found: readonly ThemeFinding[], theme: Theme): AnchorUnit[] {
  const own = new Map(dossier.units.map((unit) => [unit.id, emptyTally()]));
  for (const [i, { unit }] of dossier.statements.entries()) {
    const tally = own.get(unit);
    if (!tally) continue;
    tally.statements++;
    if (found[i]?.label === "kern") tally.core++;
    if (found[i]?.label === "rand") tally.marginal++;
  }
  const under = new Map([...own].map(([id, tally]) => [id, { ...tally }]));
  // Units stand after the unit that holds them.
  for (const { id, parent } of [...dossier.units].reverse()) {
    const [mine, holder] = [under.get(id), parent === null ? undefined : under.get(parent)];
    if (!mine || !holder) continue;
    holder.core += mine.core;
    holder.marginal += mine.marginal;
    holder.statements += mine.statements;
  }
  return dossier.units.map((unit) => {
    const tally = own.get(unit.id) as AnchorTally;
    return {
      dossier: dossier.id,
      unit: unit.id,
      code: unit.code,
      title: unit.title,
      label: tally.core > 0 ? "kern" : tally.marginal > 0 ? "rand" : "geen",
      ...tally,
      under: under.get(unit.id) as AnchorTally,
      competencies: ofCompetencies(unit, theme),
    };
  });
}

function ofCompetencies({ competencies }: Unit, theme: Theme): ThemeLabel | null {
  if (competencies.length === 0) return null;
  const names = (letters: readonly string[] | undefined): boolean =>
    competencies.some((letter) => letters?.includes(letter));
  return names(theme.competencies.kern) ? "kern" : names(theme.competencies.rand) ? "rand" : "geen";
}

function without(units: readonly AnchorUnit[], dossiers: readonly Dossier[]): AnchorsResult["none"] {
  const parents = new Map(dossiers.flatMap((dossier) => dossier.units.map((unit) => [unit.id, unit.parent] as const)));
  const bare = new Set(
    units.filter(({ under }) => under.statements > 0 && under.core + under.marginal === 0).map(({ unit }) => unit),
  );
  return units
    .filter(({ unit }) => bare.has(unit) && !bare.has(parents.get(unit) ?? ""))
    .map(({ dossier, unit, code, title }) => ({ dossier, unit, code, title }));
}
