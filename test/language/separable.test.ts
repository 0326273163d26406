import { describe, expect, test } from "vitest";
import { wordsJoined } from "../../src/language/separable.js";

const joined = (text: string): string => wordsJoined(text).join(" ");

describe("separable verbs become one word", () => {
  test.each([
    ["Stelt het rooster bij", "bijstellen het rooster"],
    ["het rooster bij te stellen", "het rooster bijstellen"],
    ["Stelt het rooster bij als het regent", "bijstellen het rooster als het regent"],
    ["Legt de uitslag vast in een logboek", "vastleggen de uitslag in een logboek"],
    ["Vraagt door en vat samen", "doorvragen en samenvatten"],
    ["Draagt bij aan de sfeer", "bijdragen aan de sfeer"],
    ["Werkt samen met de buren", "samenwerken met de buren"],
  ])("%s", (text, expected) => {
    expect(joined(text)).toBe(expected);
  });
});

describe("what is no separable verb stays", () => {
  test.each([
    ["a preposition before its noun", "Werkt aan een tuin"],
    ["a word that belongs to what follows", "is in staat om te tellen"],
    ["the particle of a later verb", "Let op de klok, meet het peil"],
    ["a particle in another sentence", "Stelt vragen. Bij regen schuilt men"],
    ["a verb that the particle does not go with", "Zorgt voor de planten"],
    ["nothing", ""],
  ])("%s", (_, text) => {
    expect(joined(text)).toBe(text.toLowerCase().replace(/[.,]/g, "").replace(/\s+/g, " "));
  });
  test("the particle goes to the nearest verb before it", () => {
    expect(joined("Neemt een besluit en stuurt de ploeg aan")).toBe("neemt een besluit en aansturen de ploeg");
  });
});
