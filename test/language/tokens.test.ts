import { describe, expect, test } from "vitest";
import { fold } from "../../src/language/fold.js";
import { shortHash } from "../../src/language/hash.js";
import { tokenize, words } from "../../src/language/tokens.js";

describe("words", () => {
  test("keeps Dutch letters, apostrophes and inner hyphens, folded", () => {
    expect(words("De coördinator overlegt non-verbaal met collega’s; zorg-/dienstverlening.")).toEqual([
      "de",
      "coordinator",
      "overlegt",
      "non-verbaal",
      "met",
      "collega's",
      "zorg",
      "dienstverlening",
    ]);
  });
  test("an empty text has no words", () => {
    expect(words("")).toEqual([]);
    expect(words(" … — !")).toEqual([]);
  });
});

test("tokens give their place in the text", () => {
  const text = "Zij plánt, en";
  for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text);
  expect(tokenize(text).map((token) => token.start)).toEqual([0, 4, 11]);
});

test("folding takes off case and diacritics, composed or not", () => {
  expect(fold("CLIËNT")).toBe("client");
  expect(fold("clie\u0308nt")).toBe("client");
});

describe("short hash", () => {
  test("is stable, of the length asked, and tells near texts apart", () => {
    expect(shortHash("samenwerken")).toBe(shortHash("samenwerken"));
    expect(shortHash("samenwerken", 6)).toMatch(/^[0-9a-z]{6}$/);
    expect(shortHash("samenwerken")).not.toBe(shortHash("samenwerkem"));
  });
  test("does not collide on ten thousand short texts", () => {
    const seen = new Set(Array.from({ length: 10_000 }, (_, i) => shortHash(`tekst ${i}`)));
    expect(seen.size).toBe(10_000);
  });
});
