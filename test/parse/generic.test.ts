import { describe, expect, it } from "vitest";
import type { Dossier } from "../../src/model.js";
import { covered, nonWhite, parseText } from "../helpers/examples.js";

async function read(text: string, file = "document.txt"): Promise<Dossier> {
  const { source, dossiers } = await parseText(text, file);
  expect(dossiers).toHaveLength(1);
  const [dossier] = dossiers as [Dossier];
  expect(dossier.kind).toBe("generic");
  expect(covered(dossiers)).toBe(nonWhite(source.text));
  expect(dossier.coverage.unparsed).toBe(0);
  return dossier;
}

/** Code, title and the title of what holds it. */
const units = (dossier: Dossier): (string | null)[][] =>
  dossier.units.map(({ code, title, parent }) => [
    code,
    title,
    dossier.units.find(({ id }) => id === parent)?.title ?? null,
  ]);
/** Code, section, stem and text. */
const statements = (dossier: Dossier): (string | null | undefined)[][] =>
  dossier.statements.map(({ code, section, lead, text }) => [code, section, lead, text]);
const texts = (dossier: Dossier): (string | null)[] => dossier.statements.map(({ text }) => text);

describe("a framework of competencies with levels", async () => {
  const dossier = await read(
    "Competentieprofiel Bachelor Waterbeheer\n\nLandelijk overleg Waterbeheer, 2021\nNiveau: hbo-bachelor (NLQF 6)\n\nInhoud\n\n1 Inleiding ............ 3\n2 Competenties ......... 6\n\n1 Inleiding\n\nDit profiel is opgesteld door de hogescholen.\n\n2 Competenties\n\nCompetentie 1: Analyseren\n\nDe waterbeheerder analyseert het systeem.\n\nNiveau 1\nDe student beschrijft een sloot.\nDe student rekent met debieten.\n\nNiveau 2: gevorderd\nDe student vergelijkt sloten.\n\nCompetentie 2: Samenwerken\n\nNiveau 1\nDe student maakt afspraken.\n\nBijlage A. Kennisbasis\n\nKennis\n\n- hydrologie\n- waterrecht\n\nVaardigheden\n\n- presenteren\n",
  );

  it("has a unit for each competency and each level in it", () => {
    expect(units(dossier)).toEqual([
      ["2", "Competenties", null],
      ["1", "Analyseren", "Competenties"],
      [null, "Niveau 1", "Analyseren"],
      [null, "Niveau 2: gevorderd", "Analyseren"],
      ["2", "Samenwerken", "Competenties"],
      [null, "Niveau 1", "Samenwerken"],
      ["A", "Bijlage A. Kennisbasis", null],
    ]);
    expect(dossier.units.map(({ kind }) => kind)).toEqual([
      ..."section competentie section section competentie section section".split(" "),
    ]);
    expect(dossier.units.map(({ level }) => level?.label)).toEqual([
      ...[undefined, undefined, "Niveau 1", "Niveau 2", undefined, "Niveau 1", undefined],
    ]);
  });

  it("takes the level of the whole from its title page, and its introduction and contents aside", () => {
    expect(dossier.level).toEqual({ nlqf: 6, label: "NLQF 6" });
    expect(texts(dossier)).toEqual([
      "De waterbeheerder analyseert het systeem.",
      "De student beschrijft een sloot.",
      "De student rekent met debieten.",
      "De student vergelijkt sloten.",
      "De student maakt afspraken.",
      "hydrologie",
      "waterrecht",
      "presenteren",
    ]);
  });

  it("names sections as the document does", () => {
    expect(dossier.statements.map(({ section }) => section)).toEqual([
      ...["Analyseren", "Niveau 1", "Niveau 1", "Niveau 2: gevorderd", "Niveau 1", "Kennis", "Kennis", "Vaardigheden"],
    ]);
  });
});

