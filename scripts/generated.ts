// Invented kwalificatiedossiers in any number, to see what the program does with many: recombined words, no sentence of a
// document. The same settings and seed, the same files.
import { seeded } from "../src/language/random.js";

export interface Wanted {
  dossiers: number;
  /** Of all dossiers together. */
  statements: number;
  seed: number;
}

export interface GeneratedFile {
  name: string;
  text: string;
}

/** Third person and infinitive. */
const VERBS = (
  "plant:plannen bewaakt:bewaken controleert:controleren bespreekt:bespreken verdeelt:verdelen meet:meten reinigt:reinigen " +
  "bestelt:bestellen beoordeelt:beoordelen begeleidt:begeleiden ontwerpt:ontwerpen herstelt:herstellen levert:leveren " +
  "registreert:registreren onderzoekt:onderzoeken verbetert:verbeteren presenteert:presenteren berekent:berekenen " +
  "signaleert:signaleren verwerkt:verwerken evalueert:evalueren vervangt:vervangen schrijft:schrijven kiest:kiezen " +
  "onderhoudt:onderhouden rapporteert:rapporteren coördineert:coördineren test:testen vergelijkt:vergelijken"
)
  .split(" ")
  .map((pair) => pair.split(":") as [string, string]);
const ADJECTIVES =
  "nieuwe,dagelijkse,digitale,schriftelijke,complexe,eenvoudige,afwijkende,tijdelijke,gezamenlijke,jaarlijkse,veilige,duurzame,bijzondere,technische,persoonlijke,financiële".split(
    ",",
  );
/** First parts of the nouns: what a dossier is about. */
const FIELDS =
  "tuin,keuken,haven,winkel,school,wijk,sport,muziek,water,hout,staal,glas,textiel,papier,verf,dak,vloer,gevel,brug,spoor,weg,fiets,auto,boot,vlieg,post,pakket,magazijn,markt,bakkerij,slagerij,vis,zuivel,graan,fruit,bloem,boom,bos,dier,stal,weide,melk,voer,mest,bodem,klimaat,energie,koel,licht,geluid,beeld,film,theater,museum,archief,boek,taal,reken,kantoor,balie,bank,pensioen,belasting,huur,bouw,sloop,kraan,lift,meet,laser,druk,verpakking,recycling,riool,zwembad,hotel,camping,reis,gids,zorg,apotheek,tand,voet,gehoor,bril".split(
    ",",
  );
/** Second parts. */
const THINGS =
  "plannen,lijsten,gegevens,afspraken,metingen,machines,materialen,tekeningen,verslagen,klachten,storingen,bestellingen,voorraden,routes,roosters,keuringen,contracten,offertes,folders,trainingen,projecten,teams,klanten,leveranciers,bezoekers,regels,normen,risico's,budgetten,kosten,monsters,onderdelen,systemen,programma's,vergaderingen,opdrachten,ruimten,routines,producten,resultaten".split(
    ",",
  );
const PURPOSES =
  "voor de overdracht,met collega's van andere afdelingen,binnen de afgesproken tijd,volgens het voorschrift,op locatie,bij drukte,in overleg met de leidinggevende,na afloop van de dienst,zonder hulp,met aandacht voor veiligheid".split(
    ",",
  );
/** Ranks and their mbo level. */
const PROFILES = [
  ["Medewerker", 2],
  ["Vakkracht", 3],
  ["Specialist", 4],
  ["Coördinator", 4],
] as const;
const COMPETENCIES = [
  "Samenwerken en overleggen",
  "Plannen en organiseren",
  "Kwaliteit leveren",
  "Leren",
  "Analyseren",
];

/** Shares of the requirements that are taken from an earlier one, of any dossier. */
const SAME = 0.05;
const NEARLY = 0.15;

interface Requirement {
  verb: readonly [string, string];
  adjective: string;
  objects: [string, string];
  purpose: string;
}

/**
 * Dossiers with a basisdeel and two to four profieldelen of different levels, kerntaken, werkprocessen, additions for one
 * profile, and statements that are equal or nearly equal to one elsewhere.
 */
