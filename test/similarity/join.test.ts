import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tfidfRows, tfidfVectors } from "../../src/features/index.js";
import { joinPlan, joinTop, Neighbours, roundScore } from "../../src/similarity/index.js";

const WORDS = ["plant", "werk", "team", "veilig", "met", "het", "de", "meet", "water", "snoeit", "heggen", "zorgt"];
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 9 }).map((list) => list.join(" "));

/** Every pair by its vectors, sorted: what the join must equal. */
function dense(texts: readonly string[], groups: readonly number[], top: number, min: number): string[] {
  const { vectors } = tfidfVectors(texts);
  return texts.flatMap((_, a) =>
    texts
      .map((_, b) => {
        const weights = new Map([...(vectors[a]?.terms ?? [])].map((t, i) => [t, vectors[a]?.weights[i] ?? 0]));
        const product = [...(vectors[b]?.terms ?? [])].reduce(
          (sum, t, i) => sum + (weights.get(t) ?? 0) * (vectors[b]?.weights[i] ?? 0),
          0,
        );
        return { b, score: roundScore(product) };
      })
      .filter(({ b, score }) => score > 0 && score >= min && groups[a] !== groups[b])
      .sort((x, y) => y.score - x.score || x.b - y.b)
      .slice(0, top)
      .map(({ b, score }) => `${a} ${b} ${score.toFixed(8)}`),
  );
}

function joined(
  texts: readonly string[],
  groups: readonly number[],
  top: number,
  min: number,
  parts = 1,
  part = false,
): string[] {
  const rows = tfidfRows(texts);
  const [own, all] = [Int32Array.from(groups), rows.rowOf];
  const plan = joinPlan(
    { rows, queries: all, candidates: all, queryGroups: own, candidateGroups: own },
    { top, min, part },
  );
  const end = (part: number): number => Math.floor((texts.length * part) / parts);
  const neighbours = Neighbours.joined(
    Array.from({ length: parts }, (_, part) => joinTop(plan, end(part), end(part + 1)).neighbours),
  );
  return texts.flatMap((_, a) =>
    Array.from({ length: neighbours.countOf(a) }, (_, rank) => {
      const { index, score } = neighbours.at(a, rank);
      return `${a} ${index} ${score.toFixed(8)}`;
    }),
  );
}

describe("the join", () => {
  test("equals the comparison of every pair, for any least score, number of rows and number of parts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, fc.integer({ min: 0, max: 3 })), { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(0, 0.1, 0.3, 0.6, 0.9, 1),
        fc.integer({ min: 1, max: 3 }),
        fc.boolean(),
        (list, top, min, parts, part) => {
          const texts = list.map(([value]) => value);
          const groups = list.map(([, group]) => group);
          expect(joined(texts, groups, top, min, parts, part)).toEqual(dense(texts, groups, top, min));
        },
      ),
    );
  });

  test("equals it among many statements that are all somewhat alike", () => {
    const random = lcg(7);
    const texts = Array.from({ length: 300 }, () =>
      Array.from({ length: 3 + random(12) }, () => `w${Math.floor(random(40) * (random(100) / 100))}`).join(" "),
    );
    const groups = texts.map((_, i) => Math.floor(i / 20));
    for (const min of [0, 0.3]) {
      const all = dense(texts, groups, 10, min);
      for (const part of [false, true]) expect(joined(texts, groups, 10, min, 1, part)).toEqual(all);
    }
  });

  test("costs a share of all products, and says how many", () => {
    const random = lcg(3);
    const texts = Array.from({ length: 400 }, () =>
      Array.from({ length: 12 }, () => `w${Math.floor(random(2000) * (random(100) / 100))}`).join(" "),
    );
    const rows = tfidfRows(texts);
    const none = new Int32Array();
    const plan = joinPlan(
      { rows, queries: rows.rowOf, candidates: rows.rowOf, queryGroups: none, candidateGroups: none },
      { top: 10, min: 0.3 },
    );
    const { cost } = joinTop(plan, 0, texts.length);
    const df = new Map<number, number>();
    for (const t of rows.terms) df.set(t, (df.get(t) ?? 0) + 1);
    const all = [...df.values()].reduce((sum, n) => sum + n * n, 0);
    expect(cost.multiplyAdds).toBeGreaterThan(0);
    expect(cost.multiplyAdds).toBeLessThan(all / 4);
  });

  test("nothing is like nothing", () => {
    expect(joined([], [], 3, 0)).toEqual([]);
    expect(joined(["", "…", "werk"], [0, 1, 2], 3, 0)).toEqual([]);
  });
});

describe("rows of TF-IDF", () => {
  test("equal texts share a row; case and punctuation do not count", () => {
    const { rowOf } = tfidfRows(["Plant het werk.", "plant HET werk", "plant werk", "", "!"]);
    expect([...rowOf]).toEqual([0, 0, 1, 2, 2]);
  });
  test("letters and digits beyond the first plane are letters and digits", () => {
    const { vectors, terms } = tfidfVectors(["𝒜𝒷 x_y", "𝒜𝒷", "😀"]);
    // 𝒜𝒷, x, y, and the two bigrams.
    expect(terms).toBe(5);
    expect(vectors.map((vector) => vector.terms.length)).toEqual([5, 1, 0]);
  });
  test("a vocabulary that grows past every table keeps its terms apart", () => {
    const texts = Array.from({ length: 3000 }, (_, i) => Array.from({ length: 30 }, (_, k) => `q${i}z${k}`).join(" "));
    expect(tfidfRows(texts).vocabulary).toBe(3000 * 59);
  });
});

/** Whole numbers below n, the same at every run. */
function lcg(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
