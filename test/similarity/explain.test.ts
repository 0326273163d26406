import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_WEIGHTS, explain, Scorer } from "../../src/similarity/index.js";
import { features } from "../../src/text/terms.js";

const [a, b] = [
  features("De monteur legt de storing vast in het logboek"),
  features("Noteert storingen schriftelijk in een logboek"),
];

describe("what carried a score", () => {
  test("is the score itself, and its signals add up to it", () => {
    const { score, signals } = explain(a, b);
    expect(score).toBe(new Scorer([b]).scores(a)[0]);
    expect(signals.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
    expect(signals.reduce((sum, { weight, value }) => sum + weight * value, 0)).toBeCloseTo(score, 6);
    expect(signals.map(({ signal }) => signal).sort()).toEqual(Object.keys(DEFAULT_WEIGHTS).sort());
  });
  test("names the words that go together, the same word first", () => {
    const { words } = explain(a, b);
    expect(words[0]).toMatchObject({ a: "logboek", b: "logboek", by: "word" });
    expect(words).toContainEqual(expect.objectContaining({ a: "storing", b: "storingen", by: "word" }));
  });
  test("names groups of synonyms, parts of words and words by meaning, in proportion to their signal", () => {
    const { signals, synonyms, ngrams, meaning } = explain(a, b, { top: 1000 });
    const share = (name: string) => signals.find(({ signal }) => signal === name)?.share ?? Number.NaN;
    const sum = (rows: { share: number }[]) => rows.reduce((total, row) => total + row.share, 0);
    expect(synonyms.length).toBeGreaterThan(0);
    expect(sum(synonyms)).toBeCloseTo(share("concepts"), 6);
    expect(ngrams.map(({ gram }) => gram)).toContain("logb");
    expect(sum(ngrams)).toBeCloseTo(share("ngrams"), 6);
    expect(sum(meaning.a)).toBeGreaterThanOrEqual(share("meaning") - 1e-6);
  });
  test("needs no text, and is plain JSON", () => {
    const bare = (side: typeof a) => JSON.parse(JSON.stringify(side)) as typeof a;
    const found = explain(bare(a), bare(b));
    expect(found).toEqual(explain(a, b));
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });
  test("is nothing where nothing is shared", () => {
    expect(explain(features("qqxyz"), features("wwvut"))).toMatchObject({
      score: 0,
      words: [],
      synonyms: [],
      ngrams: [],
    });
    expect(explain(features(""), features(""))).toMatchObject({ score: 0, signals: [] });
  });
  test("turns round with its sides", () => {
    const text = fc.constantFrom("plant bomen", "zet heesters en bomen", "meldt schade", "geeft schade door", "");
    fc.assert(
      fc.property(text, text, (x, y) => {
        const [there, back] = [explain(features(x), features(y)), explain(features(y), features(x))];
        expect(there.score).toBeCloseTo(back.score, 8);
        expect(there.words.length).toBe(back.words.length);
      }),
    );
  });
});
