import { describe, expect, it } from "vitest";
import type { Dossier, Statement, Unit } from "../../src/model.js";
import { covered, nonWhite, parseText } from "../helpers/examples.js";

async function read(text: string, file = "dossier.txt"): Promise<Dossier> {
  const { source, dossiers } = await parseText(text, file);
  expect(dossiers).toHaveLength(1);
  expect(covered(dossiers)).toBe(nonWhite(source.text));
  return dossiers[0] as Dossier;
}

const units = (dossier: Dossier): (string | null)[][] =>
  dossier.units.map(({ code, codeOrigin, title }) => [code, codeOrigin, title]);
const under = (dossier: Dossier, code: string): Statement[] => {
  const unit = dossier.units.find((own) => own.code === code) as Unit;
  return dossier.statements.filter((statement) => statement.unit === unit.id);
};
const texts = (list: readonly Statement[]): (string | null)[] => list.map(({ text }) => text);

/** A werkproces with the given heading ("" for one that is lost). */
const werkproces = (heading: string, about: string, competencies = "Leren"): string =>
  `${heading === "" ? "" : `${heading}\n`}Omschrijving\n\n${about}\n\nResultaat\n\nHet werk is gedaan.\n\nGedrag\n\nDe hovenier:\n\n-werkt netjes;\n\nDe onderliggende competenties zijn: ${competencies}\n\n`;
const kerntaak = (heading: string): string =>
  `${heading === "" ? "" : `${heading}\n\n`}Complexiteit\n\nHet werk is afwisselend.\n\nVerantwoordelijkheid en zelfstandigheid\n\nZij werkt zelfstandig.\n\nVakkennis en vaardigheden\n\nDe beginnend beroepsbeoefenaar:\n\n. heeft kennis van bomen\n\n] kan klimmen\n\n`;
const BASIS = `Basisdeel\n\n${kerntaak("B1-K1: Snoeien van bomen")}`;

