import fc from "fast-check";
import { similarity } from "ml-distance";
import { describe, expect, test } from "vitest";
import { meaningVector } from "../../src/features/meaning.js";
import { tfidfRows, tfidfVectors } from "../../src/features/tfidf.js";
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
  test("weights are the plain formula's, whatever is repeated", () => {
    const word = fc.constantFrom("plant", "werk", "meet", "water");
    const some = fc.array(
      fc.array(word, { maxLength: 6 }).map((list) => list.join(" ")),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (list) => {
        // Equal texts are one row, and count as many.
        const texts = [...list, ...list.slice(0, 2)];
        const counts = texts.map((value) => {
          const words = value === "" ? [] : value.split(" ");
          const terms = [...words, ...words.slice(1).map((second, i) => `${words[i]} ${second}`)];
          const own = new Map<string, number>();
          for (const term of terms) own.set(term, (own.get(term) ?? 0) + 1);
          return own;
        });
        const { vectors, terms } = tfidfVectors(texts);
        expect(terms).toBe(new Set(counts.flatMap((own) => [...own.keys()])).size);
        for (const [i, own] of counts.entries()) {
          const weights = [...own].map(([term, count]) => {
            const df = counts.filter((other) => other.has(term)).length;
            return count * (Math.log((1 + texts.length) / (1 + df)) + 1);
          });
          const norm = Math.hypot(...weights);
          const expected = weights.map((w) => w / norm).sort((a, b) => a - b);
          expect([...(vectors[i]?.weights ?? [])].sort((a, b) => a - b)).toEqual(
            expected.map((w) => expect.closeTo(w, 12)),
          );
        }
      }),
    );
  });
  test("terms of two rows and more come first, rarest first, and in each row in order", () => {
    const long = Array.from({ length: 200 }, (_, i) => `w${(i * 7) % 90}`).join(" ");
    const rows = tfidfRows([...texts, "plant het werk", "het werk", "plant het plant het", long, `${long} werk`]);
    expect(rows.rowOf[3]).toBe(0);
    const held = Array.from({ length: rows.start.length - 1 }, (_, row) => [
      ...rows.terms.subarray(rows.start[row], rows.start[row + 1]),
    ]);
    for (const terms of held) {
      expect(terms).toEqual([...new Set(terms)].sort((a, b) => a - b));
    }
    const counts = Array.from({ length: rows.vocabulary }, (_, t) => held.filter((own) => own.includes(t)).length);
    expect(counts.slice(0, rows.frequencies.length)).toEqual([...rows.frequencies]);
    expect([...rows.frequencies]).toEqual([...rows.frequencies].sort((a, b) => a - b));
    expect(rows.frequencies[0]).toBe(2);
    expect(new Set(counts.slice(rows.frequencies.length))).toEqual(new Set([1]));
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
