import { describe, expect, test } from "vitest";
import { findAnchors, findGaps, themeById } from "../../src/compare/index.js";
import { withoutText } from "../../src/corpus/index.js";
import type { Corpus } from "../../src/model.js";
import { parseTheme } from "../../src/themes/index.js";
import { parseCorpus } from "../../src/validate.js";
import { unitCorpus } from "../helpers/corpora.js";

const corpus = unitCorpus("bouw", [
  { kind: "kerntaak", code: "K1", title: "Bouwt" },
  {
    kind: "werkproces",
    code: "W1",
    title: "Stemt af",
    parent: "K1",
    sections: {
      omschrijving: ["Overlegt met collega's.", "Meldt fouten bij de uitvoerder."],
      gedrag: ["Werkt netjes."],
    },
  },
  { kind: "werkproces", code: "W2", title: "Vraagt hulp", parent: "K1", texts: ["Schakelt zo nodig een monteur in."] },
  { kind: "kerntaak", code: "K2", title: "Ruimt op" },
  { kind: "werkproces", code: "W3", title: "Veegt", parent: "K2", texts: ["Veegt de werkplaats."] },
  { kind: "werkproces", code: "W4", title: "Sorteert", parent: "K2", texts: [] },
]);

describe("findAnchors", () => {
  const result = findAnchors(corpus);
  test("lists every statement with its label", () => {
    expect(result.theme).toBe("interprofessioneel-samenwerken");
    expect(result.statements.map(({ label }) => label)).toEqual(["kern", "kern", "geen", "rand", "geen"]);
  });
  test("units are labelled by their own statements, and know what is under them", () => {
    expect(
      result.units.map(({ code, label, core, marginal, statements, under }) => [
        code,
        label,
        core,
        marginal,
        statements,
        under.core + under.marginal,
        under.statements,
      ]),
    ).toEqual([
      ["K1", "geen", 0, 0, 0, 3, 4],
      ["W1", "kern", 2, 0, 3, 2, 3],
      ["W2", "rand", 0, 1, 1, 1, 1],
      ["K2", "geen", 0, 0, 0, 0, 1],
      ["W3", "geen", 0, 0, 1, 0, 1],
      ["W4", "geen", 0, 0, 0, 0, 0],
    ]);
  });
  test("names the highest units that carry nothing, and not those without statements", () => {
    expect(result.none.map(({ code }) => code)).toEqual(["K2"]);
  });
  test("counts by dossier and section, and partners by dossier", () => {
    expect(result.counts).toEqual([
      { dossier: "bouw", by: "dossier", value: "bouw", core: 2, marginal: 1, statements: 5 },
      { dossier: "bouw", by: "section", value: "omschrijving", core: 2, marginal: 1, statements: 4 },
      { dossier: "bouw", by: "section", value: "gedrag", core: 0, marginal: 0, statements: 1 },
    ]);
    expect(result.facets.find(({ partner }) => partner === "team")).toMatchObject({ core: 1, marginal: 0 });
    expect(result.facets.find(({ partner }) => partner === "new")).toMatchObject({ core: 0, marginal: 0 });
  });
  test("of nothing is nothing", () => {
    expect(findAnchors({ ...corpus, dossiers: [] })).toMatchObject({ statements: [], units: [], counts: [], none: [] });
  });
});

describe("a corpus without text", () => {
  const bare = parseCorpus(JSON.parse(JSON.stringify(withoutText(corpus)))) as Corpus;
  test("gives the same labels, scores, partners and rules, without places", () => {
    const strip = (from: Corpus) => findAnchors(from).statements.map((row) => ({ ...row, text: null, evidence: [] }));
    expect(strip(bare)).toEqual(strip(corpus));
    expect(findAnchors(bare).units).toEqual(findAnchors(corpus).units);
    expect(withoutText(bare)).toEqual(bare);
  });
  test("refuses a theme that it was not labelled for, and another version of one that it was", () => {
    const theme = themeById("digitale-vaardigheden");
    const { hash: _, ...codebook } = theme;
    expect(() => findAnchors(bare, parseTheme({ ...codebook, id: "anders" }))).toThrow(
      /not labelled for the theme "anders"/,
    );
    expect(() => findAnchors(bare, parseTheme({ ...codebook, version: "9.0.0" }))).toThrow(/another version/);
  });
});

test("an unknown theme is refused with those that there are", () => {
  expect(() => themeById("koken")).toThrow(/no theme "koken": there are digitale-vaardigheden, interprof/);
});

describe("findGaps", () => {
  const list = (id: string, texts: readonly string[], nlqf?: number): Corpus["dossiers"][number] => {
    const [dossier] = unitCorpus(id, [{ kind: "taak", title: "Taak", texts }]).dossiers;
    if (!dossier) throw new Error("no dossier");
    return nlqf === undefined ? dossier : { ...dossier, level: { nlqf, label: `NLQF ${nlqf}` } };
  };
  const three: Corpus = {
    ...corpus,
    dossiers: [
      list("a", ["Veegt de werkplaats."]),
      list(
        "b",
        ["Wisselt met de huisarts medische gegevens uit.", "Overlegt met de leverancier over de levertijd."],
        4,
      ),
      list("c", ["Wisselt met de huisarts medische gegevens uit.", "Draagt de nachtdienst over aan collega's."], 3),
    ],
  };
  const theme = themeById("interprofessioneel-samenwerken");
  const [first, second] = findGaps(three, theme).gaps;

  test("the same asked in several dossiers is one gap with its passages, what most ask first", () => {
    expect(first?.missing).toHaveLength(4);
    expect(first?.groups.map(({ dossiers, statements }) => [dossiers.join(" "), statements.length])).toEqual([
      ["b c", 2],
      ["b", 1],
      ["c", 1],
    ]);
    for (const gap of first?.missing ?? []) {
      expect(first?.groups[gap.group]?.statements).toContainEqual({ dossier: gap.dossier, id: gap.id });
    }
  });
  test("nothing is missing that has a counterpart", () => {
    expect(second?.missing.map(({ text }) => text)).toEqual(["Draagt de nachtdienst over aan collega's."]);
  });
  test("a level leaves only what is asked at that level, and stands in the settings", () => {
    const { gaps, settings } = findGaps(three, theme, { level: 3 });
    expect(gaps[0]?.missing.map(({ dossier }) => dossier)).toEqual(["c", "c"]);
    expect(settings).toMatchObject({ level: 3 });
    expect(findGaps(three, theme, { level: 7 }).gaps.flatMap(({ missing }) => missing)).toEqual([]);
  });
});
