import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type PageHelper, ReadError, type ReadPage, readDocument, readLastPages } from "../../src/read/index.js";
import { lines, type Piece, pdf } from "../helpers/pdf.js";

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

/** Reads from the end in this thread, as a second one would; tells which pages it handed over. */
function helper(change: (page: ReadPage) => ReadPage = (page) => page): PageHelper & { given: number[] } {
  let wanted = true;
  const given: number[] = [];
  return {
    given,
    start: (bytes, take) => {
      void readLastPages(bytes, async (page) => {
        await turn();
        if (!wanted) return false;
        given.push(page.number);
        // As it comes from another thread.
        take(structuredClone(change(page)));
        return true;
      }).catch(() => {});
    },
    turn,
    stop: () => {
      wanted = false;
    },
  };
}

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const DONE = "kookt wast poetst leest schrijft belt rekent tekent meet zaagt verft plant".split(" ");
/** No two alike, in words or place: what returns on every page would be a running head. */
const many: Piece[][] = DONE.map((verb, i) => [
  { text: `Taak: wie ${verb}`, x: 60, y: 80 + 11 * i, bold: i % 2 === 0 },
  ...lines(60, 110 + 11 * i, [`Wie ${verb}, doet dat met zorg en ${DONE.slice(i).join(", ")}`, `met de ${verb}groep.`]),
]);

describe("pages that are read elsewhere", () => {
  for (const name of ["kwalificatiedossier.tagged.pdf", "kwalificatiedossier.office.pdf", "profiel.untagged.pdf"]) {
    it(`give the same bytes: ${name}`, async () => {
      const bytes = fixture(name);
      const pages = helper();
      expect(JSON.stringify(await readDocument(bytes, name, { pages }))).toBe(
        JSON.stringify(await readDocument(bytes, name)),
      );
      expect(pages.given.length).toBeGreaterThan(0);
    });
  }

  it("are read once: from both ends, until they meet", async () => {
    const pages = helper();
    const bytes = pdf(many);
    expect(await readDocument(bytes, "x.pdf", { pages })).toEqual(await readDocument(bytes, "x.pdf"));
    expect(pages.given[0]).toBe(12);
    expect(pages.given.length).toBeGreaterThan(2);
    expect(pages.given.length).toBeLessThan(12);
  });

  it("are not waited for", async () => {
    const never: PageHelper = { start: () => {}, turn, stop: () => {} };
    const bytes = pdf(many);
    expect(await readDocument(bytes, "x.pdf", { pages: never })).toEqual(await readDocument(bytes, "x.pdf"));
  });

  it("are read anew where one of them could not be read", async () => {
    const bytes = pdf(many);
    const pages = helper((page) => (page.number === 11 ? { ...page, page: null } : page));
    expect(await readDocument(bytes, "x.pdf", { pages })).toEqual(await readDocument(bytes, "x.pdf"));
  });

  it("count for the limit on text", async () => {
    const pages = helper((page) => ({ ...page, length: page.length + 1e7 }));
    await expect(readDocument(pdf(many), "x.pdf", { pages })).rejects.toThrow(/more than 10 MB of text/);
    await expect(readDocument(pdf(many), "x.pdf", { pages: helper() })).resolves.toBeDefined();
  });

  it("end with a file that is refused", async () => {
    const pages = helper();
    let stopped = false;
    const watched: PageHelper = { ...pages, stop: () => (stopped = true) };
    const broken = new TextEncoder().encode("%PDF-1.4\nniets");
    await expect(readDocument(broken, "x.pdf", { pages: watched })).rejects.toThrow(ReadError);
    expect(stopped).toBe(true);
  });
});
