import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import words from "../../data/background/words.json" with { type: "json" };
import { stemDutch } from "../../src/language/snowball.js";

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

// The digest is that of PyStemmer's output (Snowball "dutch", Porter form) over the same words in the same order:
// printf of word, tab, stem, newline.
test("agrees with the reference implementation on the background words", () => {
  const hash = createHash("sha256");
  for (const word of words.words.split(" ")) hash.update(`${word}\t${stemDutch(word)}\n`);
  expect(hash.digest("hex")).toBe("5abcd51e673ef29117a1872d7726f96e7ae571645e8a8e3e3b54b4e25f74ea23");
});
