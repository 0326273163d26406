import { describe, expect, it } from "vitest";
import type { DossierSummary, Overview } from "../../docs/components/types.js";
import { madeFrom } from "../../scripts/site/made.js";

const dossier = (i: number): DossierSummary =>
  ({
    file: `<b>${i}</b>&.txt`,
    sha256: String(i).padStart(64, "0"),
    collection: "voorbeeld",
    statements: 10,
  }) as DossierSummary;

const overview = (dossiers: number): Overview => ({
  generator: { name: "ankerpunt", version: "1.2.3" },
  settings: { threshold: 0.45, weights: { nearest: 8, ngrams: 4 } },
  version: "abcdef123456",
  dossiers: Array.from({ length: dossiers }, (_, i) => dossier(i)),
  skipped: [],
  replaced: [],
});

describe("what stands at the foot of every page", () => {
  it("names version, documents with their hashes, and settings, and takes names of files for text", () => {
    const html = madeFrom(overview(2));
    for (const part of [
      "1.2.3",
      "uit 2 documenten",
      "abcdef123456",
      "Drempel 0,45",
      "dichtstbijzijnde woorden 8, reeksen letters 4",
      "20 uitspraken",
    ]) {
      expect(html).toContain(part);
    }
    expect(html).toContain("&lt;b&gt;1&lt;/b&gt;&amp;.txt (voorbeeld) <code>0000000000000000</code>");
    expect(html).not.toContain("<b>");
  });

  it("counts a file with two dossiers once", () => {
    const two = overview(2);
    two.dossiers = two.dossiers.map((d) => ({ ...d, sha256: "a".repeat(64) }));
    expect(madeFrom(two)).toContain("uit 1 document.");
  });

  it("does not grow with the corpus", () => {
    expect(madeFrom(overview(200))).toContain("En nog 160.");
    expect(madeFrom(overview(20_000)).length - madeFrom(overview(200)).length).toBeLessThan(100);
  });
});
