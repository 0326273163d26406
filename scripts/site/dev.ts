/**
 * Live preview. Framework watches docs/; this also watches the library and the data: at a change the findings are
 * computed anew and the loaders touched, which makes the preview load them again.
 */
import { existsSync, watch } from "node:fs";
import { cp, readdir, rm, utimes } from "node:fs/promises";
import { join } from "node:path";
import { watchLibrary } from "./bundle.js";
import { clearLoaderOutput, seedLibraries } from "./cache.js";
import { findingsFolder } from "./findings.js";
import { framework } from "./framework.js";
import { DOCS, GENERATED, OWN_SOURCES, ROOT } from "./paths.js";

await Promise.all([seedLibraries(), clearLoaderOutput()]);
const stopBundles = await watchLibrary();
await freshData();
const preview = framework(["preview", "--no-open", ...process.argv.slice(2)], { ANKERPUNT_PREVIEW: "1" });

let waiting: NodeJS.Timeout | undefined;
const changed = (): void => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    void touchLoaders().then(
      () => console.log("library or data changed: loaders run again"),
      (error: unknown) => console.error(error),
    );
  }, 300);
};
const folders = [join(ROOT, "src"), join(ROOT, "data"), OWN_SOURCES].filter((folder) => existsSync(folder));
const watchers = folders.map((folder) => watch(folder, { recursive: true }, changed));

/** What pages ask for by name is served from the generated folder. */
async function freshData(): Promise<void> {
  const data = join(GENERATED, "data");
  const findings = await findingsFolder();
  await rm(data, { recursive: true, force: true });
  await cp(join(findings, "data"), data, { recursive: true });
}

/** The findings are computed once, here; the loaders then find them ready. */
async function touchLoaders(): Promise<void> {
  await freshData();
  const now = new Date();
  const folder = join(DOCS, "data");
  for (const name of await readdir(folder)) if (name.endsWith(".ts")) await utimes(join(folder, name), now, now);
}

async function stop(): Promise<void> {
  clearTimeout(waiting);
  for (const watcher of watchers) watcher.close();
  await stopBundles();
}

preview.on("close", (code) => {
  process.exitCode = code ?? 0;
  void stop();
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => preview.kill(signal));
