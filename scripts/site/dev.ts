/**
 * Live preview. Framework watches docs/; this also watches the library and the data: at a change the findings are
 * computed anew and the loaders touched, which makes the preview load them again.
 */
import { execFile } from "node:child_process";
import { existsSync, watch } from "node:fs";
import { readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { watchLibrary } from "./bundle.js";
import { clearLoaderOutput, seedLibraries } from "./cache.js";
import { framework } from "./framework.js";
import { DOCS, OWN_SOURCES, ROOT } from "./paths.js";

await Promise.all([seedLibraries(), clearLoaderOutput()]);
const stopBundles = await watchLibrary();
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

/** The findings are computed once, by one loader; the others then find them ready. */
async function touchLoaders(): Promise<void> {
  const loader = join(DOCS, "data/overzicht.json.ts");
  await promisify(execFile)(process.execPath, ["--import", "tsx", loader], { cwd: ROOT, maxBuffer: 1e9 });
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
