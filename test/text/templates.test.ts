import { describe, expect, test } from "vitest";
import { overlap } from "../../src/compare/index.js";
import { isTemplate } from "../../src/text/templates.js";
import { features } from "../../src/text/terms.js";
import { listCorpus } from "../helpers/corpora.js";

describe("template statements", () => {
  test.each([
    "N.v.t.",
    "niet van toepassing",
    "De onderliggende competenties zijn:",
    "Deze competentie is goed ontwikkelbaar.",
  ])("%s is one", (text) => {
    expect(isTemplate(features(text))).toBe(true);
  });
  test.each(["Past regels toe", "Werkt aan competenties van een ander", "…", ""])("%s is none", (text) => {
    expect(isTemplate(features(text))).toBe(false);
  });
});

test("templates are counted apart: in no share and no group, without a counterpart", async () => {
  const corpus = await listCorpus({
    a: ["Snoeit de heg", "Niet van toepassing", "Meet het peil"],
    b: ["Niet van toepassing", "Snoeit de heg"],
  });
  const { cells, shared } = overlap(corpus);
  expect(cells[0]).toMatchObject({ aStatements: 2, bStatements: 1, aTemplates: 1, bTemplates: 1, aInB: 0.5, bInA: 1 });
  expect(shared.flatMap(({ statements }) => statements.map(({ id }) => id)).sort()).toEqual(["a-1", "a-3", "b-2"]);
});

describe("template phrases within a sentence", () => {
  const form = "Voor het uitvoeren van deze kerntaak is de volgende vakkennis nodig";
  test("are left out of what is compared, and not of what is identical", () => {
    const [own, bare] = [features(`${form}: kennis van snoeien`), features("Kennis van snoeien")];
    expect(own.bag).toEqual(bare.bag);
    expect(own.hash).not.toBe(bare.hash);
  });
  test("stay where they are all there is, and short ones stay anywhere", () => {
    expect(features(form).bag.map(([word]) => word)).toContain("vakkennis");
    expect(features("Geen mens wordt vergeten").bag.map(([word]) => word)).toContain("geen");
  });
});