describe("a kwalificatiedossier", () => {
  it("reads sections, their lists with their stem, and competencies", async () => {
    const dossier = await read(
      `${BASIS}${werkproces("B1-K1-W1: Snoeit bomen", "Zij snoeit bomen. Zij ruimt takken op.", "Leren, Aandacht en begrip\ntonen")}${werkproces("B1-K1-W2: Rooit bomen", "Zij rooit bomen.")}`,
    );
    expect(dossier.kind).toBe("kwalificatiedossier");
    expect(dossier.statements.map(({ section, lead, text }) => [section, lead, text]).slice(0, 8)).toEqual([
      ["complexiteit", undefined, "Het werk is afwisselend."],
      ["verantwoordelijkheid", undefined, "Zij werkt zelfstandig."],
      ["vakkennis", "De beginnend beroepsbeoefenaar:", "heeft kennis van bomen"],
      ["vakkennis", "De beginnend beroepsbeoefenaar:", "kan klimmen"],
      ["omschrijving", undefined, "Zij snoeit bomen."],
      ["omschrijving", undefined, "Zij ruimt takken op."],
      ["resultaat", undefined, "Het werk is gedaan."],
      ["gedrag", "De hovenier:", "werkt netjes;"],
    ]);
    expect(dossier.units.find(({ code }) => code === "B1-K1-W1")?.competencies).toEqual(["D", "P"]);
    expect(dossier.coverage.unparsed).toBe(0);
  });

  it("limits additions to whom they hold for, up to the next heading", async () => {
    const dossier = await read(
      `${BASIS}B1-K1-W1: Snoeit bomen\nOmschrijving\n\nZij snoeit.\n\nVoor Voorman groen geldt aanvullend:\nDe voorman deelt het werk in.\n\nResultaat\nKlaar.\n\nVoor Voorman groen geldt aanvullend:\nN.v.t.\n\nGedrag\n\nDe hovenier:\n- zaagt;\n\nDe onderliggende competenties zijn: Leren\n\nVoor Voorman groen geldt aanvullend:\n\nDe voorman groen:\n\n- rekent uit.\n\nDe onderliggende competenties zijn: Analyseren\n\nB1-K1-W2: Rooit bomen\nOmschrijving\nZij rooit.\n`,
    );
    const own = under(dossier, "B1-K1-W1");
    expect(own.map(({ text, scope, section }) => [text, scope, section])).toEqual([
      ["Zij snoeit.", undefined, "omschrijving"],
      ["De voorman deelt het werk in.", "Voorman groen", "omschrijving"],
      ["Klaar.", undefined, "resultaat"],
      ["zaagt;", undefined, "gedrag"],
      ["rekent uit.", "Voorman groen", "gedrag"],
    ]);
    expect(own.at(-1)?.lead).toBe("De voorman groen:");
    expect(dossier.units.find(({ code }) => code === "B1-K1-W1")?.competencies).toEqual(["M", "P"]);
    expect(under(dossier, "B1-K1-W2")[0]?.scope).toBeUndefined();
  });

  it("makes no unit of a scope that stands alone above bullets", async () => {
    const dossier = await read(
      `${BASIS}Voor Voorman groen geldt aanvullend:\n\n" heeft brede kennis van bomen\n\n= kan werk verdelen\n\n${werkproces("B1-K1-W1: Snoeit", "Zij snoeit.")}B1-K1-W2: Rooit\n`,
    );
    expect(dossier.units.map(({ code }) => code)).toEqual(["B1", "B1-K1", "B1-K1-W1", "B1-K1-W2"]);
    expect(dossier.statements.filter(({ scope }) => scope === "Voorman groen").map(({ text }) => text)).toEqual([
      "heeft brede kennis van bomen",
      "kan werk verdelen",
    ]);
  });

  it("calls a profile in a scope as the profile is called", async () => {
    const dossier = await read(
      `${BASIS}Voor Voorrnan groen geldt aanvullend:\nZij leidt.\n\n${werkproces("B1-K1-W1: Snoeit", "Zij snoeit.")}B1-K1-W2: Rooit\n\nProfieldeel\n\nP1: Voorman groen\n\nTypering van het beroep\nZij leidt een ploeg.\n`,
    );
    expect(dossier.statements.find(({ scope }) => scope)?.scope).toBe("Voorman groen");
  });

  it("lifts a heading that a page repeats out of the sentence it interrupts", async () => {
    const dossier = await read(
      `Basisdeel\n\nB1-K1: Snoeien van bomen\n\nComplexiteit\n\nDe hovenier let daarbij op de veiligheid van iedereen die langs de bomen loopt,\n\fB1-K1: Snoeien van bomen\n\nop het verkeer en op de leidingen.\n\n${werkproces("B1-K1-W1: Snoeit", "Zij snoeit.")}\fB1-K1-W1: Snoeit\n\n-ruimt op.\n\nB1-K1-W2: Rooit\nOmschrijving\nZij rooit.\n`,
    );
    expect(texts(under(dossier, "B1-K1"))).toEqual([
      "De hovenier let daarbij op de veiligheid van iedereen die langs de bomen loopt, op het verkeer en op de leidingen.",
    ]);
    expect(under(dossier, "B1-K1")[0]?.source.parts).toHaveLength(2);
    expect(under(dossier, "B1-K1-W1").map(({ section }) => section)).toEqual([
      "omschrijving",
      "resultaat",
      "gedrag",
      "gedrag",
    ]);
    expect(dossier.coverage.furniture).toBe(nonWhite("B1-K1: Snoeien van bomen") + nonWhite("B1-K1-W1: Snoeit"));
  });

  it("keeps units apart that share a code but not a title", async () => {
    const dossier = await read(
      `${BASIS}${werkproces("B1-K1-W1: Snoeit bomen", "Zij snoeit.")}${werkproces("B1-K1-W1: Plant struiken", "Zij plant.")}`,
    );
    expect(dossier.units.filter(({ code }) => code === "B1-K1-W1").map(({ title }) => title)).toEqual([
      "Snoeit bomen",
      "Plant struiken",
    ]);
  });

  it("harvests notes and takes aside what states no requirement", async () => {
    const dossier = await read(
      `Leeswijzer\n\nDit dossier beschrijft het vak.\n\nBasisdeel\n\nResultaat van de beroepengroep\n\nHet plan* is uitgevoerd.\n\n* Met plan wordt ook bestek bedoeld.\n\n${kerntaak("B1-K1: Snoeien")}${werkproces("B1-K1-W1: Snoeit", "Zij snoeit.")}${werkproces("B1-K1-W2: Rooit", "Zij rooit.")}2. Generieke onderdelen\n\nNederlandse taal\nDe eisen staan in een besluit.\n\nProfieldeel\n\nP1: Voorman\n\nMbo-niveau\n4\n\nBeroepsvereisten\n\nNee\n`,
    );
    expect(dossier.declaredSynonyms).toEqual([{ term: "plan", members: ["bestek"], statement: null }]);
    expect(texts(dossier.statements)).not.toContain("Nee");
    expect(dossier.coverage.background).toBe(
      nonWhite("Dit dossier beschrijft het vak.* Met plan wordt ook bestek bedoeld.De eisen staan in een besluit."),
    );
    expect(dossier.units.find(({ code }) => code === "P1")?.level).toEqual({ mbo: 4, nlqf: 4, label: "Mbo-niveau 4" });
  });
});

