import { describe, expect, it } from "vitest";
import { detectKind } from "../../src/parse/index.js";
import type { SourceText } from "../../src/read/index.js";

const kindOf = (text: string): string =>
  detectKind({ file: "x.txt", sha256: "", format: "text", text } as SourceText).kind;
const SECTIONS = "Omschrijving\nZij snoeit.\nResultaat\nKlaar.\nGedrag\n- werkt\n";

describe("detectKind", () => {
  it.each([
    ["B1-K1-W1: Snoeit\nB1-K1-W2: Rooit", "kwalificatiedossier"],
    ["BI-K1-wW1: Snoeit\n81-K1-VV2: Rooit", "kwalificatiedossier"],
    ["## B1-K1-W1: Snoeit\n## B1-K1-W2: Rooit", "kwalificatiedossier"],
    ["D1-K1-W1: Snoeit", "keuzedeel"],
    ["KWALIFICATIEDOSSIER\nHovenier\nKWALIFICATIEDOSSIER\nBoomverzorger", "ankerpunten"],
    ["Ankerpunten\nKWALIFICATIEDOSSIER\nHovenier", "ankerpunten"],
    [`Kwalificatiedossier Hovenier\n${SECTIONS}${SECTIONS}`, "kwalificatiedossier"],
    [`Keuzedeel Groene daken\n${SECTIONS}${SECTIONS}`, "keuzedeel"],
    ["Omgangsvormen\n- groet de klant", "generic"],
    [`Taken\n${SECTIONS}`, "generic"],
    ["Kwalificatiedossier Bloem\nK 1-W1 Zaait\nK 1-W2 Stekt", "kwalificatiedossier"],
    ["Raamwerk\nK1-W1 Zaait\nK1-W2 Stekt", "generic"],
    ["In B1-K1-W1 staat hoe men snoeit; zie ook B1-K1-W2.", "generic"],
  ])("%s", (text, kind) => expect(kindOf(text)).toBe(kind));

  it("says why", () => {
    expect(
      detectKind({ file: "x.txt", sha256: "", format: "text", text: "B1-K1-W1: A\nB1-K1-W2: B" } as SourceText).reason,
    ).toBe("2 codes of werkprocessen");
  });
});
