/** Small PDFs for tests: pieces of text at given places, in Helvetica. */
import { zlibSync } from "fflate";

export interface Piece {
  text: string;
  x: number;
  /** Baseline, from the top of the page. */
  y: number;
  size?: number;
  bold?: boolean;
  /** Quarter turns to the left. */
  turns?: number;
}

export interface PdfOptions {
  width?: number;
  height?: number;
  /** Operators put before the text of each page. */
  before?: string;
  compress?: boolean;
}

const latin1 = (text: string): Uint8Array => Uint8Array.from([...text].map((c) => c.charCodeAt(0) & 0xff));

/** The bytes of WinAnsi that differ from Latin-1 and are used in tests. */
const WIN_ANSI: Record<string, string> = { "•": "\x95", "–": "\x96", "’": "\x92" };

function content(pieces: readonly Piece[], height: number): string {
  const parts = pieces.map(({ text, x, y, size = 11, bold = false, turns = 0 }) => {
    const escaped = text.replace(/[\\()]/g, "\\$&").replace(/[•–’]/g, (c) => WIN_ANSI[c] as string);
    const [cos, sin] = [
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ][turns % 4] as [number, number];
    return `/${bold ? "F2" : "F1"} ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${height - y} Tm (${escaped}) Tj`;
  });
  return `BT ${parts.join("\n")} ET`;
}

/** A PDF of objects, given as they stand between "obj" and "endobj". */
export function pdfOf(objects: readonly (string | Uint8Array)[], trailer = ""): Uint8Array {
  const chunks: Uint8Array[] = [latin1("%PDF-1.7\n")];
  const offsets: number[] = [];
  let size = chunks[0]?.length ?? 0;
  const add = (chunk: Uint8Array): void => {
    chunks.push(chunk);
    size += chunk.length;
  };
  for (const [i, object] of objects.entries()) {
    offsets.push(size);
    add(latin1(`${i + 1} 0 obj\n`));
    add(typeof object === "string" ? latin1(object) : object);
    add(latin1("\nendobj\n"));
  }
  const xref = size;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  add(latin1(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`));
  add(latin1(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`));
  const out = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

export function stream(data: string | Uint8Array, { compress = false, dictionary = "" } = {}): Uint8Array {
  const raw = typeof data === "string" ? latin1(data) : data;
  const bytes = compress ? zlibSync(raw, { level: 9 }) : raw;
  const head = latin1(
    `<< /Length ${bytes.length} ${compress ? "/Filter /FlateDecode" : ""} ${dictionary} >>\nstream\n`,
  );
  const tail = latin1("\nendstream");
  const out = new Uint8Array(head.length + bytes.length + tail.length);
  out.set(head);
  out.set(bytes, head.length);
  out.set(tail, head.length + bytes.length);
  return out;
}

const font = (name: string): string =>
  `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

/** A PDF with one page for each list of pieces. */
export function pdf(pages: readonly (readonly Piece[])[], options: PdfOptions = {}): Uint8Array {
  return pdfFrom(
    pages.map((pieces) => `${options.before ?? ""} ${content(pieces, options.height ?? 842)}`),
    options,
  );
}

/** A PDF with one page for each stream of operators. */
export function pdfFrom(
  contents: readonly (string | Uint8Array)[],
  { width = 595, height = 842, compress = false }: PdfOptions = {},
): Uint8Array {
  const first = 5;
  const kids = contents.map((_, i) => `${first + 2 * i} 0 R`).join(" ");
  const objects: (string | Uint8Array)[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${contents.length} /MediaBox [0 0 ${width} ${height}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
    font("Helvetica"),
    font("Helvetica-Bold"),
  ];
  for (const [i, data] of contents.entries()) {
    objects.push(`<< /Type /Page /Parent 2 0 R /Contents ${first + 2 * i + 1} 0 R >>`, stream(data, { compress }));
  }
  return pdfOf(objects);
}

/** Lines of text one below the other. */
export const lines = (x: number, y: number, texts: readonly string[], pitch = 14, more: Partial<Piece> = {}): Piece[] =>
  texts.map((text, i) => ({ text, x, y: y + i * pitch, ...more }));
