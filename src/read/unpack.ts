/** Unpacking piece by piece, so that what comes out can be counted before it fills the memory. */

interface Unpacker {
  push(chunk: Uint8Array, final: boolean): void;
}

const INPUT_CHUNK = 16_384;
/** A stored block needs four pieces of input before it gives any output; behind the end of the data nothing comes any more. */
const SILENT_CHUNKS = 6;

/**
 * @param create makes the unpacker (of fflate), given where its output goes
 * @param data what is packed; bytes behind its end are ignored
 */
export function unpack(
  create: (ondata: (chunk: Uint8Array, final: boolean) => void) => Unpacker,
  data: Uint8Array,
  ondata: (chunk: Uint8Array, final: boolean) => void,
): void {
  let silent = 0;
  const unpacker = create((chunk, final) => {
    silent = chunk.length > 0 ? 0 : silent + 1;
    ondata(chunk, final);
  });
  for (let from = 0; from < data.length && silent < SILENT_CHUNKS; from += INPUT_CHUNK) {
    unpacker.push(data.subarray(from, from + INPUT_CHUNK), from + INPUT_CHUNK >= data.length);
  }
}
