import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differences, type Part } from "../../src/charts/index.js";

const whole = (parts: Part[]): string => parts.map((p) => p.text).join("");
const marked = (parts: Part[]): string[] => parts.filter((p) => p.differs).map((p) => p.text);

describe("differences", () => {
  it("marks the words that the other passage has not", () => {
    const { a, b } = differences("Stelt een plan op met de ouders.", "Stelt het plan op met ouders en team.");
    expect(marked(a)).toEqual(["een", "de"]);
    expect(marked(b)).toEqual(["het", "en team"]);
  });
  it("does not mark capitals, punctuation and the form of an apostrophe", () => {
    const { a, b } = differences("Overlegt met collega’s, ouders", "overlegt met collega's (ouders).");
    expect(marked(a)).toEqual([]);
    expect(marked(b)).toEqual([]);
  });
  it("marks a run of words as one, without the mark that follows it", () => {
    expect(marked(differences("Zij helpt de buurt, altijd.", "Zij helpt.").a)).toEqual(["de buurt, altijd"]);
  });
  it("marks everything where nothing is shared", () => {
    expect(differences("één", "twee")).toEqual({
      a: [{ text: "één", differs: true }],
      b: [{ text: "twee", differs: true }],
    });
  });
  it("keeps what has no words", () => {
    const { a, b } = differences("–", "");
    expect(whole(a)).toBe("–");
    expect(b).toEqual([]);
  });
  it("shows exactly what was given, on both sides", () => {
    const text = fc.array(fc.constantFrom("de", "De", "cliënt", "(", "'s", " ", "  ", "\n", ".", "é", "<b>", "-"), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, text, (x, y) => {
        const [a, b] = [x.join(""), y.join("")];
        const parts = differences(a, b);
        expect(whole(parts.a)).toBe(a);
        expect(whole(parts.b)).toBe(b);
      }),
    );
  });
  it("marks nothing in a passage beside itself", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(marked(differences(text, text).a)).toEqual([]);
      }),
    );
  });
});
