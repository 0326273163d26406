// @ts-check
// npm run figures: the package's figures that the README names, measured on this machine.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const RUNS = 11;
const folder = mkdtempSync(join(tmpdir(), "ankerpunt-figures-"));

/** @param {string} path */
function size(path) {
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}

/** Median time of starting Node and running some code, in milliseconds. @param {string} code */
function time(code) {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: folder });
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[(RUNS - 1) / 2] ?? Number.NaN;
}

try {
  const shell = process.platform === "win32";
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const [{ filename, size: packed }] = JSON.parse(execFileSync("npm", pack, { encoding: "utf8", shell }));
  writeFileSync(join(folder, "package.json"), `{ "private": true, "type": "module" }`);
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${filename}`];
  execFileSync("npm", install, { cwd: folder, shell, stdio: ["ignore", "ignore", "inherit"] });
  const modules = join(folder, "node_modules");
  console.log(`packed: ${(packed / 1e6).toFixed(2)} MB`);
  console.log(`installed, with dependencies: ${(size(modules) / 1e6).toFixed(1)} MB`);
  console.log(`of which ankerpunt: ${(size(join(modules, "ankerpunt")) / 1e6).toFixed(1)} MB`);
  console.log(`import: ${(time(`await import("ankerpunt")`) - time("")).toFixed(0)} ms (median of ${RUNS})`);
} finally {
  rmSync(folder, { recursive: true });
}
