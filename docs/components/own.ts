/**
 * Documents of the user's own: read and compared by a worker in this browser, and kept in this browser only if asked.
 */
import { clear, createStore, del, entries, set } from "npm:idb-keyval";
import type { DossierKind } from "../../src/model.js";
import { directedShares } from "../generated/charts.js";
import { type FullDossier, fileUrl, loadDossier, type Pair, placed } from "./data.js";
import type { Answer, OwnComparison, OwnDocument, Question, Step } from "./own-types.js";
import type { Overview } from "./types.js";
import { asNumbered } from "./words.js";

/** A document that cannot be read; the message is the library's own line. */
export class Refused extends Error {
  override name = "Refused";
}

export type OnProgress = (step: Step, done: number, of: number) => void;

type Asked<Q> = Q extends Question ? Omit<Q, "call"> : never;

export interface Reader {
  read(name: string, bytes: ArrayBuffer, kind: DossierKind | null, onProgress: OnProgress): Promise<OwnDocument>;
  compare(sha256: string, dossier: number, onProgress: OnProgress): Promise<OwnComparison[]>;
  file(sha256: string, as: "corpus" | "audit"): Promise<string>;
}

/** Starts the reader in the background; its code and word lists are loaded meanwhile. */
export function startReader(overview: Overview): Reader {
  const code = fileUrl(overview, "generated/lezer/reader.js").href;
  // From a blob: such a worker has the policy of this page, so it too can fetch from this site only.
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(code)};`], { type: "text/javascript" }));
  const worker = new Worker(blob, { type: "module" });
  const calls = new Map<number, { done(result: unknown): void; fail(error: Error): void; onProgress: OnProgress }>();
  let last = 0;
  let broken: Error | null = null;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const call = calls.get(data.call);
    if (call === undefined) return;
    if (data.say === "progress") call.onProgress(data.step, data.done, data.of);
    else {
      calls.delete(data.call);
      if (data.say === "done") call.done(data.result);
      else call.fail(data.say === "refused" ? new Refused(data.reason) : new Error(data.reason));
    }
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    broken = new Error(event.message || "the reader did not start");
    for (const { fail } of calls.values()) fail(broken);
    calls.clear();
  });
  const ask = <T>(
    question: Asked<Question>,
    onProgress: OnProgress = () => {},
    transfer: Transferable[] = [],
  ): Promise<T> =>
    new Promise((done, fail) => {
      if (broken !== null) throw broken;
      const call = ++last;
      calls.set(call, { done: done as (result: unknown) => void, fail, onProgress });
      worker.postMessage({ ...question, call }, transfer);
    });
  const others = overview.dossiers.map((d) => ({
    id: d.id,
    url: fileUrl(overview, `data/uittreksel/${d.key}.json`).href,
  }));
  return {
    read: (name, bytes, kind, onProgress) => ask({ ask: "read", name, bytes, kind }, onProgress, [bytes]),
    compare: (sha256, dossier, onProgress) => ask({ ask: "compare", sha256, dossier, others }, onProgress),
    file: (sha256, as) => ask({ ask: "file", sha256, as }),
  };
}

/** A file in the browser's own store. */
export interface KeptFile {
  name: string;
  kind: DossierKind | null;
  bytes: ArrayBuffer;
}

const store = () => createStore("ankerpunt-eigen", "bestanden");

/** The kept files, by the hash of their bytes; none where the browser keeps nothing (a private window). */
export async function keptFiles(): Promise<[sha256: string, file: KeptFile][]> {
  try {
    const all = await entries<string, KeptFile>(store());
    return all.sort(([, a], [, b]) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch {
    return [];
  }
}

export const keepFile = (sha256: string, file: KeptFile): Promise<void> => set(sha256, file, store());
export const forgetFile = (sha256: string): Promise<void> => del(sha256, store());
export const forgetAll = (): Promise<void> => clear(store());

/** A dossier of an own document in the form of the other pages. */
export function ownDossier(document: OwnDocument, place: number): FullDossier | null {
  const own = document.dossiers[place];
  return own === undefined ? null : placed({ ...asNumbered(own.summary, place), name: own.summary.title }, own.file);
}

/** An own dossier (A) beside one of the site (B). */
export async function ownPair(overview: Overview, own: FullDossier, comparison: OwnComparison): Promise<Pair | null> {
  const other = await loadDossier(overview, comparison.other);
  if (other === null) return null;
  // The same document may stand in the site: two ids that differ.
  const shares = directedShares([{ a: "A", b: "B", ...comparison.cell }]);
  const aToB = shares.find((s) => s.from === "A");
  const bToA = shares.find((s) => s.from === "B");
  return aToB && bToA ? { a: own, b: other, found: comparison.found, aToB, bToA } : null;
}
