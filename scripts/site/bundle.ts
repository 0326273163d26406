/** Pages can't import from outside docs/: what they use of the library is bundled into docs/generated/. */
import { join } from "node:path";
import { type BuildOptions, build, context } from "esbuild";
import { GENERATED, ROOT } from "./paths.js";

const options: BuildOptions = {
  entryPoints: [join(ROOT, "src/charts/index.ts")],
  outfile: join(GENERATED, "charts.js"),
  bundle: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
};

export async function bundleCharts(): Promise<void> {
  await build(options);
}

/** Bundles again at every change; returns what stops it. */
export async function watchCharts(): Promise<() => Promise<void>> {
  const watching = await context(options);
  await watching.watch();
  return () => watching.dispose();
}
