import { GENERATOR } from "../generator.js";
import type { Corpus, Dossier, Generator, Settings, Skipped } from "../model.js";
import { roundScore } from "../similarity/index.js";
import { assign, type Edge } from "./assignment.js";
import { competencySimilarity } from "./competencies.js";
import { asSettings, type Best, type CompareOptions, Counterparts, compareSettings } from "./counterparts.js";
import { byProfile, byVariant } from "./parts.js";

/** How much two dossiers share. Ratios are 0..1, and null where there is nothing to compare. */
export interface OverlapCell {
  a: string;
  b: string;
  /** Statements compared: all but the templates. */
  aStatements: number;
  bStatements: number;
  /** Statements of the form that a family of dossiers shares ("Niet van toepassing"), counted apart. */
  aTemplates: number;
  bTemplates: number;
  /** Statements of a whose best counterpart in b is identical, and near. */
  identical: number;
  near: number;
  /** The same for the statements of b. */
  bIdentical: number;
  bNear: number;
  /** Share of a's statements with a counterpart in b: (identical + near) / aStatements. */
  aInB: number | null;
  bInA: number | null;
  /** Pairs of the best one-to-one matching over (a + b − pairs). */
  jaccard: number | null;
  /** Mean of the two directions' mean score of the best counterpart. */
  similarity: number | null;
  /** Cosine of the competencies A–Y that their units name; null where one names none. */
  competencies: number | null;
}

export interface SharedGroup {
  /** Whether all dossiers compared hold it, some, or one alone. */
  in: "all" | "some" | "one";
  dossiers: string[];
  statements: { dossier: string; id: string }[];
}

export interface OverlapResult {
  schema: "ankerpunt/overlap@1";
  generator: Generator;
  settings: Settings;
  dossiers: string[];
  cells: OverlapCell[];
  shared: SharedGroup[];
  skipped: Skipped[];
}

export interface OverlapOptions extends CompareOptions {
  /** What is compared: whole dossiers, each profile (its basisdeel and profieldeel), or each variant. */
  by?: OverlapUnit;
}

/** What overlap can compare. */
export const OVERLAP_UNITS = ["dossier", "profile", "variant"] as const;
export type OverlapUnit = (typeof OVERLAP_UNITS)[number];

const SPLIT: Record<OverlapUnit, (dossiers: readonly Dossier[]) => readonly Dossier[]> = {
  dossier: (dossiers) => dossiers,
  profile: byProfile,
  variant: byVariant,
};

/**
 * What the dossiers of a corpus share, pair by pair and as groups over all. The rarity of words comes from fixed
 * background statistics, so a cell does not change when another dossier joins.
 * Template statements (of the form, not of the content) are counted apart: in no share, no mean and no group.
 * @returns one cell for each unordered pair, a before b in the order of the corpus; no cells for fewer than two
 */
export function overlap(corpus: Corpus, options: OverlapOptions = {}): OverlapResult {
  const by = options.by ?? "dossier";
  const all = new Counterparts(SPLIT[by](corpus.dossiers), compareSettings(options));
  return overlapOf(all, { ...asSettings(all.settings, corpus.settings), by }, corpus.skipped);
}

/** As {@link overlap}, from counterparts that were already found. */
export function overlapOf(all: Counterparts, settings: Settings, skipped: Skipped[]): OverlapResult {
  const { dossiers } = all;
  const cells: OverlapCell[] = [];
  for (let a = 0; a < dossiers.length; a++) {
    for (let b = a + 1; b < dossiers.length; b++) cells.push(cell(all, a, b));
  }
  return {
    schema: "ankerpunt/overlap@1",
    generator: GENERATOR,
    settings,
    dossiers: dossiers.map((dossier) => dossier.id),
    cells,
    shared: sharedGroups(all),
    skipped,
  };
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : roundScore(part / whole));

