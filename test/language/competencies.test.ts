import { describe, expect, it } from "vitest";
import { competencyLetter, competencyName, readCompetencies } from "../../src/language/competencies.js";

describe("competencyLetter", () => {
  it.each([
    ["Aandacht en begrip tonen", "D"],
    ["Overtuigen en beinvioeden", "H"],
    ["Creéren en innoveren", "O"],
    ["Plannen & organiseren", "Q"],
    ["Op de behoefte en verwachtingen van de klant richten", "R"],
    ["LEREN", "P"],
  ])("%s is %s", (name, letter) => expect(competencyLetter(name)).toBe(letter));

  it.each(["Presenteren aan", "Lezen", "Samen", ""])("%s is none", (name) => expect(competencyLetter(name)).toBeNull());
});

it("knows 25 names", () => {
  const names = [..."ABCDEFGHIJKLMNOPQRSTUVWXY"].map(competencyName);
  expect(new Set(names).size).toBe(25);
  expect(competencyName("Z")).toBeNull();
});

describe("readCompetencies", () => {
  it.each([
    ["Begeleiden, Aandacht en begrip tonen, Ethisch en integer\nhandelen.", "CDF"],
    ["C, D, E", "CDE"],
    ["C, K en T", "CKT"],
    ["K & T.", "KT"],
    ["C Begeleiden; D. Aandacht en begrip tonen", "CD"],
    ["Aandacht en begrip tonen (D), Begeleiden (C)", "CD"],
    ["Begeleiden en Samenwerken en overleggen", "CE"],
    ["Begeleiden, Samenwerken en overleggen en Leren", "CEP"],
    ["Begeleiden Aandacht en begrip tonen", "CD"],
    ["- Begeleiden\n- Leren", "CP"],
    ['Op de behoeften en verwachtingen van de "klant" richten, Leren', "PR"],
    ["", ""],
  ])("%s", (list, letters) => expect(readCompetencies(list)).toEqual({ letters: [...letters], unknown: [] }));

  it("returns what is no name", () => {
    expect(readCompetencies("Toveren, Leren")).toEqual({ letters: ["P"], unknown: ["Toveren"] });
  });
});
