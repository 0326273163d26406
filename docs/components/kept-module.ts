/** The joint module that this browser keeps. */
import { createStore, del, get, set } from "npm:idb-keyval";
import type { DesignGroup } from "./design.js";
import { type KeptModule, Module } from "./taken.js";

const KEY = "module";

let store: ReturnType<typeof createStore> | null = null;
const opened = () => {
  store ??= createStore("ankerpunt-ontwerp", "module");
  return store;
};

/** The module as it was left, and whether the browser keeps it at all (a private window may not). */
export async function keptModule(): Promise<{ module: Module<DesignGroup>; keeps: boolean }> {
  let start: KeptModule | null = null;
  let keeps = true;
  try {
    start = (await get<KeptModule>(KEY, opened())) ?? null;
  } catch {
    keeps = false;
  }
  const module = new Module<DesignGroup>(start, (now) => {
    Promise.resolve()
      .then(() => (now.taken.length === 0 && now.name === "" ? del(KEY, opened()) : set(KEY, now, opened())))
      .catch(() => {});
  });
  return { module, keeps };
}
