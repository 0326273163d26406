import fc from "fast-check";
import { expect, test } from "vitest";
import { type Stemmer, stemNumbers } from "../../src/features/stems.js";

/** What the numbers stand for: tokens of the lower-cased text, numbered by first use of their stem. */
function plain(texts: readonly string[], stemOf: (word: string) => string): number[][] {
  const numbers = new Map<string, number>();
  return texts.map((text) =>
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => {
      const stem = stemOf(word);
      if (!numbers.has(stem)) numbers.set(stem, numbers.size);
      return numbers.get(stem) as number;
    }),
  );
}

function read(texts: readonly string[], stemmer: Stemmer): number[][] {
  const { lists } = stemNumbers(texts, stemmer);
  return texts.map((_, i) => [...lists.values.subarray(lists.start[i], lists.start[i + 1])]);
}

const firstThree = (word: string): string => word.slice(0, 3);

test("texts are read as the numbers of their stems", () => {
  const texts = ["Plant het werk.", "", "het WERK, plantje 3-4", "!?", "één_één"];
  expect(read(texts, { word: firstThree })).toEqual([[0, 1, 2], [], [1, 2, 0, 3, 4], [], [5, 5]]);
  expect(stemNumbers(texts, { word: firstThree }).stems).toBe(6);
});

/** The first four units the other way round: a stem that is not the beginning of its word. */
const turned = (word: string): string => word.slice(0, 4).split("").reverse().join("");
const turnedInPlace = (units: Uint16Array, from: number, to: number): number =>
  units.subarray(from, Math.min(to, from + 4)).reverse().length;

test("a stem is made in place as well", () => {
  const texts = ["Plant het werk.", "het planten, pla", "werkte ÉÉN-op-één", "telp"];
  const { lists, stems } = stemNumbers(texts, { units: turnedInPlace });
  expect([...lists.values]).toEqual(plain(texts, turned).flat());
  expect(stems).toBe(7);
});

// A sigma at the end of a word, an I with a dot that becomes two characters, letters outside the first plane (Deseret has
// upper and lower case), halves of such letters, marks that stand by themselves.
const ODD = [
  "Σ",
  "ΟΔΟΣ",
  "İ",
  "𐐀",
  "𐐨",
  "𠮷",
  "\ud800",
  "\udc00",
  "e\u0301",
  "ǅ",
  "ẞ",
  "ﬁ",
  "٣",
  "½",
  "_",
  " ",
  "aB",
  ".",
];
const text = fc.oneof(
  fc.array(fc.constantFrom(...ODD), { maxLength: 12 }).map((list) => list.join("")),
  fc.string({ unit: "binary", maxLength: 30 }),
);

test("whatever letters they have", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
      for (const stemOf of [firstThree, (word: string) => word]) {
        expect(read(texts, { word: stemOf })).toEqual(plain(texts, stemOf));
      }
      expect(read(texts, { units: turnedInPlace })).toEqual(plain(texts, turned));
    }),
    { numRuns: 500 },
  );
});

test("more words, and longer ones, than there is room for at first", () => {
  const texts = Array.from({ length: 300 }, (_, i) =>
    Array.from({ length: 200 }, (_, k) => `w${"x".repeat((i * k) % 90)}${(i * 200 + k) % 40000}`).join(" "),
  );
  expect(read(texts, { word: (word) => word })).toEqual(plain(texts, (word) => word));
});
