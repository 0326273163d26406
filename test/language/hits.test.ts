import { describe, expect, test } from "vitest";
import { wordsJoined } from "../../src/language/separable.js";
import { thesaurusHits } from "../../src/language/thesaurus.js";
import { verbStem } from "../../src/language/verbs.js";

const groups = (text: string): string[] =>
  thesaurusHits(new Set(wordsJoined(text).map(verbStem))).map((hit) => hit.group);

describe("groups of synonyms in a bag of words", () => {
  test("two words for the same share a group", () => {
    const shared = groups("overleggen").filter((group) => groups("bespreken").includes(group));
    expect(shared.length).toBeGreaterThan(0);
  });
  test("a phrase counts when all its words are there, in any order", () => {
    expect(groups("op de hoogte stellen").length).toBeGreaterThan(0);
    expect(groups("stelt het team op de hoogte")).toEqual(expect.arrayContaining(groups("op de hoogte stellen")));
  });
  test("a separable verb is not its first half: stelt is not stelt … bij", () => {
    expect(groups("stelt het plan bij")).toContain("bijstellen");
    expect(groups("stelt het plan")).not.toContain("bijstellen");
  });
  test("hits have a concept above them and a rarity above 0", () => {
    for (const hit of thesaurusHits(new Set(["overleg", "rapporter"].map(verbStem)))) {
      expect(hit.concept).not.toBe("");
      expect(hit.rarity).toBeGreaterThan(0);
    }
  });
  test("nothing from nothing, each group once", () => {
    expect(thesaurusHits(new Set())).toEqual([]);
    const all = groups("overlegt, bespreekt en overlegt");
    expect(new Set(all).size).toBe(all.length);
  });
});
