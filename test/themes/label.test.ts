import { describe, expect, test } from "vitest";
import type { Dossier, ThemeFinding } from "../../src/model.js";
import { builtInThemes, DEFAULT_THEME, Labeller, type Theme } from "../../src/themes/index.js";

const theme = builtInThemes().find(({ id }) => id === DEFAULT_THEME) as Theme;
const labeller = new Labeller(theme);

function dossier(
  texts: readonly (string | { lead: string; text: string })[],
  declared: Dossier["declaredSynonyms"] = [],
) {
  return {
    id: "d",
    title: "",
    kind: "generic",
    level: null,
    source: { file: "d", sha256: "", format: "text" },
    units: [{ id: "u", code: null, codeOrigin: null, kind: "taak", title: "", parent: null, competencies: [] }],
    statements: texts.map((text, i) => ({
      id: `s${i}`,
      unit: "u",
      section: "taak",
      ...(typeof text === "string" ? { text } : text),
      source: { start: 0, end: 0 },
    })),
    declaredSynonyms: declared,
    repairs: [],
    coverage: { statements: 0, headings: 0, furniture: 0, background: 0, unparsed: 0 },
    warnings: [],
  } satisfies Dossier;
}

const all = (texts: Parameters<typeof dossier>[0], declared?: Dossier["declaredSynonyms"]): ThemeFinding[] =>
  labeller.label(dossier(texts, declared)) as ThemeFinding[];
const only = (text: string): ThemeFinding => all([text])[0] as ThemeFinding;

describe("kern: the professional works together with professionals", () => {
  test.each([
    ["Stemt de planning af met collega's.", "team"],
    ["Draagt het dossier na de dienst over aan de wijkverpleegkundige.", "discipline"],
    ["De werkzaamheden worden met andere afdelingen afgestemd.", "organisation"],
    ["Zorgt voor een goede samenwerking met leveranciers en de gemeente.", "organisation"],
    ["Houdt de ploeg op de hoogte van storingen.", "team"],
    ["Overlegt met de constructeur over de tekening.", "discipline"],
    ["Koppelt de uitkomst terug aan het wijkteam.", "team"],
  ])("%s", (text, partner) => {
    expect(only(text)).toMatchObject({ label: "kern", partners: [partner] });
  });
  test("partners of an enumeration, and of a team of disciplines", () => {
    expect(only("Bespreekt de aanpak met familie, collega's en andere disciplines.").partners).toEqual([
      "discipline",
      "informal",
      "team",
    ]);
    expect(only("Neemt deel aan het multidisciplinair overleg.").partners).toEqual(["discipline", "team"]);
  });
});

describe("rand: others only in passing, or the informal network only", () => {
  test.each([
    "Schakelt zo nodig een specialist in.",
    "Verwijst de klant door naar een andere instantie.",
    "Rapporteert afwijkingen aan de leidinggevende.",
    "Vraagt collega's om feedback.",
    "Coacht stagiaires op de werkvloer.",
    "Maakt afspraken met de ouders over het ophalen.",
    "Werkt mee aan de verbetering van de kwaliteit.",
    "Voert metingen uit binnen een interdisciplinair team.",
    "Is de vaste begeleider in een interprofessioneel team.",
  ])("%s", (text) => {
    expect(only(text).label).toBe("rand");
  });
});

describe("geen", () => {
  test.each([
    ["the client only", "Stelt samen met de cliënt de doelen op."],
    ["the client only, with a word of the theme", "Overlegt met de bewoner over het menu."],
    ["adapting to the client", "Stemt het tempo af op de leerling."],
    ["what the client does with support", "Stimuleert de cliënt om contact te houden met buren en collega's."],
    ["negated", "Hoeft de bestelling niet af te stemmen met collega's."],
    ["without", "Voert reparaties uit zonder overleg met collega's."],
    ["knowledge", "Heeft kennis van samenwerking met andere disciplines."],
    ["knowledge of a team", "Heeft kennis van multidisciplinaire teams."],
    ["a partner as the topic", "Houdt de veiligheid van collega's in de gaten."],
    ["two clauses", "Werkt netjes volgens de tekening, terwijl collega's pauze hebben."],
    ["an own actor", "De adviseur maakt een begroting."],
  ])("%s", (_, text) => {
    expect(only(text)).toEqual({ label: "geen", score: expect.any(Number), partners: [], evidence: [], rules: [] });
  });
});

