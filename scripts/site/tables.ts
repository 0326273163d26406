/** What the site found, as plain tables for a researcher's own tools: what each holds. */
import type { ColumnInfo, TableInfo } from "../../docs/components/table-types.js";
import type {
  DossierFile,
  DossierSummary,
  Overview,
  SharesFile,
  StatementSummary,
} from "../../docs/components/types.js";
import { type Counterparts, type SharedGroup, sharedGroups } from "../../src/compare/index.js";
import { roundScore } from "../../src/similarity/index.js";
import type { AnchorFindings } from "./anchors.js";
import type { LevelFindings } from "./levels.js";

/** What the tables are made of: the findings of a build. */
export interface Found {
  overview: Overview;
  /** Per dossier, in the order of the overview. */
  dossiers: readonly DossierFile[];
  shares: readonly SharesFile[];
  counterparts: Counterparts;
  levels: LevelFindings;
  anchors: AnchorFindings;
}

type Value = string | number | boolean | null;

export interface Table extends Omit<TableInfo, "rows" | "sizes"> {
  rows: Value[][];
}

/** A column with how its value is found, so that the two can't get out of step. */
interface Column<Row> extends ColumnInfo {
  of(row: Row): Value | undefined;
}

const FIGURES =
  "Cijfers, codes en labels die het programma maakt, mag u vrij gebruiken (MIT, zoals het programma). Titels zijn van de makers van de documenten.";
const TEXT =
  "De tekst van dossiers met herkomst “voorbeeld” is van dit project (MIT). Tekst van andere dossiers is van hun makers: deel die alleen als zij dat goedvinden. Van dossiers met met_tekst = false staat er geen tekst in.";

const text = (name: string, meaning: string): ColumnInfo => ({ name, type: "text", meaning });
const category = (name: string, meaning: string): ColumnInfo => ({ name, type: "category", meaning });
const integer = (name: string, unit: string, meaning: string): ColumnInfo => ({ name, type: "integer", unit, meaning });
const share = (name: string, meaning: string): ColumnInfo => ({
  name,
  type: "number",
  unit: "aandeel, 0 tot 1",
  meaning,
});

/** Between several values in one cell. */
const listed = (values: readonly string[]): string => values.join("; ");

/** Every table of the site. */
export function siteTables(findings: Found): Table[] {
  return [
    dossiers(findings),
    units(findings),
    statements(findings),
    overlap(findings),
    shared(findings),
    anchors(findings),
    levelWords(findings),
  ];
}

function table<Row>(
  about: Omit<Table, "columns" | "rows">,
  rows: Iterable<Row>,
  columns: readonly Column<Row>[],
): Table {
  return {
    ...about,
    columns: columns.map(({ of: _, ...info }) => info),
    rows: Array.from(rows, (row) => columns.map((column) => column.of(row) ?? null)),
  };
}

function dossiers({ overview, dossiers: files, anchors: found }: Found): Table {
  type Row = { d: DossierSummary; file: DossierFile; at: number };
  return table<Row>(
    {
      name: "dossiers",
      title: "Dossiers",
      about: "Elke rij is een dossier. Een document kan meer dossiers bevatten.",
      made: "Gelezen uit de documenten. Bij tekens staat hoeveel tekens van het document in elke soort tekst terechtkwamen.",
      rights: FIGURES,
    },
    overview.dossiers.map((d, at) => ({ d, file: files[at] as DossierFile, at })),
    [
      {
        ...text("dossier", "naam van het dossier voor de computer; de andere tabellen verwijzen ernaar"),
        of: ({ d }) => d.id,
      },
      { ...text("titel", "titel van het dossier"), of: ({ d }) => d.title },
      { ...category("soort", "soort document"), of: ({ d }) => d.kind },
      { ...category("niveau", "niveau dat het document zelf noemt"), of: ({ d }) => d.level },
      {
        ...category("herkomst", "bronnen: eigen documenten; corpus: meegeleverd zonder tekst; voorbeeld: voorbeelden"),
        of: ({ d }) => d.collection,
      },
      { ...text("bestand", "naam van het bestand"), of: ({ d }) => d.file },
      { ...text("sha256", "vingerafdruk van het bestand (SHA-256)"), of: ({ d }) => d.sha256 },
      { ...category("formaat", "soort bestand"), of: ({ d }) => d.format },
      {
        ...integer("paginas", "bladzijden", "lengte van het document, waar dat bekend is"),
        of: ({ file }) => file.pages,
      },
      { ...integer("onderdelen", "aantal", "onderdelen, zoals kerntaken en werkprocessen"), of: ({ d }) => d.units },
      { ...integer("uitspraken", "aantal", "uitspraken"), of: ({ d }) => d.statements },
      {
        name: "met_tekst",
        type: "boolean",
        meaning: "of de tekst van de uitspraken is meegeleverd",
        of: ({ d }) => d.withText,
      },
      { ...integer("tekens_uitspraken", "tekens", "tekst in uitspraken"), of: ({ d }) => d.coverage.statements },
      { ...integer("tekens_koppen", "tekens", "tekst in koppen"), of: ({ d }) => d.coverage.headings },
      {
        ...integer("tekens_paginaresten", "tekens", "paginanummers en dergelijke"),
        of: ({ d }) => d.coverage.furniture,
      },
      { ...integer("tekens_achtergrond", "tekens", "uitleg zonder eis"), of: ({ d }) => d.coverage.background },
      {
        ...integer("tekens_niet_herkend", "tekens", "tekst die niet is geplaatst"),
        of: ({ d }) => d.coverage.unparsed,
      },
      { ...integer("herstellingen", "aantal", "herstelde beschadigingen van de tekst"), of: ({ d }) => d.repairs },
      {
        ...text("themas", "thema's waarvan de labels bekend zijn, met “; ” ertussen"),
        of: ({ at }) => listed(found.themes.filter((_, t) => found.files[t]?.[at]?.marks != null).map(({ id }) => id)),
      },
    ],
  );
}

