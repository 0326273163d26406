import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coderAgreement } from "../../scripts/site/coders.js";
import { loadCorpus } from "../../src/node/index.js";

const file = (name: string, text: string): { name: string; bytes: ArrayBuffer } => ({
  name,
  bytes: new TextEncoder().encode(text).buffer as ArrayBuffer,
});
const example = (i: number): string => readFileSync(`docs/data/voorbeeld-besluiten-${i}.json`, "utf8");

describe("the agreement of two people, from their files", () => {
  it("is Cohen's kappa of decisions that both made", () => {
    const one = file(
      "een.csv",
      "a,b,besluit\n1,1,bevestigd\n2,2,bevestigd\n3,3,afgewezen\n4,4,afgewezen\n5,5,bevestigd\n",
    );
    const two = file("twee.csv", "a;b;besluit\n1;1;bevestigd\n2;2;afgewezen\n3;3;afgewezen\n4;4;afgewezen\n");
    const found = coderAgreement([one, two]);
    expect(found).toMatchObject({ coders: ["een", "twee"], n: 4, agreement: { value: 0.75 }, kappa: { value: 0.5 } });
    expect(found.labels.slice(0, 2)).toEqual(["confirmed", "rejected"]);
    expect(found.confusion.map((row) => row.slice(0, 2)).slice(0, 2)).toEqual([
      [1, 1],
      [0, 2],
    ]);
    expect(found.differences).toHaveLength(1);
  });

  it("is weighted too for labels with an order, in two files or in two columns of one", () => {
    const apart = [
      file("x.csv", "id,label\n1,kern\n2,geen\n3,rand\n4,kern\n"),
      file("y.csv", "id,label\n1,kern\n2,geen\n3,kern\n4,geen\n"),
    ];
    const beside = [file("z.csv", "id,lezer1,lezer2\n1,kern,kern\n2,geen,geen\n3,rand,kern\n4,kern,geen\n")];
    const found = coderAgreement(apart);
    expect(found.labels).toEqual(["geen", "rand", "kern"]);
    expect(found.kappa.value).toBeCloseTo(0.2, 6);
    expect(found.kappaQuadratic?.value).not.toBe(found.kappa.value);
    expect(coderAgreement(beside)).toEqual({ ...found, coders: ["lezer1", "lezer2"] });
  });

  it.each([
    ["one coder", [file("x.csv", "id,label\n1,kern\n")], /^labels of one person/],
    ["one file with decisions", [file("x.csv", "a,b,besluit\n1,1,bevestigd\n")], /^decisions of one person/],
    [
      "both kinds",
      [file("x.csv", "id,label\n1,kern\n"), file("y.csv", "a,b,besluit\n1,1,bevestigd\n")],
      /^decisions beside labels/,
    ],
    ["neither", [file("x.csv", "naam,waarde\n1,2\n")], /^no gold/],
    ["nothing", [file("x.csv", "")], /empty/],
  ])("refuses %s in one line", (_name, files, message) => {
    expect(() => coderAgreement(files)).toThrow(message);
  });

  it("can be tried on examples that are about the supplied documents", async () => {
    const { dossiers } = await loadCorpus(["data/voorbeeld/"]);
    const ids = new Set(dossiers.flatMap((d) => d.statements.map((s) => s.id)));
    for (const i of [1, 2]) {
      const { decisions } = JSON.parse(example(i)) as { decisions: { a: string; b: string }[] };
      for (const { a, b } of decisions) for (const id of [a, b]) expect(ids).toContain(id);
    }
    const { n, kappa } = coderAgreement([file("1.json", example(1)), file("2.json", example(2))]);
    expect(n).toBeGreaterThan(20);
    expect(kappa.value).toBeGreaterThan(0);
    expect(kappa.value).toBeLessThan(0.8);
  });
});
