// Speed of `match --signals words --min 0.3` against scikit-learn, one thread each, and whether the rows are the same:
// npm run bench -- [FOLDER [N N-stop …]] (FOLDER holds generate.mjs, stems.py and peer.py; -stop leaves function words
// out of both). Times are of whole processes with their start: as they pass, and in brackets of the processor, which others at
// work on the machine change less, and which counts what the engine does beside (it compiles and collects on other threads).
// The peer is given stems, the command makes them.
// Prints a table in Markdown, and with --write puts it in README.md. Without python3 with sklearn and Stemmer only the own figures are printed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { toCsv } from "../src/export/index.js";
import { FUNCTION_WORDS } from "../src/language/functionwords.js";

const asked = process.argv.slice(2);
const [folder = "../shared/bench", ...sizes] = asked.filter((word) => word !== "--write");
const README = resolve("README.md");
const MARKED = /(<!-- bench -->\n).*?(\n<!-- \/bench -->)/s;
const table: string[] = [];
const print = (line: string): void => {
  table.push(line);
  console.log(line);
};
const SCRIPTS = resolve(folder);
const WORK = resolve(".tmp/bench");
const PYTHON = existsSync("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
/** The command runs so often, and the middle one counts: its seconds are few, and others use the machine. The peer's are many. */
const RUNS = 3;
/** Prints what a process took where it ends: peak memory in kilobytes, processor time in microseconds. */
const TAKEN = `data:text/javascript,process.on("exit",()=>{const r=process.resourceUsage();console.error("peak "+r.maxRSS+" time "+(r.userCPUTime+r.systemCPUTime))})`;
/** Runs the peer and prints its processor time in seconds. */
const PEER = `
import resource, runpy, sys
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime)`;
/** Compares rows with those of the peer: places and order, and scores to 1e-9. */
const SAME = `
import sys, numpy as np
own = np.loadtxt(sys.argv[1], delimiter=",", ndmin=2)
peer = np.load(sys.argv[2])
same = len(own) == len(peer["r"]) and (own[:,0] == peer["r"]).all() and (own[:,1] == peer["c"]).all()
print("yes" if same and abs(own[:,2] - peer["v"]).max() <= 1e-9 else "NO")`;

/** @returns what it printed, and the seconds that it took */
function run(command: string, args: string[]): { out: string; error: string; passed: number } {
  const env = { ...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1" };
  delete (env as Record<string, string | undefined>).OPENBLAS_CORETYPE;
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: WORK, encoding: "utf8", env, maxBuffer: 1e9 });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}: ${stderr}`);
  return { out: stdout, error: stderr, passed: (performance.now() - begin) / 1000 };
}

const lines = (name: string): string[][] =>
  readFileSync(join(WORK, "data", name), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));

/** The list without function words, for both: a token has one stem. */
function withoutStopWords(n: string, name: string): void {
  const [texts, stems] = [lines(`${n}.tsv`), lines(`${n}.stems`).map(([, text]) => (text ?? "").split(" "))];
  const kept = texts.map(([document, text], i) => {
    const tokens = (text ?? "").toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const keep = (list: readonly string[]): string =>
      list.filter((_, k) => !FUNCTION_WORDS.has(tokens[k] ?? "")).join(" ");
    return { document, text: keep(tokens), stems: keep(stems[i] ?? []) };
  });
  const write = (ending: string, field: "text" | "stems"): void =>
    writeFileSync(
      join(WORK, "data", `${name}.${ending}`),
      `${kept.map((row) => `${row.document}\t${row[field]}`).join("\n")}\n`,
    );
  write("tsv", "text");
  write("stems", "stems");
}

const seconds = (passed: number, taken: number): string => `${passed.toFixed(1)} s (${taken.toFixed(1)} s)`;
const ratio = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)}×`;

const hasPeer = spawnSync(PYTHON, ["-c", "import sklearn, Stemmer"]).status === 0;
mkdirSync(WORK, { recursive: true });
run("node", [join(SCRIPTS, "generate.mjs")]);
if (hasPeer) run(PYTHON, [join(SCRIPTS, "stems.py")]);

print("| statements | ankerpunt | scikit-learn | ratio | same rows | multiply-adds, both | peak memory, both |");
print("|---|---|---|---|---|---|---|");
for (const size of sizes.length > 0 ? sizes : ["2000", "20000"]) {
  const [n = "", stop] = size.split("-");
  // The peer takes a number for a name.
  const name = stop === "stop" ? String(Number(n) + 1) : n;
  if (stop === "stop") withoutStopWords(n, name);
  const list = lines(`${name}.tsv`).map(([document, text], id) => ({ id, text, document: `d${document}` }));
  writeFileSync(join(WORK, "data", `${name}.csv`), toCsv(list, ["id", "text", "document"]));
  const command = [resolve("dist/cli/main.js"), "match", `data/${name}.csv`, "--signals", "words", "--min", "0.3"];
  const options = ["--max-mb", "1000", "--workers", "1", "--cost"];
  const runs = Array.from({ length: RUNS }, () => {
    const { error, passed } = run(process.execPath, [
      "--import",
      TAKEN,
      ...command,
      ...options,
      "--json",
      "--out",
      `${name}.json`,
    ]);
    const of = (pattern: RegExp): number => Number(pattern.exec(error)?.[1]);
    return { adds: of(/(\d+) multiply-adds/), peak: of(/peak (\d+)/), taken: of(/time (\d+)/) / 1e6, passed };
  }).sort((a, b) => a.passed - b.passed);
  const { adds, taken, passed } = runs[(RUNS - 1) / 2] as (typeof runs)[number];
  const memory = `${Math.round(Math.max(...runs.map(({ peak }) => peak)) / 1024)} MB`;
  const cells = [stop === "stop" ? `${n}, stop list` : n, seconds(passed, taken)];
  if (hasPeer) {
    const peerRun = run(PYTHON, ["-c", PEER, join(SCRIPTS, "peer.py"), name, "1", "500", `${name}.npz`]);
    const [line = "", time] = peerRun.out.split("\n");
    const peer = JSON.parse(line);
    const { rows } = JSON.parse(readFileSync(join(WORK, `${name}.json`), "utf8"));
    const text = rows.map((row: { a: string; b: string; score: number }) => `${row.a},${row.b},${row.score}`);
    writeFileSync(join(WORK, `${name}.rows`), `${text.join("\n")}\n`);
    const same = run(PYTHON, ["-c", SAME, `${name}.rows`, `${name}.npz`]).out.trim();
    cells.push(
      seconds(peerRun.passed, Number(time)),
      `${ratio(peerRun.passed / passed)} (${ratio(Number(time) / taken)})`,
      same,
    );
    cells.push(`${adds.toExponential(1)} / ${peer.madds.toExponential(1)}`, `${memory} / ${peer.rssMB} MB`);
  } else cells.push("–", "–", "–", adds.toExponential(1), memory);
  print(`| ${cells.join(" | ")} |`);
}
if (asked.includes("--write")) {
  writeFileSync(README, readFileSync(README, "utf8").replace(MARKED, `$1${table.join("\n")}$2`));
}
