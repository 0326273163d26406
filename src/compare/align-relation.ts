/** What two counterparts are to each other, seen from a: b says the same, nearly so, more, less, or something akin. */
import { contentWords } from "../features/index.js";
import { stemRarity, wordShare } from "../language/background.js";
import { thesaurusHits } from "../language/thesaurus.js";
import { verbStem } from "../language/verbs.js";
import type { Features } from "../model.js";
import { TARGET } from "../text/index.js";
import type { HigherSide } from "./level-order.js";
import { calibrate } from "./probability.js";

/**
 * The mapping relations of SKOS, read from a to b: `broader` says that b asks all that a asks and more (a skos:broadMatch
 * b), `narrower` that b asks part of it. `related` is a counterpart that overlaps too little for the others.
 */
export const RELATIONS = ["exact", "close", "broader", "narrower", "related"] as const;
export type Relation = (typeof RELATIONS)[number];

/** The share of one side that has to be in the other for it to be there "all", and below which it is only in part. */
const ALL = 0.75;
const PART = 0.5;

/** Units from this score on have the same subject and more than half of it worded alike; a round figure from reading. */
const CLOSE_UNITS = 0.45;

/** The chance of saying the same from which two statements in other words are called exact: more than likely. */
const SURE = 0.75;

/** Relation of two units from the share of what each asks that the other asks as well, and their score. */
export function unitRelation(aInB: number, bInA: number, score: number): Relation {
  if (Math.min(aInB, bInA) >= 0.9) return "exact";
  if (aInB >= ALL && bInA < PART) return "broader";
  if (bInA >= ALL && aInB < PART) return "narrower";
  return score >= CLOSE_UNITS ? "close" : "related";
}

/**
 * Relation of two statements. Equal words are exact. Else what is all in the other, and only part of it, is told first: a
 * short statement within a long one scores high. Where the content is the same, the one that shows the higher level ("heeft
 * specialistische kennis van" beside "heeft kennis van") asks more. Exact in other words takes a likely same meaning and most
 * content both ways.
 * @param higher which of them shows the higher level
 */
export function statementRelation(a: Features, b: Features, score: number, higher: HigherSide): Relation {
  if (a.hash !== "" && a.hash === b.hash) return "exact";
  const [aInB, bInA] = [wordContainment(a, b), wordContainment(b, a)];
  if (aInB >= ALL && bInA < PART) return "broader";
  if (bInA >= ALL && aInB < PART) return "narrower";
  const { overlap, same } = calibrate(score);
  const least = Math.min(aInB, bInA);
  const likely = same >= SURE && least >= PART;
  if (higher !== "mixed" && (likely || least >= ALL)) return higher === "b" ? "broader" : "narrower";
  if (likely) return "exact";
  return overlap >= PART ? "close" : "related";
}

/** Words in more sentences than this carry no content of their own. */
const FUNCTION_WORD_SHARE = 0.06;

/** The share of what a says (its words, weighed by rarity) that b says too, in the same words or in synonyms. */
function wordContainment(a: Features, b: Features): number {
  const there = content(b);
  const groups = new Set(thesaurusHits(there).map((hit) => hit.group));
  let all = 0;
  let found = 0;
  for (const stem of content(a)) {
    const weight = 1 + Math.min(5, stemRarity(stem));
    all += weight;
    if (there.has(stem) || thesaurusHits(new Set([stem])).some((hit) => groups.has(hit.group))) found += weight;
  }
  return all === 0 ? 0 : found / all;
}

const content = (features: Features): Set<string> =>
  new Set(
    contentWords(features)
      .filter(([word]) => word !== TARGET && wordShare(word) < FUNCTION_WORD_SHARE)
      .map(([word]) => verbStem(word)),
  );
