/** What the page and the reader in the background say to each other about documents of the user's own. */
import type { AlignPair, AlignResult, Decision } from "../../src/compare/index.js";
import type { Estimate } from "../../src/evaluate/index.js";
import type { AlignOptions, DossierKind, OverlapCell, Passage } from "../../src/index.js";
import type { Counterparts, DossierFile, DossierSummary } from "./types.js";

/** One dossier of a file, as the pages show it. */
export interface OwnDossier {
  summary: DossierSummary;
  file: DossierFile;
}

/** A file that was read. */
export interface OwnDocument {
  /** Of its bytes. */
  sha256: string;
  name: string;
  dossiers: OwnDossier[];
  /** The source with the class of each passage; null where there is no source text (a corpus). */
  passages: Passage[] | null;
}

/** One of the own dossiers against one of the site. */
export interface OwnComparison {
  /** Id of the site's dossier. */
  other: string;
  cell: Pick<
    OverlapCell,
    "aStatements" | "bStatements" | "identical" | "near" | "bIdentical" | "bNear" | "aInB" | "bInA"
  >;
  found: Counterparts;
}

/** The score of the best counterpart of each statement; 1 where identical. */
export interface Thresholds {
  a: number[];
  b: number[];
}

/** Statements of several dossiers that are each other's counterparts. */
export interface SharedGroups {
  /** Ids of the parts, in the order asked for. */
  parts: { id: string; title: string; statements: number }[];
  groups: { in: "all" | "some" | "one"; statements: { part: number; id: string }[] }[];
}

/** Counterparts one to one, and the pairs that a person rejected: those are not proposed again, but can be seen. */
export interface AlignedPairs extends AlignResult {
  rejected: AlignPair[];
}

/** The decisions of two people side by side. */
export interface Agreement {
  /** What both decided about, and on how much of it they said the same. */
  both: number;
  same: number;
  /** Cohen's kappa, with its interval; no value where chance alone would agree as well. */
  kappa: Estimate;
  /** Pairs that both confirmed, and that at least one did. */
  confirmed: { both: number; either: number };
  differences: { a: string | null; b: string | null; mine: string; theirs: string }[];
}

/** A file by its name. */
export interface NamedBytes {
  name: string;
  bytes: ArrayBuffer;
}

/** How far two people agree on what both judged. */
export interface CoderAgreement {
  coders: [string, string];
  /** In the order of the rows and columns of `confusion`. */
  labels: string[];
  /** What both judged. */
  n: number;
  agreement: Estimate;
  kappa: Estimate;
  /** With weights over the order of the labels; null where they have no order. */
  kappaQuadratic: Estimate | null;
  /** How often a label of the first (row) met one of the second (column). */
  confusion: number[][];
  differences: { id: string; a: string; b: string }[];
}

export type Step = "lezen" | "herstellen" | "ontleden" | "vergelijken";

export type Question =
  | { ask: "read"; call: number; name: string; bytes: ArrayBuffer; kind: DossierKind | null }
  | { ask: "compare"; call: number; sha256: string; dossier: number; other: string; url: string }
  | { ask: "link"; call: number; port: MessagePort }
  | { ask: "warm"; call: number; examples: string[]; other: string | null }
  | { ask: "align"; call: number; a: string; b: string; options: AlignOptions }
  | { ask: "thresholds"; call: number; a: string; b: string }
  | { ask: "shared"; call: number; parts: { url: string; part: string }[] }
  | { ask: "decisions"; call: number; bytes: ArrayBuffer }
  | { ask: "agreement"; call: number; mine: readonly Decision[]; theirs: readonly Decision[] }
  | { ask: "coders"; call: number; files: readonly NamedBytes[] }
  | { ask: "anchors"; call: number; sha256: string; dossier: number; theme: string }
  | { ask: "levels"; call: number; sha256: string; dossier: number }
  | { ask: "file"; call: number; sha256: string; as: "corpus" | "audit" };

export type Answer =
  | { say: "progress"; call: number; step: Step; done: number; of: number }
  | { say: "done"; call: number; result: unknown }
  | { say: "refused"; call: number; reason: string }
  | { say: "failed"; call: number; reason: string };
