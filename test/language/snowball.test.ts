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
  expect(hash.digest("hex")).toBe("e51ff9c7724ff9ccd6361dd56d4969750fbb43f563d4cc0f7711531ece4aa9f0");
});
