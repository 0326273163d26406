/**
 * Which sentences of running prose say what the professional does, can, knows or is responsible for. Of a profile's
 * chapters those sentences are requirements; the others (about the sector, the clients, the history, the figures)
 * are background. The patterns are for sentences in lower case: with letters of any script "whatever their case" they took twice
 * as long to compile as all sentences of a profile take to look at.
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
  // In the text about a profession the members of its teams are those who exercise it.
  "teaml(?:id|eden)",
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
  /^(?:er|dit|dat|dergelijke|voorbeelden?|onder|de meeste|steeds meer)\s(?:\p{L}+\s){0,3}(?:is|zijn|was|waren)\b/u;

/** Verbs in the plural that stand before their subject; a noun in the plural looks the same as most others. */
const PLURAL = new Set(
  (
    "moeten kunnen mogen dienen hoeven zullen willen zijn hebben worden krijgen gaan doen staan weten werken houden leveren " +
    "maken nemen geven voeren zorgen helpen ontwikkelen begeleiden ondersteunen gebruiken dragen brengen spreken"
  ).split(" "),
);

/** A word for a person behind one of these is not the subject of the verb that follows it. */
const GOVERNED =
  /(?<![\p{L}])(?:van|voor|met|aan|door|bij|tussen|onder|tot|naar|over|op)\s+(?:(?:de|een|elke|iedere|alle|deze|die)\s+)?(?:\p{Ll}+(?:e|d|k|h)\s+){0,2}$/u;
/** The reader spoken to as the professional; not where the text tells what there is to read. */
const ADDRESSED = /^(?:je|jij|u)\s+(?!(?:lees|leest|vind|vindt|ziet|zie|treft|tref|komt)\b)\p{Ll}+/u;
/** Words for what the work cannot do without, or what it comes down to. */
const OF_WEIGHT =
  "(?:van\\s+(?:groot\\s+|wezenlijk\\s+)?belang|belangrijk|noodzakelijk|nodig|essentieel|cruciaal|onontbeerlijk|onmisbaar|vereist|zaak)";
/** "het is van belang die relatie te evalueren", "de insteek is om …": what is to be done, whoever is not named. */
const TO_BE_DONE = new RegExp(
  `(?<![\\p{L}])(?:${OF_WEIGHT}|(?:insteek|opdracht|uitgangspunt|streven|kunst|uitdaging|doel)\\s+(?:is|blijft))(?![\\p{L}])[^.;]*\\s(?:te|om)\\s+(?:\\p{Ll}+\\s+){0,12}?\\p{Ll}{2,}n(?![\\p{L}])`,
  "u",
);
/** "Contact kunnen maken is onontbeerlijk": an infinitive as the subject of the same. */
const INFINITIVE_SUBJECT = new RegExp(
  `^[^,.;]{0,80}(?<![\\p{L}])(?!bovendien\\s|misschien\\s|samen\\s|alleen\\s)\\p{L}{2,}en(?:\\s+(?:met|van|voor|aan|op|in)\\s[^,.;]{2,40})?\\s+(?:is|blijft)\\s+(?:\\p{Ll}+\\s+){0,3}${OF_WEIGHT}`,
  "u",
);
/** "Reflecteren is een kerncompetentie", "… neemt een belangrijke plaats in": activities named as parts of the work. */
const PART_OF_WORK =
  /(?<![\p{L}])(?:kern(?:competentie|taak|waarde)s?(?![\p{L}])|(?:de\s+)?kern\s+van\s+(?:het|dit|ons)\s+(?:vak|beroep|werk)|(?:wezenlijk|belangrijk|vast|essentieel)e?\s+(?:onderdeel|bestanddeel|taak|deel\s+van\s+het\s+(?:werk|beroep|vak))|belangrijke\s+plaats\s+in(?![\p{L}])|accent\s+(?:in\s+\p{L}+\s+\p{L}+\s+)?op\s+\p{Ll}+en(?![\p{L}]))/u;
/** "De begeleiding moet aansluiten bij …": an activity of which something is asked. */
const ACTIVITY_MUST =
  /^(?:de|het|deze|dit|elke)\s+(?:\p{Ll}+e\s+)?(?!\p{Ll}*(?:stichting|vereniging|instelling|opleiding|omgeving|inrichting|regering|afdeling|voorziening|wetgeving)\s)(?:\p{Ll}*(?:ing|zorg|hulp|aanpak|werkwijze))\s+(?:moet|dient)(?![\p{L}])/u;
/** "Dat gebeurt ook met het team": more of what the sentence before stated. */
const MORE_OF_IT = /^(?:dat|dit)\s+(?:gebeurt|doet|doen|geldt)(?![\p{L}])/u;
/** Sentences about the document or about the training state nothing of the work. */
const ABOUT_TEXT =
  /(?<![\p{L}])(?:(?:dit|het|deze|de|een)\s+(?:\p{L}*profiel|document|hoofdstuk|bijlage|paragraaf|publicatie|overzicht|tabel)|opleidingen|het\s+onderwijs)(?![\p{L}])/u;

