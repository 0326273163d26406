import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { matching, overlap } from "../../src/compare/overlap.js";
import { withoutText } from "../../src/corpus/index.js";
import { listCorpus } from "../helpers/corpora.js";

const plan = "Stelt samen met het team een plan op";
const report = "Rapporteert over de voortgang van het werk";
const safety = "Werkt veilig volgens de voorschriften";

describe("overlap of two dossiers of unequal size", async () => {
  const corpus = await listCorpus({
    a: [plan, report, safety, "Snoeit heggen en hagen"],
    b: ["Zij stelt samen met het team een plan op.", "Rapporteert over de voortgang van de werkzaamheden"],
  });
  const [cell] = overlap(corpus).cells;
  test("names the direction: how much of a is in b", () => {
    expect(cell).toMatchObject({ a: "a", b: "b", aStatements: 4, bStatements: 2, aInB: 0.5, bInA: 1 });
  });
  test("tells identical from near", () => {
    expect(cell).toMatchObject({ identical: 1, near: 1, bIdentical: 1, bNear: 1 });
  });
  test("jaccard counts pairs once: 2 pairs of 4 + 2 statements", () => {
    expect(cell?.jaccard).toBe(0.5);
  });
  test("a higher threshold leaves less near", () => {
    expect(overlap(corpus, { threshold: 0.99 }).cells[0]).toMatchObject({ identical: 1, near: 0, aInB: 0.25 });
  });
});

test("a dossier without statements compares to nothing, which is not zero", async () => {
  const corpus = await listCorpus({ a: [plan], b: [report] });
  const [first, second] = corpus.dossiers;
  const cells = overlap({
    ...corpus,
    dossiers: [first as never, { ...(second as never as object), statements: [] } as never],
  }).cells;
  expect(cells[0]).toMatchObject({ aInB: null, bInA: null, jaccard: null, similarity: null });
});

test("one dossier has no cells; none has none", async () => {
  const corpus = await listCorpus({ a: [plan] });
  expect(overlap(corpus).cells).toEqual([]);
  expect(overlap({ ...corpus, dossiers: [] })).toMatchObject({ cells: [], shared: [], dossiers: [] });
});

test("what two dossiers are to each other does not change when a third joins", async () => {
  const texts = { a: [plan, report], b: [report, safety] };
  const two = overlap(await listCorpus(texts)).cells[0];
  const three = overlap(await listCorpus({ ...texts, c: [plan, "Iets heel anders over heggen"] })).cells[0];
  expect(three).toEqual(two);
});

test("a corpus without text gives the same numbers", async () => {
  const corpus = await listCorpus({
    a: [plan, report, safety],
    b: [`De medewerker ${plan.toLowerCase()}`, "Houdt toezicht"],
  });
  const bare = withoutText(corpus);
  expect(JSON.stringify(bare)).not.toContain("Rapporteert over");
  expect(overlap(bare).cells).toEqual(overlap(corpus).cells);
  expect(overlap(bare).shared).toEqual(overlap(corpus).shared);
});

describe("shared statements", async () => {
  const corpus = await listCorpus({ a: [plan, safety], b: [plan, report], c: [plan, "Houdt de kas bij"] });
  const { shared } = overlap(corpus);
  test("are grouped over all dossiers, some, or one", () => {
    expect(shared.map((group) => [group.in, group.statements.map((s) => s.id)])).toEqual([
      ["all", ["a-1", "b-1", "c-1"]],
      ["one", ["a-2"]],
      ["one", ["b-2"]],
      ["one", ["c-2"]],
    ]);
  });
  test("hold every statement exactly once, and at most one of a dossier", async () => {
    const word = fc.constantFrom("plan", "team", "werk", "overleg", "verslag", "planning", "teamwerk");
    const texts = fc.array(
      fc.array(word, { minLength: 2, maxLength: 4 }).map((w) => w.join(" ")),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(texts, texts, texts, async (a, b, c) => {
        const result = overlap(await listCorpus({ a, b, c }));
        const ids = result.shared.flatMap((group) => group.statements.map((s) => s.id));
        expect([...ids].sort()).toEqual(
          [...a.map((_, i) => `a-${i + 1}`), ...b.map((_, i) => `b-${i + 1}`), ...c.map((_, i) => `c-${i + 1}`)].sort(),
        );
        for (const group of result.shared) expect(new Set(group.dossiers).size).toBe(group.dossiers.length);
        for (const cell of result.cells) {
          for (const ratio of [cell.aInB, cell.bInA, cell.jaccard, cell.similarity]) {
            expect(ratio).toBeGreaterThanOrEqual(0);
            expect(ratio).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("the best one-to-one matching", () => {
  test("prefers the better pair to the first", () => {
    // 0 fits both, 1 fits only 0's best: two pairs are possible.
    expect(
      matching([
        { a: 0, b: 0, score: 0.9 },
        { a: 0, b: 1, score: 0.8 },
        { a: 1, b: 0, score: 0.7 },
      ]),
    ).toBe(2);
  });
  test("one statement with many counterparts is one pair", () => {
    expect(matching([0, 1, 2].map((b) => ({ a: 0, b, score: 0.6 })))).toBe(1);
  });
  test("no pairs from none", () => {
    expect(matching([])).toBe(0);
  });
});
