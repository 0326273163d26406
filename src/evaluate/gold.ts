/** What readers judged, as it comes in a table. */
import { ReadError, type Sheet } from "../read/index.js";
import type { Grades } from "./ranking.js";

/** Graded pairs: how far a candidate says what a query says. */
export interface Judgements {
  of: "pairs";
  /** By id of the query: grades by id of the candidate. */
  grades: ReadonlyMap<string, Grades>;
}

/** One coding of statements: a label for each id. */
export interface Coding {
  coder: string;
  labels: ReadonlyMap<string, string>;
}

export interface Codings {
  of: "labels";
  codings: Coding[];
}

export type Gold = Judgements | Codings;

const QUERY = ["query", "vraag", "a"];
const CANDIDATE = ["candidate", "kandidaat", "b"];
const GRADE = ["grade", "graad"];
const ID = ["id", "code"];
/** Columns that hold labels: "label" alone, or one for each reader. */
const LABEL = /^(?:label|oordeel|codering|(?:lezer|reader|coder|codeur|beoordelaar)[ _-]?\w*)$/u;

const MAX_GRADE = 10;

const columnOf = (sheet: Sheet, names: readonly string[]): string | undefined =>
  names.find((name) => sheet.columns.includes(name));

/**
 * A table of gold: graded pairs (columns query/vraag, candidate/kandidaat, grade/graad) or labels (id and a column for
 * each coder: label, lezer1, lezer2, coder-a …).
 * @param name of the coder where the table has one column "label"
 * @param coders columns that hold labels, instead of those known by their names
 * @throws ReadError if it is neither, a grade is no whole number from 0, or a pair or id stands twice
 */
export function readGold(sheet: Sheet, name: string, coders?: readonly string[]): Gold {
  const [query, candidate, grade] = [QUERY, CANDIDATE, GRADE].map((names) => columnOf(sheet, names));
  if (query && candidate && grade && !coders) return judgements(sheet, query, candidate, grade);
  const id = columnOf(sheet, ID);
  const missing = coders?.find((column) => !sheet.columns.includes(column.toLowerCase()));
  if (missing !== undefined)
    throw new ReadError(`there is no column "${missing}": there are ${sheet.columns.join(", ")}`);
  const labels = coders?.map((column) => column.toLowerCase()) ?? sheet.columns.filter((column) => LABEL.test(column));
  if (id && labels.length > 0) return codings(sheet, id, labels, name);
  throw new ReadError(
    "no gold: name columns query, candidate, grade (vraag, kandidaat, graad) for judged pairs, or id and label (or lezer1, lezer2 …) for labels",
  );
}

function judgements(sheet: Sheet, query: string, candidate: string, grade: string): Judgements {
  const grades = new Map<string, Map<string, number>>();
  for (const { line, cells } of sheet.rows) {
    const [q, c, given] = [cells[query] ?? "", cells[candidate] ?? "", cells[grade] ?? ""];
    if (q === "" || c === "") throw new ReadError(`line ${line} lacks the id of its ${q === "" ? query : candidate}`);
    const value = Number(given);
    if (given === "" || !Number.isInteger(value) || value < 0 || value > MAX_GRADE) {
      throw new ReadError(`line ${line}: the grade "${given}" is no whole number from 0 to ${MAX_GRADE}`);
    }
    const own = grades.get(q) ?? new Map<string, number>();
    if (own.has(c)) throw new ReadError(`line ${line}: the pair ${q}, ${c} stands twice`);
    grades.set(q, own.set(c, value));
  }
  return { of: "pairs", grades };
}

function codings(sheet: Sheet, id: string, columns: readonly string[], name: string): Codings {
  const seen = new Set<string>();
  const maps = columns.map(() => new Map<string, string>());
  for (const { line, cells } of sheet.rows) {
    const key = cells[id] ?? "";
    if (key === "") throw new ReadError(`line ${line} has no ${id}`);
    if (seen.has(key)) throw new ReadError(`line ${line}: the id "${key}" stands twice`);
    seen.add(key);
    // An empty cell is no label: that reader did not judge this one.
    for (const [i, column] of columns.entries()) if (cells[column]) maps[i]?.set(key, cells[column]);
  }
  const only = columns.length === 1 && columns[0] === "label";
  return {
    of: "labels",
    codings: columns.map((column, i) => ({ coder: only ? name : column, labels: maps[i] as Map<string, string> })),
  };
}
