import { parse } from "csv-parse/sync";
import { Parser } from "n3";
import { describe, expect, test } from "vitest";
import { crosswalk, type Decision } from "../../src/compare/index.js";
import { withoutText } from "../../src/corpus/index.js";
import {
  crosswalkToCase,
  crosswalkToSkos,
  dossierTables,
  ExportError,
  exportFiles,
  tableToCsv,
  toCase,
  toMarkdown,
  toSkos,
  toSssom,
  toXlsx,
} from "../../src/export/index.js";
import type { Corpus, Dossier } from "../../src/model.js";
import { readDocument } from "../../src/read/index.js";
import { unitCorpus } from "../helpers/corpora.js";

/** Text that every format could take for something else. */
const HOSTILE = [
  '=cmd|"/c calc"!A1',
  '<script>alert("x")</script> & <b>vet</b>',
  "Zegt \"ja\" en 'nee'\tmet\neen regeleinde\r\nen een \\ achterstreep",
  "# kop",
  "1. lijst",
  "- streep *ster* _streep_ `code` [link](javascript:alert(1)) ![beeld](x) | pijp ~~door~~",
  '@prefix skos: <x> . """ ; ] .',
  "halve \uD800 teken en \u0007 bel, www.kwaad.nl en https://kwaad.nl",
  "+31 6 bellen",
];
const corpus = (id: string, texts: readonly string[]): Corpus =>
  unitCorpus(id, [
    { kind: "kerntaak", code: "K1", title: "=1+1 <i>taken</i>" },
    { kind: "werkproces", code: "K1-W1", parent: "K1", title: 'Werkt "samen"', texts },
    { kind: "werkproces", code: "K1-W2", parent: "K1", title: "", sections: { gedrag: ["Snoeit heggen"] } },
  ]);
const only = (one: Corpus): Dossier => one.dossiers[0] as Dossier;
const dossier = only(corpus("vijandig", HOSTILE));
const clean = (text: string): string => text.replace(/\p{Cs}/gu, "\uFFFD");

