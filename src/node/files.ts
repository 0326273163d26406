/** Files in and out: with cli/, the only room that touches the machine. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import type { Skipped } from "../model.js";

/** One file to read, with the dossiers (or parts of them) that were asked for by name. */
export interface InputFile {
  file: string;
  bytes: Uint8Array;
  select: string[];
  /** Whether all of it was asked for too. */
  whole: boolean;
}

export interface Inputs {
  files: InputFile[];
  skipped: Skipped[];
}

/** In a folder: files that explain the others, or are not meant to be seen. */
const LEFT_OUT = /^(?:readme(?:\..*)?|\..*|~\$.*|thumbs\.db)$/i;

interface Wanted {
  path: string;
  select: string[];
  /** Whether the whole file was asked for as well. */
  whole: boolean;
}

/**
 * Reads files, the files of folders, globs and `-` (standard input). `FILE#dossier-id` wants one dossier of a file.
 * What cannot be read stands in `skipped`. README files and hidden files of a folder are left out.
 * @returns files ordered by name, each once
 */
export async function readInputs(paths: readonly string[]): Promise<Inputs> {
  const wanted = new Map<string, Wanted>();
  const skipped: Skipped[] = [];
  for (const argument of paths) {
    const { path, select } = splitSelection(argument);
    const found = await expand(path);
    if (found.length === 0) {
      const empty = existsSync(path)
        ? "the folder holds no files"
        : (await globbing()).isDynamicPattern(path)
          ? "no file matches"
          : "no such file";
      skipped.push({ file: path, reason: empty });
    }
    for (const file of found) {
      const entry = wanted.get(file) ?? { path: file, select: [], whole: false };
      if (select === null) entry.whole = true;
      else if (!entry.select.includes(select)) entry.select.push(select);
      wanted.set(file, entry);
    }
  }
  const names = distinguishing([...wanted.keys()]);
  const files: InputFile[] = [];
  for (const { path, select, whole } of wanted.values()) {
    const file = names.get(path) ?? basename(path);
    try {
      // At once: read beside other work, of which there is none here, a file comes in many small pieces.
      const bytes = path === "-" ? await readStandardInput() : readFileSync(path);
      files.push({ file, bytes, select, whole });
    } catch (error) {
      skipped.push({ file, reason: unreadable(error) });
    }
  }
  const byName = (a: { file: string }, b: { file: string }): number => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
  return { files: files.sort(byName), skipped: skipped.sort(byName) };
}

function splitSelection(argument: string): { path: string; select: string | null } {
  const first = argument.indexOf("#");
  if (first < 0 || existsSync(argument)) return { path: argument, select: null };
  // A file's own name may hold the mark.
  let at = argument.lastIndexOf("#");
  while (at > first && !existsSync(argument.slice(0, at))) at = argument.lastIndexOf("#", at - 1);
  return { path: argument.slice(0, at), select: argument.slice(at + 1) };
}

/** Why a file cannot be read, without the folder it is in: the same on every machine. */
function unreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "EACCES" || code === "EPERM") return "no permission to read it";
  return `cannot be read${code === undefined ? "" : ` (${code})`}`;
}

/** Loaded for what is no file: most commands name files. */
const globbing = (): Promise<typeof import("tinyglobby")> => import("tinyglobby");

async function expand(path: string): Promise<string[]> {
  if (path === "-") return ["-"];
  const info = await stat(path).catch(() => null);
  if (info && !info.isDirectory()) return [resolve(path)];
  const { glob, isDynamicPattern } = await globbing();
  if (info) {
    const all = await glob("**/*", { cwd: path, absolute: true, onlyFiles: true, dot: false });
    return all.filter((file) => !LEFT_OUT.test(basename(file))).sort();
  }
  if (!isDynamicPattern(path)) return [];
  return (await glob(path.split(sep).join("/"), { absolute: true, onlyFiles: true })).sort();
}

/** The base name of each path; where several share one, the shortest path from the end that tells them apart. */
function distinguishing(paths: readonly string[]): Map<string, string> {
  const names = new Map<string, string>();
  const tail = (path: string, n: number): string => path.split(/[\\/]/).slice(-n).join("/");
  for (const path of paths) {
    if (path === "-") {
      names.set(path, "stdin");
      continue;
    }
    let n = 1;
    const same = paths.filter((other) => other !== path && basename(other) === basename(path));
    while (same.some((other) => tail(other, n) === tail(path, n)) && n < 64) n++;
    names.set(path, tail(path, n));
  }
  return names;
}

/** It can be read once, and may be asked for twice: `align -- -#a -#b`. */
let standardInput: Promise<Uint8Array> | undefined;

function readStandardInput(): Promise<Uint8Array> {
  standardInput ??= (async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  })();
  return standardInput;
}

/** Whether a file can be written there: its folder exists. */
export const folderExists = (path: string): boolean => isFolder(dirname(resolve(path)));

/** Whether a file stands there, and no folder. */
export const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** Whether a folder stands there. */
export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Makes a folder where there is none yet; its own folder exists. */
export async function makeFolder(path: string): Promise<void> {
  if (!existsSync(path)) await mkdir(path);
}

/** Each piece is made while the one before it is being written. */
async function writePieces(path: string, pieces: Iterable<string | Uint8Array>): Promise<void> {
  const file = await open(path, "w");
  let written: Promise<void> = Promise.resolve();
  try {
    for (const piece of pieces) {
      await written;
      written = file.writeFile(piece);
    }
    await written;
  } finally {
    // Where making a piece failed, that is what is told.
    await written.catch(() => {});
    await file.close();
  }
}

/**
 * Writes a file whole or not at all, from one text or from pieces.
 * @throws Error that names the path where it cannot be written
 */
export async function writeAtomic(
  path: string,
  content: string | Uint8Array | Iterable<string | Uint8Array>,
): Promise<void> {
  const target = resolve(path);
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    await writePieces(temporary, typeof content === "string" || content instanceof Uint8Array ? [content] : content);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === undefined) throw error;
    throw new Error(`${path}: cannot be written (${code})`, { cause: error });
  }
}
