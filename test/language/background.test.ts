import { describe, expect, test } from "vitest";
import data from "../../data/background/words.json" with { type: "json" };
import { charNgrams, gramRarity, isKnownWord, stemRarity, wordShare } from "../../src/language/background.js";

describe("rarity", () => {
  test("common words are less rare than rare ones, and unseen words rarest", () => {
    expect(stemRarity("de")).toBeLessThan(stemRarity("overleg"));
    expect(stemRarity("overleg")).toBeLessThan(stemRarity("qqxyzz"));
  });
  test("is a finite number of at least 0, also for what was never seen", () => {
    for (const stem of ["de", "", "qqxyzz"]) {
      expect(stemRarity(stem)).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(stemRarity(stem))).toBe(true);
    }
  });
  test("n-grams: a common ending is less rare than an unseen sequence", () => {
    expect(gramRarity("ing ", 4)).toBeLessThan(gramRarity("qxzq", 4));
  });
  test("n-grams: of the words that hold one, each once; with a character that no word has, as if never seen", () => {
    const all = data.words.split(" ");
    // "ange" stands twice in "aangevangen".
    for (const gram of [" sam", "ange", "ing ", " en "]) {
      const shares = all.filter((word) => ` ${word} `.includes(gram)).map(wordShare);
      expect(shares.length).toBeGreaterThan(0);
      const sum = shares.reduce((a, b) => a + b, 0);
      expect(gramRarity(gram, 4)).toBeCloseTo(Math.log(1 / Math.min(1, sum)), 9);
    }
    for (const gram of ["4ing", "n-g ", "één "]) expect(gramRarity(gram, 4)).toBe(gramRarity("qxzq", 4));
  });
});

test("known words", () => {
  expect(isKnownWord("samenwerken")).toBe(true);
  expect(isKnownWord("qqxyzz")).toBe(false);
});

describe("character n-grams", () => {
  test("of the padded word, in order", () => {
    expect(charNgrams("team", 4)).toEqual([" tea", "team", "eam "]);
  });
  test("a short word is one gram", () => {
    expect(charNgrams("a", 4)).toEqual([" a "]);
  });
});
