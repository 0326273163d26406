import { unzipSync, zipSync } from "fflate";
import writeWorkbook from "write-excel-file/universal";
import type { Table } from "./tables.js";
import { wellFormed } from "./text.js";

/** What a cell of Excel holds at most, in characters. */
const MAX_CELL = 32767;
const CUT = " […]";

/** The beginning of time for zip files, on every clock. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * Tables as an Excel workbook, a sheet each, the field names in bold first. Text is text, whatever it begins with: no
 * cell is a formula. What is longer than a cell holds ends in "[…]". The same tables give the same bytes.
 */
export async function toXlsx(tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, fields, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    data: [
      fields.map((field) => ({ value: field, type: String, fontWeight: "bold" as const })),
      ...rows.map((row) =>
        fields.map((field) => {
          const value = row[field];
          if (value === null || value === undefined || value === "") return null;
          return typeof value === "number" && Number.isFinite(value)
            ? { value, type: Number }
            : { value: cut(String(value)), type: String };
        }),
      ),
    ],
  }));
  const blob = await writeWorkbook(sheets).toBlob();
  // The library stamps its files with the time of writing.
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  return zipSync(files, { mtime: NO_TIME });
}

function cut(text: string): string {
  const whole = wellFormed(text);
  return whole.length <= MAX_CELL ? whole : wellFormed(whole.slice(0, MAX_CELL - CUT.length)) + CUT;
}
