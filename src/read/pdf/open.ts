/** A PDF as pdf.js opens it: nothing in it is run, and nothing is fetched or drawn. */
import { ReadError } from "../error.js";

type Pdfjs = typeof import("unpdf/pdfjs");
type PdfDocument = Awaited<ReturnType<Pdfjs["getDocument"]>["promise"]>;

/** What is used of a document, and the numbers of what its pages draw. */
export interface OpenPdf {
  pdf: PdfDocument;
  ops: Pdfjs["OPS"];
}

const MAX_PAGES = 20_000;

/**
 * Opens a PDF that the guard has looked into, for as long as `use` takes.
 * @throws ReadError if it is encrypted, broken or too large
 */
export async function withPdf<T>(bytes: Uint8Array, use: (open: OpenPdf) => Promise<T>): Promise<T> {
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
    if (pdf.numPages > MAX_PAGES) throw new ReadError(`a PDF of more than ${MAX_PAGES} pages: split it`);
    return await use({ pdf, ops: pdfjs.OPS });
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
