/** The files of a table that are downloaded: the same rows as CSV, JSON and Arrow. */
import { bool, type DataType, dictionary, float64, int32, tableFromArrays, tableToIPC, utf8 } from "@uwdata/flechette";
import { type ColumnType, FORMATS, type Format, type TableInfo } from "../../docs/components/table-types.js";
import { toCsv } from "../../src/export/index.js";
import type { DataFile } from "./data-file.js";
import { type Found, siteTables, type Table } from "./tables.js";

/** Every file of every table, and the description of all. */
export function* tableFiles(found: Found): Generator<DataFile> {
  const described: TableInfo[] = [];
  for (const table of siteTables(found)) {
    const { rows, ...info } = table;
    const sizes = { csv: 0, json: 0, arrow: 0 };
    for (const format of FORMATS) {
      const content = MAKERS[format](table);
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      sizes[format] = bytes.length;
      yield [`data/tabellen/${table.name}.${format}`, bytes];
    }
    described.push({ ...info, rows: rows.length, sizes });
  }
  yield ["data/tabellen/beschrijving.json", described];
}

const MAKERS: Record<Format, (table: Table) => string | Uint8Array> = { csv, json, arrow };

type Entry = [name: string, value: Table["rows"][0][0]];
const named = ({ columns }: Table, row: Table["rows"][0]): Entry[] =>
  columns.map(({ name }, i) => [name, row[i] ?? null]);

/** Commas and decimal points; UTF-8 without a mark; yes and no as true and false. */
function csv(table: Table): string {
  const rows = table.rows.map((row) =>
    Object.fromEntries(
      named(table, row).map(([name, value]) => [name, typeof value === "boolean" ? `${value}` : value]),
    ),
  );
  return toCsv(
    rows,
    table.columns.map(({ name }) => name),
  );
}

/** A list with an object for each row, each on a line of its own. */
function json(table: Table): string {
  return `[${table.rows.map((row) => `\n${JSON.stringify(Object.fromEntries(named(table, row)))}`).join(",")}\n]\n`;
}

const TYPES: Record<ColumnType, () => DataType> = {
  text: utf8,
  category: () => dictionary(utf8(), int32()),
  integer: int32,
  number: float64,
  boolean: bool,
};

/** The IPC file format. A type for each column, so that it does not depend on what is in it. */
function arrow({ columns, rows }: Table): Uint8Array {
  const table = tableFromArrays(
    columns.map(({ name }, i): [string, unknown[]] => [name, rows.map((row) => row[i])]),
    { types: Object.fromEntries(columns.map(({ name, type }) => [name, TYPES[type]()])) },
  );
  const bytes = tableToIPC(table, { format: "file" });
  if (bytes === null) throw new Error("no Arrow file was made");
  return bytes;
}
