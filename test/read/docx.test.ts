import { describe, expect, it } from "vitest";
import { readDocument, type SourceText } from "../../src/read/index.js";
import { type DocxParts, docx, numbered, paragraph, run, table } from "../helpers/office.js";

const read = async (body: string, parts: DocxParts = {}): Promise<SourceText> =>
  (await readDocument(docx(body, parts), "x.docx")) as SourceText;
const text = async (body: string, parts: DocxParts = {}): Promise<string> => (await read(body, parts)).text;

const level = (ilvl: number, format: string, shown: string, more = ""): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${shown}"/>${more}</w:lvl>`;
const list = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;

describe("numbering, as Word shows it", () => {
  const outline = list(1, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "%3)"));

  it("several levels, that start anew", async () => {
    const body = [
      [0, "a"],
      [1, "b"],
      [1, "c"],
      [2, "d"],
      [2, "e"],
      [0, "f"],
      [1, "g"],
      [2, "h"],
    ] as const;
    expect(await text(body.map(([ilvl, word]) => numbered(word, 1, ilvl)).join(""), { numbering: outline })).toBe(
      "1. a\n  1.1 b\n  1.2 c\n    a) d\n    b) e\n2. f\n  2.1 g\n    a) h\n",
    );
  });

  it("bullets, Roman numbers, letters, no number", async () => {
    const numbering =
      list(1, level(0, "bullet", "\uf0b7")) +
      list(2, level(0, "upperRoman", "%1")) +
      list(3, level(0, "upperLetter", "%1:")) +
      list(4, level(0, "none", ""));
    expect(await text([1, 2, 2, 3, 4].map((id) => numbered("t", id)).join(""), { numbering })).toBe(
      "- t\nI t\nII t\nA: t\n\nt\n",
    );
  });

  it("two lists of one kind count on, unless one starts anew", async () => {
    const numbering = `${list(1, level(0, "decimal", "%1."))}<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    expect(await text([1, 1, 2, 3, 3].map((id) => numbered("t", id)).join(""), { numbering })).toBe(
      "1. t\n2. t\n3. t\n1. t\n2. t\n",
    );
  });

  it("headings numbered by their style, through the style they are based on", async () => {
    const style = (id: string, more: string) => `<w:style w:type="paragraph" w:styleId="${id}">${more}</w:style>`;
    const styles =
      style("Kop1", '<w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style("Eigen", '<w:name w:val="Mijn kop"/><w:basedOn w:val="Kop1"/>') +
      style(
        "Kop2",
        '<w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr>',
      );
    const heading = (id: string, words: string) => paragraph(words, `<w:pStyle w:val="${id}"/>`);
    expect(
      await text(
        heading("Kop1", "Inleiding") + heading("Kop2", "Doel") + heading("Eigen", "Taken") + paragraph("Tekst."),
        { styles, numbering: outline },
      ),
    ).toBe("1. Inleiding\n\n1.1 Doel\n\n2. Taken\n\nTekst.\n");
  });
});

it("tracked changes: what was put in is read, what was taken out is not", async () => {
  const body = `<w:p>${run("Zij ")}<w:ins>${run("overlegt ")}</w:ins><w:del><w:r><w:delText>beslist </w:delText></w:r></w:del><w:moveFrom>${run("elders ")}</w:moveFrom>${run("met de klant.")}</w:p>`;
  expect(await text(body)).toBe("Zij overlegt met de klant.\n");
  const joined = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run("Eerste deel ")}</w:p>${paragraph("en tweede.")}`;
  expect(await text(joined)).toBe("Eerste deel en tweede.\n");
});

it("hidden text, field codes and comments are left out, results stay", async () => {
  const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("bijlage 2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  expect(await text(`<w:p>${run("Zie ")}${field}${run("!", "<w:vanish/>")}${run(".")}</w:p>`)).toBe("Zie bijlage 2.\n");
});

it("special characters: tabs, breaks, hyphens, symbols", async () => {
  const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
  expect(
    await text(
      `<w:p>${run("woon")}<w:r><w:noBreakHyphen/></w:r>${run("zorg sa")}<w:r><w:softHyphen/></w:r>${run("men")}<w:r><w:tab/></w:r>${sym("Wingdings", "F0FC")}<w:r><w:br/></w:r>${sym("Symbol", "F0B7")}</w:p>`,
    ),
  ).toBe("woon-zorg samen\t✓\n•\n");
});

describe("tables", () => {
  it("label and text on lines of their own; lists in cells", async () => {
    const cells = paragraph("De medewerker:") + numbered("helpt", 1) + numbered("doet", 1);
    const numbering = list(1, level(0, "bullet", "•"));
    expect(
      await text(
        table([
          ["Resultaat", "Het is klaar."],
          ["Gedrag", cells],
        ]),
        { numbering },
      ),
    ).toBe("Resultaat\n\nHet is klaar.\n\nGedrag\n\nDe medewerker:\n\n- helpt\n- doet\n");
  });

  it("of marks, with merged cells", async () => {
    const cell = (content: string, more = "") => `<w:tc><w:tcPr>${more}</w:tcPr>${paragraph(content)}</w:tc>`;
    const rows = [
      cell("Proces", '<w:vMerge w:val="restart"/>') + cell("Varianten", '<w:gridSpan w:val="3"/>'),
      cell("", "<w:vMerge/>") + cell("A") + cell("B") + cell("C"),
      cell("Doet") + cell("") + cell("x") + cell("(x)"),
      cell("Kan") + cell("x") + cell("") + cell(""),
    ];
    expect(await text(`<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`)).toBe(
      "Proces\tVarianten\t\t\n\n\tA\tB\tC\n\nDoet\t\tx\t(x)\n\nKan\tx\t\t\n",
    );
  });

  it("a row that was deleted is left out; one in a content control is not", async () => {
    const row = (word: string, more = "") => `<w:tr>${more}<w:tc>${paragraph(word)}</w:tc></w:tr>`;
    expect(
      await text(
        `<w:tbl>${row("weg", "<w:trPr><w:del/></w:trPr>")}<w:sdt><w:sdtContent>${row("wel")}</w:sdtContent></w:sdt></w:tbl>`,
      ),
    ).toBe("wel\n");
  });
});

it("footnotes stand behind their paragraph, numbered as shown, and are lifted out", async () => {
  const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const footnotes = `<w:footnote w:type="separator" w:id="0">${paragraph("---")}</w:footnote><w:footnote w:id="5">${paragraph("Ook cursisten.")}</w:footnote><w:footnote w:id="9">${paragraph("Zie bijlage.")}</w:footnote>`;
  const body = `<w:p>${run("Leerlingen")}${reference(5)}${run(" en klanten")}${reference(9)}${run(".")}</w:p>${paragraph("Verder.")}`;
  const { text: found, furniture = [], notes = [] } = await read(body, { footnotes });
  expect(found).toBe("Leerlingen1 en klanten2.\n1 Ook cursisten.\n2 Zie bijlage.\n\nVerder.\n");
  expect(furniture.map(([a, b]) => found.slice(a, b))).toEqual(["1", "2"]);
  expect(notes.map(([a, b]) => found.slice(a, b)).join("")).toBe("1 Ook cursisten.\n2 Zie bijlage.\n");
});

it("running heads and feet are furniture, each once", async () => {
  const section = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>';
  const { text: found, furniture = [] } = await read(`${paragraph("Een.", section)}${paragraph("Twee.")}${section}`, {
    header1: paragraph("Profiel X"),
    footer1: paragraph("Pagina 1"),
  });
  expect(furniture.map(([a, b]) => found.slice(a, b).trim())).toEqual(["Profiel X", "Pagina 1"]);
  expect(found.replace(/\s+/g, " ")).toBe("Profiel X Een. Pagina 1 Twee. ");
});

it("text boxes are read once, though they are stored twice", async () => {
  const box = (words: string) => `<w:txbxContent>${paragraph(words)}</w:txbxContent>`;
  const body = `<w:p>${run("Voor.")}<w:r><mc:AlternateContent><mc:Choice><w:drawing>${box("In de doos.")}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box("In de doos.")}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  expect(await text(body)).toBe("Voor.\n\nIn de doos.\n");
});

it("the main part is found where the file says it is, with any prefix", async () => {
  const { zip } = await import("../helpers/office.js");
  const bytes = zip({
    "_rels/.rels":
      '<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml" Id="r"/></Relationships>',
    "word/document2.xml":
      '<x:document xmlns:x="y"><x:body><x:p><x:r><x:t>Tekst.</x:t></x:r></x:p></x:body></x:document>',
  });
  expect(((await readDocument(bytes, "a")) as SourceText).text).toBe("Tekst.\n");
});

it("a part that was left out is told", async () => {
  const { warnings } = await read(`${paragraph("Tekst.")}<w:altChunk r:id="x"/>`);
  expect(warnings?.map(({ code }) => code)).toEqual(["part-left-out"]);
});
