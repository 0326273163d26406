import { readFile } from "node:fs/promises";
import { themeById, themePart } from "../compare/index.js";
import type { Corpus } from "../model.js";
import { readJson } from "../read/index.js";
import { DEFAULT_THEME, parseTheme, type Theme, ThemeError } from "../themes/index.js";
import { FailedError, UsageError } from "./errors.js";
import { load, type ReadFlags } from "./load.js";

/** Flags of commands that can be limited to a theme. */
export interface ThemeFlags extends ReadFlags {
  theme?: string;
  marginal?: boolean;
}

/** As {@link load}; with `--theme` only the statements that speak of it. */
export async function loadThemed(paths: readonly string[], flags: ThemeFlags): Promise<Corpus> {
  if (flags.theme === undefined) {
    if (flags.marginal) throw new UsageError("--marginal goes with --theme");
    return load(paths, flags);
  }
  const theme = await readTheme(flags.theme);
  const corpus = await load(paths, flags);
  return refusing(() => themePart(corpus, theme, flags.marginal ? { marginal: true } : {}));
}

/** Does what can refuse a corpus for its theme: that is work that failed. */
export function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ThemeError) throw new FailedError(error.message);
    throw error;
  }
}

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
    return readJson(text);
  } catch (error) {
    throw new ThemeError((error as Error).message);
  }
}
