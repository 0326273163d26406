import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortHash } from "../../src/language/hash.js";
import type { Dossier } from "../../src/model.js";
import { levelBehind, readLevelAt } from "../../src/parse/branchekwalificatie-level.js";
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

const START =
  "Inleiding\n\nDeze branchekwalificatie volgt het NLQF. Rouwcoach is hier afgekort tot RC.\n\nCompetenties Rouwcoach\n";

async function read(body: string): Promise<Dossier> {
  const { source, dossiers } = await parseText(`${START}${body}`, "rouwcoach.txt");
  expect(dossiers).toHaveLength(1);
  expect(covered(dossiers)).toBe(nonWhite(source.text));
  return dossiers[0] as Dossier;
}

/** The rows of a table: label, then texts. */
async function rows(table: string): Promise<(string | null)[][]> {
  const dossier = await read(`\nKennis en vaardigheden: rouw\nOpleidingsniveau HBO 6\n\n${table}`);
  return dossier.units.flatMap((unit) => {
    const texts = dossier.statements.filter((statement) => statement.unit === unit.id).map(({ text }) => text);
    return texts.length > 0 ? [[unit.title, ...texts]] : [];
  });
}

describe("branchekwalificatie: competencies", () => {
  const COMPETENCIES =
    "1. Luisteren\n2. Ondernemen\n 1. Luisteren\n\nBeschrijving: de RC is in staat te luisteren. Zij oordeelt niet.\n\n" +
    "Ontwikkelbaarheid: deze competentie is te leren door oefening in gesprekken en door met anderen na te praten.\n\n" +
    "Indicatoren Luisteren RC\n\n1.1 Luistert goed. X\n\n1.2 Vraagt door als dat kan. Vat samen wat de klant belangrijk vindt en wat hij verder\nkwijt wil.\n\nX\n\n" +
    "1.3 Houdt rekening met wie er zijn en\nzwijgt waar dat past X\n 2. Ondernemen\n\nBeschrijving: de RC voert een praktijk.\n\nIndicatoren Ondernemen RC\n\n2.1 Stuurt facturen. X\n";

  it("have a description, what is said of learning them, and indicators with their numbers", async () => {
    const dossier = await read(COMPETENCIES);
    expect(dossier.title).toBe("Rouwcoach");
    expect(dossier.units.map(({ code, kind, title }) => [code, kind, title])).toEqual([
      ["1", "competentie", "Luisteren"],
      ["2", "competentie", "Ondernemen"],
    ]);
    expect(dossier.statements.map(({ section, code, text }) => [section, code, text])).toEqual([
      ["omschrijving", undefined, "de RC is in staat te luisteren."],
      ["omschrijving", undefined, "Zij oordeelt niet."],
      [
        "ontwikkelbaarheid",
        undefined,
        "deze competentie is te leren door oefening in gesprekken en door met anderen na te praten.",
      ],
      ["indicator", "1.1", "Luistert goed."],
      [
        "indicator",
        "1.2",
        "Vraagt door als dat kan. Vat samen wat de klant belangrijk vindt en wat hij verder kwijt wil.",
      ],
      ["indicator", "1.3", "Houdt rekening met wie er zijn en zwijgt waar dat past"],
      ["omschrijving", undefined, "de RC voert een praktijk."],
      ["indicator", "2.1", "Stuurt facturen."],
    ]);
    expect(dossier.coverage.unparsed).toBe(0);
    expect(dossier.declaredSynonyms).toEqual([{ term: "rouwcoach", members: ["RC"], statement: null }]);
  });

  it("are missed where the list names one that is not described", async () => {
    const dossier = await read(COMPETENCIES.replace("2. Ondernemen\n", "2. Ondernemen\n3. Samenwerken\n"));
    expect(dossier.units.map(({ code }) => code)).toEqual(["1", "2", "3"]);
    expect(dossier.warnings.map(({ code }) => code)).toEqual(["not-described"]);
  });

  it("keep an X that is part of the words", async () => {
    const dossier = await read(
      "\n1. Meten\n\nBeschrijving: de RC meet.\n\nIndicatoren Meten\n\n1.1 Leest de schaal van X\n1.2 Vergelijkt de uitslag met die van vorige week en noteert de stand van de lijn op de as van x en van y.\n",
    );
    expect(dossier.statements.slice(1).map(({ text }) => text?.slice(-10))).toEqual(["haal van X", " en van y."]);
  });

  it("are told from a heading about indicators, and have a code by those where their own is lost", async () => {
    const dossier = await read(
      "\nIndicatoren\nBij elke competentie staan indicatoren. Die zeggen wat iemand doet.\n\nLuisteren\n\nOmschrijving\nDe RC luistert.\n\nIndicatoren\n\n4.1 Luistert.\tX\n\n4.2 Vraagt door\tX\n",
    );
    expect(dossier.units.map(({ code, codeOrigin, title }) => [code, codeOrigin, title])).toEqual([
      ["4", "inferred", "Luisteren"],
    ]);
    expect(dossier.statements.map(({ text }) => text)).toEqual(["De RC luistert.", "Luistert.", "Vraagt door"]);
    expect(dossier.coverage.background).toBeGreaterThan(0);
  });
});

