import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadEmbedder, type Transformers } from "../../src/node/index.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ankerpunt-model-"));
  await mkdir(join(folder, "klein", "onnx"), { recursive: true });
  await mkdir(join(folder, "leeg"));
  await writeFile(join(folder, "klein", "config.json"), "{}");
  await writeFile(join(folder, "klein", "onnx", "model_quantized.onnx"), "weights");
});
afterAll(() => rm(folder, { recursive: true }));

/** A stand-in for the package, that remembers how it was called. */
function standIn() {
  const env = { allowRemoteModels: true, allowLocalModels: false, localModelPath: "" };
  const calls: unknown[] = [];
  const pipeline: Transformers["pipeline"] = async (...call) => {
    calls.push(call, { ...env });
    return async (texts, options) => {
      calls.push(options);
      return { tolist: () => texts.map((text) => [text.length, 1]) };
    };
  };
  return { env, calls, pipeline };
}

test("loads the model of a folder, and nothing from elsewhere", async () => {
  const own = standIn();
  const { embed, settings } = await loadEmbedder(join(folder, "klein"), async () => own);
  expect(await embed(["een", "vier"])).toEqual([
    [3, 1],
    [4, 1],
  ]);
  expect(own.calls).toEqual([
    ["feature-extraction", "klein", { local_files_only: true, dtype: "q8" }],
    { allowRemoteModels: false, allowLocalModels: true, localModelPath: folder },
    { pooling: "mean", normalize: true },
  ]);
  expect(settings).toMatchObject({ model: "klein", dtype: "q8", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
});

test.each([
  ["a folder that is not there", "weg", async () => standIn(), /no such folder$/],
  ["a folder without a model", "leeg", async () => standIn(), /no model; it needs config.json/],
  [
    "a package that is not there",
    "klein",
    () => import(["ankerpunt", "no-such-package"].join("-")),
    /needs the package @huggingface\/transformers(?:, which cannot be loaded|: npm install)/,
  ],
  [
    "a model that is broken",
    "klein",
    async () => ({ ...standIn(), pipeline: () => Promise.reject(new Error("bad file\n at x")) }),
    /the model cannot be loaded: bad file$/,
  ],
])("%s is told in one line", async (_, name, load, message) => {
  await expect(loadEmbedder(join(folder, name), load)).rejects.toThrow(message);
});
