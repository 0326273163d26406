import { expect, test } from "vitest";
import { align, findGaps, overlap, themeById, themePart } from "../../src/compare/index.js";
import { mergeCorpora, withoutText } from "../../src/corpus/index.js";
import type { Corpus } from "../../src/model.js";
import { unitCorpus } from "../helpers/corpora.js";

const theme = themeById("interprofessioneel-samenwerken");
const one = unitCorpus("een", [
  {
    kind: "werkproces",
    code: "W1",
    title: "Bouwt",
    texts: ["Overlegt met collega's over de planning.", "Metselt muren."],
  },
  { kind: "werkproces", code: "W2", title: "Voegt", texts: ["Schakelt zo nodig een specialist in.", "Voegt muren."] },
]);
const two = unitCorpus("twee", [
  {
    kind: "werkproces",
    code: "W1",
    title: "Verft",
    texts: ["Overlegt met collega's over de planning.", "Metselt muren."],
  },
  {
    kind: "werkproces",
    code: "W2",
    title: "Lakt",
    texts: ["Draagt de sleutels over aan de nachtploeg.", "Schakelt zo nodig een specialist in."],
  },
]);
const both = mergeCorpora([one, two]);

test("a theme's part of a corpus holds what is kern, or rand too, and all units", () => {
  const texts = (corpus: Corpus) => corpus.dossiers.map((d) => d.statements.map(({ text }) => text?.split(" ")[0]));
  expect(texts(themePart(both, theme))).toEqual([["Overlegt"], ["Overlegt", "Draagt"]]);
  expect(texts(themePart(both, theme, { marginal: true }))).toEqual([
    ["Overlegt", "Schakelt"],
    ["Overlegt", "Draagt", "Schakelt"],
  ]);
  expect(themePart(one, theme).dossiers[0]?.units).toHaveLength(2);
});

test("overlap and align of a theme compare that part, and say so in their settings", () => {
  const result = overlap(themePart(both, theme));
  expect(result.cells[0]).toMatchObject({ aStatements: 1, bStatements: 2, identical: 1, aInB: 1, bInA: 0.5 });
  expect(result.settings.corpus).toMatchObject({ theme: { id: theme.id, hash: theme.hash, labels: ["kern"] } });
  const pairs = align(themePart(one, theme), themePart(two, theme), { by: "statement" });
  expect(pairs.pairs.map(({ aText }) => aText)).toEqual(["Overlegt met collega's over de planning."]);
  expect(pairs.onlyB.map((lone) => ("text" in lone ? lone.text : null))).toEqual([
    "Draagt de sleutels over aan de nachtploeg.",
  ]);
});

test("a corpus without text gives the same overlap for a theme", () => {
  expect(overlap(themePart(withoutText(both), theme)).cells).toEqual(overlap(themePart(both, theme)).cells);
});

test("gaps are what is kern elsewhere and has no counterpart here", () => {
  const { gaps } = findGaps(both, theme);
  expect(gaps.map(({ dossier, missing }) => [dossier, missing.map(({ text }) => text)])).toEqual([
    ["een", ["Draagt de sleutels over aan de nachtploeg."]],
    ["twee", []],
  ]);
  expect(gaps[0]?.missing[0]).toMatchObject({ dossier: "twee", label: "kern", partners: ["team"] });
  expect(findGaps(one, theme).gaps).toEqual([{ dossier: "een", missing: [], groups: [] }]);
});
