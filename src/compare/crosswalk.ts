import { GENERATOR } from "../generator.js";
import type { Corpus, Generator, Settings, Skipped } from "../model.js";
import { type AlignOptions, type AlignPair, alignment, type LoneStatement, type LoneUnit } from "./align.js";
import type { Relation } from "./align-relation.js";
import { checkDecisions, type Decision } from "./decisions.js";
import { oriented } from "./oriented.js";

/** What is known of a row: decided by a person, or proposed by the program. */
export const MAPPINGS = ["confirmed", "rejected", "no-match", "candidate"] as const;
export type Mapping = (typeof MAPPINGS)[number];

interface Judged {
  mapping: Mapping;
  remark: string;
  coder: string | null;
  date: string | null;
}

/** Two counterparts, with what a person decided about them. */
export interface CrosswalkPair extends AlignPair, Judged {
  /** The relation that a person gave; null where `relation` is the program's. */
  decided: Relation | null;
}

/** One without a counterpart: marked so by a person ("no-match"), or by the program ("candidate"). */
export type CrosswalkLone = (LoneUnit | LoneStatement) & Judged;

export interface CrosswalkResult {
  schema: "ankerpunt/crosswalk@1";
  generator: Generator;
  settings: Settings;
  /** Confirmed pairs and candidates, in the order of a. */
  pairs: CrosswalkPair[];
  /** Pairs that a person rejected, in the order of a. */
  rejected: CrosswalkPair[];
  onlyA: CrosswalkLone[];
  onlyB: CrosswalkLone[];
  empty: { a: string[]; b: string[] };
  /** Decisions about ids that do not take part: nothing was done with them. */
  unknown: Decision[];
  skipped: Skipped[];
}

export type CrosswalkOptions = Omit<AlignOptions, "fixed" | "forbidden" | "alone">;

const CANDIDATE: Judged = { mapping: "candidate", remark: "", coder: null, date: null };
const judged = ({ remark, coder, date }: Decision, mapping: Mapping): Judged => ({ mapping, remark, coder, date });

/**
 * An alignment with the decisions of a person in it: confirmed pairs hold, rejected pairs are never made and both are
 * free for another, what has no match stays alone, and the rest is assigned anew. What the program proposes stays a
 * candidate, whatever its score. Decisions made with a and b the other way round count as well.
 * @throws ReadError where decisions contradict each other
 * @throws SelectionError as {@link align}
 */
export function crosswalk(
  a: Corpus,
  b: Corpus,
  given: readonly Decision[],
  options: CrosswalkOptions = {},
): CrosswalkResult {
  const ids = { a: idsOf(a), b: idsOf(b) };
  const decisions = oriented(given, (side, id) => ids[side].has(id));
  checkDecisions(decisions);
  const pairsOf = (kind: "confirmed" | "rejected"): [string, string][] =>
    decisions.filter(({ decision }) => decision === kind).map((one) => [one.a as string, one.b as string]);
  const noMatch = decisions.filter(({ decision }) => decision === "no-match");
  const alone = {
    a: noMatch.flatMap((one) => (one.a === null ? [] : [one.a])),
    b: noMatch.flatMap((one) => (one.b === null ? [] : [one.b])),
  };
  const { result, has, pair } = alignment(a, b, {
    ...options,
    fixed: pairsOf("confirmed"),
    forbidden: pairsOf("rejected"),
    alone,
  });
  const known = (one: Decision): boolean => (one.a === null || has("a", one.a)) && (one.b === null || has("b", one.b));
  const key = (one: { a: string | null; b: string | null }): string => JSON.stringify([one.a, one.b]);
  const by = new Map(decisions.map((one) => [key(one), one]));
  const place = new Map([...ids.a].map((id, i) => [id, i]));
  const lone = (side: "a" | "b", list: readonly (LoneUnit | LoneStatement)[]): CrosswalkLone[] =>
    list.map((one) => {
      const found = by.get(key(side === "a" ? { a: one.id, b: null } : { a: null, b: one.id }));
      return { ...one, ...(found ? judged(found, "no-match") : CANDIDATE) };
    });
  const counts = (kind: Decision["decision"]): number =>
    decisions.filter((one) => one.decision === kind && known(one)).length;
  return {
    ...result,
    schema: "ankerpunt/crosswalk@1",
    generator: GENERATOR,
    settings: {
      ...result.settings,
      decisions: { confirmed: counts("confirmed"), rejected: counts("rejected"), noMatch: counts("no-match") },
    },
    pairs: result.pairs.map((one) => {
      const found = by.get(key(one));
      if (!found) return { ...one, ...CANDIDATE, decided: null };
      return {
        ...one,
        relation: found.relation ?? one.relation,
        ...judged(found, "confirmed"),
        decided: found.relation,
      };
    }),
    rejected: [...by.values()]
      .filter((one) => one.decision === "rejected")
      .flatMap((one): CrosswalkPair[] => {
        const made = pair(one.a as string, one.b as string);
        return made ? [{ ...made, ...judged(one, "rejected"), decided: null }] : [];
      })
      .sort((x, y) => (place.get(x.a) ?? 0) - (place.get(y.a) ?? 0) || (x.b < y.b ? -1 : 1)),
    onlyA: lone("a", result.onlyA),
    onlyB: lone("b", result.onlyB),
    unknown: given.filter((_, i) => !known(decisions[i] as Decision)),
  };
}

/** The ids of all units and statements, in the order of the corpus. */
const idsOf = (corpus: Corpus): Set<string> =>
  new Set(corpus.dossiers.flatMap(({ units, statements }) => [...units, ...statements]).map(({ id }) => id));
