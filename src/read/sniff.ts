/** What a file is, by its content. */
import { ReadError } from "./error.js";

export type FileKind = "pdf" | "zip" | "text";

const startsWith = (bytes: Uint8Array, magic: string, at = 0): boolean =>
  bytes.length >= at + magic.length && [...magic].every((c, i) => bytes[at + i] === c.charCodeAt(0));

/** Whether the bytes hold a string, each character in one byte or (as in old Office files) in two. */
function holds(bytes: Uint8Array, text: string, width: 1 | 2, end = bytes.length): boolean {
  const last = Math.min(end, bytes.length) - text.length * width;
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0 && at <= last; at = bytes.indexOf(first, at + 1)) {
    let i = 0;
    while (
      i < text.length &&
      bytes[at + i * width] === text.charCodeAt(i) &&
      (width === 1 || bytes[at + i * 2 + 1] === 0)
    )
      i++;
    if (i === text.length) return true;
  }
  return false;
}

const PICTURE = "a picture: it has no text; recognise the text first (OCR) and give that";

/** Formats that are known but not read, and what to do. */
const REFUSED: [(bytes: Uint8Array) => boolean, string][] = [
  [(b) => startsWith(b, "\x89PNG") || startsWith(b, "\xff\xd8\xff") || startsWith(b, "GIF8"), PICTURE],
  [
    (b) => startsWith(b, "II*\0") || startsWith(b, "MM\0*") || (startsWith(b, "RIFF") && startsWith(b, "WEBP", 8)),
    PICTURE,
  ],
  [
    (b) =>
      startsWith(b, "ftyphei", 4) ||
      startsWith(b, "ftypavif", 4) ||
      (startsWith(b, "BM") && b[6] === 0 && b[7] === 0 && b[8] === 0),
    PICTURE,
  ],
  [(b) => startsWith(b, "{\\rtf"), "an RTF document: save it as DOCX or PDF and give that"],
  [(b) => startsWith(b, "%!PS"), "a PostScript file: save it as PDF and give that"],
  [
    (b) =>
      startsWith(b, "\x1f\x8b") ||
      startsWith(b, "BZh") ||
      startsWith(b, "\xfd7zXZ") ||
      startsWith(b, "7z\xbc\xaf") ||
      startsWith(b, "Rar!"),
    "a packed file: unpack it and give what is in it",
  ],
];

/** Old Office files and encrypted new ones are both "compound files"; the names of their streams tell them apart. */
function compoundFile(bytes: Uint8Array): string {
  if (holds(bytes, "EncryptedPackage", 2))
    return "an encrypted Office document: open it with its password and save it without one";
  if (holds(bytes, "WordDocument", 2)) return "an old Word document (.doc): save it as DOCX or PDF and give that";
  if (holds(bytes, "Workbook", 2) || holds(bytes, "Book", 2))
    return "an old Excel workbook (.xls): save it as XLSX or CSV and give that";
  if (holds(bytes, "PowerPoint Document", 2)) return "an old PowerPoint file (.ppt): save it as PDF and give that";
  return "an old Office file or message: save it as DOCX or PDF and give that";
}

/** A PDF may have some bytes before its first mark; a text that only speaks of PDF has none of its objects. */
function isPdf(bytes: Uint8Array): boolean {
  if (startsWith(bytes, "%PDF-")) return true;
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  return /(?:^|[\r\n\0])%PDF-\d\.\d/.test(head) && holds(bytes, " obj", 1, 65_536);
}

/**
 * What a file is, by its first bytes.
 * @throws ReadError on a format that is known and not read; the message says what to do
 */
export function sniff(bytes: Uint8Array): FileKind {
  if (isPdf(bytes)) return "pdf";
  if (startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06")) return "zip";
  if (startsWith(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) throw new ReadError(compoundFile(bytes));
  for (const [is, message] of REFUSED) if (is(bytes)) throw new ReadError(message);
  return "text";
}

/** A zip that is neither Word nor Excel: what it is instead, as far as its parts tell. */
export function otherZip(names: readonly string[], mimetype: string): string {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (/opendocument\.text/.test(mimetype)) return "an OpenDocument text (.odt): save it as DOCX or PDF and give that";
  if (/opendocument\.spreadsheet/.test(mimetype))
    return "an OpenDocument spreadsheet (.ods): save it as XLSX or CSV and give that";
  if (/opendocument/.test(mimetype)) return "an OpenDocument file: save it as DOCX or PDF and give that";
  if (/epub/.test(mimetype)) return "an e-book (EPUB): save it as PDF or HTML and give that";
  if (has(/^ppt\//)) return "a PowerPoint file: save it as PDF and give that";
  if (has(/^xl\/workbook\.bin$/)) return "a binary Excel workbook (.xlsb): save it as XLSX or CSV and give that";
  if (has(/^Index\/.*\.iwa$|^index\.apxl$/i))
    return "an Apple Pages or Numbers file: save it as DOCX or PDF and give that";
  return "a zip file that holds no Word or Excel document: unpack it and give what is in it";
}
