import { describe, expect, test } from "vitest";
import {
  alignment,
  Counterparts,
  compareSettings,
  counterpartsOf,
  levelsOf,
  match,
  overlap,
  sameMeaning,
  scoredAmong,
  sharedGroups,
} from "../../src/compare/index.js";
import type { Corpus, Dossier } from "../../src/model.js";
import { listCorpus, unitCorpus } from "../helpers/corpora.js";

const corpus = await listCorpus({
  a: ["Stelt een werkplan op", "Snoeit heggen", "Overlegt met de klant", "Zingt in een koor"],
  b: ["Overlegt met cliënten", "Stelt een werkplan op", "Knipt hagen en heggen"],
  c: ["Stelt een werkplan op", "Stelt een werkplan op", "Bakt brood", "Bespreekt het werk met de klant"],
});
const threshold = 0.4;
const all = new Counterparts(corpus.dossiers, compareSettings({ threshold }));
const part = (d: number): Corpus => ({ ...corpus, dossiers: [corpus.dossiers[d] as Dossier] });
const pairs: [number, number][] = [
  [0, 1],
  [1, 0],
  [0, 2],
  [2, 1],
];

describe("what is said of two dossiers is the same everywhere", () => {
  test.each(pairs)("%i and %i: the counts of overlap, the best rows of match, the list of counterparts", (a, b) => {
    const two: Corpus = { ...corpus, dossiers: [a, b].map((d) => corpus.dossiers[d] as Dossier) };
    const [cell] = overlap(two, { threshold }).cells;
    const counted = (cell?.identical ?? 0) + (cell?.near ?? 0);
    expect(counted).toBeGreaterThan(0);
    expect(cell?.aInB).toBeCloseTo(counted / (cell?.aStatements ?? 0), 9);
    const best = match(part(a), part(b), { top: 1, min: threshold }).rows;
    expect(best).toHaveLength(counted);
    const listed = counterpartsOf(all, a, b, corpus.settings);
    const own = listed.pairs.filter(({ from }) => from !== "b");
    expect(own.map((pair) => pair.a).sort()).toEqual(best.map((row) => row.a).sort());
    for (const { a: id, score } of own) expect(score).toBeCloseTo(best.find((row) => row.a === id)?.score ?? 0, 9);
    expect([...own.map((pair) => pair.a), ...listed.onlyA].sort()).toEqual(
      part(a)
        .dossiers[0]?.statements.map(({ id }) => id)
        .sort(),
    );
  });

  test("the counterparts of b and a are those of a and b", () => {
    const [there, back] = [counterpartsOf(all, 0, 1, corpus.settings), counterpartsOf(all, 1, 0, corpus.settings)];
    expect(
      back.pairs.map(({ a, b, score, from }) => ({ a: b, b: a, score, from: { a: "b", b: "a", both: "both" }[from] })),
    ).toEqual(expect.arrayContaining(there.pairs.map(({ a, b, score, from }) => ({ a, b, score, from }))));
    expect([back.onlyA, back.onlyB]).toEqual([there.onlyB, there.onlyA]);
  });

  test("statements have one number where they are in one group, or say the same again in one dossier", () => {
    const numbers = sameMeaning(all);
    const numberOf = (id: string) =>
      corpus.dossiers
        .flatMap(({ statements }, d) => statements.map((one, i) => (one.id === id ? numbers[d]?.[i] : null)))
        .find((n) => n != null);
    for (const { statements } of sharedGroups(all))
      expect(new Set(statements.map(({ id }) => numberOf(id))).size).toBe(1);
    expect(numberOf("c-2")).toBe(numberOf("c-1"));
    expect(numberOf("a-1")).toBe(numberOf("c-1"));
    expect(new Set([numberOf("a-2"), numberOf("a-4"), numberOf("c-3")]).size).toBe(3);
  });
});

test("an alignment says of any two what they would be to each other", () => {
  const { result, has, pair } = alignment(part(0), part(1), { by: "statement", threshold });
  const [made] = result.pairs;
  expect(pair(made?.a ?? "", made?.b ?? "")).toEqual(made);
  expect(pair("a-4", "b-2")?.score).toBeLessThan(threshold);
  expect([has("a", "a-4"), has("b", "a-4"), pair("a-4", "weg")]).toEqual([true, false, null]);
});

test("up to 5,000 candidates all are scored; of more 30 for each row asked, and never fewer than 300", () => {
  expect([0, 5000, 5001, 100_001].map((size) => scoredAmong(size, 10))).toEqual([null, null, 500, 500]);
  expect([1, 11, 50].map((top) => scoredAmong(100_001, top))).toEqual([500, 550, 2500]);
});

test("the level of a statement is its own, else its unit's, else those of its variants, else the dossier's", () => {
  const [dossier] = unitCorpus("een", [
    { kind: "kerntaak", code: "1", title: "Werkt" },
    { kind: "taak", code: "2", parent: "1", title: "Snoeit", texts: ["Snoeit heggen"] },
  ]).dossiers as [Dossier];
  const [statement] = dossier.statements as [Dossier["statements"][0]];
  const level = (label: string) => ({ label });
  const labels = (of: Partial<Dossier>, own: Partial<typeof statement> = {}) =>
    levelsOf({ ...dossier, ...of }, { ...statement, ...own }).map(({ label }) => label);
  const variants = ["laag", "hoog"].map((id) => ({ id, title: id, level: level(id) }));
  const marked = { variants: { laag: "full", hoog: "partial" } } as const;
  const units = dossier.units.map((unit, i) => (i === 0 ? { ...unit, level: level("kerntaak") } : unit));
  expect(labels({})).toEqual([]);
  expect(labels({ level: level("dossier") })).toEqual(["dossier"]);
  expect(labels({ level: level("dossier"), variants }, marked)).toEqual(["laag", "hoog"]);
  expect(labels({ level: level("dossier"), variants, units }, marked)).toEqual(["kerntaak"]);
  expect(labels({ units }, { level: level("eigen") })).toEqual(["eigen"]);
});
