import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tableFromArrays, tableToIPC, utf8 } from "@uwdata/flechette";
import { afterEach, describe, expect, it } from "vitest";
import type { DossierFile, Overview } from "../../docs/components/types.js";
import { compute, dataFiles } from "../../scripts/site/findings.js";
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
function folder(files: Record<string, string | Uint8Array>): string {
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

/** All that pages load of a collection, by the path of the file. */
async function written(own: string): Promise<{ files: Map<string, unknown>; problems: string[] }> {
  const files = new Map(dataFiles(await compute("0".repeat(64), [["bronnen", own]])));
  const site = folder(
    Object.fromEntries(
      [...files].map(([path, content]) => [path, content instanceof Uint8Array ? content : JSON.stringify(content)]),
    ),
  );
  return { files, problems: await withheldProblems(site, await loadCorpus([own])) };
}

describe("a site without the text of the user's own sources", () => {
  it("has codes, titles and figures, and no passage", async () => {
    process.env.ANKERPUNT_WITHOUT_TEXT = "1";
    const { files, problems } = await written(folder({ "hovenier.md": SOURCE }));
    expect(problems).toEqual([]);
    const [dossier] = (files.get("overzicht.json") as Overview).dossiers;
    expect(dossier).toMatchObject({ statements: 2, withText: false });
    const { statements } = files.get(`data/dossiers/${dossier?.key}.json`) as DossierFile;
    expect(statements.map((s) => s.text)).toEqual([null, null]);
    expect([...files.keys()]).toContain("data/zoeken/ho.json");
    expect(JSON.stringify([...files].filter(([path]) => path.includes("zoeken")))).not.toContain("vijver");
  });

  it("would be refused with text in it", async () => {
    const { problems } = await written(folder({ "hovenier.md": SOURCE }));
    expect(problems.map((line) => line.split(":")[0])).toEqual([
      expect.stringMatching(/^data\/dossiers\/hovenier/),
      ...["arrow", "csv", "json"].map((format) => `data/tabellen/uitspraken.${format}`),
    ]);
  });

  it("finds a passage in an Arrow table, though its words touch those of other cells", async () => {
    const own = await loadCorpus([folder({ "hovenier.md": SOURCE })]);
    const passage = SENTENCE.split(" ").slice(0, 8).join(" ");
    const arrow = tableToIPC(tableFromArrays({ x: ["voor", passage, "na"] }, { types: { x: utf8() } }), {
      format: "file",
    }) as Uint8Array;
    expect(await withheldProblems(folder({ "x.arrow": arrow }), own)).toHaveLength(1);
    expect(await withheldProblems(folder({ "x.json": arrow }), own)).toHaveLength(0);
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
