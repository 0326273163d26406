import { expect, test } from "vitest";
import { fullRows, shortlistScores } from "../../src/compare/full-rows.js";
import { fullScores } from "../../src/compare/full-scores.js";
import { share } from "../../src/node/index.js";
import { DEFAULT_WEIGHTS, type Neighbours } from "../../src/similarity/index.js";
import { listCorpus } from "../helpers/corpora.js";

const corpus = await listCorpus({
  a: ["Overlegt met het team", "Maakt een planning", "Overlegt met het hele team", "…"],
  b: ["Overlegt met collega's", "Houdt de planning bij", "Snoeit de heg"],
});
const other = await listCorpus({ c: ["Bespreekt het rooster met de ploeg", "Knipt hagen"] });
const choice = { top: 2, min: 0, groups: null };
const rows = (found: Neighbours) =>
  Array.from({ length: found.to - found.from }, (_, i) =>
    Array.from({ length: found.countOf(found.from + i) }, (_, rank) => found.at(found.from + i, rank)),
  );

test.each([
  ["itself", corpus, corpus],
  ["another", other, corpus],
])("parts of a match with %s, by shared numbers alone, make the whole", (_, a, b) => {
  const { scores, plan } = fullScores(a, b, { ...DEFAULT_WEIGHTS, stems: 1 }, 3, []);
  if (!plan) throw new Error("no plan");
  const size = a.dossiers.reduce((sum, { statements }) => sum + statements.length, 0);
  const whole = fullRows(scores(), choice, 0, size);
  const parts = [0, 1].map((k) => ({ plan, choice, from: k, to: k === 0 ? 1 : size }));
  share(parts);
  const made = parts.map((part) => {
    // As a thread gets it: memory is shared, all else copied.
    const sent = structuredClone(part);
    expect(sent.plan.columns.bags.words.buffer).toBeInstanceOf(SharedArrayBuffer);
    return fullRows(shortlistScores(sent.plan), sent.choice, sent.from, sent.to);
  });
  expect(made.flatMap(({ neighbours }) => rows(neighbours))).toEqual(rows(whole.neighbours));
  expect(rows(whole.neighbours).flat().length).toBeGreaterThan(0);
  expect(fullRows(scores(), choice, 0, size)).toEqual(whole);
});

test("columns that are shared already are left as they are", () => {
  const data = { list: [new Int32Array([1, 2])], none: null, name: "x" };
  share(data);
  const [moved] = data.list;
  share(data);
  expect(data.list[0]).toBe(moved);
  expect([...(moved as Int32Array)]).toEqual([1, 2]);
});
