import type { RepairedText } from "../repair/index.js";
import type { Block } from "./blocks.js";
import type { DossierBuilder } from "./builder.js";
import type { Title } from "./title.js";

/** How one kind of document is read. */
export interface KindReader {
  /** Lifts out of the text what only this kind of document has in it. */
  prepare?: (repaired: RepairedText) => RepairedText;
  /** Lines that stand alone in this kind of document, beside those of every kind. */
  isHeading?: (line: string) => boolean;
  /** Lines that begin a passage and hold its first words too. */
  opens?: (line: string) => boolean;
  /** Its title, where the kind has a place of its own for it; null or no function falls back on the general search. */
  title?: (blocks: readonly Block[], repaired: RepairedText) => Title | null;
  /** Reads the blocks of one dossier, in order, into a builder. Every block must be marked, else it counts as unparsed. */
  read: (builder: DossierBuilder, blocks: readonly Block[]) => void;
}
