import { describe, expect, it } from "vitest";
import { breaksOff, sectionOf } from "../../src/parse/headings.js";

describe("sectionOf", () => {
  it.each([
    ["Resultaat", "resultaat"],
    ["2.1 Resultaat van de beroepengroep:", "resultaat"],
    ["Resultaat beroepengroep", "resultaat"],
    ["Resultaat kerntaak", "resultaat"],
    ["Typering beroepengroep", "typering"],
    ["Beroepshouding", "houding"],
    ["Rol en verantwoordelijkheden", "verantwoordelijkheid"],
    ["Keuzes en dilemma’s", "complexiteit"],
    ["Succescriteria", "indicator"],
    ["Resultaten delen met bewoners", null],
    ["", null],
  ])("%s", (heading, section) => {
    expect(sectionOf(heading)).toBe(section);
  });
});

describe("breaksOff", () => {
  it.each([
    ["Werkt samen met", true, true],
    ["Zorg dragen voor", false, true],
    ["Stuurt aan", false, false],
    ["Voert de planning uit", false, false],
    ["Levert een bijdrage aan", false, true],
    ["", false, false],
  ])("%s", (title, verb, noun) => {
    expect([breaksOff(title), breaksOff(title, "noun")]).toEqual([verb, noun]);
  });
});
