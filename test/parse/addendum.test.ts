import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortHash } from "../../src/language/hash.js";
import type { Dossier } from "../../src/model.js";
import { statementHash } from "../../src/parse/ids.js";
import { describeBronnen } from "../helpers/bronnen.js";
import {
  covered,
  expectedOf,
  expectedStatements,
  nonWhite,
  parseFile,
  parseText,
  sideBySide,
} from "../helpers/examples.js";

/** An addendum with the given text under its chapters; without numbers, so that only names tell the chapters apart. */
async function addendum(body: string): Promise<Dossier> {
  const text = `Addendum Wijkcoach\n\nInleiding\n\nDit addendum is op verzoek van twee gemeenten gemaakt.\n\n${body}`;
  const { dossiers } = await parseText(text, "wijkcoach.txt");
  expect(dossiers).toHaveLength(1);
  return dossiers[0] as Dossier;
}

const unitsOf = (dossier: Dossier): (string | null)[][] =>
  dossier.units.map(({ code, kind, title }) => [code, kind, title]);
const textsOf = (dossier: Dossier): (string | null)[] => dossier.statements.map(({ text }) => text);
const TAAK = "Taken\n\nTaak 1: Plannen\nDe wijkcoach maakt een plan.\n\n";

describe("addendum", () => {
  it("takes its title from its own name for itself", async () => {
    expect((await addendum(TAAK)).title).toBe("Addendum Wijkcoach");
  });

  it("takes the profession from the next line where its own name only says what it adds to", async () => {
    const lines =
      "\n\nWijkcoach\nAddendum voor de branche Welzijn\n\n1. Context en typering\n\nDe wijkcoach werkt buiten.\n\n";
    const { dossiers } = await parseText(`ADDENDUM bij het beroepscompetentieprofiel${lines}${TAAK}`, "wijkcoach.txt");
    expect(dossiers[0]?.title).toBe("Addendum Wijkcoach");
    expect(dossiers[0]?.statements[0]).toMatchObject({ section: "context", text: "De wijkcoach werkt buiten." });
  });

  it("reads the name of a section right over its list, without white space before it", async () => {
    const dossier = await addendum(
      `${TAAK}Vakkennis en vaardigheden\n\nVakkennis\n• kent de regels van de wijk\nVaardigheden\n• kan luisteren naar\nVaardigheden\nvan anderen\n`,
    );
    expect(dossier.statements.slice(1).map(({ section, text }) => [section, text])).toEqual([
      ["vakkennis", "kent de regels van de wijk"],
      ["vaardigheden", "kan luisteren naar Vaardigheden van anderen"],
    ]);
  });

  it("checks the taken against the overview, which holds no statements", async () => {
    const dossier = await addendum(
      "3. Taken\n\n3.1 Overzicht taken\n\nBewonersgebonden taken\n1. Kennismaken met de bewoner\n2. Samen een plan maken voor de\nkomende maanden\n\n" +
        "Organisatiegebonden taken\n3. Verslag doen van het werk\n4. Afsluiten en overdragen\n\n3.2 Taken\n\n3.2.1 Bewonersgebonden taken\n\n" +
        "1. Kennismaken met de bewoner\nDe wijkcoach belt aan.\n\n2. Samen een plan maken voor de komende\nmaanden\nDe wijkcoach maakt een plan.\n\n" +
        "3.2.2 Organisatiegebonden taken\n\n8. Verslag doen van het werk\nDe wijkcoach schrijft een verslag.\n\n4. Bronnen\n\nVerslag van een gesprek, 2020.\n",
    );
    expect(unitsOf(dossier)).toEqual([
      [null, "taakgebied", "Bewonersgebonden taken"],
      ["1", "taak", "Kennismaken met de bewoner"],
      ["2", "taak", "Samen een plan maken voor de komende maanden"],
      [null, "taakgebied", "Organisatiegebonden taken"],
      ["3", "taak", "Verslag doen van het werk"],
      ["4", "taak", "Afsluiten en overdragen"],
    ]);
    expect(dossier.units.map(({ codeOrigin }) => codeOrigin)).toEqual([
      null,
      "source",
      "source",
      null,
      "repaired",
      "source",
    ]);
    expect(dossier.warnings.map(({ code }) => code)).toEqual(["taak-number", "not-described"]);
    expect(textsOf(dossier)).toEqual([
      "De wijkcoach belt aan.",
      "De wijkcoach maakt een plan.",
      "De wijkcoach schrijft een verslag.",
    ]);
    expect(dossier.statements.every(({ section }) => section === "taak")).toBe(true);
  });

  it("tells a chapter from a taak that has the same number", async () => {
    const dossier = await addendum(
      "2. Over het beroep\n\nContext\nDe wijkcoach werkt buiten.\n\n3. Taken\n\n3.1 Bewonersgebonden taken\n\n1. Kennismaken\nDe wijkcoach belt aan.\n\n" +
        "2. Plannen\nDe wijkcoach maakt een plan.\n\n3. Afsluiten\nDe wijkcoach rondt af.\n\n4. Vakkennis en vaardigheden\n\nVakkennis\n- kennis van de wijk\n",
    );
    expect(unitsOf(dossier)).toEqual([
      [null, "section", "Over het beroep"],
      [null, "taakgebied", "Bewonersgebonden taken"],
      ["1", "taak", "Kennismaken"],
      ["2", "taak", "Plannen"],
      ["3", "taak", "Afsluiten"],
      [null, "vakkennis", "Vakkennis en vaardigheden"],
    ]);
  });

  it.each([
    ["Taak 1:", "Taak 2:", "taak", ["1", "2"]],
    ["Kerntaak A –", "Kerntaak B –", "kerntaak", ["A", "B"]],
    ["T1", "T2", "taak", ["T1", "T2"]],
    ["KT1.", "KT2.", "kerntaak", ["KT1", "KT2"]],
    ["A.", "B.", "taak", ["A", "B"]],
    ["Taak 1.1", "Taak 1.2", "taak", ["1.1", "1.2"]],
  ])("numbers taken as %s %s", async (first, second, kind, codes) => {
    const dossier = await addendum(
      `3. Taken\n\n${first} Plannen\nDe wijkcoach maakt een plan.\n\n${second} Overleggen\nZij overlegt.\n`,
    );
    expect(unitsOf(dossier)).toEqual([
      [codes[0], kind, "Plannen"],
      [codes[1], kind, "Overleggen"],
    ]);
    expect(textsOf(dossier)).toEqual(["De wijkcoach maakt een plan.", "Zij overlegt."]);
  });

  it("kerntaken that hold taken, without a chapter around them, named first in a list", async () => {
    const dossier = await addendum(
      "Kerntaak 1: Plannen\nTaak 1.1: Vragen\n\nKerntaak 1: Plannen\n\nTaak 1.1: Vragen\n\nDe wijkcoach vraagt door.\n\nKerntaak 2: Afronden\n\nZij sluit af.\n",
    );
    expect(unitsOf(dossier)).toEqual([
      ["1", "kerntaak", "Plannen"],
      ["1.1", "taak", "Vragen"],
      ["2", "kerntaak", "Afronden"],
    ]);
    expect(dossier.units[1]?.parent).toBe(dossier.units[0]?.id);
    expect(textsOf(dossier)).toEqual(["De wijkcoach vraagt door.", "Zij sluit af."]);
  });

  it("an addition within what looks like one paragraph; sources right below the text", async () => {
    const dossier = await addendum(
      "Kerntaken\nKerntaak A: Plannen\nTaak A1 Vragen\nDe wijkcoach vraagt door.\nAanvullend geldt voor de wijkcoach op het platteland: zij rijdt rond.\n\nCompetenties\nE. Samenwerken en overleggen\nDe wijkcoach overlegt.\nBronnen\nHandboek, 2017.\n",
    );
    expect(unitsOf(dossier).map(([code]) => code)).toEqual(["A", "A1", "E"]);
    expect(dossier.statements.map(({ text, scope }) => [text, scope])).toEqual([
      ["De wijkcoach vraagt door.", undefined],
      ["zij rijdt rond.", "wijkcoach op het platteland"],
      ["De wijkcoach overlegt.", undefined],
    ]);
  });

  it("limits an addition to its paragraph, or to the list that it opens", async () => {
    const dossier = await addendum(
      `${TAAK}Aanvullend geldt voor de wijkcoach in de nachtopvang: Zij licht de nachtploeg in. Zij draagt een\npieper.\n\nZij rondt af.\n\n` +
        "Aanvullend geldt voor de wijkcoach die met jongeren werkt:\n- betrekt de school\n- overlegt met de leerplichtambtenaar\n\nZij legt het plan vast.\n\n" +
        "Aanvullend geldt voor het zorgteam:\n\nZij belt de huisarts.\n\nDaarnaast geldt voor de wijkcoach op het platteland dat zij een auto nodig heeft. Zij plant haar ritten.\n",
    );
    expect(dossier.statements.map(({ text, scope }) => [text, scope])).toEqual([
      ["De wijkcoach maakt een plan.", undefined],
      ["Zij licht de nachtploeg in.", "wijkcoach in de nachtopvang"],
      ["Zij draagt een pieper.", "wijkcoach in de nachtopvang"],
      ["Zij rondt af.", undefined],
      ["betrekt de school", "wijkcoach die met jongeren werkt"],
      ["overlegt met de leerplichtambtenaar", "wijkcoach die met jongeren werkt"],
      ["Zij legt het plan vast.", undefined],
      ["Zij belt de huisarts.", "zorgteam"],
      [
        "Daarnaast geldt voor de wijkcoach op het platteland dat zij een auto nodig heeft.",
        "wijkcoach op het platteland",
      ],
      ["Zij plant haar ritten.", undefined],
    ]);
  });

  it("keeps the stem of a list as its lead", async () => {
    const dossier = await addendum(
      `${TAAK}Zij vraagt na. Zij let daarbij op:\n• het netwerk van de bewoner\n• de kosten van\n\n  het plan\n`,
    );
    expect(dossier.statements.slice(1).map(({ text, lead }) => [text, lead])).toEqual([
      ["Zij vraagt na.", undefined],
      ["het netwerk van de bewoner", "Zij let daarbij op:"],
      ["de kosten van het plan", "Zij let daarbij op:"],
    ]);
  });

  it("reads vakkennis and vaardigheden for each group, with and without marks, over blank lines", async () => {
    const dossier = await addendum(
      `${TAAK}Vakkennis en vaardigheden\n\nBewonersgebonden taken\n\nVakkennis\n\n- kennis van regelingen voor inkomen, schulden,\n\ntoeslagen en bijstand\n- brede kennis van de wijk\n\n` +
        "Vaardigheden\n\n- luisteren\n\nOrganisatiegebonden taken\n\nVakkennis\n\nkennis van de wet\nkennis van verslagen\n",
    );
    const [, first, second] = dossier.units;
    expect([first?.kind, first?.title, second?.kind, second?.title]).toEqual([
      "vakkennis",
      "Bewonersgebonden taken",
      "vakkennis",
      "Organisatiegebonden taken",
    ]);
    expect(dossier.statements.slice(1).map(({ unit, section, text }) => [unit === first?.id, section, text])).toEqual([
      [true, "vakkennis", "kennis van regelingen voor inkomen, schulden, toeslagen en bijstand"],
      [true, "vakkennis", "brede kennis van de wijk"],
      [true, "vaardigheden", "luisteren"],
      [false, "vakkennis", "kennis van de wet"],
      [false, "vakkennis", "kennis van verslagen"],
    ]);
  });

  it("reads competencies by letter and by name, and checks the one by the other", async () => {
    const dossier = await addendum(
      `${TAAK}Competenties\n\nDe wijkcoach heeft deze competenties nodig:\n\nCompetentie C. Begeleiden\n\nToelichting De wijkcoach helpt bewoners verder.\n\n` +
        "Competentie Q Plannen en organiseren\n\nToelichting\nDe wijkcoach plant haar week.\n\nCompetentie K. Samenwerken en overleggen\n\nToelichting: De wijkcoach overlegt.\n\n" +
        "H. Overtuigen en beinvloeden\nToelichting De wijkcoach overtuigt.\n\nOnderzoeken\n\nToelichting De wijkcoach zoekt uit.\n",
    );
    const competencies = dossier.units.filter(({ kind }) => kind === "competentie");
    expect(competencies.map(({ code, codeOrigin, competencies: letters }) => [code, codeOrigin, letters])).toEqual([
      ["C", "source", ["C"]],
      ["Q", "source", ["Q"]],
      ["E", "repaired", ["E"]],
      ["H", "source", ["H"]],
      ["N", "inferred", ["N"]],
    ]);
    expect(dossier.warnings.map(({ code }) => code)).toEqual(["competency-letter"]);
    expect(dossier.statements.slice(1).map(({ section }) => section)).toEqual(Array(5).fill("toelichting"));
    expect(textsOf(dossier).at(-1)).toBe("De wijkcoach zoekt uit.");
  });

  it("reads what the cells of a table leave when they stand one after another", async () => {
    const dossier = await addendum(
      `${TAAK}Vakkennis en vaardigheden\n\nVakkennis\n\nVaardigheden\n\n- brede kennis van de wijk\n- rekenregels\n\n- luisteren\n\n` +
        "Competenties\n\nCompetentie\n\nC. Begeleiden\n\nToelichting\n\nDe wijkcoach helpt.\n",
    );
    expect(dossier.statements.slice(1).map(({ section, text }) => [section, text])).toEqual([
      ["vakkennis", "brede kennis van de wijk"],
      ["vakkennis", "rekenregels"],
      ["vaardigheden", "luisteren"],
      ["toelichting", "De wijkcoach helpt."],
    ]);
    expect(dossier.units.at(-1)).toMatchObject({ code: "C", kind: "competentie", title: "Begeleiden" });
  });

  it("lifts footnotes out of their sentence and harvests what they declare", async () => {
    const dossier = await addendum(
      `Context\nDe wijkcoach werkt met bewoners\n\n1\n, hun buren en een plan\n2\n. Zij overlegt elke week met collega’s van\n${" ".repeat(40)}\n1\n` +
        " Met de term bewoners worden ook huurders en cliënten bedoeld.\n\n2\n Met plan wordt ook leefplan bedoeld.\n\nandere teams.\n\n" +
        TAAK,
    );
    expect(textsOf(dossier).slice(0, 2)).toEqual([
      "De wijkcoach werkt met bewoners, hun buren en een plan.",
      "Zij overlegt elke week met collega’s van andere teams.",
    ]);
    expect(dossier.statements[1]?.source.parts).toHaveLength(2);
    expect(dossier.declaredSynonyms).toEqual([
      { term: "bewoners", members: ["huurders", "cliënten"], statement: null },
      { term: "plan", members: ["leefplan"], statement: null },
    ]);
    expect(dossier.coverage.unparsed).toBe(0);
  });

  it("parts sentences whose full stop got lost", async () => {
    const dossier = await addendum(
      `${TAAK.trimEnd()} De wijkcoach werkt samen binnen de organisatie Zij onderhoudt contacten.`,
    );
    expect(textsOf(dossier).slice(1)).toEqual([
      "De wijkcoach werkt samen binnen de organisatie",
      "Zij onderhoudt contacten.",
    ]);
  });

  it("leaves a table of contents aside", async () => {
    const dossier = await addendum(
      "Inhoudsopgave\n\n1. Aanleiding ........ 3\n2. Taken ........ 4\n3. Bronnen ........ 9\n\n1. Aanleiding\n\nDit is het eerste addendum.\n\n2. Taken\n\n1. Plannen\nDe wijkcoach plant.\n\n3. Bronnen\n\nEen verslag.\n",
    );
    expect(unitsOf(dossier)).toEqual([["1", "taak", "Plannen"]]);
    expect(textsOf(dossier)).toEqual(["De wijkcoach plant."]);
  });

  it("reads one without taken and competencies as an outline", async () => {
    const { dossiers } = await parseText(
      "Addendum Wijkcoach\n\nWerk\n\nDe wijkcoach belt aan. Dit addendum is kort.\n",
    );
    expect(dossiers[0]?.kind).toBe("addendum");
    expect(dossiers[0]?.statements.length).toBeGreaterThan(0);
  });
});

