/** Files that are broken, lie about themselves, or unpack without end: one clear line each, and no hang. */
import { readFileSync } from "node:fs";
import { zlibSync } from "fflate";
import { describe, expect, it, vi } from "vitest";
import { ReadError, readDocument } from "../../src/read/index.js";
import { bytesOf, docx, paragraph, xlsx, zip } from "../helpers/office.js";
import { lines, pdf, pdfFrom, pdfOf, stream } from "../helpers/pdf.js";

const TIME = 20_000;

/** The message of the refusal; the text's length where the file was read after all. */
async function outcome(bytes: Uint8Array, file = "x", options = {}): Promise<string> {
  const out = vi.spyOn(process.stdout, "write");
  const log = vi.spyOn(console, "log");
  try {
    const read = await readDocument(bytes, file, options);
    return `read ${read.format}`;
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    expect(error.message).not.toMatch(/[\r\n]/);
    expect(error.message.length).toBeLessThan(160);
    return error.message;
  } finally {
    expect(out).not.toHaveBeenCalled();
    expect(log).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  }
}

/** Numbers that look random and are the same each time. */
function noise(length: number, seed: number): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
}

const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const latin1 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
const compound = (name: string): Uint8Array =>
  joined(latin1("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), new Uint8Array(2000), wide(name), new Uint8Array(600));

describe("formats that are known and not read: what it is and what to do", () => {
  it.each([
    ["old Word", compound("WordDocument"), /old Word document.*DOCX or PDF/],
    ["old Excel", compound("Workbook"), /old Excel workbook.*XLSX or CSV/],
    ["encrypted Office", compound("EncryptedPackage"), /encrypted.*without/],
    ["RTF", latin1("{\\rtf1\\ansi Tekst}"), /RTF.*DOCX or PDF/],
    ["PNG", joined(latin1("\x89PNG\r\n\x1a\n"), noise(500, 1)), /picture.*OCR/],
    ["JPEG", joined(latin1("\xff\xd8\xff\xe0"), noise(500, 2)), /picture.*OCR/],
    ["TIFF", joined(latin1("II*\0"), noise(500, 3)), /picture.*OCR/],
    ["gzip", joined(latin1("\x1f\x8b\x08"), noise(500, 4)), /packed.*unpack/],
    [
      "OpenDocument text",
      zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<a/>" }),
      /OpenDocument text.*DOCX or PDF/,
    ],
    [
      "OpenDocument sheet",
      zip({ mimetype: "application/vnd.oasis.opendocument.spreadsheet" }),
      /OpenDocument spreadsheet.*XLSX or CSV/,
    ],
    ["PowerPoint", zip({ "ppt/presentation.xml": "<a/>" }), /PowerPoint.*PDF/],
    ["e-book", zip({ mimetype: "application/epub+zip" }), /e-book/],
    ["binary Excel", zip({ "xl/workbook.bin": "x" }), /xlsb.*XLSX/],
    ["some other zip", zip({ "a.txt": "tekst" }), /zip file that holds no Word or Excel/],
    ["a zip in a zip", zip({ "a.docx": docx(paragraph("x")) }), /zip file that holds no Word or Excel/],
    ["an empty zip", latin1(`PK\x05\x06${"\0".repeat(18)}`), /zip file that holds no Word or Excel/],
    [
      "a web archive",
      latin1("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x"),
      /MHTML.*HTML or PDF/,
    ],
    ["an empty file", new Uint8Array(0), /empty/],
    ["random bytes", noise(5000, 5), /not text/],
  ])("%s", async (_, bytes, message) => {
    expect(await outcome(bytes)).toMatch(message);
  });

  it("an encrypted PDF says so", async () => {
    const encrypt =
      "/Encrypt << /Filter /Standard /V 1 /R 2 /O (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /U (bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb) /P -4 >> /ID [(1234567890123456) (1234567890123456)]";
    const objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
      stream("BT ET"),
    ];
    expect(await outcome(pdfOf(objects, encrypt))).toMatch(/encrypted PDF.*password/);
  });

  it("a part of a zip with a password says so", async () => {
    const bytes = docx(paragraph("tekst"));
    // The flag of each part, in its header and in the directory.
    for (let i = 0; i + 4 < bytes.length; i++) {
      if (bytes[i] !== 0x50 || bytes[i + 1] !== 0x4b) continue;
      if (bytes[i + 2] === 3 && bytes[i + 3] === 4) bytes[i + 6] = (bytes[i + 6] as number) | 1;
      if (bytes[i + 2] === 1 && bytes[i + 3] === 2) bytes[i + 8] = (bytes[i + 8] as number) | 1;
    }
    expect(await outcome(bytes)).toMatch(/zip file with a password/);
  });
});

describe("cut off anywhere", () => {
  const long = Array.from(
    { length: 40 },
    (_, i) => `Zin ${i} gaat over het werk in de wijk en over wie daarbij helpt.`,
  );
  const files: [string, Uint8Array, RegExp][] = [
    ["docx", docx(long.map((text) => paragraph(text)).join("")), /^a broken zip file/],
    ["xlsx", xlsx({ B: [["id", "text"], ...long.map((text, i) => [String(i), text])] }), /^a broken zip file/],
    ["pdf", pdf([lines(60, 60, long)], { compress: true }), /^(?:read pdf|a broken PDF|a PDF without text)/],
    [
      "a real pdf",
      new Uint8Array(readFileSync(new URL("./fixtures/profiel.tagged.pdf", import.meta.url))),
      /^(?:read pdf|a broken PDF|a PDF without text)/,
    ],
    ["html", bytesOf(`<!doctype html><table><tr><td>${long.join("<p>")}`), /^(?:read|the file holds no text)/],
  ];
  it.each(files)(
    "%s",
    async (name, bytes, expected) => {
      for (const share of [0.02, 0.2, 0.5, 0.8, 0.95, 0.999]) {
        expect(
          await outcome(bytes.subarray(0, Math.max(8, Math.floor(bytes.length * share))), name),
          `${share}`,
        ).toMatch(expected);
      }
    },
    TIME,
  );
});

describe("noise behind each first mark, and in the middle of a file", () => {
  const marks = [
    "%PDF-1.7\n",
    "PK\x03\x04",
    "PK\x05\x06",
    "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "<!doctype html>",
    "<html>",
    "{\\rtf",
    "\x89PNG",
    "\ufeff",
    "\xff\xfe",
    "id,text\n",
    '{"ankerpunt/',
  ];
  it.each(marks.map((mark) => [JSON.stringify(mark), mark]))(
    "%s",
    async (_, mark) => {
      for (let seed = 1; seed <= 8; seed++) {
        expect(await outcome(joined(latin1(mark), noise(3000 * seed, seed)))).toMatch(/\S/);
      }
    },
    TIME,
  );

  it.each([
    ["docx", docx(paragraph("Tekst die er toe doet. ".repeat(200)))],
    [
      "xlsx",
      xlsx({
        B: [
          ["id", "text"],
          ["1", "tekst"],
        ],
      }),
    ],
    ["pdf", pdf([lines(60, 60, ["Tekst", "op een bladzijde"])], { compress: true })],
  ])(
    "%s with some bytes changed",
    async (_, bytes) => {
      for (let seed = 1; seed <= 40; seed++) {
        const changed = bytes.slice();
        for (const [i, at] of noise(6, seed).entries())
          changed[(at * 251 + i * 7919 * seed) % changed.length] = at ^ seed;
        expect(await outcome(changed)).toMatch(/\S/);
      }
    },
    TIME,
  );
});

describe("files that unpack without end", () => {
  const zeros = (megabytes: number): Uint8Array => new Uint8Array(megabytes * 1e6).fill(32);

  it(
    "a Word document of 40 MB of blanks",
    async () => {
      const bytes = zip({ "word/document.xml": zeros(40) });
      expect(bytes.length).toBeLessThan(1e6);
      expect(await outcome(bytes, "x", { maxMb: 1 })).toMatch(/^it unpacks to more than 20 MB: .*--max-mb/);
    },
    TIME,
  );

  it(
    "many parts that are each small enough",
    async () => {
      const part = zeros(7);
      const parts = Object.fromEntries(
        ["styles", "numbering", "footnotes", "endnotes"].map((name) => [`word/${name}.xml`, part]),
      );
      const relations = Object.keys(parts).map(
        (path, i) => `<Relationship Id="r${i}" Type="x/${path.slice(5, -4)}" Target="${path.slice(5)}"/>`,
      );
      const bytes = zip({
        ...parts,
        "word/document.xml": "<document><body/></document>",
        "word/_rels/document.xml.rels": `<Relationships>${relations.join("")}</Relationships>`,
      });
      expect(await outcome(bytes, "x", { maxMb: 1 })).toMatch(/^it unpacks to more than 20 MB/);
    },
    TIME,
  );

  it(
    "more text than --max-mb",
    async () => {
      const body = Array.from({ length: 300 }, () => paragraph("Tekst ".repeat(100))).join("");
      expect(await outcome(docx(body), "x", { maxMb: 0.1 })).toMatch(/^more than 0.1 MB of text: .*--max-mb/);
      expect(await outcome(docx(body), "x", { maxMb: 1 })).toBe("read docx");
      const page = bytesOf(`<!doctype html>${"<p>tekst tekst tekst".repeat(20_000)}`);
      expect(await outcome(page, "x", { maxMb: 0.2 })).toMatch(/^more than 0.2 MB of text/);
      expect(await outcome(page, "x", { maxMb: 0.02 })).toMatch(/^it unpacks to more than 0.4 MB|^more than 0.02 MB/);
      const sheet = xlsx({
        B: [["text"], ...Array.from({ length: 2000 }, (_, i) => [`Uitspraak ${i} ${"x".repeat(100)}`])],
      });
      expect(await outcome(sheet, "x", { maxMb: 0.1 })).toMatch(/^more than 0.1 MB of text/);
      const pages = Array.from({ length: 5 }, () =>
        lines(
          60,
          60,
          Array.from({ length: 50 }, (_, i) => `Regel ${i} ${"woord ".repeat(12)}`),
        ),
      );
      expect(await outcome(pdf(pages), "x", { maxMb: 0.01 })).toMatch(/^more than 0.01 MB of text/);
    },
    TIME,
  );

  it(
    "sizes that are lies",
    async () => {
      const bytes = docx(paragraph("tekst"));
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      for (let i = 0; i + 46 < bytes.length; i++) {
        if (view.getUint32(i, true) !== 0x02014b50) continue;
        view.setUint32(i + 24, 0xfffffff0, true); // unpacked
      }
      expect(await outcome(bytes)).toBe("read docx");
      for (let i = 0; i + 46 < bytes.length; i++) {
        if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 20, 0xfffffff0, true); // packed
      }
      expect(await outcome(bytes)).toMatch(/^a broken zip file/);
      const count = pdf([lines(60, 60, ["tekst op een bladzijde"])]);
      const lying = latin1(Buffer.from(count).toString("latin1").replace("/Count 1", "/Count 2000000000"));
      expect(await outcome(lying)).toMatch(/^(?:a PDF of more than|a broken PDF|read pdf)/);
    },
    TIME,
  );

  it(
    "tables that claim to be endless",
    async () => {
      const page = `<!doctype html><table>${"<tr><td colspan=1000000 rowspan=1000000>x</td><td>y</td></tr>".repeat(3000)}</table>`;
      expect(await outcome(bytesOf(page))).toBe("read html");
      const cell = `<w:tc><w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>${paragraph("x")}</w:tc>`;
      expect(await outcome(docx(`<w:tbl>${`<w:tr>${cell}${cell}</w:tr>`.repeat(500)}</w:tbl>`))).toBe("read docx");
      const sheet = xlsx({ B: [["text"], ["a"]] });
      expect(await outcome(sheet)).toBe("read xlsx");
    },
    TIME,
  );

  it(
    "elements nested without end",
    async () => {
      expect(await outcome(bytesOf(`<!doctype html>${"<div>".repeat(500_000)}tekst`))).toMatch(/nested more than/);
      expect(await outcome(bytesOf(`<!doctype html>${"<b>".repeat(1500)}${"</i>".repeat(300_000)}tekst`))).toBe(
        "read html",
      );
      expect(await outcome(docx(`${"<w:sdt><w:sdtContent>".repeat(400_000)}`))).toMatch(/nested more than/);
    },
    TIME,
  );

  describe("PDF", () => {
    it(
      "a page of 40 MB of blanks",
      async () => {
        const packed = stream(zeros(40), { compress: true });
        expect(packed.length).toBeLessThan(1e6);
        const objects = [
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
          packed,
        ];
        expect(await outcome(pdfOf(objects), "x", { maxMb: 1 })).toMatch(/^it unpacks to more than 20 MB/);
      },
      TIME,
    );

    it(
      "the same, packed twice, or called a picture",
      async () => {
        const once = zlibSync(zeros(40), { level: 9 });
        const twice = zlibSync(once, { level: 9 });
        const page = [
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
        ];
        const raw = (data: Uint8Array, filters: string): Uint8Array => stream(data, { dictionary: filters });
        expect(
          await outcome(pdfOf([...page, raw(twice, "/Filter [/FlateDecode /FlateDecode]")]), "x", { maxMb: 1 }),
        ).toMatch(/^it unpacks to more than 20 MB/);
        expect(
          await outcome(pdfOf([...page, raw(once, "/Filter /FlateDecode /Subtype /Image")]), "x", { maxMb: 1 }),
        ).toMatch(/^it unpacks to more than 20 MB/);
      },
      TIME,
    );

    it(
      "the same, packed in old ways",
      async () => {
        // LZW: each code stands for one blank more than the one before; a new table after 3,800 of them.
        const codes: number[] = [];
        for (let table = 0; table < 4; table++) {
          codes.push(256, 32);
          for (let code = 258; code < 4000; code++) codes.push(code);
        }
        codes.push(257);
        let held = "";
        let next = 258;
        let width = 9;
        let first = true;
        for (const code of codes) {
          held += code.toString(2).padStart(width, "0");
          if (code === 256) {
            next = 258;
            width = 9;
            first = true;
          } else {
            if (!first && next < 4096) next++;
            first = false;
            width = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9;
          }
        }
        const packed = Uint8Array.from(held.match(/.{1,8}/g) ?? [], (bits) => Number.parseInt(bits.padEnd(8, "0"), 2));
        expect(packed.length).toBeLessThan(30_000);
        const page = [
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
        ];
        const made = (data: Uint8Array, filter: string) =>
          pdfOf([...page, stream(data, { dictionary: `/Filter ${filter}` })]);
        expect(await outcome(made(packed, "/LZWDecode"), "x", { maxMb: 1 })).toMatch(/^it unpacks to more than 20 MB/);
        expect(await outcome(made(packed, "/LZWDecode"))).toMatch(/^a PDF without text/);
        const runs = new Uint8Array(2 * 200_000).map((_, i) => (i % 2 === 0 ? 129 : 32));
        expect(await outcome(made(runs, "/RunLengthDecode"), "x", { maxMb: 1 })).toMatch(
          /^it unpacks to more than 20 MB/,
        );
        expect(await outcome(made(packed, "[/LZWDecode /FlateDecode]"))).toMatch(/packed twice over/);
      },
      TIME,
    );

    it(
      "a form that draws itself, and forms that draw each other ever more often",
      async () => {
        const form = (data: string, resources: string): Uint8Array =>
          stream(data, { dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${resources} >>` });
        const page = (resources: string) => [
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << ${resources} >> >>`,
          stream("/X Do"),
        ];
        expect(
          await outcome(pdfOf([...page("/XObject << /X 5 0 R >>"), form("/X Do", "/XObject << /X 5 0 R >>")])),
        ).toMatch(/\S/);
        const chain = Array.from({ length: 9 }, (_, i) => form("/X Do ".repeat(10), `/XObject << /X ${6 + i} 0 R >>`));
        const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
        const last = form("BT /F 9 Tf (tekst tekst tekst tekst) Tj ET", "/Font << /F 15 0 R >>");
        expect(
          await outcome(pdfOf([...page("/XObject << /X 5 0 R >>"), ...chain, last, font]), "x", { maxMb: 0.1 }),
        ).toMatch(/^more than 0.1 MB of text|PDF/);
      },
      TIME,
    );

    it(
      "a page with very many pieces of text on one line",
      async () => {
        const pieces = Array.from({ length: 30_000 }, (_, i) => `1 0 0 1 ${i % 590} 700 Tm (ab) Tj`).join(" ");
        expect(await outcome(pdfFrom([`BT /F1 5 Tf ${pieces} ET`], { compress: true }))).toMatch(/^read pdf/);
      },
      TIME,
    );
  });
});
