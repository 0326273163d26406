/** The technical words of the pages, in plain Dutch. */

export interface Term {
  word: string;
  meaning: string;
}

/** In the groups of the page Woordenlijst. */
const GROUPS = {
  "Documenten en hun delen": {
    dossier: {
      word: "dossier",
      meaning:
        "Een beschrijving van een beroep of opleiding: een kwalificatiedossier, een beroepsprofiel, een addendum of een lijst. Eén document kan meer dossiers bevatten.",
    },
    onderdeel: {
      word: "onderdeel",
      meaning: "Een stuk van een dossier met een eigen kop, bijvoorbeeld een kerntaak, een werkproces of een taak.",
    },
    uitspraak: {
      word: "uitspraak",
      meaning: "Eén eis aan de beroepskracht: een zin, of een punt uit een opsomming. Vakwoord: statement.",
    },
    aanhef: {
      word: "aanhef",
      meaning: "Het begin van een zin dat voor een hele opsomming geldt, zoals “De medewerker kan:”.",
    },
    variant: {
      word: "variant",
      meaning:
        "Een versie van een beroep binnen één document, meestal voor een niveau: mbo 3, mbo 4, hbo. Een uitspraak kan voor alle varianten gelden, of voor een paar.",
    },
    corpus: { word: "corpus", meaning: "Alle dossiers bij elkaar." },
    herstelling: {
      word: "herstelling",
      meaning:
        "Schade in de tekst die het programma heeft verbeterd, zoals een afgebroken woord. Elke herstelling is terug te zien.",
    },
    achtergrond: { word: "achtergrond", meaning: "Tekst in een document die geen eis is, maar uitleg." },
    vingerafdruk: {
      word: "vingerafdruk",
      meaning:
        "Een code die bij precies één bestand hoort. Verandert er één teken in het bestand, dan is de code anders. Zo kunt u nagaan of u hetzelfde bestand heeft. Vakwoord: hash (SHA-256).",
    },
  },
  "Vergelijken van dossiers": {
    score: {
      word: "score",
      meaning:
        "Een getal van 0 tot 1 dat zegt hoeveel twee uitspraken op elkaar lijken. 0 is niets gemeen, 1 is gelijk.",
    },
    tegenhanger: {
      word: "tegenhanger",
      meaning: "De uitspraak in het andere dossier die er het meest op lijkt, als de score hoog genoeg is.",
    },
    drempel: {
      word: "drempel",
      meaning:
        "De laagste score waarbij twee uitspraken nog als bijna gelijk tellen. Een hogere drempel geeft minder tegenhangers. De drempel van deze site staat onder aan elke pagina.",
    },
    identiek: {
      word: "identiek",
      meaning:
        "Dezelfde woorden in dezelfde volgorde, als u niet let op hoofdletters, leestekens, de naam van de beroepskracht en voornaamwoorden (hij, zij).",
    },
    "bijna-gelijk": {
      word: "bijna gelijk",
      meaning: "Niet identiek, maar de beste tegenhanger heeft een score die de drempel haalt.",
    },
    "komt-terug": {
      word: "komt terug",
      meaning:
        "Een uitspraak komt terug in een ander dossier als zij daar een tegenhanger heeft die identiek of bijna gelijk is.",
    },
    "aandeel-van-a-in-b": {
      word: "aandeel van a in b",
      meaning:
        "Welk deel van de uitspraken van a terugkomt in b. Andersom kan het getal heel anders zijn: een klein dossier kan helemaal in een groot dossier zitten, terwijl het grote veel meer bevat. Vakwoord: containment.",
    },
    "alleen-in-een": {
      word: "alleen in één van beide",
      meaning: "Een uitspraak waarvan de beste tegenhanger onder de drempel blijft, of die er geen heeft.",
    },
    streepje: {
      word: "streepje (–)",
      meaning: "Er valt niets te vergelijken of er is niets bekend. Dat is iets anders dan 0.",
    },
    "gedeelde-groep": {
      word: "gedeelde groep",
      meaning: "Uitspraken van verschillende dossiers die allemaal elkaars tegenhanger zijn.",
    },
    besluit: {
      word: "besluit",
      meaning:
        "Wat een mens van een voorgesteld paar vindt: bevestigd, afgewezen, of geen tegenhanger. Zonder besluit is een paar een voorstel (kandidaat).",
    },
  },
  "Thema's en niveaus": {
    thema: {
      word: "thema",
      meaning: "Een onderwerp dat in veel dossiers kan voorkomen, zoals samenwerken met andere beroepen.",
    },
    ankerpunt: {
      word: "ankerpunt",
      meaning: "Een plek in een dossier waar een thema voorkomt: daar kan onderwijs over dat thema aan vastzitten.",
    },
    codeboek: {
      word: "codeboek",
      meaning: "De beschrijving van een thema: welke woorden en combinaties meetellen, en welke juist niet.",
    },
    kern: { word: "kern", meaning: "De uitspraak vraagt zelf om het thema." },
    rand: { word: "rand", meaning: "Het thema komt in de uitspraak alleen zijdelings voor." },
    partner: { word: "partner", meaning: "Met wie iets gebeurt, bijvoorbeeld het eigen team of een ander beroep." },
    nlqf: {
      word: "NLQF",
      meaning:
        "Het Nederlandse raamwerk van niveaus, van 1 tot en met 8. Mbo 4 is niveau 4, een hbo-bachelor is niveau 6.",
    },
    schaal: {
      word: "schaal",
      meaning: "Een rij van laag naar hoog om woorden van niveau op te ordenen, zoals zelfstandigheid.",
    },
    trede: {
      word: "trede",
      meaning: "Een plaats op een schaal. Alleen de volgorde telt: trede 4 is niet twee keer zo veel als trede 2.",
    },
    ladder: {
      word: "ladder",
      meaning: "Wat er van niveau tot niveau hetzelfde blijft en wat erbij komt, in een document met meer niveaus.",
    },
  },
  "Maten en gegevens": {
    kappa: {
      word: "kappa",
      meaning:
        "Hoeveel twee mensen het eens zijn, als u het toeval eraf haalt. 1 is helemaal eens, 0 is niet meer dan toeval. Voluit: Cohens kappa.",
    },
    jaccard: {
      word: "Jaccard",
      meaning:
        "Het aantal dat twee lijsten gemeen hebben, gedeeld door het aantal in beide lijsten samen; wat in beide staat, telt daarbij één keer. Van 0 tot 1.",
    },
    interval: {
      word: "95%-interval",
      meaning:
        "Hoe zeker een getal is. Met andere voorbeelden van dezelfde soort zou het getal meestal tussen deze twee grenzen liggen. Een breed interval betekent: weinig gegevens.",
    },
    f1: {
      word: "F1",
      meaning: "Een maat van 0 tot 1 die te veel vinden en te weinig vinden samen weegt.",
    },
    "tf-idf": {
      word: "TF-IDF",
      meaning: "Een manier om woorden te wegen: een woord dat in weinig zinnen voorkomt, telt zwaarder.",
    },
    cosinus: {
      word: "cosinus",
      meaning: "Een maat van 0 tot 1 voor hoeveel twee lijsten met gewichten in dezelfde richting wijzen.",
    },
    woordvector: {
      word: "woordvector",
      meaning:
        "Een rij getallen voor een woord. Woorden die in dezelfde omgeving voorkomen, krijgen getallen die op elkaar lijken.",
    },
    arrow: {
      word: "Arrow",
      meaning:
        "Een soort bestand voor tabellen die R, Python en JavaScript snel lezen, met de soort van elke kolom erbij.",
    },
  },
} as const satisfies Record<string, Record<string, Term>>;

type Union<T> = T extends unknown ? keyof T : never;
export type TermId = Union<(typeof GROUPS)[keyof typeof GROUPS]>;

/** The words in their groups. */
export const termGroups: [title: string, terms: [id: TermId, term: Term][]][] = Object.entries(GROUPS).map(
  ([title, terms]) => [title, Object.entries(terms) as [TermId, Term][]],
);

export const TERMS = new Map<TermId, Term>(termGroups.flatMap(([, terms]) => terms));
