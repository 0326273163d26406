import {
  GIVEN_SIGNALS,
  type GivenName,
  type GivenSignal,
  type MatchOptions,
  SelectionError,
} from "../compare/index.js";
import { SIGNALS, type Signal, STEMS, type Stems } from "../features/index.js";
import type { Corpus } from "../model.js";
import { DEFAULT_WEIGHTS, type SignalWeights } from "../similarity/index.js";
import { FailedError, UsageError } from "./errors.js";
import { Progress } from "./progress.js";
import { naming, readOption } from "./sheets.js";

/** Flags that say what a score is made of. */
export interface SignalFlags {
  signals?: string;
  stems?: string;
  model?: string;
  vectors?: string;
}

interface Named {
  signals?: "words" | SignalWeights;
  given: GivenName[];
}

/** What the flags name, checked. */
function readSignals({ signals: list, stems, model, vectors }: SignalFlags): Named {
  if (stems !== undefined && !STEMS.includes(stems as Stems)) {
    throw new UsageError(`--stems ${stems}: one of ${STEMS.join(", ")}`);
  }
  if (stems !== undefined && list !== "words") throw new UsageError("--stems goes with --signals words");
  const named: Named = list === undefined ? { given: [] } : parseList(list);
  for (const [name, option, value] of [
    ["embeddings", "--model FOLDER", model],
    ["vectors", "--vectors FILE", vectors],
  ] as const) {
    const asked = named.given.includes(name);
    if (asked && value === undefined) throw new UsageError(`--signals ${name} needs ${option}`);
    if (!asked && value !== undefined && list !== undefined) {
      throw new UsageError(`${option} goes with the signal ${name}: add it to --signals`);
    }
    // Without --signals: beside all the others.
    if (!asked && value !== undefined) named.given.push(name);
  }
  return named;
}

function parseList(list: string): Named {
  const names = list.split(",").map((name) => name.trim());
  if (names.length === 1 && names[0] === "words") return { signals: "words", given: [] };
  const signals: SignalWeights = {};
  const given: GivenName[] = [];
  for (const name of names) {
    if (GIVEN_SIGNALS.includes(name as GivenName)) given.push(name as GivenName);
    else if (SIGNALS.includes(name as Signal)) signals[name as Signal] = DEFAULT_WEIGHTS[name as Signal] ?? 1;
    else {
      const all = [...SIGNALS, ...GIVEN_SIGNALS].join(", ");
      throw new UsageError(`--signals ${list}: "words" alone, or a list of ${all}`);
    }
  }
  return { signals, given };
}

/** Whether flags ask for a signal that the user gives. */
export const asksGiven = (flags: SignalFlags): boolean => readSignals(flags).given.length > 0;

/** What the flags say a score is made of; loads the model and the vectors that they name. */
export async function signalOptions(
  flags: SignalFlags,
  corpora: readonly Corpus[],
): Promise<Pick<MatchOptions, "signals" | "stems" | "given">> {
  const { signals, given } = readSignals(flags);
  const { stems } = flags;
  const made: GivenSignal[] = [];
  for (const name of given) made.push(await (name === "embeddings" ? embeddings(flags, corpora) : trained(flags)));
  return {
    ...(signals === undefined ? {} : { signals }),
    ...(stems === undefined ? {} : { stems: stems as Stems }),
    ...(made.length === 0 ? {} : { given: made }),
  };
}

async function embeddings({ model = "" }: SignalFlags, corpora: readonly Corpus[]): Promise<GivenSignal> {
  const { embeddingSignal } = await import("../compare/given-signals.js");
  const { EmbeddingError, loadEmbedder } = await import("../node/embeddings.js");
  const progress = new Progress("embeddings");
  try {
    const embedder = await loadEmbedder(model);
    return await embeddingSignal(corpora, embedder, { progress: (done) => progress.show(done) });
  } catch (error) {
    if (error instanceof EmbeddingError) throw new FailedError(`--model ${error.message}`);
    if (error instanceof SelectionError) throw new FailedError(error.message);
    throw error;
  } finally {
    progress.end();
  }
}

async function trained({ vectors = "" }: SignalFlags): Promise<GivenSignal> {
  const { vectorSignal } = await import("../compare/given-signals.js");
  const { parseVectors } = await import("../features/trained.js");
  const { bytes } = await readOption("--vectors", vectors);
  return naming("--vectors", vectors, () => vectorSignal(parseVectors(parseJson(bytes))));
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
