import { describe, expect, test } from "vitest";
import { words } from "../../src/language/tokens.js";
import { learnRoles, neutral, TARGET, withoutActor as withoutActorIn } from "../../src/text/roles.js";

const withoutActor = (text: string, learned?: string[][]): string[] => withoutActorIn(words(text), learned);

describe("the actor of a statement", () => {
  test.each([
    ["De beginnend beroepsbeoefenaar plant het werk", ["plant", "het", "werk"]],
    ["Zij plant het werk", ["plant", "het", "werk"]],
    ["De gespecialiseerd medewerker plant het werk", ["plant", "het", "werk"]],
    ["Plant het werk", ["plant", "het", "werk"]],
  ])("%s", (text, expected) => {
    expect(withoutActor(text)).toEqual(expected);
  });
  test("a target group that opens a statement is no actor", () => {
    expect(withoutActor("De cliënt is geholpen")).toEqual(["de", "client", "is", "geholpen"]);
  });
  test("a role further on is content, unless the document calls its professional so", () => {
    expect(withoutActor("Overlegt met de begeleider")).toEqual(["overlegt", "met", "de", "begeleider"]);
    const learned = [["de", "begeleider", "buurt", "en", "plein"]];
    expect(withoutActor("Daarna sluit de begeleider buurt en plein af", learned)).toEqual(["daarna", "sluit", "af"]);
  });
});

describe("learning a document's name for its professional", () => {
  const name = "De medewerker groen en water";
  const texts = ["snoeit de heg", "meet het peil", "overlegt met buren", "plant bomen"].map(
    (rest) => `${name} ${rest}`,
  );
  test("from openings that recur before different words", () => {
    expect(learnRoles(texts)).toEqual([["de", "medewerker", "groen", "en", "water"]]);
  });
  test("a verb that many statements open with is no part of the name", () => {
    const many = ["kan snoeien", "kan meten", "kan planten", "kan bellen", "kan zagen"].map(
      (rest) => `${name} ${rest}`,
    );
    const learned = learnRoles([...many, `${name} weegt af`, `${name} rekent na`]);
    expect(learned.flat()).not.toContain("kan");
  });
  test("openings without a role are not learned", () => {
    expect(learnRoles(["De tuin is nat", "De tuin groeit", "De tuin bloeit", "De tuin slaapt"])).toEqual([]);
  });
  test("nothing from nothing", () => {
    expect(learnRoles([])).toEqual([]);
  });
});

test("target groups become one word, pronouns go", () => {
  expect(neutral(["helpt", "leerlingen", "studenten", "zij", "sb-deelnemer", "rust"])).toEqual([
    "helpt",
    TARGET,
    "rust",
  ]);
});
