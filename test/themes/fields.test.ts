/** Statements of many fields of work, written for this test: the guide of the theme holds in all of them. */
import { expect, test } from "vitest";
import { builtInThemes, DEFAULT_THEME, Labeller, type Theme } from "../../src/themes/index.js";
import { unitCorpus } from "../helpers/corpora.js";

const labeller = new Labeller(builtInThemes().find(({ id }) => id === DEFAULT_THEME) as Theme);

const STATEMENTS = {
  kern: [
    "De monteur stemt storingen af met de operator en de werkvoorbereider.",
    "Overlegt tijdens de dienst met de meldkamer over de inzet.",
    "Werkt in een scrumteam en neemt deel aan de dagelijkse stand-up.",
    "Bespreekt de ontwikkeling van leerlingen met de intern begeleider en de leerkracht.",
    "Draagt na de dienst de patiënten mondeling en schriftelijk over aan de volgende ploeg.",
    "Wisselt informatie uit met andere opsporingsdiensten.",
    "Zoekt afstemming met de opdrachtgever, de architect en de constructeur.",
    "Informeert de officier van justitie over de voortgang van het onderzoek.",
    "Is in staat om in een multidisciplinair team te werken.",
    "Levert een actieve bijdrage aan het teamoverleg.",
    "Coördineert de inzet van onderaannemers en leveranciers.",
    "Maakt deel uit van een team en werkt nauw samen met diëtist en logopedist.",
    "Geeft relevante informatie door aan collega's.",
    "Onderhoudt contacten met scholen en bedrijven in de regio.",
    "Stelt samen met collega's een plan op.",
    "De testresultaten worden teruggekoppeld aan de ontwikkelaars.",
    "Consulteert zo nodig een deskundige.",
    "Stemt de behandeling met de huisarts af.",
    "Signaleert knelpunten en bespreekt deze in het teamoverleg.",
    "Voert overleg met ketenpartners zoals politie en reclassering.",
    "Maakt met de wijkagent afspraken over toezicht.",
    "Ontwerpt lessen in samenwerking met vakcollega's.",
    "Deelt zijn kennis met medestudenten en collega's.",
  ],
  rand: [
    "Roept bij calamiteiten de hulp in van de brandweer.",
    "Verwijst de cliënt naar de huisarts.",
    "Legt verantwoording af aan de leidinggevende.",
    "Geeft collega's feedback op hun werk.",
    "Begeleidt leerlingen van de bpv en nieuwe medewerkers op de afdeling.",
    "Neemt deel aan intervisie.",
    "Onderhoudt een relevant netwerk.",
    "Informeert ouders over de voortgang van hun kind.",
    "Maakt afspraken met mantelzorgers over de taakverdeling.",
    "Vraagt hulp als het werk te zwaar wordt.",
    "Meldt afwijkingen aan de chef.",
    "Geeft leiding aan een team van medewerkers.",
    "Spreekt anderen aan op onveilig gedrag.",
    "Werkt onder leiding van een ervaren monteur.",
    "Instrueert vrijwilligers bij de activiteit.",
  ],
  geen: [
    "Overlegt met de klant over de gewenste kleur.",
    "Stemt de oefeningen af op het niveau van de groep.",
    "Werkt volgens de veiligheidsregels van het bedrijf.",
    "Houdt een logboek bij van uitgevoerde metingen.",
    "Kent de taken van de verschillende disciplines.",
    "Heeft kennis van de sociale kaart en van samenwerkingsverbanden.",
    "Respecteert de mening van anderen.",
    "Houdt rekening met collega's bij het gebruik van gereedschap.",
    "Leert de leerling samenwerken met klasgenoten.",
    "Ondersteunt de jongere bij het onderhouden van contacten met familie.",
    "Maakt met de patiënt een afspraak voor de volgende behandeling.",
    "Bewaakt het budget van de afdeling.",
    "Controleert of de leverancier de juiste goederen heeft geleverd.",
    "Past de wet- en regelgeving van de overheid toe.",
    "Stelt een rapport op volgens de eisen van de organisatie.",
    "Informeert de klant over de kosten.",
    "De school biedt de leerling een veilige omgeving.",
    "Monteert onderdelen in overeenstemming met de tekening.",
    "Presenteert de resultaten van het onderzoek op heldere wijze.",
    "Zorgt voor een goede sfeer in de groep.",
    "Gaat discreet om met gegevens van het bedrijf.",
    "Evalueert het eigen handelen.",
    "Werkt zelfstandig aan opdrachten.",
    "Voert gesprekken met slachtoffers en getuigen.",
  ],
};

for (const [label, texts] of Object.entries(STATEMENTS)) {
  test.each(texts)(`${label}: %s`, (text) => {
    const corpus = unitCorpus("d", [{ kind: "taak", code: "1", title: "", texts: [text] }]);
    expect(labeller.label(corpus.dossiers[0] as (typeof corpus.dossiers)[0])[0]?.label).toBe(label);
  });
}
