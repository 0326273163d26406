import type { KnipConfig } from "knip";

/** The imports in the code of a page: in fenced js blocks, on lines of their own. */
const pageImports = (page: string): string =>
  [...page.matchAll(/^import\b[^;]*;?$/gm)].map(([line]) => line).join("\n");

export default {
  entry: [
    "src/index.ts",
    "src/cli/main.ts",
    "scripts/**/*.{mjs,ts}",
    "observablehq.config.ts",
    "docs/**/*.md",
    "docs/**/*.{json,csv,md,zip}.ts", // data loaders, run by Framework
    ".dependency-cruiser.mjs",
  ],
  project: ["src/**/*.ts", "test/**/*.ts", "scripts/**/*.{mjs,ts}", "docs/**/*.ts", "*.ts"],
  ignore: ["docs/.observablehq/**", "tools/**"],
  compilers: { md: pageImports },
  ignoreExportsUsedInFile: { interface: true, type: true },
} satisfies KnipConfig;
