import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromArrow } from "arquero";
import papaparse from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FORMATS, TABLES, type TableInfo, tableFileNames } from "../../docs/components/table-types.js";
import { compute } from "../../scripts/site/findings.js";
import { tableFiles } from "../../scripts/site/table-files.js";

const LARGE = `# Medewerker stadstuin

## Kerntaak 1 Onderhoudt de tuin

- Overlegt met collega's uit andere vakgebieden over de planning van het werk.
- =SOM(A1) houdt elke week de voorraad, "potten" en zaden bij.
- Snoeit onder begeleiding de heggen langs het water.
`;
const SMALL = `# Assistent stadstuin

## Kerntaak 1 Helpt in de tuin

- Overlegt met collega's uit andere vakgebieden over de planning van het werk.
`;

type Row = Record<string, unknown>;
let files: Map<string, unknown>;
let folder: string;
const bytes = (name: string): Uint8Array => files.get(`data/tabellen/${name}`) as Uint8Array;
const json = (name: string): Row[] => JSON.parse(new TextDecoder().decode(bytes(`${name}.json`))) as Row[];
const described = (): TableInfo[] => files.get("data/tabellen/beschrijving.json") as TableInfo[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ankerpunt-tabellen-"));
  writeFileSync(join(folder, "a.md"), LARGE);
  writeFileSync(join(folder, "b.md"), SMALL);
  files = new Map(tableFiles(await compute("0".repeat(64), [["bronnen", folder]])));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the tables to download", () => {
  it("are all there, in all formats, and described", () => {
    expect([...files.keys()].sort()).toEqual(
      tableFileNames()
        .map((name) => `data/tabellen/${name}`)
        .sort(),
    );
    expect(described().map(({ name }) => name)).toEqual([...TABLES]);
    for (const { name, rows, columns, sizes } of described()) {
      expect(json(name)).toHaveLength(rows);
      expect(Object.keys(json(name)[0] ?? {})).toEqual(rows === 0 ? [] : columns.map((c) => c.name));
      for (const { type, unit, meaning } of columns) {
        expect(meaning).not.toBe("");
        if (type === "integer" || type === "number") expect(unit).toBeDefined();
      }
      for (const format of FORMATS) expect(sizes[format]).toBe(bytes(`${name}.${format}`).length);
    }
  });

  it.each([...TABLES])("%s has the same rows as Arrow, CSV and JSON", (name) => {
    const rows = json(name);
    const arrow = fromArrow(bytes(`${name}.arrow`)).objects() as Row[];
    expect(arrow).toEqual(rows);
    const columns = described().find((info) => info.name === name)?.columns ?? [];
    const csv = papaparse.parse<Record<string, string>>(new TextDecoder().decode(bytes(`${name}.csv`)).trimEnd(), {
      header: true,
    }).data;
    const cell = (value: unknown): string => {
      const text = value === null ? "" : String(value);
      return /^[=+\-@]/.test(text) ? `'${text}` : text;
    };
    expect(csv).toEqual(rows.map((row) => Object.fromEntries(columns.map((c) => [c.name, cell(row[c.name])]))));
  });

  it("give both directions of a pair of unequal size", () => {
    const [row] = json("overlap");
    expect(row).toMatchObject({ a_uitspraken: 3, b_uitspraken: 1, a_identiek: 1, b_identiek: 1 });
    expect([row?.a_in_b, row?.b_in_a]).toEqual([0.333333333, 1]);
  });

  it("refer to each other by ids", () => {
    const statements = json("uitspraken");
    const ids = new Set(statements.map((row) => row.uitspraak));
    expect(ids.size).toBe(4);
    expect(json("gedeeld").map((row) => row.uitspraak)).toHaveLength(2);
    for (const name of ["gedeeld", "ankerpunten", "niveauwoorden"]) {
      expect(json(name).length, name).toBeGreaterThan(0);
      for (const row of json(name)) expect(ids).toContain(row.uitspraak);
    }
    const units = new Set(json("onderdelen").map((row) => row.onderdeel));
    for (const row of statements) expect(units).toContain(row.onderdeel);
    expect(json("niveauwoorden").map((row) => row.woorden)).toContain("onder begeleiding");
  });

  it("keep a formula from a spreadsheet in CSV, and only there", () => {
    const formula = json("uitspraken").find((row) => String(row.tekst).startsWith("="));
    expect(formula?.tekst).toMatch(/^=SOM\(A1\) houdt/);
    expect(new TextDecoder().decode(bytes("uitspraken.csv"))).toContain(`,"'=SOM(A1) houdt`);
  });
});
