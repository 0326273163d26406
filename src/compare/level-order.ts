/** Which of two statements shows the higher level. */
import { LEVEL_SCALES, type LevelScale } from "../language/depth.js";
import type { StatementLevel } from "../text/index.js";
import { highest } from "./levels-profile.js";

export interface LevelDifference {
  scale: LevelScale;
  /** Highest step in each. */
  a: number;
  b: number;
}

export type HigherSide = "a" | "b" | "mixed";

/** The scales that both show, at different steps. A scale that only one shows says nothing. */
export function levelDifferences(a: readonly StatementLevel[], b: readonly StatementLevel[]): LevelDifference[] {
  return LEVEL_SCALES.map((scale) => ({ scale, a: highest(a, scale), b: highest(b, scale) })).filter(
    (one) => one.a > 0 && one.b > 0 && one.a !== one.b,
  );
}

/** Which side lies higher on all scales in which they differ; `mixed` where the scales disagree, or there are none. */
export function higherSide(differences: readonly LevelDifference[]): HigherSide {
  if (differences.length === 0) return "mixed";
  if (differences.every((one) => one.a > one.b)) return "a";
  return differences.every((one) => one.b > one.a) ? "b" : "mixed";
}
