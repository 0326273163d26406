/** How the engine treats the code of a command. */
import { setFlagsFromString } from "node:v8";

/**
 * What a function does before it is optimised, in bytes of bytecode; three times what V8 takes of itself. A command runs
 * much code for a short time: of what would be optimised sooner, most has done its work when the optimised code is there.
 */
const BUDGET = 3 * 66 * 1024;
/** Releases of Node whose engine is known to have the setting: one that has not prints a complaint. */
const [FIRST, LAST] = [20, 24];

/** Makes the engine optimise later, for this process and its threads. Changes no result. */
export function optimiseLater(): void {
  const release = Number.parseInt(process.versions.node, 10);
  if (release >= FIRST && release <= LAST) setFlagsFromString(`--interrupt-budget=${BUDGET}`);
}
