// @ts-check
// npm test: everything, in order, up to the first step that fails.
// Says at the end what was skipped and why, and closes with the totals of all tests.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

/** Where vitest writes the results of a step. */
const RESULTS = ".tmp/test-results.json";

/** @type {[name: string, ...command: string[]][]} */
const STEPS = [
  ["types", "npm", "run", "--silent", "typecheck"],
  ["lint and format", "npm", "run", "--silent", "lint"],
  ["import rules", "npm", "run", "--silent", "deps"],
  ["dead exports", "npm", "run", "--silent", "knip"],
  ["library build", "npm", "run", "--silent", "build:lib"],
  ["package", "npm", "run", "--silent", "package-check"],
  ["tests", "npm", "run", "--silent", "test:unit", "--"],
  ["tests of the packed package", "npm", "run", "--silent", "test:package", "--"],
  ["site build and check", "npm", "run", "--silent", "build:site"],
  ["tests in the browser", "npm", "run", "--silent", "test:e2e", "--"],
];

const totals = { passed: 0, failed: 0, skipped: 0 };
/** @type {Map<string, string[]>} */
const skipped = new Map();

/** Adds the results of one run of vitest to the totals. */
function addResults() {
  const results = JSON.parse(readFileSync(RESULTS, "utf8"));
  for (const file of results.testResults) {
    let failed = 0;
    for (const test of file.assertionResults) {
      if (test.status === "passed") totals.passed++;
      else if (test.status === "failed") failed++;
      else {
        totals.skipped++;
        const reason = test.meta?.missing ?? "skipped in the test itself";
        skipped.set(reason, [...(skipped.get(reason) ?? []), test.fullName]);
      }
    }
    // a file that can't be loaded has no tests to fail
    totals.failed += file.status === "failed" ? Math.max(failed, 1) : failed;
  }
}

/** @param {number} start */
const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

const begin = performance.now();
/** @type {string[]} */
const times = [];
let broken = "";
mkdirSync(".tmp", { recursive: true });
for (const [name, command, ...args] of STEPS) {
  console.log(`\n--- ${name}`);
  const start = performance.now();
  const vitest = args.at(-1) === "--";
  rmSync(RESULTS, { force: true });
  const more = vitest ? ["--reporter=default", "--reporter=json", `--outputFile.json=${RESULTS}`] : [];
  const { status, error } = spawnSync(command ?? "", [...args, ...more], {
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  times.push(`${seconds(start).padStart(8)}  ${name}`);
  try {
    if (vitest) addResults();
  } catch {
    broken = `${name}: vitest left no results`;
  }
  if (status !== 0) broken = `${name}: failed (${error?.message ?? `exit status ${status}`})`;
  if (broken) break;
}

console.log(`\n${times.join("\n")}\n${seconds(begin).padStart(8)}  in all`);
for (const [reason, names] of skipped) console.log(`\nSkipped: ${reason}\n${names.map((n) => `  ${n}`).join("\n")}`);
if (!broken && totals.passed === 0) broken = "no test ran";
if (!broken && totals.skipped > 0 && process.env.ANKERPUNT_REQUIRE_ALL === "1") broken = "tests were skipped";
if (broken) console.error(`\nStopped at: ${broken}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = broken ? 1 : 0;
