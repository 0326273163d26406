/** Documents made up at random: as text, HTML, DOCX and PDF they give the same statements. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { buildCorpus } from "../../src/corpus/index.js";
import { bytesOf } from "../helpers/office.js";
import type { Block, Document } from "./fixtures/documents.js";
import { toPdf } from "./fixtures/layout.js";
import { toDocx, toHtml, toText } from "./fixtures/render.js";

const VERBS = ["overlegt", "helpt", "begeleidt", "schrijft", "bewaakt", "bespreekt", "maakt", "kiest", "ondersteunt"];
const OBJECTS = ["de bewoner", "een plan", "het team", "een collega", "haar werk", "de familie van de bewoner"];
const TAILS = [
  "op tijd",
  "met zorg",
  "en legt uit waarom",
  "zodat iedereen weet wat er gebeurt",
  "volgens de afspraken van de organisatie",
  "bij wind, regen en drukte",
  "in woon- en zorggroepen",
];
const LABELS = ["Complexiteit", "Resultaat", "Omschrijving", "Context", "Verantwoordelijkheid en zelfstandigheid"];

const words = fc
  .tuple(fc.constantFrom(...VERBS), fc.constantFrom(...OBJECTS), fc.array(fc.constantFrom(...TAILS), { maxLength: 4 }))
  .map(([verb, object, tails]) => [verb, object, ...tails].join(" "));
const prose = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.map((text) => `Zij ${text}.`).join(" "));
const block: fc.Arbitrary<Block> = fc.oneof(
  prose.map((p) => ({ p })),
  fc.array(words, { minLength: 2, maxLength: 6 }).map((items) => ({ items })),
  fc.array(fc.tuple(fc.constantFrom(...LABELS), prose), { minLength: 1, maxLength: 3 }).map((table) => ({ table })),
);
const title = fc
  .tuple(
    fc.constantFrom("Werken", "Leren", "Begeleiden", "Plannen"),
    fc.constantFrom("in de wijk", "op school", "met anderen"),
  )
  .map((parts) => parts.join(" "));
const document: fc.Arbitrary<Document> = fc
  .array(fc.tuple(title, fc.array(block, { minLength: 1, maxLength: 4 })), { minLength: 2, maxLength: 6 })
  .map((sections) => ({
    name: "x",
    header: "Profiel buurtwerker",
    footer: "Pagina #",
    blocks: [
      { h: 1 as const, text: "Profiel buurtwerker" },
      ...sections.flatMap(([text, blocks], i): Block[] => [
        { h: 2 as const, text: `${i + 1} ${text}` },
        // Two lists in a row are one list.
        ...blocks.filter((own, j) => !("items" in own && j > 0 && "items" in (blocks[j - 1] as Block))),
      ]),
    ],
  }));

async function statements(file: string, bytes: Uint8Array) {
  const { dossiers, skipped } = await buildCorpus([{ file, bytes }]);
  expect(skipped).toEqual([]);
  for (const dossier of dossiers) expect(dossier.coverage.unparsed).toBe(0);
  return dossiers.flatMap(({ units, statements: all }) => [
    ...units.map(({ id }) => id),
    ...all.map(({ id, section, lead, text }) => ({ id, section, lead, text })),
  ]);
}

it("as text, HTML, DOCX and PDF", async () => {
  await fc.assert(
    fc.asyncProperty(document, async (made) => {
      const expected = await statements("x.txt", bytesOf(toText(made)));
      expect(await statements("x.html", bytesOf(toHtml(made)))).toEqual(expected);
      expect(await statements("x.docx", toDocx(made))).toEqual(expected);
      expect(await statements("x.pdf", toPdf(made))).toEqual(expected);
    }),
    { numRuns: 40, seed: 20 },
  );
}, 60_000);