describe("branchekwalificatie: other ways to write it", () => {
  const TEXT =
    "\n1 Inschaling\n\nScore   Vergelijkbaar met   Titel\n5       Associate degree    Rouwcoach\n6       Hbo-bachelor        Register rouwcoach\n\n" +
    "2 Competenties\n\nCompetentie 1 Luisteren\nDe rouwcoach luistert goed.\nOntwikkelbaarheid: goed\nIndicatoren\n1.1 Zwijgt waar dat past X\n1.2 Vraagt door naar\nwat iemand zwaar valt X\n1.3 Vat samen X\n\n" +
    "3 Kwalificatiestructuur (hbo-niveau 6)\n\nKennis van rouw\nTheorie    Kent oude en nieuwe theorieën. Kan deze\n           vergelijken.\nWetten     Kent de wet.\n\nWerkwijze\nIntake     Voert een gesprek.\n";

  it("a table of scores without the word, descriptions without a label, marks without a sign, themes without a level", async () => {
    const dossier = await read(TEXT);
    expect(dossier.level).toEqual({ nlqf: 6, label: "hbo-niveau 6" });
    expect(dossier.statements.map(({ section, code, text }) => [section, code, text])).toEqual([
      ["omschrijving", undefined, "De rouwcoach luistert goed."],
      ["ontwikkelbaarheid", undefined, "goed"],
      ["indicator", "1.1", "Zwijgt waar dat past"],
      ["indicator", "1.2", "Vraagt door naar wat iemand zwaar valt"],
      ["indicator", "1.3", "Vat samen"],
      ["vakkennis", undefined, "Kent oude en nieuwe theorieën."],
      ["vaardigheden", undefined, "Kan deze vergelijken."],
      ["vakkennis", undefined, "Kent de wet."],
      ["vaardigheden", undefined, "Voert een gesprek."],
    ]);
    const parents = dossier.units.map(({ title, parent }) => [
      title,
      dossier.units.find(({ id }) => id === parent)?.title ?? null,
    ]);
    expect(parents).toEqual([
      ["Luisteren", null],
      ["Kennis van rouw", null],
      ["Theorie", "Kennis van rouw"],
      ["Wetten", "Kennis van rouw"],
      ["Werkwijze", null],
      ["Intake", "Werkwijze"],
    ]);
  });
});

describe("branchekwalificatie: numbers of indicators", () => {
  it.each([
    ["1a", "1"],
    ["1a)", "1"],
    ["C1.2", "C1"],
    ["3.10:", "3"],
  ])("%s", async (number, competency) => {
    const dossier = await read(
      `\nLuisteren\n\nBeschrijving: de RC luistert.\n\nIndicatoren Luisteren\n\nRC\n\n${number} Luistert goed.\n\nX\n`,
    );
    expect(dossier.units.map(({ code }) => code)).toEqual([competency]);
    // What stands before the first number heads a column.
    expect(dossier.statements.slice(1).map(({ code, text }) => [code, text])).toEqual([
      [number.replace(/[:)]$/, ""), "Luistert goed."],
    ]);
  });
});

