import { describe, expect, it } from "vitest";
import { mapFile, pairFiles, sharesOf } from "../../scripts/site/shares.js";
import { Counterparts, compareSettings, overlapOf } from "../../src/compare/index.js";
import { buildCorpus } from "../../src/corpus/index.js";

const TEA = "Zet thee voor de gasten van het buurthuis";
const BIKE = "Vervangt de ketting van een elektrische fiets";
const list = (file: string, ...texts: string[]) => ({
  file: `${file}.csv`,
  bytes: new TextEncoder().encode(`id;tekst\n${texts.map((text, i) => `${i};${text}.`).join("\n")}\n`),
});
const { dossiers } = await buildCorpus([
  list("a", TEA, BIKE, "Snoeit de heg"),
  list("b", TEA, "Telt het geld in de kassa"),
  list("c", "Schildert kozijnen", TEA, BIKE),
  list("d", "Meet de diepte van het kanaal"),
]);
const all = new Counterparts(dossiers, compareSettings({}));
const shares = sharesOf(all);

describe("the shares of a site", () => {
  it("are those of overlap, in both directions", () => {
    for (const cell of overlapOf(all, {}, []).cells) {
      const [a, b] = [cell.a, cell.b].map((id) => dossiers.findIndex((d) => d.id === id)) as [number, number];
      expect([shares[a]?.identical[b], shares[a]?.near[b]]).toEqual([cell.identical, cell.near]);
      expect([shares[b]?.identical[a], shares[b]?.near[a]]).toEqual([cell.bIdentical, cell.bNear]);
    }
  });

  it("have a file for each two that share something, and no other", () => {
    const paths = [...pairFiles(all, shares, ["a", "b", "c", "d"])].map(([path]) => path);
    expect(paths).toEqual(["a/b", "a/c", "b/c"].map((pair) => `data/tegenhangers/${pair}.json`));
  });

  it("count how many statements come back in no other dossier, in one, and in more", () => {
    expect(mapFile(all, shares).spread).toEqual([
      [1, 1, 1],
      [1, 0, 1],
      [1, 1, 1],
      [1, 0, 0],
    ]);
  });

  it("of many dossiers are the strongest pairs and the groups, without what shares nothing", () => {
    expect(mapFile(all, shares).rows).toHaveLength(4);
    const { rows, strongest, groups, between } = mapFile(all, shares, 3);
    expect(rows).toBeNull();
    // a and c share two of three, in both directions; b one of its two, in the stronger direction
    expect(strongest).toEqual([
      [0, 2, 2, 0],
      [1, 0, 1, 0],
      [1, 2, 1, 0],
    ]);
    expect(groups).toHaveLength(1);
    expect([...(groups[0] ?? [])].sort()).toEqual([0, 1, 2]);
    expect(between).toEqual([[expect.closeTo((4 / 3 + 2 / 3 + 1) / 6, 3)]]);
  });
});
