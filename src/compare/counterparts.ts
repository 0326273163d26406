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
    this.index = new Int32Array(statements * dossiers);
    this.score = new Float64Array(statements * dossiers);
    this.identical = new Uint8Array(statements * dossiers);
  }

  set(dossier: number, i: number, { index, score, identical }: Best): void {
    const at = dossier * this.size + i;
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

  constructor(dossiers: readonly Dossier[], settings: CompareSettings) {
    this.dossiers = dossiers;
    this.settings = settings;
    const features = dossiers.map(dossierFeatures);
    this.features = features;
    this.templates = features.map((own) => own.map(isTemplate));
    const starts: number[] = [];
    const flat: Features[] = [];
    for (const own of features) {
      starts.push(flat.length);
      flat.push(...own);
    }
    // Of two, each is looked up in the other alone: what is in one's own would be scored for nothing.
    const [first, second] = features;
    const two = features.length === 2 && first && second;
    const scorers = (two ? [second, first] : [flat]).map((some) => new Scorer(some, settings.weights));
    this.best = features.map((own) => new BestTable(own.length, dossiers.length));
    this.edges = dossiers.map(() => dossiers.map(() => []));
    for (const [a, own] of features.entries()) {
      for (const [i, query] of own.entries()) {
        const scores = this.templates[a]?.[i] ? null : (scorers[two ? a : 0] as Scorer).scores(query);
        for (const [b, others] of features.entries()) {
          if (a === b) continue;
          if (scores === null) {
            this.best[a]?.set(b, i, { index: -1, score: 0, identical: false });
            continue;
          }
          const edges = a < b ? (this.edges[a]?.[b] as Edge[]) : null;
          const best: Best = { index: -1, score: 0, identical: false };
          for (let j = 0; j < others.length; j++) {
            if (this.templates[b]?.[j]) continue;
            const identical = query.hash !== "" && query.hash === (others[j] as Features).hash;
            const score = identical ? 1 : (scores[(two ? 0 : (starts[b] as number)) + j] as number);
            if (score > best.score || (identical && !best.identical)) {
              best.index = j;
              best.score = score;
              best.identical = identical;
            }
            if (edges && (identical || score >= settings.threshold)) edges.push({ a: i, b: j, score });
          }
          this.best[a]?.set(b, i, best);
        }
      }
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