function cell(all: Counterparts, a: number, b: number): OverlapCell {
  const compared = (from: number, to: number): Best[] =>
    all.of(from, to).filter((_, i) => all.templates[from]?.[i] === false);
  const [left, right] = [compared(a, b), compared(b, a)];
  const count = (list: readonly Best[], name: "identical" | "near"): number =>
    list.filter((best) => all.classOf(best) === name).length;
  const [identical, near, bIdentical, bNear] = [
    count(left, "identical"),
    count(left, "near"),
    count(right, "identical"),
    count(right, "near"),
  ];
  const mean = (list: readonly Best[]): number => list.reduce((sum, best) => sum + best.score, 0) / list.length;
  const pairs = matching(all.pairs(a, b));
  const empty = left.length === 0 || right.length === 0;
  return {
    a: (all.dossiers[a] as Dossier).id,
    b: (all.dossiers[b] as Dossier).id,
    aStatements: left.length,
    bStatements: right.length,
    aTemplates: (all.templates[a]?.length ?? 0) - left.length,
    bTemplates: (all.templates[b]?.length ?? 0) - right.length,
    identical,
    near,
    bIdentical,
    bNear,
    aInB: empty ? null : ratio(identical + near, left.length),
    bInA: empty ? null : ratio(bIdentical + bNear, right.length),
    jaccard: empty ? null : ratio(pairs, left.length + right.length - pairs),
    similarity: empty ? null : roundScore((mean(left) + mean(right)) / 2),
    competencies: competencySimilarity(all.dossiers[a] as Dossier, all.dossiers[b] as Dossier),
  };
}

/** Number of pairs in the one-to-one matching with the highest sum of scores. */
export const matching = (edges: readonly Edge[]): number => assign(edges.filter((edge) => edge.score > 0)).length;

/**
 * Statements grouped by being each other's counterparts: two groups join, best pair first, only where every statement
 * of the one and every one of the other are each other's best counterparts. So groups do not chain (a like b, b like
 * c, but a not like c), and hold at most one statement of each dossier.
 */
export function sharedGroups(all: Counterparts): SharedGroup[] {
  const { dossiers } = all;
  const starts = [0];
  for (const { statements } of dossiers) starts.push((starts.at(-1) as number) + statements.length);
  const size = starts.at(-1) as number;
  const dossierOf = new Int32Array(size);
  for (const d of dossiers.keys()) dossierOf.fill(d, starts[d], starts[d + 1]);
  /** By dossier and statement: the statement of that dossier that is its counterpart; -1 for none. */
  const nearest = new Int32Array(size * dossiers.length).fill(-1);
  for (let x = 0; x < size; x++) {
    const d = dossierOf[x] as number;
    for (let b = 0; b < dossiers.length; b++) {
      const index = all.counterpartOf(d, x - (starts[d] as number), b);
      if (index >= 0) nearest[b * size + x] = (starts[b] as number) + index;
    }
  }
  const towards = (x: number, dossier: number): number => nearest[dossier * size + x] as number;
  const mutual = (x: number, y: number): boolean =>
    towards(x, dossierOf[y] as number) === y && towards(y, dossierOf[x] as number) === x;

  const pairs: { xs: number[]; ys: number[]; scores: number[] } = { xs: [], ys: [], scores: [] };
  for (let a = 0; a < dossiers.length; a++) {
    for (let b = a + 1; b < dossiers.length; b++) {
      for (let x = starts[a] as number; x < (starts[a + 1] as number); x++) {
        const y = towards(x, b);
        if (y < 0 || towards(y, a) !== x) continue;
        pairs.xs.push(x);
        pairs.ys.push(y);
        pairs.scores.push(all.bestOf(a, x - (starts[a] as number), b).score);
      }
    }
  }
  // Ties keep the order of the corpus.
  const { xs, ys, scores } = pairs;
  const order = Int32Array.from(xs.keys()).sort((p, q) => (scores[q] as number) - (scores[p] as number) || p - q);
  const groupOf: (number[] | null)[] = Array.from({ length: size }, (_, x) => {
    const d = dossierOf[x] as number;
    return all.templates[d]?.[x - (starts[d] as number)] ? null : [x];
  });
  for (const p of order) {
    const [left, right] = [groupOf[xs[p] as number] ?? [], groupOf[ys[p] as number] ?? []];
    if (left === right || !left.every((one) => right.every((other) => mutual(one, other)))) continue;
    const joined = [...left, ...right].sort((x, y) => x - y);
    for (const member of joined) groupOf[member] = joined;
  }
  return [...new Set(groupOf)].flatMap((members): SharedGroup[] => {
    if (members === null) return [];
    const ids = members.map((member) => (dossiers[dossierOf[member] as number] as Dossier).id);
    return [
      {
        in: members.length === 1 ? "one" : members.length === dossiers.length ? "all" : "some",
        dossiers: ids,
        statements: members.map((member, i) => {
          const d = dossierOf[member] as number;
          const statement = (dossiers[d] as Dossier).statements[member - (starts[d] as number)];
          return { dossier: ids[i] as string, id: statement?.id ?? "" };
        }),
      },
    ];
  });
}
