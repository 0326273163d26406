import { describe, expect, it } from "vitest";
import { mboLevel, readLevel, statedLevel } from "../../src/language/levels.js";

describe("readLevel", () => {
  it.each([
    ["mbo-niveau 4", { mbo: 4, nlqf: 4, label: "mbo-niveau 4" }],
    ["Mbo niveau: 2", { mbo: 2, nlqf: 2, label: "Mbo niveau: 2" }],
    ["begeleider (mbo-3)", { mbo: 3, nlqf: 3, label: "mbo-3" }],
    ["mbo 1", { mbo: 1, nlqf: 1, label: "mbo 1" }],
    ["NLQF-niveau 6", { nlqf: 6, label: "NLQF-niveau 6" }],
    ["NLQF 4 (mbo-niveau 4)", { mbo: 4, nlqf: 4, label: "mbo-niveau 4" }],
    ["Associate degree", { nlqf: 5, label: "Associate degree" }],
    ["hbo-associate degree", { nlqf: 5, label: "hbo-associate degree" }],
    ["gespecialiseerd begeleider (Ad)", { nlqf: 5, label: "Ad" }],
    ["hbo-bachelor", { nlqf: 6, label: "hbo-bachelor" }],
    ["WO-master", { nlqf: 7, label: "WO-master" }],
    ["havo", { nlqf: 4, label: "havo" }],
  ])("%s", (text, level) => expect(readLevel(text)).toEqual(level));

  it.each([
    "ad hoc",
    "niveau 4",
    "het niveau van de klas",
    "mbo-niveau 3 en 4",
    "mbo 2, 3 of 4",
    "mbo 5",
    "NLQF 9",
    "havo of hbo-bachelor",
    "mbo 4.5",
    "",
  ])("names no single level: %s", (text) => expect(readLevel(text)).toBeNull());

  it("takes a bare level for mbo only where told so", () => {
    expect(readLevel("niveau 4", { bareIsMbo: true })).toEqual({ mbo: 4, nlqf: 4, label: "niveau 4" });
    expect(readLevel("geschikt voor niveau 3 en 4", { bareIsMbo: true })).toBeNull();
  });

  it("knows no mbo level above 4", () => {
    expect(mboLevel(4)).toEqual({ mbo: 4, nlqf: 4, label: "mbo-niveau 4" });
    expect(mboLevel(5)).toBeNull();
  });
});

describe("statedLevel", () => {
  it.each([
    ["Niveau: hbo-bachelor", 6],
    ["NLQF 5", 5],
    ["Mbo-niveau 2", 2],
    ["De molenaar werkt op mbo-niveau 2", null],
    ["", null],
  ])("%s", (line, nlqf) => {
    expect(statedLevel(line)?.nlqf ?? null).toBe(nlqf);
  });
});