const OVERVIEW =
  "Overzicht van het dossier\n\nP1 Voorman groen 4\n\nB1-K1 Snoeien van bomen B1-K1-W1\n\nSnoeit bomen\n\nP1-K1 Werken op hoogte\nP1-K1-W1 Klimt in bomen\nP1-K1-W2 Begeleidt leerlingen\n\nP2-K1 Leiden van een ploeg\nP2-K1-W1 Verdeelt het werk\nP2-K1-W2 Bespreekt de planning\nP2-K1-W3 Begeleidt leerlingen\n\n";
const LOST = `Profieldeel\n\nMbo-niveau\n4\n\nTypering van het beroep\n\nDe voorman groen leidt een ploeg. De voorman groen is ervaren.\n\n${kerntaak("")}`;

describe("the name of a profile", () => {
  it.each(["Profieldeel P1 Molenaar", "Profieldeel (P1) Molenaar", "Profieldeel: P1: Molenaar", "P1: Molenaar"])(
    "is taken from %s",
    async (line) => {
      const dossier = await read(
        `${BASIS}${werkproces("B1-K1-W1: Snoeit bomen", "Zij snoeit.")}${line}\n\n${kerntaak("P1-K1: Malen")}${werkproces("P1-K1-W1: Maalt", "Zij maalt.")}`,
      );
      expect(dossier.units.find(({ code }) => code === "P1")).toMatchObject({ kind: "profieldeel", title: "Molenaar" });
    },
  );
});

