/** Limits on what a file may unpack to, so that a small file cannot fill the memory or hold the program up. */
import { ReadError } from "./error.js";

/** Default limit on the text of one file, in megabytes (10^6 UTF-16 units). */
const DEFAULT_MAX_MB = 10;

/** Markup takes more room than the text in it: how much a part may unpack to, as a multiple of the limit on text. */
const MARKUP_FACTOR = 20;

export class Limits {
  readonly maxMb: number;

  constructor(maxMb: number = DEFAULT_MAX_MB) {
    this.maxMb = maxMb;
  }

  /** Most UTF-16 units of text. */
  get text(): number {
    return this.maxMb * 1e6;
  }

  /** Most bytes of markup, unpacked. */
  get markup(): number {
    return this.maxMb * 1e6 * MARKUP_FACTOR;
  }

  /** @throws ReadError if there is more text than that */
  checkText(length: number): void {
    if (length > this.text) {
      throw new ReadError(`more than ${this.maxMb} MB of text: raise the limit with --max-mb if that is meant`);
    }
  }

  /** @throws ReadError if more was unpacked than that */
  checkMarkup(length: number): void {
    if (length > this.markup) {
      throw new ReadError(
        `it unpacks to more than ${this.maxMb * MARKUP_FACTOR} MB: raise the limit with --max-mb if that is meant`,
      );
    }
  }
}
