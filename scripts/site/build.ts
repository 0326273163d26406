/** Builds the site from the three corpora and checks it: node --import tsx scripts/site/build.ts */
import { cp, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleLibrary } from "./bundle.js";
import { clearLoaderOutput, seedLibraries } from "./cache.js";
import { checkSite } from "./check.js";
import { type Findings, findingsFile, PINNED } from "./findings.js";
import { finishSite } from "./finish.js";
import { framework } from "./framework.js";
import { DOCS, READER, ROOT, SITE } from "./paths.js";

export async function buildSite(say: (line: string) => void = console.log): Promise<void> {
  await Promise.all([seedLibraries(), bundleLibrary(), clearLoaderOutput()]);
  const file = await findingsFile();
  const { overview } = JSON.parse(await readFile(file, "utf8")) as Findings;
  for (const { collection, dossiers, statements } of totals(overview.dossiers)) {
    say(`${collection}: ${dossiers} dossiers, ${statements} statements`);
  }
  for (const s of overview.skipped) say(`skipped ${s.file}: ${s.reason}`);
  await build({ [PINNED]: file });
  const folder = join(ROOT, SITE);
  // The background reader is no module of a page: Framework does not see it.
  await cp(READER, join(folder, relative(DOCS, READER)), { recursive: true });
  await finishSite(folder);
  const problems = await checkSite(folder);
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
    await buildSite();
    console.log(`built and checked: ${SITE}/`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
