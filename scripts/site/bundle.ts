/** Pages can't import from outside docs/: what they use of the library is bundled into docs/generated/. */
import { copyFile, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type BuildOptions, build, context } from "esbuild";
import { GENERATED, READER, ROOT } from "./paths.js";

const common: BuildOptions = { bundle: true, format: "esm", target: "es2022", logLevel: "warning" };

const charts: BuildOptions = {
  ...common,
  entryPoints: [join(ROOT, "src/charts/index.ts")],
  outfile: join(GENERATED, "charts.js"),
};

/** Which way round a decision is. */
const decisions: BuildOptions = {
  ...common,
  entryPoints: [join(ROOT, "src/compare/oriented.ts")],
  outfile: join(GENERATED, "decisions.js"),
};

const search: BuildOptions = {
  ...common,
  entryPoints: [join(ROOT, "scripts/site/search-core.ts")],
  outfile: join(GENERATED, "search.js"),
};

/** The reader of own documents, in pieces: what reads a PDF or Word file is loaded when the first one comes. */
const reader: BuildOptions = {
  ...common,
  entryPoints: [join(ROOT, "scripts/site/reader.ts")],
  outdir: READER,
  splitting: true,
  minify: true,
  // What comes after it names it with the version of the data.
  entryNames: "[name]",
  chunkNames: "[hash]",
};

/** Workbooks: loaded when a reader downloads one. */
const xlsx: BuildOptions = {
  ...common,
  entryPoints: [join(ROOT, "src/export/xlsx.ts")],
  outfile: join(GENERATED, "xlsx.js"),
  minify: true,
};

/** What the reader warms up with: a document of our own, as a browser prints it and as an office program does. */
const EXAMPLES = ["tagged", "office"].map((kind) => join(ROOT, `test/read/fixtures/kwalificatiedossier.${kind}.pdf`));

async function copyExamples(): Promise<void> {
  await mkdir(READER, { recursive: true });
  await Promise.all(EXAMPLES.map((file, i) => copyFile(file, join(READER, `voorbeeld-${i + 1}.pdf`))));
}

export async function bundleLibrary(): Promise<void> {
  await rm(READER, { recursive: true, force: true });
  await copyExamples();
  await Promise.all([charts, decisions, search, reader, xlsx].map((one) => build(one)));
}

/** Bundles again at every change; returns what stops it. */
export async function watchLibrary(): Promise<() => Promise<void>> {
  await copyExamples();
  const watching = await Promise.all([charts, decisions, search, reader, xlsx].map((one) => context(one)));
  await Promise.all(watching.map((one) => one.watch()));
  return async () => {
    await Promise.all(watching.map((one) => one.dispose()));
  };
}
