/** Looks into a PDF before it is opened: whether its streams unpack to more than a document holds. */
import { Unzlib } from "fflate";
import { ReadError } from "../error.js";
import type { Limits } from "../limits.js";
import { unpack } from "../unpack.js";

const STREAM = /(?:^|[\s>])stream\r?\n/g;
/** A run of 128 equal bytes is packed in two. */
const RUN_LENGTH_GROWTH = 64;
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
    // Names may be written in hexadecimal ("/Flate#44ecode"), and filters may be named elsewhere: then Flate is tried.
    const description = (at < 0 ? before : before.slice(at))
      .replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
      .replace(/\/Filter\s*\[?\s*\d+\s+\d+\s+R/, "/Filter /FlateDecode");
    const object = /(\d+)\s+\d+$/.exec(before.slice(0, Math.max(0, at)))?.[1] ?? "";
    const filters = description.match(/\/(?:FlateDecode|LZWDecode|RunLengthDecode|Fl|LZW|RL)\b/g) ?? [];
    const flate = filters.filter((name) => /\/Fl/.test(name)).length;
    const picture = /\/Subtype\s*\/Image\b/.test(description);
    if (filters.length > flate && !picture) {
      // Old ways of packing: by how much each can grow at most, or exactly where it stands alone.
      const end = text.indexOf("endstream", start);
      const packed = bytes.subarray(start, end < 0 ? bytes.length : end);
      if (filters.length > 1) throw new ReadError("a PDF with streams packed twice over: save or print it as PDF anew");
      count(/LZW/.test(filters[0] as string) ? lzwSize(packed) : packed.length * RUN_LENGTH_GROWTH);
      continue;
    }
    if (flate === 0) continue;
    if (picture) {
      pictures.push({ object, start, filters: flate });
      continue;
    }
    const keep = /\/ObjStm\b/.test(description);
    const unpacked = inflate(bytes.subarray(start), flate, count, keep);
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

/** How much LZW data unpacks to: only the lengths of the entries of its table are followed. */
function lzwSize(data: Uint8Array): number {
  const CLEAR = 256;
  const END = 257;
  const lengths = new Uint32Array(4097).fill(1, 0, 256);
  let next = 258;
  let width = 9;
  let previous = -1;
  let bits = 0;
  let held = 0;
  let size = 0;
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      next = 258;
      width = 9;
      previous = -1;
      continue;
    }
    if (previous >= 0 && next < 4096) lengths[next++] = (lengths[previous] as number) + 1;
    size += lengths[code] ?? 0;
    previous = code;
    width = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9;
  }
  return size;
}

function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 32_768)
    parts.push(String.fromCharCode(...bytes.subarray(from, from + 32_768)));
  return parts.join("");
}
