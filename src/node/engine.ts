/** How the engine treats the code and the memory of a command. None of this changes a result. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * What a function does before it is optimised, in bytes of bytecode; three times what V8 takes of itself. A command runs
 * much code for a short time: of what would be optimised sooner, most has done its work when the optimised code is there.
 */
const BUDGET = 3 * 66 * 1024;
/** By how many percent the memory in use may grow until garbage is collected again; V8 takes up to 300 of itself. */
const GROWTH = 10;
/** Releases of Node whose engine is known to have the settings: one that has not prints a complaint. */
const [FIRST, LAST] = [20, 24];

function set(flag: string): void {
  const release = Number.parseInt(process.versions.node, 10);
  if (release >= FIRST && release <= LAST) setFlagsFromString(flag);
}

/** Makes the engine optimise later, for this process and its threads. */
export const optimiseLater = (): void => set(`--interrupt-budget=${BUDGET}`);

/** Makes the engine collect garbage more often: less memory for a little more time. */
export const collectOften = (): void => set(`--heap-growing-percent=${GROWTH}`);

/** Collects garbage, where much has just become that and much memory is asked for next. */
export function collectNow(): void {
  set("--expose-gc");
  const collect: unknown = runInNewContext("globalThis.gc");
  if (typeof collect === "function") collect();
}
