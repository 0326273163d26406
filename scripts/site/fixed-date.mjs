// @ts-check
// Loaded before Framework in a build (see framework.ts). Framework puts the times of files into its pages and into the
// names of its files; the date that its own tests set in their place makes two builds of the same input the same.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const framework = dirname(createRequire(import.meta.url).resolve("@observablehq/framework/package.json"));
const { setCurrentDate } = await import(pathToFileURL(join(framework, "dist/config.js")).href);
setCurrentDate(new Date(0));
