import { similarity } from "ml-distance";
import { describe, expect, test } from "vitest";
import { meaningVector } from "../../src/features/meaning.js";
import { tfidfVectors } from "../../src/features/tfidf.js";
import { conceptVector, ngramVector, type SparseVector, stemVector, Vocabulary } from "../../src/features/vectors.js";
import { features } from "../../src/text/terms.js";

function dense({ terms, weights }: SparseVector, size: number): number[] {
  const out = new Array<number>(size).fill(0);
  for (const [i, term] of [...terms].entries()) out[term] = weights[i] ?? 0;
  return out;
}

describe("plain TF-IDF", () => {
  // scikit-learn 1.x, TfidfVectorizer(ngram_range=(1, 2), token_pattern=r"(?u)\b\w+\b") on the stems of these texts.
  const texts = ["plant het werk", "plant het groen", "meet water"];
  test("gives scikit-learn's weights", () => {
    const { vectors, terms } = tfidfVectors(texts);
    expect(terms).toBe(10);
    // "plant": df 2 of 3 → ln(4/3) + 1; "werk": ln(4/2) + 1
    const [common, rare] = [Math.log(4 / 3) + 1, Math.log(2) + 1];
    const norm = Math.sqrt(3 * common ** 2 + 2 * rare ** 2);
    expect([...(vectors[0]?.weights ?? [])].sort()).toEqual(
      [common / norm, common / norm, common / norm, rare / norm, rare / norm].sort(),
    );
  });
  test("cosines are those of ml-distance", () => {
    const { vectors, terms } = tfidfVectors(texts);
    const [a, b] = vectors.map((vector) => dense(vector, terms)) as [number[], number[]];
    const own = a.reduce((sum, w, i) => sum + w * (b[i] ?? 0), 0);
    expect(own).toBeCloseTo(similarity.cosine(a, b), 12);
  });
  test("a text without words has no terms", () => {
    expect(tfidfVectors(["…", "werk"]).vectors[0]?.terms.length).toBe(0);
    expect(tfidfVectors([])).toEqual({ vectors: [], terms: 0 });
  });
});

describe.each([
  ["stems", stemVector],
  ["ngrams", ngramVector],
  ["concepts", conceptVector],
])("%s", (_, vector) => {
  test("has length 1 and increasing terms", () => {
    const { terms, weights } = vector(features("Overlegt met het team over de planning"), new Vocabulary());
    expect(weights.reduce((sum, w) => sum + w * w, 0)).toBeCloseTo(1, 12);
    expect([...terms]).toEqual([...terms].sort((a, b) => a - b));
  });
  test("of nothing is empty", () => {
    expect(vector(features(""), new Vocabulary()).terms.length).toBe(0);
  });
});

test("stems bring forms of a word together", () => {
  const vocabulary = new Vocabulary();
  const [a, b] = ["begeleidingen", "begeleiding"].map((word) => stemVector(features(word), vocabulary));
  expect(a).toEqual(b);
});

describe("meaning", () => {
  const cosine = (a: string, b: string): number => {
    const [x, y] = [a, b].map((text) => meaningVector(features(text)));
    return x && y ? x.reduce((sum, value, d) => sum + value * (y[d] ?? 0), 0) : Number.NaN;
  };
  test("has length 1", () => {
    expect(cosine("Overlegt met het team", "Overlegt met het team")).toBeCloseTo(1, 12);
  });
  test("words in like company are nearer than others", () => {
    expect(cosine("overleg", "afstemming")).toBeGreaterThan(cosine("overleg", "boom"));
  });
  test("an unknown compound with hyphens counts by its parts", () => {
    expect(cosine("zorg-overleg", "overleg")).toBeGreaterThan(0.5);
  });
  test("of nothing known is null", () => {
    expect(meaningVector(features("qqxyzz"))).toBeNull();
    expect(meaningVector(features(""))).toBeNull();
  });
});

test("verb forms and synonyms share concepts", () => {
  const vocabulary = new Vocabulary();
  const [a, b] = ["overlegt", "overleggen"].map((word) => conceptVector(features(word), vocabulary));
  expect(a?.terms.length).toBeGreaterThan(0);
  expect(a).toEqual(b);
});

test("a vector holds nothing of the one before it", () => {
  const vocabulary = new Vocabulary();
  const [first, , again] = ["snoeit de heg", "", "snoeit de heg"].map((text) =>
    ngramVector(features(text), vocabulary),
  );
  expect(first?.terms.length).toBeGreaterThan(0);
  expect(again).toEqual(first);
  expect(ngramVector(features(""), vocabulary).terms.length).toBe(0);
});
