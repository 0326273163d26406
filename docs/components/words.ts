/** How the pages name things, and how they write numbers. */
import type { CollectionId, DossierSummary, Overview, UnitSummary } from "./types.js";

const COLLECTION_NAMES: Record<CollectionId, string> = {
  bronnen: "Eigen bronnen",
  corpus: "Meegeleverd corpus",
  voorbeeld: "Voorbeeld",
  eigen: "Alleen in deze browser",
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

const UNIT_NAMES: Record<UnitSummary["kind"], string> = {
  basisdeel: "basisdeel",
  profieldeel: "profieldeel",
  kerntaak: "kerntaak",
  werkproces: "werkproces",
  taak: "taak",
  taakgebied: "taakgebied",
  competentiegebied: "competentiegebied",
  competentie: "competentie",
  vakkennis: "vakkennis",
  section: "hoofdstuk of paragraaf",
};

export function unitKind(kind: UnitSummary["kind"]): string {
  return UNIT_NAMES[kind];
}

/** A way to name things in Dutch; what has no name among these is shown by its own. */
export const named =
  (names: Readonly<Record<string, string>>) =>
  (own: string): string =>
    Object.hasOwn(names, own) ? (names[own] ?? own) : own;

/** A part of a score, by the name of its weight in the settings. */
export const signalName = named({
  words: "woorden",
  stems: "woordstammen",
  ngrams: "reeksen letters",
  concepts: "begrippen",
  nearest: "dichtstbijzijnde woorden",
  meaning: "betekenis van woorden",
});

/** A kind of repairs, by its name in the settings. */
export const repairName = named({
  encoding: "tekens en tekenset",
  furniture: "resten van de bladzijde",
  footnote: "voetnoten",
  hyphenation: "afgebroken woorden",
  letters: "verkeerd gelezen letters",
  spaces: "spaties",
});

/** The part of a unit that a statement stands in. */
export const sectionName = named({
  context: "context van het beroep",
  typering: "typering van het beroep",
  houding: "houding",
  complexiteit: "complexiteit",
  verantwoordelijkheid: "verantwoordelijkheid en zelfstandigheid",
  vakkennis: "vakkennis",
  vaardigheden: "vaardigheden",
  omschrijving: "omschrijving",
  resultaat: "resultaat",
  gedrag: "gedrag",
  taak: "taak",
  proces: "proces",
  indicator: "indicator",
  ontwikkelbaarheid: "te ontwikkelen",
  toelichting: "toelichting",
});

/** Code and title of the unit that a statement stands in, and the section. */
export const whereOf = (s: { place: UnitSummary | null; section: string }): string =>
  [[s.place?.code, s.place?.title].filter((x) => x).join(" "), sectionName(s.section)].filter((x) => x).join(" · ");

/** The words of the first statement that has some, for a group of them. */
export const wordsOf = ({ members }: { members: readonly { statement: { text: string | null } }[] }): string =>
  members.find(({ statement }) => statement.text !== null)?.statement.text ?? "(tekst niet meegeleverd)";

/** A dossier with its number in this site, which stands before its title everywhere. */
export interface NumberedDossier extends DossierSummary {
  number: number;
  collectionName: string;
  kindName: string;
  /** Number and title. */
  name: string;
}

export function numbered(overview: Overview): NumberedDossier[] {
  return overview.dossiers.map(asNumbered);
}

/** @param i its place, from 0 */
export function asNumbered(d: DossierSummary, i: number): NumberedDossier {
  return {
    ...d,
    number: i + 1,
    collectionName: collectionName(d.collection),
    kindName: KIND_NAMES[d.kind],
    name: `${i + 1}. ${d.title}`,
  };
}

/** The kinds of documents by name, to choose from. */
export const kindNames: readonly (readonly [kind: DossierSummary["kind"], name: string])[] = Object.entries(
  KIND_NAMES,
) as [DossierSummary["kind"], string][];

export function collectionName(id: CollectionId): string {
  return COLLECTION_NAMES[id];
}

/** What two people judged: a pair stands in the result as a list of two ids; other things by their own. */
export function judgedThing(id: string): string {
  try {
    const pair: unknown = JSON.parse(id);
    const isPair = Array.isArray(pair) && pair.length === 2 && pair.every((x) => x === null || typeof x === "string");
    return isPair ? `${pair[0] ?? "–"} en ${pair[1] ?? "–"}` : id;
  } catch {
    return id;
  }
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
