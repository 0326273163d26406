/** For every statement its best counterpart in another dossier: what overlap, side-by-side reading and groups rest on. */
import { GENERATOR } from "../generator.js";
import type { Dossier, Features, Generator, Settings, Skipped } from "../model.js";
import { DEFAULT_WEIGHTS, roundScore, Scorer, type SignalWeights } from "../similarity/index.js";
import { dossierFeatures, isTemplate } from "../text/index.js";
import type { Edge } from "./assignment.js";
import { CALIBRATION_BASIS, calibrate, EVEN_SCORE, type Probabilities } from "./probability.js";

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

/** Best counterparts by dossier and statement, in columns: of 200 dossiers there are millions. */
class BestTable {
  readonly size: number;
  private readonly index: Int32Array;
  private readonly score: Float64Array;
  private readonly identical: Uint8Array;

  constructor(statements: number, dossiers: number) {
    this.size = statements;
    this.index = new Int32Array(statements * dossiers).fill(-1);
    this.score = new Float64Array(statements * dossiers);
    this.identical = new Uint8Array(statements * dossiers);
  }

  /** Keeps a counterpart if it is better than those before: a higher score, or the first identical one. */
  offer(dossier: number, i: number, index: number, score: number, identical: boolean): void {
    const at = dossier * this.size + i;
    if (!(score > (this.score[at] as number) || (identical && this.identical[at] === 0))) return;
    this.index[at] = index;
    this.score[at] = score;
    this.identical[at] = identical ? 1 : 0;
  }

  at(dossier: number, i: number): Best {
    const at = dossier * this.size + i;
    return {
      index: this.index[at] as number,
      score: this.score[at] as number,
      identical: this.identical[at] === 1,
    };
  }
}

/** A dossier made ready to be held against many others, one after another. */
export class IndexedDossier {
  readonly features: Features[];
  readonly scorer: Scorer;

  constructor(dossier: Dossier, { weights }: CompareSettings) {
    this.features = dossierFeatures(dossier);
    this.scorer = new Scorer(this.features, weights);
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
  /** For each dossier the best counterparts of its statements in each other one. */
  private readonly best: readonly BestTable[];
  /** Pairs at or above the threshold: edges[a][b] for a < b. */
  private readonly edges: Edge[][][];

  /** @param first the first dossier as it was indexed before, with the same weights: one that is held against many */
  constructor(dossiers: readonly Dossier[], settings: CompareSettings, first?: IndexedDossier) {
    this.dossiers = dossiers;
    this.settings = settings;
    const features = dossiers.map((dossier, a) => (a === 0 && first ? first.features : dossierFeatures(dossier)));
    this.features = features;
    this.templates = features.map((own) => own.map(isTemplate));
    this.best = features.map((own) => new BestTable(own.length, dossiers.length));
    this.edges = dossiers.map(() => dossiers.map(() => []));
    // A score is the same both ways: each statement is held against those of the dossiers before its own.
    const scorer =
      first && dossiers.length === 2 ? first.scorer : new Scorer(features.slice(0, -1).flat(), settings.weights);
    let before = features[0]?.length ?? 0;
    for (let b = 1; b < features.length; b++) {
      for (let j = 0; j < (features[b] as Features[]).length; j++) this.look(scorer, before, b, j);
      for (let a = 0; a < b; a++) this.edges[a]?.[b]?.sort((x, y) => x.a - y.a || x.b - y.b);
      before += (features[b] as Features[]).length;
    }
  }

  /** Holds one statement against the `before` statements of all dossiers before its own. */
  private look(scorer: Scorer, before: number, b: number, j: number): void {
    if (this.templates[b]?.[j]) return;
    const query = this.features[b]?.[j] as Features;
    const scores = scorer.scores(query, Number.POSITIVE_INFINITY, before);
    let start = 0;
    for (let a = 0; a < b; a++) {
      const others = this.features[a] as readonly Features[];
      const edges = this.edges[a]?.[b] as Edge[];
      for (let i = 0; i < others.length; i++) {
        if (this.templates[a]?.[i]) continue;
        const identical = query.hash !== "" && query.hash === (others[i] as Features).hash;
        const score = identical ? 1 : (scores[start + i] as number);
        this.best[b]?.offer(a, j, i, score, identical);
        this.best[a]?.offer(b, i, j, score, identical);
        if (identical || score >= this.settings.threshold) edges.push({ a: i, b: j, score });
      }
      start += others.length;
    }
  }

  /** The best counterpart of each statement of one dossier in another, in order. */
  of(a: number, b: number): readonly Best[] {
    const table = this.best[a];
    return table ? Array.from({ length: table.size }, (_, i) => table.at(b, i)) : [];
  }

  /** The best counterpart in dossier b of one statement of dossier a. */
  bestOf(a: number, i: number, b: number): Best {
    return (this.best[a] as BestTable).at(b, i);
  }

  /** All pairs at or above the threshold between two dossiers, `a` of the first and `b` of the second. */
  pairs(a: number, b: number): readonly Edge[] {
    if (a < b) return this.edges[a]?.[b] ?? [];
    return (this.edges[b]?.[a] ?? []).map((edge) => ({ a: edge.b, b: edge.a, score: edge.score }));
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
