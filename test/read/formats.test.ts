/** The same document in every format gives the same statements, with the same ids. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { buildCorpus } from "../../src/corpus/index.js";
import { readDocument, type SourceText } from "../../src/read/index.js";
import { documents } from "./fixtures/documents.js";
import { toDocx, toHtml, toText } from "./fixtures/render.js";

const folder = fileURLToPath(new URL("./fixtures/", import.meta.url));
const fixture = (name: string): Uint8Array => readFileSync(`${folder}${name}`);
const source = async (name: string, as = name): Promise<SourceText> =>
  (await readDocument(fixture(name), as)) as SourceText;

async function statements(name: string) {
  const { dossiers, skipped } = await buildCorpus([{ file: name, bytes: fixture(name) }]);
  expect(skipped).toEqual([]);
  return dossiers.flatMap((dossier) => [
    ...dossier.statements.map(({ id, section, lead, text }) => ({ id, section, lead, text })),
    ...dossier.units.map(({ id, code, title, competencies }) => ({ id, code, title, competencies })),
  ]);
}

/** The bullets of a list are drawn by Chromium, not written: without tags a PDF of it has none. */
const FORMATS: [string, string[]][] = [
  ["kwalificatiedossier", ["html", "docx", "tagged.pdf", "office.pdf"]],
  ["profiel", ["html", "docx", "tagged.pdf", "office.pdf", "untagged.pdf"]],
];

describe.each(FORMATS)("%s", (name, extensions) => {
  it.each(extensions)("as .%s is read as the text is", async (extension) => {
    const expected = await statements(`${name}.txt`);
    expect(expected.length).toBeGreaterThan(25);
    expect(await statements(`${name}.${extension}`)).toEqual(expected);
  });
});

it("the fixtures that need no program are those that the script makes", () => {
  for (const document of documents) {
    expect(fixture(`${document.name}.txt`).toString()).toBe(toText(document));
    expect(fixture(`${document.name}.html`).toString()).toBe(toHtml(document));
    expect(Buffer.from(toDocx(document)).equals(fixture(`${document.name}.docx`))).toBe(true);
  }
});

it("the fixtures are small", () => {
  for (const name of readdirSync(folder)) expect(statSync(`${folder}${name}`).size).toBeLessThan(100_000);
});

it.each([
  ["profiel.docx", "docx"],
  ["profiel.office.pdf", "pdf"],
  ["profiel.html", "html"],
  ["profiel.txt", "text"],
])("%s is recognised by its content, whatever its name", async (name, format) => {
  for (const as of [name, "noname", "wrong.csv.bak", "wrong.pdf", "wrong.docx"]) {
    const read = await source(name, as);
    expect(read.format).toBe(format);
    expect(read.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(read.text).toBe((await source(name)).text);
  }
});

it("pages of a PDF: their number, where they begin, and the page of each statement", async () => {
  const { pages, pageStarts, text } = await source("profiel.tagged.pdf");
  expect(pages).toBe(3);
  expect(pageStarts).toHaveLength(3);
  expect(text.slice(pageStarts?.[2]).indexOf("6 Leren")).toBeLessThan(80);
  const { dossiers } = await buildCorpus([{ file: "profiel.pdf", bytes: fixture("profiel.tagged.pdf") }]);
  expect(dossiers[0]?.source).toMatchObject({ format: "pdf", pages: 3 });
  const page = (word: string) => dossiers[0]?.statements.find(({ text }) => text?.includes(word))?.source.page;
  expect([page("wind, mist"), page("zandbank"), page("drenkeling")]).toEqual([1, 2, 3]);
});

it("ranges of furniture and notes: sorted, apart, and what they should be", async () => {
  for (const name of ["profiel.office.pdf", "profiel.docx"]) {
    const { text, furniture = [], notes = [] } = await source(name);
    const all = [...furniture, ...notes].sort((a, b) => a[0] - b[0]);
    for (const [i, [start, end]] of all.entries()) {
      expect(start).toBeLessThan(end);
      expect(start).toBeGreaterThanOrEqual(all[i - 1]?.[1] ?? 0);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    expect(notes.map(([a, b]) => text.slice(a, b).trim())).toEqual([
      "1 Met reizigers worden ook fietsers, wandelaars en schoolkinderen bedoeld.",
    ]);
    const added = furniture.map(([a, b]) => text.slice(a, b));
    expect(added).toContain("1");
    expect(added.join("")).toContain("Profiel schipper van de veerpont\n");
  }
});

it("coverage of a PDF adds up, heads and note marks in it are furniture", async () => {
  const bytes = fixture("profiel.office.pdf");
  const { text } = await source("profiel.office.pdf");
  const { dossiers } = await buildCorpus([{ file: "p.pdf", bytes }]);
  const coverage = dossiers[0]?.coverage;
  const sum = Object.values(coverage ?? {}).reduce((a, b) => a + b, 0);
  expect(sum).toBe(text.match(/\S/g)?.length);
  expect(coverage?.furniture).toBeGreaterThan(100);
  expect(coverage?.unparsed).toBe(0);
});

it("the bytes given are left as they are", async () => {
  const bytes = new Uint8Array(fixture("profiel.office.pdf"));
  const before = bytes.slice();
  await readDocument(bytes, "p.pdf");
  expect(bytes).toEqual(before);
});
