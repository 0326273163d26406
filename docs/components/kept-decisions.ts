/** The decisions that this browser keeps. */
import { createStore, get, set } from "npm:idb-keyval";
import type { Decision } from "../../src/compare/index.js";
import { turned } from "../generated/decisions.js";
import { Decisions } from "./decisions.js";

let store: ReturnType<typeof createStore> | null = null;
const opened = () => {
  store ??= createStore("ankerpunt-besluiten", "paren");
  return store;
};

/** What this browser keeps of the pairs of two dossiers; kept once for both orders of the two. */
export async function keptDecisions(a: string, b: string, by: string): Promise<Decisions> {
  const key = JSON.stringify([...[a, b].sort(), by]);
  const asKept = (all: readonly Decision[]): Decision[] => (a <= b ? [...all] : all.map(turned));
  let start: Decision[] = [];
  try {
    start = asKept((await get<Decision[]>(key, opened())) ?? []);
  } catch {
    // A private window keeps nothing: the page still works, until it is closed.
  }
  return new Decisions(by, start, (all) => {
    Promise.resolve()
      .then(() => set(key, asKept(all), opened()))
      .catch(() => {});
  });
}
