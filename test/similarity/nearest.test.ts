import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { likeness, wordSenses } from "../../src/features/index.js";
import type { Features } from "../../src/model.js";
import { NearestIndex } from "../../src/similarity/nearest.js";
import { features } from "../../src/text/terms.js";

const WORDS = ["overlegt", "bespreekt", "snoeit", "heg", "boom", "planning", "rooster", "team", "cliënt", "met", "het"];
const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((list) => list.join(" "));
const score = (a: string, b: string): number => NearestIndex.of([features(b)]).scores(features(a))[0] as number;

/** Each word with its nearest, as the definition has it: no index. */
function naive(a: Features, b: Features): number {
  const [left, right] = [wordSenses(a), wordSenses(b)];
  const covered = (from: typeof left, to: typeof right): number => {
    const gain = from.reduce(
      (sum, word) => sum + word.weight * Math.max(0, ...to.map((other) => likeness(word, other)?.value ?? 0)),
      0,
    );
    return gain / from.reduce((sum, { weight }) => sum + weight, 0);
  };
  if (left.length === 0 && right.length === 0) return Number.NaN;
  return left.length === 0 || right.length === 0 ? 0 : Math.sqrt(covered(left, right) * covered(right, left));
}

describe("each word with its nearest", () => {
  test("equals the definition, is symmetric and within 0..1", () => {
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const own = score(a, b);
        expect(own).toEqual(Number.isNaN(own) ? Number.NaN : expect.closeTo(naive(features(a), features(b)), 6));
        if (Number.isNaN(own)) return;
        expect(own).toBeCloseTo(score(b, a), 6);
        expect(own).toBeGreaterThanOrEqual(0);
        expect(own).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
  test("equals the definition where documents declare what is the same", () => {
    const declared: [string, string[]][] = [
      ["heg", ["haag"]],
      ["team", ["haag"]],
      ["boom", ["heg", "met plan"]],
      ["planning", ["rooster"]],
    ];
    const own = sentence.map((text) => {
      const { hash, bag } = features(text);
      return { hash, bag, declared: declared.filter(([word]) => bag.some(([other]) => other === word)) };
    });
    fc.assert(
      fc.property(
        own,
        own,
        sentence.map((text) => features(text)),
        (a, b, c) => {
          const found = NearestIndex.of([b, c]).scores(a);
          for (const [i, other] of [b, c].entries()) {
            const expected = naive(a, other);
            expect(found[i]).toEqual(Number.isNaN(expected) ? Number.NaN : expect.closeTo(expected, 6));
          }
        },
      ),
    );
  });
  test("does not change when another candidate joins", () => {
    const query = features("snoeit de heg");
    const alone = NearestIndex.of([features("knipt de haag")]).scores(query)[0];
    expect(NearestIndex.of([features("knipt de haag"), features("snoeit bomen")]).scores(query)[0]).toBe(alone);
  });
  test("the first candidates score as they do among all, whichever was asked first", () => {
    const list = ["knipt de haag", "snoeit bomen", "maakt een rooster", "snoeit de haag"].map((text) => features(text));
    const query = features("snoeit de heg in het rooster");
    const all = NearestIndex.of(list).scores(query);
    const index = NearestIndex.of(list);
    for (const size of [2, 3, 1, 4, 0]) expect(index.scores(query, size)).toEqual(all.slice(0, size));
  });
  test("synonyms and words in like company count less than the same word", () => {
    expect(score("maakt een rooster", "maakt een rooster")).toBeCloseTo(1, 9);
    const near = score("maakt een rooster", "maakt een planning");
    expect(near).toBeLessThan(1);
    expect(near).toBeGreaterThan(score("maakt een rooster", "maakt een taart"));
  });
  test("a phrase that is a synonym as a whole brings its words near, and its words alone do not", () => {
    const say = (text: string): number => score(text, "controleert de remmen");
    expect(say("voert controle uit op de remmen")).toBeGreaterThan(say("voert de remmen uit"));
    const [left, [reply]] = [wordSenses(features("reactie geven")), wordSenses(features("reageren"))];
    expect(left.map((word) => likeness(word, reply as never))).toContainEqual({ by: "synonym", value: 0.8 });
    expect(likeness(wordSenses(features("geven"))[0] as never, reply as never)?.by).not.toBe("synonym");
  });
  test("two statements without content say nothing, one without is 0", () => {
    expect(score("", "")).toBeNaN();
    expect(score("snoeit", "")).toBe(0);
  });
});
