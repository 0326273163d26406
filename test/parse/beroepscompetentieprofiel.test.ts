import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dossier } from "../../src/model.js";
import { covered, nonWhite, parseText } from "../helpers/examples.js";
import { marksOf } from "../helpers/profiel.js";

async function profile(text: string): Promise<Dossier> {
  const { source, dossiers } = await parseText(text, "profiel.txt");
  expect(dossiers).toHaveLength(1);
  const [dossier] = dossiers as [Dossier];
  expect(dossier.kind).toBe("beroepscompetentieprofiel");
  expect(covered(dossiers)).toBe(nonWhite(source.text));
  return dossier;
}

/** Units with a code, and how their statements read: section, marks, text. */
function outline(dossier: Dossier): string[] {
  const variants = dossier.variants ?? [];
  return dossier.units.flatMap((unit) => [
    `[${unit.kind}] ${unit.code ?? ""} ${unit.title}`.replace(/\s+/g, " "),
    ...dossier.statements
      .filter(({ unit: own }) => own === unit.id)
      .map(({ section, variants: own, text, scope }) => {
        const marks = own ? ` ${marksOf(variants.map(({ id }) => own[id] ?? null))}` : "";
        return `  ${section}${marks}${scope ? ` (${scope})` : ""}: ${text}`;
      }),
  ]);
}

