import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { compute, type Findings } from "../../scripts/site/findings.js";
import { searchFiles } from "../../scripts/site/search.js";
import { withheldProblems } from "../../scripts/site/withheld.js";
import { loadCorpus } from "../../src/node/index.js";

const SENTENCE = "De hovenier overlegt elke maandag met de beheerder van het park over het onderhoud van de vijver";
const SOURCE = `# Hovenier in het park

## Kerntaak 1 Onderhoudt het groen

- ${SENTENCE}.
- Meldt schade aan paden, bankjes en hek-
werk binnen een dag bij de gemeente en zet zelf de plek af.
`;

const folders: string[] = [];
function folder(files: Record<string, string>): string {
  const path = mkdtempSync(join(tmpdir(), "ankerpunt-withheld-"));
  folders.push(path);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(path, name, ".."), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}
afterEach(() => {
  delete process.env.ANKERPUNT_WITHOUT_TEXT;
  for (const path of folders.splice(0)) rmSync(path, { recursive: true });
});

/** All that the loaders write of a collection. */
async function written(own: string): Promise<{ findings: Findings; problems: string[] }> {
  const findings = await compute("0".repeat(64), [["bronnen", own]]);
  const { overview, shards } = searchFiles(findings.overview, findings.dossiers);
  const site = folder({
    "findings.json": JSON.stringify(findings),
    "zoeken.json": JSON.stringify([overview, ...shards.values()]),
  });
  return { findings, problems: await withheldProblems(site, await loadCorpus([own])) };
}

describe("a site without the text of the user's own sources", () => {
  it("has codes, titles and figures, and no passage", async () => {
    process.env.ANKERPUNT_WITHOUT_TEXT = "1";
    const { findings, problems } = await written(folder({ "hovenier.md": SOURCE }));
    expect(problems).toEqual([]);
    expect(findings.overview.dossiers[0]).toMatchObject({ statements: 2, withText: false });
    expect(findings.dossiers[0]?.statements.map((s) => s.text)).toEqual([null, null]);
    const { shards } = searchFiles(findings.overview, findings.dossiers);
    expect([...shards.values()].flatMap(({ words }) => Object.keys(words))).not.toContain("vijver");
  });

  it("would be refused with text in it", async () => {
    const { problems } = await written(folder({ "hovenier.md": SOURCE }));
    expect(problems.map((line) => line.split(":")[0])).toEqual(["findings.json"]);
  });

  it.each([
    ["as it is", SENTENCE, 1],
    ["over two lines of a table", SENTENCE.replaceAll(" ", ";\r\n"), 1],
    ["escaped in JSON", JSON.stringify(SENTENCE.replaceAll(" ", "\n")), 1],
    ["with letters escaped", SENTENCE.replaceAll("e", "\\u0065"), 1],
    ["in other capitals, in part", SENTENCE.toUpperCase().slice(20), 1],
    ["not where seven words are the same", SENTENCE.split(" ").slice(0, 7).join(" "), 0],
  ])("finds a passage %s", async (_name, text, problems) => {
    const own = await loadCorpus([folder({ "hovenier.md": SOURCE })]);
    expect(await withheldProblems(folder({ "data/x.csv": text }), own)).toHaveLength(problems);
  });
});
