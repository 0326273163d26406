/** Headings as Dutch competency documents use them: what opens a section, what is background, what is only a list. */
import { fold } from "../language/fold.js";
import { wordsJoined } from "../language/separable.js";
import { tokenize } from "../language/tokens.js";

/** Heading (folded) → section. A heading may go on ("Complexiteit van de beroepsuitoefening"). */
const SECTIONS: [RegExp, string][] = [
  [/^(?:omschrijving|beschrijving)(?: (?:van het )?werkproces)?$/, "omschrijving"],
  [
    /^(?:gewenste? |beoogde? )?resultaa?te?n?$|^resultaat (?:werkproces|kerntaak|beroep(?:en|s)?groep|van (?:de|het)\b)/,
    "resultaat",
  ],
  [/^gedrag(?:ingen)?(?: bij het werkproces)?$/, "gedrag"],
  [/^complexiteit\b|^(?:keuzes en )?dilemma['’]?s$|^kernopgaven?$/, "complexiteit"],
  [
    /^(?:aard van de )?verantwoordelijkhe(?:id|den)\b|^rol(?:len)?(?: en | ?\/ ?)verantwoordelijkhe(?:id|den)\b|^zelfstandigheid\b/,
    "verantwoordelijkheid",
  ],
  [/^(?:vak)?kennis en (?:kunde|vaardigheden)$|^vakkennis\b|^kennis$/, "vakkennis"],
  [/^vaardigheden$/, "vaardigheden"],
  [/^(?:beroeps)?context\b/, "context"],
  [
    /^typering\b|^beroepsomschrijving$|^beroepstypering$|^beschrijving van het beroep$|^beeld van de beroepengroep$|^het beroep$/,
    "typering",
  ],
  [/^(?:typerende )?(?:beroeps)?houding$/, "houding"],
  [/^toelichting$/, "toelichting"],
  [/^(?:prestatie-?)?indicator(?:en)?\b|^(?:succes|prestatie|beheersings|beoordelings)criteria$/, "indicator"],
  [/^ontwikkelbaarheid$/, "ontwikkelbaarheid"],
  [/^process?(?:en)?$/, "proces"],
];

const BACKGROUND =
  /^(?:inleiding|leeswijzer|voorwoord|woord vooraf|aanleiding|proces en|totstandkoming|verantwoording(?:sinformatie)?|colofon|bronnen(?:lijst|overzicht)?|geraadpleegde\b.*|literatuur(?:lijst)?|referenties|noten|begrippen(?:lijst)?|afkortingen(?:lijst)?|over dit\b.*|over (?:de|het) (?:document|profiel|dossier)|doel(?:en)?|doel en .*|doel (?:van|voor) (?:dit|deze|het (?:profiel|dossier|document|addendum|rapport|onderzoek|project)|de (?:notitie|publicatie|handreiking|brochure))\b.*|samenvatting|stuurgroep|projectgroep|werkgroep|validering\b.*|legitimering\b.*|geschiedenis|achtergrond|versiebeheer|contactgegevens|disclaimer)$/;

const OVERVIEW = /^(?:overzicht\b.*|inhoud(?:sopgave)?|index)$/;

/** Keys made before: a line is looked at more than once, and headings recur. */
const keys = new Map<string, string>();
const MAX_KEYS = 4000;

/** A heading without its number and closing colon, folded. */
export function headingKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  if (keys.size >= MAX_KEYS) keys.clear();
  const key = makeKey(text);
  keys.set(text, key);
  return key;
}

function makeKey(text: string): string {
  return fold(text)
    .replace(/^(?:bijlage|hoofdstuk|deel)\s+[\divxa-z]{1,3}\b[.:]?\s*/, "")
    .replace(/^\d+(?:\.\d+)*\.?\s+/, "")
    .replace(/\s*[:.]\s*$/, "")
    .replace(/\s*[-–—,]?\s*\(?vervolg\)?$/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** The section that a heading opens, or null. Only short lines can be headings. */
export function sectionOf(text: string): string | null {
  if (text.length > 70) return null;
  const key = headingKey(text);
  return SECTIONS.find(([pattern]) => pattern.test(key))?.[1] ?? null;
}

/** Whether a heading opens background: prose about the document, not about the profession. */
export const isBackgroundHeading = (text: string): boolean => text.length <= 90 && BACKGROUND.test(headingKey(text));

/** Whether a heading opens a list of what the document holds: titles, no requirements. */
export const isOverviewHeading = (text: string): boolean => text.length <= 90 && OVERVIEW.test(headingKey(text));

/** The number of a numbered line ("3.2.1 Taken" → [3, 2, 1]); null without one. */
export function headingNumber(text: string): number[] | null {
  const match = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[\p{Lu}"'‘“(])/u.exec(text);
  return match ? (match[1] as string).split(".").map(Number) : null;
}

/** Whether a number follows another in an outline: the next of its rank, its first part, or the next of a rank above. */
export function follows(previous: readonly number[], next: readonly number[]): boolean {
  if (next.length === previous.length + 1) {
    return next.at(-1) === 1 && previous.every((n, i) => n === next[i]);
  }
  if (next.length > previous.length) return false;
  const last = next.length - 1;
  // A number may be skipped: headings get lost.
  const step = (next[last] ?? 0) - (previous[last] ?? 0);
  return step >= 1 && step <= 2 && next.slice(0, last).every((n, i) => n === previous[i]);
}

/** Whether a line reads as a title: short, no closing punctuation, opens with a capital or a number. */
export function looksLikeTitle(text: string): boolean {
  return (
    text.length <= 110 &&
    /^[\p{Lu}\p{N}"'‘“(&]/u.test(text) &&
    !/[.!?;:,]["'’”)]*$/u.test(text) &&
    /\p{L}{2}/u.test(text)
  );
}

const UNFINISHED =
  /(?:\b(?:van|en|of|de|het|een|met|te|om|tussen|binnen|naar|zijn|haar|hun|en\/of|zoals|volgens)|[,/(-])$/u;
/** Also the end of a separable verb: "Bereidt het werk voor", "Voert de taken uit". */
const PARTICLE = /\b(?:in|op|voor|bij|aan|door|over|uit|tot)$/u;

/**
 * Whether a title stops in the middle, by its last word.
 * @param form "verb" for a title that can end in a particle ("Stelt een plan op"), "noun" for one that cannot
 */
export const breaksOff = (title: string, form: "verb" | "noun" = "verb"): boolean =>
  UNFINISHED.test(title) || (form === "noun" && PARTICLE.test(title) && !closesVerb(title));

/** Nouns after which "aan" is a preposition: "Levert een bijdrage aan". */
const TAKES_AAN = /\b(?:bijdrage|aandacht|leiding|invulling|uitvoering|vorm|gehoor|uiting|voorkeur)\s+aan$/u;

/** "Stuurt medewerkers aan": the last word is that of a separable verb, so nothing need follow. */
const closesVerb = (title: string): boolean =>
  !TAKES_AAN.test(title) && wordsJoined(title).at(-1) !== tokenize(title).at(-1)?.norm;
