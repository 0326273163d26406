import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import words from "../../data/background/words.json" with { type: "json" };
import { stemDutch, stemUnits } from "../../src/language/snowball.js";

// Worked examples of the algorithm's own page, and forms that each of its steps is for.
test.each([
  ["lichaamsziek", "lichaamsziek"],
  ["lichamelijk", "licham"],
  ["lichamelijke", "licham"],
  ["lichamelijkheden", "licham"],
  ["opglimpen", "opglimp"],
  ["opglimpende", "opglimp"],
  ["opgingen", "opging"],
  ["mogelijkheden", "mogelijk"],
  ["begeleiding", "begeleid"],
  ["coördinator", "coordinator"],
  ["ideeën", "ideeen"],
  ["gemeen", "gemen"],
  ["", ""],
])("%s → %s", (word, stem) => {
  expect(stemDutch(word)).toBe(stem);
});

// What PyStemmer makes of rows of vowels: an i or y between them is a consonant, also behind one that is.
test.each([
  ["tuaioying", "tuaioy"],
  ["iiiyende", "iiiy"],
  ["tïiiyend", "tiiiy"],
  ["coiëeks", "coiek"],
  ["iieene", "iien"],
  ["yyieyheid", "yyiey"],
])("%s → %s", (word, stem) => {
  expect(stemDutch(word)).toBe(stem);
});

test("of a word of any length", () => {
  const long = "b".repeat(10_000);
  expect(stemDutch(`coö${long}heden`) === `coo${long}heid`).toBe(true);
});

test("a stem stands where its word stood, and what is around it is left alone", () => {
  const units = Uint16Array.from("de mogelijkheden, ja", (letter) => letter.charCodeAt(0));
  const length = stemUnits(units, 3, 16);
  expect(String.fromCharCode(...units.subarray(0, 3 + length))).toBe("de mogelijk");
  expect(String.fromCharCode(...units.subarray(16))).toBe(", ja");
});

// The digest is that of PyStemmer's output (Snowball "dutch", Porter form) over the same words in the same order:
// printf of word, tab, stem, newline.
test("agrees with the reference implementation on the background words", () => {
  const hash = createHash("sha256");
  for (const word of words.words.split(" ")) hash.update(`${word}\t${stemDutch(word)}\n`);
  expect(hash.digest("hex")).toBe("5abcd51e673ef29117a1872d7726f96e7ae571645e8a8e3e3b54b4e25f74ea23");
});
