import { describe, expect, it } from "vitest";
import { blocks } from "../../src/parse/blocks.js";
import { isHeadingLine } from "../../src/parse/outline.js";
import { readOverview } from "../../src/parse/overview.js";
import { overviewRanges } from "../../src/parse/overview-range.js";
import { splitLines } from "../../src/repair/index.js";

/** Code and title of each entry, in order. */
const titles = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...readOverview(splitLines(text).filter((line) => line.text !== "")).values()].map(({ code, title }) => [
      code,
      title,
    ]),
  );

const WHOLE = {
  "B1-K1": "Snoeien van heggen en hagen",
  "B1-K1-W1": "Bereidt het snoeien voor",
  "B1-K1-W2": "Snoeit heggen langs wegen en paden",
  "B1-K1-W3": "Ruimt het afval op",
};

describe("readOverview", () => {
  it("reads rows", () => {
    expect(
      titles(
        "B1-K1 Snoeien van heggen en hagen\nB1-K1-W1 Bereidt het snoeien voor\nB1-K1-W2 Snoeit heggen langs wegen en paden\nB1-K1-W3 Ruimt het afval op",
      ),
    ).toEqual(WHOLE);
  });

  it("reads columns that were broken into runs of codes and of titles, wrapped", () => {
    expect(
      titles(
        "B1-K1 Snoeien van heggen B1-K1-wW1\n\nen hagen B1-K1-W2\nB1-K1-W3\n\nBereidt het snoeien voor\nSnoeit heggen langs wegen\nen paden\n\nRuimt het afval op",
      ),
    ).toEqual(WHOLE);
  });

  it("reads columns kept as white space, the title of the kerntaak wrapped beside those of the werkprocessen", () => {
    expect(
      titles(
        "B1-K1  Snoeien van heggen en    B1-K1-W1  Bereidt het snoeien voor\n       hagen                    B1-K1-W2  Snoeit heggen langs wegen en\n                                          paden\n                                B1-K1-W3  Ruimt het afval op",
      ),
    ).toEqual(WHOLE);
  });

  it("knows a title that the end of a separable verb closes from one that goes on in the next line", () => {
    const beside = (kerntaak: string): Record<string, string> =>
      titles(`B1-K1  ${kerntaak}    B1-K1-W1  Bereidt voor\n                    B1-K1-W2  Begeleidt\n     leerlingen`);
    expect(beside("Stuurt collega's aan")).toMatchObject({
      "B1-K1": "Stuurt collega's aan",
      "B1-K1-W2": "Begeleidt leerlingen",
    });
    expect(beside("Zorg dragen voor")).toMatchObject({
      "B1-K1": "Zorg dragen voor leerlingen",
      "B1-K1-W2": "Begeleidt",
    });
    expect(beside("Levert een bijdrage aan")).toMatchObject({ "B1-K1": "Levert een bijdrage aan leerlingen" });
  });

  it.each([
    ["P2 Vakman heggen (25123), mbo-niveau 3", 3],
    ["P2 Vakman heggen, niveau 4", 4],
    ["P2 Vakman heggen 25123 (mbo 2)", 2],
    ["P2 Vakman heggen 3 BOL/BBL", 3],
  ])("takes the level and the number in the register from the name of a profile: %s", (line, level) => {
    const entry = readOverview(splitLines(`${line}\nP2-K1 Snoeien\nP2-K1-W1 Snoeit hagen`)).get("P2");
    expect(entry).toMatchObject({ title: "Vakman heggen", level: { mbo: level } });
  });

  it("reads cells one under another", () => {
    expect(
      titles(
        "B1-K1\n\nSnoeien van heggen en hagen\n\nB1-K1-W1\n\nBereidt het snoeien voor\n\nB1-K1-W2\n\nSnoeit heggen langs wegen en paden\n\nB1-K1-W3\n\nRuimt het afval op",
      ),
    ).toEqual(WHOLE);
  });

  it("goes on over a page that breaks a kerntaak, between codes and titles too", () => {
    expect(
      titles(
        "B1-K1 Snoeien van heggen en hagen\nB1-K1-W1\nBereidt het snoeien voor\n\fB1-K1 Snoeien van heggen en hagen\nB1-K1-W2\nB1-K1-W3\nSnoeit heggen langs wegen en paden\nRuimt het afval op",
      ),
    ).toEqual(WHOLE);
  });

  it("puts a title together whose second line begins with a capital", () => {
    expect(
      titles("B1-K1 Leren\nB1-K1-W1\nB1-K1-W2\nSpreekt de klant aan in het\nEngels of Duits\nSchrijft een verslag")[
        "B1-K1-W1"
      ],
    ).toBe("Spreekt de klant aan in het Engels of Duits");
  });

  it("reads the names of profiles with what stands beside them", () => {
    const overview = readOverview(
      splitLines("P1 Voorman 25999 4 Nee\nP2 Hovenier groene\n3\ndaken\nP2-K1 Beplanten van daken"),
    );
    expect([...overview.values()].map(({ code, title, level }) => [code, title, level?.mbo])).toEqual([
      ["P1", "Voorman", 4],
      ["P2", "Hovenier groene daken", 3],
      ["P2-K1", "Beplanten van daken", undefined],
    ]);
  });

  it("takes off the page numbers of a table of contents", () => {
    expect(titles("B1-K1: Snoeien ........ 7\nB1-K1-W1: Bereidt het werk voor ..... 8")).toEqual({
      "B1-K1": "Snoeien",
      "B1-K1-W1": "Bereidt het werk voor",
    });
    expect(titles("B1-K1: Snoeien 7\nB1-K1-W1: Bereidt het werk voor 8")["B1-K1-W1"]).toBe("Bereidt het werk voor");
  });

  it("leaves labels and sentences of the table aside", () => {
    expect(
      titles(
        "Nee middenkaderopleiding\nPer profiel gelden deze kerntaken:\nB1-K1 Snoeien\nB1-K1-W1\nProfieldeel\nNiveau\nBereidt het werk voor",
      ),
    ).toEqual({ "B1-K1": "Snoeien", "B1-K1-W1": "Bereidt het werk voor" });
  });

  it("gives a code without a title an empty one", () => {
    expect(titles("B1-K1 Snoeien\nB1-K1-W1\nB1-K1-W2\nBereidt het werk voor")["B1-K1-W2"]).toBe("");
  });
});

