/** One page of a PDF: its pieces of text, with what its tags or the lines it draws say of them. */
import { ReadError } from "../error.js";
import { readDrawing } from "./drawing.js";
import { addBullets, assemble, type Page, type Piece, place, type RawItem } from "./items.js";
import type { OpenPdf } from "./open.js";
import { addCells, addDrawnBullets } from "./ruled.js";
import { readTags } from "./tags.js";

type PdfPage = Awaited<ReturnType<OpenPdf["pdf"]["getPage"]>>;

/** @param count is told how much text comes; what it throws as a ReadError goes on */
export async function readPage(
  { pdf, ops }: OpenPdf,
  number: number,
  count: (length: number) => void,
): Promise<Page | null> {
  try {
    const handle = await pdf.getPage(number);
    const page = await readHandle(handle, ops, count);
    handle.cleanup();
    return page;
  } catch (error) {
    if (error instanceof ReadError) throw error;
    return null;
  }
}

async function readHandle(page: PdfPage, ops: OpenPdf["ops"], count: (length: number) => void): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 });
  const tags = readTags(await page.getStructTree().catch(() => null));
  const pieces: Piece[] = [];
  /** Fonts by the order in which they come on the page: pdf.js counts on through the pages it has read. */
  const fonts = new Map<string, string>();
  const fontOf = (name: string): string => {
    if (!fonts.has(name)) fonts.set(name, `font ${fonts.size + 1}`);
    return fonts.get(name) as string;
  };
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
        const piece = place(item, fontOf(item.fontName), viewport.transform, artifact, tags.byId.get(id ?? ""));
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