describe("branchekwalificatie: tables by theme", () => {
  it("read a table whose cells stand one after another, the level in a cell of its own", async () => {
    const dossier = await read(
      "\nKwalificatiestructuur\n\nKennis: praten\n\nOpleidingsniveau\n\nHBO 6\n\nContext\n\nWerkt bij mensen thuis.\n\nLuisteren\n\nKent vormen van luisteren.\n\nLuistert aandachtig.\n\nKennis: werken\n\nOpleidingsniveau\n\nHBO 6\n\nPlannen\n\nPlant het werk.\n",
    );
    expect(dossier.level).toEqual({ nlqf: 6, label: "HBO 6" });
    const titles = new Map(dossier.units.map(({ id, title }) => [id, title]));
    expect(dossier.statements.map(({ unit, section, text }) => [titles.get(unit), section, text])).toEqual([
      ["Context", "context", "Werkt bij mensen thuis."],
      ["Luisteren", "vakkennis", "Kent vormen van luisteren."],
      ["Luisteren", "vaardigheden", "Luistert aandachtig."],
      ["Plannen", "vaardigheden", "Plant het werk."],
    ]);
  });

  it("without themes the structure is one table", async () => {
    const dossier = await read(
      "\n1. Praten\n\nBeschrijving: de RC praat.\n\nKwalificatiestructuur\n\nLuisteren\n\nKent vormen van luisteren.\n\nLuistert aandachtig.\n\nPlant gesprekken.\n",
    );
    expect(dossier.statements.slice(1).map(({ text }) => text)).toEqual([
      "Kent vormen van luisteren.",
      "Luistert aandachtig.",
      "Plant gesprekken.",
    ]);
  });

  it("part a label from the statement behind it on the line", async () => {
    expect(
      await rows(
        "Context Werkt in een eigen praktijk.\n\nKennis van rouw Heeft brede kennis van rouw en van wat mensen nodig\nhebben.\n\nKent rituelen.\n",
      ),
    ).toEqual([
      ["Context", "Werkt in een eigen praktijk."],
      ["Kennis van rouw", "Heeft brede kennis van rouw en van wat mensen nodig hebben.", "Kent rituelen."],
    ]);
  });

  it("read labels on lines of their own, wrapped in their narrow column", async () => {
    expect(
      await rows(
        "Vaardigheid:  \ntoepassen van kennis\n\nMaakt een plan dat past bij de klant en bij wie er is overleden, en stelt het bij als dat nodig is.\n\n" +
          "Moderne\nMiddelen\n\nKan beeldbellen.\n\nKennis van wetten voor de\nuitvaart\n\nWeet wie een graf mag kiezen.\n\nHeeft kennis van de regels voor\nnalatenschappen\n\nKent de regels voor erven.\n",
      ),
    ).toEqual([
      [
        "Vaardigheid: toepassen van kennis",
        "Maakt een plan dat past bij de klant en bij wie er is overleden, en stelt het bij als dat nodig is.",
      ],
      ["Moderne Middelen", "Kan beeldbellen."],
      ["Kennis van wetten voor de uitvaart", "Weet wie een graf mag kiezen."],
      ["Heeft kennis van de regels voor nalatenschappen", "Kent de regels voor erven."],
    ]);
  });

  it("join rows that a page breaks, also where the label stands again", async () => {
    expect(
      await rows(
        "Begeleiden Begeleidt mensen bij een afscheid en let daarbij op wat kinderen\nal weten.\n Helpt bij het kiezen van een kaart.\n Begeleiden Voert een laatste gesprek.\n(Her)inrichten Kan een ruimte inrichten.\n(Her)kent sombere gedachten en verwijst.\n",
      ),
    ).toEqual([
      [
        "Begeleiden",
        "Begeleidt mensen bij een afscheid en let daarbij op wat kinderen al weten.",
        "Helpt bij het kiezen van een kaart.",
        "Voert een laatste gesprek.",
      ],
      ["(Her)inrichten", "Kan een ruimte inrichten.", "(Her)kent sombere gedachten en verwijst."],
    ]);
  });

  it("keep whole sentences and statements without a full stop", async () => {
    expect(
      await rows(
        "Afscheid Biedt troost\n\nDe klant voelt zich gehoord.\n\nVraagt na wat goed deed en wat er de volgende keer beter kan gaan\n\nNazorg Belt na een maand.\n",
      ),
    ).toEqual([
      [
        "Afscheid",
        "Biedt troost",
        "De klant voelt zich gehoord.",
        "Vraagt na wat goed deed en wat er de volgende keer beter kan gaan",
      ],
      ["Nazorg", "Belt na een maand."],
    ]);
  });

  it("read columns that kept their distance", async () => {
    expect(await rows("Rituelen\tBedenkt een ritueel.\n\nMuziek       Zoekt met de klant muziek uit.\n")).toEqual([
      ["Rituelen", "Bedenkt een ritueel."],
      ["Muziek", "Zoekt met de klant muziek uit."],
    ]);
  });

  it("name a long label without what it lists in brackets", async () => {
    const [row] = await rows(
      "Kennis van middelen voor het afscheid (kaarten, muziek, bloemen) en van wie\ndie maken of leveren in de streek\n\nKent een drukker.\n",
    );
    expect(row).toEqual([
      "Kennis van middelen voor het afscheid en van wie die maken of leveren in de streek",
      "Kent een drukker.",
    ]);
  });

  it("say which section a statement is by its label, else by its words", async () => {
    const dossier = await read(
      "\nKennis en vaardigheden: rouw\nOpleidingsniveau HBO 6\n\nContext Werkt alleen.\n\nKennis van rouw Leest vakbladen.\n\nVerantwoordelijkheid en zelfstandigheid Werkt zelfstandig.\n\nAfscheid Kent rituelen.\n\nBegeleidt mensen.\n\nKennis en vaardigheden: praktijk\n\nGeld Stuurt facturen.\n",
    );
    expect(dossier.statements.map(({ section }) => section)).toEqual([
      "context",
      "vakkennis",
      "verantwoordelijkheid",
      "vakkennis",
      "vaardigheden",
      "vaardigheden",
    ]);
    expect(dossier.level).toEqual({ nlqf: 6, label: "HBO 6" });
    const themes = dossier.units.filter(({ parent }) => parent === null);
    expect(themes.map(({ title, level }) => [title, level?.nlqf])).toEqual([
      ["Kennis en vaardigheden: rouw", 6],
      ["Kennis en vaardigheden: praktijk", undefined],
    ]);
  });
});

