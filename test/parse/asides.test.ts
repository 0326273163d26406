import { describe, expect, test } from "vitest";
import { readAsides } from "../../src/parse/asides.js";
import { parseDossiers } from "../../src/parse/index.js";

describe("names given in passing", () => {
  test.each([
    ["De hovenier maakt een plan van aanpak (hierna te noemen: plan) en bespreekt dat.", "plan van aanpak", "plan"],
    ["Zij helpt de logé, verder gast genoemd, bij de maaltijd.", "logé", "gast"],
    ["Zij schrijft een persoonlijk groeiplan (afgekort PGP).", "persoonlijk groeiplan", "PGP"],
    ["Een dagstaat wordt ook wel logboek genoemd.", "dagstaat", "logboek"],
    ["Zij begeleidt gasten (ook wel bezoekers genoemd) door het huis.", "gasten", "bezoekers"],
    ["De medewerker groen (hierna: hovenier) snoeit.", "medewerker groen", "hovenier"],
    ["Het overleg, ook wel werkbespreking genoemd, is wekelijks.", "overleg", "werkbespreking"],
    ["De opdrachtgever, hierna te noemen klant, tekent de opdracht.", "opdrachtgever", "klant"],
  ])("%s", (text, term, member) => {
    expect(readAsides(text).map(({ term: found, members }) => [found, members])).toEqual([[term, [member]]]);
  });
  test.each([
    "Zij gaat verder met het plan (dat genoemd is in het overleg).",
    "De taak wordt verder uitgewerkt (zie hierna).",
    "Zij helpt mensen met een oude fiets (verder rijders genoemd).",
    "Het wordt ook wel eens genoemd.",
    "Een bladblazer (ook wel handig) ligt klaar.",
    "",
  ])("names nothing: %s", (text) => expect(readAsides(text)).toEqual([]));

  test("the statement stays a statement, and the dossier says where the name was given", () => {
    const text = "# Tuinman\n\n- Maakt een snoeiplan (verder plan genoemd).\n- Houdt het plan bij.\n";
    const [dossier] = parseDossiers({ file: "tuin.md", sha256: "", format: "markdown", text });
    expect(dossier?.statements.map((one) => one.text)).toContain("Maakt een snoeiplan (verder plan genoemd).");
    expect(dossier?.declaredSynonyms).toEqual([
      { term: "snoeiplan", members: ["plan"], statement: dossier?.statements[0]?.id },
    ]);
  });
});
