import { describe, expect, test } from "vitest";
import { features } from "../../src/text/terms.js";

const hash = (text: string): string => features(text).hash;

describe("what counts as identical", () => {
  test.each([
    ["case, accents, punctuation", "Overlegt met cliënt.", "overlegt met client"],
    ["who does it", "De begeleider stemt de planning af.", "Zij stemt de planning af"],
    ["his and her", "Hij past zijn aanpak aan.", "Ze past haar aanpak aan."],
    ["spacing", "Maakt  een plan", "Maakt een\nplan"],
  ])("does not depend on %s", (_, a, b) => {
    expect(hash(a)).toBe(hash(b));
  });
  test.each([
    ["another word", "Maakt een plan", "Maakt een verslag"],
    ["another order", "Meldt fouten en leert", "Leert en meldt fouten"],
    ["another target group", "Helpt de klant", "Helpt de leerling"],
    ["a negation", "Beslist zelf", "Beslist niet zelf"],
    ["a number", "Werkt op niveau 3", "Werkt op niveau 4"],
  ])("does depend on %s", (_, a, b) => {
    expect(hash(a)).not.toBe(hash(b));
  });
  test("a text without words is identical to nothing", () => {
    expect(hash("…")).toBe("");
  });
});

test("the bag is sorted, counted, and does not show the order of words", () => {
  expect(features("plan na plan").bag).toEqual([
    ["na", 1],
    ["plan", 2],
  ]);
  expect(features("zaag en boor").bag).toEqual(features("boor en zaag").bag);
});