describe("branchekwalificatie: what surrounds them", () => {
  it("takes the table of scores for a scheme of titles, not for requirements", async () => {
    const { dossiers } = await parseText(
      "Inleiding\n\nDit is een branchekwalificatie.\n\nNLQF score Vergelijkbaar\nniveau\n\nErvaring\n\nNLQF 5 Ad Rouwcoach Werkt zelfstandig en heeft tien\nmensen begeleid\n\nNLQF 6 Bachelor\n\nErkend Rouwcoach\n\nLeidt anderen op\n Doel van dit document\nHet helpt mensen om te kiezen.\n\n" +
        "Taken\n\nDe rouwcoach begeleidt mensen. De rouwcoach werkt alleen.\n\nWat is rouw?\n\nRouw is van alle tijden en iedereen krijgt er ooit mee te maken.\n\nContext\n\nDe praktijk is thuis.\n\nCompetenties Rouwcoach\n\n1. Luisteren\n\nBeschrijving: luistert.\n",
    );
    expect(dossiers[0]?.statements.map(({ section, text }) => [section, text])).toEqual([
      ["Taken", "De rouwcoach begeleidt mensen."],
      ["Taken", "De rouwcoach werkt alleen."],
      ["context", "De praktijk is thuis."],
      ["omschrijving", "luistert."],
    ]);
    expect(dossiers[0]?.level).toBeNull();
    expect(dossiers[0]?.coverage.unparsed).toBe(0);
  });

  it("reads one without competencies and tables as an outline", async () => {
    const { dossiers } = await parseText("Branchekwalificatie Rouwcoach (NLQF)\n\nWerk\n\nDe rouwcoach luistert.\n");
    expect(dossiers[0]?.kind).toBe("branchekwalificatie");
    expect(dossiers[0]?.statements.map(({ text }) => text)).toContain("De rouwcoach luistert.");
  });
});

describe("levelBehind", () => {
  it.each([
    ["Kwalificatiestructuur niveau 6", 6],
    ["Kwalificatiestructuur (mbo-niveau 4)", 4],
    ["Kwalificatieraamwerk NLQF 5", 5],
    ["Kwalificatiestructuur in 6 delen", null],
    ["Kwalificatiestructuur 2016", null],
    ["", null],
  ])("%s", (title, nlqf) => {
    expect(levelBehind(title)?.nlqf ?? null).toBe(nlqf);
  });
});

describe("readLevelAt", () => {
  it.each([
    ["Opleidingsniveau HBO 6", { nlqf: 6, label: "HBO 6" }],
    ["Opleidingsniveau: Ad 5", { nlqf: 5, label: "Ad 5" }],
    ["Niveau mbo 4", { mbo: 4, nlqf: 4, label: "mbo 4" }],
    ["Opleidingsniveau Associate degree", { nlqf: 5, label: "Associate degree" }],
    ["NLQF 7", { nlqf: 7, label: "NLQF 7" }],
    ["Niveau 6", { nlqf: 6, label: "6" }],
    ["Niveau 3", { label: "3" }],
    ["Niveau van de opleiding", null],
    ["NLQF 5 Ad Rouwcoach", null],
  ])("%s", (text, level) => {
    expect(readLevelAt([{ text }], 0)?.level ?? null).toEqual(level);
  });
});