describe("headings that got lost", () => {
  it("are concluded from the overview: the profile whose titles fit, in their order", async () => {
    const dossier = await read(
      `${OVERVIEW}${BASIS}${werkproces("B1-K1-W1: Snoeit bomen", "Zij snoeit.")}${LOST}` +
        werkproces("", "De voorman groen verdeelt het werk over de ploeg.") +
        werkproces("", "De voorman groen bespreekt de planning met de opdrachtgever.") +
        werkproces("", "De voorman groen begeleidt leerlingen bij hun werk."),
    );
    expect(units(dossier).filter(([code]) => code?.startsWith("P2"))).toEqual([
      ["P2", "inferred", "Voorman groen"],
      ["P2-K1", "inferred", "Leiden van een ploeg"],
      ["P2-K1-W1", "inferred", "Verdeelt het werk"],
      ["P2-K1-W2", "inferred", "Bespreekt de planning"],
      ["P2-K1-W3", "inferred", "Begeleidt leerlingen"],
    ]);
    // The name stands under the wrong code in the overview.
    expect(dossier.units.find(({ code }) => code === "P1")?.title).toBe("Profieldeel P1");
    expect(dossier.warnings.map(({ code }) => code)).toEqual([
      "code-inferred",
      "code-inferred",
      "code-inferred",
      "profile-renamed",
    ]);
    expect(under(dossier, "P1-K1-W1")).toEqual([]);
    expect(dossier.level?.mbo).toBe(4);
  });

  it("are found between those that have theirs", async () => {
    const dossier = await read(
      `${OVERVIEW}${BASIS}${werkproces("B1-K1-W1: Snoeit bomen", "Zij snoeit.")}Profieldeel\n\n${kerntaak("P2-K1: Leiden van een ploeg")}` +
        werkproces("", "Zij deelt iedereen in.") +
        werkproces("P2-K1-W?2: Bespreekt de planning", "Zij overlegt.") +
        werkproces("", "Zij helpt."),
    );
    expect(units(dossier).filter(([code]) => code?.startsWith("P2-K1-W"))).toEqual([
      ["P2-K1-W1", "inferred", "Verdeelt het werk"],
      ["P2-K1-W2", "repaired", "Bespreekt de planning"],
      ["P2-K1-W3", "inferred", "Begeleidt leerlingen"],
    ]);
  });

  it("stay lost where no overview tells them", async () => {
    const dossier = await read(
      `${BASIS}${werkproces("B1-K1-W1: Snoeit bomen", "Zij snoeit.")}B1-K1-W2: Rooit\n\n${LOST}${werkproces("", "De voorman verdeelt het werk.")}`,
    );
    const lost = dossier.units.filter(({ code, kind }) => code === null && kind === "werkproces");
    expect(lost.map(({ title }) => title)).toEqual(["De voorman verdeelt het werk. …"]);
  });

  it("are told by a gap in the numbers", async () => {
    const dossier = await read(
      `${BASIS}${werkproces("B1-K1-W1: Snoeit", "Zij snoeit.")}${werkproces("", "Zij plant.")}${werkproces("B1-K1-W3: Rooit", "Zij rooit.")}`,
    );
    expect(
      dossier.units.filter(({ kind }) => kind === "werkproces").map(({ code, codeOrigin }) => [code, codeOrigin]),
    ).toEqual([
      ["B1-K1-W1", "source"],
      ["B1-K1-W2", "inferred"],
      ["B1-K1-W3", "source"],
    ]);
  });
});

describe("codes and titles", () => {
  it("settles a doubtful code by the title that the overview has", async () => {
    const dossier = await read(
      `${OVERVIEW}${BASIS}${werkproces("B1-K1-W1: Snoeit bomen", "Zij snoeit.")}${kerntaak("P2-K1: Leiden van een ploeg")}${werkproces("P2-K1-WZ: Begeleidt leerlingen", "Zij helpt.")}`,
    );
    expect(units(dossier).find(([, , title]) => title === "Begeleidt leerlingen")).toBeDefined();
    expect(under(dossier, "P2-K1-W3")).not.toEqual([]);
  });

  it("takes the undamaged reading of a title", async () => {
    const dossier = await read(
      `${OVERVIEW.replace("Snoeien van bomen", "Snoeienvan bomen")}${BASIS}${werkproces("B1-K1-W1: Snoeit bornen", "Zij snoeit.")}B1-K1-W2: Rooit\n`,
    );
    expect(units(dossier).slice(1, 3)).toEqual([
      ["B1-K1", "source", "Snoeien van bomen"],
      ["B1-K1-W1", "source", "Snoeit bomen"],
    ]);
  });

  it("lists what the overview names and nobody describes, without statements", async () => {
    const dossier = await read(`${OVERVIEW}${BASIS}${werkproces("B1-K1-W1: Snoeit bomen", "Zij snoeit.")}`);
    expect(dossier.units.filter(({ code }) => code?.startsWith("P")).map(({ code }) => code)).toEqual(
      "P1 P1-K1 P1-K1-W1 P1-K1-W2 P2 P2-K1 P2-K1-W1 P2-K1-W2 P2-K1-W3".split(" "),
    );
    expect(texts(dossier.statements)).not.toContain("Klimt in bomen");
  });
});

