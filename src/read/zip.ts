/** Zip files, as Word and Excel write them: the directory is read, parts are unpacked one by one, under a limit. */
import { Inflate } from "fflate";
import { ReadError } from "./error.js";
import type { Limits } from "./limits.js";
import { unpack } from "./unpack.js";

interface Entry {
  compressed: number;
  method: number;
  encrypted: boolean;
  /** Offset of its local header. */
  at: number;
}

const END = 0x06054b50;
const DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
/** More parts than any document has. */
const MAX_ENTRIES = 20_000;

const broken = (what: string): ReadError => new ReadError(`a broken zip file (${what}): save or download it anew`);

export class Zip {
  private readonly bytes: Uint8Array;
  private readonly limits: Limits;
  private readonly entries: Map<string, Entry>;
  /** All that was unpacked so far: many small parts may not add up to more than the limit either. */
  private unpacked = 0;

  /** @throws ReadError if the directory cannot be read */
  constructor(bytes: Uint8Array, limits: Limits) {
    this.bytes = bytes;
    this.limits = limits;
    this.entries = readDirectory(bytes);
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** In the order of the directory. */
  get names(): string[] {
    return [...this.entries.keys()];
  }

  /**
   * Unpacks one part; null if there is none of that name.
   * @throws ReadError if it is broken, encrypted or too large
   */
  read(name: string): Uint8Array | null {
    const entry = this.entries.get(name);
    if (!entry) return null;
    if (entry.encrypted) throw new ReadError("a zip file with a password: save it without one");
    const view = new DataView(this.bytes.buffer, this.bytes.byteOffset, this.bytes.byteLength);
    if (entry.at + 30 > this.bytes.length || view.getUint32(entry.at, true) !== LOCAL)
      throw broken("a part is not where it should be");
    const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
    if (start + entry.compressed > this.bytes.length) throw broken("it ends too early");
    const data = this.bytes.subarray(start, start + entry.compressed);
    if (entry.method === 0) {
      this.count(data.length);
      return data;
    }
    if (entry.method !== 8)
      throw new ReadError(`a zip file packed by method ${entry.method}, which is not read: save it anew`);
    return this.inflate(data);
  }

  private inflate(data: Uint8Array): Uint8Array {
    const chunks: Uint8Array[] = [];
    try {
      unpack(
        (ondata) => new Inflate(ondata),
        data,
        (chunk) => {
          this.count(chunk.length);
          chunks.push(chunk);
        },
      );
    } catch (error) {
      if (error instanceof ReadError) throw error;
      throw broken("a part cannot be unpacked");
    }
    const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      out.set(chunk, at);
      at += chunk.length;
    }
    return out;
  }

  private count(length: number): void {
    this.unpacked += length;
    this.limits.checkMarkup(this.unpacked);
  }
}

function readDirectory(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The end record stands behind everything but a comment of at most 65,535 bytes.
  let end = bytes.length - 22;
  const first = Math.max(0, end - 0xffff);
  while (end >= first && view.getUint32(end, true) !== END) end--;
  if (end < first) throw broken("it ends too early");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES)
    throw new ReadError(`a zip file with more than ${MAX_ENTRIES} parts: unpack it and give the files`);
  const entries = new Map<string, Entry>();
  const decoder = new TextDecoder();
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY) throw broken("its directory is damaged");
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw broken("its directory is damaged");
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll("\\", "/");
    // The first of two parts of one name counts.
    if (!entries.has(name)) {
      entries.set(name, {
        compressed: view.getUint32(at + 20, true),
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        at: view.getUint32(at + 42, true),
      });
    }
    at = next;
  }
  return entries;
}