test("CSV: no cell is a formula, and all text comes back", () => {
  const { statements, units } = dossierTables(dossier);
  const csv = tableToCsv(statements);
  const rows = parse(csv, { columns: true }) as Record<string, string>[];
  expect(rows.map(({ text }) => clean(text?.replace(/^'(?=[=+\-@])/, "") ?? "")).slice(0, HOSTILE.length)).toEqual(
    HOSTILE.map(clean),
  );
  for (const row of [...rows, ...(parse(tableToCsv(units), { columns: true }) as Record<string, string>[])]) {
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@]/);
  }
});

test("XLSX: text is text, the same bytes each time, and it can be read again", async () => {
  const { statements, units } = dossierTables(dossier);
  const bytes = await toXlsx([statements, units]);
  expect(await toXlsx([statements, units])).toEqual(bytes);
  const read = await readDocument(bytes, "x.xlsx");
  expect(read.format).toBe("xlsx");
  const { rows } = read as { rows: { id: string; text: string }[] };
  expect(rows.map(({ id }) => id)).toEqual(dossier.statements.map(({ id }) => id));
  expect(rows[0]?.text).toBe(HOSTILE[0]);
  expect(rows[1]?.text).toBe(HOSTILE[1]);
});

test("XLSX: what is longer than a cell holds says that it was cut", async () => {
  const bytes = await toXlsx([{ name: "x", fields: ["text"], rows: [{ text: "a".repeat(40_000) }, { text: "b" }] }]);
  const { rows } = (await readDocument(bytes, "x.xlsx")) as { rows: { text: string }[] };
  expect(rows[0]?.text).toHaveLength(32_767);
  expect(rows[0]?.text.endsWith(" […]")).toBe(true);
});

describe("CASE 1.1", () => {
  const pack = toCase(dossier);
  const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  test("has what the schema requires, nothing null, and text as it is", () => {
    const required = ["identifier", "uri", "creator", "title", "lastChangeDateTime"];
    expect(Object.keys(pack.CFDocument)).toEqual(expect.arrayContaining(required));
    expect(pack.CFItems).toHaveLength(dossier.units.length + dossier.statements.length);
    expect(pack.CFItems.map(({ fullStatement }) => fullStatement)).toEqual(expect.arrayContaining(HOSTILE));
    expect(JSON.stringify(pack)).not.toContain("null");
    const all = [pack.CFDocument, ...pack.CFItems, ...pack.CFAssociations, ...(pack.CFDefinitions?.CFItemTypes ?? [])];
    expect(new Set(all.map(({ identifier }) => identifier)).size).toBe(all.length);
    for (const { identifier, uri } of all) {
      expect(identifier).toMatch(UUID);
      expect(uri).toBe(`urn:uuid:${identifier}`);
    }
  });
  test("every item hangs under another or the document, in order", () => {
    const known = new Set([pack.CFDocument.identifier, ...pack.CFItems.map(({ identifier }) => identifier)]);
    expect(pack.CFAssociations.map(({ originNodeURI }) => originNodeURI.identifier)).toEqual(
      pack.CFItems.map(({ identifier }) => identifier),
    );
    for (const { associationType, destinationNodeURI } of pack.CFAssociations) {
      expect(associationType).toBe("isChildOf");
      expect(known).toContain(destinationNodeURI.identifier);
    }
    const second = pack.CFItems.find(({ humanCodingScheme }) => humanCodingScheme === "K1-W2");
    const place = pack.CFAssociations.find(({ originNodeURI }) => originNodeURI.identifier === second?.identifier);
    expect(place?.sequenceNumber).toBe(2);
    // A unit without a title is known by its code.
    expect(second?.fullStatement).toBe("K1-W2");
  });
  test("the same dossier gives the same identifiers, another others", () => {
    expect(toCase(dossier)).toEqual(pack);
    const other = toCase(only(corpus("ander", HOSTILE)));
    expect(other.CFItems[0]?.identifier).not.toBe(pack.CFItems[0]?.identifier);
  });
});

test("SKOS: Turtle that a parser reads, with every text whole", () => {
  const triples = new Parser().parse(toSkos(dossier));
  const labels = triples.filter(({ predicate }) => predicate.value.endsWith("#prefLabel"));
  expect(labels.map(({ object }) => object.value)).toEqual([
    "=1+1 <i>taken</i>",
    'Werkt "samen"',
    "K1-W2",
    ...HOSTILE.map(clean),
    "Snoeit heggen",
  ]);
  expect(new Set(labels.map(({ object }) => object.language))).toEqual(new Set(["nl"]));
  // Every concept is under another or a top concept, never both.
  const concepts = triples
    .filter(({ object }) => object.value.endsWith("#Concept"))
    .map(({ subject }) => subject.value);
  for (const concept of concepts) {
    const places = triples.filter(
      ({ subject, predicate }) => subject.value === concept && /#(?:broader|topConceptOf)$/.test(predicate.value),
    );
    expect(places).toHaveLength(1);
  }
});

test("Markdown: nothing in a text becomes markup", () => {
  const text = toMarkdown(dossier);
  const lines = text.split("\n").filter((line) => line.startsWith("- "));
  expect(lines).toHaveLength(HOSTILE.length + 1);
  expect(lines[1]).toBe('- &lt;script\\>alert("x")&lt;/script\\> &amp; &lt;b\\>vet&lt;/b\\>');
  expect(lines[3]).toBe("- \\# kop");
  expect(lines[4]).toBe("- 1\\. lijst");
  expect(lines[5]).toContain("\\*ster\\* \\_streep\\_ \\`code\\` \\[link\\](javascript");
  expect(lines[7]).toContain("www\\.kwaad.nl en https\\://kwaad.nl");
  expect(text).toContain("## K1 =1+1 &lt;i\\>taken&lt;/i\\>\n\n### K1-W1 Werkt");
});

test("formats that need text refuse a corpus without it, in one line; tables do not", async () => {
  const bare = only(withoutText(corpus("kaal", ["Snoeit heggen"])));
  for (const convert of [toCase, toSkos, toMarkdown]) expect(() => convert(bare)).toThrow(ExportError);
  expect(await exportFiles([bare], "csv")).toHaveLength(2);
});

test("files are named after the dossiers and stay in their folder, each name once", async () => {
  const dossiers = ["../../etc/x", "Één/P1", "een", "EEN", "..."].map((id) => ({ ...dossier, id }));
  const files = await exportFiles(dossiers, "markdown");
  expect(files.map(({ name }) => name)).toEqual(["etc-x.md", "Één-P1.md", "een.md", "EEN-2.md", "dossier.md"]);
});

describe("a crosswalk", () => {
  const texts = ["Snoeit heggen", "Adviseert lezers over boeken", "Draagt een helm", "Zingt"];
  const units = (title: string) =>
    texts.map((text, i) => ({ kind: "taak" as const, code: `${i + 1}`, title: `${title} ${i + 1}`, texts: [text] }));
  const [a, b] = [unitCorpus("een", units("Taak")), unitCorpus("twee", units('Taak\t"b"\n|'))];
  const decide = (left: number | null, right: number | null, decision: Decision["decision"], more = {}): Decision => ({
    a: left === null ? null : `een/${left}`,
    b: right === null ? null : `twee/${right}`,
    decision,
    remark: "",
    relation: null,
    coder: null,
    date: null,
    ...more,
  });
  const result = crosswalk(a, b, [
    decide(1, 1, "confirmed", { remark: '=zeker\t"echt"', coder: "An|na", date: "2026-01-02" }),
    decide(2, 2, "confirmed", { relation: "broader" }),
    decide(3, 3, "rejected"),
    decide(3, null, "no-match"),
  ]);
  const sides = { a: a.dossiers, b: b.dossiers };
  const lines = toSssom(result, sides).split("\n");
  const at = lines.findIndex((line) => !line.startsWith("#"));
  const rows = parse(lines.slice(at).join("\n"), { columns: true, delimiter: "\t" }) as Record<string, string>[];

  test("SSSOM: metadata above, required slots in every row, confirmed is exact, a candidate never", () => {
    expect(lines.slice(0, at).join("\n")).toMatch(/^#curie_map:[\s\S]*#mapping_set_id: "urn:uuid:[\s\S]*#license: /);
    expect(rows.map((row) => [row.predicate_id, row.predicate_modifier, row.mapping_justification])).toEqual([
      ["skos:exactMatch", "", "semapv:ManualMappingCuration"],
      ["skos:broadMatch", "", "semapv:ManualMappingCuration"],
      ["skos:closeMatch", "", "semapv:CompositeMatching"],
      ["skos:exactMatch", "Not", "semapv:ManualMappingCuration"],
      ["skos:exactMatch", "", "semapv:ManualMappingCuration"],
    ]);
    expect(rows[2]).toMatchObject({
      subject_label: "4 Taak 4",
      similarity_measure: expect.stringMatching(/^ankerpunt/),
    });
    expect(rows[4]).toMatchObject({ object_id: "sssom:NoTermFound" });
    for (const row of rows) {
      for (const slot of ["subject_id", "object_id"])
        expect(row[slot]).toMatch(/^(?:uuid:[0-9a-f-]{36}|sssom:NoTermFound)$/);
    }
  });
  test("SSSOM: a cell holds no tab or line end, and quotes come back", () => {
    expect(rows[0]).toMatchObject({
      object_label: '1 Taak "b" | 1',
      comment: '=zeker "echt"',
      author_label: "An\\|na",
      mapping_date: "2026-01-02",
    });
  });
  test("SKOS and CASE take the confirmed pairs only, with the relation that the person gave", () => {
    const triples = new Parser().parse(crosswalkToSkos(result, sides));
    expect(triples.map(({ predicate }) => predicate.value.split("#")[1])).toEqual(["exactMatch", "broadMatch"]);
    const { CFAssociations: associations } = crosswalkToCase(result, sides);
    expect(associations.map(({ associationType }) => associationType)).toEqual(["exactMatchOf", "ext:broadMatch"]);
    const first = toCase(only(a)).CFItems[0];
    expect(associations[0]?.originNodeURI).toMatchObject({ identifier: first?.identifier, title: "Taak 1" });
    expect(triples[0]?.subject.value).toBe(first?.uri);
  });
});
