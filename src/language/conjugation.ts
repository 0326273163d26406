/**
 * The forms in which a Dutch verb can stand in a text. Spelling rules give more forms than exist ("maken": maak, mak);
 * those that do not exist do no harm, since they are only looked up.
 */
import { fold } from "./fold.js";

/** Infinitive, past singular, past participle, of strong and irregular verbs that documents of work and learning use. */
const STRONG =
  "nemen nam genomen,spreken sprak gesproken,geven gaf gegeven,wijzen wees gewezen,dragen droeg gedragen," +
  "houden hield gehouden,brengen bracht gebracht,zoeken zocht gezocht,vragen vroeg gevraagd,trekken trok getrokken," +
  "schrijven schreef geschreven,sluiten sloot gesloten,gaan ging gegaan,staan stond gestaan,zien zag gezien," +
  "doen deed gedaan,komen kwam gekomen,denken dacht gedacht,winnen won gewonnen,binden bond gebonden," +
  "vinden vond gevonden,helpen hielp geholpen,roepen riep geroepen,treden trad getreden,lezen las gelezen," +
  "kijken keek gekeken,blijven bleef gebleven,bieden bood geboden,laten liet gelaten,schuiven schoof geschoven," +
  "leggen legde gelegd,krijgen kreeg gekregen,weten wist geweten,slaan sloeg geslagen,werven wierf geworven," +
  "zitten zat gezeten,delen deelde gedeeld,meten mat gemeten,ontwerpen ontwierp ontworpen,kiezen koos gekozen," +
  "grijpen greep gegrepen,stijgen steeg gestegen,wegen woog gewogen,werpen wierp geworpen,breken brak gebroken," +
  "blijken bleek gebleken,lijken leek geleken,heffen hief geheven,dringen drong gedrongen,zenden zond gezonden," +
  "dwingen dwong gedwongen,gelden gold gegolden,treffen trof getroffen,snijden sneed gesneden,strijden streed gestreden," +
  "zuigen zoog gezogen,vliegen vloog gevlogen,gieten goot gegoten,schieten schoot geschoten,genieten genoot genoten," +
  "vallen viel gevallen,lopen liep gelopen,vangen ving gevangen,hangen hing gehangen,hebben had gehad,kopen kocht gekocht";

const strong = new Map(
  STRONG.split(",").map((line) => {
    const [infinitive, past, participle] = line.split(" ") as [string, string, string];
    return [infinitive, { past, participle }];
  }),
);

/** Infinitives by their participle, without its "ge-": "genomen" is found under "nomen". */
export const STRONG_PARTICIPLES: ReadonlyMap<string, string> = new Map(
  [...strong].map(([infinitive, { participle }]) => [participle.replace(/^ge/, ""), infinitive]),
);

/** Prefixes that stay with their verb and take the place of "ge-": besproken, overlegd, herzien. */
const PREFIX = /^(?:be|er|ge|her|ont|ver|over|onder|door|vol|weer)/;
const THIRD: Record<string, string> = { gaan: "gaat", staan: "staat", zien: "ziet", doen: "doet", slaan: "slaat" };

/** First persons that an infinitive can have: "stemmen" → stem, "maken" → mak, maak, "geven" → gev, gef, geev, geef. */
function firstPersons(infinitive: string): string[] {
  if (/(?:aa|oe|ie)n$/.test(infinitive)) return [infinitive.slice(0, -1)];
  const root = infinitive.replace(/en$/, "");
  const out = [/([^aeiou])\1$/.test(root) ? root.slice(0, -1) : root];
  // The last is "evalueren", "variëren": a new syllable after a vowel.
  if (/[^aeiou][aeou][^aeiou]$|^[aeou][^aeiou]$|[^aeiou][iu]er$/.test(root))
    out.push(root.replace(/([aeou])([^aeiou])$/, "$1$1$2"));
  return out.flatMap((form) => [form, form.replace(/v$/, "f").replace(/z$/, "s")]);
}

export interface VerbForms {
  /** Finite forms and the infinitive. */
  finite: ReadonlySet<string>;
  /** Participles and what is made of them ("afgestemde"), with "ge-" where the verb takes it. */
  participles: ReadonlySet<string>;
}

/**
 * The forms of a verb, folded. A verb with a particle that comes apart is given without it ("stemmen" for "afstemmen").
 * @param infinitive in -en, or gaan, staan, zien, doen, slaan
 */
export function verbForms(infinitive: string): VerbForms {
  const verb = fold(infinitive);
  const finite = new Set([verb]);
  const participles = new Set<string>();
  const inflected = (form: string): void => {
    participles.add(form).add(`${form}e`);
  };
  for (const first of firstPersons(verb)) {
    finite.add(first).add(/t$/.test(first) ? first : `${first}t`);
    for (const d of ["t", "d"]) {
      for (const past of [`${first}${d}e`, `${first}${d}en`]) finite.add(past);
      const whole = first.endsWith(d) ? first : first + d;
      inflected(PREFIX.test(verb) ? whole : `ge${whole}`);
    }
  }
  const irregular = THIRD[verb];
  if (irregular) finite.add(irregular);
  // "bespreken" goes as "spreken" does, without "ge-".
  const base = [...strong.keys()].find(
    (known) => verb === known || (verb.endsWith(known) && PREFIX.test(verb.slice(0, -known.length))),
  );
  if (base) {
    const { past, participle } = strong.get(base) as { past: string; participle: string };
    const prefix = verb.slice(0, -base.length);
    finite.add(prefix + past).add(`${prefix + past}en`);
    inflected(prefix === "" ? participle : prefix + participle.replace(/^ge/, ""));
  }
  participles.add(`${verb}d`).add(`${verb}de`);
  return { finite, participles };
}
