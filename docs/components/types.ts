/** The files that the loaders write and the pages read. Indices are places in `dossiers` and in `statements`. */
import type { CodeOrigin, Coverage, DossierKind, Generator, Mark, Settings, UnitKind } from "../../src/model.js";

/** Where a dossier comes from: the user's own files, the extraction without text, the examples, or this browser only. */
export type CollectionId = "bronnen" | "corpus" | "voorbeeld" | "eigen";

export interface DossierSummary {
  id: string;
  /** Name of the dossier's data files. */
  key: string;
  title: string;
  kind: DossierKind;
  level: string | null;
  collection: CollectionId;
  file: string;
  sha256: string;
  format: string;
  units: number;
  statements: number;
  /** Statements that are compared: all but the templates. */
  compared: number;
  /** False where the text is withheld. */
  withText: boolean;
  coverage: Coverage;
  repairs: number;
  warnings: number;
  /** Profiles or variants that can be taken by themselves. */
  parts: { id: string; title: string }[];
}

/** A dossier against each one, by its place in `dossiers`: how many of its statements come back there. */
export interface SharesFile {
  id: string;
  identical: number[];
  near: number[];
}

/** What the first page shows of all dossiers together. */
export interface MapFile {
  /** Null where there are many: what is shown of them is then loaded by itself. */
  rows: SharesFile[] | null;
  /** For each dossier how many of its statements come back in no other, in one other, and in more. */
  spread: [none: number, one: number, more: number][];
  /** Where there are many: the pairs that share most, by place, each in the direction that is stronger. */
  strongest: [from: number, to: number, identical: number, near: number][];
  /** Where there are many: dossiers that share much, by place; the first is the one that shares most with the rest. */
  groups: number[][];
  /** How much of each group comes back in each other one on average, 0..1. */
  between: number[][];
}

export interface SkippedFile {
  collection: CollectionId;
  file: string;
  reason: string;
}

export interface Overview {
  generator: Generator;
  /** Of the comparison; `corpus` in it are those of the extraction. */
  settings: Settings;
  /** Changes with the data: keeps a browser from showing old data files with a new page. */
  version: string;
  dossiers: DossierSummary[];
  skipped: SkippedFile[];
  /** Titles of dossiers of the supplied corpus that a file of the user's own replaces. */
  replaced: string[];
}

export interface UnitSummary {
  id: string;
  code: string | null;
  kind: UnitKind;
  title: string;
  parent: string | null;
  /** Given where the code does not stand in the document as it is shown. */
  codeOrigin?: Exclude<CodeOrigin, "source">;
  level?: string;
  /** Letters A–Y. */
  competencies?: string[];
}

export interface StatementSummary {
  id: string;
  unit: string;
  section: string;
  /** Its own number, as the document writes it. */
  code?: string;
  level?: string;
  /** Places in the dossier's `levels`, where the statement does not hold for all of them. */
  levels?: number[];
  page?: number;
  /** Null where the text is withheld. */
  text: string | null;
  lead?: string;
  /** For whom or where it holds, where the document limits it. */
  scope?: string;
  /** By the id of the variant. */
  variants?: Record<string, Mark>;
  /** Places in `repairs` of what was repaired in it. */
  repairs?: number[];
  /** Given where the file has other characters than the text, not just other white space. */
  raw?: RawPassage;
}

/** The pieces of a passage, in turn as it stands in the file and (every second one) what was repaired; a list for each part. */
export type RawPassage = string[][];

export interface RepairSummary {
  rule: string;
  /** Null where the text is withheld. */
  from: string | null;
  to: string | null;
  /** Place in `statements` of the statement it was made in. */
  statement?: number;
}

export interface DossierFile {
  id: string;
  version?: string;
  pages?: number;
  /** Whether the file itself was read, so that passages can be shown as they stand there. */
  withSource: boolean;
  /** Names of the competencies of its units, by letter. */
  competencies: Record<string, string>;
  /** `at` is the place of its level in `levels`, where statements hold for it. */
  variants?: { id: string; title: string; level: string | null; at?: number }[];
  /** The levels that its statements hold for, by the names that all dossiers share, sorted. */
  levels: string[];
  units: UnitSummary[];
  statements: StatementSummary[];
  /** In the order of the file. */
  repairs: RepairSummary[];
  synonyms: { term: string; members: string[] }[];
  warnings: { code: string; message: string }[];
}

/** [place in a, place in b, score, 1 if identical, the side whose best counterpart it is]. */
export type PairTuple = [a: number, b: number, score: number, identical: 0 | 1, from: "a" | "b" | "both"];

export interface Counterparts {
  pairs: PairTuple[];
  onlyA: number[];
  onlyB: number[];
}

/** What the search page needs before a word is asked. */
export interface SearchOverview {
  /** Names of the files with words that there are. */
  shards: string[];
  sections: string[];
  /** Per dossier the sections of its statements in turn: place in `sections`, how many, and so on. */
  dossiers: number[][];
}
