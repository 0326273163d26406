import { describe, expect, test } from "vitest";
import { match } from "../../src/compare/match.js";
import { SelectionError } from "../../src/compare/selection-error.js";
import { withoutText } from "../../src/corpus/index.js";
import { listCorpus } from "../helpers/corpora.js";

const corpus = await listCorpus({
  a: ["Overlegt met het team", "Maakt een planning", "Overlegt met het hele team"],
  b: ["Overlegt met het team", "Houdt de planning bij", "…"],
});

describe("match of one corpus with itself", () => {
  const { rows } = match(corpus);
  test("leaves out statements of the same dossier", () => {
    for (const { a, b } of rows) expect(a[0]).not.toBe(b[0]);
  });
  test("ranks from 1, best first, in the order of the corpus", () => {
    const own = rows.filter((row) => row.a === "b-1");
    expect(own.map((row) => [row.b, row.rank]).slice(0, 2)).toEqual([
      ["a-1", 1],
      ["a-3", 2],
    ]);
    expect(own.map((row) => row.score)).toEqual(own.map((row) => row.score).sort((x, y) => y - x));
    expect(rows[0]).toMatchObject({ a: "a-1", b: "b-1", score: 1, rank: 1 });
  });
  test("a statement that shares nothing has no rows", () => {
    expect(rows.filter((row) => row.a === "b-3")).toEqual([]);
  });
});

test("top and min limit the rows, and stand in the settings", () => {
  const result = match(corpus, undefined, { top: 1, min: 0.8 });
  expect(result.rows.map(({ a, b }) => [a, b])).toEqual([
    ["a-1", "b-1"],
    ["a-3", "b-1"],
    ["b-1", "a-1"],
  ]);
  expect(result.settings).toMatchObject({ top: 1, min: 0.8, rarity: "background" });
});

test("two corpora are compared across, dossiers of one name too", async () => {
  const left = await listCorpus({ a: ["Overlegt met het team"] });
  expect(match(left, left).rows).toEqual([{ a: "a-1", b: "a-1", score: 1, rank: 1 }]);
});

describe("the signal words", () => {
  test("is plain TF-IDF over the input itself", async () => {
    const three = await listCorpus({ a: ["plant het werk"], b: ["plant het groen"], c: ["meet water"] });
    const { rows, settings } = match(three, undefined, { signals: "words" });
    const [common, rare] = [Math.log(4 / 3) + 1, Math.log(2) + 1];
    const square = 3 * common ** 2;
    expect(rows[0]?.score).toBeCloseTo(square / (square + 2 * rare ** 2), 9);
    expect(settings).toMatchObject({ signals: "words", rarity: "input" });
  });
  test("refuses a corpus without text", () => {
    expect(() => match(withoutText(corpus), undefined, { signals: "words" })).toThrow(SelectionError);
  });
});

test("a corpus without text gives the same scores", () => {
  expect(match(withoutText(corpus)).rows).toEqual(match(corpus).rows);
});

test("nothing to compare gives no rows", async () => {
  expect(match(await listCorpus({ a: ["Overlegt"] })).rows).toEqual([]);
});
