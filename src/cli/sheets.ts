import { readInputs } from "../node/index.js";
import { ReadError } from "../read/index.js";
import { FailedError } from "./errors.js";

/** The bytes of one file that an option names; - is standard input. */
export async function readOption(option: string, path: string): Promise<{ file: string; bytes: Uint8Array }> {
  const { files, skipped } = await readInputs([path]);
  const [first, second] = files;
  if (!first) throw new FailedError(`${option} ${path}: ${skipped[0]?.reason ?? "cannot be read"}`);
  if (second) throw new FailedError(`${option} ${path}: names ${files.length} files, one is wanted`);
  return first;
}

/** Runs what reads a file; what is wrong with it is told in one line that names the file. */
export function naming<T>(option: string, path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReadError) throw new FailedError(`${option} ${path}: ${error.message}`);
    throw error;
  }
}
