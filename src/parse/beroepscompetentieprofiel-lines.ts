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
  const match = COMPETENCY_AREA.exec(text);
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
