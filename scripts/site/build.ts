/**
 * Builds the site from the three corpora and checks it: node --import tsx scripts/site/build.ts [--without-text]
 * With `--without-text`, or ANKERPUNT_WITHOUT_TEXT=1, the user's own sources show codes, titles and figures only.
 */
import { cp, readdir, readFile, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Overview } from "../../docs/components/types.js";
import { loadCorpus } from "../../src/node/index.js";
import { bundleLibrary } from "./bundle.js";
import { clearLoaderOutput, seedLibraries } from "./cache.js";
import { checkSite } from "./check.js";
import { findingsFolder, PINNED, textIsWithheld } from "./findings.js";
import { finishSite } from "./finish.js";
import { framework } from "./framework.js";
import { DOCS, OWN_SOURCES, READER, ROOT, SITE } from "./paths.js";
import { withheldProblems } from "./withheld.js";

export async function buildSite(say: (line: string) => void = console.log): Promise<void> {
  await Promise.all([seedLibraries(), bundleLibrary(), clearLoaderOutput()]);
  const findings = await findingsFolder();
  const overview = JSON.parse(await readFile(join(findings, "overzicht.json"), "utf8")) as Overview;
  for (const { collection, dossiers, statements } of totals(overview.dossiers)) {
    say(`${collection}: ${dossiers} dossiers, ${statements} statements`);
  }
  for (const s of overview.skipped) say(`skipped ${s.file}: ${s.reason}`);
  await build({ [PINNED]: findings });
  const folder = join(ROOT, SITE);
  // The background reader is no module of a page, and data is asked for by name: Framework sees neither.
  await cp(READER, join(folder, relative(DOCS, READER)), { recursive: true });
  await rm(join(folder, "data"), { recursive: true, force: true });
  await cp(join(findings, "data"), join(folder, "data"), { recursive: true });
  await finishSite(folder);
  const problems = await checkSite(folder);
  if (textIsWithheld() && overview.dossiers.some((d) => d.collection === "bronnen")) {
    problems.push(...(await withheldProblems(folder, await loadCorpus([OWN_SOURCES]))));
  }
  if (problems.length > 0) throw new Error(`the built site is not well:\n${problems.join("\n")}`);
}

function totals(
  dossiers: { collection: string; statements: number }[],
): { collection: string; dossiers: number; statements: number }[] {
  const names = [...new Set(dossiers.map((d) => d.collection))];
  return names.map((collection) => {
    const these = dossiers.filter((d) => d.collection === collection);
    return { collection, dossiers: these.length, statements: these.reduce((n, d) => n + d.statements, 0) };
  });
}

async function weight(folder: string): Promise<{ bytes: number; files: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: files.length };
}

/** Framework prints a line for each file; they are shown only if it fails. */
function build(env: Record<string, string>): Promise<void> {
  return new Promise((done, fail) => {
    const child = framework(["build"], env, true);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        output += String(chunk);
      });
    }
    child.on("error", fail);
    child.on("close", (code) => {
      // Framework does not know the place that the skip link goes to; links are checked afterwards.
      const warnings = output.split("\n").filter((line) => /warn|error/i.test(line) && !/broken links?/.test(line));
      if (code === 0) {
        if (warnings.length > 0) console.warn(warnings.join("\n"));
        done();
      } else {
        fail(new Error(`Framework could not build the site:\n${output}`));
      }
    });
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { values } = parseArgs({ options: { "without-text": { type: "boolean" } } });
    // The loaders run in processes of their own.
    if (values["without-text"]) process.env.ANKERPUNT_WITHOUT_TEXT = "1";
    const start = performance.now();
    await buildSite();
    const { bytes, files } = await weight(join(ROOT, SITE));
    console.log(
      `built and checked: ${SITE}/ (${files} files, ${(bytes / 1e6).toFixed(1)} MB, in ${Math.round((performance.now() - start) / 1000)} s)${textIsWithheld() ? "; own sources without their text" : ""}`,
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
