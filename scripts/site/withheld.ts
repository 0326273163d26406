/**
 * A site that is built without the text of the user's own sources must hold none of it: every file of the built folder
 * is read, whatever made it.
 */
import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { tableFromIPC } from "@uwdata/flechette";
import type { Corpus } from "../../src/model.js";

/** So many words in a row are a passage; titles and codes are shorter, or are told apart. */
const WINDOW = 8;

const PICTURES = new Set([".png", ".ico", ".woff2"]);

function* windows(text: string): Generator<string> {
  // A line break stands in JSON as \n, a letter outside ASCII at times as an escape.
  const plain = text
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\[nrt]/g, " ");
  const words = plain.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (let i = 0; i + WINDOW <= words.length; i++) yield words.slice(i, i + WINDOW).join(" ");
}

/** What a file says: of an Arrow table the values with a space between, since in its bytes they stand without. */
async function contentOf(file: string): Promise<string> {
  const bytes = await readFile(file);
  if (extname(file) !== ".arrow") return bytes.toString("utf8");
  const columns = Object.values(tableFromIPC(bytes).toColumns() as Record<string, Iterable<unknown>>);
  return columns.map((values) => [...values].filter((value) => typeof value === "string").join(" | ")).join(" | ");
}

/**
 * Problems, one line for each file with a passage of a statement in it.
 * @param own the sources with their text
 */
export async function withheldProblems(folder: string, own: Corpus): Promise<string[]> {
  const secret = new Set<string>();
  for (const { statements } of own.dossiers) {
    for (const { text, lead } of statements) for (const w of windows(`${lead ?? ""} ${text ?? ""}`)) secret.add(w);
  }
  for (const { title, units } of own.dossiers) {
    for (const shown of [title, ...units.map((u) => u.title)]) for (const w of windows(shown)) secret.delete(w);
  }
  const problems: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || PICTURES.has(extname(entry.name))) continue;
    const file = join(entry.parentPath, entry.name);
    for (const w of windows(await contentOf(file))) {
      if (!secret.has(w)) continue;
      problems.push(`${relative(folder, file).split(sep).join("/")}: text of a source that was to stay out: "${w} …"`);
      break;
    }
  }
  return problems.sort();
}
