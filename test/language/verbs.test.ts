import { describe, expect, test } from "vitest";
import { DIMENSIONS, wordVector } from "../../src/language/vectors.js";
import { infinitive, verbStem } from "../../src/language/verbs.js";

describe("the infinitive of a third person", () => {
  test.each([
    ["werkt", "werken"],
    ["stelt", "stellen"],
    ["maakt", "maken"],
    ["geeft", "geven"],
    ["leest", "lezen"],
    ["begeleidt", "begeleiden"],
    ["coordineert", "coordineren"],
    ["schrijft", "schrijven"],
  ])("%s → %s", (form, verb) => {
    expect(infinitive(form)).toBe(verb);
    expect(verbStem(form)).toBe(verbStem(verb));
  });
  test.each([
    ["schept", "scheppen"],
    ["handelt", "handelen"],
    ["oefent", "oefenen"],
  ])("%s → %s", (form, verb) => {
    expect(infinitive(form)).toBe(verb);
  });
  test.each([
    ["vat", "vatten"],
    ["sluit", "sluiten"],
    ["verricht", "verrichten"],
  ])("a stem in -t: %s → %s", (form, verb) => {
    expect(infinitive(form)).toBe(verb);
  });
  test.each([
    ["vastgelegd", "vastleggen"],
    ["bijgesteld", "bijstellen"],
    ["bijgestelde", "bijstellen"],
    ["opgeleid", "opleiden"],
    ["gestart", "starten"],
    ["verzameld", "verzamelen"],
    ["besproken", "bespreken"],
    ["voorgeschreven", "voorschrijven"],
    ["onderzocht", "onderzoeken"],
    ["gedaan", "doen"],
  ])("a participle: %s → %s", (form, verb) => {
    expect(infinitive(form)).toBe(verb);
    expect(verbStem(form)).toBe(verbStem(verb));
  });
  test.each(["gezond", "geweld", "gebied", "gemeente", "gegevens"])("%s is no participle", (word) => {
    expect(infinitive(word)).toBeNull();
  });
  test.each(["sport", "client", "niet", "contact", "kwaliteit", "budget", "met", "dat", "t", ""])(
    "%s is none",
    (word) => {
      expect(infinitive(word)).toBeNull();
    },
  );
});

describe("word vectors", () => {
  test("of known words, with numbers in range", () => {
    const vector = wordVector("samenwerken");
    expect(vector).toHaveLength(DIMENSIONS);
    expect(Math.max(...(vector ?? []).map(Math.abs))).toBeLessThanOrEqual(7);
    expect(vector?.some((x) => x !== 0)).toBe(true);
  });
  test("unknown words have none", () => {
    expect(wordVector("qqxyzz")).toBeNull();
    expect(wordVector("")).toBeNull();
  });
});