/** Every dossier with its file. */
const eachFile = ({ overview, dossiers: files }: Found): [DossierSummary, DossierFile][] =>
  overview.dossiers.map((d, i) => [d, files[i] as DossierFile]);

function units(findings: Found): Table {
  type Row = { d: DossierSummary; u: DossierFile["units"][number] };
  return table<Row>(
    {
      name: "onderdelen",
      title: "Onderdelen",
      about: "Elke rij is een onderdeel van een dossier, zoals een kerntaak of een werkproces.",
      made: "Gelezen uit de koppen en codes van de documenten.",
      rights: FIGURES,
    },
    eachFile(findings).flatMap(([d, { units: list }]) => list.map((u) => ({ d, u }))),
    [
      { ...category("dossier", "het dossier"), of: ({ d }) => d.id },
      { ...text("onderdeel", "naam van het onderdeel voor de computer"), of: ({ u }) => u.id },
      { ...text("code", "code, zoals B1-K1-W1"), of: ({ u }) => u.code },
      {
        ...category("code_herkomst", "source: staat in het document; repaired: hersteld; inferred: afgeleid"),
        of: ({ u }) => (u.code === null ? null : (u.codeOrigin ?? "source")),
      },
      { ...category("soort", "soort onderdeel"), of: ({ u }) => u.kind },
      { ...text("titel", "titel"), of: ({ u }) => u.title },
      { ...text("hoort_bij", "het onderdeel waar dit onder valt"), of: ({ u }) => u.parent },
      { ...category("niveau", "eigen niveau, als het document dat noemt"), of: ({ u }) => u.level },
      {
        ...text("competenties", "letters A tot en met Y, met “; ” ertussen"),
        of: ({ u }) => (u.competencies === undefined ? null : listed(u.competencies)),
      },
    ],
  );
}

function statements(findings: Found): Table {
  type Row = { d: DossierSummary; file: DossierFile; s: StatementSummary; at: number };
  const marks = ({ s, file }: Row): string | null =>
    s.variants === undefined
      ? null
      : listed(
          (file.variants ?? []).flatMap(({ id }) => {
            const mark = s.variants?.[id];
            return mark === undefined ? [] : [mark === "full" ? id : `${id} (deels)`];
          }),
        );
  return table<Row>(
    {
      name: "uitspraken",
      title: "Uitspraken",
      about: "Elke rij is een uitspraak: één eis aan de beroepskracht.",
      made: "Gelezen uit de documenten, hersteld en in uitspraken verdeeld.",
      rights: TEXT,
    },
    eachFile(findings).flatMap(([d, file]) => file.statements.map((s, at) => ({ d, file, s, at }))),
    [
      { ...category("dossier", "het dossier"), of: ({ d }) => d.id },
      { ...integer("nummer", "rangnummer, vanaf 1", "plaats in het dossier"), of: ({ at }) => at + 1 },
      { ...text("uitspraak", "naam van de uitspraak voor de computer"), of: ({ s }) => s.id },
      { ...text("onderdeel", "het onderdeel waar de uitspraak in staat"), of: ({ s }) => s.unit },
      { ...category("sectie", "soort tekst binnen het onderdeel"), of: ({ s }) => s.section },
      { ...text("code", "eigen nummer, als het document dat geeft"), of: ({ s }) => s.code },
      {
        ...category("niveaus", "niveaus waarvoor de uitspraak geldt, met “; ” ertussen"),
        of: ({ s, file }) => listed(s.levels === undefined ? file.levels : s.levels.map((l) => file.levels[l] ?? "")),
      },
      {
        ...category("varianten", "varianten waarvoor de uitspraak geldt, met “; ” ertussen"),
        of: marks,
      },
      {
        ...integer("pagina", "bladzijde, vanaf 1", "plaats in het document, waar die bekend is"),
        of: ({ s }) => s.page,
      },
      { ...text("aanhef", "het begin van de zin dat voor een hele opsomming geldt"), of: ({ s }) => s.lead },
      { ...text("tekst", "de uitspraak zelf; leeg als de tekst niet is meegeleverd"), of: ({ s }) => s.text },
      { ...text("geldt_voor", "voor wie of waar, als het document dat beperkt"), of: ({ s }) => s.scope },
      {
        ...integer("woorden", "aantal", "woorden in de tekst; leeg als de tekst niet is meegeleverd"),
        of: ({ s }) => s.text?.match(/[\p{L}\p{N}]+/gu)?.length ?? null,
      },
      {
        ...integer("herstellingen", "aantal", "herstelde beschadigingen in deze uitspraak"),
        of: ({ s }) => s.repairs?.length ?? 0,
      },
    ],
  );
}

