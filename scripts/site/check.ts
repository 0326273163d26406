/**
 * Checks the built site. Framework's exit status says nothing of failed cells and unresolved imports, so the output
 * itself is read: node --import tsx scripts/site/check.ts [folder]
 */
import { existsSync, statSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, extname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import type { AnchorsFile } from "../../docs/components/anchor-types.js";
import { blockOf } from "../../docs/components/blocks.js";
import type { LevelsFile } from "../../docs/components/level-types.js";
import { tableFileNames } from "../../docs/components/table-types.js";
import type { Overview, SearchOverview, SharesFile } from "../../docs/components/types.js";
import { SITE } from "./paths.js";

/** Addresses that stand in the code of libraries as names, or in a message; nothing is fetched from them. */
const HARMLESS: readonly RegExp[] = [
  /^http:\/\/www\.w3\.org\//, // names of XML vocabularies
  /^http:\/\/(www\.xfa\.org|ns\.adobe\.com)\//, // the same, of forms in a PDF
  /^http:\/\/(schemas\.(openxmlformats|microsoft)\.(org|com)|purl\.org)\//, // the same, of Word documents
  /^https?:\/\/(example\.com|foo\.bar)\//, // made up, with which pdf.js tries how a browser writes addresses
  /^https:\/\/vega\.github\.io\/(schema|editor)\//, // the name of a chart's format; the editor is never opened
  /^https?:\/\/(github\.com|stuk\.github\.io|jsperf\.com|stackoverflow\.com|answers\.microsoft\.com)\//, // comments and messages of libraries
];

/** Libraries that Framework's client would load if a page asked for them; none does. */
const OPTIONAL =
  /\/_npm\/(@duckdb\/duckdb-wasm|@observablehq\/[\w-]+|apache-arrow|d3|d3-dsv|echarts|isoformat|leaflet|lodash|mapbox-gl|parquet-wasm|react|react-dom|topojson-client)@|\/_observablehq\/stdlib\/(duckdb|dot|inputs|mermaid|sqlite|tex|vega-lite|vgplot|xlsx|zip)\.js$/;

/** Problems of a built site, one line each; none if it is well. */
export async function checkSite(folder: string): Promise<string[]> {
  const root = resolve(folder);
  if (!existsSync(join(root, "index.html"))) return [`${folder}: no index.html: build the site first`];
  const problems: string[] = [];
  const pages = new Map<string, string>();
  const files = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name))
    .sort();
  for (const file of files) {
    const kind = extname(file);
    if (kind !== ".html" && kind !== ".js" && kind !== ".css" && kind !== ".svg") continue;
    const text = await readFile(file, "utf8");
    const say = (problem: string): void => {
      problems.push(`${relative(root, file).split(sep).join("/")}: ${problem}`);
    };
    for (const url of foreign(text, kind)) say(`foreign host: ${url}`);
    if (kind === ".html") {
      pages.set(file, text);
      for (const problem of pageProblems(text)) say(problem);
    }
    if (kind === ".html" || kind === ".js") {
      for (const specifier of await imports(kind === ".html" ? inlineScripts(text) : text)) {
        const problem = importProblem(root, file, specifier);
        if (problem !== null) say(problem);
      }
    }
  }
  for (const [file, text] of pages) {
    for (const problem of linkProblems(root, file, text, pages)) {
      problems.push(`${relative(root, file).split(sep).join("/")}: ${problem}`);
    }
  }
  problems.push(...(await dataProblems(root, files)));
  return problems;
}

function* foreign(text: string, kind: string): Generator<string> {
  // In a page, links that a reader may follow are not requests; Framework marks them.
  const source = kind === ".html" ? text.replace(/<a\s[^>]*>/g, "") : text;
  for (const [url] of source.matchAll(/\b(?:https?|wss?):\/\/[\w.-]+\.[a-z]{2,}[^\s"'`<>\\)]*/gi)) {
    if (!HARMLESS.some((known) => known.test(`${url}/`) || known.test(url))) yield url;
  }
  for (const [, asset, image] of source.matchAll(/(?:src|href)="(\/\/[^"]+)"|url\(\s*["']?(\/\/[^)"']+)/g)) {
    yield asset ?? image ?? "";
  }
}