export function* generated({ dossiers, statements, seed }: Wanted): Generator<GeneratedFile> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const earlier: Requirement[] = [];

  function requirement(fields: readonly string[]): Requirement {
    const noun = (): string => pick(random() < 0.8 ? fields : FIELDS) + pick(THINGS);
    const fresh = (): Requirement => ({
      verb: pick(VERBS),
      adjective: pick(ADJECTIVES),
      objects: [noun(), noun()],
      purpose: pick(PURPOSES),
    });
    const chance = random();
    if (earlier.length > 0 && chance < SAME) return pick(earlier);
    const made: Requirement =
      earlier.length > 0 && chance < SAME + NEARLY
        ? { ...pick(earlier), ...(random() < 0.5 ? { adjective: pick(ADJECTIVES) } : { purpose: pick(PURPOSES) }) }
        : fresh();
    earlier.push(made);
    return made;
  }

  for (let d = 0; d < dossiers; d++) {
    const share = (i: number): number => Math.floor((i * statements) / dossiers);
    let left = share(d + 1) - share(d);
    const fields = Array.from({ length: 6 }, () => pick(FIELDS));
    const name = `${pick(FIELDS)}- en ${fields[0]}techniek ${d + 1}`;
    const profiles = PROFILES.slice(0, 2 + Math.floor(random() * 3)).map(([rank, level]) => ({
      title: `${rank} ${name}`,
      level,
    }));
    /** As many of these as the dossier still has to hold. */
    const some = (count: number, write: (r: Requirement) => string): string[] => {
      const size = Math.min(count, left);
      left -= size;
      return Array.from({ length: size }, () => write(requirement(fields)));
    };
    const does = ({ verb, adjective, objects, purpose }: Requirement): string =>
      `${verb[0]} ${adjective} ${objects[0]} en ${objects[1]} ${purpose}`;
    const knows = ({ verb, adjective, objects, purpose }: Requirement): string =>
      random() < 0.5
        ? `heeft kennis van ${adjective} ${objects[0]} en ${objects[1]}`
        : `kan ${adjective} ${objects[0]} en ${objects[1]} ${purpose} ${verb[1]}`;
    const sentence = (r: Requirement): string => `De vakkracht ${does(r)}.`;
    const block = (heading: string, lines: readonly string[]): string[] =>
      lines.length > 0 ? [heading, ...lines] : [];
    const bullets = (lead: string, lines: readonly string[]): string[] =>
      block(
        lead,
        lines.map((line) => `- ${line}`),
      );
    const title = (): string => {
      const { verb, objects } = requirement(fields);
      return `${verb[0].charAt(0).toUpperCase()}${verb[0].slice(1)} ${objects[0]} en ${objects[1]}`;
    };

    const kerntaak = (code: string): string[] => [
      `${code}: ${title()}`,
      ...block("Complexiteit", some(1, sentence)),
      ...block("Verantwoordelijkheid en zelfstandigheid", some(1, sentence)),
      ...block("Vakkennis en vaardigheden", bullets("De beginnend beroepsbeoefenaar:", some(6, knows))),
    ];
    const werkproces = (code: string): string[] => {
      const scope = pick(profiles).title;
      const extra = code.startsWith("B1") && random() < 0.3;
      return [
        `${code}: ${title()}`,
        ...block("Omschrijving", [some(2, sentence).join(" ")].filter(Boolean)),
        ...(extra ? block(`Voor ${scope} geldt aanvullend:`, some(1, sentence)) : []),
        ...block("Resultaat", some(1, sentence)),
        ...block(
          "Gedrag",
          bullets(
            "De vakkracht:",
            some(4, (r) => `${does(r)};`),
          ),
        ),
        `De onderliggende competenties zijn: ${pick(COMPETENCIES)}`,
      ];
    };
    /** A part with so many statements, and what is begun finished. */
    const part = (code: string, size: number): string[] => {
      const until = Math.max(0, left - size);
      const lines: string[] = [];
      for (let k = 1; left > until; k++) {
        lines.push("", ...kerntaak(`${code}-K${k}`));
        for (let w = 1; w <= 5 && left > until; w++) lines.push("", ...werkproces(`${code}-K${k}-W${w}`));
      }
      return lines;
    };

    const basis = part("B1", Math.ceil(left * 0.4));
    const own = profiles.flatMap((profile, i) => [
      "",
      "Profieldeel",
      "",
      `P${i + 1}: ${profile.title}`,
      "",
      `Mbo-niveau ${profile.level}`,
      ...part(`P${i + 1}`, Math.ceil(left / (profiles.length - i))),
    ]);
    const lines = [`Kwalificatiedossier ${name}`, "", "Basisdeel", ...basis, ...own];
    yield {
      name: `dossier-${String(d + 1).padStart(String(dossiers).length, "0")}.txt`,
      text: `${lines.join("\n")}\n`,
    };
  }
}
