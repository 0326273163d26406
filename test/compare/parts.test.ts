import { describe, expect, test } from "vitest";
import { competencyProfile, competencySimilarity } from "../../src/compare/competencies.js";
import { overlap } from "../../src/compare/overlap.js";
import { byProfile, byVariant, profiles, select, selectPart } from "../../src/compare/parts.js";
import { SelectionError } from "../../src/compare/selection-error.js";
import { withoutText } from "../../src/corpus/index.js";
import type { Corpus, Dossier, Unit } from "../../src/model.js";
import { textCorpus } from "../helpers/corpora.js";

const corpus = await textCorpus({
  "dossier.txt": `KWALIFICATIEDOSSIER
Groen in de stad (01/08/24)

Basisdeel

B1-K1: Onderhouden van perken

B1-K1-W1: Snoeit heggen

De vakkracht groen snoeit heggen op tijd. Hij ruimt het snoeisel op.

De onderliggende competenties zijn: Plannen en organiseren, Kwaliteit leveren

Voor Toezichthouder perken geldt aanvullend:
Hij bewaakt de planning van de ploeg.

Profieldeel

P1: Medewerker perken

P1-K1: Planten

P1-K1-W1: Plant bomen

Hij plant bomen volgens de tekening.

P2: Toezichthouder perken

P2-K1: Leiden

P2-K1-W1: Verdeelt het werk

Hij verdeelt het werk over de ploeg.
`,
});
const [dossier] = corpus.dossiers;
if (!dossier) throw new Error("the example was not read");
const texts = (part: string) => selectPart(dossier, part).statements.map((statement) => statement.text);

test("profiles are the profieldelen with a code", () => {
  expect(profiles(dossier).map((unit) => unit.code)).toEqual(["P1", "P2"]);
});

describe("a part", () => {
  test("of a unit is what stands under it, in any case", () => {
    expect(texts("b1-k1-w1")).toHaveLength(3);
    expect(texts("P1-K1")).toEqual(["Hij plant bomen volgens de tekening."]);
  });
  test("of a profile is the basisdeel with the additions for that profile, and its profieldeel", () => {
    expect(texts("P1")).toEqual([
      "De vakkracht groen snoeit heggen op tijd.",
      "Hij ruimt het snoeisel op.",
      "Hij plant bomen volgens de tekening.",
    ]);
    expect(texts("P2")).toContain("Hij bewaakt de planning van de ploeg.");
  });
  test("has the id dossier/part", () => {
    expect(selectPart(dossier, "p2").id).toBe(`${dossier.id}/P2`);
    expect(select(corpus, `${dossier.id}/P2`).id).toBe(`${dossier.id}/P2`);
  });
  test("that is not there is named", () => {
    expect(() => selectPart(dossier, "P9")).toThrow('has no part "P9"');
    expect(() => select(corpus, "iets-anders")).toThrow(SelectionError);
  });
});

test("overlap by profile compares profiles, of one dossier too", () => {
  const result = overlap(corpus, { by: "profile" });
  expect(result.dossiers).toEqual([`${dossier.id}/P1`, `${dossier.id}/P2`]);
  expect(result.cells[0]).toMatchObject({ identical: 2 });
  expect(byProfile(corpus.dossiers)).toHaveLength(2);
});

describe("variants", () => {
  const marks = ["x--", "xx-", "xxx"];
  const split = {
    ...dossier,
    variants: ["hulp", "vakman", "meester"].map((id) => ({ id, title: id, level: null })),
    statements: dossier.statements.slice(0, 3).map((statement, i) => ({
      ...statement,
      variants: Object.fromEntries(
        ["hulp", "vakman", "meester"].flatMap((id, v) => (marks[i]?.[v] === "x" ? [[id, "full" as const]] : [])),
      ),
    })),
  };
  test("hold the statements marked for them", () => {
    expect(["hulp", "VAKMAN", "meester"].map((id) => selectPart(split, id).statements.length)).toEqual([3, 2, 1]);
    expect(selectPart(split, "meester").id).toBe(`${dossier.id}/meester`);
  });
  test("keep the units of their statements, and those above", () => {
    expect(selectPart(split, "hulp").units.map((unit) => unit.code)).toEqual(["B1", "B1-K1", "B1-K1-W1"]);
  });
  test("are compared by overlap; a dossier without variants stays whole", () => {
    const result = overlap({ ...corpus, dossiers: [split, dossier] }, { by: "variant" });
    expect(result.dossiers).toHaveLength(4);
    expect(result.cells[0]).toMatchObject({ aStatements: 3, bStatements: 2, identical: 2, bInA: 1 });
    expect(byVariant([dossier])).toEqual([dossier]);
  });
});

test("competencies as counts of the letters A–Y", () => {
  expect(competencyProfile(dossier).reduce((a, b) => a + b, 0)).toBe(2);
  expect(competencySimilarity(dossier, dossier)).toBe(1);
  expect(competencySimilarity(dossier, { ...dossier, units: [] })).toBeNull();
});

describe("a part of a dossier", () => {
  const text = [
    "# Wijkcoach sport",
    "",
    "## Kerntaak 1 Werken in de wijk",
    ...["overlegt met het team", "maakt een plan", "voert het plan uit", "bewaakt de afspraken"].map(
      (rest) => `- De coach sport in de wijk ${rest}.`,
    ),
    "",
    "## Kerntaak 2 Werken aan kwaliteit",
    "- De coach sport in de wijk evalueert het aanbod.",
    "",
  ].join("\n");

  test("is compared by the features it has in the whole: the same numbers with and without text", async () => {
    const corpus = await textCorpus({ "a.md": text, "b.md": text.replaceAll("coach sport in de wijk", "begeleider") });
    const part = (from: Corpus) => {
      const [a, b] = from.dossiers as [Dossier, Dossier];
      const unit = a.units.find((u) => u.title.includes("kwaliteit")) as Unit;
      return overlap({ ...from, dossiers: [selectPart(a, unit.id.slice(a.id.length + 1)), b] }).cells;
    };
    expect(part(corpus)[0]?.aStatements).toBe(1);
    expect(part(corpus)).toEqual(part(withoutText(corpus)));
  });
});
