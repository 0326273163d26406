import { describe, expect, it } from "vitest";
import {
  type Code,
  codeHeading,
  codeWithinPart,
  compareCodes,
  findCodes,
  parentCode,
  parseCode,
  settleCodes,
} from "../../src/parse/codes.js";

const code = (text: string): Code => parseCode(text) as Code;

describe("parseCode", () => {
  it.each([
    ["B1-K1-W5", "B1-K1-W5", "source"],
    ["D1-K2-W12: Titel", "D1-K2-W12", "source"],
    ["P10-K1", "P10-K1", "source"],
    ["B1-K1-W4Ondersteunt", "B1-K1-W4", "source"],
    ["BI-K1-W5", "B1-K1-W5", "repaired"],
    ["Pl-K1", "P1-K1", "repaired"],
    ["81-K1-VV1", "B1-K1-W1", "repaired"],
    ["B1-K1-wW1", "B1-K1-W1", "repaired"],
    ["B1 – K1 – W3", "B1-K1-W3", "repaired"],
    ["B1-K1-WS5", "B1-K1-W5", "repaired"],
    ["B1-K1-We6", "B1-K1-W6", "repaired"],
    ["P3-K1-Wé6", "P3-K1-W6", "repaired"],
    ["P2-K1-W?2", "P2-K1-W2", "repaired"],
    ["B1-K1-WZ", "B1-K1-W2", "repaired"],
    ["B1-K1-W1O", "B1-K1-W10", "repaired"],
  ])("%s", (text, expected, origin) => expect(code(text)).toMatchObject({ code: expected, origin }));

  it.each(["Bij de", "PO", "P", "B-K1", "Basisdeel", "B1-K1-W1a", "De B1-K1", "81"])("is none: %s", (text) =>
    expect(parseCode(text)?.rank).not.toBe("werkproces"),
  );

  it("tells what holds a part", () => {
    expect([code("B1-K1-W5"), code("B1-K1"), code("B1: Basis")].map(({ rank, parent }) => [rank, parent])).toEqual([
      ["werkproces", "B1-K1"],
      ["kerntaak", "B1"],
      ["deel", null],
    ]);
    expect([parentCode("B1-K1-W5"), parentCode("B1")]).toEqual(["B1-K1", null]);
  });

  it("keeps every reading of a doubtful number", () => {
    expect(
      [code("P2-K1-WZ"), code("P2-K1-WS"), code("P2-K1-W?"), code("P2-K1-W3")].map(({ readings }) => readings),
    ).toEqual([[2, 7], [5, 8], [], [3]]);
  });
});

it("finds all codes of a line", () => {
  expect(findCodes("B1-K1 Snoeien van heggen en B1-K1-wW1").map((found) => [found.code.code, found.at])).toEqual([
    ["B1-K1", 0],
    ["B1-K1-W1", 28],
  ]);
});

describe("settleCodes", () => {
  const settle = (...texts: string[]): string[] => settleCodes(texts.map(code)).map((name) => name.slice(-1));

  it("takes the reading that keeps the order", () => {
    expect(settle("B1-K1-W6", "B1-K1-WZ", "B1-K1-W8")).toEqual(["6", "7", "8"]);
    expect(settle("B1-K1-W1", "B1-K1-WZ", "B1-K1-W4")).toEqual(["1", "2", "4"]);
    expect(settle("B1-K1-W4", "B1-K1-WS")).toEqual(["4", "5"]);
    expect(settle("B1-K1-W6", "B1-K1-WS")).toEqual(["6", "8"]);
  });

  it("lets what cannot be read follow the one before it", () => {
    expect(settle("B1-K1-W2", "B1-K1-W?", "B1-K2-W1")).toEqual(["2", "3", "1"]);
  });

  it("leaves clean codes alone, also out of order and after gaps", () => {
    expect(settle("B1-K1-W5", "B1-K1-W2", "B1-K2-W7")).toEqual(["5", "2", "7"]);
  });
});

it("orders codes by part, then number, the holder first", () => {
  const sorted = ["P2-K1", "B1-K2-W1", "P1-K1-W10", "B1", "P1-K1-W2", "B1-K1", "P1-K1", "D1-K1"].sort(compareCodes);
  expect(sorted).toEqual(["B1", "B1-K1", "B1-K2-W1", "D1-K1", "P1-K1", "P1-K1-W2", "P1-K1-W10", "P2-K1"]);
});

describe("codeHeading", () => {
  it.each([
    ["B1-K1-W2: Snoeit heggen", "Snoeit heggen"],
    ["P2: Voorman", "Voorman"],
    ["B1-K1 Snoeien van heggen", "Snoeien van heggen"],
    ["B1-K1-W2", ""],
  ])("%s", (line, title) => expect(codeHeading(line)?.title).toBe(title));

  it.each(["P2 Voorman", "B1-K1-W2 wordt samen met een collega gedaan", "Zie B1-K1-W2"])("is none: %s", (line) =>
    expect(codeHeading(line)).toBeNull(),
  );
});

describe("codeWithinPart", () => {
  it.each([
    ["K 1-W2 Verpot planten", "B1", "B1-K1-W2", "Verpot planten"],
    ["K1-W?2: Verpot planten", "P2", "P2-K1-W2", "Verpot planten"],
    ["K2 Kweken", null, "K2", "Kweken"],
  ])("%s in %s", (line, deel, code, title) =>
    expect(codeWithinPart(line, deel)).toMatchObject({ code: { code }, title }),
  );

  it.each(["K1 is een code", "Kweken", "K1-W2 Verpot planten."])("none in: %s", (line) =>
    expect(codeWithinPart(line, "B1")).toBeNull(),
  );
});
