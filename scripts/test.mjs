// @ts-check
// npm test: everything, in order, up to the first step that fails.
// Says at the end what was skipped and why, and closes with the totals of all tests.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

/** @typedef {[name: string, ...command: string[]]} Step */

/**
 * Stage after stage; in a stage the lanes run side by side (what starts processes or a browser waits much), in a lane step
 * after step.
 * @type {Step[][][]}
 */
const STAGES = [
  [
    [["types", "npm", "run", "--silent", "typecheck"]],
    [
      ["lint and format", "npm", "run", "--silent", "lint"],
      ["import rules", "npm", "run", "--silent", "deps"],
      ["dead exports", "npm", "run", "--silent", "knip"],
    ],
  ],
  [
    [["tests", "npm", "run", "--silent", "test:unit", "--"]],
    [
      ["library build", "npm", "run", "--silent", "build:lib"],
      ["tests of the command", "npm", "run", "--silent", "test:cli", "--"],
      ["tests of the packed package", "npm", "run", "--silent", "test:package", "--"],
      ["package", "npm", "run", "--silent", "package-check"],
    ],
    [
      // what npm start builds, checks and serves; without a browser that alone
      ["site build, check, and tests in the browser", "npm", "run", "--silent", "test:e2e", "--"],
    ],
  ],
];

const totals = { passed: 0, failed: 0, skipped: 0 };
/** @type {Map<string, string[]>} */
const skipped = new Map();

/**
 * Adds the results of one run of vitest to the totals.
 * @param {string} file where vitest wrote them
 */
function addResults(file) {
  const results = JSON.parse(readFileSync(file, "utf8"));
  for (const suite of results.testResults) {
    let failed = 0;
    for (const test of suite.assertionResults) {
      if (test.status === "passed") totals.passed++;
      else if (test.status === "failed") failed++;
      else {
        totals.skipped++;
        const reason = test.meta?.missing ?? "skipped in the test itself";
        skipped.set(reason, [...(skipped.get(reason) ?? []), test.fullName]);
      }
    }
    // a file that can't be loaded has no tests to fail
    totals.failed += suite.status === "failed" ? Math.max(failed, 1) : failed;
  }
}

/** @param {number} start */
const seconds = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;

const begin = performance.now();
/** @type {string[]} */
const times = [];
let broken = "";
mkdirSync(".tmp", { recursive: true });

/**
 * Runs a step. Its output is shown as it comes, or in one piece at its end where others run beside it.
 * @param {Step} step
 * @param {boolean} alone
 * @returns {Promise<string>} why it failed; empty if it did not
 */
function run([name, command = "", ...args], alone) {
  const start = performance.now();
  const results = args.at(-1) === "--" ? `.tmp/test-results-${name.replace(/\W/g, "-")}.json` : null;
  if (results) rmSync(results, { force: true });
  const more = results ? ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`] : [];
  if (alone) console.log(`\n--- ${name}`);
  return new Promise((done) => {
    const child = spawn(command, [...args, ...more], {
      stdio: alone ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (chunk) => {
        output += chunk;
      });
    }
    /** @param {string} problem */
    const end = (problem) => {
      if (!alone) console.log(`\n--- ${name}\n${output.trimEnd()}`);
      times.push(`${seconds(start).padStart(8)}  ${name}`);
      try {
        if (results) addResults(results);
      } catch {
        done(`${name}: vitest left no results`);
      }
      done(problem);
    };
    child.on("error", (error) => end(`${name}: failed (${error.message})`));
    child.on("close", (status) => end(status === 0 ? "" : `${name}: failed (exit status ${status})`));
  });
}

/**
 * @param {Step[]} lane
 * @param {boolean} alone
 */
async function runLane(lane, alone) {
  for (const step of lane) {
    const problem = await run(step, alone);
    if (problem) return problem;
  }
  return "";
}

for (const lanes of STAGES) {
  const problems = await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1)));
  broken = problems.filter((problem) => problem !== "").join("; ");
  if (broken) break;
}

console.log(`\n${times.join("\n")}\n${seconds(begin).padStart(8)}  in all`);
for (const [reason, names] of skipped) console.log(`\nSkipped: ${reason}\n${names.map((n) => `  ${n}`).join("\n")}`);
if (!broken && totals.passed === 0) broken = "no test ran";
if (!broken && totals.skipped > 0 && process.env.ANKERPUNT_REQUIRE_ALL === "1") broken = "tests were skipped";
if (broken) console.error(`\nStopped at: ${broken}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = broken ? 1 : 0;
