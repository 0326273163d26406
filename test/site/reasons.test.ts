import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { reasonInDutch } from "../../docs/components/reasons.js";

const GENERAL = reasonInDutch("something new");

/** The first words of every line with which the library refuses a file, as they stand in its code. */
const refusals = globSync(["src/read/**/*.ts", "src/corpus.ts", "src/compare/decisions.ts"]).flatMap((file) => {
  const code = readFileSync(file, "utf8");
  const direct = [...code.matchAll(/ReadError\(\s*(["'`])([a-zA-Z][^\n]*?)\1/g)].map(([, , line = ""]) => line);
  const named = [...code.matchAll(/"((?:a|an|the) [^"\n]*(?: and give | anew|: save |: unpack )[^"\n]*)"/g)];
  // what is left out of a file that is read is a warning
  return [...direct, ...named.map(([, line = ""]) => line)].filter((line) => !line.includes("was left out"));
});

test("every line with which the library refuses a file has its words in Dutch", () => {
  expect(refusals.length).toBeGreaterThan(40);
  expect(refusals.filter((line) => reasonInDutch(line) === GENERAL)).toEqual([]);
});

test("a line that is not known says at least that the file cannot be read", () => {
  expect(GENERAL).toBe("Dit bestand kan niet worden gelezen.");
});
