/** Sentence embeddings of a model in a folder, by the optional package @huggingface/transformers. */
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Embedder } from "../compare/index.js";

const PACKAGE = "@huggingface/transformers";

/** A model or package that is not there or cannot be used, in one line. */
export class EmbeddingError extends Error {
  override name = "EmbeddingError";
}

type Pipeline = (
  texts: readonly string[],
  options: { pooling: "mean"; normalize: boolean },
) => Promise<{ tolist(): number[][] }>;

/** What is used of the package. */
export interface Transformers {
  env: { allowRemoteModels: boolean; allowLocalModels: boolean; localModelPath: string };
  pipeline(
    task: "feature-extraction",
    model: string,
    options: { local_files_only: boolean; dtype: string },
  ): Promise<Pipeline>;
}

/** Weights by the name of their file, as models for the package have them; the first that is there is taken. */
const WEIGHTS = [
  { file: "model.onnx", dtype: "fp32" },
  { file: "model_fp16.onnx", dtype: "fp16" },
  { file: "model_quantized.onnx", dtype: "q8" },
  { file: "model_int8.onnx", dtype: "int8" },
  { file: "model_q4.onnx", dtype: "q4" },
];

/**
 * A model from a folder that holds `config.json`, `tokenizer.json` and `onnx/model.onnx` (or another precision). Nothing is
 * ever downloaded. Token vectors are averaged.
 * @param load the package, or a stand-in with the same interface
 * @throws EmbeddingError where folder, model or package is missing
 */
export async function loadEmbedder(
  folder: string,
  load: () => Promise<unknown> = () => import(PACKAGE),
): Promise<Embedder> {
  const path = resolve(folder);
  if (!existsSync(path)) throw new EmbeddingError(`${folder}: no such folder`);
  const weights = WEIGHTS.find(({ file }) => existsSync(join(path, "onnx", file)));
  if (!existsSync(join(path, "config.json")) || !weights) {
    throw new EmbeddingError(`${folder}: no model; it needs config.json, tokenizer.json and onnx/model.onnx`);
  }
  const { env, pipeline } = await transformers(load);
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = dirname(path);
  const model = basename(path);
  const { file, dtype } = weights;
  let extract: Pipeline;
  try {
    extract = await pipeline("feature-extraction", model, { local_files_only: true, dtype });
  } catch (error) {
    throw new EmbeddingError(`${folder}: the model cannot be loaded: ${firstLine(error)}`);
  }
  return {
    settings: { model, dtype, sha256: await hashOf(join(path, "onnx", file)) },
    embed: async (texts) => (await extract(texts, { pooling: "mean", normalize: true })).tolist(),
  };
}

async function transformers(load: () => Promise<unknown>): Promise<Transformers> {
  try {
    return (await load()) as Transformers;
  } catch (error) {
    const missing = (error as { code?: string }).code === "ERR_MODULE_NOT_FOUND";
    throw new EmbeddingError(
      missing
        ? `needs the package ${PACKAGE}: npm install ${PACKAGE}`
        : `needs the package ${PACKAGE}, which cannot be loaded: ${firstLine(error)}`,
    );
  }
}

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";

async function hashOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}
