import { type TrainedVectors, trainedVector } from "../features/index.js";
import { unit } from "../language/meaning.js";
import type { Corpus, Settings, Statement } from "../model.js";
import { fullText } from "../text/index.js";
import type { GivenSignal } from "./given.js";
import { SelectionError } from "./selection-error.js";

/**
 * What they weigh beside {@link DEFAULT_WEIGHTS}, unless told otherwise: as much as the strongest signal. A round figure
 * that was tuned on nothing; `evaluate` shows what it does.
 */
const EMBEDDINGS_WEIGHT = 8;
/** As much as the likeness of the background vectors; beside those, vectors of a few thousand statements lower the score. */
const VECTORS_WEIGHT = 3;

/** A sentence-embedding model: whatever turns texts into vectors, in a browser, a test or Node (`loadEmbedder`). */
export interface Embedder {
  /** What tells this model from another, for the settings of results. */
  settings: Settings;
  /** One vector for each text, in order, all of one dimension. */
  embed: (texts: readonly string[]) => Promise<readonly ArrayLike<number>[]>;
}

/** Texts handed to a model at a time. */
const BATCH = 32;

/**
 * The likeness of sentence embeddings as a signal. Equal texts are embedded once.
 * @param corpora all that is to be compared
 * @param progress called with the share that is done, 0..1
 * @throws SelectionError for a corpus without text, or a model that gives too few vectors or of unequal dimension
 */
export async function embeddingSignal(
  corpora: readonly Corpus[],
  { settings, embed }: Embedder,
  { weight = EMBEDDINGS_WEIGHT, progress }: { weight?: number; progress?: (done: number) => void } = {},
): Promise<GivenSignal> {
  const statements = corpora.flatMap(({ dossiers }) => dossiers.flatMap((dossier) => dossier.statements));
  const texts = [...new Set(statements.map(textOf))];
  const vectors = new Map<string, ArrayLike<number> | null>();
  let dimensions: number | null = null;
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = texts.slice(from, from + BATCH);
    const made = await embed(batch);
    if (made.length !== batch.length)
      throw new SelectionError("the model gave another number of vectors than of texts");
    for (const [i, vector] of made.entries()) {
      dimensions ??= vector.length;
      if (vector.length !== dimensions) throw new SelectionError("the model gave vectors of unequal dimension");
      vectors.set(batch[i] as string, unit(Float64Array.from(vector)));
    }
    progress?.(Math.min(1, (from + BATCH) / texts.length));
  }
  return { name: "embeddings", weight, settings, vectorOf: (statement) => vectors.get(textOf(statement)) ?? null };
}

function textOf(statement: Statement): string {
  const text = fullText(statement);
  if (text === null) throw new SelectionError("the signal embeddings needs text: this corpus comes without");
  return text;
}

/** The likeness of statements by word vectors that were trained with `trainVectors`; needs no text. */
export const vectorSignal = (trained: TrainedVectors, weight: number = VECTORS_WEIGHT): GivenSignal => ({
  name: "vectors",
  weight,
  settings: trained.settings,
  vectorOf: (_, features) => trainedVector(trained, features),
});
