import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Corpus } from "../../src/model.js";
import { loadCorpus } from "../../src/node/index.js";
import { describeWith } from "./require.js";

function find(): string | null {
  const folder = resolve(process.env.ANKERPUNT_BRONNEN ?? "../shared/bronnen");
  try {
    return readdirSync(folder).some((file) => file.endsWith(".txt")) ? folder : null;
  } catch {
    return null;
  }
}

/** Folder of the five real documents, which the project may not ship; null when they are not at hand. */
const bronnen: string | null = find();

/** As `describe`, for tests on the real documents. `tests` gets their folder. */
export function describeBronnen(name: string, tests: (folder: string) => void): void {
  const missing = bronnen === null ? "no real documents: ../shared/bronnen or ANKERPUNT_BRONNEN" : null;
  describeWith(missing, name, () => tests(bronnen ?? ""));
}

let read: Promise<Corpus> | undefined;

/** The five real documents, read once for all tests that look at what comes out: none may change it. */
export function bronnenCorpus(): Promise<Corpus> {
  read ??= loadCorpus([bronnen ?? ""]);
  return read;
}

/** Those of its dossiers that stand in a file. */
export async function bronnenFile(file: string): Promise<Corpus> {
  const corpus = await bronnenCorpus();
  const dossiers = corpus.dossiers.filter((dossier) => dossier.source.file === file);
  if (dossiers.length === 0) throw new Error(`no dossier of ${file}`);
  return { ...corpus, dossiers };
}