function* pageProblems(html: string): Generator<string> {
  for (const [, message = ""] of html.matchAll(/observablehq--error"[^>]*>([^<]*)/g)) yield `a cell failed: ${message}`;
  if (!html.includes('<html lang="nl">')) yield "no language on <html>";
  if (/maximum-scale|user-scalable/.test(html)) yield "the page forbids zooming";
  if (!html.includes("Content-Security-Policy")) yield "no content security policy";
}

function inlineScripts(html: string): string {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join("\n");
}

/** What a module imports, statically or not, as esbuild's parser sees it. */
async function imports(code: string): Promise<string[]> {
  const found = new Set<string>();
  await build({
    stdin: { contents: code, loader: "js" },
    bundle: true,
    write: false,
    format: "esm",
    logLevel: "silent",
    plugins: [
      {
        name: "imports",
        setup(b) {
          b.onResolve({ filter: /.*/ }, ({ path, kind }) => {
            if (kind !== "entry-point") found.add(path);
            return { path, external: true };
          });
        },
      },
    ],
  });
  return [...found];
}

function importProblem(root: string, file: string, specifier: string): string | null {
  if (!/^\.{0,2}\//.test(specifier)) return `unresolved import: ${specifier}`;
  const target = resolve(dirname(file), specifier.replace(/[?#].*$/, ""));
  if (existsSync(target) || OPTIONAL.test(`/${relative(root, target).split(sep).join("/")}`)) return null;
  return `import of a file that is not there: ${specifier}`;
}

function* linkProblems(root: string, file: string, html: string, pages: Map<string, string>): Generator<string> {
  const links = [
    ...html.matchAll(/<(?:a|link|img|script)\s[^>]*?(?:href|src)="([^"]*)"/g),
    ...inlineScripts(html).matchAll(/"path":"([^"]+)"/g),
  ];
  for (const [, link = ""] of links) {
    if (link.startsWith("data:") || /^\w+:/.test(link) || link.startsWith("//")) continue;
    if (link.startsWith("/")) {
      yield `link from the root of the host, which fails under a sub-path: ${link}`;
      continue;
    }
    const [path = "", id = ""] = link.replace(/\?[^#]*/, "").split("#");
    let target = path === "" ? file : resolve(dirname(file), decodeURI(path));
    if (existsSync(target) && statSync(target).isDirectory()) target = join(target, "index.html");
    if (target !== root && !target.startsWith(root + sep)) yield `link out of the site: ${link}`;
    else if (!existsSync(target)) yield `broken link: ${link}`;
    else if (id !== "" && pages.has(target) && !pages.get(target)?.includes(`id="${decodeURIComponent(id)}"`)) {
      yield `link to a place that is not there: ${link}`;
    }
  }
}

const isText = (x: unknown): x is string => typeof x === "string";

/** The one file that a loader made for all pages: the pages know it by its hash. */
async function loaded<T>(files: readonly string[], name: string): Promise<T | string> {
  const named = new RegExp(String.raw`[\\/]_file[\\/]data[\\/]${name}\.[^\\/]*json$`);
  const found = files.filter((file) => named.test(file));
  if (found.length !== 1) return `${found.length} files data/${name}.json instead of one`;
  return JSON.parse(await readFile(found[0] as string, "utf8")) as T;
}

/** The files that the pages fetch when a reader asks for a pair, or for a word. */
async function dataProblems(root: string, files: readonly string[]): Promise<string[]> {
  const overview = await loaded<Overview>(files, "overzicht");
  const search = await loaded<SearchOverview>(files, "zoeken");
  if (typeof overview === "string" || typeof search === "string") return [overview, search].filter(isText);
  const problems: string[] = [];
  const needed = search.shards.map((name) => `data/zoeken/${name}.json`);
  if (overview.dossiers.length === 0) problems.push("the overview has no dossiers");
  const themes = await themesOf(files);
  if (themes.length === 0) problems.push("the site has no themes");
  for (const { key } of overview.dossiers) {
    const ofThemes = themes.map((id) => `ankerpunten/${id}/${key}`);
    const ofDossier = ["dossiers", "uittreksel", "niveaus", "aandelen"].map((folder) => `${folder}/${key}`);
    needed.push(...[...ofDossier, ...ofThemes].map((name) => `data/${name}.json`));
    needed.push(...(await besideOthers(root, key, ofThemes)));
  }
  needed.push(...(await pairsOf(root, overview)), ...tableFileNames().map((name) => `data/tabellen/${name}`));
  for (const file of needed) {
    try {
      const bytes = await readFile(join(root, file));
      if (file.endsWith(".json")) JSON.parse(bytes.toString("utf8"));
      else if (bytes.length === 0) throw new Error("empty");
    } catch {
      problems.push(`missing or damaged: ${file}`);
    }
  }
  return problems;
}

/** The files with what a dossier has beside others, by what its other files say. */
async function besideOthers(root: string, key: string, ofThemes: readonly string[]): Promise<string[]> {
  const inBlocks = (name: string, places: readonly number[]): string[] =>
    [...new Set(places.map(blockOf))].map((block) => `${name}.${block}.json`);
  const gaps = ofThemes.map(async (name) => {
    const found = await said<AnchorsFile>(join(root, `data/${name}.json`));
    const places = (found?.missing ?? []).flatMap(([place, , missing]) => (missing > 0 ? [place] : []));
    return inBlocks(`data/${name}.gemis`, places);
  });
  const levels = await said<LevelsFile>(join(root, `data/niveaus/${key}.json`));
  return [
    ...(await Promise.all(gaps)).flat(),
    ...inBlocks(`data/niveaus/${key}.anders`, Object.keys(levels?.others ?? {}).map(Number)),
  ];
}

/** What a file says; null where it can't be read, which is said elsewhere. */
async function said<T>(file: string): Promise<Partial<T> | null> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Partial<T>;
  } catch {
    return null;
  }
}

/** A file for each two dossiers that share something. */
async function pairsOf(root: string, { dossiers }: Overview): Promise<string[]> {
  const shares = await Promise.all(
    dossiers.map(({ key }) => said<SharesFile>(join(root, `data/aandelen/${key}.json`))),
  );
  const found = (from: number, to: number): number =>
    (shares[from]?.identical?.[to] ?? 0) + (shares[from]?.near?.[to] ?? 0);
  return dossiers.flatMap((a, i) =>
    dossiers.flatMap((b, j) =>
      i < j && found(i, j) + found(j, i) > 0 ? [`data/tegenhangers/${a.key}/${b.key}.json`] : [],
    ),
  );
}

async function themesOf(files: readonly string[]): Promise<string[]> {
  const list = files.find((file) => /[\\/]_file[\\/]data[\\/]ankerpunten\.[^\\/]*json$/.test(file));
  if (list === undefined) return [];
  return (JSON.parse(await readFile(list, "utf8")) as { id: string }[]).map(({ id }) => id);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const problems = await checkSite(process.argv[2] ?? SITE);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
