/** How much dossiers share, in the short form that the pages load: a file for each dossier, and one for each pair. */
import { MOST_IN_MAP } from "../../docs/components/limits.js";
import { packPairs } from "../../docs/components/packed.js";
import type { MapFile, SharesFile } from "../../docs/components/types.js";
import { type Counterparts, counterpartsOf } from "../../src/compare/index.js";
import type { DataFile } from "./data-file.js";
import { groupsOf } from "./groups.js";
import { compact } from "./summaries.js";

/** For each dossier how many of its statements come back in each other one. */
export function sharesOf(all: Counterparts): SharesFile[] {
  const { dossiers } = all;
  return dossiers.map((dossier, a): SharesFile => {
    const own = dossiers.map((_, b) => {
      const classes = a === b ? [] : all.of(a, b).map((best, i) => (all.templates[a]?.[i] ? null : all.classOf(best)));
      return (["identical", "near"] as const).map((name) => classes.filter((one) => one === name).length);
    });
    return { id: dossier.id, identical: own.map(([n]) => n ?? 0), near: own.map(([, n]) => n ?? 0) };
  });
}

/** Of many dossiers so many pairs are listed. */
const STRONGEST = 300;

/**
 * @param atOnce up to so many dossiers the shares of all are in it; of more what the first page shows instead
 */
export function mapFile(all: Counterparts, shares: readonly SharesFile[], atOnce = MOST_IN_MAP): MapFile {
  const spread = all.dossiers.map((_, a) => spreadOf(all, a));
  if (shares.length <= atOnce) return { rows: [...shares], spread, strongest: [], groups: [], between: [] };
  const compared = all.templates.map((own) => own.filter((isOne) => !isOne).length);
  const found = (a: number, b: number): number => (shares[a]?.identical[b] ?? 0) + (shares[a]?.near[b] ?? 0);
  const share = (a: number, b: number): number =>
    compared[a] === 0 || a === b ? 0 : found(a, b) / (compared[a] as number);
  const both = (a: number, b: number): number => (share(a, b) + share(b, a)) / 2;
  const mean = (values: readonly number[]): number =>
    values.length === 0 ? 0 : Math.round((1000 * values.reduce((sum, x) => sum + x, 0)) / values.length) / 1000;
  const groups = groupsOf(shares.length, both, MOST_IN_MAP).map((group) => {
    const central = (a: number): number => group.reduce((sum, b) => sum + both(a, b), 0);
    return [...group].sort((a, b) => central(b) - central(a) || a - b);
  });
  const pairs = shares.flatMap((_, a) =>
    shares.flatMap((_, b): [number, number][] =>
      a < b && both(a, b) > 0 ? [share(a, b) >= share(b, a) ? [a, b] : [b, a]] : [],
    ),
  );
  return {
    rows: null,
    spread,
    strongest: pairs
      .sort(([a, b], [c, d]) => share(c, d) - share(a, b) || a - c || b - d)
      .slice(0, STRONGEST)
      .map(([a, b]) => [a, b, shares[a]?.identical[b] ?? 0, shares[a]?.near[b] ?? 0]),
    groups,
    between: groups.map((from) =>
      groups.map((to) => mean(from.flatMap((a) => to.filter((b) => b !== a).map((b) => share(a, b))))),
    ),
  };
}

/** How many statements of a dossier come back in no other one, in one, and in more; templates are not counted. */
function spreadOf(all: Counterparts, a: number): MapFile["spread"][0] {
  const others = all.dossiers.map((_, b) => b).filter((b) => b !== a);
  const spread: MapFile["spread"][0] = [0, 0, 0];
  for (const [i, isTemplate] of (all.templates[a] ?? []).entries()) {
    if (isTemplate) continue;
    let n = 0;
    for (const b of others) {
      if (all.classOf(all.bestOf(a, i, b)) !== null && ++n === 2) break;
    }
    spread[n] = (spread[n] ?? 0) + 1;
  }
  return spread;
}

/** The pairs of statements of each two dossiers, in the folder of the first; no file where they share nothing. */
export function* pairFiles(
  all: Counterparts,
  shares: readonly SharesFile[],
  keys: readonly string[],
): Generator<DataFile> {
  for (const [a, left] of all.dossiers.entries()) {
    for (const [b, right] of all.dossiers.entries()) {
      const shared = (from: number, to: number): number =>
        (shares[from]?.identical[to] ?? 0) + (shares[from]?.near[to] ?? 0);
      if (a >= b || shared(a, b) + shared(b, a) === 0) continue;
      const { pairs } = compact(left, right, counterpartsOf(all, a, b, {}));
      yield [`data/tegenhangers/${keys[a]}/${keys[b]}.json`, packPairs(pairs)];
    }
  }
}