function overlap({ overview, shares }: Found): Table {
  const { dossiers: all } = overview;
  type Row = { a: number; b: number };
  const pairs = all.flatMap((_, a) => all.slice(a + 1).map((_, i): Row => ({ a, b: a + 1 + i })));
  const compared = (i: number): number => all[i]?.compared ?? 0;
  const identical = (from: number, to: number): number => shares[from]?.identical[to] ?? 0;
  const near = (from: number, to: number): number => shares[from]?.near[to] ?? 0;
  const part = (from: number, to: number): number | null =>
    compared(from) === 0 || compared(to) === 0
      ? null
      : roundScore((identical(from, to) + near(from, to)) / compared(from));
  return table<Row>(
    {
      name: "overlap",
      title: "Overlap",
      about: "Elke rij is een paar dossiers. Elk paar staat er één keer in; de kolommen geven beide richtingen.",
      made: "Van elke uitspraak is de beste tegenhanger in het andere dossier gezocht. De drempel staat onder aan elke pagina.",
      rights: FIGURES,
    },
    pairs,
    [
      { ...category("a", "het ene dossier"), of: ({ a }) => all[a]?.id },
      { ...category("b", "het andere dossier"), of: ({ b }) => all[b]?.id },
      { ...integer("a_uitspraken", "aantal", "uitspraken van a, zonder vaste zinnen"), of: ({ a }) => compared(a) },
      { ...integer("b_uitspraken", "aantal", "uitspraken van b, zonder vaste zinnen"), of: ({ b }) => compared(b) },
      { ...integer("a_identiek", "aantal", "uitspraken van a die ook in b staan"), of: ({ a, b }) => identical(a, b) },
      { ...integer("a_bijna", "aantal", "uitspraken van a die bijna gelijk in b staan"), of: ({ a, b }) => near(a, b) },
      { ...integer("b_identiek", "aantal", "uitspraken van b die ook in a staan"), of: ({ a, b }) => identical(b, a) },
      { ...integer("b_bijna", "aantal", "uitspraken van b die bijna gelijk in a staan"), of: ({ a, b }) => near(b, a) },
      {
        ...share("a_in_b", "hoeveel van a terugkomt in b; leeg als er niets te vergelijken is"),
        of: ({ a, b }) => part(a, b),
      },
      {
        ...share("b_in_a", "hoeveel van b terugkomt in a; leeg als er niets te vergelijken is"),
        of: ({ a, b }) => part(b, a),
      },
    ],
  );
}

function shared({ counterparts }: Found): Table {
  type Row = SharedGroup["statements"][number] & { group: number; size: number };
  const groups = sharedGroups(counterparts).filter((group) => group.in !== "one");
  return table<Row>(
    {
      name: "gedeeld",
      title: "Gedeelde groepen",
      about:
        "Uitspraken van verschillende dossiers die bij elkaar horen. Elke rij is een uitspraak in een groep. Wat er niet in staat, heeft alleen het eigen dossier.",
      made: "In een groep is elke uitspraak de beste tegenhanger van elke andere, over en weer, boven de drempel. Een groep heeft hoogstens één uitspraak van elk dossier.",
      rights: FIGURES,
    },
    groups.flatMap(({ statements: members }, i) =>
      members.map((member) => ({ ...member, group: i + 1, size: members.length })),
    ),
    [
      { ...integer("groep", "nummer, vanaf 1", "de groep"), of: ({ group }) => group },
      { ...integer("dossiers", "aantal", "dossiers in de groep"), of: ({ size }) => size },
      { ...category("dossier", "het dossier"), of: ({ dossier }) => dossier },
      { ...text("uitspraak", "de uitspraak"), of: ({ id }) => id },
    ],
  );
}

