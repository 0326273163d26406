/** Statements that ask the same at another level. */
import type { Dossier } from "../model.js";
import { type StatementLevel, statementLevels } from "../text/index.js";
import { type CompareOptions, Counterparts, compareSettings } from "./counterparts.js";
import { type HigherSide, higherSide, type LevelDifference, levelDifferences } from "./level-order.js";

export interface OtherLevelPair {
  /** Ids of the statements, and of the dossiers (or parts) that they are compared in. */
  a: { dossier: string; id: string };
  b: { dossier: string; id: string };
  /** Likeness of their content, 0..1. */
  score: number;
  /** The scales that both show, at different steps. */
  differences: LevelDifference[];
  /** Which of the two lies higher on all of those; `mixed` where the scales disagree. */
  higher: HigherSide;
}

/**
 * Pairs of statements alike in content whose wording shows another level: "heeft kennis van" beside "heeft
 * specialistische kennis van". A pair counts where one is the best counterpart of the other, at or above the
 * threshold, and both show a step of the same scale; a scale that only one shows says nothing.
 * @param dossiers two or more dossiers, or parts of them; pairs are made between them, not within one
 * @returns for each two dossiers, in their order: best likeness first
 */
export function sameContentOtherLevel(dossiers: readonly Dossier[], options: CompareOptions = {}): OtherLevelPair[] {
  if (dossiers.length < 2) return [];
  return otherLevelOf(new Counterparts(dossiers, compareSettings(options)));
}

/** As {@link sameContentOtherLevel}, from counterparts that were already found. */
export function otherLevelOf(all: Counterparts): OtherLevelPair[] {
  const { dossiers } = all;
  const levels = dossiers.map(({ statements }) => statements.map(statementLevels));
  return dossiers.flatMap((_, a) => dossiers.slice(a + 1).flatMap((_other, i) => pairsOf(all, levels, a, a + 1 + i)));
}

function pairsOf(all: Counterparts, levels: StatementLevel[][][], a: number, b: number): OtherLevelPair[] {
  const found = new Map<string, { left: number; right: number; score: number }>();
  const collect = (from: number, to: number): void => {
    for (const [i, best] of all.of(from, to).entries()) {
      if (all.classOf(best) !== "near") continue;
      const [left, right] = from === a ? [i, best.index] : [best.index, i];
      found.set(`${left} ${right}`, { left, right, score: best.score });
    }
  };
  collect(a, b);
  collect(b, a);
  // The same words under several units or variants make one pair, not one each.
  const seen = new Set<string>();
  const words = (dossier: number, index: number): string => all.features[dossier]?.[index]?.hash ?? "";
  const once = ({ left, right }: { left: number; right: number }): boolean => {
    const key = `${words(a, left)} ${words(b, right)}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  const side = (dossier: number, index: number): { dossier: string; id: string } => {
    const own = all.dossiers[dossier] as Dossier;
    return { dossier: own.id, id: own.statements[index]?.id ?? "" };
  };
  return [...found.values()]
    .map((pair) => ({
      ...pair,
      differences: levelDifferences(levels[a]?.[pair.left] ?? [], levels[b]?.[pair.right] ?? []),
    }))
    .filter((pair) => pair.differences.length > 0)
    .sort((x, y) => y.score - x.score || x.left - y.left || x.right - y.right)
    .filter(once)
    .map(({ left, right, score, differences: own }) => ({
      a: side(a, left),
      b: side(b, right),
      score,
      differences: own,
      higher: higherSide(own),
    }));
}
