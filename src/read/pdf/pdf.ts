/** PDF → text with the places of its pages, heads, feet and notes. pdf.js finds the pieces of text, the rest is here. */
import type { Warning } from "../../model.js";
import { ReadError } from "../error.js";
import type { Limits } from "../limits.js";
import type { TextWriter } from "../writer.js";
import { readDrawing } from "./drawing.js";
import { guardPdf } from "./guard.js";
import { addBullets, assemble, type Page, type Piece, place, type RawItem } from "./items.js";
import { addCells, addDrawnBullets } from "./ruled.js";
import { readTags } from "./tags.js";
import { writePages } from "./write.js";

const MAX_PAGES = 20_000;
/** So many pages in a row that cannot be read: there are no more. */
const MAX_FAILURES = 50;
/** A page with fewer characters has no text of its own: a scan, or a picture. */
const FEW = 8;

const NEEDS_OCR = "a PDF without text (scanned pages): recognise its text first (OCR) and give that";

/** What is used of pdf.js' documents. */
type Pdfjs = typeof import("unpdf/pdfjs");
type PdfDocument = Awaited<ReturnType<Pdfjs["getDocument"]>["promise"]>;
type PdfPage = Awaited<ReturnType<PdfDocument["getPage"]>>;

/**
 * Reads a PDF into a writer.
 * @throws ReadError if it is encrypted, broken, too large or without text
 */
export async function readPdf(
  bytes: Uint8Array,
  out: TextWriter,
  limits: Limits,
): Promise<{ pages: number; warnings: Warning[] }> {
  guardPdf(bytes, limits);
  fillIn();
  const pdfjs = await import("unpdf/pdfjs");
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes), // a copy: pdf.js takes what it is given away
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: true, // no font files are looked for: nothing is drawn
    disableFontFace: true,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    stopAtErrors: false,
    maxImageSize: 1, // pictures are not decoded
    enableXfa: false,
  });
  try {
    const pdf = await task.promise.catch((error: Error) => {
      throw asReadError(error);
    });
    return await readPages(pdf, pdfjs.OPS, bytes, out, limits);
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

/** A method of ES2024 that pdf.js uses for the drawing of a page and that Node 20 does not have yet. */
function fillIn(): void {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    configurable: true,
    writable: true,
    value(this: ArrayBuffer, length = this.byteLength) {
      return this.slice(0, length);
    },
  });
}

function asReadError(error: Error): ReadError {
  if (error instanceof ReadError) return error;
  if (error.name === "PasswordException")
    return new ReadError("an encrypted PDF: open it with its password and save it without one");
  return new ReadError("a broken PDF: save or download it anew");
}

async function readPages(
  pdf: PdfDocument,
  ops: Pdfjs["OPS"],
  bytes: Uint8Array,
  out: TextWriter,
  limits: Limits,
): Promise<{ pages: number; warnings: Warning[] }> {
  if (pdf.numPages > MAX_PAGES) throw new ReadError(`a PDF of more than ${MAX_PAGES} pages: split it`);
  const warnings: Warning[] = [];
  const pages: Page[] = [];
  const empty: number[] = [];
  const unreadable: number[] = [];
  let failures = 0;
  let size = 0;
  for (let number = 1; number <= pdf.numPages; number++) {
    let page: Page;
    try {
      const handle = await pdf.getPage(number);
      page = await readPage(handle, ops, (length) => {
        size += length;
        limits.checkText(size);
      });
      handle.cleanup();
      failures = 0;
    } catch (error) {
      if (error instanceof ReadError) throw error;
      if (++failures > MAX_FAILURES)
        throw new ReadError("a broken PDF: its pages cannot be read; save or download it anew");
      unreadable.push(number);
      page = { width: 595, height: 842, items: [], turned: [] };
    }
    pages.push(page);
    if (page.items.reduce((sum, { text }) => sum + text.length, 0) < FEW && !unreadable.includes(number))
      empty.push(number);
  }
  if (unreadable.length === pages.length)
    throw new ReadError("a broken PDF: no page can be read; save or download it anew");
  const body = writePages(pages, out);
  if (body < FEW) throw new ReadError(NEEDS_OCR);
  if (isGibberish(out.text)) {
    throw new ReadError(
      "a PDF whose fonts do not tell which letters they show: recognise its text (OCR) and give that",
    );
  }
  if (unreadable.length > 0)
    warnings.push({ code: "page-unreadable", message: `page ${list(unreadable)} cannot be read: the PDF is damaged` });
  if (empty.length > 0) {
    warnings.push({
      code: "page-without-text",
      message: `page ${list(empty)} has no text: blank, or a picture that needs OCR`,
    });
  }
  if (!new TextDecoder("latin1").decode(bytes.subarray(-4096)).includes("%%EOF")) {
    warnings.push({ code: "pdf-damaged", message: "the PDF is cut off or damaged: what could be recovered was read" });
  }
  return { pages: pages.length, warnings };
}

async function readPage(page: PdfPage, ops: Pdfjs["OPS"], count: (length: number) => void): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 });
  const tags = readTags(await page.getStructTree().catch(() => null));
  const pieces: Piece[] = [];
  /** Marked passages that are open, the innermost last. */
  const open: { artifact: boolean; id: string | undefined }[] = [];
  const reader = page.streamTextContent({ includeMarkedContent: true }).getReader();
  // Where the text is too much, the reader is just left: pdf.js waits for it, and ends with its document. (Cancelled, it
  // would close a stream twice and leave an error that nobody catches.)
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    for (const item of value.items as (RawItem | { type: string; tag?: string; id?: string })[]) {
      if ("str" in item) {
        count(item.str.length);
        const id = open.findLast((passage) => passage.id !== undefined)?.id;
        const artifact = open.some((passage) => passage.artifact);
        const piece = place(item, viewport.transform, artifact, tags.byId.get(id ?? ""));
        if (piece) pieces.push(piece);
      } else if (item.type.startsWith("begin")) open.push({ artifact: item.tag === "Artifact", id: item.id });
      else open.pop();
    }
  }
  addBullets(pieces, tags.labelled);
  // Where no tags tell of the structure, the lines of tables and the bullets that are drawn do.
  if (tags.byId.size === 0 && pieces.length > 0) {
    const operators = await page.getOperatorList().catch(() => null);
    if (operators) {
      const drawing = readDrawing(operators, ops, viewport.transform);
      addDrawnBullets(pieces, drawing);
      addCells(pieces, drawing);
    }
  }
  return assemble(pieces, viewport.width, viewport.height);
}

/** "3", "3–5", "3, 7 and 9 more" */
function list(pages: readonly number[]): string {
  const ranges: string[] = [];
  for (let i = 0; i < pages.length; ) {
    let j = i;
    while (pages[j + 1] === (pages[j] as number) + 1) j++;
    ranges.push(i === j ? String(pages[i]) : `${pages[i]}–${pages[j]}`);
    i = j + 1;
  }
  return ranges.length <= 8 ? ranges.join(", ") : `${ranges.slice(0, 8).join(", ")} …`;
}

/** Whether letters are rare: fonts without their meaning give signs and blanks. */
function isGibberish(text: string): boolean {
  const signs = text.match(/\S/gu)?.length ?? 0;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return signs > 200 && letters < signs * 0.35;
}
