import type { Dossier, Unit } from "../model.js";
import type { ListRow, SourceText } from "../read/index.js";
import type { RepairedText } from "../repair/index.js";
import { shortHash } from "../language/hash.js";
import { CoverageMap, DossierBuilder } from "./builder.js";
import { Ids, slug } from "./ids.js";

/** A statement list: one dossier for each value of its document column, one statement for each row, as it stands. */
export function parseList(source: SourceText, repaired: RepairedText, rows: readonly ListRow[]): Dossier[] {
  const coverage = new CoverageMap(repaired);
  // The header, ids and other columns: what is not a statement's text names things.
  coverage.markSource(0, source.text.length, "headings");
  const groups = new Map<string | null, ListRow[]>();
  for (const row of rows) {
    const group = groups.get(row.document);
    if (group) group.push(row);
    else groups.set(row.document, [row]);
  }
  const ids = new Ids();
  const dossiers: Dossier[] = [];
  for (const [document, own] of groups) {
    const base = document === null ? `lijst-${shortHash(own.map((row) => row.id ?? row.text).join("\n"), 6)}` : slug(document);
    const builder = new DossierBuilder(ids.claim(base), document ?? source.file.replace(/\.[^.]+$/, ""), "statement-list", coverage);
    const units = new Map<string, Unit>();
    for (const row of own) {
      const key = row.unit ?? "";
      let unit = units.get(key);
      if (!unit) {
        unit = builder.unit({ kind: "section", title: row.unit ?? builder.title });
        units.set(key, unit);
      }
      builder.statement({
        unit,
        section: row.section ?? unit.title,
        start: row.textStart,
        end: row.textEnd,
        text: row.text,
        ...(row.id === null ? {} : { id: row.id }),
        ...(row.level ? { scope: row.level } : {}),
      });
    }
    dossiers.push(builder.finish(source, 0, 0));
  }
  // The rows of a document need not stand together, so each row counts for its own and the rest for the first.
  const counts = coverage.count(0, source.text.length);
  for (const [i, [, own]] of [...groups].entries()) {
    const dossier = dossiers[i] as Dossier;
    for (const row of own) {
      const part = coverage.count(row.start, row.end);
      for (const key of Object.keys(counts) as (keyof typeof counts)[]) {
        dossier.coverage[key] += part[key];
        counts[key] -= part[key];
      }
    }
  }
  const first = dossiers[0] as Dossier;
  for (const key of Object.keys(counts) as (keyof typeof counts)[]) first.coverage[key] += counts[key];
  return dossiers;
}
