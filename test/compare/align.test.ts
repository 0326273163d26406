import { describe, expect, test } from "vitest";
import { align } from "../../src/compare/align.js";
import { SelectionError } from "../../src/compare/index.js";
import { withoutText } from "../../src/corpus/index.js";
import { listCorpus, unitCorpus } from "../helpers/corpora.js";

const planting = ["Snoeit heggen en struiken in het voorjaar", "Kiest planten die bij de grond passen"];
const books = ["Adviseert lezers over boeken die bij hen passen", "Houdt de collectie op orde"];
const safety = ["Draagt beschermende kleding bij het werk met machines", "Meldt gevaarlijke situaties"];

const garden = unitCorpus("tuin", [
  { kind: "kerntaak", code: "K1", title: "Onderhoudt het groen" },
  { kind: "werkproces", code: "K1-W1", parent: "K1", title: "Verzorgt de beplanting", texts: planting },
  { kind: "werkproces", code: "K1-W2", parent: "K1", title: "Werkt veilig", texts: safety },
  { kind: "werkproces", code: "K1-W3", parent: "K1", title: "Staat alleen in het overzicht" },
]);
const mixed = unitCorpus("wijk", [
  { kind: "taakgebied", code: "A", title: "Werkzaamheden" },
  { kind: "taak", code: "1", parent: "A", title: "Adviseren over boeken", sections: { taak: books } },
  {
    kind: "taak",
    code: "2",
    parent: "A",
    title: "Verzorgen van de beplanting",
    sections: { taak: ["Snoeit struiken en heggen in het najaar", "Kiest planten die passen bij de grond"] },
  },
]);

describe("align by units", () => {
  const result = align(garden, mixed);
  test("pairs a werkproces with a taak, one rank by other names, and leaves what has no counterpart", () => {
    expect(result.pairs.map(({ aCode, bCode }) => [aCode, bCode])).toEqual([["K1-W1", "2"]]);
    expect(result.onlyA).toEqual([{ id: "tuin/k1-w2", code: "K1-W2", title: "Werkt veilig" }]);
    expect(result.onlyB).toEqual([{ id: "wijk/1", code: "1", title: "Adviseren over boeken" }]);
  });
  test("units without statements are not paired, and named apart", () => {
    expect(result.empty).toEqual({ a: ["tuin/k1-w3"], b: [] });
  });
  test("every pair shows what carried it: the title, then the best pairs of statements", () => {
    const [title, first] = result.pairs[0]?.evidence ?? [];
    expect(title?.kind).toBe("title");
    expect(first).toMatchObject({ kind: "statements", a: "tuin/k1-w1/omschrijving-2", b: "wijk/2/taak-2" });
  });
  test("a kind that is named chooses its rank; a kerntaak holds the statements of its werkprocessen", () => {
    const { pairs, settings } = align(garden, mixed, { unitKind: "taakgebied", threshold: 0 });
    expect(settings.kinds).toContain("kerntaak");
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([["tuin/k1", "wijk/a"]]);
  });
  test("no rank in common is an error that says so", () => {
    expect(() => align(garden, mixed, { unitKind: "competentie" })).toThrow(SelectionError);
    const other = unitCorpus("x", [{ kind: "section", title: "Context", texts: planting }]);
    expect(() => align(garden, other)).toThrow(/--by statement/);
  });
  test("a corpus without text gives the same", () => {
    expect(align(withoutText(garden), withoutText(mixed)).pairs).toEqual(result.pairs);
  });
  test("the sides are equal: turned around, the pairs and their scores are the same and broader is narrower", () => {
    const back = align(mixed, garden);
    expect(back.pairs.map(({ a, b, score }) => ({ a: b, b: a, score }))).toEqual(
      result.pairs.map(({ a, b, score }) => ({ a, b, score })),
    );
  });
});

test("the indicators of a competency are one unit of the rank of taken; its other statements do not count there", () => {
  const school = unitCorpus("school", [
    {
      kind: "competentie",
      code: "1",
      title: "Verzorgen",
      sections: { indicator: planting, ontwikkelbaarheid: ["Te leren door een training te volgen"] },
    },
    { kind: "competentie", code: "2", title: "Leren", sections: { omschrijving: books } },
  ]);
  const { pairs, onlyA } = align(school, mixed);
  expect(pairs.map(({ aCode, bCode, evidence }) => [aCode, bCode, evidence.length])).toEqual([["1", "2", 3]]);
  expect(onlyA).toEqual([]);
});

