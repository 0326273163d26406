import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Scorer } from "../../src/similarity/scorer.js";
import { topK } from "../../src/similarity/top.js";
import { features } from "../../src/text/terms.js";

const WORDS = [
  "overlegt",
  "plant",
  "team",
  "werk",
  "cliënt",
  "veilig",
  "begeleidt",
  "rapporteert",
  "met",
  "het",
  "niet",
];
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 8 }).map((list) => list.join(" "));

describe("scores", () => {
  test("are symmetric, within 0..1, and 1 with itself", () => {
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const [fa, fb] = [features(a), features(b)];
        const ab = new Scorer([fb]).scores(fa)[0] as number;
        const ba = new Scorer([fa]).scores(fb)[0] as number;
        expect(ab).toBeCloseTo(ba, 8);
        expect(ab).toBeGreaterThanOrEqual(0);
        expect(ab).toBeLessThanOrEqual(1);
        expect(new Scorer([fa]).scores(fa)[0]).toBeCloseTo(1, 8);
      }),
    );
  });
  test("do not change when another candidate joins", () => {
    fc.assert(
      fc.property(sentence, sentence, sentence, (a, b, c) => {
        const query = features(a);
        const alone = new Scorer([features(b)]).scores(query)[0] as number;
        const joined = new Scorer([features(b), features(c)]).scores(query)[0] as number;
        expect(joined).toBe(alone);
      }),
    );
  });
  test("nothing shared is 0, and an empty statement is like nothing", () => {
    expect(new Scorer([features("qqq")]).scores(features("zzz"))[0]).toBe(0);
    expect(new Scorer([features("qqq")], {}).scores(features("qqq"))[0]).toBe(0);
    expect(new Scorer([features("")]).scores(features(""))[0]).toBe(0);
  });
  test("the same requirement with another role and target group scores far above another requirement", () => {
    const scorer = new Scorer([
      features("De medewerker helpt de klant bij het kiezen"),
      features("Houdt de werkplaats schoon"),
    ]);
    const [same, other] = scorer.scores(features("Zij helpt de cliënt bij het kiezen")) as unknown as [number, number];
    expect(same).toBeGreaterThan(0.95);
    expect(other).toBeLessThan(0.3);
  });
  test("a signal that sees nothing in either of two statements does not count", () => {
    // No group of synonyms and no vector knows these words: only the n-grams speak.
    expect(new Scorer([features("qqxyzz")]).scores(features("qqxyzz"))[0]).toBeCloseTo(1, 9);
  });
  test("a signal can be left out", () => {
    const query = features("begeleiding");
    const candidate = [features("begeleidingen")];
    expect(new Scorer(candidate, { stems: 1 }).scores(query)[0]).toBe(1);
    expect(new Scorer(candidate, { ngrams: 1 }).scores(query)[0]).toBeLessThan(1);
  });
});

describe("the best k", () => {
  const none = () => false;
  test("best first, ties by place, the least left out", () => {
    expect(topK([0.2, 0.9, 0.5, 0.9, 0.1], 3, 0.2, none)).toEqual([
      { index: 1, score: 0.9 },
      { index: 3, score: 0.9 },
      { index: 2, score: 0.5 },
    ]);
  });
  test("equals sorting", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), fc.integer({ min: 1, max: 6 }), (scores, k) => {
        const sorted = scores
          .map((score, index) => ({ index, score }))
          .filter(({ score }) => score >= 3)
          .sort((a, b) => b.score - a.score || a.index - b.index)
          .slice(0, k);
        expect(topK(scores, k, 3, none)).toEqual(sorted);
      }),
    );
  });
  test("skips what does not count; nothing from nothing", () => {
    expect(topK([1, 1], 2, 0, (index) => index === 0)).toEqual([{ index: 1, score: 1 }]);
    expect(topK([], 5, 0, none)).toEqual([]);
  });
  test("compare hands on every score that counts, as scores has it", () => {
    const texts = [
      "snoeit heggen",
      "knipt de haag",
      "overlegt met de klant",
      "bespreekt het werk",
      "",
      "qqxyzz",
      "heg",
    ];
    const list = texts.map((text) => features(text));
    for (const weights of [undefined, { stems: 1, meaning: 2 }, { nearest: 1 }, { meaning: 1 }, {}]) {
      const scorer = new Scorer(list, weights, "each other");
      for (const least of [0, 0.25, 0.6]) {
        for (const [row, query] of list.entries()) {
          const found = new Map<number, number>();
          const target = {
            least: () => least,
            floors: (size: number) => new Float64Array(size).fill(least),
            add: (i: number, score: number) => void found.set(i, score),
          };
          for (const asked of [row, query]) {
            found.clear();
            scorer.compare(asked, target, 5);
            const scores = scorer.scores(query, 5);
            for (const [i, score] of scores.entries()) if (score >= least) expect(found.get(i)).toBe(score);
            for (const [i, score] of found) expect(score).toBe(scores[i]);
          }
        }
      }
    }
  });
});
