/** What is found in the example dossiers, checked against a careful reader; and in the real ones, by counts, codes and hashes. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shortHash } from "../../src/language/hash.js";
import type { Dossier, Unit } from "../../src/model.js";
import { statementHash } from "../../src/parse/ids.js";
import { parseDossiers } from "../../src/parse/index.js";
import type { SourceText } from "../../src/read/index.js";
import { repairText } from "../../src/repair/index.js";
import { describeBronnen } from "../helpers/bronnen.js";
import { covered, expectedOf, expectedStatements, nonWhite, parseFile } from "../helpers/examples.js";

const EXAMPLES = ["kwalificatiedossier-buurtgroen.txt", "ankerpunten-samen-in-de-wijk.txt"];

const tally = (values: readonly (string | undefined)[]): Record<string, number> => {
  const out: Record<string, number> = {};
  for (const value of values) if (value !== undefined) out[value] = (out[value] ?? 0) + 1;
  return out;
};
const unitOf = (dossier: Dossier, id: string | null): Unit | undefined => dossier.units.find((unit) => unit.id === id);
const own = (dossier: Dossier, unit: Unit) => dossier.statements.filter((statement) => statement.unit === unit.id);
/** Punctuation at the end counts for nothing, nor what only repair can mend. */
const bare = (text: string): string => text.replace(/[.;:,\s]+$/, "");

describe.each(EXAMPLES)("%s", async (file) => {
  const { source, dossiers } = await parseFile(`data/voorbeeld/${file}`);
  const expected = expectedOf(file);

  it("holds its dossiers", () => {
    expect(dossiers.map(({ title, kind }) => [title, kind])).toEqual(
      expected.dossiers.map(({ title, kind }) => [title, kind]),
    );
    for (const [i, { level, declaredSynonyms }] of expected.dossiers.entries()) {
      const dossier = dossiers[i] as Dossier;
      if (level) expect(dossier.level).toMatchObject(level);
      expect(dossier.declaredSynonyms.map(({ term, members }) => ({ term, members }))).toEqual(declaredSynonyms);
    }
  });

  it("has its units, with their codes, parents, sections, scopes and competencies", () => {
    for (const [i, { units }] of expected.dossiers.entries()) {
      const dossier = dossiers[i] as Dossier;
      for (const wanted of units) {
        if (wanted.code === null && wanted.statements === 0) continue;
        const unit = dossier.units.find(({ code, kind, title }) =>
          wanted.code === null ? kind === wanted.kind && title === wanted.title : code === wanted.code,
        );
        expect(unit, `${dossier.title}: ${wanted.code ?? wanted.title}`).toBeDefined();
        const found = unit as Unit;
        const statements = own(dossier, found);
        const parent = unitOf(dossier, found.parent);
        expect({
          code: found.code,
          kind: found.kind,
          origin: found.codeOrigin ?? undefined,
          parent: wanted.parent === undefined ? undefined : [parent?.code, parent?.title].includes(wanted.parent),
          statements: statements.length,
          sections: wanted.sections && tally(statements.map(({ section }) => section)),
          scopes: wanted.scopes && tally(statements.map(({ scope }) => scope)),
          competencies: wanted.competencies && found.competencies,
        }).toEqual({
          code: wanted.code,
          kind: wanted.kind,
          origin: wanted.codeOrigin,
          parent: wanted.parent === undefined ? undefined : true,
          statements: wanted.statements,
          sections: wanted.sections,
          scopes: wanted.scopes,
          competencies: wanted.competencies,
        });
      }
      const codes = units.flatMap(({ code }) => code ?? []);
      const extra = dossier.units.filter(({ code }) => code !== null && !codes.includes(code));
      // Profiles of which only the parts are listed stand above them and go by their codes.
      expect(extra.map(({ title }) => title)).toEqual(
        extra.map(({ kind, code }) => `${kind === "profieldeel" ? "Profieldeel" : "Kerntaak"} ${code}`),
      );
    }
  });

  it("has its statements, in their places", () => {
    const wanted = expectedStatements(file);
    const found = dossiers.flatMap((dossier) => dossier.statements.map((statement) => ({ dossier, ...statement })));
    expect(found.map(({ source: at }) => [at.start, at.end])).toEqual(wanted.map(({ at }) => at));
    for (const [i, { dossier, unit, section, lead, scope }] of found.entries()) {
      const one = wanted[i] as (typeof wanted)[number];
      const { code, title } = unitOf(dossier, unit) as Unit;
      const names = [
        code,
        title,
        code === "B1" ? "Basisdeel" : "",
        code?.startsWith("P") && !code.includes("-") ? "Profieldeel" : "",
      ];
      expect(names).toContain(one.unit);
      expect({ section: one.section ? section : one.section, lead, scope }).toEqual({
        section: one.section,
        lead: one.lead,
        scope: one.scope,
      });
    }
    const same = found.filter(({ text }, i) => bare(text as string) === bare(wanted[i]?.text as string)).length;
    expect(same).toBeGreaterThanOrEqual(wanted.length - 3);
  });

  it("counts every character once, none unparsed", () => {
    expect(covered(dossiers)).toBe(nonWhite(source.text));
    for (const { coverage } of dossiers) expect(coverage.unparsed).toBe(0);
  });
});

