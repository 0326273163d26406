import {
  batches,
  type Columns,
  csvChunks,
  formatJson,
  jsonChunks,
  jsonColumns,
  type Row,
  type Rows,
} from "../export/index.js";
import type { Skipped } from "../model.js";
import { folderExists, isFolder, writeAtomic } from "../node/index.js";
import { UsageError } from "./errors.js";

export interface OutputOptions {
  json?: boolean;
  csv?: boolean;
  out?: string;
}

/** A JSON document with many rows: the document with an empty list at `rows`, and the rows, which are read as they are written, or their columns. */
export class ManyRows {
  readonly document: object;
  readonly rows: Rows<object> | Columns;

  constructor(document: object, rows: Rows<object> | Columns) {
    this.document = document;
    this.rows = rows;
  }
}

/** What a command has to say, in the three forms it can be asked for. */
export interface Report {
  json: unknown;
  rows: Iterable<Row>;
  /** Field names of the rows, so that a table without rows still has its first line. */
  fields: string[];
  /** The table for people. */
  text: () => string | Iterable<string>;
}

/** Checks before any work is done: a folder that is not there, or a folder itself, is wrong usage. */
export function checkOutput(options: OutputOptions): void {
  if (options.json && options.csv) throw new UsageError("--json and --csv cannot be combined");
  if (options.out !== undefined && !folderExists(options.out)) {
    throw new UsageError(`--out ${options.out}: its folder is not there`);
  }
  if (options.out !== undefined && isFolder(options.out)) {
    throw new UsageError(`--out ${options.out}: is a folder, a file is wanted`);
  }
}

export async function write(report: Report, options: OutputOptions): Promise<void> {
  const content = contentOf(report, options);
  if (options.out === undefined) await print(content);
  else await writeAtomic(options.out, content);
}

type Content = string | Iterable<string | Uint8Array>;

function contentOf({ json, rows, fields, text }: Report, options: OutputOptions): Content {
  if (options.json) {
    if (!(json instanceof ManyRows)) return formatJson(json);
    const { document, rows: many } = json;
    return "columns" in many ? jsonColumns(document, "rows", many) : jsonChunks(document, "rows", many);
  }
  if (options.csv) return csvChunks(rows, fields);
  const table = text();
  return typeof table === "string" ? `${table}\n` : table;
}

/** Prints and waits, so that a pipe gets all of it before the process ends, and is not handed more than it takes. */
export async function print(content: Content): Promise<void> {
  for (const piece of typeof content === "string" ? [content] : content) {
    const closed = await new Promise<boolean>((done, fail) => {
      process.stdout.write(piece, (error) => {
        const gone = error != null && (error as NodeJS.ErrnoException).code === "EPIPE";
        if (error && !gone) fail(error);
        else done(gone);
      });
    });
    if (closed) return;
  }
}

export function warnSkipped(skipped: readonly Skipped[]): void {
  for (const { file, reason } of skipped) process.stderr.write(`ankerpunt: skipped ${file}: ${reason}\n`);
}

/** A plain table: columns padded, numbers to the right. */
export const table = (rows: Iterable<Row>, fields: readonly string[]): string =>
  [...tableChunks(rows, fields)].join("").slice(0, -1);

/** {@link table} in pieces; reads the rows twice. */
export function* tableChunks(rows: Iterable<Row>, fields: readonly string[]): Iterable<string> {
  const widths = fields.map((field) => field.length);
  const right = fields.map(() => false);
  for (const row of rows) {
    for (const [i, field] of fields.entries()) {
      widths[i] = Math.max(widths[i] ?? 0, show(row[field]).length);
      if (typeof row[field] === "number") right[i] = true;
    }
  }
  const line = (values: readonly string[]): string =>
    `${values
      .map((value, i) => (right[i] ? value.padStart(widths[i] ?? 0) : value.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd()}\n`;
  yield line(fields);
  for (const batch of batches(rows)) {
    yield batch.map((row) => line(fields.map((field) => show(row[field])))).join("");
  }
}

function show(value: Row[string]): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number" && !Number.isInteger(value)) return value.toFixed(3);
  // Control characters of a document must not reach a terminal.
  return String(value).replace(/[\p{Cc}\p{Cf}]/gu, " ");
}