describe("beroepscompetentieprofiel", () => {
  it("without numbers, variants or matrix: prose, kerntaken, competencies with lists", async () => {
    const dossier = await profile(
      "Beroepscompetentieprofiel Bakker\n\nInhoud\n\nInleiding ................ 3\nHet beroep van bakker .... 4\nKerntaken ................ 5\n\n" +
        "Inleiding\n\nDit beroepscompetentieprofiel is gemaakt door de vakgroep.\n\n" +
        "Het beroep van bakker\n\nDe bakker werkt in een ambachtelijke bakkerij. Hij maakt brood. In het land zijn 1500 bakkerijen. Een bakker moet goed plannen.\n\n" +
        "Kerntaken\n\nKerntaak 1: Brood bereiden\n\nDe bakker bereidt brood volgens recept.\n\n- weegt de grondstoffen af;\n- kneedt het deeg.\n\n" +
        "Kerntaak 2: Samenwerken\n\n- overlegt over de planning.\n\n" +
        "Competenties\n\nDe bakker beschikt over de volgende competenties.\n\nCompetentie A1 Vakmanschap tonen\n\n" +
        "De bakker is in staat om goed brood te maken, zodat de klant tevreden is.\n\nProces:\nDe bakker:\n- controleert de grondstoffen;\n- stelt het recept bij.\n\n" +
        "Resultaat:\n- het brood voldoet aan de eisen.\n\nGeraadpleegde bronnen\n\nVan Dam, P. (2019). Brood.\n",
    );
    expect(dossier.title).toBe("Bakker");
    expect(dossier.variants).toBeUndefined();
    expect(outline(dossier)).toEqual([
      "[section] Het beroep van bakker",
      "  typering: De bakker werkt in een ambachtelijke bakkerij.",
      "  typering: Hij maakt brood.",
      "  typering: Een bakker moet goed plannen.",
      "[section] Kerntaken",
      "[kerntaak] 1 Brood bereiden",
      "  omschrijving: De bakker bereidt brood volgens recept.",
      "  taak: weegt de grondstoffen af;",
      "  taak: kneedt het deeg.",
      "[kerntaak] 2 Samenwerken",
      "  taak: overlegt over de planning.",
      "[section] Competenties",
      "[competentie] A1 Vakmanschap tonen",
      "  omschrijving: De bakker is in staat om goed brood te maken, zodat de klant tevreden is.",
      "  proces: controleert de grondstoffen;",
      "  proces: stelt het recept bij.",
      "  resultaat: het brood voldoet aan de eisen.",
    ]);
    expect(dossier.coverage.unparsed).toBe(0);
  });

  it("kerntaken and competencies in sections without white space; the level of its title page", async () => {
    const dossier = await profile(
      "Beroepscompetentieprofiel\nMolenaar\nNiveau 3\n\n1 Inleiding\nDit profiel is gemaakt door de vakgroep.\n\n" +
        "2 Kerntaken\nKerntaak 1 Malen\nProces\nDe molenaar maalt graan.\nTaken\n- richt de wieken\n- smeert het werk met de leerling\n" +
        "Rol/verantwoordelijkheden\nDe molenaar zorgt voor veiligheid.\nKeuzes en dilemma's\nSnel malen of fijn malen.\nResultaat\nHet meel is fijn.\n\n" +
        "3 Competenties\nCompetentie A: Vakwerk\nDe molenaar is in staat goed te malen.\nSuccescriteria\n• luistert naar de molen\n• voelt het meel\n",
    );
    expect(dossier.level).toEqual({ mbo: 3, nlqf: 3, label: "Niveau 3" });
    expect(outline(dossier)).toEqual([
      "[section] Kerntaken",
      "[kerntaak] 1 Malen",
      "  proces: De molenaar maalt graan.",
      "  taak: richt de wieken",
      "  taak: smeert het werk met de leerling",
      "  verantwoordelijkheid: De molenaar zorgt voor veiligheid.",
      "  complexiteit: Snel malen of fijn malen.",
      "  resultaat: Het meel is fijn.",
      "[section] Competenties",
      "[competentie] A Vakwerk",
      "  omschrijving: De molenaar is in staat goed te malen.",
      "  indicator: luistert naar de molen",
      "  indicator: voelt het meel",
    ]);
  });

  it("taken as a matrix whose columns kept their place, with dots", async () => {
    const dossier = await profile(
      "Beroepscompetentieprofiel tuinman\n\n1. Inleiding\nDit profiel beschrijft drie niveaus.\n\n2. Beroepsvarianten\nHet beroep kent de volgende varianten:\n" +
        "- assistent-tuinman (mbo-niveau 2)\n- tuinman (mbo-niveau 3)\n- hoofdtuinman (mbo-niveau 4)\n\n3. Taken\n" +
        "                                        Assistent-   Tuinman      Hoofd-\n                                        tuinman                   tuinman\n" +
        "Snoeien van struiken en bomen           ●            ●            ●\nAanleggen van borders volgens een                    ●            ●\nbeplantingsplan\n" +
        "Opstellen van een beplantingsplan                    ○            ●\nBegeleiden van stagiairs                ○            ●\n\n" +
        "4. Competenties\n\nCompetentiegebied 1: Vakwerk\n\n1.1 Snoeien\nDe tuinman is in staat om te snoeien, zodat struiken gezond blijven.\n" +
        "De tuinman:\nkiest het juiste gereedschap    ●    ●    ●\nbepaalt waar hij snoeit              ●    ●\n\nResultaat\n- de struik is gezond.\n",
    );
    expect(dossier.variants?.map(({ title, level }) => [title, level?.mbo])).toEqual([
      ["assistent-tuinman", 2],
      ["tuinman", 3],
      ["hoofdtuinman", 4],
    ]);
    expect(outline(dossier).filter((line) => /taak|proces|omschrijving/.test(line))).toEqual([
      "  taak xxx: Snoeien van struiken en bomen",
      "  taak -xx: Aanleggen van borders volgens een beplantingsplan",
      "  taak -ox: Opstellen van een beplantingsplan",
      "  taak ox-: Begeleiden van stagiairs",
      "  omschrijving: De tuinman is in staat om te snoeien, zodat struiken gezond blijven.",
      "  proces xxx: kiest het juiste gereedschap",
      "  proces -xx: bepaalt waar hij snoeit",
    ]);
    expect(dossier.warnings.map(({ message }) => message)).toEqual([
      "Taken: a higher variant is left out, as the layout shows; read as ox-",
    ]);
  });

  it("variants that only labels and the head of a matrix name; cells with ja, nee and deels", async () => {
    const dossier = await profile(
      "BEROEPSCOMPETENTIEPROFIEL\nReceptioniste\n\nHoofdstuk 1 Het beroep\n\nDe receptioniste ontvangt gasten. Zij staat hen te woord.\n\nHoofdstuk 2 Taken per taakgebied\n\n" +
        "Taakgebied A: Ontvangen\n\nReceptioniste:\n- Ontvangt gasten.\n\nSenior receptioniste:\n- Handelt klachten af.\n\nTaakgebied B: Organiseren\n\n" +
        "Receptioniste:\n- Bestelt artikelen.\n\nSenior receptioniste:\n- Maakt het rooster.\n\nHoofdstuk 3 Competenties\n\nDe tabel geeft aan wat wordt gevraagd.\n\n" +
        "Competentiegebied 1: Gastvrijheid\n\n1.1 De receptioniste is in staat gasten welkom te heten.\n\nProces | Receptioniste | Senior receptioniste\n" +
        "glimlacht en maakt contact  ja  ja\nlost klachten op            nee ja\nstelt gasten op hun gemak   deels ja\n\nKennis\n- kent de organisatie\n",
    );
    expect(outline(dossier)).toEqual([
      "[section] Het beroep",
      "  typering: De receptioniste ontvangt gasten.",
      "  typering: Zij staat hen te woord.",
      "[section] Taken per taakgebied",
      "[taakgebied] A Ontvangen",
      "  taak x-: Ontvangt gasten.",
      "  taak -x: Handelt klachten af.",
      "[taakgebied] B Organiseren",
      "  taak x-: Bestelt artikelen.",
      "  taak -x: Maakt het rooster.",
      "[section] Competenties",
      "[competentiegebied] 1 Gastvrijheid",
      "[competentie] 1.1 Gasten welkom heten",
      "  omschrijving: De receptioniste is in staat gasten welkom te heten.",
      "  proces xx: glimlacht en maakt contact",
      "  proces -x: lost klachten op",
      "  proces ox: stelt gasten op hun gemak",
      "  vakkennis: kent de organisatie",
    ]);
  });

  it("Markdown, with chapters that have numbers, areas that are letters, and tables with bars", async () => {
    const dossier = await profile(
      "# Beroepscompetentieprofiel Coach\n\n## 1. Inleiding\n\nDit profiel is vastgesteld.\n\n## 2. Beroepsbeschrijving\n\n### 2.1 Typering\n\nDe coach begeleidt teams. Scholen zijn groot.\n\n" +
        "### 2.2 Complexiteit\n\nHet werk is onvoorspelbaar.\n\n### 2.3 Trends\n\nEr komen meer digitale middelen.\n\n## 3. Kerntaken\n\n### Kerntaak 1 Begeleiden\n\nDe coach helpt teams.\n\n" +
        "#### Resultaat\n\nHet team bereikt zijn doelen.\n\n## 4. Competenties\n\n### 4.1 Overzicht\n\nA1 Luisteren\nA2 Vragen stellen\n\n### 4.2 Uitwerking\n\n#### A. Gesprekken\n\n##### A1 Luisteren\n\n" +
        "De coach luistert aandachtig.\n\n| Gedrag | Niveau 1 | Niveau 2 |\n|--------|----------|----------|\n| vat samen | x | x |\n| hoort wat niet gezegd wordt | | (x) |\n\n" +
        "##### A2 Vragen stellen\n\nDe coach stelt open vragen.\n\n- vraagt door\n\n## Literatuur\n\nVan Dam (2020). Coachen.\n",
    );
    expect(outline(dossier)).toEqual([
      "[section] Beroepsbeschrijving",
      "[section] Typering",
      "  typering: De coach begeleidt teams.",
      "[section] Complexiteit",
      "  complexiteit: Het werk is onvoorspelbaar.",
      "[section] Kerntaken",
      "[kerntaak] 1 Begeleiden",
      "  omschrijving: De coach helpt teams.",
      "  resultaat: Het team bereikt zijn doelen.",
      "[section] Competenties",
      "[section] Uitwerking",
      "[competentiegebied] A Gesprekken",
      "[competentie] A1 Luisteren",
      "  omschrijving: De coach luistert aandachtig.",
      "  proces xx: vat samen",
      "  proces -o: hoort wat niet gezegd wordt",
      "[competentie] A2 Vragen stellen",
      "  omschrijving: De coach stelt open vragen.",
      "  proces: vraagt door",
    ]);
    expect(dossier.coverage.unparsed).toBe(0);
  });

  it("processes for some levels only: their scope is kept", async () => {
    const dossier = await profile(
      "Beroepscompetentieprofiel wijkwerk\n\nCompetentiegebied A: Werk\n\nA1 De beroepskracht is in staat om te werken.\n\nProcessen voor alle niveaus\n- Richt zich op de buurt.\n\n" +
        "Processen voor de niveaus C en D\n- Maakt een plan.\n\nResultaat\n- De buurt is geholpen.\n\nA2 De beroepskracht is in staat om te leren.\n\nResultaat\n- De beroepskracht groeit.\n",
    );
    expect(outline(dossier).slice(-8)).toEqual([
      "[competentie] A1 Werken",
      "  omschrijving: De beroepskracht is in staat om te werken.",
      "  proces (alle niveaus): Richt zich op de buurt.",
      "  proces (de niveaus C en D): Maakt een plan.",
      "  resultaat: De buurt is geholpen.",
      "[competentie] A2 Leren",
      "  omschrijving: De beroepskracht is in staat om te leren.",
      "  resultaat: De beroepskracht groeit.",
    ]);
  });

  it("an overview names competencies that are not described", async () => {
    const dossier = await profile(
      "Beroepscompetentieprofiel kok\n\nCompetenties\n\n1. Koken\n1.1 Soep maken\n1.2 Brood bakken\n1.3 Vis fileren\n\nCompetentiegebied 1: koken\n\n1.1 De kok is in staat om soep te maken.\n\nResultaat:\n- er is soep.\n\n1.2 De kok is in staat om te bakken.\n",
    );
    expect(outline(dossier)).toEqual([
      "[section] Competenties",
      "[competentiegebied] 1 Koken",
      "[competentie] 1.1 Soep maken",
      "  omschrijving: De kok is in staat om soep te maken.",
      "  resultaat: er is soep.",
      "[competentie] 1.2 Brood bakken",
      "  omschrijving: De kok is in staat om te bakken.",
      "[competentie] 1.3 Vis fileren",
    ]);
    expect(dossier.warnings.map(({ code }) => code)).toEqual(["not-described"]);
  });

  it("chapters about the law, organisations and sources are background, also where they speak of the professional", async () => {
    const dossier = await profile(
      "Beroepscompetentieprofiel kok\n\n1 Beroepscontext\n\n1.1 Wettelijke eisen\n\nDe kok moet een verklaring hebben.\n\n1.2 Organisaties waarin koks werken\n\nDe kok werkt bij hotels.\n\n1.3 Werkplek\n\nDe kok werkt in een keuken.\n\n" +
        "2 Competenties\n\nCompetentiegebied 1: Koken\n\n1.1 De kok is in staat om te koken.\n\nBijlage A – Overzicht bronnen\n\n1. Boek (2020)\nDe kok is in staat om te lezen.\n\nCompetentiegebied 9: Iets\n",
    );
    expect(dossier.statements.map(({ section, text }) => [section, text])).toEqual([
      ["context", "De kok werkt in een keuken."],
      ["omschrijving", "De kok is in staat om te koken."],
    ]);
  });

  it("names of columns that are broken over lines, or stand on a line each; a list that lost its marks", async () => {
    const before =
      "Beroepscompetentieprofiel kok\n\n1 Taken\n\nKerntaak A: Koken\n\nDe kok kookt.\n\nVarianten\n\nJunior kok:\n- Snijdt groente\n\nSenior kok:\n- Maakt saus\n\nKerntaak B: Plannen\n\nJunior kok:\n- Leest de planning\n\nSenior kok:\n- Maakt de planning\n\n" +
      "2 Competenties\n\nCompetentiegebied 1: Koken\n\n1.1 De kok is in staat om te koken.\n\n";
    const wrapped =
      "Gedrag                         Junior     Senior\n                               kok        kok\nkookt voor gasten                x          x\nleidt de keuken                             x\n";
    const listed = "Gedrag\n\nJunior kok\n\nSenior kok\n\nkookt voor gasten\n\nx\n\nx\n\nleidt de keuken\n\nx\n";
    const after =
      "\nResultaat\n\nIn de keuken is door alle koks gezorgd voor het volgende:\nhet eten is op tijd klaar;\nde gasten zijn tevreden over wat zij die avond hebben\ngegeten;\nde keuken is schoon.\n";
    for (const matrix of [wrapped, listed]) {
      const dossier = await profile(before + matrix + after);
      expect(dossier.variants?.map(({ title }) => title)).toEqual(["Junior kok", "Senior kok"]);
      expect(outline(dossier).slice(1)).toEqual([
        "[kerntaak] A Koken",
        "  omschrijving: De kok kookt.",
        "  taak x-: Snijdt groente",
        "  taak -x: Maakt saus",
        "[kerntaak] B Plannen",
        "  taak x-: Leest de planning",
        "  taak -x: Maakt de planning",
        "[section] Competenties",
        "[competentiegebied] 1 Koken",
        "[competentie] 1.1 Koken",
        "  omschrijving: De kok is in staat om te koken.",
        "  proces xx: kookt voor gasten",
        "  proces -x: leidt de keuken",
        "  resultaat: het eten is op tijd klaar;",
        "  resultaat: de gasten zijn tevreden over wat zij die avond hebben gegeten;",
        "  resultaat: de keuken is schoon.",
      ]);
    }
  });

  it("variants that are counted, areas with a chapter's number, numbers over the columns, rows with numbers", async () => {
    const dossier = await profile(
      "Beroepscompetentieprofiel kok\n\n1 Niveaus\nNiveau 1 Hulpkok (mbo 1)\nNiveau 2 Kok (mbo 2)\nNiveau 3 Chef\n\n2 Competenties\n2.1 Competentiegebied A Koken\nA.1 De kok is in staat om te koken.\n" +
        "Processen 1 2 3\n1a. kookt voor gasten x x x\n1b. leidt de keuken (x) x\nResultaat\n- het eten is klaar.\n",
    );
    expect(dossier.variants?.map(({ title, level }) => [title, level?.mbo])).toEqual([
      ["Hulpkok", 1],
      ["Kok", 2],
      ["Chef", undefined],
    ]);
    expect(outline(dossier).slice(-5)).toEqual([
      "[competentie] A1 Koken",
      "  omschrijving: De kok is in staat om te koken.",
      "  proces xxx: kookt voor gasten",
      "  proces -ox: leidt de keuken",
      "  resultaat: het eten is klaar.",
    ]);
  });

  it("prose that says what the work asks, whoever it names", async () => {
    const asks = [
      "Rustig blijven in de drukte is onmisbaar.",
      "Het is van belang de gasten elke avond te groeten.",
      "Proeven is een kerncompetentie.",
      "De kern van het vak is koken met wat er is.",
      "Als kok bereid je het eten met aandacht.",
      "Je maakt de keuken na afloop schoon.",
      "De bereiding moet aansluiten bij wat de gast mag eten.",
      "Ook spreken de teamleden af wie de afwas doet.",
      "Dat gebeurt aan het begin van de dag.",
      "De insteek is om samen met de gasten te kiezen.",
    ];
    const not = [
      "In het werk van koks kunnen accenten liggen.",
      "Gasten zijn belangrijk voor de omzet.",
      "De opleiding moet aansluiten bij het werkveld.",
      "Je vindt in dit hoofdstuk een schets van het werk.",
      "Het doel van dit profiel is om opleidingen te helpen.",
      "Bovendien is smaak belangrijk.",
    ];
    const dossier = await profile(
      `Beroepscompetentieprofiel kok\n\n1 Typering van het beroep\n\n${[...asks, ...not].join("\n\n").replace("\n\nDat", " Dat")}\n\n2 Competenties\n\nCompetentiegebied 1: Koken\n\n1.1 De kok is in staat om eten klaar te maken.\n.\n`,
    );
    expect(dossier.statements.map(({ text }) => text)).toEqual([
      ...asks,
      // The stop on the next line is left over.
      "De kok is in staat om eten klaar te maken.",
    ]);
    expect(dossier.units.at(-1)?.title).toBe("Eten klaarmaken");
  });

  it("footnotes that interrupt a row, and what they declare about words", async () => {
    const dossier = await profile(
      "Beroepscompetentieprofiel kok\n\n1 Beroepsvarianten\n\nEr zijn twee varianten:\n- kok: kookt;\n- chef-kok: leidt.\n\n2 Competenties\n\nCompetentiegebied 1: Koken\n\n1.1 De kok is in staat om te koken.\n\nProces Varianten\n\nde kok:\n\nkookt voor gasten1 en hun\n\n \n\n1 Met gasten worden ook bezoekers en klanten bedoeld.\n\n kinderen x x\n\nbakt brood\n \n\nx\n",
    );
    expect(outline(dossier).filter((line) => line.includes("proces"))).toEqual([
      "  proces xx: kookt voor gasten en hun kinderen",
      "  proces -x: bakt brood",
    ]);
    expect(dossier.declaredSynonyms.map(({ term, members }) => [term, members])).toEqual([
      ["gasten", ["bezoekers", "klanten"]],
    ]);
    expect(dossier.warnings).toEqual([]);
  });

  it("a text that only calls itself so is read as any other", async () => {
    const { dossiers } = await parseText(
      "Beroepscompetentieprofiel kok\n\nDe kok is in staat om te koken.\n\nDe kok bakt brood.\n",
    );
    expect(dossiers[0]?.statements.map(({ text }) => text)).toEqual([
      "De kok is in staat om te koken.",
      "De kok bakt brood.",
    ]);
    expect(dossiers[0]?.coverage.unparsed).toBe(0);
  });
});

