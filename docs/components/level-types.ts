/** The files with levels that the loaders write and the page reads. Statements are places in the dossier's file. */
import type {
  LevelDifference,
  LevelScales,
  Progression,
  VariantCount,
  VariantOverlap,
} from "../../src/compare/index.js";
import type { Scale } from "../../src/language/depth.js";
import type { Level } from "../../src/model.js";

/** The profiles of all dossiers, to choose from and to look up names of steps in. */
export interface LevelsOverview {
  scales: readonly Scale[];
  dossiers: { id: string; level: Level | null; statements: number; variants: number; scales: LevelScales | null }[];
}

/** [statement, scale, step, 1 if in the lead, words as ranges in the text or null where it is withheld]. */
export type EvidenceTuple = [
  statement: number,
  scale: number,
  step: number,
  inLead: 0 | 1,
  words: [number, number][] | null,
];

export interface StepFile extends Omit<Progression, "statements"> {
  /** [statement of the lower, of the higher, likeness (1 where identical or the same row), 1 if it grew]. */
  keptPairs: [number, number, number, 0 | 1][];
  newStatements: number[];
  droppedStatements: number[];
}

/** [statement, statement of the other, likeness, differences, which lies higher]. */
export type OtherLevelTuple = [a: number, b: number, score: number, LevelDifference[], "a" | "b" | "mixed"];

export interface ProfileFile {
  level: Level | null;
  statements: number;
  scales: LevelScales;
  variants: {
    variant: string;
    level: Level | null;
    statements: number;
    scales: LevelScales;
    added: { statements: number; scales: LevelScales };
  }[];
  units: { unit: string; statements: number; scales: LevelScales }[];
  evidence: EvidenceTuple[];
}

/** A theme at one level: numbers of statements, and the places of the kern ones that the level adds. */
export interface ThemeGrowth {
  of: "matrix" | "taken";
  variant: string;
  statements: number;
  core: number;
  marginal: number;
  added: number[];
}

export interface LevelsFile {
  id: string;
  variants: { id: string; title: string; level: Level | null }[];
  counts: VariantCount[];
  overlap: VariantOverlap[];
  steps: StepFile[];
  exceptions: number[];
  /** Null where a corpus without text carries no level hits. */
  profile: ProfileFile | null;
  /** The themes that come with the program, for a document with variants; none where its labels are not known. */
  themes: { id: string; title: string; levels: ThemeGrowth[] }[];
  /** Taken of two variants alike in content at another level. */
  inside: { a: string; b: string; pair: OtherLevelTuple }[];
  /** How many such pairs this dossier has with each other one that it has any with, by its place in the overview. */
  others: Record<number, number>;
}

/** Those pairs, with the other dossiers of one block. */
export type OtherLevelFile = Record<number, OtherLevelTuple[]>;
