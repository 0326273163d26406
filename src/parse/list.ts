import { shortHash } from "../language/hash.js";
import { readLevel } from "../language/levels.js";
import type { Dossier, Unit } from "../model.js";
import type { ListRow, SourceText } from "../read/index.js";
import { MappedText } from "../repair/mapped.js";
import { CoverageMap, DossierBuilder } from "./builder.js";
import { Ids, slug, statementHash } from "./ids.js";

/**
 * A statement list: one dossier for each value of its document column, one statement for each row, as it stands. Nothing
 * is repaired, split or dropped: "n.v.t." and an empty cell are rows like any other.
 */
export function parseList(source: SourceText, rows: readonly ListRow[]): Dossier[] {
  const coverage = new CoverageMap(untouched(source.text));
  // The header, ids and other columns: what is not a statement's text names things.
  coverage.markSource(0, source.text.length, "headings");
  const groups = new Map<string | null, ListRow[]>();
  for (const row of rows) {
    const group = groups.get(row.document);
    if (group) group.push(row);
    else groups.set(row.document, [row]);
  }
  const dossierIds = new Ids();
  const dossiers: Dossier[] = [];
  for (const [document, own] of groups) {
    const base =
      document === null ? `lijst-${shortHash(own.map((row) => row.id ?? row.text).join("\n"), 6)}` : slug(document);
    const title = document ?? source.file.replace(/\.[^.]+$/, "");
    const builder = new DossierBuilder(dossierIds.claim(base), title, "statement-list", coverage);
    const ids = new Ids();
    const units = new Map<string, Unit>();
    for (const row of own) {
      const key = row.unit ?? "";
      let unit = units.get(key);
      if (!unit) {
        // Without a column for units the title may be that of the file, which no id may depend on.
        unit = builder.unit({
          kind: "section",
          title: row.unit ?? builder.title,
          ...(row.unit === null ? { named: document ?? "lijst" } : {}),
        });
        units.set(key, unit);
      }
      builder.statement({
        unit,
        section: row.section ?? unit.title,
        start: row.textStart,
        end: row.textEnd,
        text: row.text,
        // A list's own ids are kept; a given id also keeps the builder from judging the text.
        id: row.id ?? ids.claim(`${unit.id}/${statementHash(row.text)}`),
        ...(row.level === null ? {} : { level: readLevel(row.level) ?? { label: row.level } }),
      });
    }
    dossiers.push(builder.finish(source, 0, 0));
  }
  // The rows of a document need not stand together, so each row counts for its own and what is between for the first.
  const owners = new Map([...groups.keys()].map((document, i) => [document, dossiers[i] as Dossier]));
  const first = dossiers[0] as Dossier;
  let at = 0;
  for (const row of rows) {
    coverage.count(at, row.start, first.coverage);
    coverage.count(row.start, row.end, owners.get(row.document)?.coverage);
    at = row.end;
  }
  coverage.count(at, source.text.length, first.coverage);
  return dossiers;
}

const untouched = (source: string): ConstructorParameters<typeof CoverageMap>[0] => ({
  source,
  mapped: MappedText.of(source),
  repairs: [],
  furniture: [],
  notes: [],
});
