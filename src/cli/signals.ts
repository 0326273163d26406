import { SIGNALS, type Signal } from "../features/index.js";
import { DEFAULT_WEIGHTS, type SignalWeights } from "../similarity/index.js";
import { UsageError } from "./errors.js";

/** The value of `--signals`. */
export function readSignals(list: string): "words" | SignalWeights {
  const names = list.split(",").map((name) => name.trim());
  if (names.length === 1 && names[0] === "words") return "words";
  const weights: SignalWeights = {};
  for (const name of names) {
    if (!SIGNALS.includes(name as Signal)) {
      throw new UsageError(`--signals ${list}: "words" alone, or a list of ${SIGNALS.join(", ")}`);
    }
    weights[name as Signal] = DEFAULT_WEIGHTS[name as Signal] ?? 1;
  }
  return weights;
}
