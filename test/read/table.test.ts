import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ReadError } from "../../src/read/index.js";
import { looksLikeList, readList } from "../../src/read/table.js";

describe("readList", () => {
  it("takes rows as they are, with the place of each text", () => {
    const text = 'id,text,level\r\na1,"zegt ""ja"", en luistert",2\r\na2,  twee  spaties ,\r\na3,a3,3\r\n';
    const rows = readList(text);
    expect(rows.map(({ id, text: own, level }) => [id, own, level])).toEqual([
      ["a1", 'zegt "ja", en luistert', "2"],
      ["a2", "  twee  spaties ", null],
      ["a3", "a3", "3"],
    ]);
    const places = rows.map(({ textStart, textEnd }) => text.slice(textStart, textEnd));
    expect(places).toEqual(['zegt ""ja"", en luistert', "  twee  spaties ", "a3"]);
    // The text cell, not the id cell that holds the same.
    expect(rows[2]?.textStart).toBe(text.lastIndexOf("a3"));
  });

  it("reads Dutch names, semicolons and tabs, and blank lines before the header", () => {
    expect(readList("code;tekst\n1;deelt kennis")[0]).toMatchObject({ id: "1", text: "deelt kennis" });
    expect(readList('id\ttext\n1\tzegt "ja"')[0]).toMatchObject({ text: 'zegt "ja"' });
    expect(readList("\n\nid,text\n1,deelt kennis")).toHaveLength(1);
  });

  it("reads the lists that ESCO and CASE publish by their own names, whatever stands beside them", () => {
    const esco =
      'conceptType,conceptUri,preferredLabel,altLabels\nSkill,urn:x:1,tuinen aanleggen,"tuinieren\nspitten"\n';
    expect(readList(esco)[0]).toMatchObject({ id: "urn:x:1", text: "tuinen aanleggen" });
    expect(looksLikeList(esco, "vaardigheden.txt")).toBe(true);
    expect(readList("Identifier,fullStatement\n7,plant een heg")[0]).toMatchObject({ id: "7", text: "plant een heg" });
    // The names of the program itself go before them.
    expect(readList("preferredLabel,text,conceptUri,id\nheg,plant een heg,urn:x:1,7")[0]).toMatchObject({
      id: "7",
      text: "plant een heg",
    });
  });

  it("keeps quotes within a cell, cells over several lines and rows that end early", () => {
    const rows = readList('id,text,unit\n1,zegt "ja" tegen werk,x\n2,"op\n\nmaandag",\n3\n');
    expect(rows.map((row) => row.text)).toEqual(['zegt "ja" tegen werk', "op\n\nmaandag", ""]);
    expect(rows[1]?.unit).toBeNull();
  });

  it.each([
    ["a list without a text column", "id,naam\n1,deelt kennis", /no text column/],
    ["an id that stands twice", "id,text\n1,a\n1,b", /id "1" stands twice \(line 3\)/],
    ["a row without an id", "id,text\n,a", /line 2 has no id/],
    ["no rows", "id,text\n", /no rows/],
    ["a quote that does not close", 'id,text\n1,"deelt', /malformed/],
    ["a text that its comma cuts in two", "id,text\n1,deelt kennis, en luistert", /line 2 has 3 cells.*comma/],
    ["names that every object has", "constructor,toString\n1,a", /no text column/],
  ])("refuses %s", (_, text, message) => {
    expect(() => readList(text)).toThrow(ReadError);
    expect(() => readList(text)).toThrow(message);
  });

  it("lets empty cells behind the columns pass, as spreadsheets leave them", () => {
    expect(readList("id,text\n1,deelt kennis,,\n")).toHaveLength(1);
  });

  it("takes time that grows with the list, also where no cell stands as it reads", () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i},"zegt ""${i}"" en gaat"`);
    expect(readList(`id,text\n${rows.join("\n")}`)).toHaveLength(20_000);
  }, 5_000);

  it("gives back any cells that are written by the rules, each from its place", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "é", "😀", " ", ",", ";", '"', "\n", "=") });
    const write = (value: string): string => `"${value.replace(/"/g, '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 }), (values) => {
        const text = `text,unit,id\n${values.map(([a, b], i) => `${write(a)},${write(b)},${i}`).join("\n")}\n`;
        const rows = readList(text);
        expect(rows.map((row) => row.text)).toEqual(values.map(([a]) => a));
        for (const row of rows) {
          expect(text.slice(row.textStart, row.textEnd).replace(/""/g, '"')).toBe(row.text);
          expect(row.start <= row.textStart && row.textEnd <= row.end).toBe(true);
        }
      }),
    );
  });
});

describe("looksLikeList", () => {
  it.each([
    ["id,text\n1,a", "lijst.txt", true],
    ["Code;Tekst\n1;a", "lijst.txt", true],
    ["De tekst begint hier, en gaat verder.", "stuk.txt", false],
    ["wat dan ook", "lijst.csv", true],
  ])("%j in %s: %s", (text, file, expected) => {
    expect(looksLikeList(text, file)).toBe(expected);
  });
});
