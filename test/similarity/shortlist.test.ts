import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Scorer } from "../../src/similarity/scorer.js";
import { Shortlist } from "../../src/similarity/shortlist.js";
import { statementColumns } from "../../src/similarity/statement-columns.js";
import { DEFAULT_WEIGHTS, type SignalWeights } from "../../src/similarity/weights.js";
import { features } from "../../src/text/terms.js";

const WORDS = "overlegt bespreekt plant team werk cliënt veilig begeleidt snoeit heg qqxyzz met het".split(" ");
const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 7 }).map((list) => features(list.join(" ")));
const weights: fc.Arbitrary<SignalWeights> = fc.constantFrom(
  DEFAULT_WEIGHTS,
  { nearest: 1 },
  { ngrams: 1, meaning: 1 },
  { stems: 2, concepts: 1 },
  { nearest: 1, meaning: 2, concepts: 5 },
);

describe("a shortlist", () => {
  test("gives the scores of the scorer", () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 30 }), sentence, weights, fc.nat(40), (list, query, own, among) => {
        const all = new Scorer(list, own).scores(query);
        const { rows, scores } = new Shortlist(statementColumns(list, [query], own)).best(list.length, among + 1);
        // What a row gains is added up in another order.
        for (const [k, row] of rows.entries()) expect(scores[k]).toBeCloseTo(all[row] as number, 8);
      }),
    );
  });
  test("holds all that share a word where it is long enough, and few where it is short", () => {
    const list = Array.from({ length: 60 }, (_, i) =>
      features(`${WORDS[i % 10]} ${WORDS[(i * 7) % 9]} ${WORDS[i % 3]}`),
    );
    const query = list[5] as (typeof list)[number];
    const shortlist = new Shortlist(statementColumns(list));
    const held = (among: number): number[] => [...shortlist.best(5, among).rows];
    const sharing = list.flatMap(({ bag }, i) =>
      bag.some(([word]) => query.bag.some(([own]) => own === word)) ? [i] : [],
    );
    for (const i of sharing) expect(held(60)).toContain(i);
    expect(held(4).length).toBeGreaterThanOrEqual(4);
    expect(held(4).length).toBeLessThan(20);
    expect(held(4)).toContain(5);
  });
  test("statements of more words than there is room for at first", () => {
    const nouns = Array.from({ length: 90 }, (_, i) => `woord${String.fromCharCode(97 + (i % 26), 97 + (i % 7))}${i}`);
    const list = [nouns.slice(0, 80), nouns.slice(30), nouns, ["plant"]].map((own) => features(own.join(" ")));
    const exact = new Scorer(list).scores(list[0] as (typeof list)[number]);
    const shortlist = new Shortlist(statementColumns(list));
    shortlist.best(3, 4);
    const { rows, scores } = shortlist.best(0, 4);
    for (const [k, row] of rows.entries()) expect(scores[k]).toBeCloseTo(exact[row] as number, 9);
    expect(rows.length).toBeGreaterThan(2);
  });
  test("a word that stands there hundreds of times counts as often", () => {
    const list = ["plant", "plant snoeit", `${"plant ".repeat(300)}snoeit`].map((text) => features(text));
    const exact = new Scorer(list).scores(list[1] as (typeof list)[number]);
    const { rows, scores } = new Shortlist(statementColumns(list)).best(1, 3);
    for (const [k, row] of rows.entries()) expect(scores[k]).toBeCloseTo(exact[row] as number, 9);
    expect([...rows]).toEqual([0, 1, 2]);
  });
  test("of one query leaves nothing for the next", () => {
    const list = ["snoeit de heg", "bespreekt het werk", "snoeit en knipt"].map((text) => features(text));
    const shortlist = new Shortlist(statementColumns(list));
    const first = structuredClone(shortlist.best(0, 1));
    shortlist.best(1, 3);
    expect(shortlist.best(0, 1)).toEqual(first);
  });
});
