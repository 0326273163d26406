import { describe, expect, it } from "vitest";
import { DEPTH_WORDS, depthScale, LEVEL_SCALES, type LevelScale, levelHits, SCALES } from "../../src/language/depth.js";

/** The steps of one scale that a text shows, by name. */
function steps(text: string, scale: LevelScale): string[] {
  const names = SCALES.find(({ id }) => id === scale)?.steps ?? [];
  return levelHits(text)
    .filter((hit) => hit.scale === scale)
    .map(({ step }) => names[step - 1]?.id ?? "?");
}

describe("levelHits", () => {
  it.each([
    ["Heeft basale kennis van grondsoorten", "basaal"],
    ["heeft basale botanische en chemische kennis", "basaal"],
    ["Bezit basiskennis van snoeien", "basis"],
    ["heeft kennis van bestrating", "kennis"],
    ["past vakkennis over beregening toe", "kennis"],
    ["heeft brede kennis van vaste planten", "breed"],
    ["heeft specialistische kennis van boomziekten", "specialistisch"],
    ["beschikt over brede en specialistische vakkennis", "specialistisch"],
    ["bezit gevorderde, gespecialiseerde kennis van bodemleven", "gevorderd"],
  ])("depth of knowledge: %s", (text, step) => expect(steps(text, "knowledge")).toEqual([step]));

  it.each([
    "Deelt kennis met de buurt",
    "Zorgt voor de uitwisseling van kennis over zaaien",
    "Is kennismaken met de klant gewend",
    "Heeft geen specialistische kennis van gif",
  ])("shows no depth of knowledge: %s", (text) => expect(steps(text, "knowledge")).toEqual([]));

  it.each([
    ["ondersteunt een collega bij het snoeien", "assisteert"],
    ["Assisteert de hovenier bij het planten", "assisteert"],
    ["levert een bijdrage aan het beplantingsplan", "draagt bij"],
    ["levert een bijdrage aan het opstellen en evalueren van plannen", "draagt bij"],
    ["neemt elke week deel aan de werkbespreking", "draagt bij"],
    ["Voert het onderhoud volgens planning uit", "voert uit"],
    ["om de opdracht goed uit te kunnen voeren", "voert uit"],
    ["Stelt samen met de klant een beplantingsplan op.", "stelt op"],
    ["het opgestelde plan", "stelt op"],
    ["coördineert het onderhoud in de wijk", "coördineert"],
    ["Ontwikkelt een nieuwe methode voor beregening", "ontwikkelt"],
    ["adviseert het management over inkoop", "bepaalt"],
  ])("kind of action: %s", (text, step) => expect(steps(text, "action")).toEqual([step]));

  it.each([
    ["a name is no act", "De coördinerend hovenier kent de wijk"],
    ["a noun is no verb", "Kent het plan en het onderzoek van de gemeente"],
    ["a preposition is no particle", "Stelt vragen op basis van wat hij ziet"],
    ["growing oneself is no product", "Ontwikkelt zich in het vak"],
    ["a comma parts who is helped from who does", "Om bewoners goed te ondersteunen, hebben begeleiders elkaar nodig"],
    ["the person served acts", "De klant stelt een wensenlijst op"],
  ])("%s", (_, text) => expect(steps(text, "action")).toEqual([]));

  it.each([
    ["Werkt onder toezicht van een voorman", "begeleid"],
    ["zaagt volgens de instructies van de fabrikant", "opdracht"],
    ["Werkt grotendeels zelfstandig", "deels"],
    ["Onderhoudt de borders zelfstandig", "zelfstandig"],
    ["Begeleidt de klant zelfstandig bij de keuze", "zelfstandig"],
    ["werkt zonder toezicht in de kas", "zelfstandig"],
    ["werkt niet zelfstandig met de motorzaag", "begeleid"],
    ["Werkt niet alleen zelfstandig, maar ook in een ploeg", "zelfstandig"],
    ["neemt in de wijk zelf beslissingen", "besluit"],
    ["is eindverantwoordelijk voor de kwekerij", "eindverantwoordelijk"],
  ])("autonomy: %s", (text, step) => expect(steps(text, "autonomy")).toEqual([step]));

  it.each([
    "De klant kan zelfstandig zijn tuin onderhouden",
    "Helpt klanten die zelfstandig willen tuinieren",
    "Geeft uitleg aan de klant, zodat hij zelfstandig verder kan",
    "Stimuleert de bewoner om zelfstandig te zaaien",
    "Ondersteunt de bewoner bij het nemen van beslissingen",
    "De klant doet het zo zelfstandig mogelijk",
    "De eindverantwoordelijkheid ligt bij de voorman",
    "neemt geen besluiten over inkoop",
  ])("is no autonomy of the professional: %s", (text) => expect(steps(text, "autonomy")).toEqual([]));

  it.each([
    ["Is verantwoordelijk voor haar eigen gereedschap", "eigen werk"],
    ["draagt gedeelde verantwoordelijkheid voor het werk van anderen", "gedeeld"],
    ["werkt nieuwe collega's in", "begeleidt"],
    ["geeft leiding aan een ploeg", "werk van anderen"],
    ["is verantwoordelijk voor het resultaat van het werk van de medewerkers", "werk van anderen"],
    ["is verantwoordelijk voor het beleid van de kwekerij", "organisatie"],
  ])("responsibility: %s", (text, step) => expect(steps(text, "responsibility")).toEqual([step]));

  it.each([
    ["voert eenvoudige werkzaamheden uit", "eenvoudig"],
    ["werkt met standaardprocedures", "standaard"],
    ["werkt in wisselende omstandigheden", "wisselend"],
    ["lost complexe problemen op", "complex"],
    ["niet complexe vragen", "eenvoudig"],
    ["handelt in onvoorspelbare situaties", "onvoorspelbaar"],
    ["werkt in zeer complexe projecten", "zeer complex"],
  ])("complexity: %s", (text, step) => expect(steps(text, "complexity")).toEqual([step]));

  it.each([
    ["what the person served knows", "De klant heeft weinig kennis van planten", "knowledge", []],
    ["a name with a target group in it", "De begeleider jonge klanten voert metingen uit", "action", ["voert uit"]],
    ["what a person is let do", "Laat de bewoner zelfstandig zaaien", "autonomy", []],
    ["what is lacking is not what is denied", "Kan zonder toezicht grasmaaiers bedienen", "action", ["voert uit"]],
    ["keeping to the rules", "Houdt zich bij het spuiten aan de voorschriften", "autonomy", ["opdracht"]],
    ["simple tasks are no assisting", "Voert eenvoudige taken uit", "action", ["voert uit"]],
    ["no standard", "Zoekt uit wat te doen als er geen standaardoplossing is", "complexity", ["complex"]],
    ["an occupation", "Helpt de stratenmaker bij het sjouwen", "action", ["assisteert"]],
    ["simple words are no simple task", "Legt in eenvoudige taal uit wat snoeien is", "complexity", []],
  ] as const)("%s: %s", (_, text, scale, expected) => expect(steps(text, scale)).toEqual(expected));

  it("gives the words that made it count, and the rule", () => {
    const text = "Stelt samen met de klant een plan op.";
    const [hit] = levelHits(text);
    expect(hit?.words.map(([start, end]) => text.slice(start, end))).toEqual(["Stelt", "op"]);
    expect(text.slice(hit?.start, hit?.end)).toBe("Stelt samen met de klant een plan op");
    expect(hit?.rule).toBe("action/stelt op: op+stellen");
    expect(levelHits("werkt niet zelfstandig")[0]?.rule).toBe("autonomy/zelfstandig: not zelfstandig|zelfstandige");
  });

  it("says nothing of words of collaboration: they do not tell levels apart", () => {
    expect(levelHits("Werkt samen met gelijken, leidinggevenden en klanten en overlegt met hen")).toEqual([]);
    expect(levelHits("")).toEqual([]);
  });
});

describe("the scales", () => {
  it("have a source, ordered steps, and NLQF ranges that do not go down", () => {
    expect(SCALES.map(({ id }) => id)).toEqual([...LEVEL_SCALES]);
    for (const { source, steps: own } of SCALES) {
      expect(source).not.toBe("");
      expect(own.map(({ step }) => step)).toEqual(own.map((_, i) => i + 1));
      expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
      const first = own.flatMap(({ nlqf }) => (nlqf ? [nlqf[0]] : []));
      expect(first).toEqual([...first].sort((a, b) => a - b));
    }
  });

  it("name qualifiers that are not content", () => {
    expect(depthScale("specialistische")).toBe("knowledge");
    expect(depthScale("zelfstandig")).toBe("autonomy");
    expect(depthScale("kennis")).toBeNull();
    expect(DEPTH_WORDS).toContain("complexe");
  });
});
