/** For every statement its best counterpart in another dossier: what overlap, side-by-side reading and groups rest on. */
import { GENERATOR } from "../generator.js";
import type { Dossier, Features, Generator, Settings, Skipped } from "../model.js";
import { DEFAULT_WEIGHTS, roundScore, Scorer, type SignalWeights } from "../similarity/index.js";
import { dossierFeatures, isTemplate } from "../text/index.js";
import type { Edge } from "./assignment.js";
import { BestTable } from "./best.js";
import { CALIBRATION_BASIS, calibrate, EVEN_SCORE, type Probabilities } from "./probability.js";
import { type StatementRows, statementRows } from "./rows.js";

/** Least score at which a counterpart counts as near: where overlap in substance is as likely as not. */
export const DEFAULT_THRESHOLD = EVEN_SCORE;

export interface CompareOptions {
  /** Least score of a near counterpart, 0..1. */
  threshold?: number;
  /** Weights of the signals in a score. */
  weights?: SignalWeights;
}

export interface CompareSettings {
  threshold: number;
  weights: SignalWeights;
}

export const compareSettings = (options: CompareOptions): CompareSettings => ({
  threshold: options.threshold ?? DEFAULT_THRESHOLD,
  weights: options.weights ?? DEFAULT_WEIGHTS,
});

const rounded = ({ overlap, same }: Probabilities) => ({ overlap: roundScore(overlap), same: roundScore(same) });

/** Settings as they stand in a result. */
export const asSettings = (settings: CompareSettings, corpus: Settings): Settings => ({
  corpus,
  threshold: settings.threshold,
  // What the threshold stands for, and how many judged pairs that rests on.
  thresholdProbability: { ...rounded(calibrate(settings.threshold)), judged: { ...CALIBRATION_BASIS } },
  weights: { ...settings.weights },
  rarity: "background",
});

export type CounterpartClass = "identical" | "near";

export interface Best {
  /** Index of the counterpart among the other dossier's statements; -1 where nothing is shared at all. */
  index: number;
  /** 0..1; 1 where identical. */
  score: number;
  identical: boolean;
}

/** A dossier made ready to be held against many others, one after another. */
export class IndexedDossier {
  readonly features: Features[];
  readonly scorer: Scorer;

  constructor(dossier: Dossier, { weights }: CompareSettings) {
    this.features = dossierFeatures(dossier);
    const { features } = statementRows([this.features], [this.features.map(isTemplate)]);
    this.scorer = new Scorer(features, weights, "others");
  }
}

/** The best counterparts between the dossiers of a set, both ways. */
export class Counterparts {
  readonly dossiers: readonly Dossier[];
  readonly settings: CompareSettings;
  /** Of the statements of each dossier, in order. */
  readonly features: readonly (readonly Features[])[];
  /** Whether each of them is a template: those have no counterparts and are none. */
  readonly templates: readonly (readonly boolean[])[];
  private readonly rows: StatementRows;
  private readonly best: BestTable;
  /** The first statement with each hash, by dossier. */
  private readonly hashes: readonly Map<string, number>[];

  /** @param first the first dossier as it was indexed before, with the same weights: one that is held against many */
  constructor(dossiers: readonly Dossier[], settings: CompareSettings, first?: IndexedDossier) {
    this.dossiers = dossiers;
    this.settings = settings;
    const features = dossiers.map((dossier, a) => (a === 0 && first ? first.features : dossierFeatures(dossier)));
    this.features = features;
    this.templates = features.map((own) => own.map(isTemplate));
    this.rows = statementRows(features, this.templates);
    const indexed = first && dossiers.length === 2 ? first.scorer : null;
    // A score is the same both ways: a row is held against those before it, or each row of b against those of a.
    const turns = indexed ? new Set(this.rows.rowOf[1]) : null;
    const table = new BestTable(
      this.rows,
      dossiers.length,
      settings.threshold,
      turns ? (row) => turns.has(row) : undefined,
    );
    const scorer = indexed ?? new Scorer(this.rows.features, settings.weights, "each other");
    for (const [row, own] of this.rows.features.entries()) {
      const reach = table.begin(row);
      if (!indexed) scorer.compare(row, table, reach);
      else if (turns?.has(row)) scorer.compare(own, table);
    }
    this.best = table;
    this.hashes = features.map((own, a) => {
      const found = new Map<string, number>();
      for (const [i, { hash }] of own.entries())
        if (hash !== "" && !this.templates[a]?.[i] && !found.has(hash)) found.set(hash, i);
      return found;
    });
  }

  /** The best counterpart of each statement of one dossier in another, in order. */
  of(a: number, b: number): readonly Best[] {
    return (this.features[a] ?? []).map((_, i) => this.bestOf(a, i, b));
  }