describe("overviewRanges", () => {
  const range = (text: string): string[][] => {
    const all = blocks(text, isHeadingLine);
    return overviewRanges(all).map(([start, end]) => [all[start]?.text ?? "", all[end]?.text ?? ""]);
  };
  const LIST = "B1-K1 Snoeien\nB1-K1-W1 Knipt\nB1-K1-W2 Zaagt\nB1-K1-W3 Ruimt op\n";

  it("ends where the first part is described", () => {
    expect(
      range(
        `Overzicht van het dossier\n\n${LIST}\nBasisdeel\n\n1. Onderdelen\n\nTypering van de groep\n\nContext\nZij werken buiten.`,
      ),
    ).toEqual([["Overzicht van het dossier", "Basisdeel"]]);
  });

  it("needs no heading where codes are listed before they are described", () => {
    expect(range(`${LIST}\nB1-K1: Snoeien\n\nComplexiteit\nHet werk is zwaar.`)).toEqual([
      ["B1-K1 Snoeien", "B1-K1: Snoeien"],
    ]);
  });

  it("is none where each code is described at once", () => {
    expect(
      range(
        "B1-K1: Snoeien\n\nDe hovenier werkt in een team met anderen en overlegt elke ochtend.\n\nB1-K1-W1: Knipt\n\nZij knipt.",
      ),
    ).toEqual([]);
  });

  it("finds a table of contents and an overview", () => {
    expect(
      range(
        `Inhoud\n\nLeeswijzer 2\nBasisdeel 3\n\nLeeswijzer\n\nDit dossier is gemaakt door een werkgroep van hoveniers.\n\nOverzicht\n\n${LIST}\nBasisdeel\n\nContext\nBuiten.`,
      ).length,
    ).toBe(2);
  });

  it("leaves a chapter about the document between the two to itself", () => {
    expect(
      range(
        `Inhoud\n\nB1-K1 Snoeien 3\n\nLeeswijzer\n\nEr staat kort hoe.\n\nOverzicht\n\n${LIST}\nBasisdeel\n\nContext\nBuiten.`,
      ),
    ).toEqual([
      ["Inhoud", "Leeswijzer"],
      ["Overzicht", "Basisdeel"],
    ]);
  });
});
