import fc from "fast-check";
import { expect, test } from "vitest";
import { levelHits, SCALES } from "../../src/language/depth.js";
import type { Dossier, ThemeFinding } from "../../src/model.js";
import { builtInThemes, Labeller } from "../../src/themes/index.js";
import { unitCorpus } from "../helpers/corpora.js";

/** Words that rules look for, words that they do not, and what is not a word at all. */
const piece = fc.constantFrom(
  ..."de het een niet geen met en of collega's team cliënt ouders gemeente overlegt stemt af werkt samen draagt over".split(
    " ",
  ),
  ..."heeft brede specialistische kennis van onder begeleiding zelfstandig coördineert plan tekening computer feedback".split(
    " ",
  ),
  ..."<b> & ; . , : ( ) \u00e9 \ud83d\ude00 = + @".split(" "),
);
const text = fc.array(piece, { minLength: 1, maxLength: 25 }).map((words) => words.join(" "));

const dossier = (texts: readonly string[]): Dossier =>
  unitCorpus("d", [{ kind: "taak", title: "", texts }]).dossiers[0] as Dossier;

test.each(builtInThemes().map((theme) => [theme.id, theme] as const))(
  "labels of %s: evidence lies in the text, the score fits, the same twice",
  (_id, theme) => {
    const labeller = new Labeller(theme);
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const found = labeller.label(dossier(texts)) as ThemeFinding[];
        expect(found).toHaveLength(texts.length);
        for (const [i, { label, score, evidence, partners }] of found.entries()) {
          expect(["kern", "rand", "geen"]).toContain(label);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect([...partners].sort()).toEqual(partners);
          for (const { start, end, rule } of evidence) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual((texts[i] as string).length);
            expect(end).toBeGreaterThan(start);
            expect(rule).not.toBe("");
          }
          if (label !== "geen") expect(evidence.length).toBeGreaterThan(0);
        }
        expect(labeller.label(dossier(texts))).toEqual(found);
      }),
      { numRuns: 150 },
    );
  },
);

test("level hits lie in the text, without overlap within a scale, on a step of their scale", () => {
  fc.assert(
    fc.property(text, (own) => {
      for (const { scale, step, start, end } of levelHits(own)) {
        expect(SCALES.find(({ id }) => id === scale)?.steps.length ?? 0).toBeGreaterThanOrEqual(step);
        expect(step).toBeGreaterThanOrEqual(1);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(own.length);
      }
      expect(levelHits(own)).toEqual(levelHits(own));
    }),
    { numRuns: 500 },
  );
});
