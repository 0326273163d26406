import { type Decision, readDecisions } from "../compare/index.js";
import { naming, readOption } from "./sheets.js";

/** The decisions of one file of `--decisions`. */
export interface DecisionFile {
  /** Its base name. */
  file: string;
  decisions: Decision[];
}

export async function readDecisionFile(path: string): Promise<DecisionFile> {
  const { file, bytes } = await readOption("--decisions", path);
  return { file, decisions: naming("--decisions", path, () => readDecisions(bytes)) };
}

/** Most decisions named in a warning. */
const MOST_NAMED = 5;

/** Says on standard error which decisions nothing was done with. */
export function warnUnknown(paths: readonly string[], unknown: readonly Decision[]): void {
  if (unknown.length === 0) return;
  const named = unknown.slice(0, MOST_NAMED).map(({ a, b }) => [a, b].filter((id) => id !== null).join(" and "));
  const count = unknown.length === 1 ? "1 decision is" : `${unknown.length} decisions are`;
  const more = unknown.length > MOST_NAMED ? " …" : "";
  process.stderr.write(
    `ankerpunt: --decisions ${paths.join(", ")}: ${count} about ids that are not compared here: ${named.join("; ")}${more}\n`,
  );
}