describe("sections beside levels", () => {
  const levels = "Profiel Dijkwacht\n\nCompetentie 1: Peilen\n\nNiveau 1: Peilt een sloot onder begeleiding.\n";
  const sectionsOf = (dossier: Dossier): (string | null | undefined)[][] =>
    dossier.statements.map(({ unit, section, text }) => [
      dossier.units.find(({ id }) => id === unit)?.title,
      section,
      text,
    ]);

  it("belong to the competency where no level before had one", async () => {
    const dossier = await read(
      `${levels}Niveau 2: Peilt een rivier zelfstandig.\n\nIndicatoren\n- leest een peilstok af\n\nCompetentie 2: Melden\n\nNiveau 1: Meldt wat hij ziet.\n`,
    );
    expect(sectionsOf(dossier)).toContainEqual(["Peilen", "Indicatoren", "leest een peilstok af"]);
  });

  it("belong to their level where each has its own", async () => {
    const own = "\nIndicatoren\n- leest een peilstok af\n\n";
    const dossier = await read(`${levels}${own}Niveau 2: Peilt een rivier zelfstandig.\n${own}`);
    expect(sectionsOf(dossier).filter(([, section]) => section === "Indicatoren")).toEqual([
      ["Niveau 1", "Indicatoren", "leest een peilstok af"],
      ["Niveau 2", "Indicatoren", "leest een peilstok af"],
    ]);
  });
});

describe("a law", async () => {
  const dossier = await read(
    "Besluit bekwaamheid badmeesters\n\nWij, gelet op artikel 5, tweede lid, van de Zwembadwet;\n\nHebben goedgevonden en verstaan:\n\nHoofdstuk 1. Algemene bepalingen\n\nArtikel 1. Begripsbepalingen\n\nIn dit besluit wordt verstaan onder:\na. badmeester: wie toezicht houdt in een zwembad;\nb. wet: de Zwembadwet.\n\nHoofdstuk 2. Eisen\n\nArtikel 2. Toezicht\n\n • 1 De badmeester houdt toezicht op zwemmers.\n\n • 2 De badmeester kan:\n\n  • a. gevaar herkennen;\n\n  • b. samenwerken met hulpverleners, waaronder:\n\n   • 1°. de brandweer;\n\n   • 2°. de ambulance.\n\n • 3 Hij draagt zijn dienst over.\n\nArtikel 3\n\n1. De badmeester onderhoudt zijn kennis. Hij volgt een cursus.\n2. De houder van het bad stelt hem daartoe in staat.\n\nArtikel 4. Inwerkingtreding\n\nDit besluit treedt in werking met ingang van 1 januari 2020.\n\nDe Minister van Water,\nJ. Jansen\n",
  );

  it("has its articles under their chapters", () => {
    expect(units(dossier)).toEqual([
      ["1", "Hoofdstuk 1. Algemene bepalingen", null],
      ["2", "Hoofdstuk 2. Eisen", null],
      ["2", "Artikel 2. Toezicht", "Hoofdstuk 2. Eisen"],
      ["3", "Artikel 3", "Hoofdstuk 2. Eisen"],
    ]);
  });

  it("has each member as one statement, with its number and the stem of its list", () => {
    expect(statements(dossier).map(([code, , lead, text]) => [code, lead, text])).toEqual([
      ["1", undefined, "De badmeester houdt toezicht op zwemmers."],
      ["a", "De badmeester kan:", "gevaar herkennen;"],
      ["1", "samenwerken met hulpverleners, waaronder:", "de brandweer;"],
      ["2", "samenwerken met hulpverleners, waaronder:", "de ambulance."],
      ["3", undefined, "Hij draagt zijn dienst over."],
      ["1", undefined, "De badmeester onderhoudt zijn kennis. Hij volgt een cursus."],
      ["2", undefined, "De houder van het bad stelt hem daartoe in staat."],
    ]);
  });

  it("takes definitions, coming into force and signatures aside", () => {
    expect(dossier.coverage.background).toBe(
      nonWhite(
        "Wij, gelet op artikel 5, tweede lid, van de Zwembadwet;Hebben goedgevonden en verstaan:In dit besluit wordt verstaan onder:a. badmeester: wie toezicht houdt in een zwembad;b. wet: de Zwembadwet.Dit besluit treedt in werking met ingang van 1 januari 2020.De Minister van Water,J. Jansen",
      ),
    );
  });
});

