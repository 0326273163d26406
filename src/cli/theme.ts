import { readFile } from "node:fs/promises";
import { themeById } from "../compare/index.js";
import { DEFAULT_THEME, parseTheme, type Theme, ThemeError } from "../themes/index.js";
import { UsageError } from "./output.js";

/** The theme of a `--theme` flag: one that comes with the program, or a codebook from a file. */
export async function readTheme(name: string = DEFAULT_THEME): Promise<Theme> {
  try {
    return /\.json$|[\\/]/i.test(name) ? parseTheme(await readCodebook(name)) : themeById(name);
  } catch (error) {
    if (error instanceof ThemeError) throw new UsageError(`--theme ${name}: ${error.message}`);
    throw error;
  }
}

async function readCodebook(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch {
    throw new ThemeError("no such file, or it cannot be read");
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new ThemeError(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
