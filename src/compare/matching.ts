import { sharedSettings } from "../corpus/index.js";
import { type Stems, tfidfRows } from "../features/index.js";
import { GENERATOR } from "../generator.js";
import { shortHash } from "../language/hash.js";
import type { Corpus, Generator, Settings, Skipped, Statement } from "../model.js";
import {
  DEFAULT_WEIGHTS,
  type Joined,
  type JoinOptions,
  type JoinPlan,
  joinPlan,
  joinTop,
  type Neighbours,
  type Scored,
  type SignalWeights,
} from "../similarity/index.js";
import { fullRows, type RowChoice, type ShortlistPlan } from "./full-rows.js";
import { allWeights, type GivenSignal, givenSettings } from "./given.js";
import { SelectionError } from "./selection-error.js";

export interface MatchRow {
  /** Ids of the statements. */
  a: string;
  b: string;
  /** 0..1. */
  score: number;
  /** From 1. */
  rank: number;
}

/** One of the equal parts of a's statements, from 1. */
export interface Shard {
  index: number;
  of: number;
}

export interface MatchResult {
  schema: "ankerpunt/match@1";
  generator: Generator;
  settings: Settings;
  /** Given where these are the rows of a part of a's statements only, with what tells other inputs apart. */
  shard?: Shard & { input: string };
  rows: MatchRow[];
  skipped: Skipped[];
}

export interface MatchOptions {
  /** Most rows for each statement. */
  top?: number;
  /** Least score; pairs that share nothing at all (score 0) are never listed. */
  min?: number;
  /**
   * "words": plain TF-IDF of stems and stem bigrams over the input itself (scikit-learn's defaults). Else the weights
   * of the signals.
   */
  signals?: "words" | SignalWeights;
  /** Which stems "words" counts; the other signals have stems of their own. */
  stems?: Stems;
  /** Signals beside, of vectors that the caller has (`embeddingSignal`, `vectorSignal`). They have no index. */
  given?: readonly GivenSignal[];
  /** Only the rows of a part of a's statements; all parts together are the whole (see {@link mergeShards}). */
  shard?: Shard;
}

/** Up to this many candidates every pair is scored fully. */
const ALL_PAIRS = 5000;
/**
 * Of more, those on a shortlist: so many for each row asked, and no fewer than this many. `npm run bench:recall` measures
 * what that misses.
 */
const AMONG_EACH = 50;
const AMONG_LEAST = 500;

/**
 * How many candidates of so many are scored fully; null for all.
 * @param top how many of them are asked
 */
export const scoredAmong = (candidates: number, top: number): number | null =>
  candidates <= ALL_PAIRS ? null : Math.max(AMONG_LEAST, AMONG_EACH * top);

const statementsOf = (corpus: Corpus): Statement[] => corpus.dossiers.flatMap(({ statements }) => statements);

const idsOf = (statements: readonly Statement[]): string[] => statements.map(({ id }) => id);

/** The number of each statement's dossier. */
function groupsOf({ dossiers }: Corpus): Int32Array {
  const groups = new Int32Array(dossiers.reduce((sum, { statements }) => sum + statements.length, 0));
  let end = 0;
  for (const [i, { statements }] of dossiers.entries()) {
    groups.fill(i, end, end + statements.length);
    end += statements.length;
  }
  return groups;
}

export interface FullScores {
  /** Makes the scores ready: those of one query after another, of all candidates or of those on a shortlist. */
  scores: () => (query: number) => Scored;
  /** All it takes to make them elsewhere too; null where that is more than numbers. */
  plan: ShortlistPlan | null;
}

/**
 * Takes what all signals together make of two corpora.
 * @param among how many candidates are scored fully; null for all
 */
export type FullScoring = (
  a: Corpus,
  b: Corpus,
  weights: SignalWeights,
  among: number | null,
  given: readonly GivenSignal[],
) => FullScores;

/** A part of a match by all signals, for a thread: plain data. */
export interface FullPart {
  plan: ShortlistPlan;
  choice: RowChoice;
  /** The queries: a half-open range. */
  from: number;
  to: number;
}

/** `match` in steps, for many statements: prepared, run (in workers too), and read row by row. */
export class Matching {
  /** The result but for its rows. */
  readonly head: Omit<MatchResult, "rows">;
  /** The statements of a whose rows are asked: a half-open range. */
  private readonly from: number;
  private readonly to: number;
  /** The join of the signal words. */
  private readonly plan: JoinPlan | null;
  private readonly shard: Shard;
  /** The ids of the statements; nothing else of them is kept. */
  private readonly queries: readonly string[];
  private readonly candidates: readonly string[];
  private readonly choice: RowChoice;
  private readonly full: FullScores | null;

