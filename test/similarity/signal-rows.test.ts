import fc from "fast-check";
import { expect, test } from "vitest";
import { meaningVector, SPARSE_VECTORS, Vocabulary } from "../../src/features/index.js";
import type { Features } from "../../src/model.js";
import { NearestIndex } from "../../src/similarity/nearest.js";
import { RowScorer } from "../../src/similarity/row-scorer.js";
import { statementColumns } from "../../src/similarity/statement-columns.js";
import { features } from "../../src/text/terms.js";

const WORDS = "overlegt overleggen bespreekt plant team werk cliënt klanten veilig heg heggen qqxyzz met het en".split(
  " ",
);
const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 8 }).map((list) => features(list.join(" ")));
const several = fc.array(sentence, { maxLength: 6 });

/** What a signal sees of the candidates; the queries that are none stand behind them. */
function rowsOf<S extends "ngrams" | "nearest" | "meaning">(signal: S, list: Features[], queries: Features[] = []) {
  const scorer = new RowScorer(statementColumns(list, queries, { [signal]: 1 }));
  return (scorer[signal] as NonNullable<RowScorer[S]>).rows as NonNullable<RowScorer[S]>["rows"];
}

/** The cosine of two statements' n-grams as their vectors have it; null where both have none. */
function cosine(a: Features, b: Features): number | null {
  const vocabulary = new Vocabulary();
  const [x, y] = [a, b].map((one) => SPARSE_VECTORS.ngrams(one, vocabulary)) as [
    ReturnType<typeof SPARSE_VECTORS.ngrams>,
    ReturnType<typeof SPARSE_VECTORS.ngrams>,
  ];
  if (x.terms.length + y.terms.length === 0) return null;
  const other = new Map(Array.from(y.terms, (term, i) => [term, y.weights[i] as number]));
  return x.terms.reduce((sum, term, i) => sum + (x.weights[i] as number) * (other.get(term) ?? 0), 0);
}

test("n-grams by words give the cosines of the vectors, of all rows at once and one by one", () => {
  fc.assert(
    fc.property(several, several, (list, queries) => {
      const rows = rowsOf("ngrams", list, queries);
      for (const [place, query] of [...list, ...queries].entries()) {
        const expected = list.map((row) => cosine(query, row));
        const found = (row: number): number | null => (rows.counts(row) ? rows.score(row) : null);
        rows.begin(place);
        rows.gather(list.length);
        for (const [row, value] of expected.entries())
          expect(found(row)).toEqual(value === null ? null : expect.closeTo(value, 12));
        for (const row of [...list.keys()].reverse()) {
          rows.found[row] = 7;
          rows.gatherOne(row);
          expect(found(row)).toEqual(expected[row] === null ? null : expect.closeTo(expected[row] as number, 12));
        }
      }
    }),
  );
});

test("words that gain little, or that many have, can be left out", () => {
  const list = ["snoeit de heg", "knipt de heg", "heggen", "de"].map((text) => features(text));
  const rows = rowsOf("ngrams", list, [features("de heg")]);
  rows.begin(list.length);
  const gathered = (least: number, common: number): number[] => {
    rows.gather(list.length, least, common);
    return [...rows.found];
  };
  const all = gathered(0, 4);
  expect(all.every((found) => found > 0)).toBe(true);
  // "de" stands in three.
  expect(gathered(0, 2).map((found) => found > 0)).toEqual([true, true, true, false]);
  // "heggen" has only the beginning of "heg".
  expect(gathered(1, 4).map((found) => found > 0)).toEqual([true, true, false, false]);
});

test("meanings by words are the cosines of the vectors", () => {
  fc.assert(
    fc.property(several, several, (list, queries) => {
      const rows = rowsOf("meaning", list, queries);
      for (const [place, query] of [...list, ...queries].entries()) {
        rows.begin(place);
        const vector = meaningVector(query);
        for (const [row, own] of list.entries()) {
          const other = meaningVector(own);
          const cosine = vector && other ? vector.reduce((sum, x, d) => sum + x * (other[d] as number), 0) : 0;
          expect(rows.counts(row)).toBe(vector !== null || other !== null);
          expect(rows.score(row)).toBeCloseTo(Math.max(0, cosine), 12);
        }
      }
    }),
  );
});

test("nearest words of one row are those of the index of all, and at most what is said before", () => {
  const list = ["knipt de haag", "snoeit bomen", "", "maakt een rooster voor het snoeien"].map((text) =>
    features(text),
  );
  const other = features("snoeit de heg");
  const rows = rowsOf("nearest", list, [other]);
  for (const [place, query] of [...list, other].entries()) {
    const all = NearestIndex.of(list).scores(query);
    rows.begin(place);
    for (const row of [3, 0, 2, 1]) {
      rows.gather(list.length);
      const most = rows.score(row);
      rows.gatherOne(row);
      rows.cover(row);
      expect(rows.counts(row) ? rows.score(row) : Number.NaN).toEqual(
        Number.isNaN(all[row]) ? Number.NaN : expect.closeTo(all[row] as number, 12),
      );
      expect(rows.score(row)).toBeLessThanOrEqual(most + 1e-12);
    }
  }
});
