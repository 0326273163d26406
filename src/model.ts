/**
 * The nouns of the project. Validation of what comes from outside stands in validate.ts.
 *
 * The field names are those of the JSON that the command line prints; programs elsewhere rely on them.
 */

/** What kind of document a dossier is; decides which parser reads it. */
export const DOSSIER_KINDS = [
  "kwalificatiedossier",
  "ankerpunten",
  "beroepscompetentieprofiel",
  "addendum",
  "branchekwalificatie",
  "statement-list",
  "keuzedeel",
  "generic",
] as const;
export type DossierKind = (typeof DOSSIER_KINDS)[number];

export const UNIT_KINDS = [
  "basisdeel",
  "profieldeel",
  "kerntaak",
  "werkproces",
  "taak",
  "taakgebied",
  "competentiegebied",
  "competentie",
  "vakkennis",
  "section",
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Where a unit's code comes from: as written, mended ("BI-K1-W5" → "B1-K1-W5"), or concluded from an overview. */
export const CODE_ORIGINS = ["source", "repaired", "inferred"] as const;
export type CodeOrigin = (typeof CODE_ORIGINS)[number];

/** How far a statement holds for a variant: marked `x`, or `(x)`. */
export type Mark = "full" | "partial";

export interface Level {
  /** mbo level, 1–4. */
  mbo?: number;
  /** NLQF level, 1–8. */
  nlqf?: number;
  /** The level in words, as the document states it. */
  label: string;
}

export interface Source {
  /** Base name of the file (for two of the same name: the shortest distinguishing path). */
  file: string;
  /** Of the file's bytes, lower-case hexadecimal. */
  sha256: string;
  format: string;
  pages?: number;
}

export interface Unit {
  id: string;
  code: string | null;
  codeOrigin: CodeOrigin | null;
  kind: UnitKind;
  title: string;
  /** Id of the unit that holds this one. */
  parent: string | null;
  level?: Level;
  /** Letters A–Y, sorted. */
  competencies: string[];
}

/** A half-open range of UTF-16 offsets in the decoded source text. */
export interface SourceRange {
  start: number;
  end: number;
  page?: number;
  /** Given where the passage is interrupted (a page break, a footnote): the pieces, in order. */
  parts?: [number, number][];
}

/** Where a theme comes up in a statement: it says so itself, in passing only, or not. */
export const THEME_LABELS = ["kern", "rand", "geen"] as const;
export type ThemeLabel = (typeof THEME_LABELS)[number];

/** The very words that made a statement count, as a half-open range in its text, and the rule. */
export interface ThemeEvidence {
  start: number;
  end: number;
  rule: string;
}

/** What a statement has to do with a theme. */
export interface ThemeFinding {
  label: ThemeLabel;
  /** 0..1: from 2/3 kern, from 1/3 rand. */
  score: number;
  /** Facets of the theme's codebook (team, discipline …), sorted. */
  partners: string[];
  /** Empty where there is no text to point into. */
  evidence: ThemeEvidence[];
  /** The rules that made it count, sorted. */
  rules: string[];
}

/** A {@link ThemeFinding} as it is kept without text, with the hash of the codebook that gave it; empty lists left out. */
export interface ThemeMark {
  hash: string;
  label: ThemeLabel;
  score: number;
  partners?: string[];
  rules?: string[];
}

/** What a statement carries in a corpus without text: nothing that shows the order of words. */
export interface Features {
  /** Hash of the normalised text: equal for statements that count as identical. */
  hash: string;
  /** Normalised words with their counts, sorted by word. */
  bag: [string, number][];
  /**
   * Words of the bag with the names that the document declares for them, each as its words in alphabetical order. Made
   * from {@link Dossier.declaredSynonyms} while comparing; not in a corpus.
   */
  declared?: [string, string[]][];
  /** How often it shows each step of each level scale: scale, step, count; sorted by scale and step. */
  levels?: [string, number, number][];
  /** Labels for the themes that come with the program, by the theme's id. */
  themes?: Record<string, ThemeMark>;
}

export interface Statement {
  id: string;
  /** Id of the unit that holds it. */
  unit: string;
  section: string;
  /** The number of an item that carries one of its own ("1.1"), as written. */
  code?: string;
  /** Of the statement itself, where the source gives each its own (a statement list). */
  level?: Level;
  /** The repaired text of the requirement itself; null in a corpus without text. */
  text: string | null;
  /** The stem that opens the list this item stands in. */
  lead?: string | null;
  source: SourceRange;
  /** For whom or where it holds, where the document limits it ("geldt aanvullend" blocks). */
  scope?: string;
  variants?: Record<string, Mark>;
  features?: Features;
}

export interface RepairRecord {
  start: number;
  end: number;
  /** Null in a corpus without text. */
  from: string | null;
  to: string | null;
  rule: string;
}

export interface Warning {
  code: string;
  message: string;
  /** Offset in the decoded source text. */
  at?: number;
}

/** Non-white characters (UTF-16 units) of the decoded text by where they went; the sums over a file's dossiers add up to the file. */
export interface Coverage {
  statements: number;
  headings: number;
  furniture: number;
  background: number;
  unparsed: number;
}

export interface DeclaredSynonym {
  term: string;
  members: string[];
  /** Id of the statement it was declared in, or null where it stands outside the statements. */
  statement: string | null;
}

export interface Dossier {
  id: string;
  title: string;
  kind: DossierKind;
  level: Level | null;
  version?: string;
  source: Source;
  units: Unit[];
  /** Given where the document has variants, lowest level first. */
  variants?: Variant[];
  statements: Statement[];
  declaredSynonyms: DeclaredSynonym[];
  repairs: RepairRecord[];
  coverage: Coverage;
  warnings: Warning[];
}

/** A variant of a profession that a document describes side by side with others, each at its own level. */
export interface Variant {
  /** Unique within the dossier; the key in `Statement.variants`. */
  id: string;
  title: string;
  /** As the document states it. */
  level: Level | null;
}

export interface Skipped {
  file: string;
  reason: string;
}

export interface Generator {
  name: "ankerpunt";
  version: string;
}

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
/** All that influenced the numbers; results of different settings refuse to be combined. */
export type Settings = { [key: string]: Json };

export const CORPUS_SCHEMA = "ankerpunt/corpus@1";

export interface Corpus {
  schema: typeof CORPUS_SCHEMA;
  generator: Generator;
  settings: Settings;
  dossiers: Dossier[];
  skipped: Skipped[];
}
