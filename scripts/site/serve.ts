/** A small server for the built site, on this machine only: node --import tsx scripts/site/serve.ts [folder] [port] */
import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { SITE } from "./paths.js";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

export interface ServeOptions {
  folder?: string;
  /** 0: any free one. If it is taken, the next free one. */
  port?: number;
  /** The path under which the site stands, as on a host with several sites; begins and ends with a slash. */
  base?: string;
}

export interface Served {
  url: string;
  close(): Promise<void>;
}

export async function serve({ folder = SITE, port = 0, base = "/" }: ServeOptions = {}): Promise<Served> {
  const root = resolve(folder);
  // Packed once for each file as it stands: a page asks for the same library again and again.
  const packed = new Map<string, { mtime: number; body: Buffer }>();
  const zipped = async (file: string, body: Buffer): Promise<Buffer> => {
    const { mtimeMs: mtime } = await stat(file);
    const known = packed.get(file);
    if (known?.mtime === mtime) return known.body;
    const own = { mtime, body: gzipSync(body) };
    packed.set(file, own);
    return own.body;
  };
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? "/", "http://localhost");
      const file = await fileFor(root, base, pathname);
      if (file === null || (request.method !== "GET" && request.method !== "HEAD")) {
        response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Niet gevonden\n");
        return;
      }
      const type = TYPES[extname(file)];
      const body = await readFile(file);
      const zip = type?.includes("charset") && /\bgzip\b/.test(String(request.headers["accept-encoding"]));
      response.writeHead(200, {
        "content-type": type ?? "application/octet-stream",
        "cache-control": "no-cache",
        "x-content-type-options": "nosniff",
        ...(zip ? { "content-encoding": "gzip", vary: "accept-encoding" } : {}),
      });
      response.end(zip ? await zipped(file, body) : body);
    })().catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  await listen(server, port);
  const { port: bound } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${bound}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** The file that a path names inside the folder; null if there is none. */
async function fileFor(root: string, base: string, pathname: string): Promise<string | null> {
  if (!pathname.startsWith(base)) return null;
  let path: string;
  try {
    path = normalize(join(root, decodeURIComponent(pathname.slice(base.length))));
  } catch {
    return null;
  }
  if (path !== root && !path.startsWith(root + sep)) return null;
  for (const file of [path, `${path}.html`, join(path, "index.html")]) {
    if (existsSync(file) && (await stat(file)).isFile()) return file;
  }
  return null;
}

async function listen(server: Server, port: number): Promise<void> {
  for (let next = port; ; next++) {
    try {
      await new Promise<void>((done, fail) => {
        server.once("error", fail);
        server.listen(next, "localhost", () => {
          server.off("error", fail);
          done();
        });
      });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || port === 0 || next > port + 100) throw error;
    }
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , folder = SITE, port = "4173"] = process.argv;
  const { url } = await serve({ folder, port: Number(port) });
  console.log(url);
}