describe("the example branchekwalificatie", async () => {
  const file = "branchekwalificatie-tuincoach.txt";
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
    expect(dossier.statements.map(({ section, source: at }) => [section, at.start, at.end])).toEqual(
      wanted.map(({ section, at }) => [section, ...at]),
    );
    // A hyphen that was left inside a word is for repair to mend.
    const same = dossier.statements.filter(({ text }, i) => text === wanted[i]?.text).length;
    expect(same).toBeGreaterThanOrEqual(wanted.length - 2);
  });

  it("counts every character once", () => {
    expect(covered(dossiers)).toBe(nonWhite(source.text));
    expect(dossier.coverage.unparsed).toBe(0);
  });
});

describeBronnen("the real branchekwalificatie", async (folder) => {
  const { source, dossiers } = await parseFile(`${folder}/branchekwalificatie-professional-organizer.txt`);
  const [dossier] = dossiers as [Dossier];
  const under = (parent: string | null): typeof dossier.units => dossier.units.filter((unit) => unit.parent === parent);
  const of = (unit: { id: string }): Dossier["statements"] =>
    dossier.statements.filter((statement) => statement.unit === unit.id);

  it("has five competencies with five indicators each", () => {
    const competencies = dossier.units.filter(({ kind }) => kind === "competentie");
    expect(competencies.map(({ code }) => code)).toEqual(["1", "2", "3", "4", "5"]);
    const numbers = competencies.map((unit) =>
      of(unit)
        .filter(({ section }) => section === "indicator")
        .map(({ code }) => code),
    );
    expect(numbers).toEqual([1, 2, 3, 4, 5].map((n) => [1, 2, 3, 4, 5].map((m) => `${n}.${m}`)));
    expect(dossier.statements.filter(({ section }) => section === "omschrijving")).toHaveLength(5);
    expect(dossier.statements.filter(({ section }) => section === "ontwikkelbaarheid")).toHaveLength(12);
    expect(dossier.statements.some(({ text }) => /(?:^|\s)X$/.test(text ?? ""))).toBe(false);
  });

  it("has eight themes with their rows, all at one level", () => {
    const themes = under(null).filter(({ kind }) => kind === "section");
    expect(themes.map(({ id }) => under(id).length)).toEqual([10, 2, 8, 7, 7, 2, 11, 7]);
    const statements = themes.map(({ id }) => under(id).reduce((sum, row) => sum + of(row).length, 0));
    expect(statements).toEqual([34, 2, 19, 29, 35, 5, 25, 13]);
    expect(themes.every((theme) => of(theme).length === 0)).toBe(true);
    expect(dossier.level?.nlqf).toBe(6);
    expect(themes.every(({ level }) => level?.nlqf === 6)).toBe(true);
  });

  it("has labels and statements as they were read", () => {
    const rows = dossier.units.filter(({ parent }) => parent !== null);
    expect(shortHash(rows.map(({ title }) => statementHash(title)).join(" "))).toBe("r3xt4vg8");
    const indicators = dossier.statements.filter(({ section }) => section === "indicator");
    expect(shortHash(indicators.map(({ text }) => statementHash(text as string)).join(" "))).toBe("5hrrd88y");
  });

  it("counts every character once, none unparsed", () => {
    expect(covered(dossiers)).toBe(nonWhite(source.text));
    expect(dossier.coverage.unparsed).toBe(0);
    expect(dossier.warnings).toEqual([]);
  });
});

describe("properties of the reader", () => {
  const line = fc.constantFrom(
    "1. Luisteren",
    " 2. Ondernemen",
    "Beschrijving: de RC luistert.",
    "Ontwikkelbaarheid:",
    "Indicatoren Luisteren RC",
    "1.1 Luistert goed. X",
    "1.2 Vraagt door",
    "X",
    "x x",
    "Kennis en vaardigheden: rouw",
    "Opleidingsniveau HBO 6",
    "NLQF 5 Ad Rouwcoach",
    "NLQF 6",
    "Context Werkt alleen.",
    "Kennis van wetten voor de",
    "uitvaart",
    "Kent rituelen",
    "De klant voelt zich gehoord.",
    "(Her",
    "Muziek\tZoekt muziek",
    "Bronnen",
    "Wat is rouw?",
    "",
    "",
  );

  it("never loses a character and points each statement to its place", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
        const { source, dossiers } = await parseText(`${START}\n${lines.join("\n")}\n`);
        expect(covered(dossiers)).toBe(nonWhite(source.text));
        for (const { units, statements } of dossiers) {
          const ids = new Set([...units.map(({ id }) => id), ...statements.map(({ id }) => id)]);
          expect(ids.size).toBe(units.length + statements.length);
          for (const { text, source: at } of statements) {
            const raw = source.text.slice(at.start, at.end).replace(/\s+/g, " ");
            expect(raw).toBe(text);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
