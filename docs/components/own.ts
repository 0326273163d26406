/**
 * Documents of the user's own: read and compared by a worker in this browser, and kept in this browser only if asked.
 */
import { clear, createStore, del, entries, set } from "npm:idb-keyval";
import type { DossierKind } from "../../src/model.js";
import { directedShares } from "../generated/charts.js";
import { type FullDossier, loadDossier, type Pair, placed } from "./data.js";
import type { OwnComparison, OwnDocument } from "./own-types.js";
import type { Overview } from "./types.js";
import { asNumbered } from "./words.js";

/** A file in the browser's own store. */
export interface KeptFile {
  name: string;
  kind: DossierKind | null;
  bytes: ArrayBuffer;
}

let opened: ReturnType<typeof createStore> | null = null;
const store = () => {
  opened ??= createStore("ankerpunt-eigen", "bestanden");
  return opened;
};

/** The kept files, by the hash of their bytes; none where the browser keeps nothing (a private window). */
export async function keptFiles(): Promise<[sha256: string, file: KeptFile][]> {
  try {
    const all = await entries<string, KeptFile>(store());
    return all.sort(([, a], [, b]) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  } catch {
    return [];
  }
}

export const keepFile = async (sha256: string, file: KeptFile): Promise<void> => set(sha256, file, store());
export const forgetFile = async (sha256: string): Promise<void> => del(sha256, store());
export const forgetAll = async (): Promise<void> => clear(store());

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
