import { withoutText } from "../../corpus/index.js";
import type { Row } from "../../export/index.js";
import type { Level, Unit } from "../../model.js";
import { load, type ReadFlags } from "../load.js";
import { checkOutput, table, write } from "../output.js";

/** `ankerpunt parse`: dossiers, units and statements. */
export async function parse(paths: string[], flags: ReadFlags & { text?: boolean }): Promise<void> {
  checkOutput(flags);
  const read = await load(paths, flags);
  const corpus = flags.text === false ? withoutText(read) : read;
  const rows: Row[] = corpus.dossiers.flatMap((dossier) => {
    const units = new Map(dossier.units.map((unit) => [unit.id, unit]));
    return dossier.statements.map((statement) => ({
      dossier: dossier.id,
      unit: statement.unit,
      code: units.get(statement.unit)?.code,
      section: statement.section,
      id: statement.id,
      text: statement.text,
      lead: statement.lead,
      scope: statement.scope,
      start: statement.source.start,
      end: statement.source.end,
      unitTitle: units.get(statement.unit)?.title,
      statementCode: statement.code,
      level: (statement.level ?? statedLevel(units, statement.unit))?.label,
    }));
  });
  const summary: Row[] = corpus.dossiers.map(({ id, kind, units, statements, repairs, warnings, coverage }) => {
    const total = Object.values(coverage).reduce((sum, n) => sum + n, 0);
    const percent = (n: number): string => (total === 0 ? "–" : `${((100 * n) / total).toFixed(1)}%`);
    return {
      dossier: id,
      kind,
      units: units.length,
      statements: statements.length,
      repairs: repairs.length,
      warnings: warnings.length,
      "in statements": percent(coverage.statements),
      background: percent(coverage.background),
      unparsed: percent(coverage.unparsed),
    };
  });
  await write(
    {
      json: corpus,
      rows,
      fields: [
        "dossier",
        "unit",
        "code",
        "section",
        "id",
        "text",
        "lead",
        "scope",
        "start",
        "end",
        "unitTitle",
        "statementCode",
        "level",
      ],
      text: () => table(summary, Object.keys(summary[0] ?? {})),
    },
    flags,
  );
}

/** The level that a unit states, or the nearest that holds it. */
function statedLevel(units: ReadonlyMap<string, Unit>, id: string): Level | undefined {
  for (let unit = units.get(id); unit; unit = unit.parent === null ? undefined : units.get(unit.parent))
    if (unit.level) return unit.level;
  return undefined;
}
