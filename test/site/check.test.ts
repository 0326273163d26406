import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { tableFileNames } from "../../docs/components/table-types.js";
import { checkSite } from "../../scripts/site/check.js";

const page = (body: string, script = ""): string =>
  `<!DOCTYPE html><html lang="nl"><head><meta http-equiv="Content-Security-Policy" content="default-src 'self'"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="./icon.svg"><script type="module">${script}</script></head><body>${body}</body></html>`;

const overview = (keys: string[]): string => JSON.stringify({ dossiers: keys.map((key) => ({ key })) });

/** A small site that is well. */
const well: Record<string, string> = {
  ...Object.fromEntries(tableFileNames().map((name) => [`data/tabellen/${name}`, "[]"])),
  "index.html": page(
    `<main id="inhoud"><a href="#inhoud">inhoud</a> <a href="./over.html#doel">over</a> <a href="https://example.org/">elders</a></main>`,
    `import {f} from "./code.js"; await import("./code.js"); registerFile("x", {"path":"./_file/data/overzicht.1a2b.json"});`,
  ),
  "over.html": page(`<h2 id="doel">Doel</h2><a href="./">terug</a>`),
  "code.js": `export const f = "http://www.w3.org/2000/svg";`,
  "style.css": `a { background: url("data:image/png;base64,AAAA") }`,
  "icon.svg": `<svg xmlns="http://www.w3.org/2000/svg"></svg>`,
  "_file/data/overzicht.1a2b.json": overview(["a-1"]),
  "_file/data/ankerpunten.1a2b.json": `[{"id":"thema"}]`,
  "data/ankerpunten/thema/a-1.json": `{"missing":[[2,5,1],[31,4,0]]}`,
  "data/ankerpunten/thema/a-1.gemis.0.json": "{}",
  "_file/data/zoeken.3c4d.json": JSON.stringify({ shards: ["be"] }),
  "data/zoeken/be.json": "{}",
  "data/dossiers/a-1.json": "{}",
  "data/aandelen/a-1.json": `{"identical":[0],"near":[0]}`,
  "data/uittreksel/a-1.json": "{}",
  "data/niveaus/a-1.json": `{"others":{"31":2}}`,
  "data/niveaus/a-1.anders.1.json": "{}",
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

async function check(changes: Record<string, string | null>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "ankerpunt-site-"));
  folders.push(folder);
  for (const [name, text] of Object.entries({ ...well, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return checkSite(folder);
}

describe("checkSite", () => {
  it("finds nothing wrong with a site that is well", async () => expect(await check({})).toEqual([]));

  it.each<[string, Record<string, string | null>, RegExp]>([
    [
      "a failed cell",
      { "over.html": page(`<h2 id="doel"></h2><span class="observablehq--error">SyntaxError: x</span>`) },
      /over\.html: a cell failed: SyntaxError: x/,
    ],
    [
      "an unresolved import",
      { "code.js": `export const f = 1; import "npm:d3";` },
      /code\.js: unresolved import: npm:d3/,
    ],
    [
      "an unresolved import in a page",
      { "over.html": page(`<h2 id="doel"></h2>`, `import "htl";`) },
      /over\.html: unresolved import: htl/,
    ],
    [
      "a lazy import of a missing file",
      { "code.js": `export const f = () => import("./weg.js");` },
      /not there: \.\/weg\.js/,
    ],
    [
      "a foreign script",
      { "over.html": page(`<h2 id="doel"></h2><script src="https://cdn.example.com/x.js"></script>`) },
      /foreign host: https:\/\/cdn\.example\.com/,
    ],
    [
      "a host without a protocol",
      { "over.html": page(`<h2 id="doel"></h2><img src="//cdn.example.com/x.png">`) },
      /foreign host: \/\/cdn/,
    ],
    [
      "a foreign host in code",
      { "code.js": `export const f = fetch("https://api.example.com/v1");` },
      /code\.js: foreign host: https:\/\/api/,
    ],
    [
      "a foreign socket in code",
      { "code.js": `export const f = new WebSocket("wss://x.example.com");` },
      /foreign host: wss/,
    ],
    [
      "a foreign font in a style",
      { "style.css": `@import "https://fonts.example.com/css2";` },
      /style\.css: foreign host/,
    ],
    [
      "a foreign picture in a style",
      { "style.css": `a { background: url(//img.example.com/a.png) }` },
      /foreign host: \/\/img/,
    ],
    [
      "a broken link",
      { "over.html": page(`<h2 id="doel"></h2><a href="./weg.html">weg</a>`) },
      /broken link: \.\/weg\.html/,
    ],
    [
      "a link to a place that is not there",
      { "over.html": page(`<h2>Doel</h2>`) },
      /index\.html: link to a place that is not there: \.\/over\.html#doel/,
    ],
    [
      "a link from the host's root",
      { "over.html": page(`<h2 id="doel"></h2><a href="/">terug</a>`) },
      /fails under a sub-path/,
    ],
    [
      "a link out of the site",
      { "over.html": page(`<h2 id="doel"></h2><a href="../../etc/">weg</a>`) },
      /link out of the site/,
    ],
    [
      "a registered file that is missing",
      { "over.html": page(`<h2 id="doel"></h2>`, `registerFile("y", {"path":"./_file/y.json"});`) },
      /broken link: \.\/_file\/y\.json/,
    ],
    [
      "a page without a language",
      { "over.html": page(`<h2 id="doel"></h2>`).replace(' lang="nl"', "") },
      /no language/,
    ],
    [
      "a page that can't be zoomed",
      { "over.html": page(`<h2 id="doel"></h2>`).replace("initial-scale=1", "initial-scale=1, maximum-scale=1") },
      /forbids zooming/,
    ],
    [
      "a page without a policy",
      { "over.html": page(`<h2 id="doel"></h2>`).replace("Content-Security-Policy", "x") },
      /no content security policy/,
    ],
    ["missing data of a dossier", { "data/dossiers/a-1.json": null }, /missing or damaged: data\/dossiers\/a-1\.json/],
    [
      "what a dossier lacks beside others",
      { "data/ankerpunten/thema/a-1.gemis.0.json": null },
      /missing or damaged: data\/ankerpunten\/thema\/a-1\.gemis\.0\.json/,
    ],
    [
      "what it has at another level than others",
      { "data/niveaus/a-1.anders.1.json": null },
      /missing or damaged: data\/niveaus\/a-1\.anders\.1\.json/,
    ],
    ["damaged data of a dossier", { "data/aandelen/a-1.json": `{"id":` }, /missing or damaged: data\/aandelen/],
    [
      "pairs of two dossiers that are missing",
      {
        "_file/data/overzicht.1a2b.json": overview(["a-1", "b-2"]),
        "data/aandelen/a-1.json": `{"identical":[0,1],"near":[0,0]}`,
      },
      /missing or damaged: data\/tegenhangers\/a-1\/b-2\.json/,
    ],
    ["missing words of the search", { "data/zoeken/be.json": null }, /missing or damaged: data\/zoeken\/be\.json/],
    ["no search", { "_file/data/zoeken.3c4d.json": null }, /0 files data\/zoeken\.json/],
    ["no overview", { "_file/data/overzicht.1a2b.json": null }, /0 files data\/overzicht\.json/],
    ["an overview without dossiers", { "_file/data/overzicht.1a2b.json": overview([]) }, /no dossiers/],
    ["no site at all", { "index.html": null }, /no index\.html/],
  ])("fails on %s", async (_name, changes, problem) => {
    expect((await check(changes)).join("\n")).toMatch(problem);
  });
});
