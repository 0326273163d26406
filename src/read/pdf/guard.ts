/** Looks into a PDF before it is opened: whether its streams unpack to more than a document holds. */
import { Unzlib } from "fflate";
import { ReadError } from "../error.js";
import type { Limits } from "../limits.js";
import { unpack } from "../unpack.js";

const STREAM = /(?:^|[\s>])stream\r?\n/g;
/** How far before its data a stream is described. */
const DESCRIPTION = 2048;

/** @throws ReadError if the text and drawing streams unpack to more than the limit; pictures are never unpacked here */
export function guardPdf(bytes: Uint8Array, limits: Limits): void {
  let total = 0;
  const count = (length: number): void => {
    total += length;
    limits.checkMarkup(total);
  };
  const text = latin1(bytes);
  const pictures: { object: string; start: number; filters: number }[] = [];
  const contents = new Set<string>();
  const note = (part: string): void => {
    for (const match of part.matchAll(/\/Contents\s*(\[[^\]]{0,1000}\]|\d+\s+\d+\s+R)/g)) {
      for (const reference of (match[1] as string).matchAll(/(\d+)\s+\d+\s+R/g)) contents.add(reference[1] as string);
    }
  };
  note(text);
  for (const match of text.matchAll(STREAM)) {
    const start = match.index + match[0].length;
    const before = text.slice(Math.max(0, match.index - DESCRIPTION), match.index + 1);
    const at = before.lastIndexOf(" obj");
    const description = at < 0 ? before : before.slice(at);
    const object = /(\d+)\s+\d+$/.exec(before.slice(0, Math.max(0, at)))?.[1] ?? "";
    if (/LZWDecode|\/LZW\b/.test(description) && /FlateDecode|\/Fl\b/.test(description)) {
      throw new ReadError("a PDF with streams packed twice over: save or print it as PDF anew");
    }
    const filters = description.match(/FlateDecode|\/Fl\b/g)?.length ?? 0;
    if (filters === 0) continue;
    if (/\/Subtype\s*\/Image\b/.test(description)) {
      pictures.push({ object, start, filters });
      continue;
    }
    const keep = /\/ObjStm\b/.test(description);
    const unpacked = inflate(bytes.subarray(start), filters, count, keep);
    if (keep) note(unpacked);
  }
  // What calls itself a picture but is drawn as a page counts too.
  for (const { object, start, filters } of pictures) {
    if (contents.has(object)) inflate(bytes.subarray(start), filters, count, false);
  }
}

/** Unpacks a stream as far as it goes; one that is broken is pdf.js' business. */
function inflate(data: Uint8Array, times: number, count: (length: number) => void, keep: boolean): string {
  const kept: string[] = [];
  let sink = (chunk: Uint8Array, _final: boolean): void => {
    count(chunk.length);
    if (keep) kept.push(latin1(chunk));
  };
  for (let i = 1; i < Math.min(times, 4); i++) {
    const inner = new Unzlib(sink);
    sink = (chunk, final) => {
      count(chunk.length);
      inner.push(chunk, final);
    };
  }
  try {
    unpack((ondata) => new Unzlib(ondata), data, sink);
  } catch (error) {
    if (error instanceof ReadError) throw error;
  }
  return kept.join("");
}

function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 32_768)
    parts.push(String.fromCharCode(...bytes.subarray(from, from + 32_768)));
  return parts.join("");
}
