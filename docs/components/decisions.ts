/** A person's decisions on pairs: kept in this browser, and as a file that the command line reads. */
import { createStore, get, set } from "npm:idb-keyval";

/** What a person says of two counterparts, or of one that has none. */
export type Verdict = "confirmed" | "rejected" | "no-match";

export interface Decision {
  /** Ids; one of the two is empty where the other has no counterpart. */
  a: string;
  b: string;
  decision: Verdict;
  remark: string;
}

export const VERDICTS: readonly (readonly [Verdict, name: string, key: string])[] = [
  ["confirmed", "Bevestigen", "b"],
  ["rejected", "Afwijzen", "a"],
  ["no-match", "Geen tegenhanger", "g"],
];

export const verdictName = (verdict: Verdict): string => VERDICTS.find(([name]) => name === verdict)?.[1] ?? verdict;

/** The decisions on the pairs of two dossiers. */
export class Decisions {
  private readonly own = new Map<string, Decision>();
  private readonly listeners = new Set<() => void>();
  readonly a: string;
  readonly b: string;
  private readonly by: string;

  private constructor(a: string, b: string, by: string) {
    this.a = a;
    this.b = b;
    this.by = by;
  }

  /** What this browser keeps of them. Kept once for both orders of the two. */
  static async load(a: string, b: string, by: string): Promise<Decisions> {
    const decisions = new Decisions(a, b, by);
    try {
      const kept = (await get<Decision[]>(decisions.key, store())) ?? [];
      for (const decision of kept) decisions.put(decisions.turned(decision));
    } catch {
      // A private window keeps nothing: the page still works, until it is closed.
    }
    return decisions;
  }

  private get key(): string {
    return JSON.stringify([...[this.a, this.b].sort(), this.by]);
  }

  private turned(decision: Decision): Decision {
    return this.a <= this.b ? decision : { ...decision, a: decision.b, b: decision.a };
  }

  private put(decision: Decision): void {
    this.own.set(`${decision.a}\n${decision.b}`, decision);
  }

  get all(): Decision[] {
    return [...this.own.values()].sort((x, y) => (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : x.b > y.b ? 1 : 0));
  }

  /** The decision on a pair: on the two, or on one of them alone. */
  on(a: string, b: string): Decision | null {
    return this.own.get(`${a}\n${b}`) ?? this.own.get(`${a}\n`) ?? this.own.get(`\n${b}`) ?? null;
  }

  /** Decides on a pair, anew if it was decided on; null takes the decision back. */
  decide(a: string, b: string, verdict: Verdict | null, remark: string): void {
    for (const key of [`${a}\n${b}`, `${a}\n`, `\n${b}`]) this.own.delete(key);
    if (verdict !== null) this.put({ a, b: verdict === "no-match" && a !== "" ? "" : b, decision: verdict, remark });
    this.changed();
  }

  /** Takes over the decisions of a file; those on the same pairs are replaced. */
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
    set(
      this.key,
      this.all.map((decision) => this.turned(decision)),
      store(),
    ).catch(() => {});
    for (const listener of [...this.listeners]) listener();
  }

  /** The file that `ankerpunt crosswalk --decisions` reads. */
  toFile(): string {
    return `${JSON.stringify({ schema: SCHEMA, by: this.by, decisions: this.all }, null, 2)}\n`;
  }
}

const SCHEMA = "ankerpunt/decisions@1";
const store = () => createStore("ankerpunt-besluiten", "paren");

/** Reads such a file. Text in Dutch says what is wrong with it. */
export function readDecisions(text: string): Decision[] | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "Dit is geen bestand met besluiten: kies een bestand dat u met “Bewaar uw besluiten” hebt gemaakt.";
  }
  const file = value as { schema?: unknown; decisions?: unknown } | null;
  if (file?.schema !== SCHEMA || !Array.isArray(file.decisions)) {
    return "Dit is een JSON-bestand van een andere soort: kies een bestand dat u met “Bewaar uw besluiten” hebt gemaakt.";
  }
  const out: Decision[] = [];
  for (const [i, row] of (file.decisions as Partial<Record<keyof Decision, unknown>>[]).entries()) {
    const { a, b, decision, remark = "" } = row ?? {};
    const known = VERDICTS.find(([name]) => name === decision)?.[0];
    if (typeof a !== "string" || typeof b !== "string" || typeof remark !== "string" || known === undefined) {
      return `Besluit ${i + 1} in dit bestand is niet goed.`;
    }
    out.push({ a, b, decision: known, remark });
  }
  return out;
}

export interface Difference {
  a: string;
  b: string;
  mine: Verdict;
  theirs: Verdict;
}

/** Where two people decided on the same pair: how often the same, and where not. */
export function differencesBetween(
  mine: readonly Decision[],
  theirs: readonly Decision[],
): { both: number; same: number; differ: Difference[] } {
  const other = new Map(theirs.map((d) => [`${d.a}\n${d.b}`, d]));
  const both = mine.filter((d) => other.has(`${d.a}\n${d.b}`));
  const differ = both.flatMap((d): Difference[] => {
    const decision = other.get(`${d.a}\n${d.b}`)?.decision ?? d.decision;
    return decision === d.decision ? [] : [{ a: d.a, b: d.b, mine: d.decision, theirs: decision }];
  });
  return { both: both.length, same: both.length - differ.length, differ };
}
