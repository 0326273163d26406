import { describe, expect, test } from "vitest";
import { csvChunks, formatJson, jsonChunks, jsonColumns, toCsv } from "../../src/export/index.js";

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

test("many rows from columns have the same characters as at once", () => {
  const numbers = [0, 1, 0.5, 0.1, 1e-9, 1e-6, 0.000001001, 0.999999999, 0.123456789, 0.1 + 0.2, -0.25, 12.5, 7e22];
  const texts = ["x", 'a "b", [c]: {d}', "é\n€😀\ud800", "y".repeat(950)];
  const rows = Array.from({ length: 2500 }, (_, i) => ({
    a: texts[i % 4] as string,
    n: numbers[i] ?? Math.round(((i * 0.618034) % 1) * 1e9) / 1e9,
    b: texts[(i + 1) % 4] as string,
  }));
  const columns = [
    { name: "a", texts, places: Int32Array.from(rows.keys(), (i) => i % 4) },
    { name: "n", numbers: Float64Array.from(rows, ({ n }) => n) },
    { name: "b", texts, places: Int32Array.from(rows.keys(), (i) => (i + 1) % 4) },
  ];
  const pieces = [...jsonColumns({ rows: [], skipped: [] }, "rows", { size: 2500, columns })];
  expect(pieces.length).toBeGreaterThan(3);
  const json = pieces.map((piece) => (typeof piece === "string" ? piece : new TextDecoder().decode(piece))).join("");
  expect(json).toBe(formatJson({ rows, skipped: [] }));
});

describe("many rows in pieces", () => {
  const cells = ["x", 'a "b", [c]: {d}', "é\n", "y".repeat(3985)];
  const list = (size: number) =>
    Array.from({ length: size }, (_, i) => ({
      a: `s${i}`,
      b: cells[i % (i % 97 === 3 ? 4 : 3)] as string,
      score: i / 7,
      rank: i,
    }));
  test.each([0, 1, 99, 400, 401, 9001])("%i rows have the same characters as at once", (size) => {
    const rows = list(size);
    const value = { schema: "x", settings: { top: 1 }, rows, skipped: [] };
    const many = { size, [Symbol.iterator]: () => rows.values() };
    expect([...jsonChunks({ ...value, rows: [] }, "rows", many)].join("")).toBe(formatJson(value));
    const decoder = new TextDecoder();
    const texts = rows.map(({ a }) => a);
    const columns = [
      { name: "a", texts, places: Int32Array.from(rows.keys()) },
      { name: "b", texts: cells, places: Int32Array.from(rows, ({ b }) => cells.indexOf(b)) },
      { name: "score", numbers: Float64Array.from(rows, ({ score }) => score) },
      { name: "rank", numbers: Int32Array.from(rows, ({ rank }) => rank) },
    ];
    const pieces = [...jsonColumns({ ...value, rows: [] }, "rows", { size, columns })];
    expect(pieces.map((piece) => (typeof piece === "string" ? piece : decoder.decode(piece))).join("")).toBe(
      formatJson(value),
    );
    expect([...csvChunks(many, ["a", "b"])].join("")).toBe(toCsv(rows, ["a", "b"]));
  });
});
