import { CORPUS_SCHEMA, type Corpus, type Warning } from "../model.js";
import { decodeText } from "./decode.js";
import { ReadError } from "./error.js";
import { isJson, readJson } from "./json.js";
import { Limits } from "./limits.js";
import type { PageHelper, ReadPage } from "./pdf/pdf.js";
import { otherZip, sniff } from "./sniff.js";
import { isListHeader, type ListRow, looksLikeList, readList } from "./table.js";
import { TextWriter } from "./writer.js";

/** A file whose text was taken out: what all offsets refer to. */
export interface SourceText {
  file: string;
  sha256: string;
  format: "text" | "markdown" | "csv" | "tsv" | "html" | "docx" | "pdf" | "xlsx";
  text: string;
  /** How many pages the file has, and the offset at which each begins (PDF). */
  pages?: number;
  pageStarts?: number[];
  /** Ranges known to be furniture from their place on the page or the file's own marks: running heads, note marks. */
  furniture?: [number, number][];
  /** Ranges of footnotes, in no range of `furniture`. */
  notes?: [number, number][];
  /** What the reader of the file should know: a page without text, a part that was left out. */
  warnings?: Warning[];
  /** The rows, where the file is a statement list. */
  rows?: ListRow[];
}

/** The project's own corpus JSON, read back. */
export interface SourceCorpus {
  file: string;
  sha256: string;
  format: "corpus";
  corpus: Corpus;
}

export interface ReadOptions {
  /** Refuse files with more text than this, in megabytes. */
  maxMb?: number;
  /** Someone who reads pages of a PDF meanwhile. */
  pages?: PageHelper;
}

/** What a reader makes of a file, but for its name and hash. */
type Content = Omit<SourceText, "file" | "sha256"> | Omit<SourceCorpus, "file" | "sha256">;

/**
 * Reads one file by its content; the name only decides between formats that look alike. The readers of PDF, Word, Excel
 * and HTML are loaded when the first such file comes.
 * @param bytes the file
 * @param file its base name, kept as `source.file`
 * @throws ReadError on an empty, binary, too large or malformed file; the message is one line
 */
export async function readDocument(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions = {},
): Promise<SourceText | SourceCorpus> {
  if (bytes.length === 0) throw new ReadError("the file is empty");
  const limits = new Limits(options.maxMb);
  const kind = sniff(bytes);
  const digest = sha256(bytes); // on its way while the text is read
  const content =
    kind === "pdf"
      ? await readPdfFile(bytes, limits, options.pages)
      : kind === "zip"
        ? await readZipFile(bytes, limits)
        : await readTextFile(bytes, file, limits);
  if (content.format !== "corpus" && content.text.trim() === "") throw new ReadError("the file holds no text");
  return { file, sha256: await digest, ...content };
}

/**
 * Reads the pages of a PDF from the last one on, for a {@link PageHelper}: of a file that is being read by
 * {@link readDocument}, which has seen by then that it does not unpack to more than a document holds.
 * @param take is handed each page; when it resolves to false, that is enough
 * @throws ReadError if the file is encrypted, broken or too large
 */
export async function readLastPages(
  bytes: Uint8Array,
  take: (page: ReadPage) => Promise<boolean>,
  options: Pick<ReadOptions, "maxMb"> = {},
): Promise<void> {
  const { readPdfPages } = await import("./pdf/pdf.js");
  await readPdfPages(bytes, new Limits(options.maxMb), take);
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function readPdfFile(bytes: Uint8Array, limits: Limits, helper?: PageHelper): Promise<Content> {
  const { readPdf } = await import("./pdf/pdf.js");
  const out = new TextWriter(limits);
  const { pages, warnings } = await readPdf(bytes, out, limits, helper);
  return { format: "pdf", ...written(out, warnings), pages, pageStarts: out.pageStarts };
}

async function readZipFile(bytes: Uint8Array, limits: Limits): Promise<Content> {
  const { isWorkbook, mainPart, readDocx, readWorkbook, sheetsToCsv, writeFlow, Zip } = await import("./documents.js");
  const zip = new Zip(bytes, limits);
  const main = mainPart(zip);
  if (main !== null) {
    const { blocks, warnings } = readDocx(zip, main);
    const out = new TextWriter(limits);
    writeFlow(blocks, out);
    return { format: "docx", ...written(out, warnings) };
  }
  if (isWorkbook(zip)) {
    const { text, warnings } = sheetsToCsv(readWorkbook(zip), isListHeader);
    limits.checkText(text.length);
    return { format: "xlsx", text, rows: readList(text), ...(warnings.length > 0 ? { warnings } : {}) };
  }
  const mimetype = zip.has("mimetype") ? new TextDecoder().decode(zip.read("mimetype") ?? new Uint8Array()) : "";
  throw new ReadError(otherZip(zip.names, mimetype));
}

async function readTextFile(bytes: Uint8Array, file: string, limits: Limits): Promise<Content> {
  const { text } = decodeText(bytes);
  if (/^\s*</.test(text.slice(0, 4096)) || /\.x?html?$/i.test(file)) {
    const { looksLikeHtml, readHtmlBytes, writeFlow } = await import("./documents.js");
    if (looksLikeHtml(text, file)) {
      limits.checkMarkup(text.length);
      const out = new TextWriter(limits);
      writeFlow(readHtmlBytes(bytes, text), out);
      return { format: "html", ...written(out) };
    }
  }
  if (/^MIME-Version:/i.test(text) && /multipart\/related/i.test(text.slice(0, 4096))) {
    throw new ReadError("a web page saved as one file (MHTML): save it as HTML or PDF and give that");
  }
  limits.checkText(text.length);
  if (/^\s*\{/.test(text) && text.includes('"ankerpunt/')) return { format: "corpus", corpus: await readCorpus(text) };
  if (looksLikeList(text, file)) return { format: /\.tsv$/i.test(file) ? "tsv" : "csv", text, rows: readList(text) };
  // Its braces and names are no text; what has them and is no JSON may still be one.
  if (isJson(text))
    throw new ReadError(`JSON that is no corpus: only ${CORPUS_SCHEMA} (the output of parse) can be read`);
  return { format: /\.(?:md|markdown)$/i.test(file) ? "markdown" : "text", text };
}

/** What a writer holds, as the parts of a source text. */
function written(
  out: TextWriter,
  warnings: Warning[] = [],
): Pick<SourceText, "text" | "furniture" | "notes" | "warnings"> {
  return {
    text: out.text,
    ...(out.furniture.length > 0 ? { furniture: out.furniture } : {}),
    ...(out.notes.length > 0 ? { notes: out.notes } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  };
}

async function readCorpus(text: string): Promise<Corpus> {
  const value = readJson(text, "a corpus, but ");
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (schema !== CORPUS_SCHEMA) {
    throw new ReadError(
      `JSON with schema ${JSON.stringify(schema)}: only ${CORPUS_SCHEMA} (the output of parse) can be read`,
    );
  }
  const { parseCorpus } = await import("../validate.js");
  const result = parseCorpus(value);
  if (typeof result === "string") throw new ReadError(`not a valid corpus: ${result}`);
  return result;
}
