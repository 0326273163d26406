import { expect, it } from "vitest";
import { buildCorpus } from "../../src/corpus/index.js";
import { readDocument, type SourceText } from "../../src/read/index.js";
import { formatNumber } from "../../src/read/xlsx.js";
import { type Cell, xlsx, zip } from "../helpers/office.js";

const read = async (sheets: Record<string, Cell[][]>, options = {}): Promise<SourceText> =>
  (await readDocument(xlsx(sheets, options), "lijst.xlsx")) as SourceText;

it("a statement list gives what the same CSV gives", async () => {
  const rows: Cell[][] = [
    ["code", "tekst", "niveau"],
    ["a1", 'Zegt "ja", en doet het', "mbo 3"],
    ["a2", "Eerste regel\ntweede regel", null],
    ["a3", "=1+1", "mbo 4"],
  ];
  const csv =
    'code,tekst,niveau\na1,"Zegt ""ja"", en doet het",mbo 3\na2,"Eerste regel\ntweede regel",\na3,=1+1,mbo 4\n';
  const list = await read({ Blad1: rows });
  expect(list.format).toBe("xlsx");
  expect(list.text).toBe(csv);
  const corpus = async (file: string, bytes: Uint8Array) =>
    (await buildCorpus([{ file, bytes }])).dossiers[0]?.statements;
  expect(await corpus("a.xlsx", xlsx({ Blad1: rows }))).toEqual(await corpus("a.csv", new TextEncoder().encode(csv)));
});

it("numbers as ids are taken as they are shown", async () => {
  const { rows } = await read(
    {
      B: [
        ["id", "text"],
        [{ v: 1.1, s: 1 }, "een"],
        [{ v: 1.1, s: 0 }, "twee"],
        [{ v: 7, s: 2 }, "drie"],
        [12, "vier"],
      ],
    },
    { formats: ["0.00", "000"] },
  );
  expect(rows?.map(({ id }) => id)).toEqual(["1.10", "1.1", "007", "12"]);
});

it.each([
  [0.1 + 0.2, "General", "0.3"],
  [1234567, "#,##0", "1234567"],
  [45292, "dd-mm-yyyy", "2024-01-01"],
  [45292, "[$-413]d mmmm yyyy;@", "2024-01-01"],
  [-2.5, "0.0", "-2.5"],
  [3, '0" dagen"', "3"],
] as const)("formatNumber(%s, %s) is %s", (n, format, shown) => {
  expect(formatNumber(n, format)).toBe(shown);
});

it("empty rows and columns, also above the header", async () => {
  const { rows } = await read({ B: [[null], [null, "id", null, "text"], [null], [null, "1", null, "een"]] });
  expect(rows?.map(({ id, text }) => [id, text])).toEqual([["1", "een"]]);
});

it("several sheets: those with the same columns are one list, the others are named", async () => {
  const { rows, warnings } = await read(
    {
      Een: [
        ["id", "text"],
        ["1", "a"],
      ],
      Twee: [
        ["Id", "Text "],
        ["2", "b"],
      ],
      Anders: [
        ["text", "id"],
        ["c", "3"],
      ],
      Uitleg: [["Lees dit"]],
      Weg: [
        ["id", "text"],
        ["9", "z"],
      ],
    },
    { hidden: ["Weg"] },
  );
  expect(rows?.map(({ id }) => id)).toEqual(["1", "2"]);
  expect(warnings?.map(({ message }) => /"(\w+)"/.exec(message)?.[1])).toEqual(
    ["Weg", "Uitleg", "Anders"].sort(
      (a, b) => ["Uitleg", "Weg", "Anders"].indexOf(a) - ["Uitleg", "Weg", "Anders"].indexOf(b),
    ),
  );
});

it.each([
  [
    "no text column",
    {
      B: [
        ["id", "omschrijving"],
        ["1", "a"],
      ],
    },
    /no sheet is a statement list: name one column "text"/,
  ],
  [
    "an id twice",
    {
      B: [
        ["id", "text"],
        ["1", "a"],
        ["1", "b"],
      ],
    },
    /the id "1" stands twice/,
  ],
  ["no rows", { B: [["id", "text"]] }, /no rows/],
] as [string, Record<string, Cell[][]>, RegExp][])("refused: %s", async (_, sheets, message) => {
  await expect(read(sheets)).rejects.toThrow(message);
});

it("rich text, and strings in the cells themselves", async () => {
  const bytes = zip({
    "xl/workbook.xml": '<workbook xmlns:r="r"><sheets><sheet name="B" r:id="s"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="s" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/sharedStrings.xml": "<sst><si><r><t>Te</t></r><r><t>kst</t></r><rPh><t>x</t></rPh></si></sst>",
    "xl/worksheets/sheet1.xml":
      '<worksheet><sheetData><row><c t="s"><v>0</v></c></row><row><c t="inlineStr"><is><t>Doet_x000D_ iets</t></is></c></row><row><c t="str"><v>Uit een formule</v></c></row></sheetData></worksheet>',
  });
  const { rows } = (await readDocument(bytes, "x")) as SourceText;
  expect(rows?.map(({ text }) => text)).toEqual(["Doet\n iets", "Uit een formule"]);
});
