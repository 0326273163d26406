import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { seeded } from "../../src/evaluate/index.js";
import { repairText } from "../../src/repair/index.js";
import { DAMAGES } from "../helpers/damage.js";

vi.setConfig({ testTimeout: 60_000 });

const clean = readFileSync(new URL("../fixtures/schoon.txt", import.meta.url), "utf8");
const paragraphs = clean.split("\n\n");

/** A piece of the clean text, damaged in up to three ways. */
const damaged = fc
  .record({
    from: fc.nat(paragraphs.length - 1),
    size: fc.integer({ min: 1, max: 12 }),
    kinds: fc.uniqueArray(fc.nat(DAMAGES.length - 1), { minLength: 0, maxLength: 3 }),
    rate: fc.constantFrom(0.01, 0.05, 0.2, 0.5),
    seed: fc.nat(1e6),
  })
  .map(({ from, size, kinds, rate, seed }) => {
    const random = seeded(seed);
    return kinds.reduce(
      (text, kind) => DAMAGES[kind]?.apply(text, rate, random) ?? text,
      paragraphs.slice(from, from + size).join("\n\n"),
    );
  });
/** Anything that the rules look at, in any order. */
const anything = fc
  .array(
    fc.constantFrom(
      ..."aeiourtnsdlmë é6 0 1 d e en of de cliënt cliént bege leider woon - -\n \n \u00ad / ( ) ‘ ’ Ã « © 1 2 3 4 12 13 x X . , ; : ? ! | ﬁ � zij is van in haven".split(
        " ",
      ),
      " ",
      " ",
      "\n",
      "\n\n",
    ),
    { maxLength: 120 },
  )
  .map((parts) => parts.join(""));

describe("repair", () => {
  for (const [name, texts, numRuns] of [
    ["damaged text", damaged, 150],
    ["any text", anything, 400],
  ] as const) {
    it(`of ${name} is done once: repairing again changes nothing`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const once = repairText(text).mapped.text;
          const again = repairText(once);
          expect(again.mapped.text).toBe(once);
          expect(again.repairs).toEqual([]);
        }),
        { numRuns, seed: 5 },
      );
    });

    it(`of ${name} lists edits in order, without overlaps, that lead from the source to the result`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const { source, mapped, repairs, furniture, notes } = repairText(text);
          expect(source).toBe(text);
          let last = 0;
          for (const { start, end, from, to, rule, confidence } of repairs) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(text.slice(start, end)).toBe(from);
            expect(from).not.toBe(to);
            expect(rule).not.toBe("");
            expect(confidence).toBeGreaterThan(0);
            expect(confidence).toBeLessThanOrEqual(1);
            last = end;
          }
          for (const [start, end] of [...furniture, ...notes])
            expect(start <= end && start >= 0 && end <= text.length).toBe(true);
          // What no repair, furniture or note is in stands in the result as it stood.
          let places = true;
          for (let i = 0; i < mapped.text.length; i++) {
            const at = mapped.offset(i);
            if (at >= text.length || at < (i > 0 ? mapped.offset(i - 1) : 0)) places = false;
          }
          expect(places).toBe(true);
        }),
        { numRuns, seed: 6 },
      );
    });
  }

  it("gives the words of the clean text where it lists no repair", () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const { mapped, repairs } = repairText(text);
        const inRepair = (at: number): boolean => repairs.some(({ start, end }) => at >= start && at < end);
        const differs: number[] = [];
        for (let i = 0; i < mapped.text.length; i++) {
          const at = mapped.offset(i);
          const c = mapped.text[i] as string;
          if (/\S/.test(c) && text[at] !== c && !inRepair(at)) differs.push(at);
        }
        expect(differs).toEqual([]);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it("leaves clean text alone, whatever part of it", () => {
    fc.assert(
      fc.property(fc.nat(paragraphs.length - 1), fc.integer({ min: 1, max: 30 }), (from, size) => {
        const text = paragraphs.slice(from, from + size).join("\n\n");
        const { mapped, repairs } = repairText(text);
        expect(repairs).toEqual([]);
        expect(mapped.text).toBe(text);
      }),
      { numRuns: 100, seed: 8 },
    );
  });

  it("undoes damage and changes no right word, over all kinds", () => {
    let right = 0;
    let all = 0;
    for (const kind of DAMAGES) {
      if (kind.adds || kind.name === "glued" || kind.name === "split" || kind.name === "ligatures lost") continue;
      const text = kind.apply(clean, 0.03, seeded(9));
      const result = new Set(repairText(text).mapped.text.split(/\s+/));
      const before = new Set(text.split(/\s+/));
      for (const word of new Set(clean.split(/\s+/))) {
        if (before.has(word)) continue;
        all++;
        if (result.has(word)) right++;
      }
    }
    expect(right / all).toBeGreaterThan(0.88);
  });
});

it("takes time in proportion to the text", () => {
  const damagedText = `${DAMAGES.find(({ name }) => name === "accents misread")?.apply(clean, 0.05, seeded(3)) ?? clean}\n`;
  const time = (times: number): number => {
    const text = damagedText.repeat(times);
    const start = performance.now();
    repairText(text);
    return performance.now() - start;
  };
  time(2);
  const [small, large] = [time(8), time(64)];
  // Eight times the text; generous, since others may use the machine.
  expect(large).toBeLessThan(Math.max(small, 60) * 40);
}, 60_000);
