/**
 * Fills Framework's cache of libraries from node_modules, so that it never asks a network for them.
 * Framework looks up the newest version of every library that its own client could load; a folder `name@version` is an
 * answer. Libraries that the pages use are bundled into theirs.
 */
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { FRAMEWORK_CACHE } from "./paths.js";

/** Used by the pages: bundled. */
const USED = ["arquero", "docx", "htl", "idb-keyval", "vega-embed"];

/** Known to Framework's client, which loads them only when a page asks: the folder alone will do. */
const KNOWN = [
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "apache-arrow",
  "d3",
  "d3-dsv",
  "echarts",
  "isoformat",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react",
  "react-dom",
  "topojson-client",
];

const require = createRequire(import.meta.url);

export async function seedLibraries(): Promise<void> {
  const libraries = join(FRAMEWORK_CACHE, "_npm");
  for (const name of KNOWN)
    await mkdir(join(libraries, `${name}@${(await versionOf(name)) ?? "0.0.0"}`), { recursive: true });
  for (const name of USED) {
    const version = await versionOf(name);
    if (version === null) throw new Error(`${name} is not installed: run npm ci`);
    const folder = join(libraries, `${name}@${version}`);
    const outfile = join(folder, "_esm.js");
    // Framework takes the highest version it finds: one that is no longer installed must go.
    for (const other of existsSync(libraries) ? await readdir(libraries) : []) {
      if (other.startsWith(`${name}@`) && other !== `${name}@${version}`)
        await rm(join(libraries, other), { recursive: true });
    }
    if (existsSync(outfile)) continue;
    await build({
      entryPoints: [name],
      bundle: true,
      format: "esm",
      minify: true,
      target: "es2022",
      outfile,
      logLevel: "warning",
    });
  }
}

/** Framework keeps what loaders printed and does not see that their imports changed: away with it. */
export async function clearLoaderOutput(): Promise<void> {
  if (!existsSync(FRAMEWORK_CACHE)) return;
  for (const name of await readdir(FRAMEWORK_CACHE)) {
    if (!name.startsWith("_")) await rm(join(FRAMEWORK_CACHE, name), { recursive: true });
  }
}

async function versionOf(name: string): Promise<string | null> {
  for (const folder of require.resolve.paths(name) ?? []) {
    const file = join(folder, name, "package.json");
    if (existsSync(file)) return (JSON.parse(await readFile(file, "utf8")) as { version: string }).version;
  }
  return null;
}