describe("whatever the lines are", () => {
  const line = fc.constantFrom(
    "1 Beroepsvarianten",
    "2 Competenties",
    "Bijlage E – Taken per beroepsvariant",
    "Competentiegebied 1: Koken",
    "Taakgebied 1 - Koken",
    "1.1 De kok is in staat om te koken.",
    "1.1 Koken",
    "Proces Varianten",
    "de kok:",
    "Resultaat:",
    "- kok: kookt eten;",
    "- chef-kok: leidt de keuken.",
    "kok mbo-niveau 3 hulpkok",
    "Chef-kok",
    "Overzicht 2",
    "kookt x x",
    "x x",
    "(x)",
    "  x",
    "bakt brood en",
    " eet het op   ",
    "e",
    "rd",
    "12",
    "1 Bron: https://eten.example, bekeken op 3 mei.",
    "maakt eten.1 Daarna",
    "| Gedrag | Kok | Chef |",
    "| kookt | x | |",
    "bakt\tx\t\t(x)",
    "De kok is verantwoordelijk voor het eten.",
    "Inhoud",
    "",
    "",
    "",
  );

  it("coverage adds up, statements point at their passage, ids are unique, nothing hangs", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 60 }), async (lines) => {
        const { source, dossiers } = await parseText(
          `Beroepscompetentieprofiel kok\n\n${lines.join("\n")}\nTaakgebied 9 - Eten\n`,
        );
        const [dossier] = dossiers as [Dossier];
        expect(covered(dossiers)).toBe(nonWhite(source.text));
        const ids = [...dossier.units, ...dossier.statements].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { source: at, text } of dossier.statements) {
          const raw = source.text.slice(at.start, at.end);
          expect(raw).toBe(raw.trim());
          expect(raw).not.toBe("");
          expect(text).not.toBe("");
        }
        const known = new Set((dossier.variants ?? []).map(({ id }) => id));
        for (const { variants } of dossier.statements)
          for (const id of Object.keys(variants ?? {})) expect(known).toContain(id);
      }),
      { numRuns: 300, seed: 5 },
    );
  }, 60_000);
});
