import { ReadError } from "./error.js";

/**
 * What a text of JSON holds, a byte order mark or not.
 * @param what stands before the words of the error
 * @throws ReadError in one line, whatever lines of the text the parser quotes
 */
export function readJson(text: string, what = ""): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ReadError(`${what}not valid JSON: ${(error as Error).message.replace(/\s+/g, " ")}`);
  }
}

/** Whether a text is a list or an object in JSON, and nothing else. */
export function isJson(text: string): boolean {
  const bare = text.trim();
  if (!["[]", "{}"].includes(`${bare[0]}${bare.at(-1)}`)) return false;
  try {
    readJson(text);
    return true;
  } catch {
    return false;
  }
}
