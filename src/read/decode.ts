import { decodeWith, WINDOWS_1252 } from "../language/codepages.js";
import { ReadError } from "./error.js";

/** How many of the first bytes may be control characters before a file counts as binary. */
const MAX_CONTROL_SHARE = 0.01;

function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Without a byte order mark: Latin text has a zero in every other byte.
  const n = Math.min(bytes.length, 512) & ~1;
  if (n < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > n * 0.35 && even < n * 0.05) return "utf-16le";
  if (even > n * 0.35 && odd < n * 0.05) return "utf-16be";
  return null;
}

/**
 * Bytes → text: UTF-8 and UTF-16 (with or without a byte order mark), else Windows-1252. The byte order mark is left
 * out and line ends are kept, so offsets in the result are the offsets of the decoded source.
 * @throws ReadError if the bytes are not text
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: string } {
  const wide = utf16(bytes);
  const { text, encoding } = wide ? { text: new TextDecoder(wide).decode(bytes), encoding: wide } : decodeNarrow(bytes);
  let control = 0;
  const n = Math.min(text.length, 65536);
  for (let i = 0; i < n; i++) {
    const c = text.charCodeAt(i);
    if (c < 32 && c !== 9 && c !== 10 && c !== 12 && c !== 13) control++;
    else if (c === 0xfffd) control++;
  }
  if (control > n * MAX_CONTROL_SHARE) {
    throw new ReadError("not text: binary data, or an encoding other than UTF-8, UTF-16 or Windows-1252");
  }
  return { text, encoding };
}

function decodeNarrow(bytes: Uint8Array): { text: string; encoding: string } {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    return { text: decodeWith(WINDOWS_1252, bytes), encoding: "windows-1252" };
  }
}