/** Text as it stands, so that the hashes below hold whatever is repaired. */
function unrepaired(path: string): Dossier[] {
  const text = readFileSync(path, "utf8");
  const source: SourceText = { file: "x.txt", sha256: "", format: "text", text };
  return parseDossiers(source, repairText(text, { repair: false }));
}
const hashOf = (dossier: Dossier): string =>
  shortHash(dossier.statements.map(({ text }) => statementHash(text as string)).join(" "));
const places = (dossier: Dossier): string =>
  shortHash(
    dossier.statements
      .map(({ unit, section, scope, source: at }) =>
        [unitOf(dossier, unit)?.code, section, scope ? "scope" : "", at.start, at.end, at.parts?.length ?? 1].join(),
      )
      .join(" "),
  );
const codesOf = (dossier: Dossier, kind: Unit["kind"]): (string | null)[] =>
  dossier.units.filter((unit) => unit.kind === kind).map(({ code }) => code);
const range = (prefix: string, n: number, from = 1): string[] =>
  Array.from({ length: n }, (_, i) => `${prefix}${i + from}`);

describeBronnen("the real kwalificatiedossier", async (folder) => {
  const path = `${folder}/kwalificatiedossier-maatschappelijke-zorg.txt`;
  const { source, dossiers } = await parseFile(path);
  const [dossier] = dossiers as [Dossier];
  const werkprocessen = dossier.units.filter(({ kind }) => kind === "werkproces");
  const described = werkprocessen.filter((unit) => own(dossier, unit).length > 0);

  it("has the 43 werkprocessen of its overview, each with a title", () => {
    expect(dossiers).toHaveLength(1);
    expect(codesOf(dossier, "werkproces")).toEqual([
      ...range("B1-K1-W", 7),
      ...range("B1-K2-W", 2),
      ...range("P1-K1-W", 4),
      ...range("P2-K1-W", 3),
      ...range("P3-K1-W", 8),
      ...range("P4-K1-W", 6),
      ...range("P5-K1-W", 7),
      ...range("P6-K1-W", 6),
    ]);
    expect(werkprocessen.every(({ title }) => title.length > 10)).toBe(true);
    expect(codesOf(dossier, "profieldeel")).toEqual(range("P", 6));
    expect(codesOf(dossier, "kerntaak")).toEqual(["B1-K1", "B1-K2", ...range("P", 6).map((p) => `${p}-K1`)]);
  });

  it("finds the profile that is described, though its headings are lost and its name is misprinted", () => {
    const profile = dossier.units.find(({ code }) => code === "P6") as Unit;
    expect(profile).toMatchObject({ codeOrigin: "inferred", level: { mbo: 4 } });
    expect(profile.title).toBe(dossier.title);
    expect(dossier.units.find(({ code }) => code === "P1")?.title).toBe("Profieldeel P1");
    expect(dossier.level).toMatchObject({ mbo: 4, nlqf: 4 });
    expect(described.map(({ code, codeOrigin }) => [code, codeOrigin])).toEqual([
      ...range("B1-K1-W", 7).map((code) => [code, "source"]),
      ...range("B1-K2-W", 2).map((code) => [code, "source"]),
      ...range("P6-K1-W", 6).map((code) => [code, "inferred"]),
    ]);
  });

  it("has the competencies of each werkproces", () => {
    expect(described.map(({ competencies }) => competencies.join(""))).toEqual([
      ..."DMN CDFK CEKLRT CDLQ CDETV EGHQ DJM JKP HST".split(" "),
      ..."EJM CDF CDFU CFGRU BCEQ BCD".split(" "),
    ]);
  });

  it("has its statements by unit and section, and the additions for one profile", () => {
    expect(tally(dossier.statements.map(({ section }) => section))).toEqual({
      context: 7,
      houding: 9,
      resultaat: 25,
      complexiteit: 19,
      verantwoordelijkheid: 17,
      vakkennis: 74,
      omschrijving: 104,
      gedrag: 94,
      typering: 7,
    });
    const scoped = dossier.statements.filter(({ scope }) => scope !== undefined);
    expect(scoped).toHaveLength(29);
    expect(new Set(scoped.map(({ scope }) => scope))).toEqual(new Set([dossier.title]));
    expect(dossier.declaredSynonyms.map(({ members }) => members.length)).toEqual([9, 8, 9]);
    expect(places(dossier)).toBe("1tyx4u0u");
    expect(hashOf(unrepaired(path)[0] as Dossier)).toBe("3g9hhehs");
  });

  it("counts every character once, none unparsed", () => {
    expect(covered(dossiers)).toBe(nonWhite(source.text));
    expect(dossier.coverage.unparsed).toBe(0);
    expect(dossier.coverage.background / nonWhite(source.text)).toBeLessThan(0.1);
  });
});

