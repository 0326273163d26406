import { defineConfig } from "vitest/config";

/** Kinds of tests by folder; everything else in test/ mirrors src/ and runs without a build or a browser. */
const COMMAND = ["test/cli/**/*.test.ts", "test/readme.test.ts"];
const PACKAGE = "test/package/**/*.test.ts";
const BROWSER = "test/e2e/**/*.test.ts";

export default defineConfig({
  test: {
    // Of the tests in the browser: they mostly wait, each in a context of its own.
    maxConcurrency: 3,
    projects: [
      // One module cache for all files: the word list and vectors are read once, and no test changes what it imports.
      {
        // Components are tested without a build: with the code that is bundled for them, and with packages by their names.
        resolve: {
          alias: [
            { find: /^npm:/, replacement: "" },
            { find: /.*[/]generated[/]charts[.]js$/, replacement: `${import.meta.dirname}/src/charts/index.ts` },
            { find: /.*[/]generated[/]decisions[.]js$/, replacement: `${import.meta.dirname}/src/compare/oriented.ts` },
          ],
        },
        test: {
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...COMMAND, PACKAGE, BROWSER],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      // The built command, in processes of its own.
      { test: { name: "cli", include: COMMAND, testTimeout: 120_000 } },
      { test: { name: "package", include: [PACKAGE], testTimeout: 180_000, hookTimeout: 180_000 } },
      // One browser: two cores.
      {
        test: {
          name: "e2e",
          include: [BROWSER],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          expect: { poll: { timeout: 15_000 } },
        },
      },
    ],
  },
});