describe("other layouts", () => {
  it("reads columns kept as white space, and codes that leave out the deel", async () => {
    const dossier = await read(
      "Kwalificatiedossier Bloem en tuin\n\nB1 Basisdeel\nK 1 Kweken van planten\n\nK 1-W1 Zaait en stekt planten\n\nOmschrijving      De kweker maakt de grond klaar, zaait of stekt planten en\n                  verzorgt ze.\nResultaat         De planten zijn opgekweekt.\nGedrag            - werkt netjes;\n                  - let op tekenen van ziekte.\nCompetenties      K, L\n\nK 1-W2 Verpot planten\n\nOmschrijving      De kweker verpot planten.\nResultaat         De planten staan goed.\nGedrag            - telt de potten.\nCompetenties      Leren\n",
    );
    expect(units(dossier)).toEqual([
      ["B1", "source", "Basisdeel"],
      ["B1-K1", "repaired", "Kweken van planten"],
      ["B1-K1-W1", "repaired", "Zaait en stekt planten"],
      ["B1-K1-W2", "repaired", "Verpot planten"],
    ]);
    expect(under(dossier, "B1-K1-W1").map(({ section, text }) => [section, text])).toEqual([
      ["omschrijving", "De kweker maakt de grond klaar, zaait of stekt planten en verzorgt ze."],
      ["resultaat", "De planten zijn opgekweekt."],
      ["gedrag", "werkt netjes;"],
      ["gedrag", "let op tekenen van ziekte."],
    ]);
    expect(dossier.units.map(({ competencies }) => competencies.join(""))).toEqual(["", "", "KL", "P"]);
  });

  it("reads an older dossier: its list, its matrix, and the table of competencies under a werkproces", async () => {
    const dossier = await read(
      "Landelijke Kwalificaties MBO\nBoomverzorging\n\nDeel A: Beeld van de beroepengroep\nBoomverzorgers werken in parken en lanen.\n\nDeel B: De kwalificaties\n2. Overzicht van kerntaken en werkprocessen\nKerntaak 1: Verzorgt bomen\n1.1 Snoeit bomen\n1.2 Rooit bomen\n3. Beschrijving van de uitstroom\n3.1 Boomverzorger\nContext van het beroep\nDe boomverzorger werkt op hoogte.\nNiveau van de beroepsuitoefening\nNiveau 3\nLoopbaanperspectief\nHij kan opzichter worden.\n\nDeel C: Uitwerking\nProces-competentie-matrix boomverzorger\nKerntaak 1: Verzorgt bomen\nA B C D E F\n1.1 Snoeit bomen x x\n1.2 Rooit bomen x\n\nDetaillering proces-competentie-matrix\n1.1 werkproces: Snoeit bomen\nOmschrijving\nDe boomverzorger zaagt takken af.\nGewenst resultaat\nDe boom is veilig.\nCompetentie\nComponent(en)\nPrestatie-indicator\nVakkennis en vaardigheden\nK Vakdeskundigheid toepassen\n• Vakspecifieke vermogens aanwenden\nDe boomverzorger kiest de juiste tak, zodat de boom gezond blijft.\n• snoeivormen\n1.2 werkproces: Rooit bomen\nOmschrijving\nDe boomverzorger graaft de kluit los.\n",
    );
    expect([dossier.kind, dossier.title, dossier.level?.mbo]).toEqual(["kwalificatiedossier", "Boomverzorging", 3]);
    expect(
      dossier.statements.map(({ unit, section, text }) => [
        dossier.units.find(({ id }) => id === unit)?.code ?? null,
        section,
        text,
      ]),
    ).toEqual([
      [null, "typering", "Boomverzorgers werken in parken en lanen."],
      [null, "context", "De boomverzorger werkt op hoogte."],
      ["1.1", "omschrijving", "De boomverzorger zaagt takken af."],
      ["1.1", "resultaat", "De boom is veilig."],
      ["1.1", "indicator", "De boomverzorger kiest de juiste tak, zodat de boom gezond blijft."],
      ["1.1", "vakkennis", "snoeivormen"],
      ["1.2", "omschrijving", "De boomverzorger graaft de kluit los."],
    ]);
    expect(dossier.units.find(({ code }) => code === "1.1")?.competencies).toEqual(["K"]);
  });

  it("reads the sections of a werkproces from the rows of a table", async () => {
    const dossier = await read(
      "# Kwalificatiedossier Schilderen\n\n## B1-K1: Schildert\n\n### B1-K1-W1: Verft\n\n| Onderdeel | Tekst |\n|---|---|\n| Omschrijving | De schilder verft de deur. |\n| Resultaat | De deur is rood. |\n\n### B1-K1-W2: Lakt\n\n**Omschrijving**\n\nDe schilder lakt.\n",
      "schilderen.md",
    );
    expect(dossier.statements.map(({ section, text }) => [section, text])).toEqual([
      ["omschrijving", "De schilder verft de deur."],
      ["resultaat", "De deur is rood."],
      ["omschrijving", "De schilder lakt."],
    ]);
  });

  it("keeps the stem of a list that lost its colon", async () => {
    const dossier = await read(
      `${BASIS}B1-K1-W1: Snoeit\nOmschrijving\nZij snoeit.\nGedrag\nDe hovenier\n• zaagt\n• klimt\n\nB1-K1-W2: Rooit\nOmschrijving\nZij rooit.\n`,
    );
    expect(under(dossier, "B1-K1-W1").map(({ lead, text }) => [lead, text])).toEqual([
      [undefined, "Zij snoeit."],
      ["De hovenier", "zaagt"],
      ["De hovenier", "klimt"],
    ]);
  });

  it("reads a list that lost its marks, each line with its subject", async () => {
    const dossier = await read(
      `Basisdeel\n\nB1-K1: Snoeien\nComplexiteit\nHet werk is afwisselend.\nVakkennis en vaardigheden\nDe beginnend beroepsbeoefenaar heeft brede kennis van bomen, heesters en vaste planten\nDe beginnend beroepsbeoefenaar heeft kennis van ziekten en plagen in de boomkwekerij\nDe beginnend beroepsbeoefenaar kan een boom vellen\n\n${werkproces("B1-K1-W1: Snoeit", "Zij snoeit.")}${werkproces("B1-K1-W2: Rooit", "Zij rooit.")}`,
    );
    expect(under(dossier, "B1-K1").map(({ section }) => section)).toEqual([
      "complexiteit",
      "vakkennis",
      "vakkennis",
      "vakkennis",
    ]);
  });

  it("reads a dossier without codes by its sections", async () => {
    const dossier = await read(
      `Kwalificatiedossier Boomverzorging\n\nBasisdeel\n\n${kerntaak("Snoeien van bomen")}${werkproces("Snoeit bomen", "Zij snoeit.")}${werkproces("Rooit bomen", "Zij rooit.")}`,
    );
    expect([dossier.kind, dossier.title]).toEqual(["kwalificatiedossier", "Boomverzorging"]);
    expect(dossier.units.map(({ kind, title }) => [kind, title])).toEqual([
      ["basisdeel", "Basisdeel"],
      ["kerntaak", "Snoeien van bomen"],
      ["werkproces", "Snoeit bomen"],
      ["werkproces", "Rooit bomen"],
    ]);
  });

  it("reads plain numbers of an older kind", async () => {
    const dossier = await read(
      `Kwalificatiedossier Boomverzorging\n\n${kerntaak("Kerntaak 1: Snoeien van bomen")}${werkproces("Werkproces 1.1: Snoeit bomen", "Zij snoeit.")}${werkproces("Werkproces 1.2: Rooit bomen", "Zij rooit.")}`,
    );
    expect(dossier.units.map(({ code, kind }) => [code, kind])).toEqual([
      ["1", "kerntaak"],
      ["1.1", "werkproces"],
      ["1.2", "werkproces"],
    ]);
  });

  it("reads Markdown", async () => {
    const dossier = await read(
      "# Kwalificatiedossier Boomverzorging\n\n## B1-K1: Snoeien\n\n**Complexiteit**\n\nHet werk is *zwaar*.\n\n### B1-K1-W1: Snoeit bomen\n\n**Omschrijving**\n\nZij snoeit [bomen](x.html).\n\n**Gedrag**\n\n- zaagt\n\n### B1-K1-W2: Rooit\n",
      "dossier.md",
    );
    expect(dossier.statements.map(({ section, text }) => [section, text])).toEqual([
      ["complexiteit", "Het werk is zwaar."],
      ["omschrijving", "Zij snoeit bomen."],
      ["gedrag", "zaagt"],
    ]);
    expect(dossier.coverage.unparsed).toBe(0);
  });

  it("reads a keuzedeel, and two of them in one file", async () => {
    const one = (title: string): string =>
      `Keuzedeel mbo\n\n${title}\n\nCode K0099\n\n1. Algemene informatie\n\nD1: ${title}\n\nRelevantie van het keuzedeel\nEr is vraag naar.\n\n2. Uitwerking\n\n${kerntaak(`D1-K1: ${title} in de praktijk`)}${werkproces("D1-K1-W1: Doet het", "Zij doet het.")}`;
    const dossier = await read(one("Groene daken"));
    expect([dossier.kind, dossier.title]).toEqual(["keuzedeel", "Groene daken"]);
    expect(dossier.units.map(({ code }) => code)).toEqual(["D1", "D1-K1", "D1-K1-W1"]);
    expect(texts(dossier.statements)).not.toContain("Er is vraag naar.");
    const { dossiers, source } = await parseText(`${one("Groene daken")}\n${one("Groene gevels")}`);
    expect(dossiers.map(({ title }) => title)).toEqual(["Groene daken", "Groene gevels"]);
    expect(covered(dossiers)).toBe(nonWhite(source.text));
  });

  it("finds competencies within a paragraph, in a list, and over lines", async () => {
    const dossier = await read(
      `B1-K1-W1: Snoeit\n\nZij snoeit. De onderliggende competenties zijn: Leren, Samenwerken en\noverleggen. Zij ruimt op.\n\nB1-K1-W2: Rooit\n\nZij rooit.\n\nDe onderliggende competenties zijn:\n- Leren\n- Begeleiden\n\nB1-K1-W3: Plant\n\nZij plant.\nDe onderliggende competenties zijn: Toveren, Leren\n`,
    );
    expect(
      dossier.units.flatMap(({ code, competencies }) => (code?.includes("-W") ? [competencies.join("")] : [])),
    ).toEqual(["EP", "CP", "P"]);
    expect(texts(dossier.statements)).toEqual(["Zij snoeit.", "Zij ruimt op.", "Zij rooit.", "Zij plant."]);
    expect(dossier.warnings.map(({ code }) => code)).toEqual(["unknown-competency"]);
  });

  it("takes part of a dossier's text for nothing where the kind is forced on another text", async () => {
    const text = "Hovenier\n\nTaken\n\n- snoeit heggen\n- plant struiken\n";
    const { dossiers } = await parseText(text);
    expect(dossiers[0]?.statements).toHaveLength(2);
  });

  it("takes the code of a keuzedeel off its title, and its register aside", async () => {
    const { dossiers } = await parseText(
      `Keuzedeel mbo\nDakgroen (K0123)\n\n1. Algemene informatie\nGekoppeld aan\nZie het register\nStudielast\n240\n\n${werkproces("D1-K1-W1: Legt een dak aan", "Hij legt een dak aan.")}`,
      "x.txt",
    );
    const [dossier] = dossiers as [Dossier];
    expect(dossier.title).toBe("Dakgroen");
    expect(dossier.units.map(({ title }) => title)).toEqual(["Dakgroen", "Kerntaak D1-K1", "Legt een dak aan"]);
    expect(texts(dossier.statements)[0]).toBe("Hij legt een dak aan.");
  });
});