describe("who is meant", () => {
  test("hen is whom the text before named", () => {
    expect(all(["Spreekt geregeld met de ouders.", "Zij betrekt hen bij het feest."])[1]).toMatchObject({
      label: "rand",
      partners: ["informal"],
    });
    expect(all(["Begroet de cliënt en de ouders.", "Zij geeft hen informatie over de regels."])[1]?.label).toBe("geen");
  });
  test("betrokkenen are what the document declares them to be, or whom it names beside clients", () => {
    const text = "Voert overleg met betrokkenen over de planning.";
    expect(
      all([text], [{ term: "betrokkenen", members: ["ouders", "buren", "arts"], statement: null }])[0],
    ).toMatchObject({
      label: "rand",
      partners: ["informal"],
    });
    expect(
      all([text], [{ term: "betrokkenen", members: ["aannemers", "gemeente"], statement: null }])[0],
    ).toMatchObject({
      label: "kern",
      partners: ["organisation"],
    });
    expect(all([text, "Luistert naar de cliënt en betrokkenen."])[0]?.partners).toEqual(["informal"]);
    expect(all([text])[0]).toMatchObject({ label: "kern", partners: [] });
  });
});

describe("whatever the sector: people whom no list names, and the build of sentences", () => {
  test.each([
    ["whom one confers with is somebody", "Overlegt met de growth hacker over de campagne.", "kern"],
    ["not a client who is named", "Overlegt met de nieuwe huurder over de sleutel.", "geen"],
    ["not a means", "Stemt de instrumenten af met behulp van een stemvork.", "geen"],
    ["a compound is what its last part is", "Wisselt ervaringen uit met een wijnleverancier.", "kern"],
    ["an occupation", "Doet met de steigerbouwer een ronde over het terrein.", "kern"],
    ["no person in -kracht", "Brengt het voorstel met overtuigingskracht.", "geen"],
    ["'met' somebody, whatever is done", "Kiest met collega's de muziek.", "kern"],
    ["taking somebody into account is not with them", "Houdt bij het zagen rekening met collega's.", "geen"],
    ["a clause that is interrupted", "Draagt het werk, als de dienst voorbij is, over aan de ploeg.", "kern"],
    ["a relative clause that is interrupted", "Geeft informatie die van belang is door aan de ploeg.", "kern"],
    ["a negation elsewhere", "Belt de meldkamer als de lift niet wordt gemaakt.", "kern"],
    ["a negation up to 'maar'", "Kiest de route niet in overleg met collega's maar zelf.", "geen"],
    ["what things do", "Kiest kruiden die goed samenwerken.", "geen"],
    ["what is asked about things", "Meet of de sensoren gegevens uitwisselen.", "geen"],
    ["overleggen: handing over papers", "Overlegt de keuringsbewijzen bij de controle.", "geen"],
    ["the head of a department is one person", "Meldt schade aan het hoofd van de afdeling.", "rand"],
    ["having it done", "Laat de machine keuren door een extern bureau.", "rand"],
  ])("%s: %s", (_, text, label) => {
    expect(only(text).label).toBe(label);
  });
});

describe("evidence", () => {
  test("is the very words, in the text itself", () => {
    const text = "Zij stemt, waar nodig, de route af met de chauffeurs en collega's.";
    const { evidence } = only(text);
    expect(evidence.map(({ start, end }) => text.slice(start, end))).toEqual(
      expect.arrayContaining(["stemt", "af", "collega's"]),
    );
    expect(evidence.every(({ rule }) => theme.rules.some(({ id }) => id === rule))).toBe(true);
  });
  test("the lead is read with it, but does not count alone", () => {
    const lead = "Overlegt met collega's over:";
    expect(all([{ lead, text: "het rooster" }])[0]?.label).toBe("geen");
    const found = all([{ lead: "Werkt samen met:", text: "collega's en artsen" }])[0] as ThemeFinding;
    expect(found).toMatchObject({ label: "kern", partners: ["discipline", "team"] });
    const words = new Set(found.evidence.map(({ start, end }) => "collega's en artsen".slice(start, end)));
    expect([...words]).toEqual(["collega's", "artsen"]);
  });
});

describe("lists of competencies", () => {
  test.each([
    ["De onderliggende competenties zijn: Begeleiden, Samenwerken en overleggen, Plannen en organiseren", "kern"],
    ["Competenties: Aansturen; Presenteren.", "rand"],
    ["Relaties bouwen en netwerken", "rand"],
    ["Competenties: Analyseren, Onderzoeken", "geen"],
  ])("%s", (text, label) => {
    expect(only(text).label).toBe(label);
  });
});

test("scores are 0..1 and agree with the label", () => {
  for (const text of ["Overlegt met collega's.", "Vraagt feedback.", "Snoeit heggen.", ""]) {
    const { label, score } = only(text);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
    expect(label).toBe(score >= 2 / 3 ? "kern" : score >= 1 / 3 ? "rand" : "geen");
  }
});
