import { describe, expect, test } from "vitest";
import { csvChunks, formatJson, jsonChunks, toCsv } from "../../src/export/index.js";

describe("CSV", () => {
  test("field names first, in the order given; nothing for null", () => {
    expect(toCsv([{ b: 2, a: "x" }, { a: null }], ["a", "b"])).toBe("a,b\nx,2\n,\n");
  });
  test("no rows still have their first line", () => {
    expect(toCsv([], ["a", "b"])).toBe("a,b\n");
  });
  test.each(["=1+1", "+1", "-1", "@x", "\tx", "＝1"])("%j cannot be taken for a formula", (cell) => {
    expect(toCsv([{ a: cell }], ["a"])).toContain(`'${cell}`);
  });
  test("quotes what needs it", () => {
    expect(toCsv([{ a: 'a "b", c\nd' }], ["a"])).toBe('a\n"a ""b"", c\nd"\n');
  });
});

test("JSON: the same value, one row a line", () => {
  const value = { rows: Array.from({ length: 500 }, (_, i) => ({ i, text: "overlegt met het team" })) };
  const json = formatJson(value);
  expect(JSON.parse(json)).toEqual(value);
  expect(json.split("\n").filter((line) => line.includes('"i":'))).toHaveLength(500);
});

describe("many rows in pieces", () => {
  const cells = ["x", 'a "b", [c]: {d}', "é\n", "y".repeat(3985)];
  const list = (size: number) =>
    Array.from({ length: size }, (_, i) => ({
      a: `s${i}`,
      b: cells[i % (i % 97 === 3 ? 4 : 3)],
      score: i / 7,
      rank: i,
    }));
  test.each([0, 1, 99, 400, 401, 9001])("%i rows have the same characters as at once", (size) => {
    const rows = list(size);
    const value = { schema: "x", settings: { top: 1 }, rows, skipped: [] };
    const many = { size, [Symbol.iterator]: () => rows.values() };
    expect([...jsonChunks({ ...value, rows: [] }, "rows", many)].join("")).toBe(formatJson(value));
    expect([...csvChunks(many, ["a", "b"])].join("")).toBe(toCsv(rows, ["a", "b"]));
  });
});