describe("the example addendum", async () => {
  const file = "addendum-leesconsulent.txt";
  const { source, dossiers } = await parseFile(`data/voorbeeld/${file}`);
  const [dossier] = dossiers as [Dossier];
  const [expected] = expectedOf(file).dossiers;

  it("has the units that a reader finds", () => {
    expect([dossier.title, dossier.kind, dossier.level]).toEqual([expected?.title, expected?.kind, expected?.level]);
    const { found, wanted } = sideBySide(dossier, expected as NonNullable<typeof expected>);
    expect(found).toEqual(wanted);
    expect(dossier.declaredSynonyms.map(({ term, members }) => ({ term, members }))).toEqual(
      expected?.declaredSynonyms,
    );
  });

  it("has its statements, in their places", () => {
    const wanted = expectedStatements(file);
    expect(dossier.statements.map(({ section, scope, source: at }) => [section, scope, at.start, at.end])).toEqual(
      wanted.map(({ section, scope, at }) => [section, scope, ...at]),
    );
    // Letters that are damaged are for repair to mend.
    const same = dossier.statements.filter(({ text }, i) => text === wanted[i]?.text).length;
    expect(same).toBeGreaterThanOrEqual(wanted.length - 3);
  });

  it("counts every character once", () => {
    expect(covered(dossiers)).toBe(nonWhite(source.text));
    expect(dossier.coverage.unparsed).toBe(0);
  });
});