describe("numbered aims", () => {
  it("are one statement each, under the heading above them", async () => {
    const dossier = await read(
      "Kerndoelen tuinonderwijs\n\nZaaien\n\n1. De leerlingen leren zaden te herkennen. Ze gebruiken een kaart.\n2. De leerlingen leren een plan te maken.\n\nOogsten\n\n3. De leerlingen leren samen te koken\nmet wat zij oogsten.\nKerndoel 4: De leerlingen leren afval te scheiden.\nKerndoel 5: De leerlingen leren compost te maken.\n",
    );
    expect(statements(dossier)).toEqual([
      ["1", "Zaaien", undefined, "De leerlingen leren zaden te herkennen. Ze gebruiken een kaart."],
      ["2", "Zaaien", undefined, "De leerlingen leren een plan te maken."],
      ["3", "Oogsten", undefined, "De leerlingen leren samen te koken met wat zij oogsten."],
      ["4", "Oogsten", undefined, "De leerlingen leren afval te scheiden."],
      ["5", "Oogsten", undefined, "De leerlingen leren compost te maken."],
    ]);
  });

  it("keep numbers of several parts and codes of their own", async () => {
    const dossier = await read(
      "Eindtermen imkerij\n\nDomein A: Vaardigheden\n\n1.1 Opent een bijenkast en beoordeelt die.\n1.2 Slingert honing. Maakt potten schoon.\n\nDomein B: Inzicht\n\nB1: De kandidaat kent de bij.\nB2: De kandidaat noemt ziekten van de bij en haar larven.\nB3: De kandidaat weet wie helpt.\n",
    );
    expect(units(dossier).map(([code, title]) => [code, title])).toEqual([
      ["A", "Vaardigheden"],
      ["B", "Inzicht"],
    ]);
    expect(dossier.statements.map(({ code }) => code)).toEqual(["1.1", "1.2", "B1", "B2", "B3"]);
    expect(texts(dossier)[1]).toBe("Slingert honing. Maakt potten schoon.");
  });
});

describe("numbers", () => {
  it("count through without a stop behind them", async () => {
    const dossier = await read(
      "Kerndoelen\n\nDomein A: Meten\n1 De leerling leert meten met een liniaal.\n2 De leerling leert wegen.\n\nDomein B: Bouwen\n3 De leerling leert bouwen.\n",
    );
    expect(statements(dossier).map(([code, , , text]) => [code, text])).toEqual([
      ["1", "De leerling leert meten met een liniaal."],
      ["2", "De leerling leert wegen."],
      ["3", "De leerling leert bouwen."],
    ]);
  });

  it("are Roman below a letter, and letters in their own row", async () => {
    const list = (marks: string): string =>
      marks
        .split("")
        .map((mark) => `${mark}. kent ${mark}${mark};`)
        .join("\n");
    const dossier = await read(
      `Eisen\n\nDe leraar:\na. kent zijn vak;\nb. weet hoe het aansluit:\ni. binnen de school;\nii. tussen scholen;\nc. kent de doelen.\n\nTaken\n\nDe leraar:\n${list("abcdefghij")}\n`,
    );
    expect(
      statements(dossier)
        .slice(0, 4)
        .map(([code, , lead]) => [code, lead]),
    ).toEqual([
      ["a", "De leraar:"],
      ["i", "weet hoe het aansluit:"],
      ["ii", "weet hoe het aansluit:"],
      ["c", "De leraar:"],
    ]);
    expect(
      new Set(
        statements(dossier)
          .slice(4)
          .map(([, , lead]) => lead),
      ),
    ).toEqual(new Set(["De leraar:"]));
  });
});

