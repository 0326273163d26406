import { describe, expect, it } from "vitest";
import { repairText } from "../../src/repair/index.js";
import { findNotes } from "../../src/repair/notes.js";

/** The text without its notes, white space folded. */
const lifted = (text: string): string => repairText(text).mapped.text.replace(/\s+/g, " ").trim();

describe("notes whose marks are glued to the text", () => {
  const PAGE = [
    "De bakkerij telt veertig vestigingen.1 Elke bakker werkt",
    "met gist, bloem en water2, en bakt brood dat de klant lust en dat lang vers",
    "",
    " ",
    "1 Cijfer van de vakgroep, zie https://brood.example/cijfers, bekeken op",
    "3 mei 2021.",
    "2 Bron: Handboek bakken.",
    "https://brood.example/cijfers",
    " blijft. De klant krijgt een bon.",
  ].join("\n");

  it("lifts marks and bodies, so that the sentence runs on", () => {
    expect(lifted(PAGE)).toBe(
      "De bakkerij telt veertig vestigingen. Elke bakker werkt met gist, bloem en water, en bakt brood dat de klant lust en dat lang vers blijft. De klant krijgt een bon.",
    );
  });

  it("keeps the bodies as notes and the marks as furniture, both in offsets of the source", () => {
    const repaired = repairText(PAGE);
    expect(repaired.notes.map(([a, b]) => PAGE.slice(a, b).split("\n")[0])).toEqual([
      "1 Cijfer van de vakgroep, zie https://brood.example/cijfers, bekeken op",
      "2 Bron: Handboek bakken.",
    ]);
    expect(repaired.furniture.map(([a, b]) => PAGE.slice(a, b))).toEqual(["1", "2"]);
  });

  it("leaves numbers alone that no body answers to", () => {
    const text =
      "De oven is 240 graden.1 Daarna gaat het brood erin, zoals in B2 staat.\n\n1 Bakken\n\nDe bakker bakt.";
    expect(findNotes(text).edits).toEqual([]);
  });

  it("leaves numbered headings, lists and figures alone", () => {
    const text = "1.2 Deeg\n\nHet deeg rijst in 2,5 uur; zie NU’91.\n\n1 Meel wegen.\n2 Water wegen.\n";
    expect(findNotes(text).edits).toEqual([]);
  });

  it("reads superscripts, and bodies whose mark was lost beside those that were found", () => {
    const text =
      "Brood is oud.¹ Gist is jong.³ Wij bakken\n\n¹ Zie het boek.\n² Zie de krant.\n³ Zie de site.\nelke dag.";
    expect(lifted(text)).toBe("Brood is oud. Gist is jong. Wij bakken elke dag.");
  });
});

describe("page numbers of which most were lost", () => {
  const page = (n: number): string =>
    Array.from({ length: n * 8 }, (_, i) => `Regel ${"tekst ".repeat(8)}nummer ${i + 1}.`).join("\n");

  it("finds them by their distance", () => {
    const text = `${page(3)}\n\n\n\n4  \n\n${page(5)}\n\n\n\n9\n\n${page(2)}`;
    expect(repairText(text).furniture.map(([a, b]) => text.slice(a, b))).toEqual(["4", "9"]);
  });

  it("does not take the numbers of a list or a table for them", () => {
    const text = `${page(1)}\n\n\n\n4\n\nscore\n\n\n\n9\n\npunten\n\n${page(1)}`;
    expect(repairText(text).furniture).toEqual([]);
  });
});
