/** Small Word and Excel files for tests, made of the XML that matters. */
import { strToU8, zipSync } from "fflate";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A zip of texts (and of what is bytes already). */
export function zip(parts: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === "string" ? strToU8(part) : part]),
    ),
  );
}

const W = 'xmlns:w="w" xmlns:r="r" xmlns:mc="mc"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface DocxParts {
  styles?: string;
  numbering?: string;
  footnotes?: string;
  header1?: string;
  footer1?: string;
}

/** A Word document: the inside of its body, and of other parts by name. */
export function docx(body: string, parts: DocxParts = {}): Uint8Array {
  const names = Object.keys(parts) as (keyof DocxParts)[];
  const relations = names.map(
    (name) => `<Relationship Id="${name}" Type="${OFFICE}/${name.replace(/\d$/, "")}" Target="${name}.xml"/>`,
  );
  const root: Record<keyof DocxParts, string> = {
    styles: "styles",
    numbering: "numbering",
    footnotes: "footnotes",
    header1: "hdr",
    footer1: "ftr",
  };
  return zip({
    "_rels/.rels": `<Relationships><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": `<Relationships>${relations.join("")}</Relationships>`,
    ...Object.fromEntries(
      names.map((name) => [`word/${name}.xml`, `<w:${root[name]} ${W}>${parts[name]}</w:${root[name]}>`]),
    ),
  });
}

export const run = (text: string, properties = ""): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ""}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = ""): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ""}${content.startsWith("<") ? content : run(content)}</w:p>`;
export const numbered = (text: string, list: number, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
export const table = (rows: string[][]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell.startsWith("<") ? cell : paragraph(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;

/** An Excel workbook: sheets of cells; a number is a number, a text a shared string, `{ v, s }` a number with a style. */
export type Cell = string | number | { v: number; s: number } | null;

export function xlsx(
  sheets: Record<string, Cell[][]>,
  { formats = [], hidden = [] }: { formats?: string[]; hidden?: string[] } = {},
): Uint8Array {
  const strings: string[] = [];
  const names = Object.keys(sheets);
  const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  const sheet = (rows: Cell[][]): string =>
    rows
      .map((row, i) => {
        const cells = row.map((cell, j) => {
          const r = `${String.fromCharCode(65 + j)}${i + 1}`;
          if (cell === null) return "";
          if (typeof cell === "number") return `<c r="${r}"><v>${cell}</v></c>`;
          if (typeof cell === "object") return `<c r="${r}" s="${cell.s}"><v>${cell.v}</v></c>`;
          return `<c r="${r}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
        });
        return `<row r="${i + 1}">${cells.join("")}</row>`;
      })
      .join("");
  const bodies = names.map((name) => sheet(sheets[name] as Cell[][]));
  return zip({
    "_rels/.rels": `<Relationships><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"${hidden.includes(name) ? ' state="hidden"' : ""}/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names.map((_, i) => `<Relationship Id="s${i}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join("")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst>${strings.map((text) => `<si><t>${escaped(text)}</t></si>`).join("")}</sst>`,
    "xl/styles.xml": `<styleSheet><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`).join("")}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${164 + i}"/>`).join("")}</cellXfs></styleSheet>`,
    ...Object.fromEntries(
      bodies.map((body, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet><sheetData>${body}</sheetData></worksheet>`,
      ]),
    ),
  });
}
