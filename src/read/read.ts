import { type Corpus, CORPUS_SCHEMA, type Warning } from "../model.js";
import { parseCorpus } from "../validate.js";
import { decodeText } from "./decode.js";
import { ReadError } from "./error.js";
import { type ListRow, looksLikeList, readList } from "./table.js";

/** Default limit on the text of one file, in megabytes (10^6 UTF-16 units). */
export const DEFAULT_MAX_MB = 10;

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
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const startsWith = (bytes: Uint8Array, magic: string): boolean =>
  [...magic].every((c, i) => bytes[i] === c.charCodeAt(0));

/**
 * Reads one file by its content; the name only decides between formats that look alike.
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
  if (startsWith(bytes, "%PDF-")) {
    throw new ReadError("a PDF: this version reads text only; save its text first (for example with pdftotext -layout)");
  }
  if (startsWith(bytes, "PK\u0003\u0004")) {
    throw new ReadError("a Word, Excel or zip file: this version reads text only; save it as plain text or CSV first");
  }
  const { text } = decodeText(bytes);
  if (text.trim() === "") throw new ReadError("the file holds no text");
  const maxMb = options.maxMb ?? DEFAULT_MAX_MB;
  if (text.length > maxMb * 1e6) {
    throw new ReadError(`more than ${maxMb} MB of text: raise the limit with --max-mb if that is meant`);
  }
  const hash = await sha256(bytes);

  if (/^\s*\{/.test(text) && text.includes('"ankerpunt/')) {
    return { file, sha256: hash, format: "corpus", corpus: readCorpus(text) };
  }
  if (looksLikeList(text, file)) {
    const rows = readList(text);
    return { file, sha256: hash, format: /\.tsv$/i.test(file) ? "tsv" : "csv", text, rows };
  }
  return { file, sha256: hash, format: /\.(?:md|markdown)$/i.test(file) ? "markdown" : "text", text };
}

function readCorpus(text: string): Corpus {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ReadError(`a corpus, but not valid JSON: ${(error as Error).message}`);
  }
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (schema !== CORPUS_SCHEMA) {
    throw new ReadError(`JSON with schema ${JSON.stringify(schema)}: only ${CORPUS_SCHEMA} (the output of parse) can be read`);
  }
  const result = parseCorpus(value);
  if (typeof result === "string") throw new ReadError(`not a valid corpus: ${result}`);
  return result;
}
