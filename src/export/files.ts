/** All files of an export: what to write, and under which names. */
import type { CrosswalkResult } from "../compare/index.js";
import type { Dossier } from "../model.js";
import { crosswalkToCase, toCase } from "./case.js";
import type { ExportFormat } from "./formats.js";
import { formatJson } from "./json.js";
import { toMarkdown } from "./markdown.js";
import { crosswalkToSkos, toSkos } from "./skos.js";
import { toSssom } from "./sssom.js";
import { dossierTables, tableToCsv } from "./tables.js";
import { toXlsx } from "./xlsx.js";

export interface ExportFile {
  name: string;
  content: string | Uint8Array;
}

/** A crosswalk of two of the dossiers. */
export interface ExportedCrosswalk {
  a: Dossier;
  b: Dossier;
  result: CrosswalkResult;
}

export interface ExportOptions {
  /** Those that SSSOM writes; CASE and SKOS write their confirmed pairs. */
  crosswalks?: readonly ExportedCrosswalk[];
}

/**
 * The files of an export, in the order of the dossiers: named after their ids, which is made safe for a file system, and
 * each name once. SSSOM has a file for each crosswalk, the others one or two for each dossier.
 * @throws ExportError for a dossier without text, in formats that cannot do without
 */
export async function exportFiles(
  dossiers: readonly Dossier[],
  format: ExportFormat,
  { crosswalks = [] }: ExportOptions = {},
): Promise<ExportFile[]> {
  const files: ExportFile[] = [];
  const taken = new Set<string>();
  const add = (names: readonly string[], ending: string, content: string | Uint8Array): void => {
    const base = names.map(safe).join("--");
    let name = base + ending;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${base}-${n}${ending}`;
    taken.add(name.toLowerCase());
    files.push({ name, content });
  };
  for (const dossier of dossiers) {
    const names = [dossier.id];
    if (format === "csv") {
      const { statements, units } = dossierTables(dossier);
      add(names, ".statements.csv", tableToCsv(statements));
      add(names, ".units.csv", tableToCsv(units));
    } else if (format === "xlsx") {
      const { statements, units } = dossierTables(dossier);
      add(names, ".xlsx", await toXlsx([statements, units]));
    } else if (format === "case") add(names, ".case.json", formatJson(toCase(dossier)));
    else if (format === "skos") add(names, ".ttl", toSkos(dossier));
    else if (format === "markdown") add(names, ".md", toMarkdown(dossier));
  }
  for (const { a, b, result } of crosswalks) {
    const sides = { a: [a], b: [b] };
    const names = [a.id, b.id];
    if (format === "sssom") add(names, ".sssom.tsv", toSssom(result, sides));
    else if (format === "case") add(names, ".case.json", formatJson(crosswalkToCase(result, sides)));
    else if (format === "skos") add(names, ".ttl", crosswalkToSkos(result, sides));
  }
  return files;
}

const MAX_NAME = 100;

/** An id as part of a file name: letters, digits, dots, hyphens; no dot first, nothing that leaves the folder. */
const safe = (id: string): string =>
  id
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, MAX_NAME) || "dossier";