function anchors({ overview, dossiers: files, anchors: { themes, files: found } }: Found): Table {
  type Row = { theme: number; dossier: number; rules: string[]; mark: NonNullable<(typeof found)[0][0]["marks"]>[0] };
  const rows = themes.flatMap((_, theme) =>
    (found[theme] ?? []).flatMap(({ marks, rules }, dossier) =>
      (marks ?? []).map((mark): Row => ({ theme, dossier, rules, mark })),
    ),
  );
  return table<Row>(
    {
      name: "ankerpunten",
      title: "Ankerpunten",
      about:
        "Waar een thema voorkomt. Elke rij is een uitspraak die kern of rand is voor een thema. Andere uitspraken zijn geen, als het thema bij het dossier in de tabel dossiers staat; anders is het niet bekend.",
      made: "Door de regels in het codeboek van het thema. Zie Methode.",
      rights: FIGURES,
    },
    rows,
    [
      { ...category("thema", "het thema"), of: ({ theme }) => themes[theme]?.id },
      { ...category("codeboek", "versie van het codeboek"), of: ({ theme }) => themes[theme]?.version },
      { ...category("dossier", "het dossier"), of: ({ dossier }) => overview.dossiers[dossier]?.id },
      { ...text("uitspraak", "de uitspraak"), of: ({ dossier, mark }) => files[dossier]?.statements[mark[0]]?.id },
      { ...category("label", "kern of rand"), of: ({ mark }) => (mark[1] === 2 ? "kern" : "rand") },
      { ...share("score", "hoe zeker het label is; rand vanaf 1/3, kern vanaf 2/3"), of: ({ mark }) => mark[2] },
      {
        ...category("partners", "met wie, met “; ” ertussen"),
        of: ({ theme, mark }) => listed(mark[3].map((p) => themes[theme]?.partners[p] ?? "")),
      },
      {
        ...category("regels", "regels van het codeboek die pasten, met “; ” ertussen"),
        of: ({ rules, mark }) => listed(mark[4].map((r) => rules[r] ?? "")),
      },
    ],
  );
}

function levelWords({ overview, dossiers: files, levels }: Found): Table {
  const { scales } = levels.overview;
  type Row = { dossier: number; hit: NonNullable<(typeof levels.files)[0]["profile"]>["evidence"][0] };
  const statement = ({ dossier, hit }: Row): StatementSummary | undefined => files[dossier]?.statements[hit[0]];
  return table<Row>(
    {
      name: "niveauwoorden",
      title: "Woorden van niveau",
      about: "Plaatsen waar de woorden van een uitspraak een niveau laten zien. Een uitspraak kan er meer hebben.",
      made: "Door woordenlijsten met tredes. De schalen en hun bronnen staan op de pagina Niveaus. Niets gevonden betekent niet: laag.",
      rights: `${FIGURES} ${TEXT}`,
    },
    levels.files.flatMap(({ profile }, dossier) => (profile?.evidence ?? []).map((hit): Row => ({ dossier, hit }))),
    [
      { ...category("dossier", "het dossier"), of: ({ dossier }) => overview.dossiers[dossier]?.id },
      { ...text("uitspraak", "de uitspraak"), of: (row) => statement(row)?.id },
      { ...category("schaal", "de schaal"), of: ({ hit }) => scales[hit[1]]?.id },
      {
        ...integer("trede", "rangnummer, vanaf 1 (laagste)", "plaats op de schaal; alleen de volgorde telt"),
        of: ({ hit }) => hit[2],
      },
      {
        ...category("trede_naam", "naam van de trede"),
        of: ({ hit }) => scales[hit[1]]?.steps.find(({ step }) => step === hit[2])?.title,
      },
      {
        ...category("plaats", "tekst of aanhef van de uitspraak"),
        of: ({ hit }) => (hit[3] === 1 ? "aanhef" : "tekst"),
      },
      {
        ...category("woorden", "de woorden zelf; leeg als de tekst niet is meegeleverd"),
        of: (row) => {
          const whole = row.hit[3] === 1 ? statement(row)?.lead : statement(row)?.text;
          return typeof whole === "string" && row.hit[4] !== null ? passage(whole, row.hit[4]) : null;
        },
      },
    ],
  );
}

/** The words of some ranges, with dots for what stands between two of them. */
function passage(whole: string, ranges: readonly [number, number][]): string {
  return ranges
    .map(([start, end], i) => {
      const between = i === 0 ? "" : whole.slice(ranges[i - 1]?.[1], start);
      return `${i === 0 ? "" : between.trim() === "" ? " " : " … "}${whole.slice(start, end)}`;
    })
    .join("");
}
