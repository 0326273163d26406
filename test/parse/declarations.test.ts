import { describe, expect, it } from "vitest";
import { readDeclaration, readDeclarations } from "../../src/parse/declarations.js";

describe("readDeclarations", () => {
  it.each([
    ["Met werkplan wordt ook klusplan, dagplan en bestek bedoeld.", "werkplan", ["klusplan", "dagplan", "bestek"]],
    [
      "Met werkplan wordt ook het bestek, de dagstaat en een rooster, enz. bedoeld.",
      "werkplan",
      ["bestek", "dagstaat", "rooster"],
    ],
    ["De term buren wordt gebruikt voor huurders en eigenaren.", "buren", ["huurders", "eigenaren"]],
    ["In dit profiel is ‘gast’ ook te lezen als klant.", "gast", ["klant"]],
    [
      "** In dit dossier kan 'kind' ook gelezen worden als: peuter, kleuter of scholier.",
      "kind",
      ["peuter", "kleuter", "scholier"],
    ],
    ["Onder naasten verstaan we familie, vrienden en buren.", "naasten", ["familie", "vrienden", "buren"]],
    ["Waar ‘gast’ staat, kan ook ‘bezoeker’ of ‘klant’ worden gelezen.", "gast", ["bezoeker", "klant"]],
    [
      "**Helpen is een breed begrip waarmee zowel voordoen, meedoen als helpen wordt bedoeld.",
      "helpen",
      ["voordoen", "meedoen"],
    ],
    [
      "* Er worden veel woorden gebruikt voor wie er komt: gasten, klanten, leden, etc. Voor de leesbaarheid gebruiken we de term ‘bezoekers’. Ook de term ‘publiek’ wordt gebruikt.",
      "bezoekers",
      ["gasten", "klanten", "leden", "publiek"],
    ],
  ])("%s", (text, term, members) => expect(readDeclarations(text)).toEqual([{ term, members }]));

  it.each([
    ["Overal waar ‘zij’ of ‘haar’ staat, wordt ook ‘hij of ‘zijn’ bedoeld.", { zij: ["hij"], haar: ["zijn"] }],
    ["Waar hij staat mag ook zij worden gelezen.", { hij: ["zij"] }],
    ["Daar waar ‘hij’ of ‘hem’staat, kan ook ‘zij’ of ‘haar’ gelezen worden.", { hij: ["zij"], hem: ["haar"] }],
  ])("whom pronouns stand for: %s", (text, pairs) => {
    expect(Object.fromEntries((readDeclarations(text) ?? []).map(({ term, members }) => [term, members]))).toEqual(
      pairs,
    );
    expect(readDeclaration(text)).toBe("pronouns");
  });

  it.each([
    "De monteur werkt waar dat kan samen met anderen.",
    "Onder kwaliteit wordt verstaan de mate waarin het werk voldoet aan de eisen.",
    "Met deze term wordt alles bedoeld wat een gemeente doet.",
    "Zij gebruikt begrippen die de klant begrijpt.",
    "",
  ])("declares nothing: %s", (text) => expect(readDeclarations(text)).toBeNull());

  it("does not look for notes in long texts", () => {
    expect(
      readDeclarations(`Met werkplan wordt ook bestek bedoeld. ${"Zij gebruikt gereedschap. ".repeat(100)}`),
    ).toBeNull();
  });
});
