import { describe, expect, it } from "vitest";
import { generated } from "../../scripts/generated.js";
import { textCorpus } from "../helpers/corpora.js";

const files = (seed: number): Record<string, string> =>
  Object.fromEntries([...generated({ dossiers: 3, statements: 250, seed })].map(({ name, text }) => [name, text]));

describe("generated dossiers", () => {
  it("are the same for the same seed only", () => {
    expect(files(1)).toEqual(files(1));
    expect(files(1)).not.toEqual(files(2));
  });

  it("are read as so many dossiers and statements, with profiles, levels, units and additions, and share some", async () => {
    const { dossiers, skipped } = await textCorpus(files(1));
    expect(skipped).toEqual([]);
    expect(dossiers.map(({ kind, statements }) => [kind, statements.length])).toEqual([
      ["kwalificatiedossier", 83],
      ["kwalificatiedossier", 83],
      ["kwalificatiedossier", 84],
    ]);
    for (const { units, coverage } of dossiers) {
      expect(new Set(units.map(({ kind }) => kind))).toEqual(
        new Set(["basisdeel", "profieldeel", "kerntaak", "werkproces"]),
      );
      const profiles = units.filter(({ kind }) => kind === "profieldeel");
      expect(profiles.length).toBeGreaterThan(1);
      expect(profiles.every(({ level }) => level !== undefined)).toBe(true);
      expect(coverage).toMatchObject({ furniture: 0, background: 0, unparsed: 0 });
    }
    const texts = dossiers.flatMap(({ statements }) => statements.map(({ text }) => text));
    expect(new Set(texts).size).toBeLessThan(texts.length);
    expect(dossiers.flatMap(({ statements }) => statements).some(({ scope }) => scope !== undefined)).toBe(true);
  });
});