describeBronnen("the real addendum", async (folder) => {
  const { source, dossiers } = await parseFile(`${folder}/addendum-persoonlijk-begeleider-2013.txt`);
  const [dossier] = dossiers as [Dossier];
  const taken = dossier.units.filter(({ kind }) => kind === "taak");
  const count = (test: (section: string) => boolean): number =>
    dossier.statements.filter(({ section }) => test(section)).length;

  it("has 15 taken in two groups, two lists of knowledge and 14 competencies", () => {
    expect(dossiers).toHaveLength(1);
    expect(taken.map(({ code }) => code)).toEqual(Array.from({ length: 15 }, (_, i) => String(i + 1)));
    const groups = dossier.units.filter(({ kind }) => kind === "taakgebied");
    expect(groups.map(({ id }) => taken.filter(({ parent }) => parent === id).length)).toEqual([11, 4]);
    expect(dossier.units.filter(({ kind }) => kind === "vakkennis")).toHaveLength(2);
    const letters = dossier.units.filter(({ kind }) => kind === "competentie").map(({ code }) => code);
    expect(letters.join("")).toBe("CDEFGHJMNQRTUV");
    expect(dossier.warnings).toEqual([]);
  });

  it("has the statements of each section", () => {
    expect(dossier.statements).toHaveLength(249);
    expect(taken.map(({ id }) => dossier.statements.filter(({ unit }) => unit === id).length)).toEqual([
      7, 13, 6, 6, 8, 8, 6, 6, 9, 7, 6, 8, 4, 5, 5,
    ]);
    expect(
      ["vakkennis", "vaardigheden", "toelichting", "context"].map((name) => count((section) => section === name)),
    ).toEqual([30, 38, 49, 1]);
    expect(
      new Set(dossier.statements.filter(({ scope }) => scope).map(({ scope }) => statementHash(scope as string))).size,
    ).toBe(6);
    expect(dossier.declaredSynonyms.map(({ members }) => members.length)).toEqual([1, 1, 11, 9]);
  });

  it("has the words of its taken as they were read", () => {
    const ids = new Set(taken.map(({ id }) => id));
    const texts = dossier.statements
      .filter(({ unit }) => ids.has(unit))
      .map(({ text }) => statementHash(text as string));
    expect(shortHash(texts.join(" "))).toBe("ggiany9p");
  });

  it("counts every character once, none unparsed", () => {
    expect(covered(dossiers)).toBe(nonWhite(source.text));
    expect(dossier.coverage.unparsed).toBe(0);
    expect(dossier.coverage.background / nonWhite(source.text)).toBeLessThan(0.2);
  });

  it("has statements whose text is what stands in their place", () => {
    for (const { text, source: at } of dossier.statements) {
      const parts = at.parts ?? [[at.start, at.end]];
      const raw = parts.map(([start, end]) => source.text.slice(start, end)).join(" ");
      const letters = (value: string): string =>
        value
          .normalize("NFD")
          .replace(/[^a-z]/giu, "")
          .toLowerCase();
      expect(letters(text as string)).toBe(letters(raw));
    }
  });
});

