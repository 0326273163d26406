import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Dossier } from "../../src/model.js";
import { parseDossiers } from "../../src/parse/index.js";
import { readDocument, type SourceText } from "../../src/read/index.js";

async function read(text: string, file = "lijst.csv"): Promise<{ source: SourceText; dossiers: Dossier[] }> {
  const source = (await readDocument(new TextEncoder().encode(text), file)) as SourceText;
  return { source, dossiers: parseDossiers(source) };
}

const total = (dossier: Dossier): number => Object.values(dossier.coverage).reduce((a, b) => a + b, 0);

describe("statement lists", () => {
  it("keep every row with its own id, unit, section and level", async () => {
    const { dossiers } = await read(
      "id,text,document,unit,level,section\n" +
        "p1,deelt kennis,Profiel A,Samenwerken,mbo-niveau 4,gedrag\n" +
        "p2,n.v.t.,Profiel A,Samenwerken,3,gedrag\n" +
        "q1,deelt kennis,Profiel B,Leren,,\n" +
        "p3,,Profiel A,Leren,,houding\n",
    );
    expect(dossiers.map(({ id, title, kind }) => [id, title, kind])).toEqual([
      ["profiel-a", "Profiel A", "statement-list"],
      ["profiel-b", "Profiel B", "statement-list"],
    ]);
    const [a, b] = dossiers as [Dossier, Dossier];
    expect(a.statements.map(({ id, text, section }) => [id, text, section])).toEqual([
      ["p1", "deelt kennis", "gedrag"],
      ["p2", "n.v.t.", "gedrag"],
      ["p3", "", "houding"],
    ]);
    expect(a.statements.map(({ level }) => level)).toEqual([
      { mbo: 4, nlqf: 4, label: "mbo-niveau 4" },
      { label: "3" },
      undefined,
    ]);
    expect(a.units.map(({ title }) => title)).toEqual(["Samenwerken", "Leren"]);
    expect(b.statements[0]).toMatchObject({ id: "q1", section: "Leren" });
  });

  it("repair nothing, also what looks like damage or like a formula", async () => {
    const text = "id,text\n+1,let op de bege- leiding\n2,=SOM(B2:B3)\n3,werkt  dubbel\n4,werkt niet -\n";
    const { source, dossiers } = await read(text);
    expect(dossiers[0]?.statements.map((statement) => [statement.id, statement.text])).toEqual([
      ["+1", "let op de bege- leiding"],
      ["2", "=SOM(B2:B3)"],
      ["3", "werkt  dubbel"],
      ["4", "werkt niet -"],
    ]);
    for (const statement of dossiers[0]?.statements ?? []) {
      expect(source.text.slice(statement.source.start, statement.source.end)).toBe(statement.text);
    }
    expect(dossiers[0]?.repairs).toEqual([]);
  });

  it("give rows without an id one that does not depend on the others", async () => {
    const ids = async (text: string): Promise<string[]> =>
      (await read(text)).dossiers.flatMap(({ statements }) => statements.map(({ id }) => id));
    const one = await ids("tekst,dossier\ndeelt kennis,A\nluistert,A\n");
    const two = await ids("tekst,dossier\nstuurt bij,A\ndeelt kennis,A\nluistert,A\n");
    expect(new Set(two).size).toBe(3);
    expect(two.slice(1)).toEqual(one);
    expect(new Set(await ids("tekst,dossier\nluistert,A\nluistert,A\nn.v.t.,A\n")).size).toBe(3);
  });

  it("count every character once over their dossiers", async () => {
    const { source, dossiers } = await read("id,text,document\n1,deelt kennis,B\n2,luistert,A\n3,vraagt door,B\n");
    expect(dossiers.map(total).reduce((a, b) => a + b, 0)).toBe(source.text.replace(/\s/g, "").length);
    expect(dossiers.map(({ coverage }) => coverage.statements)).toEqual([21, 8]);
    expect(dossiers.every(({ coverage }) => coverage.unparsed === 0)).toBe(true);
  });

  it("have ids that do not depend on the name of the file", async () => {
    const table = "text,level\noverlegt met bewoners,3\nplant heggen,4\n";
    const ids = async (file: string) => {
      const { dossiers } = await read(table, file);
      return dossiers.flatMap(({ id, units, statements }) => [id, ...[...units, ...statements].map((one) => one.id)]);
    };
    expect(await ids("een.csv")).toEqual(await ids("twee.csv"));
  });

  it("hold the rows of the example, as they stand", async () => {
    const file = "stellingenlijst-gastvrij-werken.csv";
    const { files } = JSON.parse(readFileSync("test/golden/voorbeeld/expected.json", "utf8"));
    const [expected] = files[file].dossiers;
    const { source, dossiers } = await read(readFileSync(`data/voorbeeld/${file}`, "utf8"), file);
    expect(dossiers).toHaveLength(1);
    const [dossier] = dossiers as [Dossier];
    expect(dossier.kind).toBe(expected.kind);
    expect(dossier.statements.map(({ id, text, level }) => ({ id, text, level: level?.label ?? null }))).toEqual(
      expected.rows,
    );
    for (const { source: at, text } of dossier.statements) {
      expect(source.text.slice(at.start, at.end).replace(/""/g, '"')).toBe(text);
    }
  });
});
