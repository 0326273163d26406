/** A dossier as tables: its statements and its units. */
import type { Dossier } from "../model.js";
import { type Row, toCsv } from "./csv.js";

export interface Table {
  name: string;
  fields: string[];
  rows: Row[];
}

/**
 * The statements of a dossier, the columns of a statement list first, so that the table can be read again; and its
 * units. Offsets are those of the decoded source.
 */
export function dossierTables(dossier: Dossier): { statements: Table; units: Table } {
  const units = new Map(dossier.units.map((unit) => [unit.id, unit]));
  const variants = dossier.variants ?? [];
  return {
    statements: {
      name: "statements",
      fields: [
        ...[
          "id",
          "text",
          "document",
          "unit",
          "section",
          "unitId",
          "unitCode",
          "unitKind",
          "lead",
          "number",
          "scope",
          "page",
          "start",
          "end",
        ],
        ...variants.map(({ id }) => id),
      ],
      rows: dossier.statements.map((statement): Row => {
        const unit = units.get(statement.unit);
        return {
          ...statement.variants,
          id: statement.id,
          text: statement.text,
          document: dossier.id,
          unit: unit?.title,
          section: statement.section,
          unitId: statement.unit,
          unitCode: unit?.code,
          unitKind: unit?.kind,
          lead: statement.lead,
          number: statement.code,
          scope: statement.scope,
          page: statement.source.page,
          start: statement.source.start,
          end: statement.source.end,
        };
      }),
    },
    units: {
      name: "units",
      fields: ["id", "code", "kind", "title", "parent", "level", "competencies", "statements"],
      rows: dossier.units.map(
        (unit): Row => ({
          id: unit.id,
          code: unit.code,
          kind: unit.kind,
          title: unit.title,
          parent: unit.parent,
          level: unit.level?.label,
          competencies: unit.competencies.join(" "),
          statements: dossier.statements.filter((statement) => statement.unit === unit.id).length,
        }),
      ),
    },
  };
}

export const tableToCsv = ({ rows, fields }: Table): string => toCsv(rows, fields);