describe("properties of the reader", () => {
  const line = fc.constantFrom(
    "1. Inleiding",
    "2. Over het beroep",
    "3.1 Overzicht taken",
    "3.2.1 Cliëntgebonden taken",
    "1. Plannen",
    "2. Uitvoeren van het plan",
    "Taak 3: Afsluiten",
    "Vakkennis",
    "Vaardigheden",
    "Competenties",
    "Competentie C. Begeleiden",
    "Competentie Z. Toveren",
    "Toelichting De wijkcoach helpt.",
    "Aanvullend geldt voor de nachtploeg: belt aan",
    "Aanvullend geldt voor de nachtploeg:",
    "- kennis van de wijk,",
    "De wijkcoach let op:",
    "Zij werkt samen met collega’s en",
    "andere teams.",
    "1",
    "(",
    "",
    "",
    "Bronnen",
    "# Taken",
    "x",
  );

  it("never loses a character and points each statement to its place", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
        const text = `Addendum addendum\n\nTaken\n\nTaak 1: Plannen\nDe wijkcoach plant.\n${lines.join("\n")}\n`;
        const { source, dossiers } = await parseText(text);
        expect(covered(dossiers)).toBe(nonWhite(source.text));
        for (const { units, statements } of dossiers) {
          const ids = new Set([...units.map(({ id }) => id), ...statements.map(({ id }) => id)]);
          expect(ids.size).toBe(units.length + statements.length);
          for (const statement of statements) {
            expect(units.some(({ id }) => id === statement.unit)).toBe(true);
            expect(statement.source.start).toBeLessThan(statement.source.end);
            expect(statement.source.end).toBeLessThanOrEqual(source.text.length);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