describe("headings", () => {
  it("are told by numbers, letters and capitals; nested lists keep the nearest stem", async () => {
    const dossier = await read(
      "BEROEPSPROFIEL CONCIËRGE\n\n1. Achtergrond\nDit profiel is gemaakt door de gemeente.\n\n2. Taken\n\n2.1 Toezicht\nDe conciërge loopt rondes.\n\n2.2 Onderhoud\n1. Hij repareert klein werk.\n2. Hij meldt grotere gebreken aan:\na. de afdeling groen\nb. de afdeling wegen\n\n3. Houding\n\nA. Samenwerken\n- overlegt met de wijk\n\nB. Spreken\n- luistert\n\nKENNIS\n\nHij heeft kennis van:\n* de wijk\n* regels\n",
    );
    expect(units(dossier)).toEqual([
      ["2", "Taken", null],
      ["2.1", "Toezicht", "Taken"],
      ["2.2", "Onderhoud", "Taken"],
      ["3", "Houding", null],
      ["A", "Samenwerken", "Houding"],
      ["B", "Spreken", "Houding"],
      [null, "KENNIS", "Houding"],
    ]);
    expect(dossier.statements.map(({ lead, text }) => [lead, text]).slice(1, 4)).toEqual([
      [undefined, "Hij repareert klein werk."],
      ["Hij meldt grotere gebreken aan:", "de afdeling groen"],
      ["Hij meldt grotere gebreken aan:", "de afdeling wegen"],
    ]);
    expect(texts(dossier)).not.toContain("Dit profiel is gemaakt door de gemeente.");
  });

  it("that come back under one unit after another are sections", async () => {
    const dossier = await read(
      "Leerplan Robotica\n\nModule 1: Bouwen\n\nLeerdoelen\n\n- bouwt een robot\n\nToetsing\n\n- demonstratie\n\nModule 2: Sturen\n\nLeerdoelen\n\n- stuurt een robot\n\nToetsing\n\n- logboek\n",
    );
    expect(units(dossier).map(([, title]) => title)).toEqual(["Bouwen", "Sturen"]);
    expect(statements(dossier).map(([, section, , text]) => [section, text])).toEqual([
      ["Leerdoelen", "bouwt een robot"],
      ["Toetsing", "demonstratie"],
      ["Leerdoelen", "stuurt een robot"],
      ["Toetsing", "logboek"],
    ]);
  });

  it("are told without white space too, between the end of a sentence and the next item", async () => {
    const dossier = await read(
      "Kerndoelen\n\nNatuur\n1. De leerling leert meten.\n2. De leerling leert tellen.\nTechniek\n3. De leerling leert bouwen.\n",
    );
    expect(units(dossier).map(([, title]) => title)).toEqual(["Natuur", "Techniek"]);
  });

  it("name background only where they speak of the document", async () => {
    const dossier = await read(
      "Functie\n\n1. Doel van de functie\n\nDe conciërge opent het gebouw.\n\n2. Doel van dit profiel\n\nDit profiel helpt scholen.\n\n3. Taken\n\nDe conciërge kan\n- schroeven\n- timmeren\n",
    );
    expect(statements(dossier)).toEqual(
      [
        ["1", "Doel van de functie", undefined, "De conciërge opent het gebouw."],
        [undefined, "Taken", "De conciërge kan", "schroeven"],
        [undefined, "Taken", "De conciërge kan", "timmeren"],
      ].map(([, section, lead, text]) => [undefined, section, lead, text]),
    );
    expect(dossier.coverage.background).toBe("Ditprofielhelptscholen.".length);
  });

  it("are no sentences, and no lines of a list", async () => {
    const dossier = await read(
      "Vaardigheden van de koerier\n\nPlannen van routes\nOmgaan met tijdsdruk\nLezen van een plattegrond\nSamenwerken met collega's\n",
    );
    expect(dossier.units).toHaveLength(1);
    expect(texts(dossier)).toEqual([
      "Plannen van routes",
      "Omgaan met tijdsdruk",
      "Lezen van een plattegrond",
      "Samenwerken met collega's",
    ]);
    const wide = await read(
      "Profiel koerier\n\nTaken\n\nDe koerier werkt met een vaste ploeg\n\nHij bezorgt ook in het weekend\n",
    );
    expect(units(wide).map(([, title]) => title)).toEqual(["Taken"]);
    expect(wide.statements).toHaveLength(2);
  });
});

describe("a table whose columns are levels", () => {
  it("has no level of its own", async () => {
    const dossier = await read(
      "Profiel Dijkwacht\n\nDe dijkwacht peilt.\n\n           Niveau 1            Niveau 2\nContext    een rustige dijk    een dijk bij storm\n",
    );
    expect(dossier.units.some(({ level }) => level !== undefined)).toBe(false);
  });
});

describe("a list of short lines", () => {
  it("has the word above it for its heading, however short its lines are", async () => {
    const dossier = await read(
      "Functieprofiel Sluiswachter\n\nDe sluiswachter bedient de sluis.\n\nTaken\nOpenen van deuren\nOverleggen met schippers\nBijhouden van het logboek\n\nFunctie-eisen\n- vaarbewijs\n",
    );
    expect(dossier.statements.map(({ section, text }) => [section, text])).toEqual([
      ["Functieprofiel Sluiswachter", "De sluiswachter bedient de sluis."],
      ["Taken", "Openen van deuren"],
      ["Taken", "Overleggen met schippers"],
      ["Taken", "Bijhouden van het logboek"],
      ["Functie-eisen", "vaarbewijs"],
    ]);
  });
});

