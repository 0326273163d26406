/** The rules of .dependency-cruiser.mjs can fail: each is broken once in a small house made for it. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import ts from "typescript";
import { afterAll, expect, it } from "vitest";
import rules from "../.dependency-cruiser.mjs";
import { SITE } from "../scripts/site/paths.js";

/** file, what it imports, the rules that this breaks */
const VIOLATIONS: [file: string, code: string, broken: string[]][] = [
  ["src/model.ts", `export * from "./language/words.js";`, ["model-imports-from-before"]],
  ["src/validate.ts", `export * from "./read/read.js";`, ["model-imports-from-before"]],
  ["src/generator.ts", `export * from "./read/read.js";`, ["model-imports-from-before"]],
  ["src/language/words.ts", `export * from "../repair/rule.js";`, ["language-imports-from-before"]],
  ["src/read/read.ts", `export * from "../repair/rule.js";`, ["read-imports-from-before"]],
  ["src/repair/rule.ts", `export * from "../parse/sections.js";`, ["repair-imports-from-before"]],
  ["src/parse/sections.ts", `export * from "../text/terms.js";`, ["parse-imports-from-before"]],
  ["src/text/terms.ts", `export * from "../features/words.js";`, ["text-imports-from-before"]],
  ["src/features/words.ts", `export * from "../similarity/cosine.js";`, ["features-imports-from-before"]],
  ["src/similarity/cosine.ts", `export * from "../themes/label.js";`, ["similarity-imports-from-before"]],
  ["src/themes/label.ts", `export * from "../corpus/index.js";`, ["themes-imports-from-before"]],
  ["src/corpus/index.ts", `export * from "../compare/overlap.js";`, ["corpus-imports-from-before"]],
  ["src/compare/overlap.ts", `export * from "../charts/table.js";`, ["compare-imports-from-before"]],
  ["src/evaluate/gold.ts", `export * from "../export/csv.js";`, ["evaluate-imports-from-before"]],
  ["src/charts/late.ts", `export * from "../export/csv.js";`, ["charts-imports-from-before", "charts-draw-only"]],
  ["src/charts/heat.ts", `export * from "../features/plain.js";`, ["charts-draw-only"]],
  ["src/charts/value.ts", `export { share } from "../compare/plain.js";`, ["charts-take-types-of-findings"]],
  ["src/charts/type.ts", `import type { Share } from "../compare/plain.js"; export type X = Share;`, []],
  ["src/export/csv.ts", `export * from "../node/files.js";`, ["export-imports-from-before"]],
  ["src/node/up.ts", `export * from "../cli/main.js";`, ["node-imports-from-before", "cli-is-the-end"]],
  ["src/read/core.ts", `import "node:fs";`, ["node-only-in-node"]],
  ["src/read/bare.ts", `import "fs";`, ["node-only-in-node"]],
  ["src/read/glob.ts", `import "tinyglobby";`, ["node-packages-only-in-node"]],
  ["src/node/files.ts", `import "node:fs"; import "tinyglobby"; import "../model.js";`, []],
  ["docs/page.ts", `import "../src/cli/main.js";`, ["cli-is-the-end"]],
  ["docs/loader.json.ts", `import "../src/corpus/index.js"; import "../src/node/files.js";`, []],
  ["src/index.ts", `export * from "./corpus/index.js"; export * from "./node/files.js";`, ["index-without-node"]],
  ["src/evaluate/short.ts", `import "../index.js";`, ["rooms-not-through-index"]],
  ["src/compare/helped.ts", `import "../../test/helper.js";`, ["src-stands-alone"]],
  [
    "src/language/data.ts",
    `import words from "../../data/words.json" with { type: "json" }; export default words;`,
    [],
  ],
  ["src/language/whole.ts", `import "natural";`, ["natural-by-subpath"]],
  ["src/language/part.ts", `import "natural/lib/natural/stemmers/index.js";`, []],
  ["src/compare/dev.ts", `import "d3";`, ["src-uses-dependencies"]],
  ["src/similarity/a.ts", `import "./b.js";`, ["no-cycles"]],
  ["src/similarity/b.ts", `import "./a.js";`, []],
  ["src/similarity/lost.ts", `import "./nowhere.js";`, ["resolvable"]],
];

const OTHER_FILES: Record<string, string> = {
  "src/features/plain.ts": "export const weight = 1;",
  "src/compare/plain.ts": "export type Share = number; export const share = 1;",
  "src/charts/table.ts": "export const table = 1;",
  "src/cli/main.ts": "export const main = 1;",
  "test/helper.ts": "export const help = 1;",
  "data/words.json": "[]",
  "package.json": `{ "dependencies": { "tinyglobby": "1" }, "devDependencies": { "natural": "1", "d3": "1" } }`,
  "node_modules/natural/index.js": "",
  "node_modules/natural/lib/natural/stemmers/index.js": "",
  "node_modules/d3/index.js": "",
  "node_modules/tinyglobby/index.js": "",
};

const house = mkdtempSync(join(tmpdir(), "ankerpunt-house-"));
afterAll(() => rmSync(house, { recursive: true }));

it("catches each violation of the house, and nothing else", async () => {
  const files = [...VIOLATIONS.map(([file, code]) => [file, code] as const), ...Object.entries(OTHER_FILES)];
  for (const [file, code] of files) {
    mkdirSync(dirname(join(house, file)), { recursive: true });
    writeFileSync(join(house, file), code);
  }
  const { output } = await cruise(["src", "docs"], {
    ...rules.options,
    ruleSet: rules,
    validate: true,
    baseDir: house,
  });
  const { violations } = (output as ICruiseResult).summary;
  const found = new Map(VIOLATIONS.map(([file]) => [file, new Set<string>()]));
  for (const { from, rule } of violations) found.get(from)?.add(rule.name);
  expect(Object.fromEntries([...found].map(([file, names]) => [file, [...names].sort()]))).toEqual(
    Object.fromEntries(VIOLATIONS.map(([file, , broken]) => [file, [...broken].sort()])),
  );
  const broken = new Set(VIOLATIONS.flatMap(([, , names]) => names));
  expect([...broken].sort()).toEqual(rules.forbidden?.map((rule) => rule.name).sort());
});

it("index.ts only re-exports", () => {
  const source = ts.createSourceFile("index.ts", readFileSync("src/index.ts", "utf8"), ts.ScriptTarget.Latest);
  const others = source.statements.filter((s) => !(ts.isExportDeclaration(s) && s.moduleSpecifier));
  expect(others.map((s) => s.getText(source))).toEqual([]);
});

it("the workflows run scripts that there are, and publish the folder that the build makes", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  const steps = readdirSync(".github/workflows").map((file) => readFileSync(join(".github/workflows", file), "utf8"));
  const runs = steps.flatMap((text) => [...text.matchAll(/run: (.*)/g)].map(([, command]) => command ?? ""));
  expect(runs).toHaveLength(4);
  const known = runs.filter((run) => run === "npm ci" || (run.match(/^npm (?:run )?(\S+)$/)?.[1] ?? "") in scripts);
  expect(known).toEqual(runs);
  expect(steps.join("\n").match(/path: (.*)/)?.[1]).toBe(SITE);
});
