/** How the pages name things, and how they write numbers. */
import type { CollectionId, DossierSummary, Overview } from "./types.js";

const COLLECTION_NAMES: Record<CollectionId, string> = {
  bronnen: "Eigen bronnen",
  corpus: "Meegeleverd corpus",
  voorbeeld: "Voorbeeld",
};

const KIND_NAMES: Record<DossierSummary["kind"], string> = {
  kwalificatiedossier: "kwalificatiedossier",
  ankerpunten: "ankerpunten",
  beroepscompetentieprofiel: "beroepscompetentieprofiel",
  addendum: "addendum",
  branchekwalificatie: "branchekwalificatie",
  "statement-list": "lijst met uitspraken",
  keuzedeel: "keuzedeel",
  generic: "overig document",
};

/** A dossier with its number in this site, which stands before its title everywhere. */
export interface NumberedDossier extends DossierSummary {
  number: number;
  collectionName: string;
  kindName: string;
  /** Number and title. */
  name: string;
}

export function numbered(overview: Overview): NumberedDossier[] {
  return overview.dossiers.map((d, i) => ({
    ...d,
    number: i + 1,
    collectionName: collectionName(d.collection),
    kindName: KIND_NAMES[d.kind],
    name: `${i + 1}. ${d.title}`,
  }));
}

export function collectionName(id: CollectionId): string {
  return COLLECTION_NAMES[id];
}

const whole = new Intl.NumberFormat("nl-NL");
const decimals = new Intl.NumberFormat("nl-NL", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export function count(n: number): string {
  return whole.format(n);
}

/** A score from 0 to 1. */
export function score(x: number): string {
  return decimals.format(x);
}

/** "1 uitspraak", "2 uitspraken". */
export function counted(n: number, one: string, more: string): string {
  return `${count(n)} ${n === 1 ? one : more}`;
}
