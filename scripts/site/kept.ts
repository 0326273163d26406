/** The files that a reader in the background has read, and those it is given by the other reader of the page. */
import type { AuditedDocument } from "../../src/export/index.js";
import type { Corpus, Dossier } from "../../src/model.js";

export interface Kept {
  corpus: Corpus;
  /** Null for a corpus, and for what the other reader has read. */
  audit: AuditedDocument | null;
}

const kept = new Map<string, Kept>();
/** Who waits for a file that is on its way, by its hash. */
const awaited = new Map<string, ((file: Kept) => void)[]>();
let other: MessagePort | null = null;

/** The other reader: what is read here is sent there, past the page, which has its hands full with showing it. */
export function linkKept(port: MessagePort): void {
  other = port;
  port.addEventListener("message", ({ data }: MessageEvent<{ sha256?: string; corpus: Corpus }>) => {
    if (data.sha256 !== undefined) keep(data.sha256, { corpus: data.corpus, audit: null });
  });
}

export function keep(sha256: string, file: Kept): void {
  kept.set(sha256, file);
  for (const done of awaited.get(sha256) ?? []) done(file);
  awaited.delete(sha256);
}

/** Sends a file that is kept here to the other reader. */
export function share(sha256: string): void {
  const file = kept.get(sha256);
  if (file) other?.postMessage({ sha256, corpus: file.corpus });
}

/** A file that was read here, or is on its way from the other reader. */
export async function keptFile(sha256: string): Promise<Kept> {
  const found = kept.get(sha256);
  if (found !== undefined) return found;
  if (other === null) throw new Error(`a file that was not read: ${sha256}`);
  return new Promise((done) => awaited.set(sha256, [...(awaited.get(sha256) ?? []), done]));
}

export async function keptDossier(sha256: string, place: number): Promise<Dossier> {
  const dossier = (await keptFile(sha256)).corpus.dossiers[place];
  if (dossier === undefined) throw new Error(`a dossier that is not in the file: ${place}`);
  return dossier;
}
