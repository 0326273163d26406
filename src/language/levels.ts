/** Levels of education as documents name them, and their place in the Dutch framework of qualifications (NLQF). */
import data from "../../data/levels.json" with { type: "json" };
import type { Level } from "../model.js";

/**
 * Names of diplomas, the most specific first. Abbreviations count in their own case only: "Ad" is a degree, "ad" is
 * Latin. A bare "bachelor" or "master" is at the same NLQF level whether of hbo or wo.
 */
const DIPLOMAS: [RegExp, string][] = [
  [/\b(?:hbo[\s-]*)?[Aa]ssociate[\s-]+[Dd]egree\b|(?<![\p{L}\p{N}-])A[dD](?![\p{L}\p{N}'’])/u, "associate degree"],
  [/\b(?:(?:hbo|wo)[\s-]*)?bachelor\b/iu, "hbo-bachelor"],
  [/\b(?:(?:hbo|wo)[\s-]*)?master\b/iu, "hbo-master"],
  [/\bdoctor(?:aat|sgraad)?\b/iu, "doctor"],
  [/\bvwo\b/iu, "vwo"],
  [/\bhavo\b/iu, "havo"],
];

const NLQF = /\b(?:NLQF|EQF)(?:\s*\/\s*(?:NLQF|EQF))?[\s-]*(?:niveau\s*)?([1-8])(?![\d.,]\d|\d)/iu;
const MBO = /\bmbo(?:[\s-]+opleiding)?(?:[\s,-]+op)?[\s,-]*(?:niveau[\s:-]*)?([1-4])(?![\d.,]\d|\d)/iu;
const BARE = /\bniveau[\s:-]*([1-4])(?![\d.,]\d|\d)/iu;

/** NLQF level of a diploma in the table, or undefined. */
function nlqfOf(diploma: string): number | undefined {
  const row = data.levels.find((level) => level.diploma === diploma);
  return row ? Number.parseInt(row.nlqf, 10) : undefined;
}

/** The level of an mbo diploma; null for a number that is none (1–4). */
export function mboLevel(n: number, label = `mbo-niveau ${n}`): Level | null {
  const nlqf = nlqfOf(`mbo-niveau ${n}`);
  return nlqf === undefined ? null : { mbo: n, nlqf, label };
}

export interface ReadLevelOptions {
  /** Where the document leaves no doubt that its bare "niveau 4" is an mbo level (a kwalificatiedossier, a keuzedeel). */
  bareIsMbo?: boolean;
}

/**
 * The level that a short text names ("mbo-niveau 4", "NLQF 6", "Associate degree"), with its words as label; null if
 * it names none, or more than one. Nothing is concluded from anything but the name of a diploma or framework.
 */
export function readLevel(text: string, { bareIsMbo = false }: ReadLevelOptions = {}): Level | null {
  const found: Level[] = [];
  const nlqf = NLQF.exec(text);
  if (nlqf) found.push({ nlqf: Number(nlqf[1]), label: clean(nlqf[0]) });
  const mbo = MBO.exec(text) ?? (bareIsMbo ? BARE.exec(text) : null);
  const level = mbo ? mboLevel(Number(mbo[1]), clean(mbo[0])) : null;
  if (level) found.push(level);
  for (const [pattern, diploma] of DIPLOMAS) {
    const match = pattern.exec(text)?.[0];
    const n = nlqfOf(diploma);
    if (match !== undefined && n !== undefined) found.push({ nlqf: n, label: clean(match) });
  }
  const [first, ...rest] = found;
  // "NLQF 4 (mbo-niveau 4)" names one level twice; "mbo 3 of 4" and "havo of hbo-bachelor" name two.
  if (!first || rest.some((other) => other.nlqf !== first.nlqf) || severalNumbers(text)) return null;
  return { ...first, ...(level ? { mbo: level.mbo as number, label: level.label } : {}) };
}

/** "Niveau: hbo-bachelor", "Mbo-niveau 3": a line of a title page. */
const LEVEL_LINE = /^(?:(?:opleidings|beroeps|mbo-?)?niveau|NLQF|EQF)\b/iu;
const MAX_LEVEL_LINE = 100;

/** The level that a line of a title page states and does nothing else, or null. */
export const statedLevel = (line: string, options?: ReadLevelOptions): Level | null =>
  line.length <= MAX_LEVEL_LINE && LEVEL_LINE.test(line) ? readLevel(line, options) : null;

/** "niveau 3 en 4", "mbo 2, 3 of 4", "niveau 3-4": levels side by side. */
const severalNumbers = (text: string): boolean =>
  /(?:niveau|mbo|NLQF|EQF)\D{0,10}[1-8]\s*(?:,|\/|-|–|en|of|t\/m|tot)\s*(?:(?:mbo|NLQF|EQF)?[\s-]*(?:niveau)?\s*)[1-8](?!\d)/iu.test(
    text,
  );

const clean = (text: string): string => text.replace(/\s+/g, " ").trim();
