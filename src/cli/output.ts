import { stringify } from "csv-stringify/sync";
import prettyJson from "json-stringify-pretty-compact";
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

export type Row = Record<string, string | number | boolean | null | undefined>;

/** What a command has to say, in the three forms it can be asked for. */
export interface Report {
  json: unknown;
  rows: Row[];
  /** Field names of the rows, so that a table without rows still has its first line. */
  fields: string[];
  /** The table for people. */
  text: () => string;
}

/** Longest line of JSON: a statement, a cell or a row stands on a line of its own, readable and good to compare. */
const MAX_JSON_LINE = 4000;

/** Checks before any work is done: a folder that is not there is wrong usage. */
export function checkOutput(options: OutputOptions): void {
  if (options.json && options.csv) throw new UsageError("--json and --csv cannot be combined");
  if (options.out !== undefined && !folderExists(options.out)) {
    throw new UsageError(`--out ${options.out}: its folder is not there`);
  }
}

/** JSON as every command prints it. */
export const formatJson = (value: unknown): string => `${prettyJson(value, { maxLength: MAX_JSON_LINE })}\n`;

export async function write(report: Report, options: OutputOptions): Promise<void> {
  const content = options.json
    ? formatJson(report.json)
    : options.csv
      ? toCsv(report.rows, report.fields)
      : `${report.text()}\n`;
  if (options.out === undefined) await print(content);
  else await writeAtomic(options.out, content);
}

/** CSV with cells that a spreadsheet could take for a formula made harmless by a quote before them. */
export function toCsv(rows: readonly Row[], fields: readonly string[]): string {
  return stringify(rows as Row[], { header: true, columns: [...fields], escape_formulas: true });
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
