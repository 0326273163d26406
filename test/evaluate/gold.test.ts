import { describe, expect, test } from "vitest";
import { evaluate, evaluateLabels, type Gold, readGold } from "../../src/evaluate/index.js";
import { ReadError, readSheet } from "../../src/read/index.js";
import { listCorpus } from "../helpers/corpora.js";

const sheet = (text: string) => readSheet(new TextEncoder().encode(text));
const gold = (text: string): Gold => readGold(sheet(text), "lezer");

describe("a table of gold", () => {
  test("judged pairs, in Dutch or English, with commas, semicolons or tabs", () => {
    for (const text of [
      "vraag,kandidaat,graad\nq1,c1,2\n",
      "Query;Candidate;Grade\nq1;c1;2\n",
      "a\tb\tgraad\nq1\tc1\t2",
    ]) {
      expect(gold(text)).toEqual({ of: "pairs", grades: new Map([["q1", new Map([["c1", 2]])]]) });
    }
  });
  test("labels, a column a coder; an empty cell is no label", () => {
    const { codings } = gold("id,text,lezer1,lezer2\n1,x,kern,\n2,y,geen,rand\n") as Extract<Gold, { of: "labels" }>;
    expect(codings.map(({ coder, labels }) => [coder, [...labels]])).toEqual([
      [
        "lezer1",
        [
          ["1", "kern"],
          ["2", "geen"],
        ],
      ],
      ["lezer2", [["2", "rand"]]],
    ]);
  });
  test("ids that were made harmless for a spreadsheet are what they were", () => {
    expect(gold("vraag,kandidaat,graad\n'=1+1,'-2,1\n")).toMatchObject({
      grades: new Map([["=1+1", new Map([["-2", 1]])]]),
    });
  });
  test.each([
    ["neither pairs nor labels", "id,text\n1,x\n", "no gold"],
    ["a grade that is none", "vraag,kandidaat,graad\nq,c,veel\n", 'line 2: the grade "veel"'],
    ["a negative grade", "vraag,kandidaat,graad\nq,c,-1\n", 'the grade "-1"'],
    ["a pair twice", "vraag,kandidaat,graad\nq,c,1\nq,c,2\n", "line 3: the pair q, c stands twice"],
    ["an id twice", "id,label\n1,kern\n1,geen\n", 'the id "1" stands twice'],
    ["a column twice", "id,label,label\n1,a,b\n", '"label" stands twice'],
    ["no rows", "id,label\n", "no rows"],
    ["an empty file", "", "empty"],
    ["a row that is too long", "id,label\n1,kern,rand\n", "line 2 has 3 cells"],
  ])("%s is one clear line", (_, text, message) => {
    expect(() => gold(text)).toThrow(ReadError);
    expect(() => gold(text)).toThrow(message);
  });
});

describe("judged pairs", async () => {
  const corpus = await listCorpus({
    q: ["Overlegt met het team over de planning", "Snoeit heggen en struiken", "Bakt brood"],
    c: [
      "Zij overlegt met het team over de planning.",
      "Snoeit struiken en hagen",
      "Repareert fietsen",
      "Verkoopt kaas",
    ],
  });
  const pairs = "vraag,kandidaat,graad\nq-1,c-1,2\nq-2,c-2,1\nq-3,c-4,0\n";
  const { result } = evaluate(gold(pairs), corpus);
  if (result.of !== "pairs") throw new Error("judged pairs");
  test("rank the judged queries against all of the list that holds the candidates", () => {
    expect(result).toMatchObject({ queries: 2, withoutPair: 1, candidates: 4 });
    expect(result.ranking.ndcg10).toEqual({ value: 1, low: 1, high: 1, n: 2 });
    // The first of q-2 has grade 1: it is not the same requirement.
    expect(result.ranking.p1.value).toBe(0.5);
    expect(result.perQuery.map(({ query }) => query)).toEqual(["q-1", "q-2"]);
  });
  test("the curve falls in pairs as the threshold rises, and recall with it", () => {
    const { curve } = result.overlap;
    expect(curve).toHaveLength(21);
    for (const [i, point] of curve.slice(1).entries()) {
      expect(point.pairs).toBeLessThanOrEqual(curve[i]?.pairs ?? 0);
      expect(point.recall ?? 0).toBeLessThanOrEqual(curve[i]?.recall ?? 0);
    }
    expect(curve[20]).toEqual({ threshold: 1, pairs: 1, precision: 1, recall: 0.5, f1: 0.666666667 });
  });
  test("classes: every pair counts, those that share nothing too", () => {
    const all = evaluate(gold("vraag,kandidaat,graad\nq-1,c-1,2\n"), corpus, { draws: 10 }).result;
    expect(all).toMatchObject({ kappa: { value: 1, n: 1 }, same: { judged: 1, precision: { value: 1 } } });
  });
  test("the same seed gives the same interval, another may not; the order of files does not matter", () => {
    const turned = { ...corpus, dossiers: [...corpus.dossiers].reverse() };
    expect(evaluate(gold(pairs), turned).result).toEqual(result);
  });
  test("ids that no statement has are named", () => {
    expect(() => evaluate(gold("vraag,kandidaat,graad\nq-1,c-9,2\n"), corpus)).toThrow('"c-9"');
    expect(() => evaluate(gold(pairs), null)).toThrow(ReadError);
  });
  test("plain words can be evaluated too", () => {
    const words = evaluate(gold(pairs), corpus, { signals: "words", draws: 10 });
    expect(words.settings).toMatchObject({ signals: "words", rarity: "input", draws: 10 });
  });
});

describe("labels", () => {
  const coding = (coder: string, labels: string) => ({
    coder,
    labels: new Map([...labels].map((label, i) => [`s${i}`, label])),
  });
  test("agreement of two coders, worked by hand", () => {
    // 3 of 4 equal; chance: (2·3 + 2·1)/16 = 0.5; kappa (0.75 − 0.5) / 0.5.
    const { agreements, ordered } = evaluateLabels([coding("x", "aabb"), coding("y", "aaab")]);
    expect(ordered).toBe(false);
    expect(agreements[0]).toMatchObject({
      n: 4,
      agreement: { value: 0.75 },
      kappa: { value: 0.5 },
      kappaQuadratic: null,
      confusion: [
        [2, 0],
        [1, 1],
      ],
      differences: [{ id: "s2", a: "b", b: "a" }],
    });
    expect(agreements[0]?.perLabel[1]).toEqual({ label: "b", precision: 1, recall: 0.5, f1: 0.666666667, support: 2 });
  });
  test("labels with an order have quadratic weights: a near miss counts less than a far one", () => {
    const near = evaluateLabels([coding("x", "012012"), coding("y", "012112")]).agreements[0];
    const far = evaluateLabels([coding("x", "012012"), coding("y", "012212")]).agreements[0];
    expect(near?.kappaQuadratic?.value).toBeGreaterThan(far?.kappaQuadratic?.value ?? 1);
  });
  test("every two of three coders; only what both labelled counts; nothing in common is null", () => {
    const { agreements } = evaluateLabels([
      coding("x", "ab"),
      coding("y", "abb"),
      { coder: "z", labels: new Map([["t", "a"]]) },
    ]);
    expect(agreements.map(({ a, b, n }) => [a, b, n])).toEqual([
      ["x", "y", 2],
      ["x", "z", 0],
      ["y", "z", 0],
    ]);
    expect(agreements[1]?.kappa.value).toBeNull();
  });
  test("one coder has nothing to be held against", () => {
    expect(() => evaluate(gold("id,label\n1,kern\n"), null)).toThrow(ReadError);
  });
});
