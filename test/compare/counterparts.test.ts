import { describe, expect, test } from "vitest";
import { Counterparts, compareSettings, IndexedDossier } from "../../src/compare/index.js";
import type { Dossier } from "../../src/model.js";
import { Scorer } from "../../src/similarity/index.js";
import { dossierFeatures } from "../../src/text/index.js";
import { listCorpus } from "../helpers/corpora.js";

const LISTS = {
  a: ["Stelt een werkplan op", "Snoeit heggen", "Overlegt met de klant", "Niet van toepassing"],
  b: ["Overlegt met cliënten", "Stelt een werkplan op", "Stelt een plan op voor het werk"],
  c: ["Knipt hagen en heggen", "Stelt een werkplan op", "Stelt een werkplan op", "Bespreekt het werk met de klant"],
};

describe("counterparts", async () => {
  const { dossiers } = await listCorpus(LISTS);
  const settings = compareSettings({ threshold: 0.3 });
  const all = new Counterparts(dossiers, settings);

  test("are those of each statement held against each other dossier by itself, both ways", () => {
    for (const [a, own] of dossiers.entries()) {
      for (const [b, other] of dossiers.entries()) {
        if (a === b) continue;
        const scorer = new Scorer(dossierFeatures(other));
        const features = dossierFeatures(other);
        for (const [i, query] of dossierFeatures(own).entries()) {
          const scores = [...scorer.scores(query)].map((score, j) => (features[j]?.hash === query.hash ? 1 : score));
          const best = all.bestOf(a, i, b);
          if (all.templates[a]?.[i]) expect(best.index).toBe(-1);
          else {
            const most = Math.max(...scores);
            expect(best.index).toBe(most === 0 ? -1 : scores.indexOf(most));
            expect(best.score).toBeCloseTo(most, 9);
          }
        }
      }
    }
  });
  test("pairs are all that reach the threshold, of equal statements too", () => {
    for (const [a, own] of dossiers.entries()) {
      for (const [b, other] of dossiers.entries()) {
        if (a === b) continue;
        const right = dossierFeatures(other);
        const scorer = new Scorer(right);
        const expected = dossierFeatures(own).flatMap((query, i) =>
          [...scorer.scores(query)].flatMap((found, j) => {
            const score = right[j]?.hash === query.hash ? 1 : found;
            const counts = score >= settings.threshold && !all.templates[a]?.[i] && !all.templates[b]?.[j];
            return counts ? [[i, j, score.toFixed(8)]] : [];
          }),
        );
        expect(all.pairs(a, b).map((pair) => [pair.a, pair.b, pair.score.toFixed(8)])).toEqual(
          a < b ? expected : expect.arrayContaining(expected),
        );
        expect(all.pairs(a, b)).toHaveLength(expected.length);
      }
    }
  });
  test("pairs stand in the order of the first dossier", () => {
    const pairs = all.pairs(0, 2).map(({ a, b }) => [a, b]);
    expect(pairs.length).toBeGreaterThan(2);
    expect(pairs).toEqual([...pairs].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
  });
  test("a dossier indexed once has the counterparts it has by itself", () => {
    const [first, ...others] = dossiers as [Dossier, ...Dossier[]];
    const indexed = new IndexedDossier(first, settings);
    for (const other of [...others].reverse()) {
      const [once, anew] = [
        new Counterparts([first, other], settings, indexed),
        new Counterparts([first, other], settings),
      ];
      expect(once.of(0, 1)).toEqual(anew.of(0, 1));
      expect(once.of(1, 0)).toEqual(anew.of(1, 0));
      expect(once.pairs(1, 0)).toEqual(anew.pairs(1, 0));
    }
  });
});
