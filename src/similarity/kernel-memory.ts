type Kind = Int32ArrayConstructor | Float64ArrayConstructor | Uint8ArrayConstructor;
type Arrays<L extends Record<string, readonly [Kind, number]>> = { [name in keyof L]: InstanceType<L[name][0]> };

const PAGE = 0x10000;
/** A memory is addressed with 32 bits. */
const MAX_PAGES = 0x10000;

/**
 * Arrays side by side in one memory, where a kernel finds them by their byte offsets.
 * @param layout for each array its kind and its length
 * @returns arrays of zeros; null where so much memory can't be had
 */
export function kernelMemory<L extends Record<string, readonly [Kind, number]>>(
  layout: L,
): { memory: WebAssembly.Memory; arrays: Arrays<L> } | null {
  // No array begins at 0, and each begins where its numbers may stand.
  let end = 8;
  const places = Object.entries(layout).map(([name, [kind, length]]) => {
    const at = end;
    end += Math.ceil((length * kind.BYTES_PER_ELEMENT) / 8) * 8;
    return { name, kind, length, at };
  });
  const initial = Math.ceil(end / PAGE);
  if (initial > MAX_PAGES) return null;
  let memory: WebAssembly.Memory;
  try {
    memory = new WebAssembly.Memory({ initial });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  const arrays = Object.fromEntries(
    places.map(({ name, kind, length, at }) => [name, new kind(memory.buffer, at, length)]),
  );
  return { memory, arrays: arrays as Arrays<L> };
}
