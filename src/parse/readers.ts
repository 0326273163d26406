import type { DossierKind } from "../model.js";
import { addendum } from "./addendum.js";
import { beroepscompetentieprofiel } from "./beroepscompetentieprofiel.js";
import { branchekwalificatie } from "./branchekwalificatie.js";
import { readGeneric } from "./generic.js";
import { isGenericHeading } from "./generic-headings.js";
import { readKwalificatiedossier } from "./kwalificatiedossier.js";
import { isKwalificatieHeading, opensWithLabel } from "./kwalificatiedossier-draft.js";
import { liftRepeatedHeadings } from "./kwalificatiedossier-repeats.js";
import { kwalificatieTitle } from "./kwalificatiedossier-title.js";
import type { KindReader } from "./reader.js";

const generic: KindReader = { isHeading: isGenericHeading, read: readGeneric };

const kwalificatiedossier: KindReader = {
  prepare: liftRepeatedHeadings,
  isHeading: isKwalificatieHeading,
  opens: opensWithLabel,
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
  beroepscompetentieprofiel,
  "statement-list": generic,
  generic,
};
