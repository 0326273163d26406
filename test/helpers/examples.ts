import { readFileSync } from "node:fs";
import type { Dossier } from "../../src/model.js";
import { parseDossiers } from "../../src/parse/index.js";
import { readDocument, type SourceText } from "../../src/read/index.js";
import { repairText } from "../../src/repair/index.js";

export interface Parsed {
  source: SourceText;
  dossiers: Dossier[];
}

/** A text as it would come from a file. */
export async function parseText(text: string, file = "dossier.txt"): Promise<Parsed> {
  const source = (await readDocument(new TextEncoder().encode(text), file)) as SourceText;
  return { source, dossiers: parseDossiers(source, repairText(source.text, { known: source })) };
}

/** A file, by its path. */
export const parseFile = (path: string): Promise<Parsed> =>
  parseText(readFileSync(path, "utf8"), path.split("/").at(-1) as string);

interface ExpectedUnit {
  code: string | null;
  codeOrigin?: string;
  kind: string;
  title: string;
  parent?: string;
  level?: object;
  statements: number;
  sections?: Record<string, number>;
  scopes?: Record<string, number>;
  competencies?: string[];
}

export interface ExpectedDossier {
  title: string;
  kind: string;
  level: object | null;
  statements: number;
  declaredSynonyms: { term: string; members: string[] }[];
  units: ExpectedUnit[];
}

export interface ExpectedStatement {
  file: string;
  dossier: string;
  unit: string;
  section: string;
  text: string;
  lead?: string;
  scope?: string;
  at: [number, number];
}

interface ExpectedFile {
  dossiers: ExpectedDossier[];
  background: string[];
}

/** What a careful reader finds in an example, written together with it. */
export const expectedOf = (file: string): ExpectedFile =>
  JSON.parse(readFileSync("test/golden/voorbeeld/expected.json", "utf8")).files[file];

export const expectedStatements = (file: string): ExpectedStatement[] =>
  JSON.parse(readFileSync("test/golden/voorbeeld/statements.json", "utf8")).statements.filter(
    (statement: ExpectedStatement) => statement.file === file,
  );

const tally = (values: (string | undefined)[]): Record<string, number> => {
  const out: Record<string, number> = {};
  for (const value of values) if (value !== undefined) out[value] = (out[value] ?? 0) + 1;
  return out;
};

/** The units of a dossier in the form in which they are expected. */
const foundUnits = (dossier: Dossier): ExpectedUnit[] =>
  dossier.units.map((unit) => {
    const own = dossier.statements.filter((statement) => statement.unit === unit.id);
    const parent = dossier.units.find(({ id }) => id === unit.parent)?.title;
    return {
      code: unit.code,
      ...(unit.codeOrigin ? { codeOrigin: unit.codeOrigin } : {}),
      kind: unit.kind,
      title: unit.title,
      ...(parent === undefined ? {} : { parent }),
      ...(unit.level ? { level: unit.level } : {}),
      statements: own.length,
      sections: tally(own.map(({ section }) => section)),
      scopes: tally(own.map(({ scope }) => scope)),
      competencies: unit.competencies,
    };
  });

/** What each unit is expected to have, next to the same of what was found (`about` in expected.json says how). */
export function sideBySide(dossier: Dossier, expected: ExpectedDossier): { found: object[]; wanted: object[] } {
  const found = foundUnits(dossier).filter(({ code, statements }) => code !== null || statements > 0);
  const wanted = expected.units.filter(({ code, statements }) => code !== null || statements > 0);
  return {
    wanted,
    // A fact that is absent is not asserted.
    found: found.map((unit, i) =>
      Object.fromEntries(Object.keys(wanted[i] ?? unit).map((key) => [key, unit[key as keyof ExpectedUnit]])),
    ),
  };
}

/** Counts of the coverage that should add up. */
export const nonWhite = (text: string): number => text.replace(/\s/g, "").length;
export const covered = (dossiers: readonly Dossier[]): number =>
  dossiers.reduce((sum, { coverage }) => sum + Object.values(coverage).reduce((a, b) => a + b, 0), 0);
