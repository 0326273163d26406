import { tfidfVectors } from "../features/index.js";
import { GENERATOR } from "../generator.js";
import type { Corpus, Dossier, Generator, Settings, Skipped, Statement } from "../model.js";
import { DEFAULT_WEIGHTS, Postings, roundScore, Scorer, type SignalWeights, topK } from "../similarity/index.js";
import { dossierFeatures } from "../text/index.js";
import { SelectionError } from "./parts.js";

export interface MatchRow {
  /** Ids of the statements. */
  a: string;
  b: string;
  /** 0..1. */
  score: number;
  /** From 1. */
  rank: number;
}

export interface MatchResult {
  schema: "ankerpunt/match@1";
  generator: Generator;
  settings: Settings;
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
}

interface Entry {
  statement: Statement;
  dossier: Dossier;
}

const entries = (corpus: Corpus): Entry[] =>
  corpus.dossiers.flatMap((dossier) => dossier.statements.map((statement) => ({ statement, dossier })));

/**
 * For every statement of a the most similar ones of b, best first, ties in the order of the corpus. Without b: every
 * statement against the rest, those of the same dossier left out.
 * @returns rows in the order of a; no rows where there is nothing to compare with
 * @throws SelectionError where words are asked of a corpus without text
 */
export function match(a: Corpus, b?: Corpus, options: MatchOptions = {}): MatchResult {
  const top = options.top ?? 10;
  const min = options.min ?? 0;
  const signals = options.signals ?? DEFAULT_WEIGHTS;
  const queries = entries(a);
  const candidates = b ? entries(b) : queries;
  const scoresOf =
    signals === "words" ? wordScores(queries, candidates, b !== undefined) : fullScores(a, b ?? a, signals);
  const rows: MatchRow[] = [];
  for (const [i, query] of queries.entries()) {
    const scores = scoresOf(i);
    const skip = (j: number): boolean => scores[j] === 0 || (!b && (candidates[j] as Entry).dossier === query.dossier);
    for (const [rank, { index, score }] of topK(scores, top, min, skip).entries()) {
      rows.push({ a: query.statement.id, b: (candidates[index] as Entry).statement.id, score, rank: rank + 1 });
    }
  }
  return {
    schema: "ankerpunt/match@1",
    generator: GENERATOR,
    settings: {
      corpus: a.settings,
      top,
      min,
      signals: signals === "words" ? "words" : { ...signals },
      rarity: signals === "words" ? "input" : "background",
    },
    rows,
    skipped: [...a.skipped, ...(b?.skipped ?? [])],
  };
}

function fullScores(a: Corpus, b: Corpus, weights: SignalWeights): (i: number) => Float64Array {
  const features = (corpus: Corpus) => corpus.dossiers.flatMap(dossierFeatures);
  const queries = features(a);
  const scorer = new Scorer(a === b ? queries : features(b), weights);
  return (i) => scorer.scores(queries[i] as (typeof queries)[number]);
}

function wordScores(queries: Entry[], candidates: Entry[], two: boolean): (i: number) => Float64Array {
  const text = ({ statement }: Entry): string => {
    if (statement.text === null) throw new SelectionError("the signal words needs text: this corpus comes without");
    return statement.text;
  };
  const all = two ? [...queries, ...candidates] : queries;
  const { vectors, terms } = tfidfVectors(all.map(text));
  const postings = new Postings(two ? vectors.slice(queries.length) : vectors, terms);
  return (i) => {
    const out = new Float64Array(candidates.length);
    postings.addScores(vectors[i] as (typeof vectors)[number], 1, out);
    for (let j = 0; j < out.length; j++) out[j] = roundScore(out[j] as number);
    return out;
  };
}
