import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { REPAIR_RULES, repairText } from "../../src/repair/index.js";

const repaired = (text: string): string => repairText(text).mapped.text;
const clean = readFileSync(new URL("../fixtures/schoon.txt", import.meta.url), "utf8");

/** Sentences around a damaged word, so that the text is Dutch and long enough to be told so. */
const within = (text: string): string =>
  `De medewerker ontvangt gasten en stelt hen op hun gemak. ${text} Zij overlegt met collega's over de planning van de week.`;
const mended = (text: string): string =>
  repaired(within(text)).slice(
    within("").indexOf("gemak. ") + 7,
    -(within("").length - within("").indexOf("gemak. ") - 7),
  );

describe("letters", () => {
  it.each([
    ["Zij vraagt de cliént naar zijn wensen.", "Zij vraagt de cliënt naar zijn wensen."],
    ["Zij is codrdinator van de haven.", "Zij is coördinator van de haven."],
    ["Zij kan co6rdineren en beinvioeden.", "Zij kan coördineren en beïnvloeden."],
    ["Hij werkt hygiénisch en efficiént.", "Hij werkt hygiënisch en efficiënt."],
    ["Codrdineert de financiéle zaken.", "Coördineert de financiële zaken."],
    ["Zij legt de p1anten in het w4ter.", "Zij legt de planten in het water."],
    ["Zij verzorgt de bornen in het park.", "Zij verzorgt de bomen in het park."],
    ["Zij let o.a. op de continuiteit.", "Zij let o.a. op de continuïteit."],
    ["Zij doet dat 0.a. in de winter.", "Zij doet dat o.a. in de winter."],
    [
      "Een |ange houdin9 en een tweede kenni5 van de profie|.",
      "Een lange houding en een tweede kennis van de profiel.",
    ],
    ["Een O-jarige of een 1O-jarige.", "Een 0-jarige of een 10-jarige."],
    ["Het cli\ufffdntsysteem en de cli?nt.", "Het cliëntsysteem en de cliënt."],
    ["De co”rdinator en de idee‰n.", "De coördinator en de ideeën."],
  ])("%s", (from, to) => expect(mended(from)).toBe(to));

  it.each([
    "Zij draagt de code B1-K1-Wé6 en de code P3-K1-W?2.",
    "Hanneke Veeren en Zoé Lubrecht waren erbij.",
    "Vóór alles wil zij dát, zélf en één keer.",
    "Zij heeft kennis van tiltechnieken en weerstandpatronen.",
    "Het team van MOgroep, ActiZ en V&VN gaf advies.",
    "De tabel heeft de kop |naam|taak|uren| en noten bij regels5 en taken9.",
    "The skills and knowledge of individuals with encounters.",
    "Kijk op https://www.beinvioeden.example/cliént en mail naar cliént@haven.example.",
    "Zij kiest de-escalerend gedrag en evidence-based handelen.",
  ])("leaves alone: %s", (text) => expect(mended(text)).toBe(text));
});

describe("spaces", () => {
  it.each([
    ["Dat gaat eninoverleg met hen en in overleg met mij.", "Dat gaat en in overleg met hen en in overleg met mij."],
    ["Zijobserveert en signaleert veel.", "Zij observeert en signaleert veel."],
    ["Hij weet dathet niet kan.", "Hij weet dat het niet kan."],
    ["De nieuwehuurders betalen per maand.", "De nieuwe huurders betalen per maand."],
    ["De gast vraagt naarhet weer en deprijs.", "De gast vraagt naar het weer en de prijs."],
    ["Zij overlegtmet collega's omdatzij twijfelt.", "Zij overlegt met collega's omdat zij twijfelt."],
    ["Zelf-en samenredzaamheid telt.", "Zelf- en samenredzaamheid telt."],
    ["De mbo -opleiding duurt lang.", "De mbo-opleiding duurt lang."],
    ["Zij helpt d e cliënt.", "Zij helpt de cliënt."],
    ["Zij is b e g e l e i d e r van de groep.", "Zij is begeleider van de groep."],
    ["Zij geeft leer lingen een taak.", "Zij geeft leerlingen een taak."],
    ["Zij is mee stal aan het werk.", "Zij is meestal aan het werk."],
    ["Zij maakt af spraken over de wet-en regelgeving.", "Zij maakt afspraken over de wet- en regelgeving."],
    ["De afval,bilgewater,smeerolie en oude verf.", "De afval, bilgewater, smeerolie en oude verf."],
    ["Het ver-lichten van de last.", "Het verlichten van de last."],
    ["Zij kan begeleiden,coachen en sturen.", "Zij kan begeleiden, coachen en sturen."],
    ["Dit past bij hun(fysieke, mentale en sociale) kracht.", "Dit past bij hun (fysieke, mentale en sociale) kracht."],
    ["Waar ‘hij’staat is zij bedoeld.", "Waar ‘hij’ staat is zij bedoeld."],
  ])("%s", (from, to) => expect(mended(from)).toBe(to));

  it.each([
    "Zij inventariseert de woon- en leefsituatie en knel- en verbeterpunten.",
    "Doelen en -methodieken, patiëntveiligheidswetten, -regels en -richtlijnen.",
    "De ouder(s), het kind(eren), stagiair(e)s en (gedrags)alternatieven.",
    "Zij werkt met een vijfpuntschaal aan het instandhouden van de vaarwegstroming.",
    "De kadebeheerders, een kadebeheerder en de weerpatronen.",
    "Ten slotte gaat zij in zee en over land, met een op maat gemaakt plan.",
    "Onderdeel d, e en f gelden; vitamine d en e ook.",
    "De zorg-/dienstverlening, het slaap/waakritme en de in- en externe partners.",
    "Zij is alert op over-betrokkenheid en risico-handelingen.",
  ])("leaves alone: %s", (text) => expect(mended(text)).toBe(text));
});

