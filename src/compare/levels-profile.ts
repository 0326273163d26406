/** The level that the wording of statements shows, scale by scale, and how it lies to the level that is stated. */
import { median } from "simple-statistics";
import { LEVEL_SCALES, type LevelScale, SCALES } from "../language/depth.js";
import type { Dossier, Level, Statement } from "../model.js";
import { roundScore } from "../similarity/index.js";
import { hasLevels, type StatementLevel, statementLevels } from "../text/index.js";

export interface ScaleProfile {
  /** Statements that show a step of this scale. */
  statements: number;
  /** Places that show one; a statement can have several. */
  hits: number;
  /** Statements by their highest step: the first number is step 1. */
  distribution: number[];
  /** Mean and median of those highest steps. The steps are ordinal: use them to compare, not to measure. */
  mean: number;
  median: number;
  /**
   * Of the statements whose step has a place in the NLQF: how many lie below, at and above the level stated; null
   * without a stated level, or without such statements.
   */
  stated: { below: number; at: number; above: number } | null;
}

/** Null where nothing of a scale was found: that says nothing about the level. */
export type LevelScales = Record<LevelScale, ScaleProfile | null>;

export interface LevelEvidence extends StatementLevel {
  /** Id of the statement. */
  statement: string;
}

/** A statement with its places that show a level. */
type Levelled = { statement: Statement; levels: StatementLevel[] };

/** The highest step of a scale in a statement's places; 0 for none. */
export const highest = (levels: readonly StatementLevel[], scale: LevelScale): number =>
  Math.max(0, ...levels.filter((level) => level.scale === scale).map(({ step }) => step));

/**
 * The level profile of some statements.
 * @param stated the level that is stated for them; null where none is
 */
function levelScales(list: readonly Levelled[], stated: Level | null): LevelScales {
  const entries = LEVEL_SCALES.map((scale) => [scale, scaleProfile(list, scale, stated)] as const);
  return Object.fromEntries(entries) as LevelScales;
}

function scaleProfile(list: readonly Levelled[], scale: LevelScale, stated: Level | null): ScaleProfile | null {
  const steps = SCALES.find(({ id }) => id === scale)?.steps ?? [];
  const top = list.map(({ levels }) => highest(levels, scale)).filter((step) => step > 0);
  if (top.length === 0) return null;
  const distribution = steps.map(({ step }) => top.filter((own) => own === step).length);
  return {
    statements: top.length,
    hits: list.reduce((sum, { levels }) => sum + levels.filter((level) => level.scale === scale).length, 0),
    distribution,
    mean: roundScore(top.reduce((sum, step) => sum + step, 0) / top.length),
    median: median(top),
    stated: beside(
      steps.flatMap(({ nlqf }, i) => (nlqf ? [{ nlqf, count: distribution[i] as number }] : [])),
      stated,
    ),
  };
}

function beside(placed: { nlqf: [number, number]; count: number }[], stated: Level | null): ScaleProfile["stated"] {
  const nlqf = stated?.nlqf;
  const sum = (of: (range: [number, number]) => boolean): number =>
    placed.reduce((total, { nlqf: range, count }) => total + (of(range) ? count : 0), 0);
  if (nlqf === undefined || sum(() => true) === 0) return null;
  return {
    below: sum(([, last]) => last < nlqf),
    at: sum(([first, last]) => first <= nlqf && nlqf <= last),
    above: sum(([first]) => first > nlqf),
  };
}

export interface UnitProfile {
  /** Id of the unit. */
  unit: string;
  statements: number;
  scales: LevelScales;
}

export interface VariantProfile {
  /** Id of the variant. */
  variant: string;
  level: Level | null;
  /** Statements that hold for it. */
  statements: number;
  scales: LevelScales;
  /** Of those, the ones that hold for no variant before it: what its level adds. */
  added: { statements: number; scales: LevelScales };
}

export interface LevelProfile {
  /** The level that the document states for itself. */
  level: Level | null;
  statements: number;
  scales: LevelScales;
  /** Of the statements of each unit itself (not of what is under it); units without statements are left out. */
  units: UnitProfile[];
  variants: VariantProfile[];
  evidence: LevelEvidence[];
}

/**
 * The level profile of a dossier, of its units and of its variants, with all evidence.
 * @returns null for a corpus without text that carries no level hits (made before there were any)
 */
export function levelProfile(dossier: Dossier): LevelProfile | null {
  if (!dossier.statements.every(hasLevels)) return null;
  const list = dossier.statements.map((statement) => ({ statement, levels: statementLevels(statement) }));
  const variants = dossier.variants ?? [];
  const marked = (variant: string) => (one: Levelled) => one.statement.variants?.[variant] !== undefined;
  return {
    level: dossier.level,
    statements: list.length,
    scales: levelScales(list, dossier.level),
    units: dossier.units.flatMap((unit) => {
      const own = list.filter(({ statement }) => statement.unit === unit.id);
      if (own.length === 0) return [];
      return [{ unit: unit.id, statements: own.length, scales: levelScales(own, unit.level ?? dossier.level) }];
    }),
    variants: variants.map(({ id, level }, i) => {
      const own = list.filter(marked(id));
      const added = own.filter((one) => !variants.slice(0, i).some((lower) => marked(lower.id)(one)));
      return {
        variant: id,
        level,
        statements: own.length,
        scales: levelScales(own, level),
        added: { statements: added.length, scales: levelScales(added, level) },
      };
    }),
    evidence: list.flatMap(({ statement, levels }) => levels.map((level) => ({ statement: statement.id, ...level }))),
  };
}