test("a unit is not broader for having results and behaviour where the other kind of document has none", () => {
  const long = unitCorpus("lang", [
    {
      kind: "werkproces",
      code: "W1",
      title: "Verzorgt de beplanting",
      sections: {
        omschrijving: planting,
        resultaat: ["De tuin is op tijd klaar voor het seizoen", "De opdrachtgever is tevreden"],
        gedrag: ["toont geduld", "werkt nauwkeurig volgens de planning"],
      },
    },
  ]);
  const short = unitCorpus("kort", [
    { kind: "taak", code: "1", title: "Verzorgen van de beplanting", sections: { taak: planting } },
  ]);
  expect(align(long, short).pairs[0]).toMatchObject({ relation: "exact", aInB: expect.any(Number) });
});

test("what asks all of the other and as much again is broader, seen from the other", () => {
  const one = unitCorpus("een", [{ kind: "taak", code: "1", title: "Verzorgen", texts: planting }]);
  const two = unitCorpus("twee", [
    { kind: "taak", code: "1", title: "Verzorgen", texts: [...planting, ...books, ...safety] },
  ]);
  expect(align(one, two).pairs[0]?.relation).toBe("broader");
  expect(align(two, one).pairs[0]?.relation).toBe("narrower");
});

describe("align by statements", async () => {
  const a = await listCorpus({ a: ["Overlegt met het team over de planning", "Snoeit heggen", "Draagt een helm"] });
  const b = await listCorpus({ b: ["Snoeit de heggen", "Zij overlegt met het team over de planning."] });
  const result = align(a, b, { by: "statement" });
  test("finds the best assignment, with the texts", () => {
    expect(result.pairs.map((pair) => [pair.a, pair.b, pair.relation])).toEqual([
      ["a-1", "b-2", "exact"],
      ["a-2", "b-1", "exact"],
    ]);
    expect(result.pairs[0]).toMatchObject({ score: 1, aText: "Overlegt met het team over de planning" });
    expect(result.onlyA).toEqual([{ id: "a-3", text: "Draagt een helm" }]);
    expect(result.onlyB).toEqual([]);
  });
  test("a statement that is part of another is narrower, however high the score", async () => {
    const part = await listCorpus({
      a: ["Observeert", "Komt gemaakte afspraken na en voert een correcte administratie"],
    });
    const whole = await listCorpus({
      b: ["Observeert de omgeving van de bewoner en controleert de bevindingen", "Komt gemaakte afspraken na"],
    });
    const relations = align(part, whole, { by: "statement", threshold: 0.3 }).pairs.map((pair) => pair.relation);
    expect(relations).toEqual(["broader", "narrower"]);
  });
  test("the same content at a higher level is more, and the evidence says by which scale", async () => {
    const plain = await listCorpus({
      a: ["Heeft kennis van snoeitechnieken", "Snoeit de oude hagen onder begeleiding"],
    });
    const deep = await listCorpus({
      b: ["Heeft specialistische kennis van snoeitechnieken", "Snoeit zelfstandig de oude hagen"],
    });
    const of = (result: ReturnType<typeof align>) => result.pairs.map(({ relation }) => relation);
    const found = align(plain, deep, { by: "statement" });
    expect(of(found)).toEqual(["broader", "broader"]);
    expect(found.pairs[0]?.evidence).toContainEqual({ kind: "level", scale: "knowledge", a: 3, b: 5 });
    expect(of(align(deep, plain, { by: "statement" }))).toEqual(["narrower", "narrower"]);
    expect(of(align(deep, deep, { by: "statement" }))).toEqual(["exact", "exact"]);
  });
  test("decisions made beforehand hold, and the rest is assigned anew", () => {
    const { pairs, onlyA } = align(a, b, { by: "statement", forbidden: [["a-1", "b-2"]], fixed: [["a-3", "b-2"]] });
    expect(pairs.map((pair) => [pair.a, pair.b])).toEqual([
      ["a-2", "b-1"],
      ["a-3", "b-2"],
    ]);
    expect(onlyA.map(({ id }) => id)).toEqual(["a-1"]);
  });
});
