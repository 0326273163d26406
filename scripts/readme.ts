// Runs the examples of README.md with the built library and puts their output below them: npm run readme.
// test/readme.test.ts fails where the README says something else than the program.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** A marked example: its command, what stands between, and the block of output. */
const EXAMPLE = /(<!-- run: (.+?) -->\n)((?:```ts\n[\s\S]*?```\n\n)?)```text\n([\s\S]*?)```/g;

function run(command: string, code: string): string {
  const folder = mkdtempSync(join(resolve("."), ".tmp-readme-"));
  try {
    let args: string[];
    if (command === "library") {
      const library = JSON.stringify(resolve("dist/index.js"));
      const body = code.replace(/^```ts\n|```\n\n$/g, "").replace(/from "ankerpunt"/g, `from ${library}`);
      const file = join(folder, "example.mts");
      writeFileSync(file, body);
      args = ["--import", "tsx", file];
    } else {
      args = ["dist/cli/main.js", ...command.split(" ").slice(1)];
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${command}: exit status ${status}\n${stderr}`);
    return stdout.trimEnd();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The README with the output of every example as it is now. */
export function refreshed(readme: string): string {
  return readme.replace(EXAMPLE, (_, mark: string, command: string, code: string) => {
    return `${mark}${code}\`\`\`text\n${run(command, code)}\n\`\`\``;
  });
}

if (process.argv[1]?.endsWith("readme.ts")) writeFileSync("README.md", refreshed(readFileSync("README.md", "utf8")));
