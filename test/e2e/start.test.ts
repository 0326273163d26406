/** `npm start`: reads, builds, serves, and prints the address; with a user's file beside the supplied corpora. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Overview } from "../../docs/components/types.js";

const WORK = ".tmp/e2e-start";
let child: ChildProcess | undefined;

afterAll(() => {
  child?.kill();
  rmSync(WORK, { recursive: true, force: true });
});

describe("npm start", () => {
  it("serves a site with the user's own document", async () => {
    mkdirSync(join(WORK, "bronnen"), { recursive: true });
    writeFileSync(join(WORK, "bronnen/mijn-dossier.md"), "# Mijn dossier\n\n- Overlegt met ouders over het plan.\n");
    child = spawn(process.execPath, ["--import", "tsx", "scripts/site/start.ts"], {
      env: { ...process.env, ANKERPUNT_SITE: join(WORK, "site"), ANKERPUNT_SOURCES: join(WORK, "bronnen"), PORT: "0" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const url = await address(child);
    const page = await (await fetch(url)).text();
    expect(page).toContain("<h1");
    const file = page.match(/"path":"\.\/(_file\/data\/overzicht\.[^"]+)"/)?.[1];
    const { dossiers } = (await (await fetch(url + file)).json()) as Overview;
    expect(dossiers.filter((d) => d.collection === "bronnen").map((d) => [d.file, d.statements])).toEqual([
      ["mijn-dossier.md", 1],
    ]);
    expect(dossiers.some((d) => d.collection === "voorbeeld")).toBe(true);
  }, 120_000);
});

/** The address that it prints. */
function address(process: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let output = "";
    const read = (chunk: unknown): void => {
      output += String(chunk);
      const url = output.match(/http:\/\/localhost:\d+\//)?.[0];
      if (url !== undefined) done(url);
    };
    process.stdout?.on("data", read);
    process.stderr?.on("data", read);
    process.on("exit", (code) => fail(new Error(`stopped with ${code}:\n${output}`)));
  });
}
