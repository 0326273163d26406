import { formatJson, type Row, toCsv } from "../export/index.js";
import type { Skipped } from "../model.js";
import { folderExists, writeAtomic } from "../node/index.js";

/** Wrong usage: exit status 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Work that could not be done: exit status 1. */
export class FailedError extends Error {
  override name = "FailedError";
}

export interface OutputOptions {
  json?: boolean;
  csv?: boolean;
  out?: string;
}

/** What a command has to say, in the three forms it can be asked for. */
export interface Report {
  json: unknown;
  rows: Row[];
  /** Field names of the rows, so that a table without rows still has its first line. */
  fields: string[];
  /** The table for people. */
  text: () => string;
}

/** Checks before any work is done: a folder that is not there is wrong usage. */
export function checkOutput(options: OutputOptions): void {
  if (options.json && options.csv) throw new UsageError("--json and --csv cannot be combined");
  if (options.out !== undefined && !folderExists(options.out)) {
    throw new UsageError(`--out ${options.out}: its folder is not there`);
  }
}

export async function write(report: Report, options: OutputOptions): Promise<void> {
  const content = options.json
    ? formatJson(report.json)
    : options.csv
      ? toCsv(report.rows, report.fields)
      : `${report.text()}\n`;
  if (options.out === undefined) await print(content);
  else await writeAtomic(options.out, content);
}

/** Prints and waits, so that a pipe gets all of it before the process ends. */
export function print(content: string): Promise<void> {
  return new Promise((done, fail) => {
    process.stdout.write(content, (error) =>
      error && (error as NodeJS.ErrnoException).code !== "EPIPE" ? fail(error) : done(),
    );
  });
}

export function warnSkipped(skipped: readonly Skipped[]): void {
  for (const { file, reason } of skipped) process.stderr.write(`ankerpunt: skipped ${file}: ${reason}\n`);
}

/** A plain table: columns padded, numbers to the right. */
export function table(rows: readonly Row[], fields: readonly string[]): string {
  const cells = rows.map((row) => fields.map((field) => show(row[field])));
  const widths = fields.map((field, i) => Math.max(field.length, ...cells.map((row) => (row[i] ?? "").length)));
  const right = fields.map((field) => rows.some((row) => typeof row[field] === "number"));
  const line = (values: readonly string[]): string =>
    values
      .map((value, i) => (right[i] ? value.padStart(widths[i] ?? 0) : value.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(fields), ...cells.map(line)].join("\n");
}

function show(value: Row[string]): string {
  if (value === null || value === undefined) return "–";
  if (typeof value === "number" && !Number.isInteger(value)) return value.toFixed(3);
  // Control characters of a document must not reach a terminal.
  return String(value).replace(/[\p{Cc}\p{Cf}]/gu, " ");
}
