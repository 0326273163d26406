/** What the site shows of one dossier: never features, and no text where the corpus has none. */
import type {
  DossierFile,
  RawPassage,
  RepairSummary,
  StatementSummary,
  UnitSummary,
} from "../../docs/components/types.js";
import { competencyName } from "../../src/language/competencies.js";
import type { Dossier, Level, RepairRecord, Statement, Unit } from "../../src/model.js";
import { levelName, levelNames } from "./level-names.js";

/** @param source the decoded text that the offsets refer to, where the file itself is at hand */
export function contents(d: Dossier, source: string | undefined): DossierFile {
  const repairs = [...d.repairs].sort((a, b) => a.start - b.start || a.end - b.end);
  const inside = d.statements.map((s) => within(repairs, s));
  const owner = new Map(inside.flatMap((places, i) => places.map((place) => [place, i] as const)));
  const levelsOf = d.statements.map((s) => levelNames(d, s));
  const levels = [...new Set(levelsOf.flat())].sort();
  const placeOf = (level: Level | null): { at?: number } => {
    const at = level === null ? -1 : levels.indexOf(levelName(level));
    return at < 0 ? {} : { at };
  };
  return {
    id: d.id,
    ...(d.version === undefined ? {} : { version: d.version }),
    ...(d.source.pages === undefined ? {} : { pages: d.source.pages }),
    withSource: source !== undefined,
    competencies: competencyNames(d),
    ...(d.variants === undefined
      ? {}
      : {
          variants: d.variants.map(({ id, title, level }) => ({
            id,
            title,
            level: level?.label ?? null,
            ...placeOf(level),
          })),
        }),
    levels,
    units: d.units.map(unitSummary),
    statements: d.statements.map((s, i) => ({
      ...statementSummary(s, repairs, inside[i] ?? [], source),
      ...(levelsOf[i]?.length === levels.length
        ? {}
        : { levels: levelsOf[i]?.map((level) => levels.indexOf(level)) ?? [] }),
    })),
    repairs: repairs.map((r, place): RepairSummary => {
      const statement = owner.get(place);
      return {
        rule: r.rule,
        from: r.from,
        to: r.to,
        ...(statement === undefined ? {} : { statement }),
      };
    }),
    synonyms: d.declaredSynonyms.map(({ term, members }) => ({ term, members })),
    warnings: d.warnings.map(({ code, message }) => ({ code, message })),
  };
}

function unitSummary({ id, code, codeOrigin, kind, title, parent, level, competencies }: Unit): UnitSummary {
  return {
    id,
    code,
    kind,
    title,
    parent,
    ...(codeOrigin === "repaired" || codeOrigin === "inferred" ? { codeOrigin } : {}),
    ...(level === undefined ? {} : { level: level.label }),
    ...(competencies.length === 0 ? {} : { competencies }),
  };
}

function statementSummary(
  s: Statement,
  repairs: readonly RepairRecord[],
  inside: readonly number[],
  source: string | undefined,
): StatementSummary {
  const raw = s.text === null || source === undefined ? undefined : rawPassage(s, s.text, repairs, inside, source);
  return {
    id: s.id,
    unit: s.unit,
    section: s.section,
    ...(s.code === undefined ? {} : { code: s.code }),
    ...(s.level === undefined ? {} : { level: s.level.label }),
    ...(s.source.page === undefined ? {} : { page: s.source.page }),
    text: s.text,
    ...(s.lead ? { lead: s.lead } : {}),
    ...(s.scope === undefined ? {} : { scope: s.scope }),
    ...(s.variants === undefined ? {} : { variants: s.variants }),
    ...(inside.length === 0 ? {} : { repairs: [...inside] }),
    ...(raw === undefined ? {} : { raw }),
  };
}

const partsOf = ({ source }: Statement): readonly (readonly [number, number])[] =>
  source.parts ?? [[source.start, source.end]];

/** Places of the repairs that touch a statement; `repairs` is sorted. */
function within(repairs: readonly RepairRecord[], s: Statement): number[] {
  const found: number[] = [];
  for (const [start, end] of partsOf(s)) {
    let low = 0;
    let high = repairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((repairs[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    for (let place = low; place < repairs.length; place++) {
      if ((repairs[place]?.start ?? 0) >= end) break;
      if (!found.includes(place)) found.push(place);
    }
  }
  return found;
}

const spaced = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The passage as the file has it, with what was repaired apart; undefined where only its white space differs. */
function rawPassage(
  s: Statement,
  text: string,
  repairs: readonly RepairRecord[],
  inside: readonly number[],
  source: string,
): RawPassage | undefined {
  const parts = partsOf(s).map(([start, end]): string[] => {
    const pieces: string[] = [];
    let at = start;
    for (const place of inside) {
      const repair = repairs[place];
      if (repair === undefined || repair.end <= at || repair.start >= end) continue;
      const from = Math.max(at, repair.start);
      const to = Math.min(end, repair.end);
      pieces.push(source.slice(at, from), source.slice(from, to));
      at = to;
    }
    pieces.push(source.slice(at, end));
    return pieces;
  });
  const whole = spaced(parts.map((pieces) => pieces.join("")).join(" "));
  return parts.every((pieces) => pieces.length === 1) && whole.includes(spaced(text)) ? undefined : parts;
}

function competencyNames(d: Dossier): Record<string, string> {
  const letters = [...new Set(d.units.flatMap((unit) => unit.competencies))].sort();
  return Object.fromEntries(letters.map((letter) => [letter, competencyName(letter) ?? letter]));
}
