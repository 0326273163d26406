/** The files with anchor points that the loaders write and the pages read. Statements and units are places in the dossier's file. */

/** What a codebook says of itself. */
export interface ThemeInfo {
  id: string;
  title: string;
  version: string;
  description: string;
  /** Its facets of partners, in the order of the codebook; none for a theme without partners. */
  partners: string[];
  notes: readonly string[];
}

/** Numbers of statements: kern, rand, and all. */
export interface Tally {
  core: number;
  marginal: number;
  statements: number;
}

/** Statements counted together: of a dossier, of one level in it, or of one variant. */
export interface ThemeTally extends Tally {
  /** For each partner of the theme [kern, rand]; the last is of statements that name none. */
  facets: [core: number, marginal: number][];
}

export interface ThemeDossier extends ThemeTally {
  /** Units that hold statements themselves, by the label that these give them. */
  units: { core: number; marginal: number; all: number };
  levels: (ThemeTally & { level: string })[];
  /** By the id of the variant. */
  variants: (ThemeTally & { variant: string })[];
}

/** One theme in all dossiers, by their place in the overview; null where a corpus without text carries no labels. */
export interface ThemeOverview {
  theme: ThemeInfo;
  dossiers: (ThemeDossier | null)[];
}

/** [statement, 2 for kern or 1 for rand, score, partners and rules by their place in the lists, evidence]. */
export type MarkTuple = [
  statement: number,
  label: 1 | 2,
  score: number,
  partners: number[],
  rules: number[],
  /** [start, end, rule], as ranges in the text; null where it is withheld. */
  words: [number, number, number][] | null,
];

export interface AnchorsFile {
  id: string;
  theme: string;
  rules: string[];
  /** Every statement that is kern or rand, in order; all others are geen. Null where they are not known. */
  marks: MarkTuple[] | null;
  /** What the competencies that a unit names say, by the place of the unit: 2 kern, 1 rand. */
  competencies: [unit: number, label: 1 | 2][];
  /** For each other dossier, by its place: how many kern statements it has, and how many have no counterpart here. */
  missing: [dossier: number, core: number, missing: number][];
}

/** [statement there, most similar statement here or -1, similarity, number of what it says: the same across dossiers]. */
export type GapTuple = [there: number, here: number, similarity: number, meaning: number];

/** What other dossiers of one block ask that is missing here, by the place of the other. */
export type GapsFile = Record<number, GapTuple[]>;
