import { describe, expect, it } from "vitest";
import {
  compoundParts,
  FIRST,
  FORBIDDEN,
  formBits,
  HYPHEN,
  isWord,
  LAST,
  vowelsClash,
  WORD,
} from "../../src/language/wordlist.js";

describe("the word list", () => {
  it.each(["cliënt", "coördinator", "ideeën", "begeleiden", "een", "ijs", "foto's", "o.a."])("has %s", (word) => {
    expect(formBits(word) & WORD).toBe(WORD);
  });
  it.each(["cliént", "codrdinator", "bornen", "", "beinvloeden", "client"])("has no %j", (word) => {
    expect(formBits(word) & WORD).toBe(0);
  });
  it("knows what compounds are made of", () => {
    expect(formBits("begeleidings") & (WORD | FIRST)).toBe(FIRST);
    expect(formBits("mbo") & HYPHEN).toBe(HYPHEN);
    expect(formBits("zorg") & (FIRST | LAST)).toBe(FIRST | LAST);
    expect(formBits("hartenfunctie") & FORBIDDEN).toBe(FORBIDDEN);
  });
});

describe("compounds", () => {
  it.each([
    ["begeleidingsmethodieken", ["begeleidings", "methodieken"]],
    ["gehandicaptenzorg", ["gehandicapten", "zorg"]],
    ["patiëntveiligheidscultuur", ["patiënt", "veiligheids", "cultuur"]],
  ])("takes %s apart", (word, parts) => expect(compoundParts(word)).toEqual(parts));
  it.each(["eninoverleg", "biedenvan", "hartenfunctie", "zorg", "decliënt"])("takes %s for none", (word) =>
    expect(compoundParts(word)).toBeNull(),
  );
  it("asks for a hyphen where vowels clash", () => {
    expect(vowelsClash("zee", "egel")).toBe(true);
    expect(vowelsClash("zorg", "instelling")).toBe(false);
  });
});

describe("words as written", () => {
  it.each([
    "Cliënt",
    "CLIËNT",
    "Amsterdam",
    "AMSTERDAM",
    "Jans",
    "vóór",
    "dát",
    "één",
    "mbo-opleiding",
    "collega’s",
    "vijfentwintig",
    "woon-",
    "zelfregie",
  ])("knows %s", (word) => {
    expect(isWord(word)).toBe(true);
  });
  it.each(["cliént", "Zijis", "vande", "xyzzy", "amsterdam"])("does not know %s", (word) =>
    expect(isWord(word)).toBe(false),
  );
});
