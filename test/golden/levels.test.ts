import { expect, test } from "vitest";
import { compareLevels } from "../../src/compare/index.js";
import { withoutText } from "../../src/corpus/index.js";
import { bronnenFile, describeBronnen } from "../helpers/bronnen.js";

describeBronnen("the levels of the real beroepscompetentieprofiel", () => {
  const corpus = bronnenFile("beroepscompetentieprofiel-begeleider-gehandicaptenzorg.txt");
  const levels = corpus.then((read) => compareLevels(read));

  // Counted in the source by hand and by a script that looks for marks and bullets only.
  test("the matrix and the taken are counted to the row", async () => {
    const [own] = (await levels).dossiers;
    const counts = (of: string) => own?.counts.filter((row) => row.of === of).map(({ full, partial }) => [full, partial]);
    expect(counts("matrix")).toEqual([[102, 17], [255, 15], [342, 0], [354, 0], [361, 0]]);
    expect(counts("taken")).toEqual([[33, 0], [36, 0], [41, 0], [46, 0], [52, 0]]);
    expect(own?.exceptions).toEqual([]);
    const steps = own?.progression.filter(({ of }) => of === "matrix");
    expect(steps?.map(({ kept, grown, new: added, dropped }) => [kept, grown, added, dropped])).toEqual([
      [119, 17, 151, 0],
      [270, 15, 72, 0],
      [342, 0, 12, 0],
      [354, 0, 7, 0],
    ]);
  }, 60_000);

  test("the kind of action rises from mbo 2 to Ad, with and without text; Ad and hbo are not told apart", async () => {
    for (const one of [await levels, compareLevels(withoutText(await corpus))]) {
      const means = one.dossiers[0]?.profile?.variants.map(({ scales }) => scales.action?.mean ?? 0) ?? [];
      expect(means).toHaveLength(5);
      const rising = means.slice(0, 4);
      expect([...rising].sort((a, b) => a - b)).toEqual(rising);
    }
  }, 60_000);
});
