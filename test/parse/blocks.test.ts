import { describe, expect, it } from "vitest";
import { blocks } from "../../src/parse/blocks.js";
import { isHeadingLine } from "../../src/parse/outline.js";

/** Type and text of each block; its mark before it. */
const read = (text: string): string[] =>
  blocks(text, isHeadingLine).map(
    ({ type, marker, text: own }) => `${type}${marker === undefined ? "" : ` ${marker}`}: ${own}`,
  );

describe("blocks", () => {
  it.each([
    ["§ heeft kennis van bomen", "item §: heeft kennis van bomen"],
    ["] kan klimmen", "item ]: kan klimmen"],
    ['" kan rekenen', 'item ": kan rekenen'],
    ["-werkt netjes;", "item -: werkt netjes;"],
    ["\uf0b7 Werkt netjes", "item \uf0b7: Werkt netjes"],
    ["e heeft kennis van bomen", "item e: heeft kennis van bomen"],
    ["3) Zij snoeit.", "item 3): Zij snoeit."],
    ["1°. de brandweer", "item 1°.: de brandweer"],
    ["§ 3. Algemene bepalingen", "line: § 3. Algemene bepalingen"],
    ["& beheer van voorraden", "line: & beheer van voorraden"],
    ["## Taken ##", "line: Taken"],
    ["| a | b |", "row: | a | b |"],
  ])("%s", (line, block) => expect(read(line)).toEqual([block]));

  it("joins lines of a sentence, also over a page, and not over a heading", () => {
    expect(
      read(
        "De hovenier let op de veiligheid van iedereen die langs de bomen loopt en\nop het verkeer.\nGedrag\nZij werkt.",
      ),
    ).toEqual([
      "paragraph: De hovenier let op de veiligheid van iedereen die langs de bomen loopt en op het verkeer.",
      "line: Gedrag",
      "paragraph: Zij werkt.",
    ]);
    expect(
      read("De hovenier let op de veiligheid van iedereen die langs de bomen loopt,\n\n\f\n\nop het verkeer."),
    ).toHaveLength(1);
  });

  it("keeps the lines of a text apart that is not wrapped", () => {
    expect(read("Landelijk overleg Water\nNiveau zes van acht\nVastgesteld in Utrecht")).toHaveLength(3);
  });

  it("finds the items of a list that lost its marks", () => {
    expect(
      read(
        "De beginnend beroepsbeoefenaar:\nheeft kennis van bomen\nheeft kennis van heggen, hagen en alle andere\nplanten\nkan klimmen",
      ),
    ).toEqual([
      "paragraph: De beginnend beroepsbeoefenaar:",
      "item: heeft kennis van bomen",
      "item: heeft kennis van heggen, hagen en alle andere planten",
      "item: kan klimmen",
    ]);
    expect(read("De hovenier:\nwerkt netjes;\nruimt op.\nZij rust.")).toEqual([
      "paragraph: De hovenier:",
      "item: werkt netjes;",
      "item: ruimt op.",
      "paragraph: Zij rust.",
    ]);
  });

  it("takes no label for a stem", () => {
    expect(read("Vaardigheid:\ntoepassen van kennis")[1]).not.toMatch(/^item/);
  });

  it("puts a heading together that breaks off", () => {
    expect(read("B1-K1: Snoeien van bomen in de\nStad\nComplexiteit")).toEqual([
      "line: B1-K1: Snoeien van bomen in de Stad",
      "line: Complexiteit",
    ]);
    expect(read("P2-K1-W1: Stelt een werkplan\nvoor de week op\nZij plant.")[0]).toBe(
      "line: P2-K1-W1: Stelt een werkplan voor de week op",
    );
  });

  it("begins anew where a line opens as the first one did", () => {
    const list = ["Heeft kennis van bomen en struiken die in Nederland voorkomen", "Kan bomen vellen en afvoeren"];
    expect(read(list.join("\n"))).toEqual(list.map((line) => `line: ${line}`));
    // A name with a capital may stand at the start of a line.
    expect(
      read(
        "De hovenier kent de voorschriften van de stad, en de\nregels die gelden voor bomen uit de lijst van\nDe Groene Gids voor de stad.",
      ),
    ).toHaveLength(1);
  });

  it("begins anew with the next of a series", () => {
    expect(
      read(
        "1.1 Kiest een plaats met goed zicht. Past die aan als het verkeer dat vraagt.\n1.2 Overlegt met de politie over een\nafsluiting.",
      ),
    ).toHaveLength(2);
    expect(
      read("Kerndoel 1: De leerlingen leren samen te werken.\nKerndoel 2: De leerlingen leren te\noverleggen."),
    ).toHaveLength(2);
  });
});
