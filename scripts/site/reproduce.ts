/**
 * Builds the site twice, each time from nothing, and compares every file: node --import tsx scripts/site/reproduce.ts
 * Takes as long as two builds.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { FINDINGS_CACHE, FRAMEWORK_CACHE, ROOT } from "./paths.js";

const FOLDER = ".tmp/reproduce";

/** The hash of every file, by its path in the folder. */
async function hashes(folder: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const hash = createHash("sha256").update(await readFile(file));
    found.set(relative(folder, file).split(sep).join("/"), hash.digest("hex"));
  }
  return found;
}

async function build(name: string): Promise<Map<string, string>> {
  for (const folder of [FRAMEWORK_CACHE, FINDINGS_CACHE]) await rm(folder, { recursive: true, force: true });
  execFileSync(process.execPath, ["--import", "tsx", "scripts/site/build.ts"], {
    cwd: ROOT,
    env: { ...process.env, ANKERPUNT_SITE: `${FOLDER}/${name}` },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return hashes(join(ROOT, FOLDER, name));
}

const first = await build("een");
const second = await build("twee");
const different = [...new Set([...first.keys(), ...second.keys()])]
  .filter((file) => first.get(file) !== second.get(file))
  .sort();
if (different.length === 0) {
  await rm(join(ROOT, FOLDER), { recursive: true });
  console.log(`two builds, the same ${first.size} files, byte for byte`);
} else {
  console.error(`two builds differ (both are in ${FOLDER}/):\n${different.join("\n")}`);
  process.exitCode = 1;
}
