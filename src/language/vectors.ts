import vectors from "../../data/background/vectors.json" with { type: "json" };
import { wordRow } from "./background.js";

/** Length of a word vector. */
export const DIMENSIONS = vectors.dimensions;

let numbers: Int8Array | undefined;

/** Four bits a number, shifted by 8: the first of two in the high half. */
function unpack(base64: string): Int8Array {
  const packed = atob(base64);
  const out = new Int8Array(packed.length * 2);
  for (let i = 0; i < packed.length; i++) {
    const byte = packed.charCodeAt(i);
    out[2 * i] = (byte >> 4) - 8;
    out[2 * i + 1] = (byte & 15) - 8;
  }
  return out;
}

/**
 * The background vector of a folded word: {@link DIMENSIONS} whole numbers from -7 to 7. Null for an unknown word.
 * Words that stand in like company have vectors in like directions; the length says nothing.
 */
export function wordVector(word: string): Int8Array | null {
  const row = wordRow(word);
  if (row === undefined) return null;
  numbers ??= unpack(vectors.data);
  return numbers.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
}