describe("Markdown", async () => {
  const dossier = await read(
    "# Leerplan Robotica\n\nDe leerling werkt in een team.\n\n## Module 1: Bouwen\n\nDe leerling bouwt een **robot** volgens een [tekening](t.png).\n\n### Leerdoelen\n\n1. De leerling herkent onderdelen.\n2. De leerling monteert een motor:\n   - met gereedschap;\n   - zonder hulp.\n\n* schrijft een logboek\n\n| Niveau | Wat |\n|---|---|\n| 1 | volgt een voorbeeld |\n\n## Module 2: Sturen\n\n**Houding**\n\nDe leerling is precies.\n",
    "leerplan.md",
  );

  it("has a unit for each heading but that of a known section", () => {
    expect(units(dossier)).toEqual([
      [null, "Leerplan Robotica", null],
      ["1", "Bouwen", null],
      [null, "Leerdoelen", "Bouwen"],
      ["2", "Sturen", null],
    ]);
    expect(dossier.statements.at(-1)?.section).toBe("Houding");
  });

  it("takes the marks off, reads lists, and leaves the rows of a table as they are", () => {
    expect(statements(dossier).map(([code, , lead, text]) => [code, lead, text])).toEqual([
      [undefined, undefined, "De leerling werkt in een team."],
      [undefined, undefined, "De leerling bouwt een robot volgens een tekening."],
      ["1", undefined, "De leerling herkent onderdelen."],
      [undefined, "De leerling monteert een motor:", "met gereedschap;"],
      [undefined, "De leerling monteert een motor:", "zonder hulp."],
      [undefined, undefined, "schrijft een logboek"],
      [undefined, undefined, "1 | volgt een voorbeeld"],
      [undefined, undefined, "De leerling is precies."],
    ]);
  });
});

describe("a document without a title loses nothing to the one it goes by", () => {
  it.each([
    ["one sentence", "De coach overlegt met bewoners.", ["De coach overlegt met bewoners."]],
    ["sentences, a line each", "Overlegt met bewoners.\nPlant werk.\n", ["Overlegt met bewoners.", "Plant werk."]],
    ["bullets", "- Overlegt met bewoners\n- Plant werk\n", ["Overlegt met bewoners", "Plant werk"]],
    ["numbers", "1. Overlegt met bewoners\n2. Plant werk\n", ["Overlegt met bewoners", "Plant werk"]],
    ["a sentence in the plural", "De coaches overleggen met bewoners.", ["De coaches overleggen met bewoners."]],
    ["one item", "- overlegt met bewoners\n", ["overlegt met bewoners"]],
    ["small letters", "overlegt met bewoners\n", ["overlegt met bewoners"]],
  ])("%s", async (_, text, found) => {
    expect(texts(await read(text))).toEqual(found);
  });

  it("keeps the stem of a list that opens it", async () => {
    expect(statements(await read("De coach kan:\n- overleggen\n- plannen\n")).map(([, , ...said]) => said)).toEqual([
      ["De coach kan:", "overleggen"],
      ["De coach kan:", "plannen"],
    ]);
  });

  it.each(["wijkcoach", "Wijkcoach (2019)", "Profiel wijkcoach.", "Wat doet een wijkcoach?", "Werken in de wijk"])(
    "%s is a title and no more",
    async (title) => {
      expect(texts(await read(`${title}\n\n- overlegt\n`))).toEqual(["overlegt"]);
    },
  );
});

it("reads any text as another kind, if told so", async () => {
  const { parseDossiers } = await import("../../src/parse/index.js");
  const { source } = await parseText("Profiel koerier\n\nTaken\n\n- bezorgt pakketten\n- plant zijn route\n");
  for (const kind of [
    "kwalificatiedossier",
    "ankerpunten",
    "keuzedeel",
    "addendum",
    "branchekwalificatie",
    "beroepscompetentieprofiel",
    "generic",
  ] as const) {
    const dossiers = parseDossiers(source, undefined, { kind });
    expect(dossiers.map((dossier) => dossier.kind)).toEqual([kind]);
    expect(
      dossiers[0]?.statements.map(({ text }) => text),
      kind,
    ).toEqual(["bezorgt pakketten", "plant zijn route"]);
  }
});
