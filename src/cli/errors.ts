/** Wrong usage: exit status 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Work that could not be done: exit status 1. */
export class FailedError extends Error {
  override name = "FailedError";
}