const MODAL = "(?:moet|moeten|dient|dienen|kan|kunnen|mag|mogen|hoort|horen|behoort|behoren|weet|weten|hoeft|hoeven)";

export interface Subject {
  /**
   * Whether a sentence states what the professional does, knows, can or answers for, or what the work asks.
   * @param pronouns whether "ze", "zij" and "hij" stand for the professional here, so that the sentence before states too
   */
  states: (sentence: string, pronouns: boolean) => boolean;
}

/** @param titles names of the profession and its variants ("persoonlijk begeleider") */
export function subjectOf(titles: readonly string[]): Subject {
  const names = new Set(titles.flatMap((title) => [title.toLowerCase(), personIn(title) ?? title.toLowerCase()]));
  const own = [...names]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((name) => `${literal(name)}(?:s|en)?`);
  const anyName = [...own, ...GENERAL].join("|");
  // Most sentences name no professional, which is seen sooner than that none of the patterns below fits.
  const named = new RegExp(anyName, "u");
  const actor = `(?:[\\p{L}()/-]+-)?(?:${anyName})(?![\\p{L}-])`;
  const determiner = "(?:de|een|elke|iedere|alle|deze|die|zo’n)";
  const phrase = `(?:${determiner}\\s+)?(?:[\\p{Ll}()/-]+(?:e|d|k|k\\)|h)\\s+){0,2}${actor}`;
  const first = new RegExp(
    `^(?:(?:ook|verder|daarnaast|bovendien|ten\\s+slotte|meer\\s+dan\\s.{3,60}?\\s(?:wordt|worden|is|zijn))\\s+)?${phrase}`,
    "u",
  );
  const inverted = new RegExp(
    `(?<![\\p{L}])(\\p{Ll}+)\\s+(?:(?:dan|ook|daarom|hierbij|daarbij|er|daar)\\s+)?(?:${phrase})`,
    "gu",
  );
  const pronoun = /^(?:ze|zij|hij)\s/u;
  const invertedPronoun = /(?<![\p{L}])(\p{Ll}+)\s+(?:(?:dan|ook|daarom|er|daar)\s+)?(?:ze|zij|hij)(?![\p{L}])/gu;
  const modal = new RegExp(`(?<![\\p{L}-])${actor}\\s+(?:\\p{Ll}+\\s+){0,2}${MODAL}(?![\\p{L}])`, "gu");
  const demanded = new RegExp(
    `(?:van|aan)\\s+${phrase}\\s+(?:wordt|worden)\\s+(?:\\p{Ll}+\\s+){0,3}(?:gevraagd|verwacht|geëist|gesteld)|(?:wordt|worden)\\s+(?:van|aan)\\s+${phrase}`,
    "u",
  );
  const duty = new RegExp(
    `(?:taak|taken|verantwoordelijkheid|verantwoordelijkheden|opdracht|rol)\\s+van\\s+${phrase}`,
    "u",
  );

  // "dat je als begeleider met hen hebt", "Als kok bereid je …".
  const addressed = new RegExp(
    `\\b(?:je|u)\\s+als\\s+(?:${phrase})|^als\\s+(?:${phrase})\\s+\\p{Ll}+\\s+(?:je|u)\\b`,
    "u",
  );
  const needed = new RegExp(
    `\\b(?:belang|belangrijk|noodzakelijk|nodig|essentieel|in),?\\s+dat\\s+(?:je\\s+als\\s+)?(?:${phrase})`,
    "u",
  );

  const invertedBy = (sentence: string, lower: string, pattern: RegExp): boolean => {
    for (const { 1: found = "", index } of lower.matchAll(pattern)) {
      // As written: what opens a sentence is no verb in the plural.
      const verb = sentence.slice(index, index + found.length);
      if (NO_VERB.has(fold(verb))) continue;
      if (isFiniteVerb(verb) || PLURAL.has(verb)) return true;
    }
    return false;
  };
  const statesByName = (lower: string): boolean =>
    first.test(lower) ||
    demanded.test(lower) ||
    [...lower.matchAll(modal)].some(({ index }) => !GOVERNED.test(lower.slice(0, index))) ||
    needed.test(lower) ||
    addressed.test(lower);
  return {
    states: (sentence, pronouns) => {
      const lower = sentence.toLowerCase();
      const isNamed = named.test(lower);
      const isDuty = isNamed && duty.test(lower);
      if (THERE_IS.test(lower) && !isDuty && !PART_OF_WORK.test(lower)) return false;
      if (isDuty || (isNamed && statesByName(lower))) return true;
      if (ADDRESSED.test(lower) || asked(lower) || (pronouns && MORE_OF_IT.test(lower))) return true;
      if (pronouns && (pronoun.test(lower) || invertedBy(sentence, lower, invertedPronoun))) return true;
      return isNamed && invertedBy(sentence, lower, inverted);
    },
  };
}

/** Whether a sentence says what the work asks, without saying who does it. */
const asked = (lower: string): boolean =>
  !ABOUT_TEXT.test(lower) &&
  [TO_BE_DONE, INFINITIVE_SUBJECT, PART_OF_WORK, ACTIVITY_MUST].some((pattern) => pattern.test(lower));

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
