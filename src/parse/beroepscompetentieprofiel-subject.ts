/**
 * Which sentences of running prose say what the professional does, can, knows or is responsible for. Of a profile's
 * chapters those sentences are requirements; the others (about the sector, the clients, the history, the figures)
 * are background.
 */
import { isFiniteVerb } from "../language/finite.js";
import { fold } from "../language/fold.js";

/** Words for whoever exercises the profession, in every profile. */
const GENERAL = [
  "beroepskracht(?:en)?",
  "beroepsbeoefena(?:ar|ars|ren)",
  "professionals?",
  "medewerkers?",
  "vakm(?:an|ensen)",
  "werknemers?",
];

/** Words before a pronoun that open a clause in which it is not the subject of the sentence. */
const NO_VERB = new Set(
  (
    "die dat wat wie als en of maar want omdat zodat terwijl wanneer hoe met van voor aan op door bij tot over onder naar " +
    "uit in tussen dan toen ook niet waar waarin waarmee waarbij waarop waarvan waaraan waarover waardoor daarin daarmee zoals"
  ).split(" "),
);
/** Openings behind which a form of "zijn" tells what there is, not what someone does. */
const THERE_IS =
  /^(?:er|dit|dat|dergelijke|voorbeelden?|onder|de meeste|steeds meer)\s(?:\p{L}+\s){0,3}(?:is|zijn|was|waren)\b/iu;

/** Verbs in the plural that stand before their subject; a noun in the plural looks the same as most others. */
const PLURAL = new Set(
  (
    "moeten kunnen mogen dienen hoeven zullen willen zijn hebben worden krijgen gaan doen staan weten werken houden leveren " +
    "maken nemen geven voeren zorgen helpen ontwikkelen begeleiden ondersteunen gebruiken dragen brengen spreken"
  ).split(" "),
);

const MODAL = "(?:moet|moeten|dient|dienen|kan|kunnen|mag|mogen|hoort|horen|behoort|behoren|weet|weten|hoeft|hoeven)";

export interface Subject {
  /**
   * Whether a sentence states what the professional does, knows, can or answers for.
   * @param pronouns whether "ze", "zij" and "hij" stand for the professional here
   */
  states: (sentence: string, pronouns: boolean) => boolean;
}

/** @param titles names of the profession and its variants ("persoonlijk begeleider") */
export function subjectOf(titles: readonly string[]): Subject {
  const names = new Set(titles.flatMap((title) => [title.toLowerCase(), personIn(title) ?? title.toLowerCase()]));
  const own = [...names]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => `${literal(name)}(?:s|en)?`);
  const actor = `(?:[\\p{L}()/-]+-)?(?:${[...own, ...GENERAL].join("|")})(?![\\p{L}-])`;
  const determiner = "(?:de|een|elke|iedere|alle|deze|die|zo’n)";
  const phrase = `(?:${determiner}\\s+)?(?:[\\p{Ll}()/-]+(?:e|d|k|k\\)|h)\\s+){0,2}${actor}`;
  const first = new RegExp(
    `^(?:(?:ook|verder|daarnaast|bovendien|ten\\s+slotte|meer\\s+dan\\s.{3,60}?\\s(?:wordt|worden|is|zijn))\\s+)?${phrase}`,
    "iu",
  );
  const inverted = new RegExp(
    `(?<![\\p{L}])(\\p{Ll}+)\\s+(?:(?:dan|ook|daarom|hierbij|daarbij|er|daar)\\s+)?(?:${phrase})`,
    "giu",
  );
  const pronoun = /^(?:ze|zij|hij)\s/iu;
  const invertedPronoun = /(?<![\p{L}])(\p{Ll}+)\s+(?:(?:dan|ook|daarom|er|daar)\s+)?(?:ze|zij|hij)(?![\p{L}])/giu;
  const modal = new RegExp(`${actor}\\s+(?:\\p{Ll}+\\s+){0,2}${MODAL}(?![\\p{L}])`, "iu");
  const demanded = new RegExp(
    `(?:van|aan)\\s+${phrase}\\s+(?:wordt|worden)\\s+(?:\\p{Ll}+\\s+){0,3}(?:gevraagd|verwacht|geëist|gesteld)|(?:wordt|worden)\\s+(?:van|aan)\\s+${phrase}`,
    "iu",
  );
  const duty = new RegExp(
    `(?:taak|taken|verantwoordelijkheid|verantwoordelijkheden|opdracht|rol)\\s+van\\s+${phrase}`,
    "iu",
  );

  const needed = new RegExp(
    `\\b(?:belang|belangrijk|noodzakelijk|nodig|essentieel|in),?\\s+dat\\s+(?:je\\s+als\\s+)?(?:${phrase})`,
    "iu",
  );

  const invertedBy = (sentence: string, pattern: RegExp): boolean => {
    for (const match of sentence.matchAll(pattern)) {
      const verb = match[1] as string;
      if (NO_VERB.has(fold(verb))) continue;
      if (isFiniteVerb(verb) || PLURAL.has(verb)) return true;
    }
    return false;
  };
  return {
    states: (sentence, pronouns) => {
      if (THERE_IS.test(sentence) && !duty.test(sentence)) return false;
      if (first.test(sentence) || modal.test(sentence) || demanded.test(sentence) || duty.test(sentence)) return true;
      if (needed.test(sentence)) return true;
      if (pronouns && (pronoun.test(sentence) || invertedBy(sentence, invertedPronoun))) return true;
      return invertedBy(sentence, inverted);
    },
  };
}

/** Last words of a title that name a field, not a person. */
const FIELD = /(?:zorg|techniek|werk|welzijn|onderwijs|handel|bouw|dienst|verlening|opvang|kunde|hulp)$/u;

/** The noun for the person in a title: "begeleider" in "persoonlijk begeleider" and in "Begeleider gehandicaptenzorg". */
function personIn(title: string): string | null {
  // "Monteur in de fietsenmakerij": what follows tells where.
  const words =
    (title.toLowerCase().split(/\s(?:in|van|voor|bij|op|met|binnen)\s/u)[0] ?? "").match(/[\p{L}-]+/gu) ?? [];
  const last = words.at(-1);
  const noun = last !== undefined && FIELD.test(last) && words.length > 1 ? words[0] : last;
  return noun !== undefined && noun.length > 2 ? noun : null;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const RESPONSIBLE =
  /verantwoord|aanspreekbaar|aangesproken|bevoegd|besluit|beslissing|zelfstandig werkt|werkt (?:ze |zij |hij )?zelfstandig|onder toezicht/iu;
const COMPLEX =
  /complex|voorspelba|stabiel|crisis|risico|improviser|routine|ingewikkeld|onverwacht|problemen op te lossen|procedures|protocol|gevolgen|alternatieven/iu;

/** The section that a sentence about a variant belongs to, by what it is about. */
export function sectionByContent(sentence: string): "verantwoordelijkheid" | "complexiteit" | "typering" {
  if (RESPONSIBLE.test(sentence)) return "verantwoordelijkheid";
  return COMPLEX.test(sentence) ? "complexiteit" : "typering";
}
