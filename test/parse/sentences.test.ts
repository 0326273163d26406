import { describe, expect, it } from "vitest";
import { sentences } from "../../src/parse/index.js";

const split = (text: string): string[] => sentences(text).map(([start, end]) => text.slice(start, end));

describe("sentences", () => {
  it.each([
    ["Zij snoeit. Zij rooit!", ["Zij snoeit.", "Zij rooit!"]],
    ["Zij let o.a. op wind. Dan niet.", ["Zij let o.a. op wind.", "Dan niet."]],
    [
      "Zij overlegt met dhr. De Vries over art. 5 van de wet.",
      ["Zij overlegt met dhr. De Vries over art. 5 van de wet."],
    ],
    ["Dit kost 3.500 euro. Wie betaalt dat?", ["Dit kost 3.500 euro.", "Wie betaalt dat?"]],
    ["‘Zij werkt.’ Dan rust zij.", ["‘Zij werkt.’", "Dan rust zij."]],
    ["Zij zegt m.b.t. ARBO niets", ["Zij zegt m.b.t. ARBO niets"]],
    ["  \n ", []],
  ])("%s", (text, wanted) => expect(split(text)).toEqual(wanted));
});
