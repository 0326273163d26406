import type { KnipConfig } from "knip";

/** Framework takes packages by this prefix. */
const withoutPrefix = (code: string): string => code.replaceAll(`"npm:`, `"`);

/** The imports in the code of a page, each on a line of its own. */
const pageImports = (page: string): string => withoutPrefix(page.match(/^import\b.*$/gm)?.join("\n") ?? "");

export default {
  entry: [
    "src/index.ts",
    "src/cli/main.ts",
    "src/node/match-worker.ts", // started as a thread
    "src/charts/index.ts", // bundled for the pages by scripts/site/bundle.ts
    "src/compare/oriented.ts", // the same
    "scripts/**/*.{mjs,ts}",
    "observablehq.config.ts",
    "docs/**/*.md",
    "docs/*.md.ts", // pages, made by Framework
    "docs/data/**/*.ts", // loaders, run by Framework
  ],
  project: [
    "src/**/*.ts",
    "!src/similarity/assembly/*.ts",
    "test/**/*.ts",
    "scripts/**/*.{mjs,ts}",
    "docs/**/*.{ts,md}",
    "*.ts",
  ],
  ignoreDependencies: [
    "@observablehq/stdlib", // part of Framework
    "axe-core", // put into pages as a file
  ],
  ignoreExportsUsedInFile: { interface: true, type: true }, // part of what an exported function takes or gives
  compilers: { md: pageImports, ts: withoutPrefix },
} satisfies KnipConfig;
