/** Lines that only a beroepscompetentieprofiel has: what opens a taakgebied, a competentiegebied, a competency, a matrix. */
import type { UnitKind } from "../model.js";
import { rowCells } from "./matrix-reader.js";

const ENDED = /[.!?;]["'’”)\]]*$/u;

/** "Competentiegebied 2: Vakwerk". */
const COMPETENCY_AREA =
  /^(?:competentie[\s-]?(?:gebied|cluster|domein|groep)|cluster|domein|kerncompetentie)\s+(\d{1,2}|[A-Z])(?![\p{L}\p{N}])\s*[:.–—-]?\s*(.*)$/iu;
const COMPETENCY_WORD = /^(?:beroeps)?competentie\s+(?:\d|[A-Z]\d?\b)/iu;
const TASK_AREA =
  /^(taakgebied|taakcluster|resultaatgebied|takenpakket|kerntaak|taak)\s+(\d{1,2}(?:\.\d{1,2})?|[A-Z](?:\.?\d{1,2})?)(?![\p{L}\p{N}])\s*[:.–—-]*\s*(.*)$/iu;

/** The code and title of a competentiegebied that a line opens, or null. */
export function competencyArea(text: string): { code: string; title: string } | null {
  // Its chapter may have a number of its own: "5.1 Competentiegebied A".
  const match = COMPETENCY_AREA.exec(text.replace(/^\d{1,2}(?:\.\d{1,2})*\.?\s+/u, ""));
  return match && !/[.!?]["'’”)\]]*$/u.test(text)
    ? { code: (match[1] as string).toUpperCase(), title: match[2] as string }
    : null;
}

/** Whether a line opens competencies by itself, whatever its chapter is called. */
export const opensCompetencies = (text: string): boolean => competencyArea(text) !== null || COMPETENCY_WORD.test(text);

export interface TaskArea {
  kind: UnitKind;
  code: string;
  title: string;
}

const KINDS: Record<string, UnitKind> = { kerntaak: "kerntaak", taak: "taak" };

/** The taakgebied, kerntaak or taak that a line opens, or null. */
export function taskArea(text: string): TaskArea | null {
  const match = TASK_AREA.exec(text);
  // A sentence that speaks of a taakgebied goes on with a small letter or ends as sentences do.
  if (!match || text.length > 130 || ENDED.test(text)) return null;
  const title = (match[3] as string).trim();
  if (/^\p{Ll}/u.test(title) || (title === "" && !/^\p{Lu}/u.test(text))) return null;
  return {
    kind: KINDS[(match[1] as string).toLowerCase()] ?? "taakgebied",
    code: (match[2] as string).toUpperCase(),
    title,
  };
}

/** The first cell of a row that names the columns of a matrix. */
const HEAD_CELL =
  /^(?:process?(?:en)?|gedrag(?:singen)?|(?:kern)?taak|(?:kern)?taken|activiteit(?:en)?|competenties?|indicator(?:en)?)$/iu;
/** A name of a column. */
const NAME_CELL = /^\p{L}[\p{L}\p{N}\s()/.-]{1,50}$/u;

/** The names of the columns in a row of heads ("Proces  Kok  Chef-kok"), or null for any other line. */
export function matrixHead(raw: string): string[] | null {
  const cells = rowCells(raw);
  const [first, ...names] = cells;
  if (first === undefined || !HEAD_CELL.test(first) || names.length < 2) return null;
  return names.every((name) => NAME_CELL.test(name)) ? names : null;
}

/** How many lines a head may be broken over. */
const MAX_HEAD = 4;
/** A cell with a mark, or with what stands for an empty one. */
const MARK_CELL = /^(?:[([{]?\s?[^\p{L}\p{N}\s]?[xXvV]?\s?[)\]}]?|[Jj]a|[Nn]ee|[Dd]eels)$/u;

/**
 * The names of the columns where each is broken over lines to fit: "Junior  Senior" with "kapper  kapper" below it.
 * @param raws lines from the head on, with their white space
 * @returns the whole names and how many lines they take; null if the first line is no head
 */
export function wrappedHead(raws: readonly string[]): { names: string[]; count: number } | null {
  const first = matrixHead(raws[0] ?? "");
  if (!first) return null;
  const all = cellsAt(raws[0] as string);
  if (all.length !== first.length + 1) return { names: first, count: 1 };
  const places = all.slice(1);
  const names = [...first];
  const left = (places[0]?.start ?? 0) - 4;
  let count = 1;
  for (const raw of raws.slice(1, MAX_HEAD)) {
    const cells = cellsAt(raw);
    const fits = cells.every(({ start, text }) => start >= left && text.length > 1 && !MARK_CELL.test(text));
    if (cells.length === 0 || /[\t|]/.test(raw) || !fits) break;
    for (const { start, end, text } of cells) {
      const distance = (place: { start: number; end: number }): number =>
        Math.abs((place.start + place.end - start - end) / 2);
      const at = places.reduce((best, place, i) => (distance(place) < distance(places[best] as Cell) ? i : best), 0);
      const name = names[at] as string;
      names[at] = /\p{Ll}-$/u.test(name) && /^\p{Ll}/u.test(text) ? `${name}${text}` : `${name} ${text}`;
    }
    count++;
  }
  return { names, count };
}

interface Cell {
  start: number;
  end: number;
  text: string;
}

/** The cells of a line whose columns kept their places. */
const cellsAt = (raw: string): Cell[] =>
  [...raw.matchAll(/\S+(?:\s\S+)*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));

/** The names of columns on a line each, below the head of the column of text and above the first row. */
export function listedHead(texts: readonly string[]): string[] | null {
  const [first = "", ...rest] = texts;
  if (!HEAD_CELL.test(first)) return null;
  const stop = rest.findIndex((text) => !NAME_CELL.test(text) || !/^\p{Lu}/u.test(text) || text.split(" ").length > 5);
  const names = rest.slice(0, Math.max(0, stop));
  // The last of them is the text of a row if its marks follow.
  if (MARK_CELL.test(rest[stop] ?? "")) names.pop();
  const marks = rest
    .slice(stop)
    .slice(0, 8)
    .some((text) => MARK_CELL.test(text));
  return marks && names.length >= 2 && names.length <= 12 ? names : null;
}
