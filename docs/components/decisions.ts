/** A person's decisions on pairs, as `ankerpunt crosswalk --decisions` reads them. */
import type { Decision, DecisionKind } from "../../src/compare/index.js";
import { isAbout, oriented } from "../generated/decisions.js";

export const VERDICTS: readonly (readonly [DecisionKind, name: string, done: string, key: string])[] = [
  ["confirmed", "Bevestigen", "bevestigd", "b"],
  ["rejected", "Afwijzen", "afgewezen", "a"],
  ["no-match", "Geen tegenhanger", "geen tegenhanger", "g"],
];

export const verdictName = (verdict: string): string => VERDICTS.find(([name]) => name === verdict)?.[2] ?? verdict;

/** Ids of a and of b; one of the two is null where the other has no counterpart. */
type Id = string | null;

const keyOf = (a: Id, b: Id): string => `${a ?? ""}\n${b ?? ""}`;

/** The decisions on the pairs of two dossiers. They never contradict each other: the last one counts. */
export class Decisions {
  private readonly own = new Map<string, Decision>();
  private readonly listeners = new Set<() => void>();
  private readonly by: string;
  private readonly keep: (all: readonly Decision[]) => void;

  /** @param keep is given all decisions after each change */
  constructor(by: string, start: readonly Decision[], keep: (all: readonly Decision[]) => void = () => {}) {
    this.by = by;
    this.keep = keep;
    for (const one of start) this.put(one);
  }

  private put(one: Decision): void {
    const { a, b, decision } = one;
    for (const other of [...this.own.values()]) {
      const touches = (a !== null && other.a === a) || (b !== null && other.b === b);
      const confirms = decision === "confirmed" && other.decision === "no-match";
      const leavesAlone = decision === "no-match" && other.decision === "confirmed";
      if (touches && (confirms || leavesAlone)) this.own.delete(keyOf(other.a, other.b));
    }
    this.own.set(keyOf(a, b), one);
  }

  /** In the order of their ids. */
  get all(): Decision[] {
    return [...this.own].sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0)).map(([, one]) => one);
  }

  /** The decision on a pair: on the two, or on one of them alone. */
  on(a: Id, b: Id): Decision | null {
    const one = this.own.get(keyOf(a, b));
    return (
      one ??
      (a !== null ? this.own.get(keyOf(a, null)) : undefined) ??
      (b !== null ? this.own.get(keyOf(null, b)) : undefined) ??
      null
    );
  }

  /** Decides on a pair, anew if it was decided on; null takes the decision back. */
  decide(a: Id, b: Id, verdict: DecisionKind | null, remark: string): void {
    const before = this.on(a, b);
    for (const key of [keyOf(a, b), keyOf(a, null), keyOf(null, b)]) this.own.delete(key);
    if (verdict !== null) {
      const rest = { relation: null, coder: null, date: null, ...(before?.decision === verdict ? before : {}) };
      this.put({ ...rest, a, b: verdict === "no-match" && a !== null ? null : b, decision: verdict, remark });
    }
    this.changed();
  }

  /** Takes over the decisions of a file; what contradicts them goes. */
  add(decisions: readonly Decision[]): void {
    for (const decision of decisions) this.put(decision);
    this.changed();
  }

  clear(): void {
    this.own.clear();
    this.changed();
  }

  watch(notify: () => void): () => void {
    this.listeners.add(notify);
    notify();
    return () => this.listeners.delete(notify);
  }

  private changed(): void {
    this.keep(this.all);
    for (const listener of [...this.listeners]) listener();
  }

  /** The file that `ankerpunt crosswalk --decisions` reads; fields that say nothing are left out. */
  toFile(): string {
    const decisions = this.all.map((one) =>
      Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null && value !== "")),
    );
    return `${JSON.stringify({ schema: "ankerpunt/decisions@1", by: this.by, decisions }, null, 2)}\n`;
  }
}

/**
 * The decisions of a file that are about these two dossiers, the other way round where the file has them so.
 * @param has whether a (or b) holds an id
 */
export function aboutThese(
  decisions: readonly Decision[],
  has: (side: "a" | "b", id: string) => boolean,
): { taken: Decision[]; left: number } {
  const taken = oriented(decisions, has).filter((one: Decision) => isAbout(one, has));
  return { taken, left: decisions.length - taken.length };
}
