import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFiniteVerb } from "../../src/language/finite.js";

describe("isFiniteVerb", () => {
  it.each(
    "Werkt Maakt Geeft Kiest Zet Kent Houdt Biedt Laat Weet Is Kan Heeft Ontwikkelt Reflecteert Acquireert Overziet Snoeit Ondergaat (Her)kent Coördineert coordineert".split(
      " ",
    ),
  )("%s is one", (word) => {
    // Gardening is not in the statistics.
    expect(isFiniteVerb(word, word === "Snoeit" ? (known) => known === "snoeien" : undefined)).toBe(true);
  });

  it.each(
    "Context Kwaliteit Markt Klant Inzicht Contact Project Product Buurt Sport Overzicht Resultaat Student Het Niet Uit Werken Kennis Beleid () ( a".split(
      " ",
    ),
  )("%s is none", (word) => {
    expect(isFiniteVerb(word)).toBe(false);
  });

  it("follows the spelling to the infinitive", () => {
    const asked: string[] = [];
    const known = (word: string): boolean => {
      asked.push(word);
      return false;
    };
    for (const form of ["loopt", "wast", "leest", "blaft"]) expect(isFiniteVerb(form, known)).toBe(false);
    expect(asked).toEqual(expect.arrayContaining(["lopen", "wassen", "lezen", "blaffen"]));
    // "wasen" would have a long vowel.
    expect(asked).not.toContain("wasen");
  });

  it("ends for any word", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (word) => typeof isFiniteVerb(word) === "boolean"));
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("(", ")", "a", "t", "e", "r") }),
        (word) => typeof isFiniteVerb(word) === "boolean",
      ),
    );
  });
});
