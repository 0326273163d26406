import { expect, test } from "vitest";
import { type Embedder, embeddingSignal, match, vectorSignal } from "../../src/compare/index.js";
import { withoutText } from "../../src/corpus/index.js";
import { trainVectors } from "../../src/features/index.js";
import { listCorpus } from "../helpers/corpora.js";

/** A stand-in for a model: what a text is about, in two numbers. */
const subjects = (text: string): number[] => [
  /fiets|band|zadel/i.test(text) ? 3 : 0,
  /soep|koken|pan/i.test(text) ? 2 : 0,
];
function standIn(seen: string[] = []): Embedder {
  return {
    settings: { model: "stand-in" },
    embed: async (texts) => {
      seen.push(...texts);
      return texts.map(subjects);
    },
  };
}

const corpus = await listCorpus({
  a: ["Plakt banden", "Roert in de soep", "Zingt"],
  b: ["Zet het zadel recht", "Schuurt een pan", "Plakt banden"],
});

test("embeddings alone are the cosines of the vectors, and a text is embedded once", async () => {
  const seen: string[] = [];
  const signal = await embeddingSignal([corpus], standIn(seen));
  const { rows, settings } = match(corpus, undefined, { signals: {}, given: [signal] });
  expect(seen.length).toBe(5);
  const of = (a: string) => rows.filter((row) => row.a === a).map(({ b, score }) => [b, score]);
  expect(of("a-1")).toEqual([
    ["b-1", 1],
    ["b-3", 1],
  ]);
  expect(of("a-2")).toEqual([["b-2", 1]]);
  expect(of("a-3")).toEqual([]);
  expect(settings).toMatchObject({ signals: { embeddings: 8 }, given: { embeddings: { model: "stand-in" } } });
});

test("beside other signals they are one part of the weighted mean", async () => {
  const plain = match(corpus, undefined, { signals: { ngrams: 4 } }).rows;
  const signal = await embeddingSignal([corpus], standIn(), { weight: 4 });
  const { rows } = match(corpus, undefined, { signals: { ngrams: 4 }, given: [signal] });
  const score = (list: typeof rows, a: string, b: string) => list.find((row) => row.a === a && row.b === b)?.score ?? 0;
  expect(score(rows, "a-1", "b-1")).toBeCloseTo((score(plain, "a-1", "b-1") + 1) / 2, 8);
  expect(score(rows, "a-1", "b-2")).toBeCloseTo(score(plain, "a-1", "b-2") / 2, 8);
});

test("a model that gives too few vectors or unequal ones is refused, and so is a corpus without text", async () => {
  const model = (embed: Embedder["embed"]): Embedder => ({ settings: {}, embed });
  await expect(
    embeddingSignal(
      [corpus],
      model(async () => []),
    ),
  ).rejects.toThrow("another number of vectors");
  const growing = model(async (texts) => texts.map((_, i) => Array.from({ length: i + 1 }, () => 1)));
  await expect(embeddingSignal([corpus], growing)).rejects.toThrow("unequal dimension");
  await expect(embeddingSignal([withoutText(corpus)], standIn())).rejects.toThrow("needs text");
});

test("trained vectors need no text, and say what they were trained on", () => {
  const trained = trainVectors(
    Array.from({ length: 30 }, (_, i) => (i % 2 ? "Plakt de band van de fiets" : "Roert in de soep in de pan")),
    { dimensions: 4 },
  );
  const options = { signals: {}, given: [vectorSignal(trained)] };
  const { rows, settings } = match(corpus, undefined, options);
  expect(rows.length).toBeGreaterThan(0);
  expect(match(withoutText(corpus), undefined, options).rows).toEqual(rows);
  expect(settings).toMatchObject({ given: { vectors: { texts: 30, seed: 1 } } });
});

test("words goes with no other signal, and counts natural's stems where asked", async () => {
  const signal = await embeddingSignal([corpus], standIn());
  expect(() => match(corpus, undefined, { signals: "words", given: [signal] })).toThrow("no other signal");
  const list = await listCorpus({ a: ["Zoekt kansen"], b: ["Zoekt kan"], c: ["Kijkt"] });
  const score = (stems: "snowball" | "natural") =>
    match(list, undefined, { signals: "words", stems }).rows.find(({ a, b }) => a === "a-1" && b === "b-1")?.score;
  expect(score("snowball")).toBeLessThan(0.9);
  expect(score("natural")).toBeCloseTo(1, 9);
  expect(match(list, undefined, { signals: "words", stems: "natural" }).settings).toMatchObject({ stems: "natural" });
});
