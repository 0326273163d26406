import type { DossierKind } from "../model.js";
import type { RepairedText } from "../repair/index.js";
import { addendum } from "./addendum.js";
import { readProfile } from "./beroepscompetentieprofiel.js";
import type { Block } from "./blocks.js";
import { branchekwalificatie } from "./branchekwalificatie.js";
import type { DossierBuilder } from "./builder.js";
import { parseCode } from "./codes.js";
import { readKwalificatiedossier } from "./kwalificatiedossier.js";
import { isKwalificatieHeading } from "./kwalificatiedossier-draft.js";
import { liftRepeatedHeadings } from "./kwalificatiedossier-repeats.js";
import { kwalificatieTitle } from "./kwalificatiedossier-title.js";
import { readOutline } from "./outline.js";
import type { Title } from "./title.js";

/** How one kind of document is read. */
export interface KindReader {
  /** Lifts out of the text what only this kind of document has in it. */
  prepare?: (repaired: RepairedText) => RepairedText;
  /** Lines that stand alone in this kind of document, beside those of every kind. */
  isHeading?: (line: string) => boolean;
  /** Its title, where the kind has a place of its own for it; null or no function falls back on the general search. */
  title?: (blocks: readonly Block[], repaired: RepairedText) => Title | null;
  /** Reads the blocks of one dossier, in order, into a builder. Every block must be marked, else it counts as unparsed. */
  read: (builder: DossierBuilder, blocks: readonly Block[]) => void;
}

const outline: KindReader = {
  read: (builder, blocks) => {
    const coded = blocks.some((block) => block.type !== "item" && (parseCode(block.text)?.rank ?? "deel") !== "deel");
    readOutline(builder, blocks, { coded });
  },
};

const kwalificatiedossier: KindReader = {
  prepare: liftRepeatedHeadings,
  isHeading: isKwalificatieHeading,
  title: kwalificatieTitle,
  read: readKwalificatiedossier,
};

/** The reader of each kind. A statement list does not come here: its rows are taken as they are. */
export const READERS: Record<DossierKind, KindReader> = {
  kwalificatiedossier,
  ankerpunten: kwalificatiedossier,
  keuzedeel: kwalificatiedossier,
  addendum,
  branchekwalificatie,
  beroepscompetentieprofiel: {
    read: (builder, blocks) => readProfile(builder, blocks, () => outline.read(builder, blocks)),
  },
  "statement-list": outline,
  generic: outline,
};