describeBronnen("the real file of anchor points", async (folder) => {
  const path = `${folder}/ankerpunten-interprofessioneel-samenwerken.txt`;
  const { source, dossiers } = await parseFile(path);

  it("has five dossiers with 5, 6, 6, 13 and 8 werkprocessen", () => {
    expect(dossiers.map((dossier) => codesOf(dossier, "werkproces"))).toEqual([
      ["B1-K1-W5", "B1-K2-W1", "B1-K2-W2", "P1-K1-W3", "P1-K1-W4"],
      ["B1-K1-W5", "B1-K2-W1", "B1-K2-W2", "P2-K1-W3", "P2-K1-W7", "P2-K2-W1"],
      ["B1-K1-W5", "B1-K2-W1", "B1-K2-W2", "P3-K1-W1", "P3-K1-W4", "P3-K2-W2"],
      [
        ...["B1-K1-W1", "B1-K2-W2", "B1-K3-W2", "B1-K3-W6", "B1-K3-W9", "P2-K1-W1", "P2-K1-W3", "P2-K1-W5"],
        ...["P3-K1-W4", "P4-K1-W1", "P4-K1-W2", "P4-K1-W4", "P5-K1-W5"],
      ],
      [...range("B1-K1-W", 6), "B1-K2-W3", "B1-K2-W4"],
    ]);
    expect(dossiers.map(({ version }) => version)).toEqual([...Array(4).fill("01/08/21"), "01/08/20"]);
  });

  it("has their statements", () => {
    expect(dossiers.map(({ statements }) => statements.length)).toEqual([37, 49, 51, 126, 54]);
    expect(dossiers.map(places)).toEqual(["yr8b727b", "1coxno7l", "irb0dgys", "2zad07w7", "vxetvctc"]);
    expect(unrepaired(path).map(hashOf)).toEqual(["s0c4mjoj", "r88i7xaw", "jdwqe0a8", "vltj35xq", "hhdcrvtr"]);
  });

  it("has the same basisdeel three times, as it says", () => {
    const basis = dossiers.slice(0, 3).map((dossier) => {
      const ids = new Set(dossier.units.filter(({ code }) => code?.startsWith("B1-K2")).map(({ id }) => id));
      return dossier.statements.filter(({ unit }) => ids.has(unit)).length;
    });
    expect(new Set(basis).size).toBe(1);
    expect(
      dossiers.slice(0, 3).every(({ units }) => units.find(({ code }) => code === "B1")?.title.includes("identiek")),
    ).toBe(true);
  });

  it("harvests its notes, and has no other background but what stands before the first", () => {
    expect(dossiers.map(({ declaredSynonyms }) => declaredSynonyms.map(({ members }) => members.length))).toEqual([
      [1, 1, 6],
      [1, 1, 6],
      [1, 1, 6, 1],
      [1, 1, 6],
      [6, 1, 1],
    ]);
    expect(covered(dossiers)).toBe(nonWhite(source.text));
    expect(dossiers.map(({ coverage }) => coverage.unparsed)).toEqual([0, 0, 0, 0, 0]);
  });
});
