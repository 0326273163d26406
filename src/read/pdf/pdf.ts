/** PDF → text with the places of its pages, heads, feet and notes. pdf.js finds the pieces of text, the rest is here. */
import type { Warning } from "../../model.js";
import { ReadError } from "../error.js";
import type { Limits } from "../limits.js";
import type { TextWriter } from "../writer.js";
import { guardPdf } from "./guard.js";
import type { Page } from "./items.js";
import { type OpenPdf, withPdf } from "./open.js";
import { readPage } from "./page.js";
import { writePages } from "./write.js";

/** So many pages in a row that cannot be read: there are no more. */
const MAX_FAILURES = 50;
/** A page with fewer characters has no text of its own: a scan, or a picture. */
const FEW = 8;

const NEEDS_OCR = "a PDF without text (scanned pages): recognise its text first (OCR) and give that";

/** A page that was read elsewhere. */
export interface ReadPage {
  /** From 1. */
  number: number;
  /** Null where it cannot be read. */
  page: Page | null;
  /** How much text was found, in UTF-16 units. */
  length: number;
}

/**
 * Someone who reads pages of the same file meanwhile, by {@link readPdfPages} in another thread. Nobody waits for it: what
 * has not come is read here.
 */
export interface PageHelper {
  /** Begins with a file. @param take is handed the pages, the last one first */
  start(bytes: Uint8Array, take: (page: ReadPage) => void): void;
  /** Resolves when what has come by then was handed over. */
  turn(): Promise<void>;
  /** The rest is not needed. */
  stop(): void;
}

/**
 * Reads a PDF into a writer.
 * @throws ReadError if it is encrypted, broken, too large or without text
 */
export async function readPdf(
  bytes: Uint8Array,
  out: TextWriter,
  limits: Limits,
  helper: PageHelper | null = null,
): Promise<{ pages: number; warnings: Warning[] }> {
  guardPdf(bytes, limits);
  const elsewhere = new Elsewhere(helper, bytes);
  try {
    return await withPdf(bytes, (open) => readPages(open, bytes, out, limits, elsewhere));
  } finally {
    elsewhere.stop();
  }
}

/**
 * Reads the pages of a PDF from the last one on, for a {@link PageHelper}: who asks for it has looked into the file.
 * @param take is handed each page; when it resolves to false, that is enough
 * @throws ReadError if the file is encrypted, broken or too large
 */
export async function readPdfPages(
  bytes: Uint8Array,
  limits: Limits,
  take: (page: ReadPage) => Promise<boolean>,
): Promise<void> {
  await withPdf(bytes, async (open) => {
    for (let number = open.pdf.numPages; number >= 1; number--) {
      let length = 0;
      const page = await readPage(open, number, (more) => {
        length += more;
        limits.checkText(length);
      });
      if (!(await take({ number, page, length }))) return;
    }
  });
}

/** The pages that a helper has read; none once it met a page that cannot be read, for then the order can matter. */
class Elsewhere {
  private readonly pages = new Map<number, ReadPage>();
  private helper: PageHelper | null;

  constructor(helper: PageHelper | null, bytes: Uint8Array) {
    this.helper = helper;
    helper?.start(bytes, (page) => {
      if (page.page === null) this.stop();
      else if (this.helper !== null) this.pages.set(page.number, page);
    });
  }

  async page(number: number): Promise<(ReadPage & { page: Page }) | null> {
    await this.helper?.turn();
    const found = this.pages.get(number);
    if (!found?.page) return null;
    // All that follow are here too.
    this.enough();
    return { ...found, page: found.page };
  }

  stop(): void {
    this.enough();
    this.pages.clear();
  }

  private enough(): void {
    this.helper?.stop();
    this.helper = null;
  }
}

async function readPages(
  open: OpenPdf,
  bytes: Uint8Array,
  out: TextWriter,
  limits: Limits,
  elsewhere: Elsewhere,
): Promise<{ pages: number; warnings: Warning[] }> {
  const warnings: Warning[] = [];
  const pages: Page[] = [];
  const empty: number[] = [];
  const unreadable: number[] = [];
  let failures = 0;
  let size = 0;
  const count = (length: number): void => {
    size += length;
    limits.checkText(size);
  };
  for (let number = 1; number <= open.pdf.numPages; number++) {
    const found = await elsewhere.page(number);
    if (found) count(found.length);
    const page = found ? found.page : await readPage(open, number, count);
    if (page === null) {
      elsewhere.stop();
      if (++failures > MAX_FAILURES)
        throw new ReadError("a broken PDF: its pages cannot be read; save or download it anew");
      unreadable.push(number);
    } else {
      failures = 0;
      if (page.items.reduce((sum, { text }) => sum + text.length, 0) < FEW) empty.push(number);
    }
    pages.push(page ?? { width: 595, height: 842, items: [], turned: [] });
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
