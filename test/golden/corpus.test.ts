import { readFile, stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { formatJson } from "../../src/export/index.js";
import { overlap } from "../../src/compare/index.js";
import { withoutText } from "../../src/corpus/index.js";
import { loadCorpus } from "../../src/node/index.js";
import { bronnenCorpus, describeBronnen } from "../helpers/bronnen.js";

const FILE = "data/corpus/corpus.json";

describeBronnen("the corpus without text of the real documents", () => {
  test("is what a fresh extraction gives, byte for byte (npm run corpus makes it anew)", async () => {
    const fresh = formatJson(withoutText(await bronnenCorpus()));
    // Not toBe: a difference of a megabyte is no message.
    expect(fresh === (await readFile(FILE, "utf8"))).toBe(true);
  }, 180_000);
  test("gives the same overlap as the documents themselves", async () => {
    const [bare, whole] = [overlap(await loadCorpus([FILE])), overlap(await bronnenCorpus())];
    expect(whole.cells).toHaveLength(36);
    expect(bare.cells).toEqual(whole.cells);
    expect(bare.shared).toEqual(whole.shared);
  });
});

test("the corpus without text holds none, and is under 3 MB", async () => {
  const corpus = await loadCorpus([FILE]);
  for (const dossier of corpus.dossiers) {
    for (const statement of dossier.statements) expect(statement.text).toBeNull();
    for (const repair of dossier.repairs) expect([repair.from, repair.to]).toEqual([null, null]);
  }
  expect((await stat(FILE)).size).toBeLessThan(3e6);
});