describe("hyphens at line ends", () => {
  it.each([
    ["bege-\nleider", "begeleider"],
    ["bege- \n\nleiders", "begeleiders"],
    ["woon-\nen leefsituatie", "woon- en leefsituatie"],
    ["HRD-\nbeleid", "HRD-beleid"],
    ["mbo-\nopleiding", "mbo-opleiding"],
    ["e-\nmail", "e-mail"],
    ["cli-\nent", "cliënt"],
    ["be-\ninvloeden", "beïnvloeden"],
    ["zorg-\n/dienstverlening", "zorg-/dienstverlening"],
    ["ouder(s)/\nverzorger(s)", "ouder(s)/verzorger(s)"],
    ["niet-\naangeboren", "niet-aangeboren"],
    ["samen\u00ad\nwerken", "samenwerken"],
    ["samen¬\nwerken", "samenwerken"],
  ])("%j", (from, to) =>
    expect(repaired(`Dit is een tekst over ${from} in de haven.`)).toBe(`Dit is een tekst over ${to} in de haven.`),
  );
});

describe("encoding", () => {
  it.each([
    ["cliÃ«nt en coÃ¶rdinator", "cliënt en coördinator"],
    ["collegaâ€™s", "collega’s"],
    ["clie\u0308nt", "cliënt"],
    ["cli¨ent", "cliënt"],
    ["eﬃciënt en ﬁnancieel", "efficiënt en financieel"],
    ["be\u00adgeleider", "begeleider"],
    ["cli├½nt", "cliënt"],
    ["cli√´nt", "cliënt"],
    ["Ã©Ã©n", "één"],
    ["cliÃƒÂ«nt", "cliënt"],
  ])("%s", (from, to) =>
    expect(repaired(`Dit is de tekst over ${from} in de haven.`)).toBe(`Dit is de tekst over ${to} in de haven.`),
  );

  it("keeps signs that are right", () => {
    const text = "Het is 20 °C; «ja» zei André, à € 5, ½ uur, 3 × 4 ± 1 – en §2.";
    expect(repaired(text)).toBe(text);
  });
});

describe("the list of repairs", () => {
  it("names whole words, in order, with their place in the source", () => {
    const text = within("Zijobserveert de cliént en codr-\ndineert het werk.");
    const { repairs } = repairText(text);
    expect(repairs.map(({ from, to }) => [from, to])).toEqual([
      ["Zijobserveert", "Zij observeert"],
      ["cliént", "cliënt"],
      ["codr-\ndineert", "coördineert"],
    ]);
    for (const { start, end, from } of repairs) expect(text.slice(start, end)).toBe(from);
    expect(repairs.every(({ confidence }) => confidence > 0.5 && confidence <= 1)).toBe(true);
  });

  it("is empty for clean text", () => {
    const result = repairText(clean);
    expect(result.mapped.text).toBe(clean);
    expect(result.repairs).toEqual([]);
    expect(result.furniture).toEqual([]);
  });

  it("is empty when repair is switched off, and the text as it was", () => {
    const text = within("De cliént zei codr-\ndineren.");
    expect(repairText(text, { repair: false })).toMatchObject({ repairs: [], furniture: [], notes: [] });
    expect(repairText(text, { repair: false }).mapped.text).toBe(text);
  });

  it("stands in the settings by the names of its rules", () => {
    expect(REPAIR_RULES).toEqual(["encoding", "furniture", "footnote", "hyphenation", "letters", "spaces"]);
  });

  it("is made for the empty string", () => {
    expect(repairText("")).toMatchObject({ source: "", repairs: [], furniture: [], notes: [] });
  });
});

it("leaves a text that is not Dutch alone", () => {
  const text = "The client is efficient, patient and convenient. Coordinate the continuity of the organization.";
  expect(repaired(text)).toBe(text);
});
