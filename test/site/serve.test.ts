import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "../../scripts/site/serve.js";

let folder: string;
let served: Served;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "ankerpunt-serve-"));
  mkdirSync(join(folder, "site"));
  writeFileSync(join(folder, "geheim.txt"), "geheim");
  writeFileSync(join(folder, "site/index.html"), "<p>begin</p>");
  writeFileSync(join(folder, "site/over.html"), "<p>over</p>");
  writeFileSync(join(folder, "site/ë.json"), "{}");
  served = await serve({ folder: join(folder, "site"), base: "/onder/" });
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true });
});

/** Status and body of a path that is sent as it is; fetch would tidy it first. */
function get(
  path: string,
  method = "GET",
): Promise<[status: number | undefined, body: string, type: string | undefined]> {
  const { hostname, port } = new URL(served.url);
  return new Promise((done, fail) => {
    request({ hostname, port, path, method }, (response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += String(chunk);
      });
      response.on("end", () => done([response.statusCode, body, response.headers["content-type"]]));
    })
      .on("error", fail)
      .end();
  });
}

describe("serve", () => {
  it.each([
    ["/onder/", "<p>begin</p>"],
    ["/onder/index.html", "<p>begin</p>"],
    ["/onder/over", "<p>over</p>"],
    ["/onder/over.html?a=1", "<p>over</p>"],
    ["/onder/%C3%AB.json", "{}"],
  ])("answers %s", async (path, body) => {
    const [status, text] = await get(path);
    expect([status, text]).toEqual([200, body]);
  });
  it.each([
    "/",
    "/onder",
    "/onder/weg",
    "/onder/../geheim.txt",
    "/onder/..%2Fgeheim.txt",
    "/onder/%2e%2e/geheim.txt",
    "/onder/%00",
    "/onder/%E0%A4%A",
  ])("has nothing at %s", async (path) => expect((await get(path))[0]).toBe(404));
  it("only reads", async () => expect((await get("/onder/", "POST"))[0]).toBe(404));
  it("says what a file is", async () => expect((await get("/onder/"))[2]).toBe("text/html; charset=utf-8"));
  it("takes the next port when one is taken", async () => {
    const port = Number(new URL(served.url).port);
    const other = await serve({ folder, port });
    expect(Number(new URL(other.url).port)).toBeGreaterThan(port);
    await other.close();
  });
});
