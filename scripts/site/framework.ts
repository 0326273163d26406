/** Running Observable Framework without telemetry and without its own look-ups. */
import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ROOT } from "./paths.js";

const require = createRequire(import.meta.url);

export function framework(args: string[], env: Record<string, string> = {}, quiet = false): ChildProcess {
  const bin = join(dirname(require.resolve("@observablehq/framework/package.json")), "dist/bin/observable.js");
  // The live preview sees by a file's time that it changed.
  const fixed = args[0] === "build" ? ["--import", new URL("./fixed-date.mjs", import.meta.url).href] : [];
  return spawn(process.execPath, [...fixed, bin, ...args], {
    cwd: ROOT,
    stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    env: { ...process.env, OBSERVABLE_TELEMETRY_DISABLE: "true", ...env },
  });
}
