import { describe, expect, test } from "vitest";
import { formatJson, toCsv } from "../../src/export/index.js";

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
