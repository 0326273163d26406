import { describe, expect, test } from "vitest";
import { auditPage, auditPassages } from "../../src/export/index.js";
import { auditDocument } from "../../src/parse/index.js";
import { readDocument } from "../../src/read/index.js";

async function audited(text: string, file = "a.txt") {
  const source = await readDocument(new TextEncoder().encode(text), file);
  if (source.format === "corpus") throw new Error("not a text");
  return { file, text: source.text, ...auditDocument(source) };
}

const text = `Wijkcoach

De wijkcoach over-
legt met bewoners. Zij maakt <b>afspraken</b>.

- houdt <script>alert(1)</script> bij
`;

describe("the segments of a source", async () => {
  const { segments, dossiers } = await audited(text);
  test("lie side by side from the first character to the end", () => {
    expect(segments[0]?.start).toBe(0);
    expect(segments.at(-1)?.end).toBe(text.length);
    for (const [i, segment] of segments.slice(1).entries()) expect(segment.start).toBe(segments[i]?.end);
  });
  test("count up to the coverage", () => {
    for (const [name, count] of Object.entries(dossiers[0]?.coverage ?? {})) {
      const own = segments.filter((segment) => segment.class === name);
      expect(own.reduce((sum, { start, end }) => sum + (text.slice(start, end).match(/\S/g)?.length ?? 0), 0)).toBe(
        count,
      );
    }
  });
  test("of a statement list: the texts are statements, the rest names things", async () => {
    const list = await audited("id,text\n1,Overlegt\n", "a.csv");
    expect(list.segments.map((segment) => segment.class)).toEqual(["headings", "statements"]);
  });
});

describe("the passages of a source", async () => {
  const document = await audited(text);
  const passages = auditPassages(document);
  test("are the whole source, with what was repaired apart", () => {
    expect(passages.flatMap(({ pieces }) => pieces.map((p) => (typeof p === "string" ? p : p.from))).join("")).toBe(
      text,
    );
    expect(passages.flatMap(({ pieces }) => pieces.filter((p) => typeof p !== "string"))).toMatchObject([
      { from: "over-\nlegt", to: "overlegt" },
    ]);
  });
  test("say which statement they are of", () => {
    const ids = document.dossiers.flatMap((dossier) => dossier.statements.map(({ id }) => id));
    expect([...new Set(passages.map(({ id }) => id).filter((id) => id !== null))]).toEqual(ids);
    for (const { class: name, id } of passages) expect(id !== null).toBe(name === "statements");
  });
  test("of nothing are none", () => {
    expect(auditPassages({ text: "", dossiers: [], segments: [] })).toEqual([]);
  });
});

describe("the audit page", async () => {
  const document = await audited(text);
  const page = auditPage([document]);
  test("holds the whole source, nothing of it as markup", () => {
    expect(page).not.toContain("<script");
    expect(page).not.toContain("<b>");
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    const shown = (page.split("<pre>")[1] ?? "")
      .split("</pre>")[0]
      ?.replace(/<ins.*?<\/ins>/gs, "")
      .replace(/<[^>]*>/g, "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">");
    expect(shown).toBe(text);
  });
  test("marks repairs and says that nothing was left", () => {
    expect(page).toMatch(/<del>over-\nlegt<\/del><ins title="hyphenation[^"]*">overlegt<\/ins>/);
    expect(page).toContain("Niets: elk stuk tekst is ergens ondergebracht.");
  });
  test("lists what was not understood, with a link to its place", () => {
    const segments = document.segments.map((s, i) => (i === 0 ? { ...s, class: "unparsed" as const } : s));
    const broken = auditPage([{ ...document, segments }]);
    expect(broken).toContain('<a href="#0-0">Wijkcoach</a>');
    expect(broken).toContain('id="0-0"');
  });
  test("of nothing is a page without documents", () => {
    expect(auditPage([])).toContain("<h1>");
  });
});
