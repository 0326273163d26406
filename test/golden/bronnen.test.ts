import { expect, test } from "vitest";
import { overlap } from "../../src/compare/index.js";
import { loadCorpus } from "../../src/node/index.js";
import { bronnenCorpus, describeBronnen } from "../helpers/bronnen.js";

describeBronnen("the five real documents", (folder) => {
  test("hold nine dossiers, none skipped", async () => {
    const { dossiers, skipped } = await bronnenCorpus();
    expect(skipped).toEqual([]);
    expect(dossiers.map((dossier) => dossier.kind).sort()).toEqual([
      "addendum",
      "ankerpunten",
      "ankerpunten",
      "ankerpunten",
      "ankerpunten",
      "ankerpunten",
      "beroepscompetentieprofiel",
      "branchekwalificatie",
      "kwalificatiedossier",
    ]);
  }, 60_000);

  test("every statement points at its passage, and coverage adds up to the file", async () => {
    const { dossiers } = await bronnenCorpus();
    const { readFile } = await import("node:fs/promises");
    const files = new Map<string, number>();
    for (const { source, coverage, statements } of dossiers) {
      const text = await readFile(`${folder}/${source.file}`, "utf8");
      for (const statement of statements) {
        const raw = text.slice(statement.source.start, statement.source.end);
        expect(raw.trim(), statement.id).not.toBe("");
        expect(raw, statement.id).toBe(raw.trim());
      }
      const sum = Object.values(coverage).reduce((a, b) => a + b, 0);
      files.set(source.file, (files.get(source.file) ?? 0) + sum);
    }
    for (const [file, sum] of files) expect(sum).toBe((await readFile(`${folder}/${file}`, "utf8")).match(/\S/g)?.length);
  }, 60_000);

  // The document itself declares the basisdeel of these three identical.
  test("the basisdelen of the three pedagogical dossiers: nine statements in ten find their counterpart, both ways", async () => {
    const file = `${folder}/ankerpunten-interprofessioneel-samenwerken.txt`;
    const ids = ["pedagogisch-medewerker-kinderopvang", "gespecialiseerd-pedagogisch-medewerker", "onderwijsassistent"];
    const { cells } = overlap(await loadCorpus(ids.map((id) => `${file}#${id}/B1`)));
    expect(cells).toHaveLength(3);
    for (const cell of cells) {
      expect(cell.aStatements).toBeGreaterThan(20);
      expect(cell.aInB).toBeGreaterThanOrEqual(0.9);
      expect(cell.bInA).toBeGreaterThanOrEqual(0.9);
    }
  });
});
