/** A file that cannot be read. The message is one line: what is wrong and, where it helps, what to do. */
export class ReadError extends Error {
  override name = "ReadError";
}
