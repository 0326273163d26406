/** How much dossiers share, in the short form that the pages load: a file for each dossier, and one for each pair. */
import { packPairs } from "../../docs/components/packed.js";
import type { MapFile, SharesFile } from "../../docs/components/types.js";
import { type Counterparts, counterpartsOf } from "../../src/compare/index.js";
import type { DataFile } from "./data-file.js";
import { compact } from "./summaries.js";

/** Up to so many dossiers the first page has the shares of all at once; of more it loads those it shows. */
const MOST_AT_ONCE = 40;

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

export const mapFile = (shares: readonly SharesFile[]): MapFile => ({
  rows: shares.length > MOST_AT_ONCE ? null : [...shares],
});

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
