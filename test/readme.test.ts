import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { refreshed } from "../scripts/readme.js";

test("the examples of the README run and give the output shown", () => {
  const readme = readFileSync("README.md", "utf8");
  expect(readme.match(/<!-- run: /g)?.length).toBeGreaterThanOrEqual(3);
  expect(refreshed(readme)).toBe(readme);
}, 60_000);
