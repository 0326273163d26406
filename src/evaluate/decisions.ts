/** How far people agree in what they decided about counterparts. */
import { DECISIONS, type Decision, turned } from "../compare/index.js";
import { GENERATOR } from "../generator.js";
import type { Generator, Settings } from "../model.js";
import { ReadError } from "../read/index.js";
import type { BootstrapOptions } from "./bootstrap.js";
import type { Coding } from "./gold.js";
import { evaluateLabels, type LabelEvaluation } from "./labels.js";

export interface DecisionAgreement {
  schema: "ankerpunt/decision-agreement@1";
  generator: Generator;
  settings: Settings;
  result: LabelEvaluation;
  /** By pair of coders: what only one of them decided about, as "a and b" with the decision. */
  open: { coder: string; without: string; a: string | null; b: string | null; decision: string }[];
}

interface Decided {
  coder: string;
  decisions: readonly Decision[];
}

/** All with a and b as the first has them: a coding that has more of the first's ids the other way round is turned. */
function inOneOrder(coders: readonly Decided[]): Decided[] {
  const ids = (side: "a" | "b") => new Set(coders[0]?.decisions.flatMap((one) => one[side] ?? []));
  const first = { a: ids("a"), b: ids("b") };
  const fitting = (decisions: readonly Decision[]): number =>
    decisions.filter(({ a, b }) => first.a.has(a ?? "") || first.b.has(b ?? "")).length;
  return coders.map(({ coder, decisions }) => {
    const others = decisions.map(turned);
    return { coder, decisions: fitting(others) > fitting(decisions) ? others : decisions };
  });
}

const key = (a: string | null, b: string | null): string => JSON.stringify([a, b]);

/**
 * The decisions of two or more people side by side: Cohen's kappa over what both decided about, and the differences.
 * Who had a and b the other way round than the first is turned. Who says that a has no counterpart has decided about every pair of a that another confirmed or rejected.
 * @throws ReadError for fewer than two
 */
export function compareDecisions(given: readonly Decided[], options: BootstrapOptions = {}): DecisionAgreement {
  if (given.length < 2) throw new ReadError("decisions of one person: there is nothing to hold them against");
  const { seed = 1, draws = 2000 } = options;
  const coders = inOneOrder(given);
  const all = new Map<string, Decision>();
  for (const { decisions } of coders) for (const one of decisions) all.set(key(one.a, one.b), one);
  // In the order of ids, so that it does not matter who comes first.
  const items = [...all.keys()].sort();
  const codings = coders.map(({ coder, decisions }): Coding => {
    const own = new Map(decisions.map((one) => [key(one.a, one.b), one.decision]));
    const labels = new Map<string, string>();
    for (const item of items) {
      const { a, b } = all.get(item) as Decision;
      const label =
        own.get(item) ?? (a !== null && b !== null ? (own.get(key(a, null)) ?? own.get(key(null, b))) : undefined);
      if (label) labels.set(item, label);
    }
    return { coder, labels };
  });
  const open = codings.flatMap((first) =>
    codings.flatMap((second) =>
      first === second
        ? []
        : items.flatMap((item) => {
            const label = first.labels.get(item);
            if (!label || second.labels.has(item)) return [];
            const { a, b } = all.get(item) as Decision;
            // Who confirmed another counterpart for it has decided about it, in the item of that pair.
            const elsewhere = (one: Decision): boolean =>
              one.decision === "confirmed" && (a === null ? one.b === b : b === null && one.a === a);
            if (coders.some(({ coder, decisions }) => coder === second.coder && decisions.some(elsewhere))) return [];
            return [{ coder: first.coder, without: second.coder, a, b, decision: label }];
          }),
    ),
  );
  return {
    schema: "ankerpunt/decision-agreement@1",
    generator: GENERATOR,
    settings: { seed, draws },
    result: evaluateLabels(codings, { seed, draws, labels: DECISIONS, ordered: false }),
    open,
  };
}
