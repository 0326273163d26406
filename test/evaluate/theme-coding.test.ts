import { expect, test } from "vitest";
import { themeById } from "../../src/compare/index.js";
import { evaluateTheme, readGold } from "../../src/evaluate/index.js";
import { codingSheet, tableToCsv, toXlsx } from "../../src/export/index.js";
import { readSheet, readTable } from "../../src/read/index.js";
import { unitCorpus } from "../helpers/corpora.js";

const theme = themeById("interprofessioneel-samenwerken");
const corpus = unitCorpus("d", [
  { kind: "taak", code: "1", title: "Een", texts: ["Overlegt met collega's.", "Veegt de vloer.", "Meldt zich ziek."] },
  { kind: "taak", code: "2", title: "Twee", texts: ["Schakelt zo nodig een specialist in."] },
]);
const ids = corpus.dossiers[0]?.statements.map(({ id }) => id) as string[];
const coding = (coder: string, labels: readonly string[]) => ({
  coder,
  labels: new Map(labels.map((label, i) => [ids[i] as string, label])),
});

test("coders are held against each other and the program, on statements and units, with what they differ on", () => {
  const result = evaluateTheme(
    [coding("an", ["kern", "geen", "geen", "kern"]), coding("bo", ["kern", "geen", "rand", "rand"])],
    corpus,
    theme,
    { draws: 50 },
  );
  expect(result.result.coders).toEqual(["an", "bo", "program"]);
  const [anBo, anProgram] = result.result.agreements;
  expect(anBo).toMatchObject({ n: 4, agreement: { value: 0.5 } });
  expect(anProgram).toMatchObject({ a: "an", b: "program", agreement: { value: 0.75 } });
  expect(result.units.agreements.map(({ agreement, n }) => [agreement.value, n])).toEqual([
    [0.5, 2],
    [0.5, 2],
    [1, 2],
  ]);
  expect(result.differences.map(({ id, labels }) => [id, labels])).toEqual([
    [ids[2], { an: "geen", bo: "rand", program: "geen" }],
    [ids[3], { an: "kern", bo: "rand", program: "rand" }],
  ]);
  expect(result.differences[1]?.evidence.length).toBeGreaterThan(0);
});

test("a label of another kind, and ids that are not there, are refused", () => {
  expect(() => evaluateTheme([coding("an", ["ja"])], corpus, theme)).toThrow(/"ja".*kern, rand or geen/);
  expect(() => evaluateTheme([{ coder: "an", labels: new Map([["x", "kern"]]) }], corpus, theme)).toThrow(/no id/);
});

test("a coding sheet that was filled in is read back", () => {
  const { statements, codebook } = codingSheet(corpus, theme, "an");
  expect(Object.keys(statements.rows[0] ?? {})).not.toContain("score");
  expect(codebook.rows.length).toBeGreaterThan(5);
  const filled = { ...statements, rows: statements.rows.map((row) => ({ ...row, "coder-an": "rand" })) };
  const gold = readGold(readSheet(new TextEncoder().encode(tableToCsv(filled))), "sheet");
  expect(gold).toEqual({ of: "labels", codings: [coding("coder-an", ["rand", "rand", "rand", "rand"])] });
});

test("a workbook that was filled in gives the same as CSV, without the sheet of the codebook", async () => {
  const { statements, codebook } = codingSheet(corpus, theme, "an");
  const filled = { ...statements, rows: statements.rows.map((row) => ({ ...row, "coder-an": "rand" })) };
  const gold = readGold(await readTable(await toXlsx([filled, codebook])), "sheet");
  expect(gold).toEqual({ of: "labels", codings: [coding("coder-an", ["rand", "rand", "rand", "rand"])] });
  await expect(readTable(await toXlsx([codebook]))).rejects.toThrow(/name a column "id"/);
});

test("labels are taken as people type them", () => {
  const { differences } = evaluateTheme([coding("an", ["Kern ", "GEEN"])], corpus, theme, { draws: 10 });
  expect(differences).toEqual([]);
});