  /** @param scoring what the signal words alone does without, and need not load; asked for all others */
  constructor(a: Corpus, b: Corpus | undefined, options: MatchOptions, scoring: FullScoring | null) {
    const { top = 10, min = 0, signals = DEFAULT_WEIGHTS, stems = "snowball", given = [], shard } = options;
    if (signals === "words" && given.length > 0) throw new SelectionError("words goes with no other signal");
    const corpus = sharedSettings(b ? [a, b] : [a]) ?? {};
    const groups = b ? null : groupsOf(a);
    this.choice = { top, min, groups };
    const [left, right] = [statementsOf(a), b ? statementsOf(b) : null];
    this.queries = idsOf(left);
    this.candidates = right ? idsOf(right) : this.queries;
    this.shard = shard ?? { index: 1, of: 1 };
    [this.from, this.to] = this.rangeOf(this.shard);
    this.plan =
      signals === "words" ? wordPlan(left, right, groups, stems, { top, min, part: shard !== undefined }) : null;
    const indexed = signals !== "words" && Object.values(signals).some((weight) => weight > 0);
    const among = indexed ? scoredAmong(this.candidates.length, top) : null;
    this.full = null;
    if (signals !== "words") {
      if (!scoring) throw new TypeError("signals other than words need their scoring");
      this.full = scoring(a, b ?? a, signals, among, given);
    }
    this.head = {
      schema: "ankerpunt/match@1",
      generator: GENERATOR,
      settings: {
        corpus,
        top,
        min,
        signals: signals === "words" ? "words" : allWeights(signals, given),
        ...(signals === "words" ? { stems } : {}),
        ...givenSettings(given),
        rarity: signals === "words" ? "input" : "background",
        // Given where not every pair was scored.
        ...(among === null ? {} : { among }),
      },
      ...(shard ? { shard: { ...shard, input: fingerprint(a, b) } } : {}),
      skipped: [...a.skipped, ...(b?.skipped ?? [])],
    };
  }

  /** How many statements it asks rows for, and how many each is compared with. */
  get size(): [queries: number, candidates: number] {
    return [this.to - this.from, this.candidates.length];
  }

  /** This match in so many parts: one to run here and the others for threads, none where those would need more than numbers. */
  split(into: number): { own: Shard; parts: FullPart[] } {
    const { index, of } = this.shard;
    const plan = this.full?.plan;
    if (!plan) return { own: this.shard, parts: [] };
    const [own, ...others] = Array.from({ length: into }, (_, i) => ({
      index: (index - 1) * into + i + 1,
      of: of * into,
    }));
    const parts = others.map((shard) => {
      const [from, to] = this.rangeOf(shard);
      return { plan, choice: this.choice, from, to };
    });
    return { own: own ?? this.shard, parts };
  }

  private rangeOf({ index, of }: Shard): [from: number, to: number] {
    const end = (i: number): number => Math.floor((this.queries.length * i) / of);
    return [end(index - 1), end(index)];
  }

  /**
   * @param progress called now and then with the share that is done, 0..1
   * @param shard the own one of {@link split}; all of it if left out
   */
  run(progress?: (done: number) => void, shard: Shard = this.shard): Joined {
    const [from, to] = this.rangeOf(shard);
    if (this.plan) return joinTop(this.plan, from, to, progress ? { progress } : {});
    return fullRows((this.full as FullScores).scores(), this.choice, from, to, progress);
  }

  /** The rows in the order of a, in columns: for many of them. */
  columns(neighbours: Neighbours): MatchColumns {
    const { queries, ranks, indexes, scores } = neighbours.flat();
    return {
      size: neighbours.total,
      columns: [
        { name: "a", texts: this.queries, places: queries },
        { name: "b", texts: this.candidates, places: indexes },
        { name: "score", numbers: scores },
        { name: "rank", numbers: ranks },
      ],
    };
  }

  /** The rows in the order of a. */
  *rows(neighbours: Neighbours): IterableIterator<MatchRow> {
    for (let i = neighbours.from; i < neighbours.to; i++) {
      const a = this.queries[i] as string;
      for (let rank = 0; rank < neighbours.countOf(i); rank++) {
        const { index, score } = neighbours.at(i, rank);
        yield { a, b: this.candidates[index] as string, score, rank: rank + 1 };
      }
    }
  }
}

/** The rows of a match in columns: numbers of statements, and their ids. */
export interface MatchColumns {
  size: number;
  columns: [
    { name: "a"; texts: readonly string[]; places: Int32Array },
    { name: "b"; texts: readonly string[]; places: Int32Array },
    { name: "score"; numbers: Float64Array },
    { name: "rank"; numbers: Int32Array },
  ];
}

/** Tells other inputs apart: the sources, and which of their statements are compared. */
function fingerprint(a: Corpus, b: Corpus | undefined): string {
  const sources = (corpus: Corpus): string =>
    corpus.dossiers
      .map(({ id, source, statements }) => [id, source.sha256, ...statements.map((s) => s.id)].join("\n"))
      .join("\n\n");
  return shortHash([sources(a), ...(b ? [sources(b)] : [])].join("\n\n\n"), 11);
}

/** @param groups where the statements of a are compared with each other, those of one group left out */
function wordPlan(
  a: readonly Statement[],
  b: readonly Statement[] | null,
  groups: Int32Array | null,
  stems: Stems,
  options: JoinOptions,
): JoinPlan {
  const textsOf = (statements: readonly Statement[]): string[] =>
    statements.map(({ text }) => {
      if (text === null) throw new SelectionError("the signal words needs text: this corpus comes without");
      return text;
    });
  const queries = textsOf(a);
  const rows = tfidfRows(b ? [...queries, ...textsOf(b)] : queries, stems);
  const own = groups ?? new Int32Array();
  return joinPlan(
    {
      rows,
      queries: rows.rowOf.subarray(0, queries.length),
      candidates: b ? rows.rowOf.subarray(queries.length) : rows.rowOf,
      queryGroups: own,
      candidateGroups: own,
    },
    options,
  );
}
