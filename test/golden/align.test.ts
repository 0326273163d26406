import { expect, test } from "vitest";
import { align } from "../../src/compare/index.js";
import { bronnenFile, describeBronnen } from "../helpers/bronnen.js";

describeBronnen("taken of an addendum and werkprocessen of the kwalificatiedossier it belongs to", () => {
  // What a careful reader pairs; the end of a stay, and consulting about the work, have no counterpart.
  test("every counterpart is found, and nothing else", { timeout: 30_000 }, async () => {
    const [a, b] = await Promise.all(
      ["addendum-persoonlijk-begeleider-2013.txt", "kwalificatiedossier-maatschappelijke-zorg.txt"].map(
        bronnenFile,
      ),
    );
    if (!a || !b) throw new Error("not read");
    const { pairs, onlyA, onlyB } = align(a, b);
    expect(pairs.map(({ aCode, bCode }) => `${aCode} ${bCode}`)).toEqual([
      "1 B1-K1-W1",
      "2 P6-K1-W1",
      "3 B1-K1-W2",
      "4 B1-K1-W3",
      "5 B1-K1-W4",
      "6 P6-K1-W2",
      "7 P6-K1-W3",
      "8 P6-K1-W4",
      "9 B1-K1-W5",
      "10 B1-K1-W7",
      "12 P6-K1-W5",
      "13 P6-K1-W6",
      "14 B1-K2-W2",
      "15 B1-K2-W1",
    ]);
    expect([...onlyA, ...onlyB].map((one) => "code" in one && one.code)).toEqual(["11", "B1-K1-W6"]);
  });
});
