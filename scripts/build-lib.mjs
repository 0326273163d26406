// @ts-check
// Builds the library and the command into dist/, with their types. Runs at npm ci (prepare).
// tsdown is called from here and not by its own command, which prints a warning on Node 20.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "tsdown";

const LARGE_DATA = /[\\/]data[\\/](?:background|thesaurus|wordlist)[\\/][^\\/]+\.json$/;

const bundles = await build({
  config: false,
  entry: ["src/index.ts", "src/cli/main.ts", "src/node/match-worker.ts"],
  outDir: "dist",
  format: "esm",
  target: "es2023",
  platform: "neutral", // the library runs in a browser too
  fixedExtension: false, // .js, as the package is of type "module"
  hash: false,
  dts: { tsconfig: "tsconfig.build.json" },
  deps: {
    // Installed, natural would bring database drivers along, and the other three more builds of itself.
    alwaysBundle: [/^natural\//, /^write-excel-file\//],
    neverBundle: [/^node:/, "vega-lite"], // of vega-lite only types are used, inside charts/
  },
  outputOptions: {
    // The readers of formats and the commands are loaded when they are needed; the rest is shared by all. Each large data
    // file has a file of its own.
    codeSplitting: { groups: [{ name: (id) => `data-${basename(id, ".json")}`, test: LARGE_DATA }] },
    chunkFileNames: ({ name, moduleIds, isDynamicEntry }) => {
      const own = isDynamicEntry || name.startsWith("data-") ? name : "shared";
      if (moduleIds.some((id) => /[\\/]src[\\/]cli[\\/]/.test(id))) return `cli/${own}.js`;
      return moduleIds.length > 0 && moduleIds.every((id) => /[\\/]src[\\/]read[\\/]/.test(id))
        ? `read/${own}.js`
        : `library/${own}.js`;
    },
  },
  plugins: [
    {
      name: "large-data",
      // A literal of JSON is read faster than one of JavaScript.
      load: (id) =>
        LARGE_DATA.test(id)
          ? {
              code: `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(id, "utf8"))))});`,
              moduleType: "js",
            }
          : null,
    },
  ],
  inputOptions: { resolve: { mainFields: ["module", "main"] } },
  logLevel: "warn",
  failOnWarn: true,
  checks: { pluginTimings: false }, // a slow machine is no reason to warn
});

// Text with other letters than those of ASCII is read twice as slowly.
for (const { outDir, fileName } of bundles
  .flatMap((bundle) => bundle.chunks)
  .filter(({ type, fileName: name }) => type === "chunk" && name.endsWith(".js"))) {
  const path = join(outDir, fileName);
  const code = readFileSync(path, "utf8");
  if (/String\.raw|\\[^\0-\x7f]/.test(code)) throw new Error(`${fileName}: an escape would change letters`);
  writeFileSync(
    path,
    code.replace(/[^\0-\x7f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

// What is bundled keeps its licence.
const bundled = new Set(
  bundles
    .flatMap((bundle) => bundle.chunks)
    .flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []))
    .map((id) => id.split(/[\\/]node_modules[\\/]/).at(-1) ?? "")
    .filter((id, i, all) => id !== "" && all.indexOf(id) === i)
    .map((path) =>
      path
        .split(/[\\/]/)
        .slice(0, path.startsWith("@") ? 2 : 1)
        .join("/"),
    )
    .filter((name) => existsSync(join("node_modules", name, "package.json"))),
);
const licences = [...bundled].sort().map((name) => {
  const folder = join("node_modules", name);
  const find = (/** @type {RegExp} */ pattern) => readdirSync(folder).find((file) => pattern.test(file));
  const file = find(/^licen[cs]e/i) ?? find(/^readme/i);
  const text = file ? readFileSync(join(folder, file), "utf8") : "";
  const start = file && /^readme/i.test(file) ? text.search(/^#+ *licen[cs]e/im) : 0; // some have it in the README only
  if (text === "" || start < 0) throw new Error(`${name} is bundled but its licence was not found`);
  return `${name}\n\n${text.slice(start).trim()}\n`;
});
// So does the data that is bundled with it.
licences.push(`Word list (OpenTaal)\n\n${readFileSync("data/wordlist/LICENSE.txt", "utf8").trim()}\n`);
const { source } = JSON.parse(readFileSync("data/background/words.json", "utf8"));
licences.push(`Word frequencies and vectors\n\n${source}\n`);
writeFileSync("dist/THIRD-PARTY-LICENSES.txt", licences.join("\n----\n\n"));

// In a checkout `npx ankerpunt` looks here first; without it npx would pack and install the checkout at every change.
if (existsSync("node_modules")) {
  const bin = join("node_modules", ".bin");
  mkdirSync(bin, { recursive: true });
  if (process.platform === "win32") {
    writeFileSync(join(bin, "ankerpunt.cmd"), `@node "%~dp0\\..\\..\\dist\\cli\\main.js" %*\r\n`);
  } else {
    rmSync(join(bin, "ankerpunt"), { force: true });
    symlinkSync(join("..", "..", "dist", "cli", "main.js"), join(bin, "ankerpunt"));
  }
}
