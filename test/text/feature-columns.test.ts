import { expect, test } from "vitest";
import type { Corpus } from "../../src/model.js";
import { dossierFeatures, FeatureColumns } from "../../src/text/index.js";
import { listCorpus } from "../helpers/corpora.js";

test("features in columns are those of the dossiers, in order, with what is declared", async () => {
  const corpus = await listCorpus({
    a: ["Snoeit de heg, de heg en de haag", "", "Overlegt"],
    b: ["Overlegt met de klant"],
  });
  const [a, b] = corpus.dossiers as [Corpus["dossiers"][number], Corpus["dossiers"][number]];
  const declared = { term: "heg", members: ["haag"], statement: null };
  const all: Corpus = { ...corpus, dossiers: [{ ...a, declaredSynonyms: [declared] }, b] };
  const columns = FeatureColumns.of(all);
  const expected = all.dossiers.flatMap((dossier) => dossierFeatures(dossier));
  expect(expected[0]?.declared).toBeDefined();
  expect(columns.length).toBe(4);
  expect([...columns]).toEqual(expected);
  expect(columns.at(3)).toEqual(expected[3]);
  expect(columns.at(4)).toBeUndefined();
});
