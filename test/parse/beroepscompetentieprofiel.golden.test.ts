/** What is found in the example profile, checked against a careful reader; and in the real one, by counts, codes and hashes. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shortHash } from "../../src/language/hash.js";
import type { Dossier, Unit } from "../../src/model.js";
import { statementHash } from "../../src/parse/ids.js";
import { parseDossiers } from "../../src/parse/index.js";
import { repairText } from "../../src/repair/index.js";
import { describeBronnen } from "../helpers/bronnen.js";
import { covered, expectedOf, expectedStatements, nonWhite, parseFile, sideBySide } from "../helpers/examples.js";
import { marksOf } from "../helpers/profiel.js";

const RESULTS = [2, 3, 3, 5, 2, 3, 3, 0, 2, 1, 3, 3, 2, 2, 1, 0, 0, 1, 5, 2, 1, 2, 3, 2, 3, 2, 3, 1, 2, 5, 3, 2, 0];
const ROWS: Record<string, string> = {
  "1.1": "xxxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx --xxx xxxxx --xxx ---xx -oxxx --xxx --xxx --xxx --xxx ---xx",
  "1.2":
    "-xxxx xxxxx -xxxx xxxxx xxxxx -xxxx -xxxx -xxxx -oxxx xxxxx xxxxx -xxxx -xxxx -xxxx -xxxx --xxx -xxxx xxxxx --xxx --xxx --xxx",
  "2.1": "-oxxx oxxxx oxxxx oxxxx oxxxx oxxxx -xxxx -xxxx oxxxx -xxxx -xxxx oxxxx ---xx",
  "2.2": "xxxxx xxxxx xxxxx -xxxx -xxxx --xxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx xxxxx --xxx",
  "2.3": "xxxxx xxxxx xxxxx xxxxx oxxxx xxxxx -xxxx",
  "2.4": "xxxxx xxxxx xxxxx -xxxx -xxxx -xxxx xxxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx",
  "2.5": "xxxxx xxxxx xxxxx -xxxx --xxx -xxxx -xxxx -xxxx -xxxx -xxxx --xxx",
  "2.6": "-xxxx",
  "3.1": "xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx",
  "3.2": "xxxxx -xxxx -xxxx xxxxx -xxxx -xxxx --xxx --xxx xxxxx -oxxx --xxx --xxx --xxx --xxx --xxx --xxx xxxxx xxxxx",
  "3.3": "xxxxx xxxxx xxxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx",
  "3.4": "oxxxx -xxxx -xxxx -xxxx --xxx",
  "4.1": "xxxxx xxxxx oxxxx xxxxx oxxxx -xxxx -xxxx -oxxx -oxxx -oxxx --xxx --xxx",
  "4.2": "xxxxx oxxxx -xxxx -xxxx -xxxx -xxxx -xxxx --xxx --xxx --xxx --xxx --xxx",
  "4.3": "--xxx --xxx --xxx --xxx --xxx --xxx -xxxx -oxxx",
  "4.4": "xxxxx xxxxx xxxxx xxxxx -xxxx ---xx",
  "5.1": "xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx",
  "5.2": "xxxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx -oxxx --xxx",
  "5.3": "xxxxx xxxxx xxxxx xxxxx xxxxx -xxxx -xxxx",
  "5.4": "xxxxx xxxxx xxxxx -xxxx",
  "5.5": "xxxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx -oxxx --xxx --xxx --xxx",
  "5.6": "xxxxx xxxxx -xxxx -xxxx -xxxx",
  "5.7": "xxxxx xxxxx xxxxx xxxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx --xxx --xxx",
  "5.8": "xxxxx xxxxx xxxxx xxxxx -xxxx",
  "6.1":
    "xxxxx xxxxx xxxxx -xxxx -xxxx -xxxx --xxx ----x ----x ---xx --xxx -xxxx -xxxx xxxxx --xxx --xxx ----x --xxx --xxx --xxx -xxxx",
  "6.2": "-xxxx -xxxx -oxxx --xxx -xxxx --xxx --xxx --xxx -xxxx",
  "6.3": "xxxxx xxxxx xxxxx -xxxx --xxx -xxxx -xxxx --xxx --xxx xxxxx xxxxx",
  "6.4": "-xxxx -xxxx -xxxx -xxxx --xxx --xxx --xxx --xxx --xxx --xxx",
  "6.5": "-xxxx -xxxx -xxxx --xxx --xxx",
  "7.1": "xxxxx xxxxx xxxxx xxxxx -xxxx oxxxx xxxxx oxxxx ---xx xxxxx -oxxx oxxxx xxxxx",
  "7.2": "xxxxx xxxxx xxxxx xxxxx oxxxx -xxxx -xxxx -oxxx -oxxx --xxx --xxx ----x",
  "7.3":
    "xxxxx xxxxx xxxxx ---xx oxxxx -xxxx -xxxx -oxxx --xxx --xxx ---xx ---xx --xxx -xxxx ----x --xxx -xxxx ---xx ---xx ----x ---xx --xxx ----x -xxxx --xxx",
  "7.4": "-xxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx -xxxx",
};
const SECTIONS = {
  typering: 86,
  verantwoordelijkheid: 25,
  complexiteit: 21,
  taak: 208,
  omschrijving: 32,
  proces: 361,
  resultaat: 72,
};

const rowsOf = (dossier: Dossier, unit: Unit): string[] =>
  dossier.statements
    .filter(({ unit: own, section }) => own === unit.id && section === "proces")
    .map(({ variants }) => marksOf((dossier.variants ?? []).map(({ id }) => variants?.[id] ?? null)));
const unitsOf = (dossier: Dossier, kind: Unit["kind"]): Unit[] => dossier.units.filter((unit) => unit.kind === kind);
const under = (dossier: Dossier, unit: Unit, section: string): number =>
  dossier.statements.filter((statement) => statement.unit === unit.id && statement.section === section).length;
const tally = (values: readonly string[]): Record<string, number> => {
  const out: Record<string, number> = {};
  for (const value of values) out[value] = (out[value] ?? 0) + 1;
  return out;
};

interface ExpectedMatrix {
  variants: { title: string; level: object }[];
  matrix: { competentie: string; text: string; marks: string[]; disagrees?: boolean }[];
}

describe("beroepscompetentieprofiel-fietstechnicus.txt", async () => {
  const FILE = "beroepscompetentieprofiel-fietstechnicus.txt";
  const { source, dossiers } = await parseFile(`data/voorbeeld/${FILE}`);
  const [dossier] = dossiers as [Dossier];
  const expected = expectedOf(FILE).dossiers[0] as ReturnType<typeof expectedOf>["dossiers"][number] & ExpectedMatrix;

  it("is one dossier, with its variants and their levels", () => {
    expect(dossiers).toHaveLength(1);
    expect([dossier.title, dossier.kind, dossier.level]).toEqual([expected.title, expected.kind, null]);
    expect(dossier.variants).toMatchObject(expected.variants);
    expect(dossier.declaredSynonyms.map(({ term, members }) => ({ term, members }))).toEqual(expected.declaredSynonyms);
  });

  it("has its units, with their codes, parents and sections", () => {
    // Parents are given by code or title; the reader that nests them has one more for the chapter of the variants.
    const { found, wanted } = sideBySide(dossier, {
      ...expected,
      units: expected.units.map(({ parent: _, ...unit }) => unit),
    });
    const order = (units: object[]): string[] => units.map((unit) => JSON.stringify(unit)).sort();
    expect(found).toHaveLength(wanted.length);
    const bare = (units: object[]): object[] =>
      units.map((unit) => {
        const { code, kind, title, statements } = unit as Unit & { statements: number };
        return { code, kind, title, statements };
      });
    expect(order(bare(found))).toEqual(order(bare(wanted)));
  });

  it("has its statements, in their places and sections, with their marks", () => {
    const wanted = expectedStatements(FILE) as (ReturnType<typeof expectedStatements>[number] & {
      variants?: Record<string, string>;
      marks?: string[];
    })[];
    expect(dossier.statements.map(({ text }) => text)).toEqual(wanted.map(({ text }) => text));
    for (const [i, { source: at, section, variants }] of dossier.statements.entries()) {
      const one = wanted[i] as (typeof wanted)[number];
      // The mark of a footnote behind the last word belongs to the page.
      expect([at.start, source.text.slice(at.end, one.at[1])], one.text).toEqual([
        one.at[0],
        expect.stringMatching(/^\d?$/),
      ]);
      if (one.section) expect(section).toBe(one.section);
      const titles = (dossier.variants ?? []).map(({ title }) => title);
      const cells = (dossier.variants ?? []).map(({ id }) => variants?.[id] ?? null);
      if (one.variants) expect(Object.keys(one.variants)).toEqual(titles.filter((_, j) => cells[j] !== null));
      if (one.marks) expect(marksOf(cells)).toBe(one.marks.join("").replaceAll("(x)", "o"));
    }
  });

  it("warns of the row where the white space tells another place", () => {
    const doubted = expected.matrix.filter(({ disagrees }) => disagrees).map(({ text }) => text);
    const warned = dossier.warnings.filter(({ code }) => code === "matrix-row").map(({ at }) => at);
    expect(dossier.statements.filter(({ source: at }) => warned.includes(at.start)).map(({ text }) => text)).toEqual(
      doubted,
    );
  });

  it("counts every character once, none unparsed", () => {
    expect(covered(dossiers)).toBe(nonWhite(source.text));
    expect(dossier.coverage.unparsed).toBe(0);
  });
});

describeBronnen("the real beroepscompetentieprofiel", async (folder) => {
  const path = `${folder}/beroepscompetentieprofiel-begeleider-gehandicaptenzorg.txt`;
  const { source, dossiers } = await parseFile(path);
  const [dossier] = dossiers as [Dossier];

  it("has five variants with their levels, and the taken of each in three taakgebieden", () => {
    expect(dossier.variants?.map(({ level }) => level)).toEqual([
      { mbo: 2, nlqf: 2, label: "mbo-niveau 2" },
      { mbo: 3, nlqf: 3, label: "mbo-niveau 3" },
      { mbo: 4, nlqf: 4, label: "mbo-niveau 4" },
      { nlqf: 5, label: "hbo-associate degree" },
      { nlqf: 6, label: "hbo-bachelor" },
    ]);
    const areas = unitsOf(dossier, "taakgebied");
    expect(areas.map(({ code }) => code)).toEqual(Array(5).fill(["1", "2", "3"]).flat());
    expect(areas.map((unit) => under(dossier, unit, "taak"))).toEqual([
      17, 10, 6, 15, 13, 8, 17, 16, 8, 19, 16, 11, 17, 21, 14,
    ]);
    // Each taak holds for one variant: the one whose heading it stands under.
    const taken = dossier.statements.filter(({ section }) => section === "taak");
    expect(
      tally(taken.map(({ variants }) => marksOf((dossier.variants ?? []).map(({ id }) => variants?.[id] ?? null)))),
    ).toEqual({
      "x----": 33,
      "-x---": 36,
      "--x--": 41,
      "---x-": 46,
      "----x": 52,
    });
  });

  it("has seven competentiegebieden with 33 competencies", () => {
    expect(unitsOf(dossier, "competentiegebied").map(({ code }) => code)).toEqual(["1", "2", "3", "4", "5", "6", "7"]);
    const competencies = unitsOf(dossier, "competentie");
    expect(competencies.map(({ code }) => code)).toEqual(
      [2, 6, 4, 4, 8, 5, 4].flatMap((n, i) => Array.from({ length: n }, (_, j) => `${i + 1}.${j + 1}`)),
    );
    expect(competencies.every(({ title }) => title.length > 8)).toBe(true);
    // One has a title where its description should stand.
    expect(competencies.filter((unit) => under(dossier, unit, "omschrijving") !== 1).map(({ code }) => code)).toEqual([
      "7.4",
    ]);
    expect(competencies.map((unit) => under(dossier, unit, "resultaat"))).toEqual(RESULTS);
  });

  it("has every row of the matrix with its marks", () => {
    const rows = unitsOf(dossier, "competentie").map((unit) => [unit.code, rowsOf(dossier, unit).join(" ")]);
    expect(rows.flatMap(([, marks]) => marks?.split(" ") ?? [])).toHaveLength(361);
    expect(Object.fromEntries(rows)).toEqual(ROWS);
    expect(dossier.warnings.map(({ code }) => code)).toEqual(["matrix-row", "matrix-row"]);
  });

  it("has its statements by section, in their places", () => {
    expect(tally(dossier.statements.map(({ section }) => section))).toEqual(SECTIONS);
    // Where they begin, and the text as it stands where nothing is repaired, so that the hashes hold whatever is.
    const code = (id: string): string => dossier.units.find((unit) => unit.id === id)?.code ?? "";
    const places = dossier.statements.map(({ unit, section, source: at }) => [code(unit), section, at.start].join());
    expect(shortHash(places.join(" "))).toBe("06vkerxp");
    const text = readFileSync(path, "utf8");
    const [raw] = parseDossiers(
      { file: "x.txt", sha256: "", format: "text", text },
      repairText(text, { repair: false }),
    ) as [Dossier];
    const listed = raw.statements.filter(({ section }) => /^(?:taak|proces|resultaat)$/.test(section));
    expect(listed).toHaveLength(208 + 361 + 72);
    expect(shortHash(listed.map((statement) => statementHash(statement.text as string)).join(" "))).toBe("h1q0vao8");
  });

  it("counts every character once, none unparsed; footnotes are lifted out", () => {
    expect(covered(dossiers)).toBe(nonWhite(source.text));
    expect(dossier.coverage.unparsed).toBe(0);
    expect(dossier.coverage.background / nonWhite(source.text)).toBeGreaterThan(0.4);
    expect(repairText(source.text).notes).toHaveLength(26);
    expect(dossier.statements.filter(({ text }) => /\p{L}[.,;]?\d|https?:/u.test(text ?? ""))).toEqual([]);
  });
});
