import { readdirSync } from "node:fs";
import { resolve } from "node:path";
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