  /** The best counterpart in dossier b of one statement of dossier a. */
  bestOf(a: number, i: number, b: number): Best {
    const row = this.rows.rowOf[a]?.[i] ?? -1;
    if (row < 0 || a === b) return { index: -1, score: 0, identical: false };
    const same = this.hashes[b]?.get(this.features[a]?.[i]?.hash ?? "");
    if (same !== undefined) return { index: same, score: 1, identical: true };
    return { index: this.best.indexOf(row, b), score: this.best.scoreOf(row, b), identical: false };
  }

  /** The statement of dossier b that counts as the counterpart of one of dossier a; -1 for none. */
  counterpartOf(a: number, i: number, b: number): number {
    const row = this.rows.rowOf[a]?.[i] ?? -1;
    if (row < 0 || a === b) return -1;
    const same = this.hashes[b]?.get(this.features[a]?.[i]?.hash ?? "");
    if (same !== undefined) return same;
    return this.best.scoreOf(row, b) >= this.settings.threshold ? this.best.indexOf(row, b) : -1;
  }

  /** All pairs at or above the threshold between two dossiers, `a` of the first and `b` of the second. */
  pairs(a: number, b: number): readonly Edge[] {
    if (a === b) return [];
    if (a > b) return this.pairs(b, a).map((edge) => ({ a: edge.b, b: edge.a, score: edge.score }));
    const hash = (dossier: number, i: number): string => this.features[dossier]?.[i]?.hash ?? "";
    const near = this.best.pairs
      .of(a, b)
      .filter((edge) => hash(a, edge.a) === "" || hash(a, edge.a) !== hash(b, edge.b));
    const same = this.identical(a, b);
    return same.length === 0 ? near : [...near, ...same].sort((x, y) => x.a - y.a || x.b - y.b);
  }

  /** The identical statements of two dossiers, all with all. */
  private identical(a: number, b: number): Edge[] {
    const of = (dossier: number): [number, string][] =>
      (this.features[dossier] ?? []).flatMap(({ hash }, i): [number, string][] =>
        hash === "" || this.templates[dossier]?.[i] ? [] : [[i, hash]],
      );
    const right = new Map<string, number[]>();
    for (const [j, hash] of of(b)) {
      if (!this.hashes[a]?.has(hash)) continue;
      const list = right.get(hash);
      if (list) list.push(j);
      else right.set(hash, [j]);
    }
    return of(a).flatMap(([i, hash]) => (right.get(hash) ?? []).map((j) => ({ a: i, b: j, score: 1 })));
  }

  /** What a counterpart counts as; null below the threshold. */
  classOf(best: Best): CounterpartClass | null {
    if (best.identical) return "identical";
    return best.index >= 0 && best.score >= this.settings.threshold ? "near" : null;
  }
}

export interface CounterpartPair {
  /** Ids of the statements. */
  a: string;
  b: string;
  score: number;
  class: CounterpartClass;
  /** Whose best counterpart this is: of the statement in a, of the one in b, or of both. */
  from: "a" | "b" | "both";
}

export interface CounterpartResult {
  schema: "ankerpunt/counterparts@1";
  generator: Generator;
  settings: Settings;
  a: string;
  b: string;
  pairs: CounterpartPair[];
  /** Ids of the statements without a counterpart. */
  onlyA: string[];
  onlyB: string[];
  skipped: Skipped[];
}

/** The counterparts of two dossiers of a set: best first, then in the order of the first. */
export function counterpartsOf(all: Counterparts, a: number, b: number, corpus: Settings): CounterpartResult {
  const [left, right] = [all.dossiers[a] as Dossier, all.dossiers[b] as Dossier];
  const pairs = new Map<string, CounterpartPair & { at: number; to: number }>();
  const only = (from: number, to: number): string[] => {
    const out: string[] = [];
    for (const [i, best] of all.of(from, to).entries()) {
      const name = all.classOf(best);
      const own = (all.dossiers[from] as Dossier).statements[i];
      if (name === null) {
        if (own) out.push(own.id);
        continue;
      }
      const [at, other] = from === a ? [i, best.index] : [best.index, i];
      const key = `${at} ${other}`;
      const known = pairs.get(key);
      if (known) known.from = "both";
      else {
        pairs.set(key, {
          a: left.statements[at]?.id ?? "",
          b: right.statements[other]?.id ?? "",
          score: best.score,
          class: name,
          from: from === a ? "a" : "b",
          at,
          to: other,
        });
      }
    }
    return out;
  };
  const onlyA = only(a, b);
  const onlyB = only(b, a);
  const rank = (pair: CounterpartPair): number => (pair.class === "identical" ? 0 : 1);
  return {
    schema: "ankerpunt/counterparts@1",
    generator: GENERATOR,
    settings: asSettings(all.settings, corpus),
    a: left.id,
    b: right.id,
    pairs: [...pairs.values()]
      .sort((x, y) => rank(x) - rank(y) || y.score - x.score || x.at - y.at || x.to - y.to)
      .map(({ at: _at, to: _to, ...pair }) => pair),
    onlyA,
    onlyB,
    skipped: [],
  };
}
