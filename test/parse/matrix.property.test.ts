import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  marksOf,
  type PrintOptions,
  printProfile,
  printTable,
  type Row,
  readProfileText,
  rowsOf,
  SHAPES,
  type Shape,
  TABLES,
} from "../helpers/profiel.js";

const VERBS = ["maakt", "snijdt", "bewaakt", "overlegt", "controleert", "kent", "weet", "heeft", "werkt", "kan"];
const WORDS = [
  "groente",
  "vlees",
  "gasten",
  "keuken",
  "rekening",
  "samen",
  "veilig",
  "oven",
  "warm",
  "collega",
  "recept",
  "smaak",
  "tijdig",
  "planning",
];
const LINKS = ["en", "van", "de", "met", "het", "bij"];

/** A requirement: opens with a verb, ends with a noun; words that link stand between. */
const text = fc
  .tuple(
    fc.constantFrom(...VERBS),
    fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...LINKS)), { minLength: 1, maxLength: 9 }),
    fc.constantFrom(...WORDS),
  )
  .map(([verb, pairs, last]) => [verb, ...pairs.flat(), last].join(" "));

function rowOf(n: number, shapes: readonly Shape[]): fc.Arbitrary<Row> {
  return fc
    .record({
      text,
      first: fc.integer({ min: 0, max: n - 1 }),
      partial: fc.boolean(),
      shape: fc.constantFrom(...shapes),
    })
    .map(({ text, first, partial, shape }) => {
      const cells = Array.from({ length: n }, (_, i) =>
        i < first ? null : i === first && partial ? ("partial" as const) : ("full" as const),
      );
      // Only a text with a link can break in its middle, and the last row would have nothing to end it.
      return { text, cells, shape: shape === "in-the-middle" && !/ (?:en|de|van|het) /u.test(text) ? "behind" : shape };
    });
}

const options: fc.Arbitrary<PrintOptions> = fc.record({
  doubleSpaced: fc.boolean(),
  width: fc.integer({ min: 45, max: 90 }),
  rotated: fc.boolean(),
});

async function expectExact(rows: readonly Row[], print: PrintOptions): Promise<void> {
  const dossier = await readProfileText(printProfile(rows, print));
  expect(rowsOf(dossier)).toEqual(rows.map(({ text, cells }) => [text, marksOf(cells)]));
  const { unparsed } = dossier.coverage;
  expect(unparsed).toBe(0);
}

/** Rows of one matrix; the first has all its marks, so that signs can be told from words. */
const matrix = (shapes: readonly Shape[], most: number): fc.Arbitrary<Row[]> =>
  fc
    .integer({ min: 2, max: 6 })
    .chain((n) =>
      fc
        .tuple(text, fc.array(rowOf(n, shapes), { minLength: 1, maxLength: most }))
        .map(([first, rows]): Row[] => [
          { text: first, cells: Array.from({ length: n }, () => "full"), shape: "behind" },
          ...rows,
        ]),
    );

describe("a matrix is read back exactly", () => {
  for (const shape of SHAPES) {
    it(`marks ${shape}`, async () => {
      await fc.assert(
        fc.asyncProperty(matrix([shape], 12), options, (own, print) => expectExact(own, print)),
        { numRuns: 150, seed: 7 },
      );
    });
  }

  it("all kinds of damage in one matrix", async () => {
    await fc.assert(
      fc.asyncProperty(matrix(SHAPES, 25), options, (own, print) => expectExact(own, print)),
      { numRuns: Number(process.env.RUNS ?? 300), seed: Number(process.env.SEED ?? 11) },
    );
  }, 60_000);
});

describe("a table that keeps its layout is read by it, ladder or not", () => {
  const table = fc.integer({ min: 2, max: 6 }).chain((n) => {
    const cells = fc
      .array(fc.constantFrom("full" as const, "partial" as const, null), { minLength: n, maxLength: n })
      .filter((own) => own.some((cell) => cell !== null));
    const full = Array.from({ length: n }, () => "full" as const);
    return fc
      .tuple(
        fc.array(text, { minLength: 2, maxLength: 2 }),
        fc.array(fc.record({ text, cells }), { minLength: 1, maxLength: 12 }),
      )
      .map(([first, rows]) => [...first.map((own) => ({ text: own, cells: full })), ...rows]);
  });
  const signs = fc.constantFrom(
    { full: "x", partial: "(x)" },
    { full: "X", partial: "(X)" },
    // An open circle is partial or none, by what stands beside it: see the tests of signs.
    { full: "●", partial: "◐" },
    { full: "✓", partial: "(✓)" },
    { full: "+", partial: "+/-" },
    { full: "v", partial: "(v)" },
  );
  for (const kind of TABLES) {
    it(kind, async () => {
      await fc.assert(
        fc.asyncProperty(table, signs, async (rows, own) => {
          const dossier = await readProfileText(printTable(rows, kind, own));
          expect(rowsOf(dossier)).toEqual(rows.map(({ text, cells }) => [text, marksOf(cells)]));
          expect(dossier.coverage.unparsed).toBe(0);
        }),
        { numRuns: Number(process.env.RUNS ?? 150), seed: Number(process.env.SEED ?? 3) },
      );
    }, 60_000);
  }
});
